import type { EmitFn, HTMLAttributes } from 'vue';
import type { ChatElement, ChatEvents, ChatProps, ChatTag } from './tags.js';

type Tags = {
  [Tag in ChatTag]: new () => ChatElement<Tag> & {
    $props: HTMLAttributes & ChatProps<Tag>;
    $emit: EmitFn<{ [E in keyof ChatEvents]: (event: ChatEvents[E]) => void }>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
  // Strict templates know no slots of shadow trees.
  interface HTMLAttributes {
    slot?: string | undefined;
  }
}

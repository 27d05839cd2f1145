import type { HTMLAttributes } from 'svelte/elements';
import type { ChatElement, ChatListeners, ChatProps, ChatTag } from './tags.js';

type Tags = {
  [Tag in ChatTag]: ChatProps<Tag> & ChatListeners<'on'> & HTMLAttributes<ChatElement<Tag>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}

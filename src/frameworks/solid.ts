import type { JSX } from 'solid-js';
import type { ChatElement, ChatListeners, ChatProps, ChatTag } from './tags.js';

/** Solid writes a name in lower case, unless it is told that it is a property's. */
type Props<P> = { [K in keyof P & string as K extends Lowercase<K> ? K : `prop:${K}`]?: P[K] };
type Tags = {
  [Tag in ChatTag]: Props<ChatProps<Tag>> &
    ChatListeners<'on:'> &
    JSX.HTMLAttributes<ChatElement<Tag>>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}

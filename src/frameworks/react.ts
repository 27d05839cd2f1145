import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ChatElement, ChatListeners, ChatProps, ChatTag } from './tags.js';

type Tags = {
  [Tag in ChatTag]: ChatProps<Tag> &
    ChatListeners<'on'> &
    DetailedHTMLProps<HTMLAttributes<ChatElement<Tag>>, ChatElement<Tag>>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}

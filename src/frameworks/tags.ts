import type { LitElement } from 'lit';
import type { ChatEventMap } from '../index.js';

/** Every tag of the kit. */
export type ChatTag = keyof HTMLElementTagNameMap & `chat-${string}`;
export type ChatElement<Tag extends ChatTag> = HTMLElementTagNameMap[Tag];

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Method = (...args: never[]) => unknown;

/** The names of what a page can set of an element, beside what any HTML element has. */
export type Settable<E> = {
  [K in Exclude<keyof E, keyof LitElement>]: E[K] extends Method
    ? never
    : Same<Pick<E, K>, Readonly<Pick<E, K>>> extends true
      ? never
      : K;
}[Exclude<keyof E, keyof LitElement>];
export type ChatProps<Tag extends ChatTag> = {
  [K in Settable<ChatElement<Tag>>]?: ChatElement<Tag>[K] | undefined;
};

export type ChatEvents = { [E in keyof ChatEventMap]: CustomEvent<ChatEventMap[E]> };
/** Listeners, by the names that a framework gives their properties. */
export type ChatListeners<Prefix extends string> = {
  [E in keyof ChatEvents as `${Prefix}${E}`]?: ((event: ChatEvents[E]) => void) | undefined;
};

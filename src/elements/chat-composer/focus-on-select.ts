import type { Target } from '../../protocol/ids.js';

/**
 * Whoever chooses a conversation in a list goes on writing: calls back when a person, not a script, has chosen the one
 * on show here. Never where a keyboard would cover half of the screen.
 */
export function followChoice(
  event: HTMLElementEventMap['chat-select'],
  shown: () => Target | undefined,
  onChosen: () => void,
): void {
  // The scope follows after the dispatch.
  setTimeout(() => {
    if (event.defaultPrevented || shown() !== event.detail.target) return;
    if (matchMedia('(pointer: coarse)').matches || !navigator.userActivation.isActive) return;
    onChosen();
  });
}

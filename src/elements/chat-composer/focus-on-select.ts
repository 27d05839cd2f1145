import type { Target } from '../../protocol/ids.js';

/**
 * Whoever chooses a conversation in a list goes on writing: calls back when a person, not a script, has chosen the one
 * on show here. Never where a keyboard would cover half of the screen. Returns how to stop.
 */
export function watchChoices(shown: () => Target | undefined, onChosen: () => void): () => void {
  function onSelect(event: Event): void {
    // The scope follows after the dispatch.
    setTimeout(() => {
      if (
        event.defaultPrevented ||
        shown() !== (event as HTMLElementEventMap['chat-select']).detail.target
      )
        return;
      if (matchMedia('(pointer: coarse)').matches || !navigator.userActivation.isActive) return;
      onChosen();
    });
  }
  document.addEventListener('chat-select', onSelect);
  return () => document.removeEventListener('chat-select', onSelect);
}

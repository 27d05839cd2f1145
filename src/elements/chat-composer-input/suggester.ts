import type { EmojiSource } from '../chat-emoji-panel/emoji-source.js';
import type { MentionText } from './mentions.js';
import { emojiRows, type Suggestion } from './suggestions.js';
import { triggerAt, type Trigger } from './trigger.js';

/** Which suggestions are open, and which of them is the active one. */
export interface Suggester {
  readonly trigger: Trigger | undefined;
  readonly emoji: readonly Suggestion[];
  active: number;
  /** The text or the caret has changed. */
  look(content: MentionText, caret: number): void;
  /** Escape: not again for this word. */
  dismiss(): void;
  close(): void;
  /** Gives back what the emoji are kept in. */
  release(): void;
}

export function createSuggester(changed: () => void): Suggester {
  let trigger: Trigger | undefined;
  let dismissed: number | undefined;
  let emoji: readonly Suggestion[] = [];
  let active = 0;
  let source: Promise<EmojiSource | undefined> | undefined;

  function set(next: Trigger | undefined): void {
    const same = trigger?.kind === next?.kind && trigger?.query === next?.query;
    trigger = next;
    if (same) return;
    active = 0;
    if (next?.kind === 'emoji') void ask(next);
    else emoji = [];
    changed();
  }

  /** With the first ":sm": most never type one. What could not be loaded is asked for again with the next letter. */
  function load(): Promise<EmojiSource | undefined> {
    return (source ??= import('../chat-emoji-panel/emoji-source.js')
      .then((m) => m.createEmojiSource())
      .catch(() => (source = undefined)));
  }

  async function ask(asked: Trigger): Promise<void> {
    const query = asked.query.toLowerCase();
    const emojis = await load();
    // Without network or storage there is nothing to suggest, and one goes on typing.
    const found = (await emojis?.search(query).catch(() => [])) ?? [];
    if (trigger?.kind !== 'emoji' || trigger.query !== asked.query) return;
    emoji = emojiRows(found, query);
    changed();
  }

  return {
    get trigger() {
      return trigger;
    },
    get emoji() {
      return emoji;
    },
    get active() {
      return active;
    },
    set active(index) {
      active = index;
      changed();
    },
    look(content, caret) {
      const next = triggerAt(content, caret);
      if (next?.start !== dismissed) dismissed = undefined;
      set(next && next.start === dismissed ? undefined : next);
    },
    dismiss() {
      dismissed = trigger?.start;
      set(undefined);
    },
    close: () => set(undefined),
    release() {
      void source?.then((it) => it?.close());
      source = undefined;
      set(undefined);
    },
  };
}

import type { LitElement, ReactiveControllerHost } from 'lit';
import type { MessageItem } from '../../client/types.js';
import type { Message } from '../../protocol/records.js';
import { isMarked } from './text/marked.js';

type Rich = typeof import('./rich-parts.js');

let parts: Rich | undefined;
let loading: Promise<void> | undefined;
let failed = false;
let arrived!: () => void;
const arrival = new Promise<void>((resolve) => (arrived = resolve));
/** Loaded after this where nothing has asked for it: the page has shown itself by then. */
const later = 1500;

/**
 * Loads what draws more than plain text: Markdown, pictures, files, recordings. Where it cannot be had, texts stay as
 * they were typed and attachments are named.
 */
export function loadRich(): Promise<void> {
  loading ??= import('./rich-parts.js')
    .then(
      (module) => void (parts = module),
      () => void (failed = true),
    )
    .then(arrived);
  return loading;
}

export function rich(): Rich | undefined {
  return parts;
}

/** Whether every message can be drawn as it will stay. */
export function isRichReady(): boolean {
  return parts !== undefined || failed;
}

/**
 * Whether these can be drawn as they will stay: not before, so that none changes under the reader's eye. Where one
 * cannot, what it needs is asked for.
 */
export function isDrawable(messages: Iterable<MessageItem>): boolean {
  if (isRichReady()) return true;
  for (const { message, quoted } of messages) {
    if (!isPlain(message) || (quoted && !isPlain(quoted.message))) {
      void loadRich();
      return false;
    }
  }
  return true;
}

function isPlain({ text, attachments, deletedAt }: Message): boolean {
  return deletedAt !== undefined || (!attachments && !(text && isMarked(text)));
}

/** The element renders again when it has come, which it will, needed or not. */
export function useRich(host: ReactiveControllerHost): void {
  if (isRichReady()) return;
  void arrival.then(() => host.requestUpdate());
  setTimeout(() => void loadRich(), later);
}

/** Rows render into the shadow root of their list, which so has their styles too. */
export function useRichRows(host: LitElement): void {
  useRich(host);
  const adopt = () => {
    const { adoptedStyleSheets } = host.renderRoot as ShadowRoot;
    const sheet = parts?.attachmentStyles.styleSheet;
    if (sheet && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  };
  host.addController({ hostConnected: () => void arrival.then(adopt) });
}

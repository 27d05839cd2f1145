import type { LitElement, ReactiveControllerHost } from 'lit';

type Rich = typeof import('./rich-parts.js');

let parts: Rich | undefined;
let loading: Promise<void> | undefined;
let failed = false;

/**
 * Loads what draws more than plain text: Markdown, pictures, files, recordings. Where it cannot be had, texts stay as
 * they were typed and attachments are named.
 */
export function loadRich(): Promise<void> {
  loading ??= import('./rich-parts.js').then(
    (module) => void (parts = module),
    () => void (failed = true),
  );
  return loading;
}

export function rich(): Rich | undefined {
  return parts;
}

/** Whether messages can be drawn as they will stay: not before, so that none changes under the reader's eye. */
export function isRichReady(): boolean {
  return parts !== undefined || failed;
}

/** Loads it for an element, which renders again when it has come. */
export function useRich(host: ReactiveControllerHost): void {
  if (!isRichReady()) void loadRich().then(() => host.requestUpdate());
}

/** Rows render into the shadow root of their list, which so has their styles too. */
export function useRichRows(host: LitElement): void {
  useRich(host);
  const adopt = () => {
    const { adoptedStyleSheets } = host.renderRoot as ShadowRoot;
    const sheet = parts?.attachmentStyles.styleSheet;
    if (sheet && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  };
  host.addController({ hostConnected: () => void loadRich().then(adopt) });
}

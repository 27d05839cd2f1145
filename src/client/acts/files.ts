import { atom, onMount } from 'nanostores';
import { ChatError } from '../../protocol/errors.js';
import type { Upload } from '../command.js';
import type { Core } from '../core.js';
import type { Store } from '../stores/list-types.js';

/** Local addresses of bytes that this page has itself. */
export interface Previews {
  of(upload: Upload): string;
  /** The backend's address for the same bytes: no need to fetch what was just sent. */
  link(upload: Upload, url: string): void;
  get(url: string): string | undefined;
}

export function createPreviews(core: Core): Previews {
  const urls = new Map<string, string>();
  const links = new Map<string, string>();
  function of(upload: Upload): string {
    const url =
      urls.get(upload.id) ??
      URL.createObjectURL(new Blob([upload.file], { type: safeType(upload.file.type) }));
    urls.set(upload.id, url);
    return url;
  }
  function clear(): void {
    for (const url of urls.values()) URL.revokeObjectURL(url);
    urls.clear();
    links.clear();
  }
  core.onSession((session) => session ?? clear());
  core.onClose(clear);
  return {
    of,
    link: (upload, url) => void links.set(url, of(upload)),
    get: (url) => links.get(url),
  };
}

/** The address of a file that only the backend can fetch, for as long as someone subscribes. */
export function createFile(core: Core, url: string): Store<string | undefined> {
  const $address = atom<string | undefined>();
  onMount($address, () => {
    let made: string | undefined;
    let left = false;
    core.query('file.get', { url }).then(
      ({ data, mimeType }) => {
        if (left) return;
        const blob = new Blob([data], { type: safeType(mimeType) });
        if (mimeType === 'image/svg+xml')
          return void dataUrl(blob, (address) => left || $address.set(address));
        made = URL.createObjectURL(blob);
        $address.set(made);
      },
      (error: unknown) => core.report(ChatError.from(error), 'file.get'),
    );
    return () => {
      left = true;
      if (made !== undefined) URL.revokeObjectURL(made);
      $address.set(undefined);
    };
  });
  return $address;
}

/**
 * An object URL has the page's own origin: opened in a tab, a document from a stranger would run as the page. Only what
 * cannot carry script keeps its type; an SVG becomes a data URL, whose origin is nobody's.
 */
function safeType(mimeType: string): string {
  return /^(image|audio|video)\/|^application\/pdf$/.test(mimeType)
    ? mimeType
    : 'application/octet-stream';
}

function dataUrl(blob: Blob, take: (url: string) => void): void {
  const reader = new FileReader();
  reader.addEventListener('load', () => take(reader.result as string));
  reader.readAsDataURL(blob);
}

import type { StoredDraft } from '../draft-types.js';

/** What the tabs of one app in one browser tell each other. */
export type TabMessage =
  | { readonly kind: 'signedIn' | 'signedOut'; readonly uid: string }
  /** By a name of its own: what it leaves when it closes is sent by those that stay. */
  | { readonly kind: 'opened'; readonly uid: string; readonly tab: string }
  /** Drafts are read from storage: who has some that are not there yet tells of them. */
  | { readonly kind: 'drafts'; readonly uid: string }
  | {
      readonly kind: 'draft';
      readonly uid: string;
      readonly place: string;
      readonly stored: StoredDraft | undefined;
      /** Told before, and now to whoever reads from storage: what they have heard or written since is newer. */
      readonly again?: true;
    };

export interface Tabs {
  tell(message: TabMessage): void;
  onTold(listener: (message: TabMessage) => void): void;
  close(): void;
}

/** Where there is no channel, or no name for it, each tab is alone. */
export function createTabs(name: string | undefined): Tabs {
  const isAlone = name === undefined || typeof BroadcastChannel === 'undefined';
  let channel: BroadcastChannel | undefined;
  let closed = isAlone;
  // Opened by whoever needs it first: before the first rows nobody does.
  const open = () => (channel ??= new BroadcastChannel(name!));
  return {
    tell(message) {
      if (!closed) open().postMessage(message);
    },
    onTold(listener) {
      if (closed) return;
      open().addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
        if (!closed) listener(data);
      });
    },
    close() {
      closed = true;
      channel?.close();
    },
  };
}

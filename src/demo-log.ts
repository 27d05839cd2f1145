import { importLog, type ImportProgress, type ImportReport } from './backends/simulated/import.js';
import type { Demo } from './demo.js';
import { ChatError } from './protocol/errors.js';

export interface LogOptions {
  readonly url: string;
  readonly guid?: string;
  readonly name?: string;
  readonly onProgress?: (progress: ImportProgress & { readonly total: number | undefined }) => void;
  readonly signal?: AbortSignal;
}

/**
 * Fetches a chat log into a group of the demo's user. A log that is there already is not taken again: the group
 * remembers where its messages came from, and `undefined` is answered.
 */
export async function openLog(demo: Demo, options: LogOptions): Promise<ImportReport | undefined> {
  const { url, guid = 'ubuntu', name = guid, onProgress, signal } = options;
  await demo.ready;
  const { backend } = demo.device(demo.uid);
  await backend.signIn({ uid: demo.uid, authKey: demo.host.app.authKey });
  if (await isTaken()) return undefined;

  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok || !response.body) {
    throw new ChatError(
      'not-found',
      `The log ${url} could not be fetched (${response.status}). Check its address.`,
    );
  }
  // The length of what is packed says nothing about what the browser has unpacked already.
  const packed = response.headers.has('content-encoding');
  const total = packed ? undefined : Number(response.headers.get('content-length')) || undefined;
  const report = await importLog(demo.host.manage(), {
    stream: response.body,
    guid,
    name,
    owner: demo.uid,
    onProgress: (progress) => onProgress?.({ ...progress, total }),
    ...(signal && { signal }),
  });
  const { lines, accepted } = report;
  const metadata = { log: { url, lines, accepted } };
  await backend.request('group.update', { guid, metadata }, `log-${guid}-${lines}`);
  await settle();
  return report;

  /** Years of unread messages are nothing to begin with. */
  async function settle(): Promise<void> {
    const target = { guid };
    const { ids } = await backend.request('message.list', { target, position: 'end', limit: 1 });
    const messageId = ids.at(-1);
    if (messageId === undefined) return;
    await backend.request('receipt.read', { target, messageId }, `log-${guid}-${lines}-read`);
  }

  async function isTaken(): Promise<boolean> {
    try {
      const { changes } = await backend.request('group.get', { guid });
      return changes.groups?.some(({ metadata }) => isLog(metadata?.['log'], url)) ?? false;
    } catch (error) {
      if (error instanceof ChatError && error.code === 'not-found') return false;
      throw error;
    }
  }
}

function isLog(value: unknown, url: string): boolean {
  return typeof value === 'object' && value !== null && 'url' in value && value.url === url;
}

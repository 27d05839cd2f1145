import { importLog, type ImportProgress, type ImportReport } from '../backends/simulated/import.js';
import type { Demo } from './demo-types.js';
import { ChatError } from '../protocol/errors.js';
import { createId } from '../protocol/create-id.js';
import type { Json, JsonObject } from '../protocol/records.js';

export interface LogOptions {
  readonly url: string;
  readonly guid?: string;
  readonly name?: string;
  readonly onProgress?: (progress: ImportProgress & { readonly total: number | undefined }) => void;
  readonly signal?: AbortSignal;
}

/**
 * Fetches a chat log into a group of the demo's user. A log that is there already is not taken again: `undefined` is
 * answered then.
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
  if (report.accepted > 0) {
    await remember(report.lines);
    await settle();
  }
  return report;

  /** Years of unread messages are nothing to begin with. */
  async function settle(): Promise<void> {
    const target = { guid };
    const { ids } = await backend.request('message.list', { target, position: 'end', limit: 1 });
    const messageId = ids.at(-1);
    if (messageId === undefined) return;
    await backend.request('receipt.read', { target, messageId }, `log-${guid}-${messageId}-read`);
  }

  /** The world itself remembers, so that a new one begins anew; in a place that shows nobody a notice. */
  async function remember(lines: number): Promise<void> {
    const metadata = await mine();
    const logs = isObject(metadata['logs']) ? metadata['logs'] : {};
    await backend.request(
      'user.update',
      { metadata: { ...metadata, logs: { ...logs, [guid]: url } } },
      `log-${guid}-${lines}-${createId()}`,
    );
  }

  async function mine(): Promise<JsonObject> {
    const { changes } = await backend.request('user.get', { uid: demo.uid });
    return changes.users?.[0]?.metadata ?? {};
  }

  async function isTaken(): Promise<boolean> {
    const { logs } = await mine();
    return isObject(logs) && logs[guid] === url;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

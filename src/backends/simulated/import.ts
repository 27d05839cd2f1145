import { ChatError } from '../../protocol/errors.js';
import type { Management } from '../../protocol/management.js';
import { fingerprint } from './nicks.js';

export interface ImportProgress {
  /** Bytes of the source, still packed where it is packed. */
  readonly bytes: number;
  readonly lines: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Over the whole import. */
  readonly perSecond: number;
}

export interface ImportReport extends ImportProgress {
  /** The first lines that were not taken, by number from 1, and why. */
  readonly problems: readonly { readonly line: number; readonly why: string }[];
}

export interface ImportOptions {
  /** Newline-delimited JSON, see `LogLine`. */
  readonly stream: ReadableStream<Uint8Array>;
  /** Unpacked when its first bytes say so; true and false decide it. */
  readonly gzip?: boolean | 'auto';
  readonly guid: string;
  /** With an owner the group is made first, unless it is there. */
  readonly name?: string;
  readonly owner?: string;
  readonly batch?: number;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

const shownProblems = 100;
/** Characters: nothing that long is a line of a chat log. */
const longestLine = 1_000_000;
const pieceLength = 65_536;

/**
 * Takes a chat log into a group. Nothing but one batch of lines is ever held. Each batch has a command id made of group,
 * line number and content, so that an import that was broken off and begun again repeats nothing.
 */
export async function importLog(
  management: Management,
  options: ImportOptions,
): Promise<ImportReport> {
  const { guid, batch = 1000, onProgress, signal } = options;
  const started = performance.now();
  const problems: { line: number; why: string }[] = [];
  let bytes = 0;
  let lines = 0;
  let accepted = 0;
  let rejected = 0;

  const progress = (): ImportProgress => {
    const seconds = (performance.now() - started) / 1000;
    const perSecond = seconds > 0 ? Math.round(accepted / seconds) : 0;
    return { bytes, lines, accepted, rejected, perSecond };
  };

  async function flush(ready: readonly string[]): Promise<void> {
    if (ready.length === 0) return;
    signal?.throwIfAborted();
    const firstLine = lines + 1;
    const result = await management.request(
      'message.import',
      { guid, firstLine, lines: ready },
      `import-${guid}-${firstLine}-${fingerprint(ready.join('\n'))}`,
    );
    lines += ready.length;
    accepted += result.accepted;
    rejected += result.rejected.length;
    problems.push(...result.rejected.slice(0, shownProblems - problems.length));
    onProgress?.(progress());
  }

  await createGroup(management, options);
  const counted = inPieces(options.stream, (length) => (bytes += length));
  const text = (await unpack(counted, options.gzip ?? 'auto')).pipeThrough(new TextDecoderStream());
  const reader = text.getReader();
  let waiting: string[] = [];
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const parts = (rest + value).split('\n');
      rest = (parts.pop() ?? '').slice(0, longestLine);
      for (const part of parts) {
        waiting.push(part.endsWith('\r') ? part.slice(0, -1) : part);
        if (waiting.length < batch) continue;
        const ready = waiting;
        waiting = [];
        await flush(ready);
      }
    }
    if (rest !== '') waiting.push(rest);
    await flush(waiting);
  } catch (error) {
    // A stream that failed itself cannot be cancelled; why it failed is thrown on.
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }
  return { ...progress(), problems };
}

async function createGroup(management: Management, options: ImportOptions): Promise<void> {
  const { guid, name = guid, owner } = options;
  if (owner === undefined) return;
  try {
    await management.request(
      'group.create',
      { guid, name, owner, type: 'public' },
      `import-${guid}-create`,
    );
  } catch (error) {
    if (!(error instanceof ChatError) || error.code !== 'already-exists') throw error;
  }
}

/** A chunk may be nearly all there is: told as one, it would be read long before its lines are taken. */
function inPieces(
  stream: ReadableStream<Uint8Array>,
  onPiece: (bytes: number) => void,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  let rest: Uint8Array = new Uint8Array(0);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (rest.length === 0) {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          rest = value;
        }
        const piece = rest.subarray(0, pieceLength);
        rest = rest.subarray(pieceLength);
        onPiece(piece.length);
        controller.enqueue(piece);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

async function unpack(
  stream: ReadableStream<Uint8Array>,
  gzip: boolean | 'auto',
): Promise<ReadableStream<BufferSource>> {
  const [source, packed] = gzip === 'auto' ? await detect(stream) : [stream, gzip];
  // Typed arrays over shared memory do not come out of a fetch or a file.
  const chunks = source as ReadableStream<Uint8Array<ArrayBuffer>>;
  return packed ? chunks.pipeThrough(new DecompressionStream('gzip')) : chunks;
}

/** Servers that send `Content-Encoding: gzip` have it unpacked by the browser already, whatever the name ends with. */
async function detect(
  stream: ReadableStream<Uint8Array>,
): Promise<[ReadableStream<Uint8Array>, boolean]> {
  const reader = stream.getReader();
  let head = new Uint8Array(0);
  let ended = false;
  while (head.length < 2 && !ended) {
    const { done, value } = await reader.read();
    ended = done;
    if (value) head = new Uint8Array([...head, ...value]);
  }
  const whole = new ReadableStream<Uint8Array>({
    start(controller) {
      if (head.length > 0) controller.enqueue(head);
      if (ended) controller.close();
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return [whole, head[0] === 0x1f && head[1] === 0x8b];
}

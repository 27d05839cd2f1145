import type { Backend } from '../protocol/backend.js';
import { ChatError } from '../protocol/errors.js';
import type { OperationName, Params, Result } from '../protocol/operations.js';
import type { Attachment } from '../protocol/records.js';
import { aboutOf, type Command, type Upload } from './command.js';
import type { Environment } from './environment.js';

const attempts = 3;
const firstPause = 300;

/** An answer, or `timeout`. */
export function request<N extends OperationName>(
  context: {
    readonly backend: Backend;
    readonly environment: Environment;
    readonly timeout: number;
  },
  name: N,
  params: Params<N>,
  commandId?: string,
): Promise<Result<N>> {
  const { backend, environment, timeout } = context;
  return new Promise((resolve, reject) => {
    const cancel = environment.after(timeout, () =>
      reject(
        new ChatError(
          'timeout',
          `${name} got no answer in ${timeout / 1000} s. It can be tried again.`,
        ),
      ),
    );
    backend.request(name, params, commandId).then(
      (result) => {
        cancel();
        resolve(result);
      },
      (error: unknown) => {
        cancel();
        reject(ChatError.from(error));
      },
    );
  });
}

/** Reading may be repeated without harm, so a lost answer is not shown as a failure at once. */
export async function persistently<T>(environment: Environment, ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (thrown) {
      const error = ChatError.from(thrown);
      // A session that is over is told by its own event; until then it is being opened again.
      const mayPass = error.retryable || error.code === 'unauthenticated';
      if (!mayPass || error.code === 'offline' || attempt === attempts) throw error;
      const pause = Math.max(
        firstPause * 2 ** attempt * (0.5 + environment.random()),
        error.retryAfter ?? 0,
      );
      await new Promise<void>((resolve) => environment.after(pause, resolve));
    }
  }
}

/** Uploads what a message names and has not uploaded yet; the message then carries the addresses. */
export async function withUploads(
  command: Command,
  progressed: (command: Command) => void,
  upload: (file: Upload, data: ArrayBuffer) => Promise<string>,
): Promise<Command> {
  if (command.name !== 'message.send' || !command.uploads || command.params.message.attachments)
    return command;
  const attachments: Attachment[] = [];
  let uploads: readonly Upload[] = command.uploads;
  for (const file of command.uploads) {
    const url = file.url ?? (await upload(file, await bytesOf(file)));
    uploads = uploads.map((one) => (one.id === file.id ? { ...one, url } : one));
    if (file.url === undefined) progressed({ ...command, uploads });
    attachments.push({
      url,
      name: file.name,
      mimeType: file.file.type || 'application/octet-stream',
      size: file.file.size,
      ...(file.width === undefined && (await dimensionsOf(file.file))),
      ...aboutOf(file),
    });
  }
  return {
    ...command,
    uploads,
    params: { ...command.params, message: { ...command.params.message, attachments } },
  };
}

async function bytesOf({ file, name }: Upload): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (cause) {
    throw new ChatError('invalid', `${name} cannot be read any more. Choose it again.`, { cause });
  }
}

async function dimensionsOf(file: Blob): Promise<{ width?: number; height?: number }> {
  if (!file.type.startsWith('image/') || typeof createImageBitmap === 'undefined') return {};
  try {
    const { width, height } = await createImageBitmap(file);
    return { width, height };
  } catch {
    // A picture that this browser cannot draw is sent all the same, without its size.
    return {};
  }
}

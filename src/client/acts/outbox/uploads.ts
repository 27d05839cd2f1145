import { ChatError } from '../../../protocol/errors.js';
import type { Attachment } from '../../../protocol/records.js';
import type { Command, Upload } from '../../command.js';

/** What its attachment says of it besides name, kind and size. */
export function aboutOf({ alt, width, height, duration }: Upload): Partial<Attachment> {
  return {
    ...(alt !== undefined && { alt }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(duration !== undefined && { duration }),
  };
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

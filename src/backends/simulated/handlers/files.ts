import { limits } from '../../../protocol/limits.js';
import { command, query, type Handlers } from '../context.js';
import { fileScheme } from '../checks/message-input.js';
import { mintedId, refuse, textOf } from '../checks/input.js';

export const files: Pick<Handlers, 'file.upload' | 'file.get'> = {
  'file.upload': command(async ({ work, me }, params) => {
    const id = mintedId(params.id, 'file id');
    const name = textOf(params.name, 'name', limits.descriptionLength);
    const mimeType = textOf(params.mimeType, 'mimeType', limits.nameLength);
    const { data } = params;
    if (!(data instanceof ArrayBuffer)) {
      throw refuse(
        'invalid',
        'ERR_INVALID_FILE_OBJECT',
        'The bytes of a file must be an ArrayBuffer.',
      );
    }
    if (data.byteLength > limits.uploadSize) {
      throw refuse(
        'too-large',
        'ERR_FILE_SIZE_EXCEEDED',
        `"${name}" has ${data.byteLength} bytes, and at most ${limits.uploadSize} are allowed.`,
      );
    }
    if (await work.get('files', id)) {
      throw refuse(
        'already-exists',
        'ERR_BAD_REQUEST',
        `There is a file "${id}" already: mint a new id.`,
      );
    }
    work.put('files', { id, uid: me, name, mimeType, data });
    return { url: fileScheme + id };
  }),

  /** The address is the key, as with any file store: who was sent it can read it. */
  'file.get': query(async ({ work }, params) => {
    const url = textOf(params.url, 'url', limits.urlLength);
    const file = url.startsWith(fileScheme)
      ? await work.get('files', url.slice(fileScheme.length))
      : undefined;
    if (!file)
      throw refuse('not-found', 'ERR_EMPTY_MESSAGE_FILE', `There is no file "${url}" here.`);
    return { mimeType: file.mimeType, data: file.data };
  }),
};

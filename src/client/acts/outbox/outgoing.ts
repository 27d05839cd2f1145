import { ChatError } from '../../../protocol/errors.js';
import type { MessageDraft } from '../../../protocol/operations.js';
import type { Upload } from '../../command.js';
import type { ActEnvironment } from '../../environment.js';
import type { DraftFile, Outgoing } from '../../draft-types.js';

/** One message, and the bytes it needs. */
export interface Piece {
  readonly message: MessageDraft;
  readonly uploads?: readonly Upload[];
}

/** The fixed order of the domain. */
const kinds = ['image', 'video', 'audio', 'file'] as const;
type Kind = (typeof kinds)[number];

/**
 * B50: leading and trailing blank lines go, and so do the zero-width characters that pasting brings. The joiners stay
 * where they join: emoji and several scripts are written with them.
 */
export function clean(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .replace(/\s+$/, '');
}

export function isBlank(text: string): boolean {
  return /^[\s\u200b-\u200f\u2060\ufeff]*$/.test(text);
}

/** What a person sends as the messages it makes: files of one kind travel together, the text on the first. */
export function piecesOf(
  outgoing: Outgoing | undefined,
  environment: ActEnvironment,
): readonly Piece[] {
  const { files = [], text: given = '', type, metadata, ...rest } = outgoing ?? {};
  if (typeof given !== 'string')
    throw new ChatError('invalid', 'The text of a message is no string. Make it one.');
  const text = isBlank(given) ? '' : clean(given);
  const common = { ...rest, ...(metadata && { metadata }) };
  if (files.length === 0) {
    if (text === '' && rest.data === undefined) {
      throw new ChatError(
        'invalid',
        'A message needs a text, a file or data. Write something first.',
      );
    }
    const category = type !== undefined && type !== 'text' ? ({ category: 'custom' } as const) : {};
    return [
      {
        message: {
          id: environment.id(),
          ...category,
          type: type ?? 'text',
          ...common,
          ...(text !== '' && { text }),
        },
      },
    ];
  }
  const groups = kinds
    .map((kind) => ({ kind, files: files.filter((file) => kindOf(file) === kind) }))
    .filter((group) => group.files.length > 0);
  const batchId = groups.length > 1 ? { batchId: environment.id() } : undefined;
  return groups.map((group, i) => ({
    message: {
      id: environment.id(),
      type: group.kind,
      ...common,
      ...(batchId && { metadata: { ...metadata, ...batchId } }),
      ...(i === 0 && text !== '' && { text }),
    },
    uploads: group.files.map((file) => ({ ...file, name: file.file.name })),
  }));
}

function kindOf({ file }: DraftFile): Kind {
  const [major] = file.type.split('/');
  return kinds.find((kind) => kind === major) ?? 'file';
}

import type { DraftFile } from '../../client/draft-types.js';
import { createId } from '../../protocol/create-id.js';
import { limits } from '../../protocol/limits.js';

/** Why a file was not taken; the others are. */
export interface FileProblem {
  readonly name: string;
  /** `here`: nobody's files are, or not this person's. */
  readonly reason: 'type' | 'size' | 'count' | 'empty' | 'here';
}

/** Sorts what came in: into the tray as far as it goes, and the rest with its reason. */
export function takeFiles(
  kept: readonly DraftFile[],
  incoming: Iterable<File>,
  accept: string,
): { files: DraftFile[]; problems: FileProblem[] } {
  const files = [...kept];
  const problems: FileProblem[] = [];
  let size = kept.reduce((sum, { file }) => sum + file.size, 0);
  for (const file of incoming) {
    const reason = refusal(file, files.length, size, accept);
    if (reason) {
      problems.push({ name: file.name, reason });
    } else {
      files.push({ id: createId(), file });
      size += file.size;
    }
  }
  return { files, problems };
}

/** Where files are not taken at all. */
export function noneTaken(files: Iterable<File>): FileProblem[] {
  return Array.from(files, ({ name }) => ({ name, reason: 'here' }));
}

export function textFile(text: string): File {
  return new File([text], 'message.txt', { type: 'text/plain' });
}

function refusal(file: File, count: number, size: number, accept: string) {
  if (!isAccepted(file, accept)) return 'type';
  // A dropped folder comes as an empty file as well.
  if (file.size === 0) return 'empty';
  if (size + file.size > limits.uploadSize) return 'size';
  if (count >= limits.attachments) return 'count';
  return undefined;
}

/** `accept` as on `<input type="file">`: `image/*`, `application/pdf`, `.zip`; empty takes everything. */
export function isAccepted(file: { name: string; type: string }, accept: string): boolean {
  const rules = accept
    .toLowerCase()
    .split(',')
    .map((rule) => rule.trim());
  const wanted = rules.filter(Boolean);
  if (wanted.length === 0) return true;
  const [name, type] = [file.name.toLowerCase(), file.type.toLowerCase()];
  return wanted.some((rule) => {
    if (rule.startsWith('.')) return name.endsWith(rule);
    if (rule.endsWith('/*')) return type.startsWith(rule.slice(0, -1));
    return type === rule;
  });
}

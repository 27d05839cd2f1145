import type { Command } from '../command.js';

interface KeptFile {
  readonly bytes: ArrayBuffer;
  readonly type: string;
}
/** A command without its files, and their bytes in the order of its uploads. */
export interface BareCommand {
  readonly command: Command;
  readonly files: readonly KeptFile[];
}

/** For browsers that keep no files in IndexedDB, as WebKit does not in private windows. */
export async function toBytes(command: Command): Promise<BareCommand> {
  const { uploads = [] } = command;
  const files = uploads.map(async ({ file }) => ({
    bytes: await file.arrayBuffer(),
    type: file.type,
  }));
  const bare = uploads.map((upload) => ({ ...upload, file: undefined }));
  return {
    command: { ...command, uploads: bare } as unknown as Command,
    files: await Promise.all(files),
  };
}

export function fromBytes({ command, files }: BareCommand): Command {
  const uploads = command.uploads?.map((upload, i) => {
    const { bytes, type } = files[i] ?? { bytes: new ArrayBuffer(), type: '' };
    return { ...upload, file: new Blob([bytes], { type }) };
  });
  return { ...command, ...(uploads && { uploads }) };
}

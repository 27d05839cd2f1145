/** In the place of a file. Nothing else that is kept has an `ArrayBuffer`. */
interface FileBytes {
  readonly bytes: ArrayBuffer;
  readonly type: string;
  /** Of a `File`; others are a `Blob`. */
  readonly name?: string;
}

export function holdsFiles(value: unknown): boolean {
  return value instanceof Blob || (isObject(value) && Object.values(value).some(holdsFiles));
}

/** The same with bytes for files: for browsers that keep none in IndexedDB, as WebKit does not in private windows. */
export async function toBytes<T>(value: T): Promise<T>;
export async function toBytes(value: unknown): Promise<unknown> {
  if (value instanceof Blob) {
    const { type } = value;
    const bytes: FileBytes = {
      bytes: await value.arrayBuffer(),
      type,
      ...(value instanceof File && { name: value.name }),
    };
    return bytes;
  }
  if (Array.isArray(value)) return Promise.all(value.map((one: unknown) => toBytes(one)));
  if (!isObject(value)) return value;
  const all = Object.entries(value).map(
    async ([key, one]: [string, unknown]) => [key, await toBytes(one)] as const,
  );
  return Object.fromEntries(await Promise.all(all));
}

export function fromBytes<T>(value: T): T;
export function fromBytes(value: unknown): unknown {
  if (!isObject(value) || value instanceof Blob) return value;
  if (Array.isArray(value)) return (value as unknown[]).map((one) => fromBytes(one));
  if (isFile(value)) {
    const { bytes, type, name } = value;
    return name === undefined ? new Blob([bytes], { type }) : new File([bytes], name, { type });
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fromBytes(one)]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isFile(value: object): value is FileBytes {
  return 'bytes' in value && value.bytes instanceof ArrayBuffer;
}

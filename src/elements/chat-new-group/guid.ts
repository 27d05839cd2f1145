import { createId } from '../../protocol/create-id.js';

/** A readable GUID from a group's name, with an end that keeps it apart from groups of the same name. */
export function guidOf(name: string, id: () => string = createId): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  const end = id().slice(-6);
  return plain ? `${plain}-${end}` : `group-${end}`;
}

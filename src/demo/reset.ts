import { tellUntil } from './notice.js';

function remove(database: string): Promise<void> {
  const request = indexedDB.deleteDatabase(database);
  const removed = new Promise<void>((resolve) => {
    request.onsuccess = request.onerror = () => resolve();
  });
  const held = 'Another tab or window holds the saved world. Close it: this page starts over then.';
  request.onblocked = () => tellUntil(removed, held);
  return removed;
}

/**
 * Forgets the world and all that was not sent, and opens the page again.
 *
 * @param query of its address
 */
export async function reset(query: URLSearchParams): Promise<void> {
  const found = (await indexedDB.databases?.()) ?? [];
  const own = found.flatMap((database) =>
    database.name?.startsWith('chat-elements') ? [database.name] : [],
  );
  await Promise.all(own.map(remove));
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('chat-elements')) localStorage.removeItem(key);
  }
  query.delete('reset');
  location.replace(`${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`);
}

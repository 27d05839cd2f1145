import type { MessageHost } from '../../chat-message/message-host.js';

/** A press on a name, a face, a mention or a link in a message. */
export function followPress(event: MouseEvent, host: MessageHost | undefined): void {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return;
  const uid = target.closest<HTMLElement>('[data-uid]')?.dataset['uid'];
  const link = target.closest<HTMLAnchorElement>('a[target]');
  if (uid) host?.openPerson(uid);
  else if (link && !host?.openLink(link.href)) event.preventDefault();
}

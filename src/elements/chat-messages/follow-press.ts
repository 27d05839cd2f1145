import type { MessageActions } from './message-actions.js';

/** A press on a name, a face, a mention or a link in a message. */
export function followPress(event: MouseEvent, actions: MessageActions | undefined): void {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return;
  const uid = target.closest<HTMLElement>('[data-uid]')?.dataset['uid'];
  const link = target.closest<HTMLAnchorElement>('a[target]');
  if (uid) actions?.openPerson(uid);
  else if (link && !actions?.openLink(link.href)) event.preventDefault();
}

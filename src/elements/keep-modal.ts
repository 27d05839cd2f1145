/**
 * B115: a modal dialog that is moved in the page keeps its attribute, and nothing else of being open.
 *
 * @param shows it is above the page again
 */
export function keepModal(dialog: HTMLDialogElement | null, shows = true): void {
  if (!dialog?.open || dialog.matches(':modal')) return;
  dialog.open = false;
  if (shows && dialog.isConnected) dialog.showModal();
}

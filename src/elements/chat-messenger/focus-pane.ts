/** The conversation has it before what stands beside it; in a narrow box there is one pane. */
export function focusPane(root: ParentNode): void {
  const panes = ['.talk', '.in', '.pane'].map((kind) => root.querySelector(`${kind}:not([inert])`));
  (panes.find(Boolean)?.firstElementChild as HTMLElement | null)?.focus();
}

/** A small box above the page, whose words assistive technology hears. */
export function createNotice() {
  const box = document.createElement('div');
  const status = document.createElement('div');

  Object.assign(box.style, {
    position: 'fixed',
    insetBlockEnd: '16px',
    insetInlineStart: '16px',
    zIndex: '10',
    display: 'grid',
    gap: '6px',
    minInlineSize: '240px',
    maxInlineSize: 'calc(100vw - 64px)',
    padding: '12px 16px',
    borderRadius: '12px',
    fontSize: '13px',
    lineHeight: '1.4',
    fontVariantNumeric: 'tabular-nums',
    color: 'light-dark(#1c1d22, #f1f1f4)',
    background: 'light-dark(#fff, #2a2c33)',
    boxShadow: '0 8px 32px rgb(0 0 0 / 22%)',
  });
  status.role = 'status';
  status.style.fontWeight = '600';
  box.append(status);
  document.body.append(box);
  return { box, status };
}

/** Says it until that is over. */
export function tellUntil(over: Promise<unknown>, text: string): void {
  const { box, status } = createNotice();
  box.style.maxInlineSize = 'min(360px, 100vw - 64px)';
  status.textContent = text;
  const close = () => box.remove();
  over.then(close, close);
}

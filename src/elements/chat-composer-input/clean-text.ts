// Zero-width joiner and non-joiner stay: emoji, Persian and Indic scripts are written with them.
const invisible = /[\u200b\u2060\ufeff]/g;

/** Pasted text without what nobody sees and search cannot find. */
export function visibleText(text: string): string {
  return text.replaceAll(invisible, '');
}

/** The text as it is sent: no blank lines around it, nothing invisible from pastes in it; '' when nothing is left. */
export function cleanText(text: string): string {
  const visible = visibleText(text).replaceAll('\r\n', '\n');
  if (/^[\s\u200c\u200d\u2800\u00ad]*$/.test(visible)) return '';
  return visible.replace(/^([^\S\n]*\n)+/, '').trimEnd();
}

/** The text is one web address and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim()) && URL.canParse(text.trim());
}

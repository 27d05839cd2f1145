const safe = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address, when it is absolute and of a kind that cannot run anything. */
export function safeHref(href: string): string | undefined {
  try {
    const url = new URL(href);
    return safe.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

// What stands before an "@" looks like the domain and is none.
const looksLikeDomain = /^\s*(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/:?#@]\S*)?\s*$/iu;
/** What nobody sees. */
const formats = /\p{Cf}/gu;

/** The domain a link really leads to, when its visible text names another one. */
export function disguisedDomain(text: string, href: string): string | undefined {
  const shown = looksLikeDomain.exec(text.replaceAll(formats, ''))?.[1];
  if (shown === undefined || !/^https?:/.test(href)) return undefined;
  const real = new URL(href).hostname;
  try {
    // Through URL, so that both are compared in the same (punycode, lower-case) spelling.
    const named = new URL(`https://${shown}`).hostname;
    return bare(named) === bare(real) ? undefined : real;
  } catch {
    return real;
  }
}

function bare(host: string): string {
  return host.replace(/^www\./, '');
}

declare const process: { env: { NODE_ENV?: string } } | undefined;

/** The second voice of errors: a hint for the page's author, in development only, once a code. */
export function warn(code: string, text: string): void {
  if (typeof process !== 'undefined' && process.env.NODE_ENV === 'production') return;
  if (warned.has(code)) return;
  warned.add(code);
  console.warn(`chat-elements: ${text} See the README, "${code}".`);
}

const warned = new Set<string>();

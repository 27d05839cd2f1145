/** How a request ended: `ok`, or the code of the refusal with the domain's own. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'ok';
  } catch (error) {
    const { name, code, detail } = error as { name: string; code?: string; detail?: string };
    return name === 'ChatError' ? `${code} ${detail}` : `not a ChatError: ${String(error)}`;
  }
}

/** Tags as they are written in one line: apart by commas of any script, each once. */
export function splitTags(text: string): string[] {
  const tags = text.split(/[,،、，;]/).map((tag) => tag.trim().replace(/^#/, ''));
  return [...new Set(tags.filter(Boolean))];
}

export function gradient(id: string, from: string, to: string, angle = 'x2="1" y2="1"'): string {
  return `<linearGradient id="${id}" x1="0" y1="0" ${angle}><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;
}

export function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

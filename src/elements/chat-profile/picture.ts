/** Pixels on either side. */
const side = 256;

/** A file as a small square picture, at an address that carries it. Rejects what is no picture. */
export async function pictureOf(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const cut = Math.min(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const pen = canvas.getContext('2d');
  // A picture with holes is laid on white, as JPEG has none.
  if (pen) pen.fillStyle = '#fff';
  pen?.fillRect(0, 0, side, side);
  pen?.drawImage(bitmap, (width - cut) / 2, (height - cut) / 2, cut, cut, 0, 0, side, side);
  bitmap.close();
  return canvas.toDataURL('image/jpeg', 0.85);
}

/** What somebody typed as an address; undefined where it is none that a page may open. */
export function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return '';
  // `ana.example` is meant as an address, `hello` is not.
  const url = /^[^:/\s]+\.[^\s]+$/.test(text) ? `https://${text}` : text;
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) ? url : undefined;
}

/** Office programs add a picture of the text they copy: then the text is meant. */
export function pastedFiles({ clipboardData: data }: ClipboardEvent): readonly File[] {
  return data?.getData('text/plain') ? [] : [...(data?.files ?? [])];
}

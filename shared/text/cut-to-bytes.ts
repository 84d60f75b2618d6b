/** Text cut to what a system takes: names of files are measured in bytes of UTF-8, and no character is cut through. */
export function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  let end = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > most) break;
    end += sign.length;
  }
  return text.slice(0, end);
}

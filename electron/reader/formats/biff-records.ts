/**
 * The old XLS keeps no checksums, and its library finds its way past records it does not know: a turned bit in the length of one would lose rows
 * without a word. So the chain of records (MS-XLS 2.1.4) is walked first: every record of a possible kind and length, each begun
 * stream ended, and the last ending where the bytes end. What stands within a value cannot be checked in this format.
 */

/** BOF of the versions 2, 3, 4, and 5 to 8. */
const begins = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const ends = 0x000a;
/** No record is longer (MS-XLS 2.1.4), nor of a higher kind. */
const longest = 8224;
const highest = 0x10ff;
/** The cells of version 2, which never stood in a container. */
const lowest = 0x0006;

/** Records of cells that have one length: BLANK, NUMBER, BOOLERR, LABELSST, RK (2.4.20, 2.4.180, 2.4.24, 2.4.149, 2.4.220). */
const lengths = new Map([
  [0x0201, 6],
  [0x0203, 14],
  [0x0205, 8],
  [0x00fd, 10],
  [0x027e, 10],
]);

export function isWholeBiff(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let depth = 0;
  let at = 0;
  while (at + 4 <= view.byteLength) {
    const kind = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (kind === 0 && length === 0 && depth === 0) break;
    if (kind < lowest || kind > highest || length > longest) return false;
    if ((lengths.get(kind) ?? length) !== length) return false;
    if (begins.has(kind)) depth += 1;
    else if (kind === ends) depth -= 1;
    // Nothing stands outside a stream.
    else if (depth === 0) return false;
    if (depth < 0) return false;
    at += 4 + length;
  }
  if (depth !== 0 || at > view.byteLength) return false;
  // Some programs fill up the last sector.
  return stream.subarray(at).every((byte) => byte === 0);
}

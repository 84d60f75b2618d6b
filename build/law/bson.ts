// Reads the kind of BSON document the telephone map is kept in: names and texts, nothing else.

const textType = 2;

/** The fields of a document, in their order. Throws on any other kind of field. */
export function readTextDocument(bytes: Buffer): Map<string, string> {
  const fields = new Map<string, string>();
  let at = 4;
  while (bytes[at] !== 0) {
    if (bytes[at] !== textType) throw new Error(`not a text field at byte ${at}`);
    const nameEnd = bytes.indexOf(0, at + 1);
    const name = bytes.toString('utf8', at + 1, nameEnd);
    const length = bytes.readInt32LE(nameEnd + 1);
    const start = nameEnd + 5;
    fields.set(name, bytes.toString('utf8', start, start + length - 1));
    at = start + length;
  }
  return fields;
}

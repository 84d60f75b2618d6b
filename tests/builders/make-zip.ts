/** A ZIP in memory. */
import { ZipFile } from 'yazl';

/** `plain`: its parts are not packed smaller. */
export async function makeZip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  plain = false,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content as Uint8Array), name, { compress: !plain });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

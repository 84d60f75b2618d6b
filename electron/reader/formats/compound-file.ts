/**
 * The container of the old Office formats (MS-CFB): a file system in a file, whose chains of sectors a damaged file can tie into circles. Read
 * here, because the library's reader follows such a circle for a minute; every chain is followed once and no further than the file is long.
 */
import { FileFault } from '../file-fault.ts';

const endOfChain = 0xfffffffe;
const none = 0xffffffff;
const entryBytes = 128;

function damaged(what: string): FileFault {
  return new FileFault('import.unreadable', { what: `container: ${what}` });
}

/** The streams at its top, by their names. Throws `FileFault`. */
export function readCompoundFile(bytes: Buffer): ReadonlyMap<string, () => Buffer> {
  if (bytes.length < 512) throw damaged('too short');
  const shift = bytes.readUInt16LE(0x1e);
  if (shift !== 9 && shift !== 12) throw damaged('sectors');
  const size = 1 << shift;
  const most = Math.ceil(bytes.length / size);

  const sector = (index: number): Buffer => {
    const from = (index + 1) * size;
    if (from >= bytes.length) throw damaged('cut off');
    return bytes.subarray(from, from + size);
  };
  /** The numbers of a chain, told by the table that links them. */
  const chain = (first: number, table: readonly number[], longest: number): number[] => {
    const links: number[] = [];
    for (let index = first; index !== endOfChain && index !== none; index = table[index] ?? endOfChain) {
      if (index >= table.length || links.length >= longest) throw damaged('circle');
      links.push(index);
    }
    return links;
  };
  const numbers = (part: Buffer): number[] => {
    const list: number[] = [];
    for (let at = 0; at + 4 <= part.length; at += 4) list.push(part.readUInt32LE(at));
    return list;
  };

  const tableSectors = numbers(bytes.subarray(0x4c, 0x200));
  let more = bytes.readUInt32LE(0x44);
  for (let count = 0; more !== endOfChain && more !== none; count += 1) {
    if (count > most) throw damaged('circle');
    const list = numbers(sector(more));
    more = list.pop() ?? endOfChain;
    for (const index of list) tableSectors.push(index);
  }
  const table: number[] = [];
  const used = tableSectors.filter((index) => index !== none);
  if (used.length > most) throw damaged('circle');
  for (const index of used) for (const link of numbers(sector(index))) table.push(link);

  const contentOf = (first: number) => Buffer.concat(chain(first, table, most).map(sector));
  const directory = contentOf(bytes.readUInt32LE(0x30));
  const entry = (index: number) => {
    const from = index * entryBytes;
    if (from + entryBytes > directory.length) throw damaged('directory');
    const one = directory.subarray(from, from + entryBytes);
    const nameBytes = Math.min(64, one.readUInt16LE(0x40));
    return {
      name: one.toString('utf16le', 0, Math.max(0, nameBytes - 2)),
      isStream: one[0x42] === 2,
      beside: [one.readUInt32LE(0x44), one.readUInt32LE(0x48)],
      child: one.readUInt32LE(0x4c),
      first: one.readUInt32LE(0x74),
      bytes: one.readUInt32LE(0x78),
    };
  };
  const root = entry(0);
  const smallest = bytes.readUInt32LE(0x38);
  const small = 1 << Math.min(12, bytes.readUInt16LE(0x20));
  const read = (first: number, length: number): Buffer => {
    if (length > bytes.length) throw damaged('length');
    if (length >= smallest) {
      const content = contentOf(first);
      if (content.length < length) throw damaged('cut off');
      return content.subarray(0, length);
    }
    const within = contentOf(root.first);
    const links = numbers(contentOf(bytes.readUInt32LE(0x3c)));
    const content = Buffer.concat(
      chain(first, links, Math.ceil(within.length / small)).map((index) =>
        within.subarray(index * small, (index + 1) * small),
      ),
    );
    if (content.length < length) throw damaged('cut off');
    return content.subarray(0, length);
  };

  const streams = new Map<string, () => Buffer>();
  const seen = new Set<number>();
  const waiting = [root.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === none || seen.has(index)) continue;
    seen.add(index);
    const one = entry(index);
    waiting.push(...one.beside);
    if (one.isStream && !streams.has(one.name)) streams.set(one.name, () => read(one.first, one.bytes));
  }
  return streams;
}

/** Damage as disks, mail and bad programs do it, and as somebody with bad intent would. The same number does the same damage. */
import { bytesOf, type FileSeed, fileSeeds } from './import-files.ts';
import { makeZip } from './make-zip.ts';

export type Mutated = { readonly name: string; readonly how: string; readonly bytes: Buffer };

type Random = (below: number) => number;

function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

/** What stands where it should not. */
const tokens = [
  '"',
  '""',
  '"\n',
  "'",
  ',',
  ',,,,,,',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n\r\n',
  '\0',
  '\ufeff',
  '\ufffd',
  '🙂',
  '\\"',
  '~',
  '*',
  '^',
  ':',
  '!',
  '|',
  '<',
  '>',
  '&',
  '&lt;',
  '&#0;',
  '&#x110000;',
  '&x;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '</row>',
  '<c r="ZZZ9999999">',
  '<v>',
  '-',
  '--5',
  '1e999',
  '-0',
  'NaN',
  '99999999999999999999',
  '0.1.2',
  '1,2,3',
  '$',
  '(',
  '€',
  '=HYPERLINK("x")',
  '@',
  '+1',
  '1900-02-29',
  '31/02/2025',
  '0/0/0000',
  'Total',
  'Grand Total',
  'Name',
  'Amount',
  'TRNS\t',
  'ENDTRNS\n',
  'SPL',
  '!TRNS',
  '<STMTTRN>',
  '</OFX>',
  '<TRNAMT>',
  'CLP*',
  'ISA',
  'SE*',
  'PK\u0003\u0004',
  'sep=;\n',
  '__proto__',
  'constructor',
];

function around(bytes: Buffer, random: Random, most = 64): [number, number] {
  const from = random(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random(most))];
}

const damages: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  bits(bytes, random) {
    const out = Buffer.from(bytes);
    for (let left = 1 + random(8); left > 0 && out.length > 0; left -= 1) {
      const at = random(out.length);
      out.writeUInt8(out.readUInt8(at) ^ (1 << random(8)), at);
    }
    return out;
  },
  cut: (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  hole(bytes, random) {
    const [from, to] = around(bytes, random, 200);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  repeat(bytes, random) {
    const [from, to] = around(bytes, random, 300);
    const part = bytes.subarray(from, to);
    return Buffer.concat([
      bytes.subarray(0, to),
      ...Array.from({ length: 1 + random(40) }, () => part),
      bytes.subarray(to),
    ]);
  },
  swap(bytes, random) {
    const [a, b] = around(bytes, random, 100);
    const [c, d] = around(bytes.subarray(b), random, 100);
    return Buffer.concat([
      bytes.subarray(0, a),
      bytes.subarray(b + c, b + d),
      bytes.subarray(b, b + c),
      bytes.subarray(a, b),
      bytes.subarray(b + d),
    ]);
  },
  insert(bytes, random) {
    const at = random(bytes.length + 1);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(tokens[random(tokens.length)] ?? ''),
      bytes.subarray(at),
    ]);
  },
  overwrite(bytes, random) {
    const out = Buffer.from(bytes);
    const [from, to] = around(bytes, random, 20);
    out.fill([0, 255, 32, 13, 34][random(5)] ?? 0, from, to);
    return out;
  },
  lines(bytes, random) {
    const lines = bytes.toString('latin1').split('\n');
    const from = random(lines.length);
    const [line = ''] = lines.splice(from, 1);
    lines.splice(random(lines.length + 1), 0, line, ...(random(2) === 0 ? [line] : []));
    return Buffer.from(lines.join('\n'), 'latin1');
  },
};

/** Fields of a ZIP's headers that say something about sizes, places, sums and ways of packing. */
function lie(zip: Buffer, random: Random): Buffer {
  const out = Buffer.from(zip);
  const heads: [mark: string, fields: readonly number[]][] = [
    ['PK\u0003\u0004', [4, 6, 8, 14, 18, 22, 26, 28]],
    ['PK\u0001\u0002', [4, 6, 8, 10, 16, 20, 24, 28, 30, 32, 42]],
    ['PK\u0005\u0006', [4, 8, 10, 12, 16, 20]],
  ];
  const [mark, fields] = heads[random(heads.length)] ?? ['PK\u0001\u0002', [20]];
  const places: number[] = [];
  const sought = Buffer.from(mark, 'latin1');
  for (let at = out.indexOf(sought); at !== -1; at = out.indexOf(sought, at + 1)) places.push(at);
  const at = (places[random(places.length)] ?? 0) + (fields[random(fields.length)] ?? 4);
  const values = [0, 1, 0xffff, 0xffffffff, 0x7fffffff, out.length, random(0x1_0000)];
  if (at + 4 <= out.length) {
    const value = values[random(values.length)] ?? 0;
    if (random(2) === 0) out.writeUInt16LE(value & 0xffff, at);
    else out.writeUInt32LE(value >>> 0, at);
  }
  return out;
}

const names = Object.keys(fileSeeds);
const kinds = Object.keys(damages);

export async function mutate(number: number): Promise<Mutated> {
  const random = randomOf(number * 2_654_435_761 + 97);
  const name = names[random(names.length)] ?? '';
  const seed = fileSeeds[name] as FileSeed;
  const done: string[] = [];
  const damage = (bytes: Buffer): Buffer => {
    let out = bytes;
    for (let left = 1 + random(3); left > 0; left -= 1) {
      const kind = kinds[random(kinds.length)] ?? 'bits';
      done.push(kind);
      out = damages[kind]?.(out, random) ?? out;
    }
    return out;
  };
  if (seed.kind === 'bytes') {
    const bytes = damage(seed.bytes);
    return { name, how: done.join(' '), bytes };
  }
  const way = random(10);
  if (way < 6) {
    // Inside a part, packed anew: what checksums cannot tell.
    const inside = Object.keys(seed.parts);
    const part = inside[random(inside.length)] ?? '';
    const parts = { ...seed.parts, [part]: damage(seed.parts[part] ?? Buffer.alloc(0)) };
    if (random(8) === 0) delete parts[inside[random(inside.length)] ?? ''];
    return { name, how: `${part}: ${done.join(' ')}`, bytes: await makeZip(parts) };
  }
  const whole = await bytesOf(seed);
  if (way < 8) return { name, how: 'headers', bytes: lie(whole, random) };
  return { name, how: `outside: ${done.join(' ')}`, bytes: damage(whole) };
}

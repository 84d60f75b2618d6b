/**
 * PDFs as Chromium writes them: every object stands in the file as it is, found by one table of places at its end. Such a file can be put
 * together with others by moving bytes, twenty times as fast as by reading it whole, and nothing in it is lost. What is
 * written in another way (compressed objects, changes appended, a password) is not read here, and the caller is told.
 *
 * Text is handled as Latin-1, byte for byte, so that streams pass through unharmed.
 */

export type PlainPdf = {
  /** The bodies of the objects that belong to the pages and to the structure read aloud, by number. */
  readonly objects: ReadonlyMap<number, string>;
  readonly pageTree: number;
  readonly pages: number;
  readonly structure: PlainStructure | null;
};

export type PlainStructure = {
  readonly root: number;
  /** The elements at the top. */
  readonly tops: readonly number[];
  /** From the key of a page to the list of what stands on it. */
  readonly parents: ReadonlyMap<number, number>;
  /** The leaves of the table of names of elements. */
  readonly names: readonly number[];
};

/** A string in brackets or in hexadecimal, or a reference outside of them. */
const stringOrReference = /\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>|\b(\d+) 0 R\b/g;
const streamBegins = />>\s*stream\r?\n/;

/** What stands before an object's stream, and the rest. */
export function splitStream(body: string): readonly [string, string] {
  const found = streamBegins.exec(body);
  if (found === null) return [body, ''];
  const at = found.index + 2;
  return [body.slice(0, at), body.slice(at)];
}

/** Rewrites the references and strings of an object; its stream stays as it is. */
export function rewrite(
  body: string,
  reference: (number: number) => number,
  string: (text: string) => string,
): string {
  const [head, stream] = splitStream(body);
  const written = head.replace(stringOrReference, (whole: string, number: string | undefined) =>
    number === undefined ? string(whole) : `${reference(Number(number))} 0 R`,
  );
  return written + stream;
}

function referencesIn(body: string): number[] {
  const [head] = splitStream(body);
  return [...head.matchAll(stringOrReference)].flatMap(([, number]) =>
    number === undefined ? [] : [Number(number)],
  );
}

/** One reference of an object by its name, such as `/Pages 8 0 R`. */
function referenceOf(body: string, name: string): number | null {
  const found = new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(body);
  return found === null ? null : Number(found[1]);
}

/** The references in a list by its name, such as `/Kids [3 0 R 4 0 R]`; `null` when there is no such list. */
function listOf(body: string, name: string): number[] | null {
  const found = new RegExp(`/${name}\\s*\\[([^\\]]*)\\]`).exec(body);
  return found === null
    ? null
    : [...(found[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

/** `null` when the file is not written in the plain way. */
export function readPlainPdf(bytes: Uint8Array): PlainPdf | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const all = objectsOf(text);
  if (all === null) return null;
  const catalog = all.objects.get(all.catalog) ?? '';
  const pageTree = referenceOf(catalog, 'Pages');
  if (pageTree === null) return null;
  const count = /\/Count\s+(\d+)/.exec(all.objects.get(pageTree) ?? '');
  if (count === null) return null;
  const root = referenceOf(catalog, 'StructTreeRoot');
  const structure = root === null ? null : structureOf(all.objects, root);
  if (root !== null && structure === null) return null;
  const objects = reachable(
    all.objects,
    [pageTree, ...(structure ? [...structure.tops, ...structure.parents.values(), ...structure.names] : [])],
    [all.catalog, ...(root === null ? [] : [root])],
  );
  return objects && { objects, pageTree, pages: Number(count[1]), structure };
}

function objectsOf(text: string): { objects: Map<number, string>; catalog: number } | null {
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64));
  if (end === null) return null;
  const table = Number(end[1]);
  const head = /^xref\s+0 (\d+) ?\r?\n/.exec(text.slice(table, table + 40));
  const trailerAt = text.indexOf('trailer', table);
  if (head === null || trailerAt < 0) return null;
  const trailer = text.slice(trailerAt);
  const catalog = referenceOf(trailer, 'Root');
  if (catalog === null || /\/(Prev|Encrypt|XRefStm)\b/.test(trailer)) return null;
  const places = [...text.slice(table + head[0].length, trailerAt).matchAll(/(\d{10}) \d{5} ([nf])/g)];
  if (places.length !== Number(head[1])) return null;
  const objects = new Map<number, string>();
  for (const [number, [, offset, kind]] of places.entries()) {
    if (kind === 'f') continue;
    const begin = `${number} 0 obj`;
    const at = Number(offset);
    if (!text.startsWith(begin, at)) return null;
    objects.set(number, text.slice(at + begin.length, endOf(text, at)).trim());
  }
  return { objects, catalog };
}

/** Where an object's body ends. A stream says how long it is, because its bytes may hold any word. */
function endOf(text: string, at: number): number {
  const stream = text.indexOf('stream', at);
  const end = text.indexOf('endobj', at);
  if (stream < 0 || stream > end) return end;
  const head = text.slice(at, stream + 8);
  const begins = streamBegins.exec(head);
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(head);
  if (begins === null || length === null) return end;
  return text.indexOf('endobj', at + begins.index + begins[0].length + Number(length[1]));
}

function structureOf(objects: ReadonlyMap<number, string>, root: number): PlainStructure | null {
  const body = objects.get(root) ?? '';
  const one = referenceOf(body, 'K');
  const tops = one === null ? listOf(body, 'K') : [one];
  const parentTree = referenceOf(body, 'ParentTree');
  if (tops === null || parentTree === null) return null;
  const parents = new Map<number, number>();
  for (const leaf of leavesOf(objects, parentTree)) {
    const pairs = /\/Nums\s*\[([^\]]*)\]/.exec(objects.get(leaf) ?? '');
    if (pairs === null) return null;
    for (const [, key, list] of (pairs[1] ?? '').matchAll(/(\d+) (\d+) 0 R/g))
      parents.set(Number(key), Number(list));
  }
  const nameTree = referenceOf(body, 'IDTree');
  return { root, tops, parents, names: nameTree === null ? [] : leavesOf(objects, nameTree) };
}

function leavesOf(objects: ReadonlyMap<number, string>, node: number): number[] {
  const kids = listOf(objects.get(node) ?? '', 'Kids');
  return kids === null ? [node] : kids.flatMap((kid) => leavesOf(objects, kid));
}

/** Everything that can be come to from some objects, those left out aside; `null` when one is missing. */
function reachable(
  objects: ReadonlyMap<number, string>,
  from: readonly number[],
  without: readonly number[],
): Map<number, string> | null {
  const found = new Map<number, string>();
  const open = [...from];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (found.has(number) || without.includes(number)) continue;
    const body = objects.get(number);
    if (body === undefined) return null;
    found.set(number, body);
    open.push(...referencesIn(body));
  }
  return found;
}

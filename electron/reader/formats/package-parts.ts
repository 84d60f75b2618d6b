/** How the parts of an Office package (ECMA-376 part 2) name each other: relationships, whose targets are never anything but other parts. */
import { FileFault } from '../file-fault.ts';
import { attributeOf, makeXmlScanner, type XmlHandler } from '../xml-scan.ts';
import type { ZipPart, ZipParts } from '../zip-parts.ts';

/** Directories and lists of sheets are small. */
const mostBytes = 32 * 1024 * 1024;

export type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Goes through all of a part. Throws `FileFault`. */
export async function scanPart(zip: ZipParts, part: ZipPart, handler: Partial<XmlHandler>): Promise<void> {
  if (part.bytes > mostBytes) throw new FileFault('import.unpacks_too_large', { most: mostBytes });
  const scanner = makeXmlScanner({
    open: handler.open ?? (() => undefined),
    close: handler.close ?? (() => undefined),
    text: handler.text ?? (() => undefined),
  });
  for await (const piece of zip.open(part)) scanner.push(piece);
  scanner.end();
}

/** Of a part, or of the package for the empty name; targets are full names of parts. What lies outside the package is left out. */
export async function relationsOf(zip: ZipParts, name: string): Promise<readonly Relation[]> {
  const slash = name.lastIndexOf('/');
  const folder = name.slice(0, slash + 1);
  const part = zip.find(`${folder}_rels/${name.slice(slash + 1)}.rels`);
  if (part === null) return [];
  const relations: Relation[] = [];
  await scanPart(zip, part, {
    open(element, attributes) {
      if (element !== 'Relationship') return;
      if (attributeOf(attributes, 'TargetMode')?.toLowerCase() === 'external') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        type: (attributeOf(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: resolve(folder, target),
      });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const clean = target.replaceAll('\\', '/');
  const parts: string[] = [];
  for (const step of (clean.startsWith('/') ? clean : folder + clean).split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
}

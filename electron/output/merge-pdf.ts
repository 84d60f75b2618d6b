/**
 * Many PDFs as one: the letters of a run, in order, each with a bookmark. Fonts, pictures and the structure that screen readers follow stay
 * as they were; a PDF in a form this does not read is copied page by page, which loses that structure.
 *
 * It is work for a thread of its own: a run has thousands of pages.
 */
import { PDFDocument } from '@cantoo/pdf-lib';
import { type PlainPdf, readPlainPdf, rewrite } from './plain-pdf.ts';

export type PdfPart = { readonly pdf: Uint8Array /** What its bookmark says. */; readonly title: string };

export type PdfStack = {
  /** Returns how many pages it has. */
  add(part: PdfPart): Promise<number>;
  /** The whole; `title` is shown by programs that open it. */
  finish(title: string): { readonly pdf: Uint8Array<ArrayBuffer>; readonly pages: number };
};

/** Objects of the whole, with fixed numbers; those of the parts follow. */
const catalog = 1;
const pageTree = 2;
const structureTree = 3;
const parentTree = 4;
const nameTree = 5;
const information = 6;
const outline = 7;
/** The one element everything read aloud belongs to. */
const wholeElement = 8;
const firstFree = 9;

const hexadecimal = (text: string): string => {
  const bytes = Buffer.from(text, 'utf16le').swap16();
  return `<FEFF${bytes.toString('hex').toUpperCase()}>`;
};

export function makePdfStack(): PdfStack {
  const chunks: Buffer[] = [];
  const places: number[] = [];
  let length = 0;
  let next = firstFree;
  let parts = 0;
  let pages = 0;
  let nextKey = 0;
  const kids: number[] = [];
  const tops: number[] = [];
  const parents: string[] = [];
  const names: number[] = [];
  const marks: { readonly title: string; readonly page: number }[] = [];

  const write = (text: string): void => {
    const bytes = Buffer.from(text, 'latin1');
    chunks.push(bytes);
    length += bytes.length;
  };
  const object = (number: number, body: string): void => {
    places[number] = length;
    write(`${number} 0 obj\n${body}\nendobj\n`);
  };
  write('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n');

  /** Writes a part's objects under new numbers, and ties them to the whole. */
  function addPlain(part: PlainPdf, title: string): void {
    const { structure } = part;
    const numbers = new Map<number, number>();
    for (const number of part.objects.keys()) {
      numbers.set(number, next);
      next += 1;
    }
    const moved = (number: number): number =>
      number === structure?.root ? wholeElement : (numbers.get(number) ?? catalog);
    parts += 1;
    // Names of elements are each part's own; with its number before them they stay in order.
    const prefix = `p${String(parts).padStart(7, '0')}-`;
    const named = (text: string): string =>
      /^\(node\d+\)$/.test(text) ? `(${prefix}${text.slice(1)}` : text;
    const firstKey = nextKey;
    for (const [number, body] of part.objects) {
      let written = rewrite(body, moved, named);
      if (number === part.pageTree)
        written = written.replace('/Type /Pages', `/Type /Pages\n/Parent ${pageTree} 0 R`);
      else if (/\/Type\s*\/(Page|Annot)\b/.test(written.slice(0, 4000)))
        written = written.replace(
          /\/(StructParents?) (\d+)/g,
          (_all, name: string, key: string) => `/${name} ${firstKey + Number(key)}`,
        );
      object(moved(number), written);
    }
    kids.push(moved(part.pageTree));
    marks.push({ title, page: moved(firstPageOf(part)) });
    pages += part.pages;
    if (structure === null) return;
    tops.push(...structure.tops.map(moved));
    for (const [key, list] of structure.parents) {
      parents.push(`${firstKey + key} ${moved(list)} 0 R`);
      nextKey = Math.max(nextKey, firstKey + key + 1);
    }
    names.push(...structure.names.map(moved));
  }

  return {
    async add({ pdf, title }) {
      const plain = readPlainPdf(pdf) ?? readPlainPdf(await writtenPlainly(pdf));
      if (plain === null) throw new Error('a PDF could not be read');
      addPlain(plain, title);
      return plain.pages;
    },
    finish(title) {
      const tagged = tops.length > 0;
      object(
        catalog,
        `<</Type /Catalog\n/Pages ${pageTree} 0 R\n/Lang (en-US)\n/ViewerPreferences <</DisplayDocTitle true>>${
          marks.length > 1 ? `\n/PageMode /UseOutlines\n/Outlines ${outline} 0 R` : ''
        }${tagged ? `\n/MarkInfo <</Marked true>>\n/StructTreeRoot ${structureTree} 0 R` : ''}>>`,
      );
      object(
        pageTree,
        `<</Type /Pages\n/Count ${pages}\n/Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
      );
      if (tagged) {
        object(
          structureTree,
          `<</Type /StructTreeRoot\n/K ${wholeElement} 0 R\n/ParentTreeNextKey ${nextKey}\n/ParentTree ${parentTree} 0 R${
            names.length > 0 ? `\n/IDTree ${nameTree} 0 R` : ''
          }>>`,
        );
        object(
          wholeElement,
          `<</Type /StructElem\n/S /Document\n/P ${structureTree} 0 R\n/K [${tops.map((top) => `${top} 0 R`).join(' ')}]>>`,
        );
        object(parentTree, `<</Nums [${parents.join(' ')}]>>`);
        object(nameTree, `<</Kids [${names.map((leaf) => `${leaf} 0 R`).join(' ')}]>>`);
      }
      object(information, `<</Title ${hexadecimal(title)}\n/Producer (Duebook)>>`);
      writeMarks();
      const table = length;
      write(`xref\n0 ${next}\n0000000000 65535 f \n`);
      for (let number = 1; number < next; number += 1) {
        const place = places[number];
        write(
          place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`,
        );
      }
      write(
        `trailer\n<</Size ${next}\n/Root ${catalog} 0 R\n/Info ${information} 0 R>>\nstartxref\n${table}\n%%EOF\n`,
      );
      const pdf = new Uint8Array(length);
      let at = 0;
      for (const chunk of chunks.splice(0)) {
        pdf.set(chunk, at);
        at += chunk.length;
      }
      return { pdf, pages };
    },
  };

  function writeMarks(): void {
    if (marks.length < 2) return;
    const first = next;
    next += marks.length;
    const last = next - 1;
    object(outline, `<</Type /Outlines\n/First ${first} 0 R\n/Last ${last} 0 R\n/Count ${marks.length}>>`);
    for (const [index, { title, page }] of marks.entries()) {
      const number = first + index;
      const before = index > 0 ? `\n/Prev ${number - 1} 0 R` : '';
      const after = number < last ? `\n/Next ${number + 1} 0 R` : '';
      object(
        number,
        `<</Title ${hexadecimal(title)}\n/Parent ${outline} 0 R\n/Dest [${page} 0 R /Fit]${before}${after}>>`,
      );
    }
  }
}

function firstPageOf(part: PlainPdf): number {
  let node = part.pageTree;
  for (;;) {
    const kid = /\/Kids\s*\[\s*(\d+) 0 R/.exec(part.objects.get(node) ?? '');
    if (kid === null) return node;
    node = Number(kid[1]);
  }
}

/** The same pages in a file written plainly. */
async function writtenPlainly(pdf: Uint8Array): Promise<Uint8Array> {
  const source = await PDFDocument.load(pdf, { updateMetadata: false });
  const copy = await PDFDocument.create({ updateMetadata: false });
  for (const page of await copy.copyPages(source, source.getPageIndices())) copy.addPage(page);
  return copy.save({ useObjectStreams: false });
}

/** Pages of a PDF as one of their own, `from` and `to` counted from 1, both included. */
export async function extractPages(
  pdf: Uint8Array,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = await PDFDocument.load(pdf, { updateMetadata: false });
  const last = Math.min(to, source.getPageCount());
  const wanted = Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from - 1 + index);
  if (wanted.length === 0) throw new RangeError('no such pages');
  const copy = await PDFDocument.create({ updateMetadata: false });
  for (const page of await copy.copyPages(source, wanted)) copy.addPage(page);
  return new Uint8Array(await copy.save());
}

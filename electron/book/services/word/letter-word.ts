/**
 * A finished letter as a Word file, for those who must change it: the letterhead and the address block stand where the window of the
 * envelope shows them, the first page differs, tables repeat their headings, pages are numbered. It is made from the very page that is
 * printed, so both say the same.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FrameAnchorType,
  Header,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { geometryOf, marginsMm } from '../../../../shared/templates/letters/sheet-geometry.ts';
import type { SheetSetup } from '../../../../shared/templates/letters/sheet-setup.ts';
import { findTag, type PageNode, type PageTag, plainTextOf, readPageTree } from './page-tree.ts';
import { type Around, blocksOf, inlineRuns, pictureOf, twipsPerMm, type WordBlock } from './word-blocks.ts';

/** Arial has the widths of the font letters are printed in, and every computer that has Word has it. */
const font = 'Arial';

export type LetterWord = {
  /** As it is printed and kept. */
  readonly html: string;
  readonly sheet: SheetSetup;
  readonly title: string;
  readonly officeName: string;
  /** Said at the head of every page but the first. */
  readonly running: string;
};

const twips = (mm: number): number => Math.round(mm * twipsPerMm);

/** The bytes of a .docx. */
export async function letterWord(letter: LetterWord): Promise<Uint8Array> {
  const { sheet, title, officeName, running } = letter;
  const { root, style } = readPageTree(letter.html);
  const geometry = geometryOf(sheet);
  const { widthMm, heightMm } = geometry.paper;
  const body = findTag(root, ({ tag }) => tag === 'body') ?? root;
  const head = findTag(body, ({ classes }) => classes.has('head'));
  const main = findTag(body, ({ tag }) => tag === 'main');
  const foot = findTag(body, ({ tag, classes }) => tag === 'footer' && classes.has('foot'));
  const around: Around = {
    widthTwips: twips(widthMm - marginsMm.left - marginsMm.right),
    size: 20,
    bold: false,
    align: 'left',
    typed: false,
    afterPt: 7,
    list: null,
    signature: signatureIn(style),
    lists: { last: 0 },
  };
  const rest = body.children.filter((node) => node !== head && node !== foot);
  const isMailed = head !== null && !head.classes.has('low');
  const document = new Document({
    title,
    creator: officeName,
    description: 'A copy to be changed outside Duebook. The letter itself is kept there.',
    styles: { default: { document: { run: { font, size: 20 }, paragraph: { spacing: { line: 264 } } } } },
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: Array.from({ length: 9 }, (_, level) => ({
            level,
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            alignment: AlignmentType.START,
            style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
          })),
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(widthMm), height: twips(heightMm) },
            margin: {
              top: twips(marginsMm.top),
              right: twips(marginsMm.right),
              bottom: twips(marginsMm.bottom),
              left: twips(marginsMm.left),
              header: twips(9),
              footer: twips(9),
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({})] }),
          default: new Header({ children: [small([new TextRun({ text: running, size: 16 })])] }),
        },
        footers: { first: pageNumbers(), default: pageNumbers() },
        children: [
          ...(head === null
            ? []
            : isMailed
              ? placedHead(head, sheet, around)
              : blocksOf(head.children, around)),
          ...blocksOf(main === null ? rest : main.children, around),
          ...(foot === null ? [] : footOf(foot, around)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function small(children: readonly TextRun[], right = false): Paragraph {
  return new Paragraph({
    children: [...children],
    alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
    spacing: { after: 0 },
  });
}

function pageNumbers(): Footer {
  const run = new TextRun({
    size: 16,
    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [small([run], true)] });
}

function footOf({ children }: PageTag, around: Around): WordBlock[] {
  const line = new Paragraph({
    spacing: { before: 200, after: 0 },
    border: { top: { style: BorderStyle.SINGLE, size: 3, color: '999999', space: 4 } },
  });
  return [line, ...blocksOf(children, { ...around, size: 16, afterPt: 2, typed: true })];
}

/** The signature of the office is a picture of the style; a page that only names it has room to sign instead. */
function signatureIn(style: string) {
  const rule = /\.signature\s*\{[^}]*url\("(data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/=]+)"\)/.exec(style);
  return rule ? pictureOf(rule[1] ?? '') : null;
}

type Place = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Each part of the head in a frame of its own where the sheet has it, so that the fold and the window still fit. */
function placedHead(head: PageTag, sheet: SheetSetup, around: Around): WordBlock[] {
  const geometry = geometryOf(sheet);
  const { address, sender, reach, date, firstLineMm, paper } = geometry;
  const part = (name: string) => findTag(head, ({ classes }) => classes.has(name));
  const lines = (tag: PageTag | null): PageNode[][] => (tag === null ? [] : linesOf(tag));
  const to = lines(part('to'));
  const addressHeight = (to.length * address.linePt * 25.4) / 72;
  const right = paper.widthMm - marginsMm.right;
  const top = new Paragraph({
    // What follows begins below the first fold.
    spacing: { line: twips(firstLineMm - marginsMm.top), lineRule: LineRuleType.EXACT, after: 0 },
  });
  return [
    framed(lines(part('from')), sender, { ...around, size: 17 }, { firstBold: true, linePt: 10.5 }),
    framed(
      to,
      {
        left: address.leftMm,
        top: address.bottomMm - addressHeight,
        right: address.leftMm + address.widthMm,
        bottom: address.bottomMm,
      },
      { ...around, size: Math.round(address.fontPt * 2) },
      { firstBold: false, linePt: address.linePt },
    ),
    framed(lines(part('side')), reach, { ...around, size: 16 }, { firstBold: false, linePt: 11 }),
    framed(
      lines(part('date')),
      { left: date.leftMm, top: date.topMm, right, bottom: date.topMm + 6 },
      { ...around, size: 21 },
      { firstBold: false, linePt: 12.5 },
    ),
    top,
  ].flat();
}

/** The lines of a part, each by itself, however its markup parts them. */
function linesOf(tag: PageTag): PageNode[][] {
  const made: PageNode[][] = [];
  let line: PageNode[] = [];
  const settle = () => {
    if (
      line.some((node) => plainTextOf(node).trim() !== '' || (typeof node !== 'string' && node.tag === 'img'))
    )
      made.push(line);
    line = [];
  };
  for (const child of tag.children) {
    if (typeof child !== 'string' && child.tag === 'br') settle();
    else if (
      typeof child !== 'string' &&
      (child.tag === 'span' || child.tag === 'div' || child.tag === 'img')
    ) {
      settle();
      line.push(child);
      settle();
    } else line.push(child);
  }
  settle();
  return made;
}

function framed(
  lines: readonly (readonly PageNode[])[],
  place: Place,
  around: Around,
  look: { readonly firstBold: boolean; readonly linePt: number },
): Paragraph[] {
  const frame = {
    type: 'absolute',
    position: { x: twips(place.left), y: twips(place.top) },
    width: twips(place.right - place.left),
    height: twips(place.bottom - place.top),
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
  } as const;
  return lines.map((nodes, index) => {
    const isPicture = nodes.some((node) => typeof node !== 'string' && node.tag === 'img');
    const runs = inlineRuns(nodes, { ...around, bold: look.firstBold && index === 0 && !isPicture });
    return new Paragraph({
      frame,
      children: runs,
      spacing: isPicture
        ? { after: 40 }
        : { after: 0, line: Math.round(look.linePt * 20), lineRule: LineRuleType.AT_LEAST },
    });
  });
}

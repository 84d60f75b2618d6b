/**
 * The text of a page as paragraphs and tables of a Word file. Texts go in as texts: nothing typed by anybody is read as a field, a
 * tag or a template, and right-to-left names keep their direction.
 */
import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  type IParagraphOptions,
  type ITableCellBorders,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type PageNode, type PageTag, plainTextOf } from './page-tree.ts';

/** Twentieths of a point in a millimeter. */
export const twipsPerMm = 1440 / 25.4;
const pixelsPerMm = 96 / 25.4;

export type WordBlock = Paragraph | Table;
export type Picture = { readonly type: 'png' | 'jpg'; readonly data: Buffer };

/** What a block takes from those it stands in. */
export type Around = {
  readonly widthTwips: number;
  /** In half points, as Word counts. */
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right';
  /** Line ends stay where they were typed. */
  readonly typed: boolean;
  readonly afterPt: number;
  /** The item of a list it stands in; only its first paragraph bears the mark. */
  readonly list: {
    readonly ordered: boolean;
    readonly level: number;
    readonly instance: number;
    marked: boolean;
  } | null;
  /** Of the office, where the page has one. */
  readonly signature: Picture | null;
  /** Counts the numbered lists, so that each begins at 1. */
  readonly lists: { last: number };
};

const blockTags: ReadonlySet<string> = new Set(
  'address article blockquote caption div dl dd dt fieldset figure footer form h1 h2 h3 h4 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const unseen: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'title', 'colgroup']);

function isBlock(node: PageNode): node is PageTag {
  if (typeof node === 'string') return false;
  return blockTags.has(node.tag) || node.children.some((child) => isBlock(child));
}

/** Characters XML has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Parts a line at its words from right to left, each with the blanks and signs between them. */
const ofRightToLeft =
  /([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\s\d'’.\-\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?)/;
const strong = /\p{L}/u;

type Look = {
  readonly bold: boolean;
  readonly italics: boolean;
  readonly underline: boolean;
  readonly typed: boolean;
  readonly rtl: boolean;
};

function runsOf(nodes: readonly PageNode[], around: Around, look: Look): ParagraphChild[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? textRuns(node, around, look) : tagRuns(node, around, look),
  );
}

/** Words on a line of their own. */
export function inlineRuns(nodes: readonly PageNode[], around: Around): ParagraphChild[] {
  const { bold, typed } = around;
  return runsOf(trimmed(nodes, typed), around, { bold, italics: false, underline: false, typed, rtl: false });
}

function textRuns(text: string, around: Around, look: Look): ParagraphChild[] {
  const clean = text.toWellFormed().replace(unprintable, '');
  const lines = look.typed ? clean.split('\n') : [clean.replace(/[\t\n\r ]+/g, ' ')];
  return lines.flatMap((line, index) => {
    const said = look.typed ? line.replace(/[\t\r ]+/g, ' ') : line;
    const pieces = look.rtl || !rightToLeft.test(said) ? [said] : said.split(ofRightToLeft);
    const spoken = pieces.filter((piece) => piece !== '');
    if (spoken.length === 0) return index === 0 ? [] : [new TextRun({ text: '', break: 1 })];
    return spoken.map((piece, place) => {
      const rtl = look.rtl || isRightToLeft(piece);
      return new TextRun({
        text: piece,
        size: around.size,
        bold: look.bold,
        italics: look.italics,
        ...(look.underline ? { underline: {} } : {}),
        ...(rtl ? { rightToLeft: true } : {}),
        ...(index > 0 && place === 0 ? { break: 1 } : {}),
      });
    });
  });
}

/** The direction of somebody's text is that of its first letter. */
function isRightToLeft(text: string): boolean {
  const first = [...text].find((sign) => strong.test(sign));
  return first !== undefined && rightToLeft.test(first);
}

function tagRuns(node: PageTag, around: Around, look: Look): ParagraphChild[] {
  const { tag, classes, children } = node;
  if (unseen.has(tag)) return [];
  if (tag === 'br') return [new TextRun({ text: '', break: 1 })];
  if (tag === 'img') {
    const made = imageOf(node);
    return made ? [made] : [];
  }
  if (classes.has('box')) return [new TextRun({ text: '\u2610 ', size: around.size })];
  if (classes.has('blank')) {
    const said = plainTextOf(node).trim();
    return [new TextRun({ text: `${said}${'_'.repeat(Math.max(0, 18 - said.length))}`, size: around.size })];
  }
  const rtl = look.rtl || (tag === 'bdi' && isRightToLeft(plainTextOf(node)));
  const inner: Look = {
    bold: look.bold || tag === 'strong' || tag === 'b' || tag === 'th',
    italics: look.italics || tag === 'em' || tag === 'i',
    underline: look.underline || tag === 'u',
    typed: look.typed || classes.has('typed'),
    rtl,
  };
  return runsOf(children, around, inner);
}

/** A picture the page carries within itself; one it only names is left out. */
function imageOf({ attributes }: PageTag): ImageRun | null {
  const picture = pictureOf(attributes.src ?? '');
  const side = (name: string) =>
    Number(new RegExp(`${name}:\\s*([\\d.]+)mm`).exec(attributes.style ?? '')?.[1] ?? 0);
  const [width, height] = [side('width'), side('height')];
  if (!picture || width <= 0 || height <= 0) return null;
  return new ImageRun({
    ...picture,
    transformation: { width: width * pixelsPerMm, height: height * pixelsPerMm },
  });
}

export function pictureOf(address: string): Picture | null {
  const parts = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/=]+)$/.exec(address);
  if (!parts) return null;
  return { type: parts[1] === 'png' ? 'png' : 'jpg', data: Buffer.from(parts[2] ?? '', 'base64') };
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function paragraph(nodes: readonly PageNode[], around: Around, more: IParagraphOptions = {}): Paragraph {
  const runs = inlineRuns(nodes, around);
  const numbered = markOf(around.list);
  return new Paragraph({
    children: runs,
    alignment: alignments[around.align],
    spacing: { after: around.afterPt * 20 },
    ...numbered,
    ...more,
  });
}

function markOf(list: Around['list']): IParagraphOptions {
  if (list === null) return {};
  if (list.marked) return { indent: { left: 360 * (list.level + 1) } };
  list.marked = true;
  return list.ordered
    ? { numbering: { reference: 'numbers', level: list.level, instance: list.instance } }
    : { bullet: { level: list.level } };
}

/** Blanks of the markup around a paragraph are not its own. */
function trimmed(nodes: readonly PageNode[], typed: boolean): PageNode[] {
  const list = nodes.filter((node, index) => {
    const outer = index === 0 || index === nodes.length - 1;
    return typeof node !== 'string' || !outer || node.trim() !== '';
  });
  if (typed) return list;
  return list.map((node, index) => {
    if (typeof node !== 'string') return node;
    const left = index === 0 ? node.trimStart() : node;
    return index === list.length - 1 ? left.trimEnd() : left;
  });
}

/** Blocks of what stands in a place; loose words between blocks make paragraphs. */
export function blocksOf(nodes: readonly PageNode[], around: Around): WordBlock[] {
  const made: WordBlock[] = [];
  let loose: PageNode[] = [];
  const settle = () => {
    if (
      loose.some(
        (node) => plainTextOf(node).trim() !== '' || (typeof node !== 'string' && node.tag === 'img'),
      )
    )
      made.push(paragraph(loose, around));
    loose = [];
  };
  for (const node of nodes) {
    if (typeof node !== 'string' && unseen.has(node.tag)) continue;
    if (!isBlock(node)) {
      // Lines of their own, though the markup has them as words.
      if (typeof node !== 'string' && around.align === 'left' && isLine(node)) settle();
      loose.push(node);
      continue;
    }
    settle();
    made.push(...blockOf(node, around));
  }
  settle();
  return made;
}

function isLine({ classes }: PageTag): boolean {
  return classes.has('quiet');
}

const topLine = (style: (typeof BorderStyle)[keyof typeof BorderStyle]) => ({
  border: { top: { style, size: 6, color: '000000', space: 6 } },
});

function blockOf(node: PageTag, outer: Around): WordBlock[] {
  const { tag, classes, children } = node;
  const around: Around = {
    ...outer,
    align: classes.has('center') ? 'center' : classes.has('right') ? 'right' : outer.align,
    typed: outer.typed || classes.has('typed'),
    bold: outer.bold || classes.has('strong'),
    size: classes.has('large') ? Math.max(outer.size, 24) : outer.size,
  };
  if (classes.has('page-break'))
    return [
      new Paragraph({
        pageBreakBefore: true,
        spacing: { after: 0, line: 20, lineRule: LineRuleType.EXACT },
      }),
    ];
  if (classes.has('signature')) return [signatureOf(around)];
  if (classes.has('row')) return [figureRow(node, around)];
  if (classes.has('sign'))
    return [
      paragraph(
        children,
        { ...around, size: 17 },
        { ...topLine(BorderStyle.SINGLE), spacing: { before: 500, after: 120 } },
      ),
    ];
  if (classes.has('slip') || classes.has('tear-off')) {
    const edge = new Paragraph({ ...topLine(BorderStyle.DASHED), spacing: { before: 200, after: 0 } });
    return [edge, ...blocksOf(children, around)];
  }
  switch (tag) {
    case 'table':
      return [
        tableOf(node, around),
        new Paragraph({ spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT } }),
      ];
    case 'ul':
    case 'ol':
      return listOf(node, around);
    case 'h1':
      return [
        paragraph(children, { ...around, bold: true, size: 26 }, { keepNext: true, spacing: { after: 180 } }),
      ];
    case 'h2':
    case 'h3':
    case 'h4':
      return [
        paragraph(
          children,
          { ...around, bold: true, size: Math.min(21, around.size + 1) },
          { keepNext: true, spacing: { before: 120, after: 60 } },
        ),
      ];
    case 'hr':
      return [new Paragraph({ ...topLine(BorderStyle.SINGLE), spacing: { after: 0 } })];
    case 'p':
    case 'dt':
    case 'dd':
      return [paragraph(children, around)];
    default:
      return blocksOf(children, around);
  }
}

/** The picture, or room to sign. */
function signatureOf({ signature, size }: Around): Paragraph {
  if (!signature) return new Paragraph({ spacing: { after: 600 }, children: [] });
  const [width, height] = sizeOfPicture(signature) ?? [4, 1];
  const scale = Math.min(60 / width, 15 / height);
  return new Paragraph({
    spacing: { after: 60 },
    children: [
      new ImageRun({
        ...signature,
        transformation: { width: width * scale * pixelsPerMm, height: height * scale * pixelsPerMm },
      }),
      new TextRun({ text: '', size }),
    ],
  });
}

/** Width and height of a PNG; of a JPEG as its frame says; `null` for what is neither. */
export function sizeOfPicture({ type, data }: Picture): readonly [number, number] | null {
  if (type === 'png') return data.length < 24 ? null : [data.readUInt32BE(16), data.readUInt32BE(20)];
  for (let at = 2; at + 9 < data.length; ) {
    if (data[at] !== 0xff) return null;
    const marker = data[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [data.readUInt16BE(at + 7), data.readUInt16BE(at + 5)];
    at += 2 + data.readUInt16BE(at + 2);
  }
  return null;
}

/** Words at the left and a sum at the right of one line. */
function figureRow({ children, classes }: PageTag, around: Around): Paragraph {
  const parts = children.filter((node): node is PageTag => typeof node !== 'string');
  const [words, sum] = parts;
  const tab = new TextRun({ children: [new Tab()], size: around.size });
  const look = {
    bold: around.bold || classes.has('whole'),
    italics: false,
    underline: false,
    typed: false,
    rtl: false,
  };
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: around.widthTwips }],
    spacing: { after: 40 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 2, color: 'BBBBBB', space: 1 } },
    children: [...runsOf(words ? [words] : [], around, look), tab, ...runsOf(sum ? [sum] : [], around, look)],
  });
}

function listOf({ tag, children }: PageTag, around: Around): WordBlock[] {
  const ordered = tag === 'ol';
  const level = Math.min(8, around.list === null ? 0 : around.list.level + 1);
  if (ordered) around.lists.last += 1;
  const instance = around.lists.last;
  return children.flatMap((item) =>
    typeof item === 'string'
      ? []
      : blocksOf(item.children, {
          ...around,
          list: { ordered, level, instance, marked: false },
          afterPt: 2,
        }),
  );
}

const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: noLine, bottom: noLine, left: noLine, right: noLine } as const;
const allNone = { ...noBorders, insideHorizontal: noLine, insideVertical: noLine };

function rowsIn(node: PageTag): { readonly row: PageTag; readonly head: boolean }[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.tag === 'tr') return [{ row: child, head: false }];
    if (child.tag === 'thead') return rowsIn(child).map(({ row }) => ({ row, head: true }));
    return child.tag === 'tbody' || child.tag === 'tfoot' ? rowsIn(child) : [];
  });
}

function cellsOf(row: PageTag): PageTag[] {
  return row.children.filter(
    (node): node is PageTag => typeof node !== 'string' && (node.tag === 'td' || node.tag === 'th'),
  );
}

const spanOf = ({ attributes }: PageTag): number =>
  Math.max(1, Number.parseInt(attributes.colspan ?? '1', 10) || 1);

/** Widths from the columns of the markup where it says them; what is left goes to the others. */
function columnsOf(node: PageTag, count: number, widthTwips: number): number[] {
  const group = node.children.find(
    (child): child is PageTag => typeof child !== 'string' && child.tag === 'colgroup',
  );
  const columns = (group ?? node).children.filter(
    (child): child is PageTag => typeof child !== 'string' && child.tag === 'col',
  );
  if (columns.length !== count && node.classes.has('subject') && count === 2) {
    const label = Math.min(36 * twipsPerMm, widthTwips / 2);
    return [label, widthTwips - label];
  }
  const said = Array.from({ length: count }, (_, index) => {
    const column = columns[index];
    if (!column) return 0;
    const style = column.attributes.style ?? '';
    const mm = /width:\s*([\d.]+)mm/.exec(style);
    if (mm) return Number(mm[1]) * twipsPerMm;
    const percent = /width:\s*([\d.]+)%/.exec(style);
    if (percent) return (Number(percent[1]) * widthTwips) / 100;
    return column.classes.has('wide') ? widthTwips * 0.48 : 0;
  });
  const taken = said.reduce((sum, width) => sum + width, 0);
  const open = said.filter((width) => width === 0).length;
  const share = open === 0 ? 0 : Math.max(400, (widthTwips - taken) / open);
  return said.map((width) => Math.round(width === 0 ? share : width));
}

function tableOf(node: PageTag, around: Around): Table {
  const rows = rowsIn(node);
  const count = Math.max(
    1,
    ...rows.map(({ row }) => cellsOf(row).reduce((sum, cell) => sum + spanOf(cell), 0)),
  );
  const widths = columnsOf(node, count, around.widthTwips);
  const ruled = rows.some(({ head }) => head);
  const size = ruled ? Math.min(around.size, 18) : around.size;
  return new Table({
    width: { size: Math.round(around.widthTwips), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: allNone,
    rows: rows.map(({ row, head }) => rowOf(row, head, ruled, widths, { ...around, size })),
  });
}

function rowOf(
  row: PageTag,
  head: boolean,
  ruled: boolean,
  widths: readonly number[],
  around: Around,
): TableRow {
  const strongRow = head || row.classes.has('total') || row.classes.has('due');
  const line = { style: BorderStyle.SINGLE, size: head ? 6 : 3, color: head ? '000000' : 'BBBBBB' };
  const borders: ITableCellBorders = {
    ...noBorders,
    ...(ruled && !row.classes.has('total') ? { bottom: line } : {}),
    ...(ruled && row.classes.has('total')
      ? { top: { style: BorderStyle.SINGLE, size: 6, color: '000000' } }
      : {}),
  };
  let at = 0;
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cellsOf(row).map((cell, index) => {
      const span = spanOf(cell);
      const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
      at += span;
      const label = !ruled && index === 0 && cell.tag === 'th';
      const inner: Around = {
        ...around,
        widthTwips: width,
        bold: strongRow && !label,
        align: cell.classes.has('sum') ? 'right' : 'left',
        typed: cell.classes.has('typed'),
        afterPt: 0,
        list: null,
      };
      const content = blocksOf(cell.children, inner);
      return new TableCell({
        columnSpan: span,
        width: { size: Math.round(width), type: WidthType.DXA },
        verticalAlign: head ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
        margins: { top: 30, bottom: 30, left: 0, right: index === cellsOf(row).length - 1 ? 0 : 90 },
        borders,
        // A cell of Word's ends in a paragraph.
        children: content.length === 0 ? [new Paragraph({ spacing: { after: 0 } })] : content,
      });
    }),
  });
}

/**
 * What the office's sheets carry besides the letter: who writes, how to reach them, logo, signature, and the sentences at the
 * foot. It is the office's own text, yet it is literal like everything else: nothing in it is ever read as a template or as markup.
 */
import type { SheetGeometry } from './sheet-geometry.ts';
import { widthOfLinePt } from './text-width.ts';

/** A picture as it goes into the page, in pixels. */
export type SheetImage = {
  /** Of the book: a page names it by this until it is laid out, and so does the kept copy. */
  readonly imageId: number;
  readonly mime: 'image/png' | 'image/jpeg';
  readonly base64: string;
  readonly width: number;
  readonly height: number;
};

export type SheetHead = {
  readonly sender: { readonly name: string; readonly lines: readonly string[] };
  /** Telephone, e-mail, website, hours: one line each, at the upper right. */
  readonly contacts: readonly string[];
  readonly logo: SheetImage | null;
  /** Above the name of who signs. */
  readonly signature: SheetImage | null;
  /** Of the office, at the end of every letter; may have several lines. */
  readonly footer: string;
  /** What the debtor's state asks for: the number of the licence, and the office's own line for that state. */
  readonly notices: readonly string[];
};

/** A sheet that carries no more than who writes. */
export function plainHead(name: string, lines: readonly string[]): SheetHead {
  return { sender: { name, lines }, contacts: [], logo: null, signature: null, footer: '', notices: [] };
}

/** The sizes in which the sender's name and address are set, in points. */
export type SenderType = { readonly namePt: number; readonly linePt: number; readonly fits: boolean };

const ordinary = { namePt: 11, linePt: 8.5 };
/** Line heights, times the size. */
export const senderLeading = 1.2;
/** Bold is so much wider. */
const boldWider = 1.09;
const scales = [1, 0.95, 0.9, 0.85, 0.8] as const;
const millimetre = 72 / 25.4;

/** The largest type in which the whole of it fits its place; `fits` is false where even the smallest is too large. */
export function senderTypeOf(
  { sender, logo }: SheetHead,
  { sender: box, logo: room }: SheetGeometry,
): SenderType {
  const widthPt = (box.right - box.left) * millimetre;
  const logoMm = logo && room.where === 'above' ? logoSizeOf(logo, room).heightMm + 1.5 : 0;
  const heightPt = (box.bottom - box.top - logoMm) * millimetre;
  const last = scales[scales.length - 1] ?? 1;
  for (const scale of scales) {
    const namePt = ordinary.namePt * scale;
    const linePt = ordinary.linePt * scale;
    const nameLines = linesIn(sender.name, namePt, widthPt / boldWider);
    const otherLines = sender.lines.reduce((sum, line) => sum + linesIn(line, linePt, widthPt), 0);
    const fits = (nameLines * namePt + otherLines * linePt) * senderLeading <= heightPt;
    if (fits || scale === last) return { namePt, linePt, fits };
  }
  return { ...ordinary, fits: false };
}

/** How many lines a text takes when it is broken between words. */
function linesIn(text: string, fontPt: number, widthPt: number): number {
  let lines = 0;
  let left = 0;
  for (const word of text.split(/\s+/).filter((some) => some !== '')) {
    const width = widthOfLinePt(`${word} `, fontPt);
    if (lines === 0 || width > left) {
      // A word wider than the line is broken.
      lines += Math.max(1, Math.ceil(width / widthPt));
      left = Math.max(0, widthPt - (width % widthPt));
    } else left -= width;
  }
  return lines;
}

/** The size a picture is printed in: as large as its place, never wider than its pixels bear (150 to the inch). */
export function logoSizeOf(
  image: Pick<SheetImage, 'width' | 'height'>,
  room: { readonly widthMm: number; readonly heightMm: number },
): { readonly widthMm: number; readonly heightMm: number } {
  const scale = Math.min(room.widthMm / image.width, room.heightMm / image.height, 25.4 / 150);
  return { widthMm: image.width * scale, heightMm: image.height * scale };
}

/** What stands for a picture in the text of a page: its bytes are long, and the same in every letter. */
export function pictureName(imageId: number): string {
  return `letterhead-image:${imageId}`;
}

/** The page with its pictures in it. Names stand between quotation marks, which nothing merged in can hold. */
export function fillPictures(
  page: string,
  { logo, signature }: Pick<SheetHead, 'logo' | 'signature'>,
): string {
  let filled = page;
  for (const image of [logo, signature]) {
    if (image) filled = filled.replaceAll(`"${pictureName(image.imageId)}"`, `"${dataAddressOf(image)}"`);
  }
  return filled;
}

export function dataAddressOf({ mime, base64 }: Pick<SheetImage, 'mime' | 'base64'>): string {
  return `data:${mime};base64,${base64}`;
}

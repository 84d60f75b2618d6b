/** The size of the paper a page was made for, read from what was made. Printers that are not told it take A4. */

/** In points, 72 to the inch. */
export type SheetSize = { readonly widthPt: number; readonly heightPt: number };

export const letterSheet: SheetSize = { widthPt: 612, heightPt: 792 };

const known: readonly (SheetSize & { readonly media: string })[] = [
  { ...letterSheet, media: 'Letter' },
  { widthPt: 612, heightPt: 1008, media: 'Legal' },
  { widthPt: 595, heightPt: 842, media: 'A4' },
  { widthPt: 684, heightPt: 297, media: 'Env10' },
];

const pointsOf = { in: 72, mm: 72 / 25.4, pt: 1 } as const;

/** Of a page of HTML: its `@page` rule. US Letter where there is none. */
export function sheetOfPage(html: string): SheetSize {
  const found = /@page\s*\{[^}]*?size:\s*([\d.]+)(in|mm|pt)\s+([\d.]+)(in|mm|pt)/.exec(html);
  if (found === null) return letterSheet;
  const points = (size: string | undefined, unit: string | undefined): number =>
    Number(size) * pointsOf[unit as keyof typeof pointsOf];
  return { widthPt: points(found[1], found[2]), heightPt: points(found[3], found[4]) };
}

/** Of a PDF: its first page's box. */
export function sheetOfPdf(pdf: Uint8Array): SheetSize {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const found = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(text);
  return found === null ? letterSheet : { widthPt: Number(found[1]), heightPt: Number(found[2]) };
}

/** As CUPS calls it; sizes without a name by their points. */
export function mediaOf({ widthPt, heightPt }: SheetSize): string {
  const named = known.find(
    (one) => Math.abs(one.widthPt - widthPt) < 2 && Math.abs(one.heightPt - heightPt) < 2,
  );
  return named?.media ?? `Custom.${Math.round(widthPt)}x${Math.round(heightPt)}`;
}

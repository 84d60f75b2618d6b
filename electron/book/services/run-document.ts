/**
 * The one document of a run: its cover sheet and the exact copies of its letters, page for page as they are kept. Put together here,
 * where the copies are, so that main neither holds each nor waits for it; other calls come through between two letters.
 */
import { PDFDocument } from '@cantoo/pdf-lib';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { ErrandHandlers } from '../errand-context.ts';
import { readCopy } from './letters.ts';

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Objects written before others get their turn. */
const objectsBetweenBreaths = 200;

/** Returns `letter.not_found`, `book.damaged` or `run.not_put_together`. */
export const putTogether: ErrandHandlers['runs.document'] = async (
  around,
  { cover, letterIds, bothSides },
) => {
  try {
    const made = await PDFDocument.create();
    await add(made, cover, bothSides);
    for (const letterId of letterIds) {
      if (!around.store) return fail('book.not_open');
      const copy = readCopy(around.store, letterId);
      if (!copy.ok) return copy;
      await add(made, copy.value.pdf, bothSides);
      await breathe();
    }
    const pdf = await made.save({ objectsPerTick: objectsBetweenBreaths });
    return ok({ pdf: new Uint8Array(pdf) });
  } catch (error) {
    // The words of the library name objects and bytes, never what stands on the page.
    return fail('run.not_put_together', {
      reason: error instanceof Error ? error.message.slice(0, 120) : 'unknown',
    });
  }
};

/** The pages of one document, filled up to whole sheets where both sides are printed. */
async function add(to: PDFDocument, pdf: Uint8Array, bothSides: boolean): Promise<void> {
  const from = await PDFDocument.load(pdf, { updateMetadata: false });
  const pages = await to.copyPages(from, from.getPageIndices());
  for (const page of pages) to.addPage(page);
  const last = pages.at(-1);
  if (bothSides && pages.length % 2 === 1 && last) to.addPage([last.getWidth(), last.getHeight()]);
}

/** What the proof of a day's mailing states. Made on demand from the log, kept nowhere: the log is. */
import { addressLinesOf } from '../../../shared/domain/address.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { letterFileName } from '../../../shared/templates/letter-file-name.ts';
import { type MailSheetLine, mailSheetPage } from '../../../shared/templates/papers/mail-sheet-page.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { findLetterhead } from '../store/queries/letters.ts';
import { findRunName, listSheet } from '../store/queries/mail.ts';
import { readOffice } from '../store/queries/office.ts';

/** A hundred pages; a day of more is told run by run. */
const mostLines = 2_000;

/** Returns `mail.sheet_empty` (`on`) or `mail.run_not_found`. */
export const composeMailSheet: ErrandHandlers['mail.composeSheet'] = (around, asked) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const { store, author } = context;
  const runName = asked.runId === null ? '' : findRunName(store, asked.runId);
  if (runName === null) return fail('mail.run_not_found');
  const pieces = listSheet(store, { ...asked, limit: mostLines });
  if (pieces.length === 0) return fail('mail.sheet_empty', { on: asked.mailedOn });
  const office = readOffice(store);
  if (!office) return fail('book.not_open');
  const lines = pieces.map(
    ({ debtorName, block, ...piece }): MailSheetLine => ({
      ...piece,
      // A letter to an attorney bears their name.
      name: block[0] ?? debtorName,
      addressLines: block.slice(1),
    }),
  );
  const head = findLetterhead(store);
  return ok({
    html: mailSheetPage({
      senderLines: [office.name, ...addressLinesOf('', { ...head, country: '' })],
      sample: office.sample,
      mailedOn: asked.mailedOn,
      runName,
      lines,
      author,
    }),
    fileName: letterFileName('Proof of mailing', runName, asked.mailedOn),
  });
};

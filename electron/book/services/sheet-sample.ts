/** A letter of nobody's, to see how the sheet comes out before the setup is saved: the office's own head, an invented address. */
import { fail, ok } from '../../../shared/errors/result.ts';
import { fitAddress } from '../../../shared/templates/letters/address-lines.ts';
import { sheetFaultOf } from '../../../shared/templates/letters/sheet-geometry.ts';
import { html } from '../../../shared/templates/papers/markup.ts';
import { paperSheet } from '../../../shared/templates/papers/paper-sheet.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { listStateLines } from '../store/queries/letterhead-images.ts';
import { findLetterhead } from '../store/queries/letters.ts';
import { listLicences } from '../store/queries/office-law.ts';
import { findSheetHead } from './letterhead.ts';

const name = 'Rosa Delgado';
const address = {
  line1: '18 Mill Road',
  line2: 'Apt 2',
  city: 'Dover',
  region: 'NH',
  postalCode: '03820-1234',
  country: '',
};

/** Returns `print.sheet_impossible` (`why`). */
export const composeSheetSample: ErrandHandlers['print.composeSample'] = (around, { sheet: setup }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const why = sheetFaultOf(setup);
  if (why !== null) return fail('print.sheet_impossible', { why });
  const { store, today } = context;
  const lines = fitAddress(name, address, setup);
  // With what stands at the foot of letters into the first state that has something there, so that it is seen.
  const state = listLicences(store)[0]?.state ?? listStateLines(store)[0]?.state ?? null;
  const head = findSheetHead(context, state);
  const { signerName, signerTitle } = findLetterhead(store);
  const body = html`<p>Dear <bdi>${name}</bdi>:</p>
<p>This is how your letters stand on the sheet: your letterhead at the upper left, the address where the window of the envelope shows it, the date beside it. The text of a letter begins below the first fold, so that the window can show nothing of it.</p>
<p>Folded at the short marks at the left edge, the sheet may slide in its envelope; the address stays at least an eighth of an inch clear of the window on both sides wherever it slides.</p>
<div class="closing"><p>Sincerely,</p><p class="name">${signerName === '' ? head.sender.name : signerName}${signerTitle === '' ? '' : html`<br>${signerTitle}`}</p></div>`;
  const page = paperSheet(
    {
      title: 'A letter on this sheet',
      parties: {
        today,
        sample: false,
        sender: {
          name: head.sender.name,
          addressLines: head.sender.lines,
          phone: '',
          email: '',
          hours: '',
          howToPay: '',
        },
        debtor: { kind: 'consumer', name, addressLines: lines.ok ? lines.value : [] },
        account: { number: '1042', clientName: '', originalCreditor: '' },
      },
      mailed: true,
      body,
    },
    { setup, head },
  );
  return ok({ html: page });
};

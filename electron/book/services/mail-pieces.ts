/**
 * Envelopes and labels: addresses alone, of chosen accounts or of the letters of a run. Nothing is kept and no rule is asked: an
 * envelope says nothing to anybody until a letter is in it. An account whose address cannot be printed is left out by name, with the reason.
 */
import type { PieceForm, PieceSource } from '../../../shared/contract/print.ts';
import { addressLinesOf, postalLine } from '../../../shared/domain/address.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { fitAddressTo } from '../../../shared/templates/letters/address-lines.ts';
import type { SheetSetup } from '../../../shared/templates/letters/sheet-setup.ts';
import { type PieceBlock, pieceBlockOf, piecesPage } from '../../../shared/templates/papers/piece-page.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { findLetterhead } from '../store/queries/letters.ts';
import { readOffice } from '../store/queries/office.ts';
import { findSheetSetup, listPiecesOfRun } from '../store/queries/print-setup.ts';
import type { Store } from '../store/store.ts';
import { findLetterAddress, noLetterAddress, readParties } from './letter-parties.ts';

type Piece = {
  readonly accountId: number;
  readonly name: string;
  readonly lines: readonly string[] | null;
  readonly why: string;
};

/** Returns `print.no_pieces` when nothing is left to print. */
export const composePieces: ErrandHandlers['print.composePieces'] = (around, asked) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const { store } = context;
  const setup = findSheetSetup(store);
  const all = piecesOf(store, asked.source, setup, asked.form);
  const addresses = all.flatMap(({ lines }) => (lines === null ? [] : [lines]));
  const leftOut = all.flatMap(({ accountId, name, lines, why }) =>
    lines === null ? [{ accountId, name, why }] : [],
  );
  if (addresses.length === 0) return fail('print.no_pieces', { why: leftOut[0]?.why ?? '' });
  const html = piecesPage({
    form: asked.form,
    addresses,
    sender: senderOf(store, asked.sender, setup.upperCase),
    startAt: asked.startAt,
    offsetMm: setup.offsetMm,
  });
  return ok({ html, pieces: addresses.length, leftOut });
};

function senderOf(
  store: Store,
  wanted: 'name_and_address' | 'address' | 'none',
  upperCase: boolean,
): readonly string[] {
  if (wanted === 'none') return [];
  const name = wanted === 'name_and_address' ? (readOffice(store)?.name ?? '') : '';
  const lines = addressLinesOf(name, { ...findLetterhead(store), country: '' });
  return upperCase ? lines.map(postalLine) : lines;
}

function piecesOf(store: Store, source: PieceSource, setup: SheetSetup, form: PieceForm): readonly Piece[] {
  const block = pieceBlockOf(form);
  if ('accountIds' in source) return source.accountIds.map((id) => pieceOf(store, id, setup, block));
  // The letters say where they go: an address that changed since the run is not the one in the window.
  return listPiecesOfRun(store, source.runId).map(({ accountId, name, lines }) =>
    lines.length > 0
      ? { accountId, name, lines, why: '' }
      : { accountId, name, lines: null, why: 'Its letter carries no address.' },
  );
}

function pieceOf(store: Store, accountId: number, setup: SheetSetup, block: PieceBlock): Piece {
  const debtor = readParties(store, accountId)?.debtor;
  if (!debtor) return { accountId, name: '', lines: null, why: 'The account is not in the book any more.' };
  const { name } = debtor;
  const address = findLetterAddress(store, debtor);
  if (!address) {
    const { code, params } = noLetterAddress(store, debtor);
    const why = code === 'letter.address_bad' ? String(params?.why ?? '') : 'There is no address in use.';
    return { accountId, name, lines: null, why };
  }
  const fitted = fitAddressTo(name, address, block, setup.upperCase);
  return fitted.ok
    ? { accountId, name, lines: fitted.value, why: '' }
    : { accountId, name, lines: null, why: 'Name and address are too long for it.' };
}

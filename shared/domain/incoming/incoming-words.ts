/**
 * The words of an item that can tell whose money it is. Banks run everything together (`ACH CREDIT OKAFOR M 00123 INV-1042 PPD`), so
 * numbers and names are sought in all of its texts, and the bank's own words are passed over.
 */
import { foldText, foldWords } from '../names.ts';
import { numberWordsOf } from '../search.ts';
import type { IncomingItem } from './incoming.ts';

export type ItemTexts = Pick<IncomingItem, 'payer' | 'reference' | 'checkNumber' | 'memo' | 'details'>;

/** Words banks and payment services write, that name nobody. */
const bankWords: ReadonlySet<string> = new Set(
  (
    'a ach an and at bank bill billpay by card cash ccd check checkcard checks chk cheque cheques ck co com com credit crd cr ctx customer date debit ' +
    'dep deposit deposited deposits des descr desc direct dr eff eft electronic entry external fed fedwire for from funds home id in inc incoming ' +
    'indn ind individual instant internet inv invoice item llc ltd memo mobile mobil money name no note num number od of on online order orig originator ' +
    'paid pay payer payment payments payroll paypal pmt pmts point pos post ppd purchase received ref reference remote sale sec sent ' +
    'sq square stripe tel the to trace trans transaction transfer transferred trn trnsfr type us usa usd venmo via web wire with www xfer zelle account acct ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'bai counter branch teller atm lockbox remittance remit ext int intl recurring monthly weekly balance amount total fee fees net gross'
  ).split(' '),
);

function textsOf({ payer, reference, checkNumber, memo, details }: ItemTexts): string[] {
  const { accountNumber, chargeReference, debtorReference, debtorName, facts } = details;
  return [
    accountNumber ?? '',
    chargeReference ?? '',
    debtorReference ?? '',
    reference,
    checkNumber,
    memo,
    payer,
    debtorName ?? '',
    ...(facts ?? []).map(({ value }) => value),
  ].filter((text) => text !== '');
}

const mostNumbers = 40;
const mostNames = 16;
/** Shorter runs are parts of days, house numbers and the like. */
const leastNumber = 3;

/** Every number and reference in the item, folded as search keeps them; days and the item's own sum are not among them. */
export function numbersIn(item: ItemTexts & Pick<IncomingItem, 'amountCents'>): string[] {
  const found = new Set<string>();
  for (const text of textsOf(item)) {
    for (const [token] of foldText(text).matchAll(/[\p{L}\p{N}]+(?:[-/#._][\p{L}\p{N}]+)*/gu)) {
      if (!/\d/.test(token) || looksLikeDayOrSum(token, item.amountCents)) continue;
      for (const word of numberWordsOf(token)) {
        if (word.length >= leastNumber && /\d/.test(word)) found.add(word);
        if (found.size >= mostNumbers) return [...found];
      }
    }
  }
  return [...found];
}

function looksLikeDayOrSum(token: string, amountCents: number): boolean {
  if (/^(\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4})|(19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})$/.test(token))
    return true;
  const cents = Math.abs(amountCents);
  return token === `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** Every word that may be of a name, as folded, in the order of the item: who paid first. */
export function nameWordsIn(item: ItemTexts): string[] {
  const found = new Set<string>();
  for (const text of [item.payer, item.details.debtorName ?? '', item.memo, item.reference]) {
    for (const word of foldWords(text).split(' ')) {
      if (word.length < 2 || /\d/.test(word) || bankWords.has(word)) continue;
      found.add(word);
      if (found.size >= mostNames) return [...found];
    }
  }
  return [...found];
}

/** What the items of one payer share, whatever number or day stands beside the name; '' when nothing names anybody. */
export function payerKeyOf(item: Pick<IncomingItem, 'payer' | 'memo'>): string {
  const words = (text: string) =>
    foldWords(text)
      .split(' ')
      .filter((word) => word.length > 1 && !/\d/.test(word) && !bankWords.has(word));
  const named = words(item.payer);
  const key = (named.length > 0 ? named : words(item.memo)).slice(0, 8);
  return key.length === 0 ? '' : [...new Set(key)].sort().join(' ');
}

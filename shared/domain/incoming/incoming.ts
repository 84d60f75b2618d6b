/**
 * Money that came in and waits until somebody says whose it is: a line of a bank statement, a claim of a remittance, a payment of a
 * file that named no account of the book. What the bank says is kept as it came, card numbers cut; whose it is, is decided by a person.
 */
import { cutCardData } from '../card-number.ts';
import type { Day } from '../days.ts';
import type { PaymentMethod } from '../ledger.ts';

export const incomingKinds = ['bank', 'remittance', 'file'] as const;
export type IncomingKind = (typeof incomingKinds)[number];

export const incomingStates = ['open', 'posted', 'set_aside'] as const;
export type IncomingState = (typeof incomingStates)[number];

/** What a row named that could not be found, and what else it says, as label and value. */
export type IncomingDetails = {
  /** Within whose accounts the row was looked for; `null` when it did not say. */
  readonly clientId?: number | null;
  readonly accountNumber?: string | undefined;
  readonly chargeReference?: string | undefined;
  readonly debtorReference?: string | undefined;
  readonly debtorName?: string | undefined;
  /** For reading: the patient of a claim, what the patient still owes, why the payer paid less. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[] | undefined;
};

export type IncomingItem = {
  readonly kind: IncomingKind;
  /** The bank account, all but its last four digits masked; the payer of a remittance. */
  readonly heldAt: string;
  /** What the bank calls the item; with where it is held it comes once. */
  readonly externalId: string;
  readonly receivedOn: Day;
  /** Above zero for money in, below for money out; never zero. */
  readonly amountCents: number;
  readonly currency: string;
  readonly payer: string;
  readonly reference: string;
  readonly checkNumber: string;
  readonly memo: string;
  /** As the file gives it; '' when it does not. */
  readonly method: string;
  readonly details: IncomingDetails;
};

const returnWords =
  /\b(returned?|rtn|rtd|ret(urn)? (item|check|chk|dep)|nsf|insufficient|uncollected|charge ?back|reversed|reversal|bounced|unpaid (item|check|cheque)|stop(ped)? payment|r(0[1-9]|1[0-9]|2[0-9]))\b/i;
/** A bank's own charge for a returned item is no returned item. */
const feeWords = /\b(fee|charge|svc|service|interest|tax)s?\b/i;

/** Whether money out reads like a deposit the bank took back. */
export function looksReturned({
  amountCents,
  payer,
  reference,
  memo,
  method,
}: Pick<IncomingItem, 'amountCents' | 'payer' | 'reference' | 'memo' | 'method'>): boolean {
  const text = `${payer} ${memo} ${reference} ${method}`;
  return (
    amountCents < 0 && returnWords.test(text) && !feeWords.test(text.replace(/charge ?back/gi, 'chargeback'))
  );
}

/** The same item with every card number cut, blanks joined, and texts no longer than the book keeps. */
export function cleanIncoming(item: IncomingItem): IncomingItem {
  const { details } = item;
  const optional = (text: string | undefined) => (text === undefined ? undefined : textOf(text, 200));
  return {
    ...item,
    heldAt: textOf(item.heldAt, 120),
    externalId: item.externalId.slice(0, 600),
    payer: textOf(item.payer, 200),
    reference: textOf(item.reference, 200),
    checkNumber: textOf(item.checkNumber, 40),
    memo: textOf(item.memo, 1000),
    method: textOf(item.method, 40),
    details: {
      clientId: details.clientId ?? null,
      accountNumber: optional(details.accountNumber),
      chargeReference: optional(details.chargeReference),
      debtorReference: optional(details.debtorReference),
      debtorName: optional(details.debtorName),
      facts: details.facts
        ?.slice(0, 60)
        .map(({ label, value }) => ({ label: textOf(label, 80), value: textOf(value, 500) })),
    },
  };
}

function textOf(text: string, most: number): string {
  return cutCardData(text.replace(/\s+/g, ' ').trim()).slice(0, most);
}

/**
 * Ids for rows whose file has none: what the row says, and which of several equal ones it is. So a second download that overlaps the
 * first adds only what is new, and two equal payments of one day stay two. `about` is whose the row says it is: the same sum on the
 * same day for another account is another payment. One function a file.
 */
export function makeRowIds(): (
  item: Pick<IncomingItem, 'receivedOn' | 'amountCents' | 'payer' | 'reference' | 'checkNumber' | 'memo'>,
  about?: readonly string[],
) => string {
  const seen = new Map<string, number>();
  return (item, about = []) => {
    const said = [...about, item.payer, item.reference, item.checkNumber, item.memo]
      .map((text) => text.replace(/\s+/g, ' ').trim().toLowerCase())
      .join('|')
      .slice(0, 500);
    const key = `row:${item.receivedOn}|${item.amountCents}|${said}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return `${key}#${nth}`;
  };
}

const methodWords: readonly (readonly [RegExp, PaymentMethod])[] = [
  [/\b(money ?order)\b/i, 'money_order'],
  [/\b(garnish\w*|wage levy|withholding order)\b/i, 'garnishment'],
  [/\b(che(ck|que)s?|chk|ck)\b/i, 'cheque'],
  [/\b(card|visa|mastercard|amex|discover|pos|credit ?card|debit ?card|stripe|square)\b/i, 'card'],
  [/\b(zelle|venmo|paypal|cash ?app|online|bill ?pay(ment)?|web|wise)\b/i, 'online'],
  [/\b(ach|eft|direct ?dep(osit)?|directdep|ppd|ccd|ctx|wire|xfer|transfer|e-?check|directdebit)\b/i, 'ach'],
  [/\b(cash|atm)\b/i, 'cash'],
];

/** How it was paid as far as the item says; `other` when it does not. */
export function methodOf(
  item: Pick<IncomingItem, 'kind' | 'method' | 'payer' | 'reference' | 'checkNumber' | 'memo'>,
): PaymentMethod {
  const said = (text: string) => methodWords.find(([words]) => words.test(text))?.[1] ?? null;
  if (item.kind === 'remittance') return 'insurance';
  return (
    said(item.method) ??
    (item.checkNumber !== '' ? 'cheque' : said(`${item.memo} ${item.payer} ${item.reference}`)) ??
    'other'
  );
}

/**
 * Which column means what. A guess rests on the column's name or, where no name helps, on what it holds, and
 * says which; a name that its content contradicts is not believed. Every guess is the user's to change.
 */

import { type DecimalSign, type ImportField, type RowKind, repeatableFields } from '../import.ts';
import { parseMoney } from '../money.ts';
import { readPhone } from '../phone.ts';
import { allRules, type NameRule, rulesFor } from './column-names.ts';
import { guessRowKind } from './guess-kind.ts';
import { looksLikeDay } from './read-day.ts';
import { rowKindOf } from './rows/word-lists.ts';
import { inEnglish } from './sources/foreign-names.ts';

export type ColumnGuess = {
  readonly field: ImportField | null;
  /** What the guess rests on; `null` without one. */
  readonly because: 'name' | 'content' | null;
};

/** `InvoiceDate`, `invoice_date`, `Invoice-Date:` all become `invoice date`; `Invoice #` becomes `invoice number`. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/#/g, ' number ')
    .replace(/\b(no|num|nbr|nr)\b\.?/g, ' number ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const money: ReadonlySet<ImportField> = new Set<ImportField>([
  'amount',
  'paid_amount',
  'balance',
  'payment_amount',
  'credit_amount',
  'debit_amount',
  'interest_amount',
  'fees_amount',
  'costs_amount',
]);
const days: ReadonlySet<ImportField> = new Set<ImportField>([
  'charge_on',
  'due_on',
  'settled_on',
  'payment_on',
  'opened_on',
  'service_on',
  'placed_on',
  'note_on',
  'contact_on',
  'birth_date',
]);
const phones: ReadonlySet<ImportField> = new Set<ImportField>([
  'phone',
  'mobile_phone',
  'home_phone',
  'work_phone',
]);

/** What the filled cells of one column look like, as shares from 0 to 1. */
type Looks = {
  readonly filled: number;
  readonly money: number;
  readonly day: number;
  readonly email: number;
  readonly phone: number;
  readonly words: number;
  readonly fraction: number;
  readonly distinct: number;
  readonly letters: number;
  /** A whole address in one cell, and its last line alone. */
  readonly block: number;
  readonly cityLine: number;
  readonly currency: number;
  readonly businessWord: number;
  /** Words for what a row states, of more than one kind. */
  readonly kinds: number;
};

/** `Austin, TX 78701`, with or without what stands before it. */
const cityEnd = /,?\s+[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?(?:,?\s+(?:USA?|United States))?$/i;

function looksOf(values: readonly string[], decimal: DecimalSign): Looks {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const share = (test: (value: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  return {
    filled: filled.length,
    money: share((value) => parseMoney(value, decimal).ok),
    day: share(looksLikeDay),
    email: share((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)),
    phone: share((value) => /[\s().+-]/.test(value) && !looksLikeDay(value) && readPhone(value) !== null),
    words: share((value) => /^[\p{L}][\p{L}'.-]*(?:[ ,]+[\p{L}&][\p{L}'.&-]*)+$/u.test(value)),
    fraction: share((value) => (decimal === '.' ? /\.\d\d$/ : /,\d\d$/).test(value) || /^[$(]/.test(value)),
    distinct: new Set(filled).size,
    letters: share((value) => /\p{L}/u.test(value)),
    block: share((value) => cityEnd.test(value) && /\d/.test(value.replace(cityEnd, ''))),
    cityLine: share((value) => cityEnd.test(value) && !/\d/.test(value.replace(cityEnd, ''))),
    currency: share((value) => /^(?:[a-z]{3}|[$€£¥]|us dollars?|dollars?)$/i.test(value)),
    kinds: kindsIn(filled),
    businessWord: share((value) =>
      /^(?:business|company|commercial|corporate|organi[sz]ation|consumer|individual|person|personal|residential|patient)$/i.test(
        value,
      ),
    ),
  };
}

function kindsIn(filled: readonly string[]): number {
  const kinds = filled.map(rowKindOf);
  if (new Set(kinds.filter((kind) => kind !== null)).size < 2) return 0;
  return kinds.filter((kind) => kind !== null).length / filled.length;
}

/** Whether what a column holds allows the field its name suggests. An empty column contradicts nothing. */
function allows(field: ImportField, looks: Looks): boolean {
  if (looks.filled === 0) return true;
  if (money.has(field)) return looks.money >= 0.5;
  if (days.has(field)) return looks.day >= 0.5;
  if (field === 'email') return looks.email >= 0.3;
  if (phones.has(field)) return looks.day < 0.5 && looks.email < 0.5;
  if (field === 'row_type') return looks.kinds >= 0.8;
  if (field === 'debtor_kind') return looks.businessWord >= 0.5;
  if (field === 'currency') return looks.currency >= 0.5;
  if (field === 'country' || field === 'region') return looks.letters >= 0.5;
  // One column for all of an address is not its first line.
  if (field === 'address_line1') return looks.block < 0.5 && looks.cityLine < 0.5;
  if (names.has(field)) return looks.day < 0.5 && looks.money < 0.9 && looks.email < 0.5;
  if (references.has(field)) return looks.day < 0.5 && looks.fraction < 0.5;
  return true;
}

const names: ReadonlySet<ImportField> = new Set<ImportField>([
  'debtor_name',
  'first_name',
  'last_name',
  'business_name',
  'client_name',
  'original_creditor',
  'alias',
  'parent_name',
  'payer',
]);
const references: ReadonlySet<ImportField> = new Set<ImportField>([
  'charge_reference',
  'account_number',
  'external_id',
  'payment_reference',
  'check_number',
]);

/** Whether a text is one of the names a column of some field goes by; for finding the header line. */
export function isKnownHeader(header: string): boolean {
  const name = inEnglish(normaliseHeader(header));
  return (
    name !== '' && allRules.some((rule) => rule.names.includes(name) || rule.pattern?.test(name) === true)
  );
}

/** Somebody other than a client is named: then `Client` is who placed the debt, not who owes it. */
const debtorBesideClient =
  /^(?:debtor|patient|consumer|customer|guarantor|tenant|borrower|responsible party)(?: (?:full )?name)?$|^(?:debtor |patient |consumer |customer |guarantor )?(?:last name|lname|surname)$|^(?:full )?name$/;
const placedBy = /^(?:client|client name|client company|creditor client)$/;
const placedByCode = /^client (?:id|number|code|key)$/;
const placedByAccount =
  /^client (?:ref|reference|account number|account|acct number|ref number|reference number)$/;

/** Whose first and last name a table of several people means: who owes comes before whom it was about. */
const whose = [
  'debtor',
  'guarantor',
  'responsible party',
  'consumer',
  'customer',
  'borrower',
  'patient',
  'tenant',
  'member',
  'client',
];

export type TableGuess = { readonly kind: RowKind; readonly columns: ColumnGuess[] };

/**
 * Guesses every column from its name and some of its values (`columns[i]` are the values of column `i`), and what the rows state.
 * No field is given twice but those that several columns may feed. With `kind` the rows are of that kind, whatever the names say.
 */
export function guessTable(
  headers: readonly string[],
  columns: readonly (readonly string[])[],
  decimal: DecimalSign,
  kind: RowKind | null = null,
): TableGuess {
  const headerNames = headers.map((header) => inEnglish(normaliseHeader(header)));
  const looks = headers.map((_, index) => looksOf(columns[index] ?? [], decimal));
  const guesses: ColumnGuess[] = headers.map(() => ({ field: null, because: null }));
  const taken = new Set<ImportField>();
  const give = (index: number, field: ImportField, because: 'name' | 'content') => {
    guesses[index] = { field, because };
    taken.add(field);
  };
  const rowKind =
    kind ??
    guessRowKind(
      headerNames,
      looks.some((shown) => shown.fraction >= 0.8 && shown.money >= 0.9),
      looks.some((shown) => shown.day >= 0.9),
    );

  if (headerNames.some((name) => debtorBesideClient.test(name))) {
    headerNames.forEach((name, index) => {
      const shown = looks[index];
      if (shown === undefined || guesses[index]?.field !== null) return;
      if (placedBy.test(name) && allows('client_name', shown)) {
        if (!taken.has('client_name')) give(index, 'client_name', 'name');
      } else if (placedByAccount.test(name) && !taken.has('account_number'))
        give(index, 'account_number', 'name');
    });
  }
  const byClient = taken.has('client_name');
  const ownPerson = whose.find(
    (one) =>
      headerNames.some((name) => name.startsWith(`${one} first`)) &&
      headerNames.some((name) => name.startsWith(`${one} last`) || name === `${one} surname`),
  );
  /** A first or last name of somebody else than the one who owes. */
  const isOthers = (name: string) =>
    ownPerson !== undefined &&
    /\b(?:first|last|middle|surname|suffix|dob|birth)\b/.test(name) &&
    whose.some((one) => one !== ownPerson && name.startsWith(`${one} `));

  const rankOf = (rule: NameRule, name: string) => {
    const exact = rule.names.indexOf(name);
    return exact !== -1 ? exact : rule.pattern?.test(name) ? rule.names.length : -1;
  };
  for (const rule of rulesFor(rowKind)) {
    if (taken.has(rule.field) && !repeatableFields.has(rule.field)) continue;
    // The names stand in order of how plainly they mean the field, so the plainest column wins.
    let best: { index: number; rank: number } | null = null;
    headerNames.forEach((name, index) => {
      if (name === '' || guesses[index]?.field !== null || isOthers(name)) return;
      if (byClient && rule.field === 'debtor_reference' && placedByCode.test(name)) return;
      const rank = rankOf(rule, name);
      const shown = looks[index];
      if (rank === -1 || shown === undefined || !allows(rule.field, shown)) return;
      if (repeatableFields.has(rule.field) && rule.field !== 'memo') {
        give(index, rule.field, 'name');
        return;
      }
      // A column with values beats an empty one of a plainer name.
      const weighed = shown.filled === 0 ? rank + 1000 : rank;
      if (best === null || weighed < best.rank) best = { index, rank: weighed };
    });
    const found = best as { index: number; rank: number } | null;
    if (found) give(found.index, rule.field, 'name');
  }
  const isSplit = taken.has('last_name') && taken.has('first_name');
  plainId(headerNames, guesses, taken, give);
  // By content only what is still missing and only where a single column offers itself.
  const single = (field: ImportField, test: (looks: Looks) => boolean) => {
    if (taken.has(field)) return;
    const offered = looks.flatMap((shown, index) =>
      shown.filled > 0 && guesses[index]?.field === null && test(shown) ? [index] : [],
    );
    const only = offered[0];
    if (only !== undefined && offered.length === 1) give(only, field, 'content');
  };
  single('email', (shown) => shown.email >= 0.8);
  if (![...phones].some((field) => taken.has(field))) single('phone', (shown) => shown.phone >= 0.8);
  if (!taken.has('address_line1')) single('address_block', (shown) => shown.block >= 0.6);
  if (!taken.has('city') && !taken.has('address_block'))
    single('city_region_postal', (shown) => shown.cityLine >= 0.6);
  const isMoney = rowKind === 'payment' || rowKind === 'bank_line';
  if (isMoney && !taken.has('credit_amount'))
    single('payment_amount', (shown) => shown.money >= 0.9 && shown.fraction >= 0.8);
  if (rowKind === 'charge' && !taken.has('balance'))
    single('amount', (shown) => shown.money >= 0.9 && shown.fraction >= 0.8);
  if (rowKind === 'charge') single('charge_on', (shown) => shown.day >= 0.9);
  if (isMoney) single('payment_on', (shown) => shown.day >= 0.9);
  if (rowKind !== 'bank_line' && !isSplit && !taken.has('last_name') && !taken.has('debtor_reference')) {
    single('debtor_name', (shown) => shown.words >= 0.7 && shown.distinct >= Math.min(shown.filled, 3) / 2);
  }
  return { kind: rowKind, columns: guesses };
}

/** A bare `ID`: of the person where nothing else in the table has a number, else what the other program calls the row. */
function plainId(
  headerNames: readonly string[],
  guesses: readonly ColumnGuess[],
  taken: ReadonlySet<ImportField>,
  give: (index: number, field: ImportField, because: 'name') => void,
): void {
  const index = headerNames.findIndex((name, at) => name === 'id' && guesses[at]?.field === null);
  if (index === -1) return;
  const numbered = [
    'debtor_reference',
    'charge_reference',
    'account_number',
    'amount',
    'balance',
    'payment_amount',
  ] as const;
  if (!numbered.some((field) => taken.has(field))) give(index, 'debtor_reference', 'name');
  else if (!taken.has('external_id')) give(index, 'external_id', 'name');
}

/** `guessTable` without its kind. */
export function guessColumns(
  headers: readonly string[],
  columns: readonly (readonly string[])[],
  decimal: DecimalSign,
  kind: RowKind | null = null,
): ColumnGuess[] {
  return guessTable(headers, columns, decimal, kind).columns;
}

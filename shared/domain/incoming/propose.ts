/**
 * Whose money an item may be, by points that can be read: each reason has its words and says whether it speaks for the account or
 * against it. A number of the account or of one of its invoices says most; then who paid, then the sum. The sum alone never
 * decides, because many people owe the same.
 *
 * `certain` means: nothing speaks against it, at least two things of different kinds speak for it, no other account comes near, and the
 * money is no more than what is owed. Only those are offered to be posted together; a person looks at them all the same.
 */
import { type Day, daysBetween } from '../days.ts';
import type { DebtorKind } from '../debtor.ts';
import { isNicknameOf } from '../import/nicknames.ts';
import { formatDollars } from '../money.ts';
import { foldWords, splitName } from '../names.ts';

/** What is known of an account that may be meant, as far as the item touches it. */
export type Candidate = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly accountNumber: string;
  readonly debtorName: string;
  readonly debtorKind: DebtorKind;
  readonly otherNames: readonly string[];
  readonly clientId: number;
  readonly clientName: string;
  readonly status: string;
  /** As posted, and with the interest that ran up to the item's day. */
  readonly balanceCents: number;
  readonly owedCents: number;
  readonly disputed: boolean;
  /** Words of the item that are this account's number, or its debtor's number with the client. */
  readonly numberWords: readonly string[];
  readonly debtorNumberWords: readonly string[];
  /** Its charges whose reference the item names, with what is open of each. */
  readonly charges: readonly {
    readonly entryId: number;
    readonly reference: string;
    readonly word: string;
    readonly openCents: number;
  }[];
  /** The first unpaid instalment of its plan that comes to the item's sum, or the next one. */
  readonly instalment: { readonly dueOn: Day; readonly missingCents: number } | null;
  /** An open promise whose day is near. */
  readonly promise: { readonly dueOn: Day; readonly missingCents: number; readonly payer: string } | null;
  /** What this payer paid on it before. */
  readonly earlier: { readonly count: number; readonly lastOn: Day; readonly lastCents: number } | null;
  /** A check kept for later, with this number or this sum. */
  readonly held: {
    readonly heldPaymentId: number;
    readonly reference: string;
    readonly datedOn: Day;
    readonly sameNumber: boolean;
    readonly cents: number;
  } | null;
};

export type MatchedItem = {
  readonly amountCents: number;
  readonly receivedOn: Day;
  readonly payer: string;
  readonly checkNumber: string;
  /** Folded words of its texts that may be of a name. */
  readonly nameWords: readonly string[];
  /** Words of its own fields for accounts, which say more than a number somewhere in the memo. */
  readonly statedNumbers: readonly string[];
  readonly clientId: number | null;
};

export type Because = { readonly text: string; readonly agrees: boolean };

export type Share = {
  readonly accountId: number;
  readonly amountCents: number;
  /** Charges the payer named: they are paid first. */
  readonly charges: readonly number[];
};

export type AccountProposal = {
  readonly score: number;
  readonly certain: boolean;
  readonly because: readonly Because[];
  readonly shares: readonly Share[];
  readonly heldPaymentId: number | null;
};

type Scored = {
  readonly candidate: Candidate;
  readonly points: number;
  readonly because: readonly Because[];
  /** Kinds of reasons that speak for it: `number`, `name`, `sum`, `history`. */
  readonly kinds: ReadonlySet<string>;
  readonly against: boolean;
};

/** Below this nothing is proposed; from `certainFrom` on it may be posted with the others. */
export const proposedFrom = 30;
export const certainFrom = 90;
/** How far the next account must stay behind. */
const leadNeeded = 20;

export type NameMatch = 'same' | 'close' | 'family' | 'none' | 'other_suffix';

const suffixesOf = (words: readonly string[]) =>
  words.filter((word) => ['jr', 'sr', 'ii', 'iii', 'iv'].includes(word));

/** How a debtor's name stands among the words of an item, which may hold more than a name. */
export function matchName(
  words: readonly string[],
  { debtorName, debtorKind, otherNames }: Pick<Candidate, 'debtorName' | 'debtorKind' | 'otherNames'>,
): NameMatch {
  const ranks: readonly NameMatch[] = ['none', 'family', 'other_suffix', 'close', 'same'];
  let best: NameMatch = 'none';
  for (const name of [debtorName, ...otherNames]) {
    const found = debtorKind === 'business' ? matchBusiness(words, name) : matchPerson(words, name);
    if (ranks.indexOf(found) > ranks.indexOf(best)) best = found;
  }
  return best;
}

function matchPerson(words: readonly string[], name: string): NameMatch {
  const { given, family, suffix } = splitName(name);
  const has = new Set(words);
  const families = foldWords(family)
    .split(' ')
    .filter((word) => word !== '');
  if (families.length === 0 || !families.every((word) => has.has(word) || word.length < 2)) return 'none';
  const own = suffixesOf(foldWords(suffix).split(' '));
  const said = suffixesOf(words);
  if (own.length > 0 && said.length > 0 && own[0] !== said[0]) return 'other_suffix';
  const givens = foldWords(given)
    .split(' ')
    .filter((word) => word.length > 1);
  const [first] = givens;
  if (first === undefined) return 'family';
  if (has.has(first)) return own.length === said.length ? 'same' : 'close';
  if (words.some((word) => !families.includes(word) && isNicknameOf(word, first))) return 'close';
  // `OKAFOR MAR` or a middle name in use.
  return words.some((word) => word.length > 2 && first.startsWith(word) && !families.includes(word)) ||
    givens.slice(1).some((middle) => middle.length > 2 && has.has(middle))
    ? 'close'
    : 'family';
}

const legalForms = new Set(
  'inc incorporated corp corporation co company llc llp lllp pllc ltd limited lp plc pc pa the and of'.split(
    ' ',
  ),
);

function matchBusiness(words: readonly string[], name: string): NameMatch {
  const own = foldWords(name.replaceAll('&', ' and '))
    .split(' ')
    .filter((word) => word.length > 1 && !legalForms.has(word));
  if (own.length === 0) return 'none';
  const has = new Set(words);
  const missing = own.filter((word) => !has.has(word) && !isBeginning(words, word));
  if (missing.length === 0) return own.every((word) => has.has(word)) ? 'same' : 'close';
  // Banks cut long names: the first two words of three or more.
  return own.length > 2 && own.slice(0, 2).every((word) => has.has(word)) ? 'close' : 'none';
}

function isBeginning(words: readonly string[], word: string): boolean {
  return words.some((cut) => cut.length >= 4 && word.length > cut.length && word.startsWith(cut));
}

/** A short number is found by chance; a long one, or one with letters, is not. */
function weightOf(word: string, strong: number): number {
  if (word.length >= 5 || (/[a-z]/.test(word) && word.length >= 4)) return strong;
  return word.length === 4 ? Math.round(strong * 0.7) : Math.round(strong * 0.45);
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '');
}

function scoreOne(item: MatchedItem, candidate: Candidate, dayWords: (day: Day) => string): Scored {
  const because: Because[] = [];
  const kinds = new Set<string>();
  let points = 0;
  let against = false;
  const speaks = (kind: string, worth: number, text: string) => {
    points += worth;
    kinds.add(kind);
    because.push({ text, agrees: true });
  };
  const doubts = (worth: number, text: string) => {
    points -= worth;
    against = true;
    because.push({ text, agrees: false });
  };
  const { amountCents, receivedOn } = item;
  const sum = formatDollars(amountCents);

  const numberWord = longest(candidate.numberWords);
  const stated = candidate.numberWords.some((word) => item.statedNumbers.includes(word));
  if (numberWord !== '') {
    speaks('number', stated ? 65 : weightOf(numberWord, 60), `It names account ${candidate.accountNumber}`);
  }
  const debtorWord = longest(candidate.debtorNumberWords);
  if (debtorWord !== '' && numberWord === '') {
    speaks('number', weightOf(debtorWord, 45), 'It names the client’s number for this debtor');
  }
  const [charge, ...others] = candidate.charges;
  if (charge) {
    const worth = weightOf(longest(candidate.charges.map(({ word }) => word)), 60);
    const names = candidate.charges.map(({ reference }) => reference).slice(0, 4);
    speaks(
      'number',
      numberWord === '' ? worth : 15,
      `It names ${others.length === 0 ? 'invoice' : 'invoices'} ${names.join(', ')}`,
    );
  }

  const name = matchName(item.nameWords, candidate);
  if (name === 'same') speaks('name', 40, `It names ${candidate.debtorName}`);
  else if (name === 'close') speaks('name', 28, `A name close to ${candidate.debtorName}`);
  else if (name === 'family') speaks('family', 12, 'It names the family name');
  else if (name === 'other_suffix') doubts(40, 'The suffix of the name differs (Jr, Sr, III)');

  const namedCents = candidate.charges.reduce((open, { openCents }) => open + openCents, 0);
  const { instalment, promise, held, earlier } = candidate;
  if (held?.sameNumber && held.cents === amountCents) {
    speaks('number', 60, `Check ${held.reference} for this sum was kept for later`);
  } else if (held && held.cents === amountCents) {
    speaks('sum', 25, 'A payment of this sum was kept for later');
  }
  if (namedCents === amountCents && charge) speaks('sum', 35, `${sum} is what is open of it`);
  else if (candidate.balanceCents === amountCents) speaks('sum', 30, `${sum} is the whole balance`);
  else if (candidate.owedCents === amountCents) {
    speaks('sum', 30, `${sum} is the whole balance with interest to that day`);
  } else if (instalment && instalment.missingCents === amountCents && isNear(instalment.dueOn, receivedOn)) {
    speaks('sum', 30, `${sum} is the instalment due on ${dayWords(instalment.dueOn)}`);
  } else if (promise && promise.missingCents === amountCents && isNear(promise.dueOn, receivedOn)) {
    speaks('sum', 30, `${sum} was promised for ${dayWords(promise.dueOn)}`);
  }
  if (promise && promise.payer !== '' && matchesPayer(item.nameWords, promise.payer)) {
    speaks('name', 25, `A promise names ${promise.payer} as who pays`);
  }
  if (earlier) {
    const times = earlier.count === 1 ? 'once' : `${earlier.count} times`;
    speaks('history', 35, `This payer paid on it ${times} before, last on ${dayWords(earlier.lastOn)}`);
    if (earlier.lastCents === amountCents) speaks('sum', 12, `The same sum as last time`);
  }
  if (item.clientId !== null && item.clientId !== candidate.clientId) {
    doubts(25, `The file is of another client than ${candidate.clientName}`);
  }

  if (candidate.disputed) doubts(10, 'The account is disputed: the payer must have named it');
  if (candidate.status === 'closed') doubts(15, 'The account is closed');
  if (candidate.owedCents <= 0) doubts(30, 'Nothing is owed on it');
  else if (amountCents > candidate.owedCents) {
    doubts(15, `More than the ${formatDollars(candidate.owedCents)} that is owed`);
  }
  return { candidate, points, because, kinds, against };
}

/** Between ten days before its day and thirty after. */
function isNear(dueOn: Day, receivedOn: Day): boolean {
  const late = daysBetween(dueOn, receivedOn);
  return late >= -10 && late <= 30;
}

function matchesPayer(words: readonly string[], payer: string): boolean {
  const own = foldWords(payer)
    .split(' ')
    .filter((word) => word.length > 1);
  return own.length > 0 && own.every((word) => words.includes(word));
}

const mostProposals = 8;

/** Best first, at most eight; accounts nothing but chance speaks for are left out. `dayWords` writes a day as people read it. */
export function proposeAccounts(
  item: MatchedItem,
  candidates: readonly Candidate[],
  dayWords: (day: Day) => string,
): AccountProposal[] {
  if (item.amountCents <= 0) return [];
  const scored = candidates
    .map((candidate) => scoreOne(item, candidate, dayWords))
    .sort((a, b) => b.points - a.points || a.candidate.accountId - b.candidate.accountId);
  const single = scored.map((one): AccountProposal & { readonly debtorId: number } => {
    const { candidate, points, because } = one;
    const next = scored.find((other) => other !== one);
    const kinds = new Set([...one.kinds].filter((kind) => kind !== 'family'));
    return {
      score: capped(points),
      certain:
        points >= certainFrom &&
        !one.against &&
        kinds.size >= 2 &&
        (kinds.has('number') || kinds.has('name')) &&
        (next === undefined || points - next.points >= leadNeeded),
      because,
      shares: [
        {
          accountId: candidate.accountId,
          amountCents: item.amountCents,
          charges: candidate.charges.filter(({ openCents }) => openCents > 0).map(({ entryId }) => entryId),
        },
      ],
      heldPaymentId:
        candidate.held && candidate.held.cents === item.amountCents ? candidate.held.heldPaymentId : null,
      debtorId: candidate.debtorId,
    };
  });
  const all = [...splitsOf(item, scored), ...single]
    .filter(({ score }) => score >= proposedFrom)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostProposals);
  return all.map(({ score, certain, because, shares, heldPaymentId }) => ({
    score,
    certain,
    because,
    shares,
    heldPaymentId,
  }));
}

function capped(points: number): number {
  return Math.max(0, Math.min(100, points));
}

/** One payment for several accounts: invoices of several named together, or all that one person owes. */
function splitsOf(item: MatchedItem, scored: readonly Scored[]): AccountProposal[] {
  const found: AccountProposal[] = [];
  const clean = scored.filter(
    ({ candidate, against }) =>
      candidate.balanceCents > 0 &&
      !candidate.disputed &&
      (!against || candidate.balanceCents < item.amountCents),
  );
  const named = clean.filter(
    ({ candidate }) => candidate.charges.length > 0 || candidate.numberWords.length > 0,
  );
  const due = ({ candidate }: Scored) => {
    const open = candidate.charges.reduce((sum, { openCents }) => sum + openCents, 0);
    return open > 0 ? open : candidate.balanceCents;
  };
  const add = (ones: readonly Scored[], centsOf: (one: Scored) => number, score: number, text: string) => {
    const shares = ones.map((one) => ({
      accountId: one.candidate.accountId,
      amountCents: centsOf(one),
      charges: one.candidate.charges.filter(({ openCents }) => openCents > 0).map(({ entryId }) => entryId),
    }));
    if (shares.some(({ amountCents }) => amountCents <= 0)) return;
    const sum = formatDollars(item.amountCents);
    found.push({
      score,
      certain: score >= certainFrom,
      because: [
        { text, agrees: true },
        { text: `${sum} is what they come to together`, agrees: true },
      ],
      shares,
      heldPaymentId: null,
    });
  };
  if (named.length > 1 && named.length <= 100) {
    const total = named.reduce((sum, one) => sum + due(one), 0);
    const numbers = named
      .map(({ candidate }) => candidate.accountNumber)
      .slice(0, 4)
      .join(', ');
    if (total === item.amountCents) add(named, due, 95, `It names something of accounts ${numbers}`);
  }
  const byDebtor = new Map<number, Scored[]>();
  for (const one of clean) {
    const ones = byDebtor.get(one.candidate.debtorId);
    if (ones) ones.push(one);
    else byDebtor.set(one.candidate.debtorId, [one]);
  }
  for (const ones of byDebtor.values()) {
    const [first] = ones;
    if (!first || ones.length < 2 || ones.length > 100) continue;
    const total = ones.reduce((sum, { candidate }) => sum + candidate.balanceCents, 0);
    if (total !== item.amountCents) continue;
    const name = matchName(item.nameWords, first.candidate);
    const worth = { same: 85, close: 72, family: 50, none: 35, other_suffix: 0 }[name];
    add(
      ones,
      ({ candidate }) => candidate.balanceCents,
      worth,
      `All that ${first.candidate.debtorName} owes, on ${ones.length} accounts`,
    );
  }
  return found;
}

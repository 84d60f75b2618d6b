/**
 * Every sum in a letter is one the book knows, to the cent. A sum nobody can point to in the ledger is worse than none: it is what a
 * false statement of the amount is made of (15 U.S.C. 1692e(2)(A)).
 */
import { formatDollars } from '../../domain/money.ts';
import { text as readText } from '../states/entry.ts';
import type { KnownSum, LetterFinding, LetterToCheck } from './letter-check.ts';
import { type Place, sentenceAround, sentencesOf } from './letter-text.ts';

const source = readText('15 U.S.C. 1692e(2)(A), 1692f(1); 12 CFR 1006.18(b)(2), 1006.22(b)', '2026-11-22');

/** `$1,234.56`, `$ 1234`, `-$5`, `US$5`, `1,234.56 dollars`, `USD 12.50`. */
const sumPattern =
  /(?:(?:US ?)?\$ ?|\bUSD ?)(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,4}))?(?![\d,]*\d)|(?<![\d.,$])(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,4}))?(?: ?(?:dollars|dólares|USD)\b)/giu;

export type SumInText = Place & { readonly cents: number | null };

/** The sums in a text; `null` cents where it is no sum in dollars and cents (`$1.2345`). */
export function sumsOf(text: string): readonly SumInText[] {
  return [...text.matchAll(sumPattern)].map((match) => {
    const whole = (match[1] ?? match[3] ?? '0').replaceAll(',', '');
    const part = match[2] ?? match[4] ?? '';
    const cents =
      part.length === 0 || part.length === 2 ? Number(whole) * 100 + Number(part === '' ? 0 : part) : null;
    return { at: match.index, end: match.index + match[0].length, cents };
  });
}

/** What makes a sum a statement about this debt. */
const aboutDebt =
  /\b(?:owe[ds]?|owing|balance|due|amount|total|pa(?:y|id|ys|ying|yments?)|debts?|settle\w*|interest|fees?|charges?|costs?|principal|credit(?:ed)?|offer\w*|forgiv\w*|install?ments?|sum|remit\w*|judgment|account|deposit|returned)\b|(?<!\p{L})(?:deb[eo]|deuda|saldo|pag\p{L}*|monto|cantidad|interés|intereses|cargos?|total|oferta|cuenta|adeud\p{L}*)(?!\p{L})/iu;
/** A threshold of the tax law, not a sum of the debt. */
const threshold = /1099|\bIRS\b|\$600 or more/u;

type Named = { readonly pattern: RegExp; readonly names: readonly string[]; readonly words: string };

/** What a label before a sum says it is; the sum has to go by one of these names in the facts. */
const labels: readonly Named[] = [
  {
    pattern:
      /(?:\b(?:total |full |current |unpaid |outstanding )?(?:amount|balance|total)(?: of (?:the|your) (?:debt|account))?(?: now)? (?:due|owed|owing)|\byou (?:now |still |currently )?owe(?: us)?|\b(?:current|unpaid|outstanding|total|present) balance|\btotal amount of the debt now)(?: (?:is|of|now|as of [^$\n.]{1,24}|on this account|a total of|a balance of))*\s*[:,-]?\s*$/iu,
    names: [
      'amount_due',
      'amounts.total_all',
      'charges_total',
      'validation.owed_now',
      'payoff.amount',
      'plan.left',
      'payment.balance_after',
      'judgment.amount',
      'settlement.amount',
      'plan.missed_amount',
      'plan.next_amount',
      'dispute.amount',
      'plan.total',
    ],
    words: 'what is owed',
  },
  {
    pattern: /\bprincipal(?: (?:is|of|owed|amount|balance))*\s*[:,-]?\s*$/iu,
    names: ['amounts.principal', 'judgment.amount', 'validation.owed_then'],
    words: 'the principal',
  },
  {
    pattern: /\bas of \w+ \d{1,2}, \d{4}, you owed:?\s*$/iu,
    names: ['validation.owed_then'],
    words: 'what was owed on the itemization date',
  },
];

/** Sums that have to add up, where the facts hold them all. */
const additions: readonly {
  readonly parts: readonly string[];
  readonly less: readonly string[];
  readonly whole: string;
}[] = [
  {
    parts: ['amounts.principal', 'amounts.interest', 'amounts.fees', 'amounts.costs'],
    less: [],
    whole: 'amount_due',
  },
  {
    parts: ['validation.owed_then', 'validation.interest', 'validation.fees'],
    less: ['validation.paid'],
    whole: 'validation.owed_now',
  },
];

function centsOf(sums: readonly KnownSum[], name: string): number | null {
  return sums.find((sum) => sum.name === name)?.cents ?? null;
}

/** Sums of the facts that contradict each other: then every letter with them is wrong. */
function contradictions(letter: LetterToCheck): readonly (LetterFinding & Place)[] {
  return additions.flatMap(({ parts, less, whole }) => {
    const wanted = centsOf(letter.sums, whole);
    const plus = parts.map((name) => centsOf(letter.sums, name));
    const minus = less.map((name) => centsOf(letter.sums, name));
    if (wanted === null || plus.includes(null) || minus.includes(null)) return [];
    const made =
      plus.reduce<number>((sum, cents) => sum + (cents ?? 0), 0) -
      minus.reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
    if (made === wanted) return [];
    const printed = sumsOf(letter.text).some(({ cents }) => cents === wanted);
    if (!printed) return [];
    return [
      {
        code: 'SUMS_DO_NOT_ADD_UP',
        severity: 'stop' as const,
        why: `The parts make ${formatDollars(made)}, and the letter says ${formatDollars(wanted)}. Correct the account’s entries before anything goes out.`,
        words: '',
        sentence: '',
        textId: null,
        source,
        at: letter.text.length,
        end: letter.text.length,
      },
    ];
  });
}

export function sumsIn(letter: LetterToCheck, text: string): readonly (LetterFinding & Place)[] {
  const known = new Set(letter.sums.map(({ cents }) => Math.abs(cents)));
  known.add(0);
  // What stands in names and notes that the letter repeats was typed by somebody else and states nothing.
  for (const value of Object.values(letter.fill))
    for (const { cents } of sumsOf(value)) if (cents !== null) known.add(cents);
  const sentences = sentencesOf(text);
  const found: (LetterFinding & Place)[] = [];
  for (const sum of sumsOf(text)) {
    const sentence = sentences.find(({ at, end }) => at <= sum.at && end >= sum.end);
    const around = sentence === undefined ? '' : text.slice(sentence.at, sentence.end);
    if (threshold.test(around)) continue;
    const finding = {
      words: letter.text.slice(sum.at, sum.end),
      sentence: sentenceAround(letter.text, sum),
      textId: null,
      source,
      at: sum.at,
      end: sum.end,
    };
    if (sum.cents === null) {
      found.push({
        ...finding,
        code: 'SUM_NOT_IN_LEDGER',
        severity: 'stop',
        why: 'This is no sum in dollars and cents. Write it with two places, or use the field of the account.',
      });
      continue;
    }
    if (!known.has(sum.cents)) {
      found.push({
        ...finding,
        code: 'SUM_NOT_IN_LEDGER',
        severity: aboutDebt.test(around) ? 'stop' : 'look',
        why: 'The book holds no such sum for this account. Use the field that holds it, so that the letter always agrees with the ledger, or take it out.',
      });
      continue;
    }
    const before = text.slice(Math.max(0, sum.at - 80), sum.at);
    const label = labels.find(({ pattern }) => pattern.test(before));
    if (label === undefined) continue;
    const bearers = letter.sums.filter(({ cents }) => Math.abs(cents) === sum.cents);
    const named = label.names.some((name) => letter.sums.some((other) => other.name === name));
    if (named && bearers.length > 0 && !bearers.some(({ name }) => label.names.includes(name)))
      found.push({
        ...finding,
        code: 'SUM_UNDER_WRONG_NAME',
        severity: 'look',
        why: `The words before it say it is ${label.words}, but in the book it is another sum. Read it once more.`,
      });
  }
  return [...found, ...contradictions(letter)];
}

/**
 * What a template can name, and nothing else: plain texts, already formatted, so that the preview, the print
 * and the copy in the book agree to the letter. Sums carry cents, days are spelled out.
 *
 * The facts are stored with the letter. A field may be added; none is renamed or given another meaning.
 */
import { addDays, type Day, spellDay, spellDayShort } from '../domain/days.ts';
import type { DebtorKind } from '../domain/debtor.ts';
import type { EntryKind } from '../domain/ledger.ts';
import { formatDollars } from '../domain/money.ts';

/** One charge, fee, cost or interest entry of which something is still open. */
export type LetterCharge = {
  readonly kind: EntryKind;
  readonly reference: string;
  readonly memo: string;
  readonly effectiveOn: Day;
  readonly dueOn: Day | null;
  readonly chargedCents: number;
  readonly openCents: number;
};

export type LetterData = {
  readonly today: Day;
  /** True in the sample office: the sheet says so. */
  readonly sample: boolean;
  readonly sender: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly phone: string;
    readonly email: string;
    readonly hours: string;
    readonly howToPay: string;
  };
  readonly debtor: {
    readonly kind: DebtorKind;
    readonly name: string;
    /** Name and address, fitted to the window of the envelope. */
    readonly addressLines: readonly string[];
  };
  readonly account: {
    readonly number: string;
    readonly clientName: string;
    readonly originalCreditor: string;
  };
  /** In the order they are listed: oldest due first. */
  readonly charges: readonly LetterCharge[];
  readonly balanceCents: number;
};

export type LetterFacts = {
  readonly letter: { readonly date: string; readonly is_sample: boolean };
  readonly pay_by: {
    readonly in_7_days: string;
    readonly in_10_days: string;
    readonly in_14_days: string;
    readonly in_30_days: string;
  };
  readonly sender: {
    readonly name: string;
    readonly address_lines: readonly string[];
    readonly phone: string;
    readonly email: string;
    readonly hours: string;
    readonly how_to_pay: string;
  };
  readonly debtor: {
    readonly name: string;
    readonly is_business: boolean;
    readonly address_lines: readonly string[];
  };
  readonly account: {
    readonly number: string;
    readonly creditor: string;
    /** Empty when it is the same as `creditor`. */
    readonly original_creditor: string;
  };
  readonly amount_due: string;
  /** The oldest due day among the charges; empty when none has one. */
  readonly oldest_due: string;
  readonly charges: readonly {
    readonly date: string;
    readonly due: string;
    readonly description: string;
    readonly charged: string;
    /** What has been paid or credited on it. */
    readonly paid: string;
    readonly open: string;
    /** What is owed with this charge and all before it. */
    readonly running: string;
  }[];
  readonly charges_total: string;
  /** What the open charges do not explain, such as money no charge has taken; `null` when they explain all. */
  readonly not_tied: { readonly label: string; readonly amount: string } | null;
};

/** Characters that print nothing but move or turn what stands around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** As typed, without characters that print nothing. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseen, ' ');
}

/** Text as it will be printed, without white space at its ends. */
function plain(text: string): string {
  return printable(text).trim();
}

const kindWords: Readonly<Partial<Record<EntryKind, string>>> = {
  charge: 'Charge',
  fee: 'Fee',
  cost: 'Cost',
  interest: 'Interest',
};

function describe(charge: LetterCharge): string {
  const reference = plain(charge.reference);
  const memo = plain(charge.memo);
  const parts = [reference, memo === reference ? '' : memo].filter((part) => part !== '');
  const kind = kindWords[charge.kind] ?? 'Charge';
  if (parts.length === 0) return kind;
  return charge.kind === 'charge' ? parts.join(', ') : `${kind}: ${parts.join(', ')}`;
}

/**
 * The facts of one account on one day. What no open charge explains (money that no charge has taken) is its
 * own line, so that the table always ends at the amount due.
 */
export function letterFactsOf(data: LetterData): LetterFacts {
  const { today, sender, debtor, account } = data;
  let runningCents = 0;
  const charges = data.charges.map((charge) => {
    runningCents += charge.openCents;
    return {
      date: spellDayShort(charge.effectiveOn),
      due: charge.dueOn === null ? '' : spellDayShort(charge.dueOn),
      description: describe(charge),
      charged: formatDollars(charge.chargedCents),
      paid: formatDollars(charge.chargedCents - charge.openCents),
      open: formatDollars(charge.openCents),
      running: formatDollars(runningCents),
    };
  });
  const notTiedCents = data.balanceCents - runningCents;
  const dueDays = data.charges.flatMap((charge) => (charge.dueOn === null ? [] : [charge.dueOn])).sort();
  const creditor = plain(account.clientName);
  const originalCreditor = plain(account.originalCreditor);
  return {
    letter: { date: spellDay(today), is_sample: data.sample },
    pay_by: {
      in_7_days: spellDay(addDays(today, 7)),
      in_10_days: spellDay(addDays(today, 10)),
      in_14_days: spellDay(addDays(today, 14)),
      in_30_days: spellDay(addDays(today, 30)),
    },
    sender: {
      name: plain(sender.name),
      address_lines: sender.addressLines.map(plain),
      phone: plain(sender.phone),
      email: plain(sender.email),
      hours: plain(sender.hours),
      how_to_pay: plain(sender.howToPay),
    },
    debtor: {
      name: plain(debtor.name),
      is_business: debtor.kind === 'business',
      address_lines: debtor.addressLines.map(plain),
    },
    account: {
      number: plain(account.number),
      creditor,
      original_creditor: originalCreditor.toLowerCase() === creditor.toLowerCase() ? '' : originalCreditor,
    },
    amount_due: formatDollars(data.balanceCents),
    oldest_due: dueDays[0] === undefined ? '' : spellDay(dueDays[0]),
    charges,
    charges_total: formatDollars(runningCents),
    not_tied:
      notTiedCents === 0
        ? null
        : {
            label: notTiedCents < 0 ? 'Payments and credits not tied to a charge' : 'Other amounts owed',
            amount: formatDollars(notTiedCents),
          },
  };
}

/**
 * The merge fields of scripts: what each is, and what it gives away to whoever listens. A field that tells of a debt does not
 * exist for a text shown before the right party is confirmed, so that a mistake in a script cannot speak of it.
 */
import type { ScriptLanguage } from './script.ts';

/** `nothing`: may be said to anybody. `office`: the office's own name, which a collector gives a stranger only when asked. `debt`: the matter. */
export type Reveals = 'nothing' | 'office' | 'debt';

export type ScriptField = {
  readonly name: string;
  readonly label: string;
  readonly reveals: Reveals;
  /** As it would read, for the editor and for practice. */
  readonly example: string;
  /** May be empty for an account: a script that uses it asks first (`{% if … %}`) or says it differently. */
  readonly optional: boolean;
};

const field = (
  name: string,
  label: string,
  reveals: Reveals,
  example: string,
  optional = false,
): ScriptField => ({ name, label, reveals, example, optional });

export const scriptFields: readonly ScriptField[] = [
  field('collector.name', 'Your name', 'nothing', 'Dana Whitlock'),
  field('call.greeting', 'Good morning, afternoon or evening where the debtor is', 'nothing', 'Good morning'),
  field('debtor.name', 'Name of the debtor', 'nothing', 'Mara Okafor'),
  field('debtor.firstName', 'First name of the debtor', 'nothing', 'Mara'),
  field(
    'debtor.isBusiness',
    'The debtor is a business (“yes”, or empty; for conditions)',
    'nothing',
    'yes',
    true,
  ),
  field('office.callback', 'Number to call back', 'nothing', '(512) 555-0100'),
  field('office.name', 'Name of the office', 'office', 'Harbor Lane Receivables'),
  field('office.hours', 'Office hours', 'office', 'Monday to Friday, 9 to 5', true),
  field('office.address', 'Address of the office', 'office', '14 Harbor Lane, Austin, TX 78701', true),
  field('office.howToPay', 'How to pay', 'debt', 'By check to the address above', true),
  field('account.number', 'Account number', 'debt', 'TD-1042'),
  field('account.balance', 'Balance today', 'debt', '$960.00'),
  field('account.pastDue', 'Sum past due', 'debt', '$480.00'),
  field('account.oldestDue', 'Day the oldest unpaid sum was due', 'debt', 'July 1, 2026', true),
  field('account.daysPastDue', 'Days past due', 'debt', '144'),
  field('account.openedOn', 'Day of the debt', 'debt', 'June 1, 2026'),
  field('account.debtType', 'Type of debt', 'debt', 'medical bill'),
  field('creditor.original', 'Original creditor', 'debt', 'Tidewater Dental'),
  field('creditor.current', 'Client or creditor now', 'debt', 'Tidewater Dental'),
  field('lastPayment.amount', 'Last payment', 'debt', '$120.00', true),
  field('lastPayment.on', 'Day of the last payment', 'debt', 'August 3, 2026', true),
  field('promise.amount', 'Promise in question: the sum', 'debt', '$200.00', true),
  field('promise.on', 'Promise in question: the day', 'debt', 'November 20, 2026', true),
  field('promise.received', 'What came in on that promise', 'debt', '$0.00', true),
  field('plan.amount', 'Next instalment of the plan', 'debt', '$80.00', true),
  field('plan.on', 'Day of the next instalment', 'debt', 'December 1, 2026', true),
  field('plan.missed', 'Sum of missed instalments', 'debt', '$160.00', true),
  field('settlement.amount', 'Sum of the settlement on offer', 'debt', '$600.00', true),
  field('settlement.expiresOn', 'Last day of the settlement offer', 'debt', 'December 15, 2026', true),
  field('validation.endsOn', 'Last day of the validation period', 'debt', 'December 28, 2026', true),
];

/**
 * Facts of one account (or of an invented one) by field name, as texts ready to say: money with cents, days spelled out.
 * `null` for what there is none of. Debtor-supplied text in it is never read as a template. What reads differently in another
 * language stands there a second time as `call.greeting@es`.
 */
export type ScriptFacts = Readonly<Record<string, string | null>>;

/** A fact as a script of that language says it. */
export function factIn(facts: ScriptFacts, name: string, language: ScriptLanguage): string | null {
  for (const key of [`${name}@${language}`, name]) if (Object.hasOwn(facts, key)) return facts[key] ?? null;
  return null;
}

/** An invented account, for reading a text where there is none: every field as it would read, of a person. */
export const exampleFacts: ScriptFacts = Object.fromEntries(
  scriptFields.map(({ name, example }) => [name, name === 'debtor.isBusiness' ? null : example]),
);

/** The debtor's own income and expenses as they are typed, with the words in which they consented to its keeping. */
import { z } from 'zod';
import type { BudgetLine } from '../../../../shared/contract/offers.ts';
import { budgetEvery } from '../../../../shared/domain/budget.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { parseMoney } from '../../../../shared/domain/money.ts';
import { requiredLine, typedCents, typedDay } from '../forms/schemas.ts';
import { showTypedDay } from '../forms/typed-day.ts';

const lineFields = z.strictObject({
  kind: z.enum(['income', 'expense']),
  name: z.string().max(200),
  amount: z.string().max(60),
  every: z.enum(budgetEvery),
});

export const budgetFields = z.strictObject({
  consent: z.string().max(400),
  consentedOn: z.string().max(60),
  lines: z.array(lineFields).max(60),
});
export type BudgetFields = z.output<typeof budgetFields>;

/** The lines nearly every sheet has; those left without a sum are not kept. */
const usual: readonly (readonly [BudgetLine['kind'], string])[] = [
  ['income', 'Take-home pay'],
  ['income', 'Benefits'],
  ['expense', 'Rent or mortgage'],
  ['expense', 'Utilities and phone'],
  ['expense', 'Food'],
  ['expense', 'Transport'],
  ['expense', 'Other debts'],
];

export const usualConsent = 'Asked on the phone; agreed that these figures are kept to work out a payment.';

export function blankBudget(today: Day): BudgetFields {
  return {
    consent: '',
    consentedOn: showTypedDay(today),
    lines: usual.map(([kind, name]) => ({ kind, name, amount: '', every: 'month' })),
  };
}

/** The lines that can be read already, for the figures below the sheet while it is being typed. */
export function readableLines(fields: Pick<BudgetFields, 'lines'>): BudgetLine[] {
  return fields.lines.flatMap(({ kind, name, amount, every }) => {
    const sum = parseMoney(amount);
    return sum.ok && sum.value > 0 ? [{ kind, name, amountCents: sum.value, every }] : [];
  });
}

export type TypedBudget = {
  readonly consent: string;
  readonly consentedOn: Day;
  readonly lines: BudgetLine[];
};

/** What to keep, or at each field what is missing. A line with neither sum nor a name of its own is left out. */
export function budgetSchema(today: Day) {
  return budgetFields.transform((fields, context): TypedBudget => {
    const refuse = (path: (string | number)[], message: string): never => {
      context.addIssue({ code: 'custom', path, message });
      return z.NEVER;
    };
    const take = <T>(path: (string | number)[], schema: z.ZodType<T>, value: unknown): T => {
      const read = schema.safeParse(value);
      return read.success ? read.data : refuse(path, read.error.issues[0]?.message ?? 'Check this field.');
    };
    const consent = take(
      ['consent'],
      requiredLine(200, 'Say how the debtor agreed. Without consent nothing is written down.'),
      fields.consent,
    );
    const consentedOn = take(
      ['consentedOn'],
      typedDay(today, {
        leaning: 'behind',
        notAfter: { day: today, message: 'This day lies ahead. Type the day the debtor agreed.' },
      }),
      fields.consentedOn,
    );
    const lines = fields.lines.flatMap((line, place): BudgetLine[] => {
      if (line.amount.trim() === '') return [];
      return [
        {
          kind: line.kind,
          name: take(['lines', place, 'name'], requiredLine(80, 'Name this line.'), line.name),
          amountCents: take(['lines', place, 'amount'], typedCents(), line.amount),
          every: line.every,
        },
      ];
    });
    if (lines.length === 0) refuse(['lines', 0, 'amount'], 'Type at least one sum.');
    return { consent, consentedOn, lines };
  });
}

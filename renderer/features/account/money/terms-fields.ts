/** The fields of interest terms and of a judgment as they are typed, and what they mean. */
import { z } from 'zod';
import type { Day } from '../../../../shared/domain/days.ts';
import { compoundings, dayCounts } from '../../../../shared/domain/interest.ts';
import { basisKinds } from '../../../../shared/domain/ledger.ts';
import { askAboveRate, parseRate, rateMicros } from '../../../../shared/domain/rate.ts';
import {
  fieldWords,
  optionalCents,
  optionalWords,
  requiredLine,
  typedDay,
  typedRate,
} from '../forms/schemas.ts';
import { showTypedDay } from '../forms/typed-day.ts';

const typed = z.string().max(300);

export const termsFields = z.strictObject({
  fromOn: typed,
  method: z.enum(['simple', 'compound', 'none']),
  rate: typed,
  compounding: z.enum(compoundings),
  dayCount: z.enum(dayCounts),
  cap: typed,
  basisKind: z.enum(basisKinds),
  basis: z.string().max(2000),
  confirmHighRate: z.boolean(),
});
export type TermsFields = z.output<typeof termsFields>;

export function blankTerms(today: Day): TermsFields {
  return {
    fromOn: showTypedDay(today),
    method: 'simple',
    rate: '',
    compounding: 'monthly',
    dayCount: 'actual_365',
    cap: '',
    basisKind: 'contract',
    basis: '',
    confirmHighRate: false,
  };
}

const needsBasis = fieldWords({ code: 'terms.needs_basis', params: {} });

/** A stop takes no rate. */
export function termsSchema(today: Day) {
  return z
    .strictObject({
      ...termsFields.shape,
      fromOn: typedDay(today, { leaning: 'behind' }),
      cap: optionalCents(0),
      basis: requiredLine(300, needsBasis),
    })
    .transform((terms, context) => {
      const { method, cap, compounding, ...rest } = terms;
      const rate = method === 'none' ? '0' : readRate(terms.rate, context);
      if (rate === null) return z.NEVER;
      return {
        ...rest,
        rate,
        method,
        capCents: method === 'none' ? null : cap,
        compounding: method === 'compound' ? compounding : null,
      };
    });
}

function readRate(text: string, context: z.core.$RefinementCtx): string | null {
  const read = typedRate().safeParse(text);
  if (read.success) return read.data;
  context.addIssue({
    code: 'custom',
    path: ['rate'],
    message: read.error.issues[0]?.message ?? '',
    input: text,
  });
  return null;
}

/** Whether a typed rate is asked about before it is taken in. */
export function isHighRate(text: string): boolean {
  const rate = parseRate(text);
  return rate.ok && rateMicros(rate.value) > rateMicros(askAboveRate);
}

export const judgmentFields = z.strictObject({
  judgedOn: typed,
  court: typed,
  caseNumber: typed,
  principal: typed,
  interest: typed,
  fees: typed,
  costs: typed,
  interestOn: z.enum(['principal', 'award']),
  rate: typed,
  dayCount: z.enum(dayCounts),
  startOn: typed,
  basis: z.string().max(2000),
  confirmHighRate: z.boolean(),
});
export type JudgmentFields = z.output<typeof judgmentFields>;

export function blankJudgment(today: Day): JudgmentFields {
  return {
    judgedOn: showTypedDay(today),
    court: '',
    caseNumber: '',
    principal: '',
    interest: '',
    fees: '',
    costs: '',
    interestOn: 'principal',
    rate: '',
    dayCount: 'actual_365',
    startOn: showTypedDay(today),
    basis: '',
    confirmHighRate: false,
  };
}

export function judgmentSchema(today: Day) {
  const day = typedDay(today, { leaning: 'behind' });
  return z
    .strictObject({
      ...judgmentFields.shape,
      judgedOn: typedDay(today, {
        leaning: 'behind',
        notAfter: { day: today, message: 'This day is still to come. Enter a judgment once it is there.' },
      }),
      court: requiredLine(120, 'Type the court, as the judgment names it.'),
      caseNumber: optionalWords(80),
      principal: optionalCents(0),
      interest: optionalCents(0),
      fees: optionalCents(0),
      costs: optionalCents(0),
      rate: typedRate(),
      startOn: day,
      basis: requiredLine(300, 'Type what allows the rate: the statute, or the judgment itself.'),
    })
    .transform(({ principal, interest, fees, costs, ...judgment }, context) => {
      const award = {
        principalCents: principal ?? 0,
        interestCents: interest ?? 0,
        feesCents: fees ?? 0,
        costsCents: costs ?? 0,
      };
      if (Object.values(award).every((cents) => cents === 0))
        context.addIssue({ code: 'custom', path: ['principal'], message: 'Type what the court awarded.' });
      if (judgment.startOn < judgment.judgedOn) {
        context.addIssue({
          code: 'custom',
          path: ['startOn'],
          message: fieldWords({ code: 'judgment.start_before', params: { judgedOn: judgment.judgedOn } }),
        });
      }
      return { ...judgment, award };
    });
}

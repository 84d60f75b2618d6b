/**
 * The workshop's fields as they are typed, for a plan and for a settlement, and the question they ask. An empty total is
 * all that is owed, so that it follows a payment made meanwhile.
 */
import { z } from 'zod';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { OfferRow } from '../../../../shared/contract/offers.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatCents, parseMoney } from '../../../../shared/domain/money.ts';
import {
  mostInstalments,
  type PlanQuestion,
  planFrequencies,
  planUnknowns,
  rollRules,
} from '../../../../shared/domain/plan-terms.ts';
import { sumOfShare } from '../../../../shared/domain/settlement.ts';
import { parseShare } from '../../../../shared/domain/share.ts';
import { fieldWords, typedCents, typedDay } from '../forms/schemas.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { typedCount } from './typed-count.ts';
import { type Figure, isTyped } from './workshop-turns.ts';

export const onDefaults = ['full_balance_less_paid', 'settlement_stands'] as const;

const sumText = z.string().max(60);
const dayText = z.string().max(60);

export const workshopFields = z.strictObject({
  asked: z.enum(planUnknowns),
  second: z.enum(planUnknowns),
  total: sumText,
  amount: sumText,
  count: z.string().max(20),
  firstOn: dayText,
  lastOn: dayText,
  frequency: z.enum(planFrequencies),
  secondDay: z.string().max(10),
  roll: z.enum(rollRules),
  downPayment: sumText,
  downOn: dayText,
  balloon: sumText,
  /** Equal parts worked out, or each named by itself. */
  shape: z.enum(['even', 'named']),
  named: z.array(z.strictObject({ dueOn: dayText, amount: sumText })).max(mostInstalments),
  withInterest: z.boolean(),
  /** Other accounts of the debtor that it covers too. */
  covers: z.array(z.number()).max(99),
  // ---- a settlement's
  lump: z.boolean(),
  /** Percent of what is owed; empty when the sum was typed. */
  share: z.string().max(20),
  expiresOn: dayText,
  onDefault: z.enum(onDefaults),
  // ---- how it is logged
  countersOfferId: z.number().nullable(),
  memo: z.string().max(1000),
  overrideReason: z.string().max(1000),
  allowedBy: z.string().max(400),
});
export type WorkshopFields = z.output<typeof workshopFields>;

export type WorkshopKind = OfferRow['kind'];

/** What the book says a plan over these accounts is reckoned from. */
export type PlanBasis = OutputOf<'plans.basis'>;

export function blankWorkshop(kind: WorkshopKind, firstOn: Day): WorkshopFields {
  return {
    asked: 'amount',
    second: 'lastOn',
    total: '',
    amount: '',
    count: kind === 'settlement' ? '1' : '',
    firstOn: showTypedDay(firstOn),
    lastOn: '',
    frequency: 'monthly',
    secondDay: '',
    roll: 'none',
    downPayment: '',
    downOn: '',
    balloon: '',
    shape: 'even',
    named: [],
    withInterest: kind === 'plan',
    covers: [],
    lump: kind === 'settlement',
    share: '',
    expiresOn: '',
    onDefault: 'full_balance_less_paid',
    countersOfferId: null,
    memo: '',
    overrideReason: '',
    allowedBy: '',
  };
}

/** An offer's terms put back into the fields, to answer it with others. */
export function workshopOfOffer(offer: OfferRow, today: Day): WorkshopFields {
  const { terms, settlement } = offer;
  const firstOn = terms.firstOn < today ? today : terms.firstOn;
  return {
    ...blankWorkshop(offer.kind, firstOn),
    asked: terms.amountCents === null ? 'amount' : 'count',
    second: 'lastOn',
    total: formatCents(terms.totalCents),
    amount: terms.amountCents === null ? '' : formatCents(terms.amountCents),
    count: String(terms.count),
    frequency: terms.frequency,
    secondDay: terms.secondDay === null ? '' : String(terms.secondDay),
    roll: terms.roll,
    downPayment: terms.downPayment ? formatCents(terms.downPayment.cents) : '',
    downOn: terms.downPayment ? showTypedDay(terms.downPayment.on) : '',
    balloon: terms.balloonCents === null ? '' : formatCents(terms.balloonCents),
    shape: terms.uneven === null ? 'even' : 'named',
    named: (terms.uneven ?? []).map(({ dueOn, amountCents }) => ({
      dueOn: showTypedDay(dueOn),
      amount: formatCents(amountCents),
    })),
    withInterest: terms.interest !== null,
    covers: offer.accounts.slice(1),
    lump: offer.kind === 'settlement' && terms.count === 1 && terms.uneven === null,
    expiresOn: settlement?.expiresOn == null ? '' : showTypedDay(settlement.expiresOn),
    onDefault: settlement?.onDefault ?? 'full_balance_less_paid',
    countersOfferId: offer.offerId,
  };
}

export type WorkshopAsked = {
  readonly question: PlanQuestion;
  readonly settlement: {
    readonly expiresOn: Day | null;
    readonly onDefault: (typeof onDefaults)[number];
  } | null;
};

/** Hands on the question, or says at each field what is missing. */
export function workshopSchema(kind: WorkshopKind, today: Day, basis: PlanBasis) {
  const ahead = typedDay(today, {
    notBefore: { day: today, message: 'This day has passed. Choose today or a later day.' },
  });
  return workshopFields.transform((fields, context): WorkshopAsked => {
    const refuse = (path: (string | number)[], message: string): never => {
      context.addIssue({ code: 'custom', path, message });
      return z.NEVER;
    };
    const take = <T>(path: (string | number)[], schema: z.ZodType<T>, value: unknown): T => {
      const read = schema.safeParse(value);
      return read.success ? read.data : refuse(path, read.error.issues[0]?.message ?? 'Check this field.');
    };
    const takeIf = <T>(path: keyof WorkshopFields, schema: z.ZodType<T>): T | null =>
      String(fields[path]).trim() === '' ? null : take([path], schema, fields[path]);
    const named = fields.shape === 'named' && !(kind === 'settlement' && fields.lump);
    const lump = kind === 'settlement' && fields.lump;
    const typed = (figure: Figure) =>
      lump ? figure === 'firstOn' || figure === 'total' : isTyped(fields, figure);

    const total = () => {
      if (fields.total.trim() === '') {
        if (kind === 'plan') return basis.owedCents;
        return fields.share.trim() === ''
          ? refuse(['total'], 'Type the sum that settles it, or a share of the balance.')
          : takeShare();
      }
      const cents = take(['total'], typedCents(), fields.total);
      if (cents > basis.owedCents) return refuse(['total'], overOwed);
      return cents;
    };
    const takeShare = () => {
      const share = parseShare(fields.share);
      return share.ok ? sumOfShare(share.value, basis.owedCents) : refuse(['share'], fieldWords(share.error));
    };
    const downCents = lump ? null : takeIf('downPayment', typedCents());
    const downOn = downCents === null ? null : take(['downOn'], ahead, fields.downOn || showTypedDay(today));
    const interest =
      fields.withInterest && basis.interest !== null && kind === 'plan' ? { ...basis.interest } : null;
    const common = {
      frequency: fields.frequency,
      secondDay: fields.frequency === 'semi_monthly' && !lump ? takeIf('secondDay', typedCount(31)) : null,
      roll: fields.roll,
      downPayment: downCents === null || downOn === null ? null : { cents: downCents, on: downOn },
      interest,
    } as const;
    const settlement =
      kind === 'settlement' ? { expiresOn: takeIf('expiresOn', ahead), onDefault: fields.onDefault } : null;
    if (named) {
      if (fields.named.length === 0) refuse(['named'], 'Add the first instalment.');
      const uneven = fields.named.map((row, place) => ({
        dueOn: take(['named', place, 'dueOn'], ahead, row.dueOn),
        amountCents: take(['named', place, 'amount'], typedCents(), row.amount),
      }));
      return { question: { ...common, unknown: 'amount', totalCents: total(), uneven }, settlement };
    }
    if (lump) {
      const firstOn = take(['firstOn'], ahead, fields.firstOn);
      return {
        question: { ...common, unknown: 'amount', totalCents: total(), count: 1, firstOn },
        settlement,
      };
    }
    return {
      question: {
        ...common,
        unknown: fields.asked,
        totalCents: typed('total') ? total() : null,
        amountCents: typed('amount') ? take(['amount'], typedCents(), fields.amount) : null,
        count: typed('count') ? take(['count'], typedCount(mostInstalments), fields.count) : null,
        firstOn: typed('firstOn') ? take(['firstOn'], ahead, fields.firstOn) : null,
        lastOn: typed('lastOn') ? take(['lastOn'], ahead, fields.lastOn) : null,
        balloonCents: takeIf('balloon', typedCents()),
      },
      settlement,
    };
  });
}

const overOwed = 'This is more than is owed. Lower it to the balance or less.';

/** What named instalments still lack of the total, in cents; negative when they come to more. Unread sums count nothing. */
export function namedMissing(
  fields: Pick<WorkshopFields, 'named' | 'downPayment'>,
  totalCents: number,
): number {
  const read = (text: string) => {
    const sum = parseMoney(text);
    return sum.ok && sum.value > 0 ? sum.value : 0;
  };
  return fields.named.reduce((left, row) => left - read(row.amount), totalCents - read(fields.downPayment));
}

/** Where a refusal of the arithmetic is shown: at the figure it is about, or at the one that was asked. */
export function figureOfFault(code: string, turn: { readonly asked: Figure }): keyof WorkshopFields {
  switch (code) {
    case 'plan.over_balance':
    case 'plan.nothing_owed':
    case 'settlement.not_below':
      return 'total';
    case 'plan.too_small':
    case 'plan.never_pays_off':
    case 'plan.paid_off_sooner':
      return turn.asked === 'amount' ? 'count' : 'amount';
    case 'plan.too_long':
    case 'plan.days_disagree':
      return turn.asked === 'count' ? 'amount' : 'count';
    case 'plan.balloon_too_small':
    case 'plan.balloon_too_large':
      return 'balloon';
    case 'plan.down_too_large':
      return 'downPayment';
    case 'plan.second_day':
      return 'secondDay';
    case 'plan.not_adding_up':
      return 'named';
    default:
      return turn.asked;
  }
}

/**
 * The way out of a plan that cannot be: the least each that works. `null` where the fault names none. One click takes it.
 */
export function leastThatWorks(fault: {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}): number | null {
  const { leastCents } = fault.params;
  const named = fault.code === 'plan.too_small' || fault.code === 'plan.never_pays_off';
  return named && typeof leastCents === 'number' && leastCents > 1 ? leastCents : null;
}

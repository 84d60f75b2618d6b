/** The fields of a sum forgiven, moved, written off or given back, and what they mean. */
import { z } from 'zod';
import type { Day } from '../../../../shared/domain/days.ts';
import { adjustmentKinds, componentNames, paymentMethods } from '../../../../shared/domain/ledger.ts';
import {
  fieldWords,
  optionalCents,
  optionalWords,
  requiredLine,
  typedCents,
  typedDay,
} from '../forms/schemas.ts';
import { showTypedDay } from '../forms/typed-day.ts';

const typed = z.string().max(300);

export const adjustFields = z.strictObject({
  kind: z.enum(adjustmentKinds),
  amount: typed,
  direction: z.enum(['down', 'up']),
  component: z.enum(['', ...componentNames]),
  effectiveOn: typed,
  reason: z.string().max(2000),
  allowedBy: typed,
});
export type AdjustFields = z.output<typeof adjustFields>;

export function blankAdjustment(today: Day): AdjustFields {
  return {
    kind: 'credit',
    amount: '',
    direction: 'down',
    component: '',
    effectiveOn: showTypedDay(today),
    reason: '',
    allowedBy: '',
  };
}

function pastDay(today: Day) {
  return typedDay(today, {
    leaning: 'behind',
    notAfter: { day: today, message: 'This day is still to come. Enter the day it was allowed.' },
  });
}

export function adjustSchema(today: Day) {
  return z
    .strictObject({
      ...adjustFields.shape,
      amount: optionalCents(),
      effectiveOn: pastDay(today),
      reason: requiredLine(300, 'Type the reason; it is kept with the entry.'),
      allowedBy: requiredLine(120, 'Type who allowed it.'),
    })
    .transform(({ amount, component, ...fields }, context) => {
      const writesOff = fields.kind === 'write_off';
      const direction = fields.kind === 'adjustment' ? fields.direction : 'down';
      if (amount === null && !writesOff)
        context.addIssue({ code: 'custom', path: ['amount'], message: 'Type a sum, for example 1,234.50.' });
      if (direction === 'up' && component === '') {
        context.addIssue({
          code: 'custom',
          path: ['component'],
          message: fieldWords({ code: 'adjustment.needs_component', params: {} }),
        });
      }
      return {
        ...fields,
        direction,
        amountCents: writesOff ? null : amount,
        component: component === '' || writesOff ? null : component,
      };
    });
}

export const refundFields = z.strictObject({
  amount: typed,
  effectiveOn: typed,
  method: z.enum(paymentMethods),
  reference: typed,
  reason: z.string().max(2000),
});

export function refundSchema(today: Day) {
  return z.strictObject({
    ...refundFields.shape,
    amount: typedCents(),
    effectiveOn: pastDay(today),
    reference: optionalWords(80),
    reason: requiredLine(300, 'Type the reason; it is kept with the entry.'),
  });
}

export const postingFields = z.strictObject({ on: typed, reason: z.string().max(2000) });

export function postingSchema(today: Day) {
  return z.strictObject({
    on: typedDay(today, {
      leaning: 'behind',
      notAfter: { day: today, message: 'Interest is posted up to today at most.' },
    }),
    reason: requiredLine(300, 'Type what it is posted for, for example a notice.'),
  });
}

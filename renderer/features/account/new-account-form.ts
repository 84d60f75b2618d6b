/** The fields of a new account as they are typed, and what they mean. */
import { z } from 'zod';
import { debtTypes } from '../../../shared/domain/account.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { debtorKinds } from '../../../shared/domain/debtor.ts';
import { optionalWords, requiredLine, typedCents, typedDay } from './forms/schemas.ts';
import { showTypedDay } from './forms/typed-day.ts';

const kept = z.string().max(1000);

export const newAccountFields = z.strictObject({
  debtorKind: z.enum(debtorKinds),
  debtorName: kept,
  number: kept,
  /** An id as text, as a select has it; empty for the office itself. */
  clientId: kept,
  originalCreditor: kept,
  debtType: z.enum(debtTypes),
  amount: kept,
  openedOn: kept,
  dueOn: kept,
  phone: kept,
  line1: kept,
  line2: kept,
  city: kept,
  region: kept,
  postalCode: kept,
});
export type NewAccountFields = z.output<typeof newAccountFields>;

export function blankAccount(today: Day): NewAccountFields {
  return {
    debtorKind: 'consumer',
    debtorName: '',
    number: '',
    clientId: '',
    originalCreditor: '',
    debtType: 'consumer_services',
    amount: '',
    openedOn: showTypedDay(today),
    dueOn: showTypedDay(today),
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  };
}

export function newAccountSchema(today: Day) {
  return z
    .strictObject({
      debtorKind: z.enum(debtorKinds),
      debtorName: requiredLine(200, 'Type who owes.'),
      number: optionalWords(80),
      clientId: z.string(),
      originalCreditor: optionalWords(200),
      debtType: z.enum(debtTypes),
      amount: typedCents(),
      openedOn: typedDay(today, {
        leaning: 'behind',
        notAfter: { day: today, message: 'This day is still to come. Enter the day the debt arose.' },
      }),
      dueOn: typedDay(today, { leaning: 'behind' }),
      phone: optionalWords(60),
      line1: optionalWords(200),
      line2: optionalWords(200),
      city: optionalWords(200),
      region: optionalWords(40),
      postalCode: optionalWords(20),
    })
    .superRefine((account, context) => {
      if (
        account.line1 === '' &&
        (account.line2 !== '' || account.city !== '' || account.postalCode !== '')
      ) {
        context.addIssue({
          code: 'custom',
          path: ['line1'],
          message: 'Type the street too, or leave the address empty.',
        });
      }
      if (account.dueOn < account.openedOn) {
        context.addIssue({
          code: 'custom',
          path: ['dueOn'],
          message: 'This is before the day the debt arose.',
        });
      }
    });
}

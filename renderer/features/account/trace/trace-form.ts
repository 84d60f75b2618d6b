/** The fields of a look for a person as they are typed, and what they mean. */
import { z } from 'zod';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { addressKinds, phoneKinds } from '../../../../shared/domain/debtor.ts';
import { readEmail } from '../../../../shared/domain/email.ts';
import { readPhone } from '../../../../shared/domain/phone.ts';
import { traceOutcomes, traceSources } from '../../../../shared/domain/trace.ts';
import { fieldWords, optionalWords, typedDay } from '../forms/schemas.ts';
import { showTypedDay } from '../forms/typed-day.ts';

export const traceFields = z.strictObject({
  source: z.enum(traceSources),
  triedOn: z.string().max(60),
  asked: z.string().max(1000),
  outcome: z.enum(traceOutcomes),
  found: z.string().max(3000),
  phone: z.string().max(200),
  phoneKind: z.enum(phoneKinds),
  email: z.string().max(500),
  line1: z.string().max(500),
  city: z.string().max(500),
  region: z.string().max(200),
  postalCode: z.string().max(200),
  addressKind: z.enum(addressKinds),
});
export type TraceFields = z.output<typeof traceFields>;

export function blankTrace(today: Day): TraceFields {
  return {
    source: 'client',
    triedOn: showTypedDay(today),
    asked: '',
    outcome: 'found',
    found: '',
    phone: '',
    phoneKind: 'mobile',
    email: '',
    line1: '',
    city: '',
    region: '',
    postalCode: '',
    addressKind: 'home',
  };
}

export function traceSchema(today: Day) {
  return z
    .strictObject({
      source: z.enum(traceSources),
      triedOn: typedDay(today, {
        leaning: 'behind',
        notAfter: { day: today, message: 'This day is still to come. Type the day somebody looked.' },
      }),
      asked: optionalWords(300),
      outcome: z.enum(traceOutcomes),
      found: optionalWords(1000),
      phone: optionalWords(60).refine(
        (typed) => typed === '' || readPhone(typed) !== null,
        'Type the number with its area code, for example (512) 555-0144 x12.',
      ),
      phoneKind: z.enum(phoneKinds),
      email: optionalWords(254).refine(
        (typed) => typed === '' || readEmail(typed) !== null,
        'Type the whole address, for example mara@example.org.',
      ),
      line1: optionalWords(200),
      city: optionalWords(200),
      region: optionalWords(40),
      postalCode: optionalWords(20),
      addressKind: z.enum(addressKinds),
    })
    .superRefine((look, context) => {
      const refuse = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (look.outcome === 'nothing') return;
      const isAddress = [look.line1, look.city, look.region, look.postalCode].some((part) => part !== '');
      if (isAddress && look.line1 === '')
        refuse('line1', 'Type the street and number, or the post office box.');
      if (isAddress && look.city === '') refuse('city', 'Type the city.');
      const hasFound = isAddress || look.phone !== '' || look.email !== '' || look.found !== '';
      if (look.outcome === 'found' && !hasFound)
        refuse('found', fieldWords({ code: 'trace.nothing_said', params: {} }));
    });
}

/** What is sent; under “nothing found” the fields of finds are not seen, so they are not sent either. */
export function traceInput(
  accountId: number,
  look: z.output<ReturnType<typeof traceSchema>>,
): InputOf<'traces.record'> {
  const { source, triedOn, asked, outcome } = look;
  const tried = { accountId, source, triedOn, asked, outcome };
  if (outcome === 'nothing') return { ...tried, found: '' };
  return {
    ...tried,
    found: look.found,
    phone: look.phone === '' ? null : { kind: look.phoneKind, number: look.phone },
    email: look.email === '' ? null : look.email,
    address:
      look.line1 === ''
        ? null
        : {
            kind: look.addressKind,
            line1: look.line1,
            city: look.city,
            region: look.region,
            postalCode: look.postalCode,
          },
  };
}

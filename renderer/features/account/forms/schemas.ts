/**
 * What is typed into a field and what it means, in one schema: the form keeps the text as typed, so nothing is
 * lost when it is refused, and the resolver hands on cents and days.
 */
import { z } from 'zod';
import { holdsCardData } from '../../../../shared/domain/card-number.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { mostOnAccountCents, parseMoney } from '../../../../shared/domain/money.ts';
import { parseRate } from '../../../../shared/domain/rate.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { type Leaning, parseTypedDay } from './typed-day.ts';
import { parseTypedTime } from './typed-time.ts';

/** The two halves of a fault's sentence as one text below a field. */
export function fieldWords(fault: Fault): string {
  const { what, todo } = sentenceOf(fault);
  return `${what} ${todo}`;
}

/** A sum of at least one cent, and no more than an account can hold. */
export function typedCents() {
  return z.string().transform((text, context) => {
    const refuse = (message: string): never => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (text.trim() === '') return refuse('Type a sum, for example 1,234.50.');
    const sum = parseMoney(text);
    if (!sum.ok) return refuse(fieldWords(sum.error));
    if (sum.value > mostOnAccountCents) return refuse(fieldWords({ code: 'money.out_of_range', params: {} }));
    return sum.value >= 1 ? sum.value : refuse('Type a sum of at least one cent.');
  });
}

type DayLimits = {
  readonly leaning?: Leaning;
  /** Both ends inclusive. */
  readonly notAfter?: { readonly day: Day; readonly message: string };
  readonly notBefore?: { readonly day: Day; readonly message: string };
};

/** A day, typed as `parseTypedDay` reads it. */
export function typedDay(today: Day, limits: DayLimits = {}) {
  return z.string().transform((text, context) => {
    const refuse = (message: string): never => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (text.trim() === '') return refuse('Type a day, for example 11/27, fri or +14.');
    const day = parseTypedDay(text, today, limits.leaning);
    if (!day.ok) return refuse(dayRefusal(text));
    if (limits.notAfter && day.value > limits.notAfter.day) return refuse(limits.notAfter.message);
    if (limits.notBefore && day.value < limits.notBefore.day) return refuse(limits.notBefore.message);
    return day.value;
  });
}

/** Why a text is no day, in words a field can carry. */
export function dayRefusal(text: string): string {
  return `“${text.trim().slice(0, 40)}” is not a day. Type month first, like 11/27/2026, or fri, or +14.`;
}

/** A time of day, as `HH:MM`. */
export function typedTime() {
  return z.string().transform((text, context) => {
    const time = parseTypedTime(text);
    if (time !== null) return time;
    context.addIssue({ code: 'custom', message: 'Type a time of day, for example 9:30 or 2pm.' });
    return z.NEVER;
  });
}

/** A required line of text with its own words when it is missing. */
export function requiredLine(most: number, missing: string) {
  return withoutCard(z.string().trim().min(1, missing).max(most, `At most ${most} characters fit here.`));
}

/** A line that may stay empty. */
export function optionalWords(most: number) {
  return withoutCard(z.string().trim().max(most, `At most ${most} characters fit here.`));
}

/** No line of a form takes a full card number. */
function withoutCard(text: z.ZodString) {
  return text.refine((typed) => !holdsCardData(typed), {
    error: fieldWords({ code: 'payment.card_number', params: {} }),
  });
}

/** A rate as an exact decimal, percent a year. */
export function typedRate() {
  return z.string().transform((text, context) => {
    const rate = parseRate(text);
    if (rate.ok) return rate.value;
    context.addIssue({
      code: 'custom',
      message: text.trim() === '' ? 'Type percent a year, for example 7.25.' : fieldWords(rate.error),
    });
    return z.NEVER;
  });
}

/** A sum that may be left out: `null` then. */
export function optionalCents(least = 1) {
  return z.string().transform((text, context) => {
    if (text.trim() === '') return null;
    const sum = parseMoney(text);
    if (sum.ok && sum.value >= least && sum.value <= mostOnAccountCents) return sum.value;
    const message = !sum.ok
      ? fieldWords(sum.error)
      : sum.value < least
        ? 'Type a sum that is not below nothing, or leave it empty.'
        : fieldWords({ code: 'money.out_of_range', params: {} });
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

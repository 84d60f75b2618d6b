/**
 * A pack may change the figures of a rule and nothing about what they are: the check that reads them is code. A value has the
 * shape of one the program shipped with, its numbers are whole and not below nothing, its words are ones the rule knows.
 */
import { contactChannels } from '../../domain/contact.ts';

/** Larger than any number of days, minutes or contacts a rule could mean. */
const largest = 100_000;
/** Larger than any sum of money a law draws a line at. */
const largestCents = 100_000_000_00;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** None at all is what an hour may begin at; a count or a span of days of none would read as no limit, so it is no figure. */
function leastOf(key: string, model: number): number {
  return model === 0 || key === 'from' ? 0 : 1;
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function sameKind(value: unknown, model: unknown, key = ''): boolean {
  if (model === null) return value === null;
  if (typeof model === 'number') {
    const most = key.endsWith('Cents') ? largestCents : largest;
    return isWhole(value) && value >= leastOf(key, model) && value <= most;
  }
  if (typeof model === 'boolean') return typeof value === 'boolean';
  if (typeof model === 'string')
    return typeof value === 'string' && (value === model || isChannel(value, model));
  if (Array.isArray(model)) {
    // A list of nothing would take the rule away.
    if (!Array.isArray(value) || (value.length === 0 && model.length > 0)) return false;
    return value.every((item) => model.some((known) => sameKind(item, known)));
  }
  if (!isRecord(model) || !isRecord(value)) return false;
  const keys = Object.keys(model);
  return (
    Object.keys(value).length === keys.length &&
    keys.every((key) => Object.hasOwn(value, key) && sameKind(value[key], model[key], key)) &&
    areHours(value)
  );
}

function isChannel(value: string, model: string): boolean {
  const channels: readonly string[] = contactChannels;
  return channels.includes(value) && channels.includes(model);
}

/** Hours begin before they end, and both lie within a day. */
function areHours(value: Readonly<Record<string, unknown>>): boolean {
  const { from, to } = value;
  return typeof from !== 'number' || typeof to !== 'number' || (from < to && to <= 1440);
}

/** Whether a value looks like one of those the rule shipped with. */
export function hasShapeOf(value: unknown, shipped: readonly { readonly value: unknown }[]): boolean {
  return shipped.some((version) => sameKind(value, version.value));
}

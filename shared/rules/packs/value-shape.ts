/**
 * A pack may change the figures of a rule and nothing about what they are: the check that reads them is code. A value has the
 * shape of one the program shipped with, its numbers are whole and not below nothing, its words are ones the rule knows.
 */
import { contactChannels } from '../../domain/contact.ts';

/** Larger than any number of days, minutes or contacts a rule could mean. */
const largest = 100_000;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameKind(value: unknown, model: unknown): boolean {
  if (model === null) return value === null;
  if (typeof model === 'number')
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= largest;
  if (typeof model === 'boolean') return typeof value === 'boolean';
  if (typeof model === 'string')
    return typeof value === 'string' && (value === model || isChannel(value, model));
  if (Array.isArray(model)) {
    return Array.isArray(value) && value.every((item) => model.some((known) => sameKind(item, known)));
  }
  if (!isRecord(model) || !isRecord(value)) return false;
  const keys = Object.keys(model);
  return (
    Object.keys(value).length === keys.length &&
    keys.every((key) => Object.hasOwn(value, key) && sameKind(value[key], model[key])) &&
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

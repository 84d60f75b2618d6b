/** What a rule’s value says, in words: for the library, and for what a rule pack changes. */
import { minuteWords } from './time/zone-words.ts';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `askingConsent` as `asking consent`. */
function keyWords(key: string): string {
  return key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

function unit(count: unknown, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** The parts of a value that are read together, and what is left of it. */
function phrases(value: Readonly<Record<string, unknown>>): string[] {
  const rest = new Map(Object.entries(value));
  const found: string[] = [];
  const [from, to] = [rest.get('from'), rest.get('to')];
  if (typeof from === 'number' && typeof to === 'number') {
    found.push(`from ${minuteWords(from)} until ${minuteWords(to)}`);
    rest.delete('from');
    rest.delete('to');
  }
  const most = rest.get('max') ?? rest.get('most');
  if (typeof most === 'number' && rest.has('days')) {
    found.push(`at most ${most} in ${unit(rest.get('days'), 'day')}`);
    for (const key of ['max', 'most', 'days']) rest.delete(key);
  }
  for (const [key, one] of [
    ['minutes', 'minute'],
    ['hours', 'hour'],
    ['days', 'day'],
    ['months', 'month'],
    ['years', 'year'],
  ] as const) {
    if (typeof rest.get(key) !== 'number') continue;
    found.push(unit(rest.get(key), one));
    rest.delete(key);
  }
  for (const [key, part] of rest) found.push(`${keyWords(key)}: ${partWords(part)}`);
  return found;
}

function partWords(value: unknown): string {
  if (value === null) return 'none';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.map(partWords).join(', ');
  return isRecord(value) ? phrases(value).join('; ') : String(value);
}

/** `At most 4 in 7 days.`; a rule without a figure is simply in force. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'In force.';
  const words = partWords(value);
  return words === '' ? 'In force.' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/**
 * How to reach somebody, as files write it: several numbers in a cell, a whole address in one, a city with its state and ZIP code
 * behind it, and ZIP codes whose leading zero a spreadsheet took away.
 */
import type { PhoneKind } from '../../debtor.ts';
import { readPhone } from '../../phone.ts';
import { plainLine } from '../../plain-line.ts';
import type { RowAddress, RowPhone } from './row-types.ts';

const labelled =
  /(?<label>[a-z]+)\s*(?:#|no\.?|number|phone)?\s*[:=]\s*(?<number>\+?[\d(][\d\s().\-/]{5,}(?:\s*(?:x|ext\.?)\s*\d+)?)/gi;

function kindOfLabel(label: string): PhoneKind | null | 'fax' {
  if (/^fax/i.test(label)) return 'fax';
  if (/^(mobile|cell|cellular|mob)$/i.test(label)) return 'mobile';
  if (/^(home|res|residence|evening)$/i.test(label)) return 'home';
  if (/^(work|office|business|day|main)$/i.test(label)) return 'work';
  return null;
}

/** Numbers of one cell: several parted by a sign, or each behind its word (`Home: … Mobile: …`). A fax is no phone. */
export function splitPhones(text: string, kind: PhoneKind | null): RowPhone[] {
  if (text === '') return [];
  const found = [...text.matchAll(labelled)];
  if (found.length > 0) {
    return found.flatMap(({ groups }) => {
      const named = kindOfLabel(groups?.label ?? '');
      return named === 'fax' ? [] : [{ kind: named ?? kind, text: (groups?.number ?? '').trim() }];
    });
  }
  if (text.length < 14 || readPhone(text) !== null) return [{ kind, text }];
  const parts = text.split(/\s*(?:[;,|\n]|\s\/\s|\bor\b|\band\b|&)\s*/i).filter((part) => /\d/.test(part));
  if (parts.length > 1 && parts.every((part) => readPhone(part) !== null)) {
    return parts.map((part) => ({ kind, text: part }));
  }
  return [{ kind, text }];
}

export function splitEmails(text: string): string[] {
  if (text === '') return [];
  if (!/[;,\s<]/.test(text)) return [text];
  const parts = text.split(/[;,\s<>]+/).filter((part) => part.includes('@'));
  return parts.length === 0 ? [text] : parts;
}

/** Postal codes of these begin with a zero: CT, MA, ME, NH, NJ, RI, VT; of PR and VI with two. Military mail of Europe too. */
const zeroStates: ReadonlySet<string> = new Set(['CT', 'MA', 'ME', 'NH', 'NJ', 'RI', 'VT', 'PR', 'VI', 'AE']);
const zeroStateNames: ReadonlyMap<string, string> = new Map([
  ['connecticut', 'CT'],
  ['massachusetts', 'MA'],
  ['maine', 'ME'],
  ['new hampshire', 'NH'],
  ['new jersey', 'NJ'],
  ['rhode island', 'RI'],
  ['vermont', 'VT'],
  ['puerto rico', 'PR'],
  ['virgin islands', 'VI'],
]);

/** The code with the zero it lost; any other as it is. Only where the state says that one belongs there. */
export function restoreZero(postalCode: string, region: string): string {
  const state = zeroStateNames.get(region.trim().toLowerCase()) ?? region.trim().toUpperCase();
  if (!zeroStates.has(state)) return postalCode;
  const found = /^(\d{3,4})(-?\d{4})?$/.exec(postalCode.trim());
  if (!found?.[1]) {
    // Nine digits that became eight.
    const run = /^(\d{4})(\d{4})$/.exec(postalCode.trim());
    return run ? `0${run[1]}-${run[2]}` : postalCode;
  }
  const islands = state === 'PR' || state === 'VI';
  if (found[1].length === 3 && !islands) return postalCode;
  return `${found[1].padStart(5, '0')}${found[2] ?? ''}`;
}

export type CityLine = { readonly city: string; readonly region: string; readonly postalCode: string };

const cityLine =
  /^(?<city>[^\d]*?)[,\s]+(?<region>[A-Za-z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\.?,?\s+(?<zip>\d{4,5}(?:-?\d{4})?)$/;
const cityState = /^(?<city>[^\d,]+),\s*(?<region>[A-Za-z]{2})\.?$/;

/** `Austin, TX 78701` in its parts; `null` for what does not look like it. */
export function splitCityLine(text: string): CityLine | null {
  const groups = (cityLine.exec(text) ?? cityState.exec(text))?.groups;
  if (!groups) return null;
  const region = groups.region ?? '';
  return {
    city: (groups.city ?? '').replace(/,\s*$/, '').trim(),
    region: region.length === 2 ? region.toUpperCase() : region,
    postalCode: groups.zip ?? '',
  };
}

const countryLine = /^(usa|u\.s\.a\.|us|united states( of america)?|canada|mexico)$/i;

/** A whole address in one cell: lines, or parts between commas. The name of the person above it is no part of it. */
export function splitAddressBlock(block: string, name: string): RowAddress | null {
  const lines = (/[\r\n|]/.test(block) ? block.split(/[\r\n|]+/) : block.split(/\s*;\s*/))
    .map((line) => plainLine(line))
    .filter((line) => line !== '');
  let parts = lines;
  if (parts.length === 1) {
    const pieces = (parts[0] ?? '').split(/\s*,\s*/).filter((piece) => piece !== '');
    // Street, City, ST ZIP: the last two belong together.
    const tail = pieces.length > 1 ? splitCityLine(pieces.slice(-2).join(', ')) : null;
    if (tail && pieces.length > 2) parts = [...pieces.slice(0, -2), pieces.slice(-2).join(', ')];
  }
  let country = '';
  if (parts.length > 1 && countryLine.test(parts.at(-1) ?? '')) {
    country = parts.at(-1) ?? '';
    parts = parts.slice(0, -1);
  }
  if (parts.length > 1 && (parts[0] ?? '').toLowerCase() === name.toLowerCase()) parts = parts.slice(1);
  const city = parts.length > 1 ? splitCityLine(parts.at(-1) ?? '') : null;
  if (city) parts = parts.slice(0, -1);
  const [line1 = '', ...rest] = parts;
  if (line1 === '' && !city) return null;
  return {
    line1,
    line2: rest.join(', '),
    city: city?.city ?? '',
    region: city?.region ?? '',
    postalCode: city?.postalCode ?? '',
    country: /^(usa|u\.s\.a\.|us|united states)/i.test(country) ? '' : country,
  };
}

/** Who a row is about: names in one column or several, numbers, birth date, and every way to reach them. */
import type { Day } from '../../days.ts';
import { type Mapping, repeatableFields } from '../../import.ts';
import { readDay } from '../read-day.ts';
import type { RowCells } from './cells.ts';
import { restoreZero, splitAddressBlock, splitCityLine, splitEmails, splitPhones } from './reach.ts';
import type { RowAddress, RowPerson, RowPhone } from './row-types.ts';
import { debtorKindOf } from './word-lists.ts';

export type PersonPlan = { readonly mapping: Mapping; readonly restoreZeros: boolean; readonly today: Day };

const noPhones: readonly RowPhone[] = [];
const noTexts: readonly string[] = [];

export type PersonReader = {
  /** The name a row gives, before anything else of it is read. */
  name(): string;
  person(): RowPerson;
};

export function makePersonReader(row: RowCells, plan: PersonPlan): PersonReader {
  const { at } = row;
  const isSplit = at.first_name !== -1 || at.last_name !== -1;
  const phoneColumns = [
    ...row.all('phone').map((column) => ({ column, kind: null })),
    ...row.all('mobile_phone').map((column) => ({ column, kind: 'mobile' as const })),
    ...row.all('home_phone').map((column) => ({ column, kind: 'home' as const })),
    ...row.all('work_phone').map((column) => ({ column, kind: 'work' as const })),
  ];
  const emailColumns = row.all('email');
  const aliasColumns = row.all('alias');
  const hasAddress = [
    at.address_line1,
    at.address_line2,
    at.city,
    at.region,
    at.postal_code,
    at.country,
    at.address_block,
    at.city_region_postal,
  ].some((column) => column !== -1);
  const isBare =
    phoneColumns.length === 0 &&
    emailColumns.length === 0 &&
    aliasColumns.length === 0 &&
    !hasAddress &&
    [
      at.business_name,
      at.debtor_kind,
      at.birth_date,
      at.parent_name,
      at.parent_reference,
      at.middle_name,
      at.name_suffix,
    ].every((column) => column === -1);

  function splitNameOf(): string {
    const parts = [at.first_name, at.middle_name, at.last_name, at.name_suffix];
    let name = '';
    for (const column of parts) {
      const part = row.text(column);
      if (part !== '') name = name === '' ? part : `${name} ${part}`;
    }
    return name;
  }

  function ownName(): string {
    const name = row.text(at.debtor_name);
    return name === '' && isSplit ? splitNameOf() : name;
  }

  function name(): string {
    const own = row.text(at.debtor_name);
    if (own !== '') return own;
    const business = row.text(at.business_name);
    return business !== '' ? business : isSplit ? splitNameOf() : '';
  }

  function phones(): readonly RowPhone[] {
    if (phoneColumns.length === 0) return noPhones;
    let found: RowPhone[] | null = null;
    for (const { column, kind } of phoneColumns) {
      const text = row.text(column);
      if (text === '') continue;
      const parts = splitPhones(text, kind);
      found = found === null ? parts : [...found, ...parts];
    }
    return found ?? noPhones;
  }

  function texts(columns: readonly number[], split: (text: string) => string[]): readonly string[] {
    let found: string[] | null = null;
    for (const column of columns) {
      const text = row.text(column);
      if (text !== '') found = [...(found ?? []), ...split(text)];
    }
    return found ?? noTexts;
  }

  function address(ofName: string): RowAddress | null {
    if (!hasAddress) return null;
    const block = at.address_block === -1 ? '' : row.raw(at.address_block).trim();
    const whole = block === '' ? null : splitAddressBlock(block, ofName);
    const together = row.text(at.city_region_postal);
    const cityParts = together === '' ? null : splitCityLine(together);
    const line1 = row.text(at.address_line1) || whole?.line1 || '';
    const line2 = row.text(at.address_line2) || whole?.line2 || '';
    // A city line that cannot be cut stands as the city, so that nothing of it is lost.
    const city =
      row.text(at.city) || cityParts?.city || (cityParts === null ? together : '') || whole?.city || '';
    const region = row.text(at.region) || cityParts?.region || whole?.region || '';
    const written = row.text(at.postal_code) || cityParts?.postalCode || whole?.postalCode || '';
    const country = row.text(at.country) || whole?.country || '';
    if (line1 === '' && line2 === '' && city === '' && written === '') return null;
    const postalCode = plan.restoreZeros ? restoreZero(written, region) : written;
    return { line1, line2, city, region, postalCode, country };
  }

  function birthOn(): Day | null {
    const text = row.text(at.birth_date);
    if (text === '') return null;
    const day = readDay(text, 'mdy') ?? readDay(text, 'dmy') ?? readDay(text, 'ymd');
    // Two digits of a year, read as this century, may be of the last.
    const born = day !== null && day > plan.today && !/\d{4}/.test(text) ? `19${day.slice(2)}` : day;
    if (born === null || born > plan.today || born < '1880-01-01') {
      row.remarks.doubt('birth_unreadable', at.birth_date, text);
      return null;
    }
    return born;
  }

  return {
    name,
    person() {
      const called = name();
      const reference = row.text(at.debtor_reference);
      if (isBare) {
        return {
          reference,
          name: called,
          kind: null,
          birthOn: null,
          aliases: noTexts,
          parentName: '',
          parentReference: '',
          phones: noPhones,
          emails: noTexts,
          address: null,
        };
      }
      const business = row.text(at.business_name);
      const own = ownName();
      const said = debtorKindOf(row.text(at.debtor_kind));
      const others = business !== '' && own !== '' && own.toLowerCase() !== business.toLowerCase();
      const aliases = texts(aliasColumns, (text) => [text]);
      return {
        reference,
        name: called,
        kind: said ?? (business !== '' && called === business ? 'business' : null),
        birthOn: birthOn(),
        // A company and its contact, or a trade name: found by either.
        aliases: others ? [...aliases, called === business ? own : business] : aliases,
        parentName: row.text(at.parent_name),
        parentReference: row.text(at.parent_reference),
        phones: phones(),
        emails: texts(emailColumns, splitEmails),
        address: address(called),
      };
    },
  };
}

/** Longest text a field takes, in characters. */
export function longestOf(field: Mapping[number]): number {
  if (field === 'note') return 20_000;
  if (field === 'memo') return 2000;
  if (field === 'address_block') return 600;
  return field !== null && repeatableFields.has(field) ? 300 : 200;
}

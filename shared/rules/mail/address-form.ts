/**
 * What kind of place a line of an address names, and how the post writes it (Publication 28, Postal Addressing Standards, read
 * 2026-11-22: PO boxes 281-283, rural and highway contract routes 241-255, military 225, Puerto Rico 29).
 */
import { isDomesticCountry, type PostalAddress } from '../../domain/address.ts';
import { militaryRegions, stateOfRegion } from '../time/state-names.ts';

export type BoxLine =
  /** `PO BOX 7` */
  | { readonly kind: 'po_box'; readonly written: string }
  /** `RR 2 BOX 14`, `HC 68 BOX 23A` */
  | { readonly kind: 'rural' | 'highway_contract'; readonly written: string }
  /** Named as one of these, and its number is missing. */
  | { readonly kind: 'incomplete'; readonly what: 'box' | 'route' };

const poBox =
  /^(?:p\.?\s*o\.?\s*(?:box|b\.?x?)?|post\s+office\s+box|pob|postal\s+box|caller|firm\s+caller|bin|drawer|box)\s*(?:no\.?|number|#)?\s*[#:]?\s*([\w-]*)$/i;
const route =
  /^(?:(rr|r\.\s?r\.|rural\s+route|rural\s+rt\.?|rfd(?:\s+route)?|r\.f\.d\.|rd(?=\s*#?\s*\d+\s*,?\s*box)|rural\s+rd)|(hc|h\.c\.|highway\s+contract(?:\s+route)?|hcr|star\s+route))\s*(?:no\.?|#)?\s*(\d*)\s*,?\s*(?:(?:box|bx)\s*(?:no\.?|#)?\s*([\w-]*))?$/i;

/** `null` for a street or anything else. */
export function readBoxLine(line: string): BoxLine | null {
  const text = line.trim().replace(/\s+/g, ' ');
  const found = route.exec(text);
  if (found) {
    const [, rural, , number = '', box = ''] = found;
    // A star route may go without its number, and becomes HC all the same.
    if (number === '' || box === '') return { kind: 'incomplete', what: 'route' };
    const name = rural === undefined ? 'HC' : 'RR';
    return {
      kind: rural === undefined ? 'highway_contract' : 'rural',
      written: `${name} ${Number(number)} BOX ${box.toUpperCase()}`,
    };
  }
  const box = poBox.exec(text);
  if (!box) return null;
  const number = box[1] ?? '';
  // `PO Boxwood Lane` is a street; `Box` alone names nothing.
  if (number === '')
    return /^(?:p\.?\s*o\.?\s*box|post\s+office\s+box|pob|box)/i.test(text)
      ? { kind: 'incomplete', what: 'box' }
      : null;
  return /\d/.test(number) || number.length === 1
    ? { kind: 'po_box', written: `PO Box ${number.toUpperCase()}` }
    : null;
}

const military =
  /^(?:(?:psc|cmr|ops|unit)\s+[\w-]+(?:\s+box\s+[\w-]+)?|(?:uss|usns|usnsv|usmc|usa[f]?v?)\s+.+|mlc\s+.+|.*\s+box\s+[\w-]+)$/i;

/** Whether a line names a place the way military mail does. */
export function isMilitaryLine(line: string): boolean {
  return military.test(line.trim().replace(/[.,]/g, ' ').replace(/\s+/g, ' '));
}

export const militaryCities: ReadonlySet<string> = new Set(['APO', 'FPO', 'DPO']);

export function isMilitaryCity(city: string): boolean {
  return militaryCities.has(city.trim().replace(/\./g, '').toUpperCase());
}

/** The armed forces' state of a ZIP code: the Americas 340, Europe 090-099, the Pacific 962-966. */
export function militaryStateOfZip(zip: string): 'AA' | 'AE' | 'AP' | null {
  const start = zip.slice(0, 3);
  if (start === '340') return 'AA';
  if (/^09\d$/.test(start)) return 'AE';
  return /^96[2-6]$/.test(start) ? 'AP' : null;
}

/** Five digits, or five and four, from whatever stands there; `null` for anything else. */
export function readZip(written: string): string | null {
  const text = written.trim();
  const found = /^(\d{5})(?:[-\s]?(\d{4}))?$/.exec(text);
  if (!found) return null;
  return found[2] === undefined ? (found[1] ?? null) : `${found[1]}-${found[2]}`;
}

/** Letters, numbers and marks every font has something for; what a copy from elsewhere may bring besides prints as a box or not at all. */
const unprintable = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\ufffd]/u;

export function hasUnprintable(text: string): boolean {
  return unprintable.test(text);
}

/** Written with other letters than Latin ones. */
export function hasOtherScript(text: string): boolean {
  return /(?=\p{L})[^\p{Script=Latin}]/u.test(text);
}

/**
 * The same address as the post writes it, where only one way is meant: two letters for a state, the hyphen of a ZIP code, single
 * blanks. Everything else stays as typed.
 */
export function tidiedAddress(address: PostalAddress): PostalAddress {
  const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');
  const { line1, line2, city, region, postalCode, country } = address;
  const domestic = isDomesticCountry(country);
  const code = domestic ? (stateOfRegion(region) ?? tidy(region)) : tidy(region);
  return {
    line1: tidy(line1),
    line2: tidy(line2),
    city: tidy(city),
    region: militaryRegions.has(code.toUpperCase()) ? code.toUpperCase() : code,
    postalCode: domestic ? (readZip(postalCode) ?? tidy(postalCode)) : tidy(postalCode),
    country: tidy(country),
  };
}

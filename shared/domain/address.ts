/** The address block of a letter: who and where, in the order the post reads it, without empty lines. */

export type PostalAddress = {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  /** Empty, or a name of the United States, for domestic mail. */
  readonly country: string;
};

const domestic: ReadonlySet<string> = new Set([
  '',
  'us',
  'usa',
  'u.s.',
  'u.s.a.',
  'united states',
  'united states of america',
]);

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/**
 * A line as Publication 28 of the post asks for: capitals, single blanks and no punctuation, but for what belongs to a number:
 * the hyphen of a ZIP code, the slash of a fraction, the point between digits.
 */
export function postalLine(line: string): string {
  return tidy(
    line
      .toUpperCase()
      .replace(/(?<=\d)\.(?=\d)/g, '\u0000')
      .replace(/['’‘`´.]/g, '')
      .replace(/[,;:!?"“”()[\]*_]/g, ' ')
      .replaceAll('\u0000', '.'),
  );
}

/** Whether a country’s name, or none, means the United States. */
export function isDomesticCountry(country: string): boolean {
  return domestic.has(tidy(country).toLowerCase());
}

/** Countries whose post wants the code before the town, as the last line above the country. */
const codeFirst: ReadonlySet<string> = new Set(
  `austria, belgium, bulgaria, croatia, czech republic, czechia, denmark, estonia, finland, france, germany, greece, iceland, israel,
italy, liechtenstein, lithuania, luxembourg, mexico, monaco, netherlands, the netherlands, norway, poland, portugal, romania,
san marino, serbia, slovakia, slovenia, spain, sweden, switzerland, turkey, vatican city`
    .split(/,\s*/)
    .map((name) => name.trim()),
);

/** `Austin TX 78701`, from whichever parts there are, in the order of the country. */
export function cityLineOf(
  address: Pick<PostalAddress, 'city' | 'region' | 'postalCode'> & { readonly country?: string },
): string {
  const { city, region, postalCode, country = '' } = address;
  return (
    codeFirst.has(tidy(country).toLowerCase()) ? [postalCode, city, region] : [city, region, postalCode]
  )
    .map(tidy)
    .filter((part) => part !== '')
    .join(' ');
}

/** The lines of the block, name first. A foreign country stands last, in capitals, as the post asks. */
export function addressLinesOf(name: string, address: PostalAddress): string[] {
  const country = tidy(address.country);
  const lines = [tidy(name), tidy(address.line1), tidy(address.line2), cityLineOf(address)];
  if (!isDomesticCountry(country)) lines.push(country.toUpperCase());
  return lines.filter((line) => line !== '');
}

export type MissingPart = 'street' | 'city' | 'region' | 'postalCode';

/** What a letter cannot do without; abroad a region and a code may not exist. */
export function missingPartsOf(address: PostalAddress): MissingPart[] {
  const missing: MissingPart[] = [];
  if (tidy(address.line1) === '' && tidy(address.line2) === '') missing.push('street');
  if (tidy(address.city) === '') missing.push('city');
  if (isDomesticCountry(address.country)) {
    if (tidy(address.region) === '') missing.push('region');
    if (tidy(address.postalCode) === '') missing.push('postalCode');
  }
  return missing;
}

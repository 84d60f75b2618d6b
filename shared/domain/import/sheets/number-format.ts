/**
 * What a cell's number format (ECMA-376 part 1, 18.8.30 and 18.8.31) says its number is: a day, a clock time, a percentage, digits with their
 * zeros and dashes (a ZIP code, a telephone), or a plain number of so many decimals, perhaps in a currency. Only what changes the meaning is
 * read; colors, brackets and grouping are dress.
 */
export type DigitToken =
  | { readonly kind: 'digit'; readonly zero: boolean }
  | { readonly kind: 'literal'; readonly text: string };

export type NumberFormat =
  | {
      readonly kind: 'plain';
      /** Decimals it always shows. */
      readonly decimals: number;
      /** A sign or code other than the dollar's; empty when there is none. */
      readonly currency: string;
    }
  | { readonly kind: 'percent' }
  | { readonly kind: 'moment'; readonly day: boolean; readonly time: boolean }
  /** `[h]:mm`: hours that go on past a day. */
  | { readonly kind: 'elapsed' }
  /** `00000`, `000-00-0000`: digits filled from the right. Of two forms the first is for numbers up to `upTo`. */
  | {
      readonly kind: 'digits';
      readonly forms: readonly { readonly upTo: number; readonly tokens: readonly DigitToken[] }[];
    };

export const generalFormat = { kind: 'plain', decimals: 0, currency: '' } as const satisfies NumberFormat;

const day: NumberFormat = { kind: 'moment', day: true, time: false };
const time: NumberFormat = { kind: 'moment', day: false, time: true };
const moment: NumberFormat = { kind: 'moment', day: true, time: true };
const hundredths: NumberFormat = { kind: 'plain', decimals: 2, currency: '' };

/** Formats that have a number and no code (18.8.30), those of East Asian Excel too. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 2 || id === 4 || id === 7 || id === 8 || id === 39 || id === 40 || id === 43 || id === 44)
    return hundredths;
  if (id === 9 || id === 10) return { kind: 'percent' };
  if (
    (id >= 14 && id <= 17) ||
    (id >= 27 && id <= 31) ||
    id === 36 ||
    (id >= 50 && id <= 54) ||
    id === 57 ||
    id === 58
  )
    return day;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47 || id === 55 || id === 56)
    return time;
  if (id === 22) return moment;
  if (id === 46) return { kind: 'elapsed' };
  return generalFormat;
}

type Section = {
  readonly tokens: readonly DigitToken[];
  readonly letters: string;
  readonly elapsed: boolean;
  readonly general: boolean;
  readonly marks: string;
  readonly decimals: number;
  readonly currency: string;
  /** Of a condition `[<=9999999]`. */
  readonly upTo: number | null;
};

/** Whatever cannot be read is a plain number. */
export function readNumberFormat(code: string): NumberFormat {
  const sections = readSections(code);
  const [first, second] = sections;
  if (first === undefined || first.general) return { ...generalFormat, currency: first?.currency ?? '' };
  if (first.elapsed) return { kind: 'elapsed' };
  if (first.letters !== '') {
    const clock = /[hsa]/.test(first.letters);
    return { kind: 'moment', day: /[ydeg]/.test(first.letters) || !clock, time: clock };
  }
  if (first.marks.includes('%')) return { kind: 'percent' };
  if (isDigits(first)) {
    const forms = [{ upTo: first.upTo ?? Number.POSITIVE_INFINITY, tokens: first.tokens }];
    if (first.upTo !== null && second !== undefined && isDigits(second))
      forms.push({ upTo: Number.POSITIVE_INFINITY, tokens: second.tokens });
    return { kind: 'digits', forms };
  }
  return { kind: 'plain', decimals: /[E/]/.test(first.marks) ? 0 : first.decimals, currency: first.currency };
}

/** Two zeros or more at the front, or something between digits: the form is part of what is written. */
function isDigits({ tokens, marks, letters, general, currency }: Section): boolean {
  if (marks !== '' || letters !== '' || general || currency !== '') return false;
  const at = tokens.flatMap((token, index) => (token.kind === 'digit' ? [index] : []));
  const zeros = tokens.filter((token) => token.kind === 'digit' && token.zero).length;
  const between = tokens.some(
    (token, index) =>
      token.kind === 'literal' &&
      token.text.trim() !== '' &&
      index > (at[0] ?? index) &&
      index < (at.at(-1) ?? index),
  );
  return (
    at.length > 1 &&
    (zeros > 1 || between) &&
    !tokens.some((token) => token.kind === 'literal' && token.text.includes('$'))
  );
}

const foreignSign = /(?!\$)\p{Sc}/u;
const foreignDollar = /^(?!US)[A-Z]{1,3}\$/;
const code = /^(?!USD$)[A-Z]{3}$/;
/** Kroner, złoty, koruna, forint, lei, lev, rubles, rupees, ringgit, rupiah, lira, francs. */
const abbreviation = /^(kr\.?|zł|Kč|Ft|lei|лв\.?|руб\.?|р\.|Rs\.?|RM|Rp|TL|S?Fr\.?)$/i;

function currencyOf(text: string): string {
  const word = text.trim();
  if (foreignDollar.test(word) || code.test(word) || abbreviation.test(word)) return word;
  return foreignSign.exec(word)?.[0] ?? '';
}

function readSections(text: string): Section[] {
  const sections: Section[] = [];
  let rest = text.slice(0, 500);
  while (rest !== '' && sections.length < 4) {
    const { section, used } = readSection(rest);
    sections.push(section);
    rest = rest.slice(used);
  }
  return sections;
}

function readSection(text: string): { section: Section; used: number } {
  const tokens: DigitToken[] = [];
  let letters = '';
  let elapsed = false;
  let general = false;
  let marks = '';
  let decimals = 0;
  let currency = '';
  let upTo: number | null = null;
  let at = 0;
  const literal = (value: string) => {
    tokens.push({ kind: 'literal', text: value });
    currency ||= currencyOf(value);
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === ';') {
      at += 1;
      break;
    }
    if (sign === '"') {
      const end = text.indexOf('"', at + 1);
      const to = end === -1 ? text.length : end;
      literal(text.slice(at + 1, to));
      at = to + 1;
    } else if (sign === '\\') {
      literal(text.charAt(at + 1));
      at += 2;
    } else if (sign === '_' || sign === '*') {
      at += 2;
    } else if (sign === '[') {
      const end = text.indexOf(']', at);
      const inside = text.slice(at + 1, end === -1 ? text.length : end);
      if (/^(h+|m+|s+)$/i.test(inside)) elapsed = true;
      else if (inside.startsWith('$')) {
        const symbol = inside
          .slice(1)
          .replace(/-[0-9A-Fa-f]*$/, '')
          .trim();
        if (!/^(\$|US\$|USD|)$/i.test(symbol)) currency ||= symbol;
        else if (symbol !== '') tokens.push({ kind: 'literal', text: '$' });
      } else {
        const condition = /^<(=?)(\d{1,15})$/.exec(inside);
        if (condition) upTo = Number(condition[2]) - (condition[1] === '=' ? 0 : 1);
      }
      at = end === -1 ? text.length : end + 1;
    } else if (/^general/i.test(text.slice(at, at + 7))) {
      general = true;
      at += 7;
    } else if (/^(am\/pm|a\/p)/i.test(text.slice(at, at + 5))) {
      letters += 'a';
      at += text.charAt(at + 1) === '/' ? 3 : 5;
    } else if (/^E[+-]/i.test(text.slice(at, at + 2))) {
      marks += 'E';
      at += 2;
    } else if (/[ymdhsgeb]/i.test(sign)) {
      letters += sign.toLowerCase() === 'b' ? 'y' : sign.toLowerCase();
      at += 1;
    } else if (/[0#?]/.test(sign)) {
      tokens.push({ kind: 'digit', zero: sign === '0' });
      if (sign === '0' && marks.includes('.')) decimals += 1;
      at += 1;
    } else {
      if (/[.,%/]/.test(sign)) marks += sign;
      else literal(sign);
      at += 1;
    }
  }
  return { section: { tokens, letters, elapsed, general, marks, decimals, currency, upTo }, used: at };
}

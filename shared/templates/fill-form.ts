/**
 * Model Form B-1 filled for one account: its lines in its order, those that are at the office's choice where they apply. What the head of
 * the sheet prints (collector, consumer) is left out here; the part that is sent back holds both addresses again.
 *
 * Required and always there (12 CFR 1006.34(c)): the disclosure, both names and addresses, the creditor and number on the itemization date, the
 * current creditor, that date, the five sums (a sum of nothing is printed, never left blank), the three statements with the end
 * date, the pointer to the Bureau, the prompts. A state's notice about the age of the debt stands on the front under the current
 * amount (1006.34(d)(3)(iv)(B)); other notices follow on the next page, pointed to from here.
 */
import { type Day, spellDay } from '../domain/days.ts';
import { formatDollars } from '../domain/money.ts';
import { type FormLine, modelFormB1, modelFormSpanish, nextPageLine } from '../rules/wording/model-form.ts';
import type { FormFactLine, FormFacts, FormPartName } from './form-facts.ts';
import type { LetterData, LetterText, LetterValidation } from './letter-data.ts';
import { printable } from './letter-facts.ts';

export type FormAsked = Pick<LetterData, 'sender' | 'debtor' | 'recipient' | 'stateTexts'>;
type Language = 'en' | 'es';

/** Ids of the notices about age begin so. */
const ageStart = 'TB-';
export function isAgeNotice({ id }: Pick<LetterText, 'id'>): boolean {
  return id.startsWith(ageStart);
}

/** Lines at the office's choice that are never printed: a Spanish line creates the duty to send a notice in Spanish. */
const leftOut: ReadonlySet<string> = new Set(['spanish', 'want.spanish']);

const spanishMonths = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

function spell(day: Day, language: Language): string {
  if (language === 'en') return spellDay(day);
  const [year, month, ofMonth] = day.split('-').map(Number);
  return `${ofMonth} de ${spanishMonths[(month ?? 1) - 1]} de ${year}`;
}

export function fillForm(asked: FormAsked, validation: LetterValidation): FormFacts {
  return { en: partsIn('en', asked, validation), es: partsIn('es', asked, validation) };
}

function partsIn(language: Language, asked: FormAsked, validation: LetterValidation): FormFacts['en'] {
  const parts: Record<FormPartName, FormFactLine[]> = {
    lead: [],
    information: [],
    dispute: [],
    rights: [],
    optional: [],
    response: [],
  };
  for (const line of modelFormB1) {
    const part = line.id === 'reference' ? 'lead' : line.part;
    if (part === 'sender' || part === 'recipient' || !isWanted(line, asked, validation)) continue;
    parts[part].push(...filledLines(line, language, asked, validation));
    if (line.id === 'owedNow')
      for (const { id, text } of asked.stateTexts.filter(isAgeNotice))
        parts.information.push({ id, kind: 'text', text: plain(text), amount: '', sign: '' });
  }
  return parts;
}

function isWanted({ id }: FormLine, { stateTexts }: FormAsked, validation: LetterValidation): boolean {
  if (leftOut.has(id)) return false;
  if (id === 'reference') return validation.reference !== '';
  if (id.endsWith('.electronic')) return validation.electronicAddress !== '';
  if (id === 'reverse') return stateTexts.some((text) => !isAgeNotice(text));
  return true;
}

/** One line, but for the payment that is enclosed: its blank stands between what is enclosed and to whom the check is made out. */
function filledLines(
  line: FormLine,
  language: Language,
  asked: FormAsked,
  validation: LetterValidation,
): readonly FormFactLine[] {
  const made = filled(line, language, asked, validation);
  if (line.id !== 'want.pay') return [made];
  const [enclosed = '', payTo = ''] = made.text.split(/(?<=:) /);
  const known = validation.reference === '' ? payTo.replace(/ (Include|Incluya) .*$/, '') : payTo;
  return [
    { ...made, text: enclosed, amount: '$' },
    { ...made, id: 'want.pay.to', kind: 'text', text: known },
  ];
}

function filled(
  line: FormLine,
  language: Language,
  asked: FormAsked,
  validation: LetterValidation,
): FormFactLine {
  const { id, kind } = line;
  const row = sumOf(id, validation);
  const amount = row === null ? '' : formatDollars(row.cents);
  const text = plain(fill(wordsOf(line, language, validation), valuesOf(language, asked, validation)));
  const below = addressBelow(id, asked);
  return { id, kind, text: [text, ...below].filter(Boolean).join('\n'), amount, sign: row?.sign ?? '' };
}

/** The words of a line, without what they would say of a product, number or reference that is not known. */
function wordsOf({ id, text }: FormLine, language: Language, validation: LetterValidation): string {
  const english = language === 'en';
  let words = english ? text : (modelFormSpanish[id] ?? text);
  if (english && id === 'reverse') words = nextPageLine;
  if (id === 'mailTo' && english) words = 'Mail this form to:';
  if (id === 'mailFrom') words = '';
  if (id === 'account') {
    if (validation.product === '')
      words = words.replace('a {product}', 'an account').replace(' ({product})', '');
    else if (startsWithVowelSound(validation.product)) words = words.replace('a {product}', 'an {product}');
    if (validation.numberThen === '')
      words = words.replace(/,? (with|con) (account number|el número de cuenta) \{accountNumberThen\}/, '');
  }
  return words;
}

/** `an account`, `an auto loan`, but `a utility account`. */
function startsWithVowelSound(words: string): boolean {
  return /^(?:[aeio]|u(?!ni|se|ti))/i.test(words);
}

function valuesOf(
  language: Language,
  { sender }: FormAsked,
  validation: LetterValidation,
): Readonly<Record<string, string>> {
  return {
    collector: sender.name,
    currentCreditor: validation.currentCreditor,
    product: validation.product,
    creditorThen: validation.creditorThen,
    accountNumberThen: validation.numberThen,
    itemizationDate: spell(validation.itemizationOn, language),
    endDate: spell(validation.endOn, language),
    electronicAddress: validation.electronicAddress,
    reference: validation.reference,
  };
}

/** In one pass, so that a name in braces inside a value stays as it was typed. */
function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function sumOf(
  id: string,
  validation: LetterValidation,
): { readonly cents: number; readonly sign: FormFactLine['sign'] } | null {
  switch (id) {
    case 'owedThen':
      return { cents: validation.owedThenCents, sign: '' };
    case 'interest':
      return { cents: validation.interestCents, sign: '+' };
    case 'fees':
      return { cents: validation.feesCents, sign: '+' };
    case 'paid':
      return { cents: validation.paidCents, sign: '-' };
    case 'owedNow':
      return { cents: validation.owedNowCents, sign: '' };
    default:
      return null;
  }
}

/** The two addresses of the part that is sent back. */
function addressBelow(id: string, { sender, debtor, recipient }: FormAsked): readonly string[] {
  if (id === 'mailTo') return [sender.name, ...sender.disputeLines].map(plain);
  if (id !== 'mailFrom') return [];
  const name = recipient.name === debtor.name ? debtor.fullName : recipient.name;
  return [name, ...withoutName(recipient.name, recipient.addressLines)].map(plain);
}

/** Address lines below the name, which may run over several. */
function withoutName(name: string, lines: readonly string[]): readonly string[] {
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  let said = '';
  for (const [index, line] of lines.entries()) {
    if (said !== '' && said === bare(name)) return lines.slice(index);
    said += bare(line);
    if (!bare(name).startsWith(said)) return index === 0 ? lines : lines.slice(index);
  }
  return lines;
}

function plain(text: string): string {
  return printable(text).trim();
}

/**
 * Reading a validation notice: every part of model form B-1 that this debt needs stands in it, filled, in its order, and its sums
 * add up. An office that uses other words for a part brings what its counsel approved under the part’s id (`b1.dispute.assumed`).
 */
import { formatDollars } from '../../domain/money.ts';
import { text as readText } from '../states/entry.ts';
import type { LetterFinding, LetterToCheck } from './letter-check.ts';
import { nearPassage, type Place, placesOf, sentenceAround } from './letter-text.ts';
import { type FormLine, modelFormB1 } from './model-form.ts';
import { sumsOf } from './sums.ts';

const readOn = '2026-11-21';
const source = readText('12 CFR 1006.34(c), (d)(2); part 1006, appendix B', readOn);

/** Parts of the sheet around the text, which the check does not see. */
const onTheSheet: readonly string[] = [
  'collector',
  'disputeAddress',
  'phone',
  'website',
  'consumer',
  'consumerAddress',
  'reference',
  'mailFrom',
];
/** Stand where the form is sent by mail only. */
const filledElsewhere = /\{(?:disputeAddress|consumerAddress)\}/;

const headingOfTheReturnPart = 'How do you want to respond?';

function isWanted(line: FormLine, letter: LetterToCheck): boolean {
  if (onTheSheet.includes(line.id)) return false;
  if (line.wanted === 'always') return line.id !== 'account' || letter.consumerFinancial !== false;
  return line.wanted === 'financial' && letter.consumerFinancial !== false;
}

/** What a row of the table may hold instead of a sum: a word that says there is none. */
const nothingOwed =
  /^\s*(?:[+-]\s*)?(?:\$?\s*0(?:\.00)?|none|n\/a|no (?:interest|fees?|payments?|credits?)[^\n]*)/iu;

/** The sum in the row that begins at a place, on its line or the next. */
function sumOfRow(
  text: string,
  place: Place,
): { readonly cents: number; readonly at: Place } | 'nothing' | null {
  const rest = text.slice(place.end, place.end + 120);
  const [line = '', next = ''] = rest.split('\n');
  const read = line.trim() === '' ? next : line;
  const offset = line.trim() === '' ? place.end + line.length + 1 : place.end;
  const sum = sumsOf(read)[0];
  if (sum !== undefined && sum.cents !== null)
    return { cents: sum.cents, at: { at: offset + sum.at, end: offset + sum.end } };
  return nothingOwed.test(read) ? 'nothing' : null;
}

export function noticeFormIn(letter: LetterToCheck, text: string): readonly (LetterFinding & Place)[] {
  const found: (LetterFinding & Place)[] = [];
  const end = { at: text.length, end: text.length };
  const add = (
    code: string,
    severity: LetterFinding['severity'],
    why: string,
    place: Place = end,
    textId: string | null = null,
  ) =>
    found.push({
      code,
      severity,
      why,
      words: letter.text.slice(place.at, place.end),
      sentence: place.at === place.end ? '' : sentenceAround(letter.text, place),
      textId,
      source,
      ...place,
    });
  const places = new Map<string, Place>();
  for (const line of modelFormB1) {
    if (!isWanted(line, letter)) continue;
    const textId = `b1.${line.id}`;
    const approved = letter.approved[textId] ?? '';
    const wording = line.id === 'mailTo' ? 'Mail this form to:' : line.text;
    const fill = filledElsewhere.test(wording) ? {} : letter.fill;
    const standing = placesOf(text, wording, fill)[0] ?? placesOf(text, approved, letter.fill)[0];
    if (standing !== undefined) {
      places.set(line.id, standing);
      continue;
    }
    const near = nearPassage(text, wording);
    if (near !== null)
      add(
        'NOTICE_TEXT_CHANGED',
        'stop',
        changedWords(near.stands, near.should, 'of the model form'),
        near.place,
        textId,
      );
    else
      add(
        'NOTICE_PART_MISSING',
        'stop',
        `The validation notice lacks “${wording.replace(/\{\w+\}/g, '…')}”. Put the part of the model form back that holds it.`,
        end,
        textId,
      );
  }
  checkOrder(places, add);
  checkTable(text, places, add);
  return found;
}

export function changedWords(stands: string, should: string, whose: string): string {
  if (stands === '' && should === '')
    return `The marks between the words differ from those ${whose}. Put its own wording back.`;
  if (should === '')
    return `The words ${whose} were added to: “${stands}” is not in them. Put its own wording back.`;
  if (stands === '') return `Words ${whose} are missing here: “${should}”. Put its own wording back.`;
  return `“${stands}” should read “${should}”, as in the words ${whose}. Put its own wording back.`;
}

type Add = (
  code: string,
  severity: 'stop' | 'look',
  why: string,
  place?: Place,
  textId?: string | null,
) => void;

/** The parts from the lead to the tear-off part stand in the order of the form; its own order is the safe harbor. */
function checkOrder(places: ReadonlyMap<string, Place>, add: Add): void {
  let last = -1;
  for (const [id, place] of places) {
    if (place.at < last && id !== 'rights.cfpb') {
      add(
        'NOTICE_ORDER',
        'look',
        'This part stands before one it should follow. The model form protects the office only in its own order.',
        place,
      );
      return;
    }
    last = Math.max(last, place.at);
  }
}

/** Each row is filled, and what was owed then with what was added less what was paid makes what is owed now. */
function checkTable(text: string, places: ReadonlyMap<string, Place>, add: Add): void {
  const cents = new Map<string, number>();
  for (const id of ['owedThen', 'interest', 'fees', 'paid', 'owedNow']) {
    const place = places.get(id);
    if (place === undefined) continue;
    const sum = sumOfRow(text, place);
    if (sum === null)
      add(
        'NOTICE_ROW_BLANK',
        'stop',
        'This row of the itemization is not filled. It needs a sum, or a 0 or “none” where there is nothing: it must never be blank.',
        place,
      );
    else cents.set(id, sum === 'nothing' ? 0 : sum.cents);
  }
  const [then, interest, fees, paid, now] = ['owedThen', 'interest', 'fees', 'paid', 'owedNow'].map((id) =>
    cents.get(id),
  );
  if (
    then === undefined ||
    interest === undefined ||
    fees === undefined ||
    paid === undefined ||
    now === undefined
  )
    return;
  const made = then + interest + fees - paid;
  const place = places.get('owedNow');
  if (made !== now && place !== undefined)
    add(
      'NOTICE_SUMS',
      'stop',
      `The rows make ${formatDollars(made)}, and the notice says ${formatDollars(now)}. Correct the entries of the account or its itemization date.`,
      place,
    );
}

/** The tear-off part, so that its prompts are not read as words of the office. */
export function returnPart(text: string): Place | null {
  const at = text.indexOf(headingOfTheReturnPart);
  return at < 0 ? null : { at, end: text.length };
}

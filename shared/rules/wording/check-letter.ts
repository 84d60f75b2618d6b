/**
 * The check of a finished letter’s wording, before it may be printed, sent or saved as sent. Pure: the same letter and facts always give
 * the same findings. A check that cannot be sure says `look`; `stop` is for what the law forbids, prescribes or what is plainly untrue.
 */

import { text as readText } from '../states/entry.ts';
import { daysIn } from './days.ts';
import { forbiddenIn, isCollector } from './forbidden.ts';
import type { LetterFinding, LetterToCheck } from './letter-check.ts';
import { blank, evenMarks, type Place, placesOf, sentenceAround } from './letter-text.ts';
import { modelFormB1 } from './model-form.ts';
import { returnPart } from './notice-form.ts';
import { overshadowingIn } from './overshadowing.ts';
import { unfilledIn } from './placeholders.ts';
import { lawfulWordings, requiredIn } from './required.ts';
import { sumsIn } from './sums.ts';

type Found = LetterFinding & Place;

/** Names of people and offices the letter repeats say nothing, whatever they sound like. */
function namePlaces(letter: LetterToCheck, text: string): readonly Place[] {
  const names = Object.values(letter.fill)
    .map((value) => value.trim())
    .filter((value) => value.length <= 80 && /\p{L}\s+\S|.{6}/u.test(value) && !/[!?;]|\.\s/.test(value));
  return names.flatMap((name) => placesOf(text, name.replace(/[{}]/g, ' '), {}));
}

const oneLine = (words: string): string => evenMarks(words).replace(/\s+/g, ' ').trim();

/**
 * Cells of lists that hold what somebody typed of an entry: a memo such as “Urgent care $45.00 by 3/4/2026” names neither a sum nor a day
 * of this letter. Only a whole cell beside another counts, so that the same words in a sentence are still read.
 */
function typedCells({ text, typed = [] }: LetterToCheck): readonly Place[] {
  const known = new Set(typed.map(oneLine).filter((words) => words !== ''));
  if (known.size === 0) return [];
  return [...text.matchAll(/[^\t\n]+/g)].flatMap(({ 0: cell, index: at }) => {
    const end = at + cell.length;
    const beside = text[at - 1] === '\t' || text[end] === '\t';
    return beside && known.has(oneLine(cell)) ? [{ at, end }] : [];
  });
}

function lawfulPlaces(letter: LetterToCheck, text: string): readonly Place[] {
  const form = modelFormB1.filter(({ text: words }) => words.length > 40 || !words.includes('{'));
  const tearOff = returnPart(text);
  return [
    ...lawfulWordings(letter).flatMap((wording) => placesOf(text, wording, letter.fill)),
    ...form.flatMap(({ text: words }) => placesOf(text, words, letter.fill)),
    ...(tearOff === null ? [] : [tearOff]),
  ];
}

/** What may not be said while the debtor may still dispute. It threatens or hurries; a day to answer by only has to be looked at. */
function overshadowing(letter: LetterToCheck, text: string): readonly Found[] {
  const { validationEndsOn, writtenOn } = letter;
  if (validationEndsOn === null || letter.debtor === 'business' || !isCollector(letter)) return [];
  if (letter.to === 'client' || letter.to === 'attorney') return [];
  return overshadowingIn(text, writtenOn, validationEndsOn).flatMap(({ kind, words, at, why, source }) => {
    const place = { at, end: at + words.length };
    const sentence = sentenceAround(text, place);
    // “We will answer within ten days” binds the office, not the debtor.
    if (kind === 'early_deadline' && ours.test(sentence) && !theirs.test(sentence)) return [];
    const mild = kind === 'pay_now' && /^(?:act|call|respond)/iu.test(words);
    return [
      {
        code: 'OVERSHADOWING',
        severity: mild || !letter.asksForMoney ? ('look' as const) : ('stop' as const),
        why,
        words: letter.text.slice(place.at, place.end),
        sentence: sentenceAround(letter.text, place),
        textId: null,
        source,
        ...place,
      },
    ];
  });
}

const ours =
  /\bwe (?:will|shall|must|have|received|send|sent|answer|reply|expect to)\b|\bour (?:office|answer)\b/iu;
const theirs =
  /\b(?:you (?:must|have to|need to|should)|please|pay|payment|remit|offer|(?:^|\. )(?:call|send|write|respond|reply))\b/iu;

const asks =
  /\b(?:please|you must|you (?:have|need) to|we (?:demand|require|ask)(?: that)? you(?: to)?) (?:now |immediately )?(?:pay\b(?![^.\n]{1,120} and (?:give|write) the account number)|remit\b|send us (?:your |the )?(?:full )?payment\b)|(?<!\p{L})(?:por favor,? pague|debe pagar|(?:le )?exigimos (?:el|su) pago)(?!\p{L})/giu;

/**
 * A template that says it asks for no money is asked other questions by the rules of contact: it may go where collecting has to stop. So its
 * text may not ask after all.
 */
function askedAfterAll(letter: LetterToCheck, text: string): readonly Found[] {
  if (letter.asksForMoney || letter.to === 'client' || letter.stage === 'first_notice') return [];
  return [...text.matchAll(asks)].map((match) => {
    const place = { at: match.index, end: match.index + match[0].length };
    return {
      code: 'ASKS_FOR_MONEY',
      severity: 'stop' as const,
      why: 'The letter asks for payment, and its template says that it asks for no money, so the rules on collecting were not asked. Take the words out, or say in the template, under “For whom”, that it asks for money.',
      words: letter.text.slice(place.at, place.end),
      sentence: sentenceAround(letter.text, place),
      textId: null,
      source: readText('12 CFR 1006.6(c); 15 U.S.C. 1692c(c); 11 U.S.C. 362(a)(6)', '2026-11-22'),
      ...place,
    };
  });
}

/**
 * What is wrong with a letter, or should be read once more: what stops first, then in the order of the letter; what is missing stands
 * last. The same words are named once, by what weighs most.
 */
export function checkLetter(letter: LetterToCheck): readonly LetterFinding[] {
  const text = blank(evenMarks(letter.text), typedCells(letter));
  if (letter.text.trim().length < 20)
    return [
      {
        code: 'LETTER_EMPTY',
        severity: 'stop',
        why: 'The letter holds next to no text. Choose another letter, or fill its template.',
        words: '',
        sentence: '',
        textId: null,
        source: null,
      },
    ];
  const own = blank(text, lawfulPlaces(letter, text));
  const ownWords = blank(own, namePlaces(letter, own));
  const found: readonly Found[] = [
    ...requiredIn(letter, text),
    ...forbiddenIn(letter, ownWords),
    ...overshadowing(letter, ownWords),
    ...askedAfterAll(letter, ownWords),
    ...unfilledIn(letter, text),
    ...sumsIn(letter, text),
    ...daysIn(letter, own),
  ];
  return inOrder(found);
}

const weight = (finding: Found): number => (finding.severity === 'stop' ? 0 : 1);

function inOrder(found: readonly Found[]): readonly LetterFinding[] {
  const sorted = [...found].sort(
    (a, b) =>
      weight(a) - weight(b) || a.at - b.at || b.end - b.at - (a.end - a.at) || (a.code < b.code ? -1 : 1),
  );
  const kept: Found[] = [];
  for (const one of sorted) {
    const missing = one.at === one.end;
    const told = kept.some((other) =>
      missing
        ? other.code === one.code && other.textId === one.textId && other.why === one.why
        : // One fault of one place is told once; another kind of fault in it is told too when it weighs as much.
          other.at < one.end &&
          one.at < other.end &&
          (other.code === one.code || weight(other) < weight(one)),
    );
    if (!told) kept.push(one);
  }
  return kept.map(({ at: _at, end: _end, ...finding }) => finding);
}

/** Whether a letter with these findings may go out. */
export function mayGo(findings: readonly LetterFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'stop');
}

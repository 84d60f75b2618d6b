/**
 * What a letter must say: the disclosures of collectors, the texts of the debtor’s state, the notices on old debts, and what its template
 * asks for. Where the law prescribes words they are compared word for word; where it prescribes content, its content is looked for.
 */
import type { Source } from '../../domain/law.ts';
import { known, text as readText } from '../states/entry.ts';
import { approvableTexts, reportableId } from './approvable.ts';
import { isCollector } from './forbidden.ts';
import type { LetterFinding, LetterToCheck } from './letter-check.ts';
import { nearPassage, type Place, placesOf, sentenceAround } from './letter-text.ts';
import { changedWords, noticeFormIn } from './notice-form.ts';
import { type PrescribedText, prescribedTexts } from './prescribed.ts';
import { type TimeBarredNotice, timeBarredNotices } from './time-barred.ts';

const readOn = '2026-11-22';

type Found = LetterFinding & Place;
type Add = (finding: {
  readonly code: string;
  readonly severity: LetterFinding['severity'];
  readonly why: string;
  readonly source: Source | null;
  readonly textId?: string | null;
  readonly place?: Place;
}) => void;

/** The id a template asks for the whole model form by. */
export const modelFormId = 'model-form-b1';

const firstContent: Readonly<Record<'en' | 'es', readonly RegExp[]>> = {
  en: [
    /(?<!not )(?:an |in an )?attempt(?:ing)? to collect (?:a|this|the) debt|(?<!not )trying to collect (?:a|this|the) debt/iu,
    /any information (?:we |that is |which is )?(?:obtain(?:ed)?|receive[d]?|you (?:give|provide)(?: us)?)[^.]{0,30} will be used for (?:that|this) purpose|we will use any information you (?:give|provide)(?: to)? us to help collect the debt/iu,
  ],
  es: [
    /(?<!no (?:es|constituye) )(?:un )?intento de cobr(?:ar|o de) (?:una|esta|la) deuda|(?:tratando de|intentando) cobrar (?:una|esta|la) deuda/iu,
    /información[^.]{0,60}(?:se (?:usará|utilizará|empleará)|será (?:usada|utilizada|empleada)|usaremos|utilizaremos)|(?:usaremos|utilizaremos) (?:toda|cualquier|la) información/iu,
  ],
};
const laterContent: Readonly<Record<'en' | 'es', RegExp>> = {
  en: /(?<!\bnot )\b(?:from|is|are|as|am|by) (?:an? )?debt collectors?\b/iu,
  es: /(?<!\bno )\b(?:de|es|somos|como|por) (?:una? )?(?:agencia de cobros?|cobrador(?:a|es)? de deudas)/iu,
};
/** A letter that asks for nothing may say that it does not collect; then it is no communication to collect. */
const noCollection = /\bnot an attempt to collect|\bno (?:es|constituye) un intento de cobr/iu;

function collectsNothing(letter: LetterToCheck, text: string): boolean {
  return !letter.asksForMoney && noCollection.test(text);
}

export function requiredIn(letter: LetterToCheck, text: string): readonly Found[] {
  const found: Found[] = [];
  const end = { at: text.length, end: text.length };
  const add: Add = ({ code, severity, why, source, textId = null, place = end }) =>
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
  const toClient = letter.to === 'client';
  const consumer = letter.debtor === 'consumer' && !toClient;
  if (consumer) {
    if (letter.role === null)
      add({
        code: 'ROLE_UNKNOWN',
        severity: 'stop',
        why: 'Duebook does not know whether the office collects its own debts or those of others, so it cannot tell what this letter must say. Fill in the office under Settings.',
        source: readText('12 CFR 1006.2(i); 15 U.S.C. 1692a(6)', readOn),
      });
    if (isCollector(letter)) disclosures(letter, text, add);
    stateTexts(letter, text, add);
    timeBarred(letter, text, add);
    estate(letter, text, add);
  } else if (letter.debtor === 'business' && letter.state === 'CA' && !toClient && isCollector(letter)) {
    if (!laterContent.en.test(text) && !laterContent.es.test(text))
      add({
        code: 'COMMERCIAL_DISCLOSURE',
        severity: 'look',
        why: 'California binds collectors on business debts of up to $500,000 that a person owes or guarantees, made, renewed or placed since July 1, 2025. If this is one, say that the letter is from a debt collector.',
        source: known('Cal. Civ. Code 1788.2, 1788.17 (SB 1286)', '2026-11-21'),
      });
  }
  const asked = new Set<string>();
  if (letter.stage === 'first_notice' && consumer && isCollector(letter) && letter.to !== 'attorney')
    asked.add(modelFormId);
  for (const id of letter.must) asked.add(id);
  for (const id of asked) {
    if (id === modelFormId) {
      found.push(...theForm(letter, text, add));
      continue;
    }
    const prescribed = prescribedTexts.find((one) => one.id === id);
    if (prescribed !== undefined) onceOnly(found, id, () => wholeText(prescribed, letter, text, add));
    else if (letter.approved[id] !== undefined) approvedText(id, letter, text, add, null, id);
    else if (!id.startsWith('TB-'))
      add({
        code: 'REQUIRED_TEXT_UNKNOWN',
        severity: 'stop',
        why: `The letter’s template asks for a text named “${id}”, and there is none of that name. Correct the template.`,
        source: null,
        textId: id,
      });
  }
  return found;
}

function onceOnly(found: readonly Found[], textId: string, check: () => void): void {
  if (!found.some((finding) => finding.textId === textId)) check();
}

/** 1006.18(e). What was first said by mouth stands in the first letter too. */
function disclosures(letter: LetterToCheck, text: string, add: Add): void {
  if (collectsNothing(letter, text)) return;
  const languages = letter.language === 'es' ? (['es'] as const) : (['en'] as const);
  const severity = letter.to === 'attorney' ? 'look' : 'stop';
  const first = letter.firstContact || letter.firstWriting || letter.state === 'DC';
  for (const language of languages) {
    const saysFirst = firstContent[language].every((pattern) => pattern.test(text));
    const saysLater = laterContent[language].test(text);
    const wording = prescribedTexts.find(
      ({ id }) => id === (first ? 'mini-miranda.first' : 'mini-miranda.later'),
    );
    const inSpanish = language === 'es' ? ' The letter is in Spanish, so it stands in Spanish too.' : '';
    if (first && !saysFirst) {
      const near = language === 'en' && wording?.text ? nearPassage(text, wording.text) : null;
      add({
        code: near === null ? 'REQUIRED_TEXT_MISSING' : 'REQUIRED_TEXT_CHANGED',
        severity,
        why:
          near === null
            ? `The first letter must say that it is an attempt to collect a debt and that any information obtained will be used for that purpose.${inSpanish} Add the passage “Disclosure in the first communication”.`
            : changedWords(near.stands, near.should, 'the law asks for'),
        source: letter.state === 'DC' ? dcSource : (wording?.source ?? null),
        textId: letter.state === 'DC' ? 'mini-miranda.dc' : 'mini-miranda.first',
        ...(near === null ? {} : { place: near.place }),
      });
    } else if (!first && !saysLater)
      add({
        code: 'REQUIRED_TEXT_MISSING',
        severity: saysFirst ? 'look' : severity,
        why: `The letter must say that it is from a debt collector.${inSpanish} Add the passage “Disclosure in every later communication”.`,
        source: wording?.source ?? null,
        textId: 'mini-miranda.later',
      });
  }
  if (
    letter.firstWriting &&
    letter.stage !== 'first_notice' &&
    letter.validationEndsOn === null &&
    letter.to !== 'attorney'
  )
    add({
      code: 'VALIDATION_NOTICE_DUE',
      severity: 'look',
      why: 'Nothing was written to this debtor before, and the validation notice has not gone out. It is due within five days of the first communication: send it first, or right after this letter.',
      source: readText('12 CFR 1006.34(a)(1)', '2026-11-21'),
    });
}

const dcSource = readText('D.C. Code 28-3814(f)(2)', '2026-11-21');

/** Whether a state’s text stands in this letter by its place in the account’s life. */
function isDue(prescribed: PrescribedText, letter: LetterToCheck): boolean {
  switch (prescribed.where) {
    case 'first_letter':
      return letter.firstWriting || letter.stage === 'first_notice';
    case 'first_letter_charged_off':
      return letter.chargedOff && (letter.firstWriting || letter.stage === 'first_notice');
    case 'plans_and_settlements':
      return (
        letter.stage === 'arrangement' ||
        (letter.chargedOff && (letter.firstWriting || letter.stage === 'first_notice'))
      );
    default:
      // The disclosures of Regulation F have a check of their own, by their content.
      return false;
  }
}

function stateTexts(letter: LetterToCheck, text: string, add: Add): void {
  if (letter.state === null) {
    add({
      code: 'STATE_UNKNOWN',
      severity: 'look',
      why: 'The state of the debtor is not known, so nobody can tell which texts a state asks for. Enter it with the address.',
      source: null,
    });
    return;
  }
  if (letter.to === 'attorney' || collectsNothing(letter, text)) return;
  for (const prescribed of prescribedTexts) {
    if (prescribed.states === 'all' || !prescribed.states.includes(letter.state)) continue;
    if (prescribed.binds === 'collectors' && !isCollector(letter)) continue;
    if (isDue(prescribed, letter)) wholeText(prescribed, letter, text, add);
  }
}

/** A text word for word, or counsel’s variant of it. */
function wholeText(prescribed: PrescribedText, letter: LetterToCheck, text: string, add: Add): void {
  const { id, title, source, style, confirmed } = prescribed;
  const approved = letter.approved[id]?.trim() ?? '';
  if (approved !== '') {
    approvedText(id, letter, text, add, source, title);
    return;
  }
  if (prescribed.text === null || !confirmed) {
    add({
      code: 'APPROVED_TEXT_NEEDED',
      severity: 'stop',
      why:
        prescribed.text === null
          ? `“${title}” is asked for here, and its wording was not found. Enter the wording your counsel approved.`
          : `“${title}” is asked for here, and its wording on hand was not compared with the law. Have your counsel confirm or correct it.`,
      source,
      textId: id,
    });
    return;
  }
  if (id.startsWith('mini-miranda.')) return;
  if (placesOf(text, prescribed.text, letter.fill).length > 0) return;
  compare(prescribed.text, title, style, id, letter, text, add, source);
}

function approvedText(
  id: string,
  letter: LetterToCheck,
  text: string,
  add: Add,
  source: Source | null,
  title: string,
): void {
  const approved = letter.approved[id]?.trim() ?? '';
  if (approved === '' || placesOf(text, approved, letter.fill).length > 0) return;
  compare(approved, title, '', id, letter, text, add, source);
}

function compare(
  wording: string,
  title: string,
  style: string,
  textId: string,
  letter: LetterToCheck,
  text: string,
  add: Add,
  source: Source | null,
): void {
  const near = nearPassage(text, wording);
  const look = style === '' ? '' : ` ${style}`;
  if (near === null)
    add({
      code: 'REQUIRED_TEXT_MISSING',
      severity: 'stop',
      why: `“${title}” must stand in this letter, word for word.${look} Add the passage, or the block with the texts of the state.`,
      source,
      textId,
    });
  else
    add({
      code: 'REQUIRED_TEXT_CHANGED',
      severity: 'stop',
      why: changedWords(near.stands, near.should, `of “${title}”`),
      source,
      textId,
      place: near.place,
    });
  void letter;
}

/** Notices on debts that may be too old to sue on, by what each state asks (24.3 of the facts this rests on). */
function timeBarred(letter: LetterToCheck, text: string, add: Add): void {
  if (letter.timeBarred === 'no' || letter.judgment) return;
  const due = timeBarredNotices.filter((notice) => isNoticeDue(notice, letter));
  for (const notice of due) timeBarredNotice(notice, letter, text, add);
  if (due.length > 0 || !letter.asksForMoney || !isCollector(letter)) return;
  if (
    !/\bcannot sue|will not sue|too old to (?:be )?sue|not be sued|no (?:lo |la )?(?:demandaremos|puede(?:n)? demandar)/iu.test(
      text,
    )
  )
    add({
      code: 'TIME_BARRED_SILENT',
      severity: 'look',
      why: 'The time to sue on this debt has passed, or may have, and the letter asks for money without a word of it. Say that nobody will sue for it.',
      source: known('12 CFR 1006.26; 15 U.S.C. 1692e(2)(A), (10)', '2026-11-21'),
    });
}

function isNoticeDue(notice: TimeBarredNotice, letter: LetterToCheck): boolean {
  if (notice.state === 'NYC' ? letter.newYorkCity !== true : notice.state !== letter.state) return false;
  if (notice.binds === 'collectors' && !isCollector(letter)) return false;
  if (notice.binds === 'debt_buyers' && !letter.debtBuyer) return false;
  if (letter.to === 'attorney') return false;
  if (notice.when === 'first_writing') return letter.firstWriting || letter.stage === 'first_notice';
  return letter.asksForMoney;
}

function timeBarredNotice(notice: TimeBarredNotice, letter: LetterToCheck, text: string, add: Add): void {
  const { id, source, style } = notice;
  const approved = [id, reportableId(id)]
    .map((one) => letter.approved[one]?.trim() ?? '')
    .filter((one) => one !== '');
  const owner = letter.fill.currentCreditor || '{currentCreditor}';
  const collector = letter.fill.collector || '{collector}';
  const drafts =
    notice.draft === null
      ? []
      : [true, false].flatMap((reportable) =>
          [true, false].map((reportedBefore) =>
            notice.draft === null ? '' : notice.draft({ owner, collector, reportable, reportedBefore }),
          ),
        );
  // “yes” says that counsel confirmed the draft on hand.
  const wordings = approved.flatMap((one) => (one.toLowerCase() === 'yes' ? drafts : [one]));
  if (notice.confirmed) wordings.push(...drafts);
  if (wordings.length === 0) {
    add({
      code: 'APPROVED_TEXT_NEEDED',
      severity: 'stop',
      why:
        drafts.length === 0
          ? 'The time to sue has passed, or may have, and this state asks for a notice whose wording was not found. Enter the wording your counsel approved.'
          : 'The time to sue has passed, or may have, and this state asks for a notice whose wording on hand was not compared with the law. Have your counsel confirm or correct it.',
      source,
      textId: id,
    });
    return;
  }
  if (wordings.some((wording) => placesOf(text, wording, letter.fill).length > 0)) return;
  compare(
    wordings[0] ?? '',
    'Notice on a debt that may be too old to sue on',
    style,
    id,
    letter,
    text,
    add,
    source,
  );
}

/** D.C. asks for it; elsewhere its absence is no fault. */
function estate(letter: LetterToCheck, text: string, add: Add): void {
  if (letter.to !== 'representative' || letter.state !== 'DC') return;
  if (
    /\bnot (?:be )?(?:personally )?(?:liable|responsible|obligated)|no (?:es|será) (?:personalmente )?responsable/iu.test(
      text,
    )
  )
    return;
  add({
    code: 'ESTATE_LIABILITY_UNSAID',
    severity: 'stop',
    why: 'In the District of Columbia a letter to who acts for an estate must say that this person is not personally liable for the debt. Add it.',
    source: readText('D.C. Code 28-3814', '2026-11-21'),
  });
}

/** The model form; a translation goes with it or after it, and is read by a person who speaks the language. */
function theForm(letter: LetterToCheck, text: string, add: Add): readonly Found[] {
  if (letter.language === 'en') return noticeFormIn(letter, text);
  if (letter.firstWriting && noticeFormIn(letter, text).some(({ code }) => code === 'NOTICE_PART_MISSING'))
    add({
      code: 'NOTICE_ENGLISH_MISSING',
      severity: 'stop',
      why: 'A validation notice in another language goes with the English notice or after it. Send the English one first, or put it into this letter.',
      source: readText('12 CFR 1006.34(e)', '2026-11-21'),
      textId: modelFormId,
    });
  add({
    code: 'TRANSLATION_TO_READ',
    severity: 'look',
    why: 'Have somebody who speaks the language compare this notice with the English one: it must be complete and accurate.',
    source: readText('12 CFR 1006.34(e)', '2026-11-21'),
  });
  return [];
}

/** Everything prescribed, approved or drafted: words of the law, which are not read as words of the office. */
export function lawfulWordings(letter: LetterToCheck): readonly string[] {
  return [
    ...prescribedTexts.flatMap(({ text }) => (text === null ? [] : [text])),
    ...approvableTexts.flatMap(({ draft }) => (draft === null ? [] : [draft])),
    ...timeBarredNotices.flatMap(({ draft }) =>
      draft === null
        ? []
        : [true, false].map((reportable) =>
            draft({
              owner: '{currentCreditor}',
              collector: '{collector}',
              reportable,
              reportedBefore: false,
            }),
          ),
    ),
    ...Object.values(letter.approved),
  ];
}

/** What stands in the way of a letter's wording: what the check finds in its text, and what a validation notice lacks. */
import { checkLetter } from '../../../shared/rules/wording/check-letter.ts';
import type { LetterFinding } from '../../../shared/rules/wording/letter-check.ts';
import type { MadeFacts } from '../../../shared/templates/letter-facts.ts';
import { isValidationNotice } from '../../../shared/templates/letter-purpose.ts';
import type { GatheredLetter } from './letter-facts.ts';
import { letterToCheck } from './letter-to-check.ts';

/** What the notice lacks comes first: of it the text can say less. */
export function findingsOf(
  gathered: GatheredLetter,
  made: MadeFacts,
  html: string,
): readonly LetterFinding[] {
  return [...noticeFindings(gathered), ...checkLetter(letterToCheck(gathered, made, html))];
}

function noticeFindings({ subject, notice }: GatheredLetter): LetterFinding[] {
  if (!isValidationNotice(subject.about)) return [];
  return notice.faults.map(({ code, text, cite }) => ({
    code,
    severity: 'stop',
    why: text,
    words: '',
    sentence: '',
    textId: null,
    source: { cite, readOn: '2026-11-21', confidence: 'text' },
  }));
}

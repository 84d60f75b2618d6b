/**
 * The validation notice of 12 CFR 1006.34 on Model Form B-1 (12 CFR part 1006, appendix B): every part of the form in its order and in
 * its words, which is a safe harbor for content and layout (1006.34(d)(2)). Nothing of the office's own stands between them.
 *
 * It goes with the first communication or within five days after it (15 U.S.C. 1692g(a)). What a state has said besides stands on
 * the next page, pointed to from the front and never behind the part that is torn off (1006.34(d)(3)(iv)).
 */
import { collectorRoles } from '../../domain/law.ts';
import { noticeTemplateCode } from '../../domain/strategy.ts';
import { doc, h2, is, modelForm, pageBreak, stateTexts, when } from '../document/build.ts';
import type { BlockNode } from '../document/letter-doc.ts';
import { aboutLetter } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

/** The form from its lead to the part that is torn off, then the notices of the debtor’s state on a page of their own. */
export function noticeIn(language: 'en' | 'es', heading: BlockNode): readonly BlockNode[] {
  return [
    modelForm('lead', language),
    modelForm('information', language),
    modelForm('dispute', language),
    modelForm('rights', language),
    modelForm('optional', language),
    modelForm('response', language),
    when(is('state_notices'), pageBreak, heading, stateTexts),
  ];
}

export const validationNotice: ShippedLetter = {
  code: noticeTemplateCode,
  version: 1,
  name: 'Validation notice',
  description:
    'The notice Regulation F asks of debt collectors, on Model Form B-1: what is owed and since when, how to dispute it and until when, and the form to send back.',
  about: aboutLetter({
    stage: 'first_notice',
    roles: collectorRoles,
    debtor: 'consumer',
    needs: ['validation'],
    asksForMoney: true,
  }),
  doc: doc(...noticeIn('en', h2`Important information`)),
};

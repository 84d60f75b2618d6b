/**
 * The validation notice in Spanish. A translation goes with or after the notice in English (12 CFR 1006.34(e)) and has to be complete
 * and accurate; this one was written for Duebook and is to be read by a speaker beside the Spanish form of the Consumer
 * Financial Protection Bureau before the office uses it.
 */
import { collectorRoles } from '../../domain/law.ts';
import { doc, h2 } from '../document/build.ts';
import { aboutLetter } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';
import { noticeIn } from './validation-notice.ts';

export const validationNoticeSpanish: ShippedLetter = {
  code: 'validation-notice-es',
  version: 1,
  name: 'Validation notice in Spanish',
  description: 'The same notice in Spanish, to go with or after the one in English.',
  about: aboutLetter({
    stage: 'first_notice',
    roles: collectorRoles,
    debtor: 'consumer',
    language: 'es',
    needs: ['validation'],
    asksForMoney: true,
    review:
      'Have a person who writes both languages compare this notice with the Spanish form of the Consumer Financial Protection Bureau.',
  }),
  doc: doc(...noticeIn('es', h2`Información importante`)),
};

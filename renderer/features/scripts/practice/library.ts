/** The scripts and cards practice runs on: those shipped, in English. */
import { shippedCards, shippedScripts } from '../../../../shared/scripts/library/index.ts';
import type { ObjectionCard, ScriptAudience } from '../../../../shared/scripts/script.ts';
import type { Library } from './session.ts';

export const practiceLibrary: Library = {
  byCode: (code) => shippedScripts.find((one) => one.code === code) ?? null,
  forSituation: (audience, situation) =>
    shippedScripts.find(
      (one) => one.language === 'en' && one.situation === situation && one.audiences.includes(audience),
    ) ?? null,
};

export function practiceCards(audience: ScriptAudience): readonly ObjectionCard[] {
  return shippedCards.filter((card) => card.language === 'en' && card.audiences.includes(audience));
}

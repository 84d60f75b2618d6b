/** Which objection cards fit what is typed: every word somewhere in the objection or the answer, those of the step first. */
import type { ObjectionCard } from '../../../shared/scripts/script.ts';

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();

/** With nothing typed all of them, those that the step names first. Matches in the objection stand before those in the answer. */
export function matchingCards(
  cards: readonly ObjectionCard[],
  ofStep: readonly string[],
  typed: string,
): readonly ObjectionCard[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const named = new Set(ofStep);
  const ranked = cards.flatMap((card, place) => {
    const objection = fold(card.objection);
    const whole = `${objection} ${fold(card.answer)} ${fold(card.prompts.join(' '))}`;
    if (!words.every((word) => whole.includes(word))) return [];
    const inObjection = words.every((word) => objection.includes(word));
    return [{ card, rank: (inObjection ? 0 : 2) + (named.has(card.code) ? 0 : 1), place }];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.place - b.place).map(({ card }) => card);
}

/** What the strength of a passphrase means, in words that promise nothing. */
import type { PassphraseStrength, PassphraseWeakness } from '../../../shared/domain/passphrase.ts';

const grades: Readonly<Record<PassphraseStrength['grade'], string>> = {
  weak: 'Weak. Somebody who gets hold of the file and tries hard could guess it within a week.',
  fair: 'Fair. Guessing it would take somebody with the file and many computers months or years.',
  strong: 'Strong. Guessing it would take more than ten years, even with the file and many computers.',
};

const weaknesses: Readonly<Record<PassphraseWeakness, string>> = {
  office_name: 'It uses the name of the office, which is tried first.',
  common: 'It uses words that stand in every list of common passwords.',
  repeats: 'It repeats itself, which adds little.',
  sequence: 'It has a run of letters, digits or keys, which is easy to try.',
  year: 'A year adds little: there are only about a hundred to try.',
  few_words: 'Four or five words that have nothing to do with each other are stronger, and easy to remember.',
};

/** The meaning first, then what would help most; at most three sentences. */
export function strengthWords(strength: PassphraseStrength): { meaning: string; advice: string } {
  const telling = strength.grade === 'strong' ? [] : strength.weaknesses.slice(0, 2);
  return {
    meaning: grades[strength.grade],
    advice: telling.map((weakness) => weaknesses[weakness]).join(' '),
  };
}

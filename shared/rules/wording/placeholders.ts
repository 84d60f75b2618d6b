/** What was never filled in: names in braces, brackets to write into, words a computer prints where it has nothing. */
import type { LetterFinding, LetterToCheck } from './letter-check.ts';
import { type Place, sentenceAround } from './letter-text.ts';
import { modelFormB1 } from './model-form.ts';
import { prescribedTexts } from './prescribed.ts';

/** Names that stand in braces in prescribed wording. */
const names: ReadonlySet<string> = new Set(
  [...modelFormB1.map(({ text }) => text), ...prescribedTexts.map(({ text }) => text ?? '')].flatMap((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
  ),
);

const patterns: readonly { readonly pattern: RegExp; readonly severity: LetterFinding['severity'] }[] = [
  { pattern: /\{(\w+)\}/gu, severity: 'stop' },
  {
    pattern:
      /\[(?:insert|enter|your|name|date|day|amount|account|address|debtor|creditor|phone|city|state|number|sum|todo|tbd|xx+)\b[^\]\n]{0,60}\]/giu,
    severity: 'stop',
  },
  { pattern: /\$\s?(?:x{2,}|_{2,}|\?{2,})|\bXX\/XX\/(?:XX)?XX\b|\bMM\/DD\/YYYY\b/giu, severity: 'stop' },
  { pattern: /\blorem ipsum\b|\bTBD\b|\bTODO\b/gu, severity: 'stop' },
  { pattern: /\[object Object\]|\$?\bNaN\b|(?<=[:$]\s?)(?:undefined|null)\b/gu, severity: 'stop' },
  { pattern: /\{\{[^\n]{0,80}?\}\}|\{%[^\n]{0,80}?%\}|<<[\w ]{1,40}>>/gu, severity: 'look' },
];

export function unfilledIn(letter: LetterToCheck, text: string): readonly (LetterFinding & Place)[] {
  // What people are called may look like anything.
  const typed = Object.values(letter.fill);
  return patterns.flatMap(({ pattern, severity }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const words = match[0];
      if (match[1] !== undefined && !names.has(match[1])) return [];
      if (typed.some((value) => value.includes(words))) return [];
      const place = { at: match.index, end: match.index + words.length };
      return [
        {
          code: 'NOT_FILLED_IN',
          severity,
          why: 'This place was never filled in. Fill in what it stands for, or take it out.',
          words: letter.text.slice(place.at, place.end),
          sentence: sentenceAround(letter.text, place),
          textId: null,
          source: null,
          ...place,
        },
      ];
    }),
  );
}

/** What is wrong with a letter, what stops it first; each with what to do about it. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { DocProblem } from '../../../../shared/templates/document/check-doc.ts';
import type { LetterNeed } from '../../../../shared/templates/fields.ts';
import { letterNeedWords } from '../../../../shared/templates/letter-words.ts';

export type FindingListProps = {
  readonly problems: readonly DocProblem[];
  readonly findings: OutputOf<'templates.check'>['findings'];
  /** Offered where an account would have to have something. */
  onNeed?(need: LetterNeed): void;
};

type Line = {
  readonly key: string;
  readonly stops: boolean;
  readonly text: string;
  readonly words: string;
  readonly cite: string;
  readonly need: LetterNeed | null;
};

export function FindingList({ problems, findings, onNeed }: FindingListProps) {
  const lines: readonly Line[] = [
    ...problems.map((one, at) => ({
      key: `${one.code}:${at}`,
      stops: one.severity === 'stop',
      text: one.text,
      words: '',
      cite: '',
      need: one.need ?? null,
    })),
    ...findings.map((one, at) => ({
      key: `${one.code}:${at}:${one.words}`,
      stops: one.severity === 'stop',
      text: one.why,
      words: one.words,
      cite: one.source?.cite ?? '',
      need: null,
    })),
  ].sort((a, b) => Number(b.stops) - Number(a.stops));
  if (lines.length === 0) return null;
  return (
    <ul className="template-findings">
      {lines.map(({ key, stops, text, words, cite, need }) => (
        <li key={key} data-stops={stops || undefined}>
          {stops ? (
            <IconBan size={16} aria-label="Stops the letter" />
          ) : (
            <IconAlertTriangle size={16} aria-label="Look at this" />
          )}
          <div>
            {words === '' ? null : <q className="template-finding-words">{words}</q>}
            <span>{text}</span>
            {cite === '' ? null : <span className="template-finding-cite">{cite}</span>}
            {need !== null && onNeed ? (
              <Button size="compact-xs" variant="default" mt={4} onClick={() => onNeed(need)}>
                Only for accounts with {letterNeedWords[need]}
              </Button>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

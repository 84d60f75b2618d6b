/**
 * What the check of a letter's wording found, beside the letter: each with the words as they stand, why, the law, and the way to put it right.
 * Not by color alone: what stops says so.
 */
import { Button } from '@mantine/core';
import { IconEye, IconHandStop } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { findApprovableText } from '../../../../shared/rules/wording/approvable.ts';
import { useGo } from '../../../bridge/navigation.ts';
import { ConfidenceMark } from '../../../components/confidence-mark.tsx';
import { ApprovedTextDialog } from './approved-text-dialog.tsx';

export type Finding = OutputOf<'letters.preview'>['findings'][number];

export type FindingsProps = {
  readonly findings: readonly Finding[];
  /** Shows where the words stand in the page. */
  show?: ((finding: Finding) => void) | undefined;
};

export function Findings({ findings, show }: FindingsProps) {
  const heading = useId();
  const [bringing, setBringing] = useState<string | null>(null);
  if (findings.length === 0) return null;
  const stops = findings.filter(({ severity }) => severity === 'stop').length;
  return (
    <section className="findings" aria-labelledby={heading}>
      <h3 id={heading} className="findings-heading" role="status">
        {headingOf(stops, findings.length - stops)}
      </h3>
      <ul className="findings-list">
        {findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be found twice, and the list is never reordered
          <li key={index} className="finding" data-severity={finding.severity}>
            <FindingItem finding={finding} show={show} bring={setBringing} />
          </li>
        ))}
      </ul>
      {bringing === null ? null : <ApprovedTextDialog textId={bringing} onClose={() => setBringing(null)} />}
    </section>
  );
}

function headingOf(stops: number, looks: number): string {
  const more = looks === 0 ? '' : `${looks} to read once more`;
  if (stops === 0) return `The wording may go; ${more}.`;
  const what = `${stops} ${stops === 1 ? 'fault stops' : 'faults stop'} this letter`;
  return more === '' ? `${what}.` : `${what}; ${more}.`;
}

type ItemProps = {
  readonly finding: Finding;
  show: FindingsProps['show'];
  bring(textId: string): void;
};

function FindingItem({ finding, show, bring }: ItemProps) {
  const go = useGo();
  const { severity, why, words, textId, source, code } = finding;
  const approvable = textId !== null && findApprovableText(textId) !== null;
  return (
    <>
      <span className="finding-severity">
        {severity === 'stop' ? <IconHandStop size={15} aria-hidden /> : <IconEye size={15} aria-hidden />}
        {severity === 'stop' ? 'Stops the letter' : 'Read once more'}
      </span>
      {words === '' ? null : <Quote finding={finding} />}
      <span className="finding-why">{why}</span>
      {source === null ? null : (
        <span className="finding-source">
          {source.cite} <ConfidenceMark confidence={source.confidence} />
        </span>
      )}
      <span className="finding-ways">
        {words === '' || show === undefined ? null : (
          <Button size="compact-xs" variant="default" onClick={() => show(finding)}>
            Show it on the page
          </Button>
        )}
        {approvable && textId !== null ? (
          <Button size="compact-xs" variant="default" onClick={() => bring(textId)}>
            Enter counsel’s wording…
          </Button>
        ) : null}
        {code === 'ROLE_UNKNOWN' ? (
          <Button size="compact-xs" variant="default" onClick={() => go('settings')}>
            Open Settings
          </Button>
        ) : null}
        {textOfTheLetter.has(code) ? (
          <Button size="compact-xs" variant="default" onClick={() => go('letters')}>
            Edit letters
          </Button>
        ) : null}
      </span>
    </>
  );
}

/** Mended where the letter is written. */
const textOfTheLetter: ReadonlySet<string> = new Set([
  'REQUIRED_TEXT_MISSING',
  'REQUIRED_TEXT_CHANGED',
  'REQUIRED_TEXT_UNKNOWN',
  'NOTICE_PART_MISSING',
  'NOTICE_TEXT_CHANGED',
  'NOT_FILLED_IN',
  'SUM_NOT_IN_LEDGER',
  'DAY_NOT_COMPUTED',
]);

/** The sentence with the words in it marked. */
function Quote({ finding: { sentence, words } }: { readonly finding: Finding }) {
  const shown = words.trim().replace(/\s+/g, ' ');
  const at = sentence.indexOf(shown);
  return (
    <q className="finding-quote">
      {at < 0 ? (
        <mark>{shown}</mark>
      ) : (
        <>
          {sentence.slice(0, at)}
          <mark>{shown}</mark>
          {sentence.slice(at + shown.length)}
        </>
      )}
    </q>
  );
}

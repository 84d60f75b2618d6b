/** Letters that do not go, together by their reason; each leads to its account, where it can be put right. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useGo } from '../../../bridge/navigation.ts';
import { DayText } from '../../../components/moments.tsx';
import { counted } from './count-words.ts';

export type LeftOutLetter = {
  readonly accountId: number;
  readonly debtorName: string;
  readonly number: string;
  readonly templateName: string;
  readonly why: string;
  readonly clearsOn: string | null;
};

/** Names shown of one reason before all are asked for. */
const first = 20;

export function LeftOut({ letters }: { readonly letters: readonly LeftOutLetter[] }) {
  const reasons = new Map<string, LeftOutLetter[]>();
  for (const letter of letters) reasons.set(letter.why, [...(reasons.get(letter.why) ?? []), letter]);
  if (letters.length === 0) return null;
  const most = [...reasons].sort((a, b) => b[1].length - a[1].length);
  return (
    <section aria-label="Left out, with the reasons" className="run-left-out">
      <h3 className="letters-heading">Left out</h3>
      {most.map(([why, those]) => (
        <details key={why} className="run-details">
          <summary>
            <span className="run-reason">{why}</span>{' '}
            <span className="letters-from">{counted(those.length, 'letter')}</span>
          </summary>
          <Names letters={those} />
        </details>
      ))}
    </section>
  );
}

function Names({ letters }: { readonly letters: readonly LeftOutLetter[] }) {
  const go = useGo();
  const [all, setAll] = useState(false);
  const shown = all ? letters : letters.slice(0, first);
  return (
    <ul className="run-names">
      {shown.map(({ accountId, debtorName, number, templateName, clearsOn }) => (
        <li key={`${accountId} ${templateName}`}>
          <button type="button" className="letters-open" onClick={() => go({ accountId })}>
            {debtorName}
          </button>{' '}
          {number}, {templateName}
          {clearsOn === null ? null : (
            <span className="letters-from">
              , may go from <DayText day={clearsOn} />
            </span>
          )}
        </li>
      ))}
      {shown.length < letters.length ? (
        <li>
          <Button size="compact-xs" variant="default" onClick={() => setAll(true)}>
            Show all {letters.length.toLocaleString('en-US')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

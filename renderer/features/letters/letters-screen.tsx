/** Letters that wait to be printed, and every letter that was made. Each part is its own file; here they only take their turn. */
import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCall } from '../../bridge/queries.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { LetterheadDialog } from './letterhead-dialog.tsx';
import { MadeLetters } from './made-letters.tsx';
import { usePrintRun } from './print-run.ts';
import { WaitingLetters } from './waiting-letters.tsx';
import './letters.css';

const parts = ['kept', 'waiting'] as const;
type Part = (typeof parts)[number];

const details: Readonly<Record<Part, string>> = {
  kept: 'Kept exactly as they were made',
  waiting: 'To be printed',
};

export function LettersScreen() {
  const [heading, setHeading] = useState(false);
  const waiting = useCall('letters.waitingCount', {}, { keepPrevious: true });
  const printing = usePrintRun(({ running, ended }) => running || ended);
  const [chosen, setChosen] = useState<Part | null>(null);
  const count = waiting.data?.waiting ?? 0;
  const at = chosen ?? (count > 0 || printing ? 'waiting' : 'kept');
  // Decided once: the list must not change under somebody when its last letter is printed.
  const known = waiting.data !== undefined;
  useEffect(() => {
    if (known) setChosen((now) => now ?? at);
  }, [known, at]);
  return (
    <div className="screen">
      <PageHeader title="Letters" detail={details[at]}>
        <SegmentedControl
          aria-label="Which letters are shown"
          value={at}
          onChange={(value) => setChosen(parts.find((part) => part === value) ?? 'kept')}
          data={[
            { value: 'kept', label: 'Made' },
            { value: 'waiting', label: `Waiting (${count.toLocaleString('en-US')})` },
          ]}
        />
        <Button variant="default" onClick={() => setHeading(true)}>
          Letterhead…
        </Button>
      </PageHeader>
      {at === 'waiting' ? <WaitingLetters /> : null}
      {at === 'kept' ? <MadeLetters /> : null}
      <LetterheadDialog opened={heading} onClose={() => setHeading(false)} />
    </div>
  );
}

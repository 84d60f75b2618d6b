/** Letters that wait to be printed, and every letter that was made. Each part is its own file; here they only take their turn. */
import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCall } from '../../bridge/queries.ts';
import { useRunAsk } from '../../bridge/run-ask.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { MadeLetters } from './made-letters.tsx';
import { MailTab } from './mail/mail-tab.tsx';
import { ToPrint } from './run/to-print.tsx';
import { LetterheadDialog } from './setup/letterhead-dialog.tsx';
import { PrintSetupDialog } from './setup/print-setup-dialog.tsx';
import './letters.css';

const parts = ['kept', 'waiting', 'mail'] as const;
type Part = (typeof parts)[number];

const details: Readonly<Record<Part, string>> = {
  kept: 'Kept exactly as they were made',
  waiting: 'What waits, and print runs',
  mail: 'What went to the post, and what came back',
};

export function LettersScreen() {
  const [heading, setHeading] = useState(false);
  const [printing, setPrinting] = useState(false);
  const waiting = useCall('letters.waitingCount', {}, { keepPrevious: true });
  const runs = useCall('runs.open', {}, { keepPrevious: true });
  const asked = useRunAsk();
  const [chosen, setChosen] = useState<Part | null>(null);
  const count = waiting.data?.waiting ?? 0;
  const open = runs.data?.runs.length ?? 0;
  const at = chosen ?? (count > 0 || open > 0 ? 'waiting' : 'kept');
  // Decided once: the list must not change under somebody when its last letter is printed.
  const known = waiting.data !== undefined && runs.data !== undefined;
  useEffect(() => {
    if (known) setChosen((now) => now ?? at);
  }, [known, at]);
  useEffect(() => {
    if (asked !== null) setChosen('waiting');
  }, [asked]);
  return (
    <div className="screen">
      <PageHeader title="Letters" detail={details[at]}>
        <SegmentedControl
          aria-label="Which letters are shown"
          value={at}
          onChange={(value) => setChosen(parts.find((part) => part === value) ?? 'kept')}
          data={[
            { value: 'kept', label: 'Made' },
            { value: 'waiting', label: `To print (${count.toLocaleString('en-US')})` },
            { value: 'mail', label: 'Mail' },
          ]}
        />
        <Button variant="default" onClick={() => setHeading(true)}>
          Letterhead…
        </Button>
        <Button variant="default" onClick={() => setPrinting(true)}>
          Print setup…
        </Button>
      </PageHeader>
      {at === 'waiting' ? <ToPrint /> : null}
      {at === 'kept' ? <MadeLetters /> : null}
      {at === 'mail' ? <MailTab /> : null}
      <LetterheadDialog opened={heading} onClose={() => setHeading(false)} />
      <PrintSetupDialog opened={printing} onClose={() => setPrinting(false)} />
    </div>
  );
}

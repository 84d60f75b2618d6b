/** Letters that wait to be printed, and every letter that was made. Each part is its own file; here they only take their turn. */
import { Button, Loader, SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCall } from '../../bridge/queries.ts';
import { useRunAsk } from '../../bridge/run-ask.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { MadeLetters } from './made-letters.tsx';
import { MailTab } from './mail/mail-tab.tsx';
import { askMailEntry } from './mail/mail-view.ts';
import { CounselTextsDialog } from './panel/counsel-texts-dialog.tsx';
import { ToPrint } from './run/to-print.tsx';
import { LetterheadDialog } from './setup/letterhead-dialog.tsx';
import { PrintSetupDialog } from './setup/print-setup-dialog.tsx';
import { useTemplateView } from './templates/template-view.ts';
import { TemplatesTab } from './templates/templates-tab.tsx';
import './letters.css';

// The editor is heavy and seldom wanted; it loads when the first letter is opened.
const TemplateEditor = lazy(() =>
  import('./templates/template-editor.tsx').then((module) => ({ default: module.TemplateEditor })),
);

const parts = ['kept', 'waiting', 'mail', 'templates'] as const;
type Part = (typeof parts)[number];

const details: Readonly<Record<Part, string>> = {
  kept: 'Kept exactly as they were made',
  waiting: 'What waits, and print runs',
  mail: 'What went to the post, and what came back',
  templates: 'What letters are made from',
};

export function LettersScreen() {
  const [heading, setHeading] = useState(false);
  const [printing, setPrinting] = useState(false);
  const [counsel, setCounsel] = useState(false);
  const waiting = useCall('letters.waitingCount', {}, { keepPrevious: true });
  const runs = useCall('runs.open', {}, { keepPrevious: true });
  const asked = useRunAsk();
  const [chosen, setChosen] = useState<Part | null>(null);
  const [library, setLibrary] = useTemplateView();
  const count = waiting.data?.waiting ?? 0;
  const open = runs.data?.runs.length ?? 0;
  const begin = count > 0 || open > 0 ? 'waiting' : 'kept';
  const at = chosen ?? (library?.open ? 'templates' : begin);
  // Decided once: the list must not change under somebody when its last letter is printed.
  const known = waiting.data !== undefined && runs.data !== undefined && library !== null;
  useEffect(() => {
    if (known) setChosen((now) => now ?? at);
  }, [known, at]);
  useEffect(() => {
    if (asked !== null) setChosen('waiting');
  }, [asked]);
  const mail = (runId: number) => {
    askMailEntry(runId);
    setChosen('mail');
  };
  if (at === 'templates' && library !== null && library.open !== null) {
    return (
      <div className="screen-fixed">
        <Suspense fallback={<Loader m="md" size="sm" role="status" aria-label="Opening the letter" />}>
          <TemplateEditor
            code={library.open}
            onOpen={(code) => setLibrary((now) => ({ ...now, open: code }))}
            onClose={() => setLibrary((now) => ({ ...now, open: null }))}
          />
        </Suspense>
      </div>
    );
  }
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
            { value: 'templates', label: 'Templates' },
          ]}
        />
        {at === 'templates' ? (
          <Button variant="default" onClick={() => setCounsel(true)}>
            Texts from counsel…
          </Button>
        ) : null}
        <Button variant="default" onClick={() => setHeading(true)}>
          Letterhead…
        </Button>
        <Button variant="default" onClick={() => setPrinting(true)}>
          Print setup…
        </Button>
      </PageHeader>
      {at === 'waiting' ? <ToPrint onMail={mail} /> : null}
      {at === 'kept' ? <MadeLetters /> : null}
      {at === 'mail' ? <MailTab /> : null}
      {at === 'templates' && library !== null ? <TemplatesTab view={library} onView={setLibrary} /> : null}
      <LetterheadDialog opened={heading} onClose={() => setHeading(false)} />
      <CounselTextsDialog opened={counsel} onClose={() => setCounsel(false)} />
      <PrintSetupDialog opened={printing} onClose={() => setPrinting(false)} />
    </div>
  );
}

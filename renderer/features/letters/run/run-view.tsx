/** One print run, from its making to the answer whether it came out well: always one thing to do next, and its letters below. */
import { Alert, Button, Group, Modal, Progress, Stack, Text, TextInput } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconDeviceFloppy,
  IconEye,
  IconMail,
  IconMailForward,
  IconPrinter,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { runStateWords } from '../../../../shared/text/run-words.ts';
import { act, ask } from '../../../bridge/calls.ts';
import { askForPieces } from '../../../bridge/pieces-ask.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText, InstantText } from '../../../components/moments.tsx';
import { PdfView } from '../../../components/pdf/pdf-view.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { PrintSetupDialog } from '../setup/print-setup-dialog.tsx';
import { counted } from './count-words.ts';
import { LeftOut } from './left-out.tsx';
import { makeRun, stopMaking, useMaking } from './making.ts';
import { PrintedWell } from './printed-well.tsx';
import { RunLetters } from './run-letters.tsx';

export type RunAnswer = OutputOf<'runs.get'>;
type RunViewProps = { readonly runId: number; onBack(): void; onMail(): void };

export function RunView({ runId, onBack, onMail }: RunViewProps) {
  const { data, error } = useCall('runs.get', { runId }, { keepPrevious: true });
  const heading = useRef<HTMLHeadingElement | null>(null);
  const state = data?.run.state;
  // Where a step ends, what had the focus is gone: the heading of the run takes it.
  useEffect(() => {
    if (state !== undefined && document.activeElement === document.body) heading.current?.focus();
  }, [state]);
  if (error) return <FaultAlert fault={error.fault} />;
  if (!data) return null;
  const { run, letters } = data;
  const out = letters.filter((letter) => letter.state === 'left_out' || letter.state === 'dropped');
  return (
    <section aria-label={`Print run ${run.name}`} className="run-view">
      <Group gap="xs">
        <Button variant="default" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={onBack}>
          Back
        </Button>
        <h2 className="run-title" ref={heading} tabIndex={-1}>
          {run.name}
        </h2>
        <Text size="sm" c="dimmed" component="div">
          {runStateWords[run.state]} · begun <InstantText at={run.madeAt} /> by {run.author}
        </Text>
      </Group>
      <NextThing answer={data} onMail={onMail} />
      <LeftOut letters={out.map((letter) => ({ ...letter, clearsOn: null }))} />
      <QueueAgain answer={data} />
      <RunLetters answer={data} />
    </section>
  );
}

/** What is to be done with the run now. */
type StepProps = { readonly answer: RunAnswer; onMail(): void };

function NextThing({ answer, onMail }: StepProps) {
  switch (answer.run.state) {
    case 'making':
      return <Making answer={answer} />;
    case 'made':
      return <ToPaper answer={answer} />;
    case 'printing':
      return (
        <Alert p="xs" color="yellow" icon={<IconPrinter size={18} aria-hidden />}>
          <Text size="sm" role="status">
            The letters are on their way to the printer.
          </Text>
        </Alert>
      );
    case 'asked':
      return <PrintedWell answer={answer} />;
    default:
      return <Over answer={answer} onMail={onMail} />;
  }
}

function Over({ answer: { run }, onMail }: StepProps) {
  const { printed, left_out: leftOut, dropped } = run.counts;
  return (
    <Group justify="space-between" gap="xs" className="run-next">
      <Text size="sm" role="status">
        {printed === 0
          ? 'No letter of this run was sent.'
          : `${counted(printed, 'letter was', 'letters were')} printed and ${printed === 1 ? 'counts' : 'count'} as sent.`}
        {leftOut + dropped === 0
          ? ''
          : ` ${counted(leftOut + dropped, 'letter was', 'letters were')} not sent.`}
      </Text>
      {printed === 0 ? null : (
        <Button leftSection={<IconMailForward size={15} aria-hidden />} onClick={onMail}>
          Enter as mailed…
        </Button>
      )}
    </Group>
  );
}

// ---- making ------------------------------------------------------------------------------------------------

function Making({ answer: { run } }: { readonly answer: RunAnswer }) {
  const making = useMaking();
  const [dropping, setDropping] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { made, planned } = run.counts;
  if (making.runId === run.runId) {
    const done = making.progress?.done ?? 0;
    const total = making.progress?.total ?? planned;
    return (
      <div role="status" className="run-next">
        <Group justify="space-between" gap="xs" mb={4}>
          <Text size="sm">
            Making the letters: {done.toLocaleString('en-US')} of {total.toLocaleString('en-US')}
            {making.progress && making.progress.leftOut > 0 ? `, ${making.progress.leftOut} left out` : ''}
          </Text>
          <Button size="compact-sm" variant="default" disabled={making.stopping} onClick={stopMaking}>
            {making.stopping ? 'Stopping' : 'Stop'}
          </Button>
        </Group>
        <Progress value={total === 0 ? 0 : (done * 100) / total} aria-label="Letters made" />
      </div>
    );
  }
  const finish = async () => {
    const answer = await act('runs.finishMaking', { runId: run.runId });
    setFault(answer.ok ? null : answer.error);
  };
  return (
    <div className="run-next">
      <FaultAlert fault={making.fault ?? fault} />
      <Group justify="space-between" gap="xs">
        <Text size="sm" role="status">
          {made === 0
            ? `${counted(planned, 'letter')} to be made.`
            : `${counted(made, 'letter')} made and kept; ${planned.toLocaleString('en-US')} still to be made.`}{' '}
          Nothing is printed.
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={() => setDropping(true)}>
            Drop the run…
          </Button>
          {made === 0 ? null : (
            <Button variant="default" onClick={() => void finish()}>
              Print only what is made…
            </Button>
          )}
          <Button onClick={() => void makeRun(run.runId)} disabled={making.runId !== null}>
            Go on making
          </Button>
        </Group>
      </Group>
      {dropping ? <DropDialog run={run} onClose={() => setDropping(false)} /> : null}
    </div>
  );
}

// ---- to the printer ----------------------------------------------------------------------------------------

type Pending = 'printer' | 'save' | 'anew' | 'outside' | null;

function ToPaper({ answer }: { readonly answer: RunAnswer }) {
  const { run, letters, outOfDate, saved, bothSides } = answer;
  const { runId } = run;
  const [pending, setPending] = useState<Pending>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [cover, setCover] = useState<Uint8Array | null>(null);
  const [dropping, setDropping] = useState(false);
  const [setting, setSetting] = useState(false);
  const printer = useCall('print.setup', {}).data?.setup.printer.printer;
  const [takeAway, setTakeAway] = useState<OutputOf<'runs.printedOutside'>['takeAway']>([]);
  const ready = letters.filter(({ state }) => state === 'made' || state === 'spoilt');
  const pages = ready.reduce((sum, letter) => sum + (letter.pages ?? 1), 0);
  const sheets = ready.reduce(
    (sum, { pages: of }) => sum + (bothSides ? Math.ceil((of ?? 1) / 2) : (of ?? 1)),
    0,
  );

  const doing = async (what: Pending, work: () => Promise<Fault | null>) => {
    setPending(what);
    setFault(null);
    const failed = await work();
    setPending(null);
    if (failed !== null && failed.code !== 'file.dialog_cancelled') setFault(failed);
  };
  const print = () =>
    doing('printer', async () => {
      const answer = await act('runs.print', { runId });
      return answer.ok ? null : answer.error;
    });
  const save = () =>
    doing('save', async () => {
      const answer = await act('runs.savePdf', { runId });
      if (answer.ok) showDone(`Saved as ${answer.value.fileName}.`);
      return answer.ok ? null : answer.error;
    });
  const anew = () =>
    doing('anew', async () => {
      const answer = await act('runs.makeAnew', { runId });
      if (answer.ok) void makeRun(runId);
      return answer.ok ? null : answer.error;
    });
  const outside = () =>
    doing('outside', async () => {
      const answer = await act('runs.printedOutside', { runId });
      if (answer.ok) setTakeAway(answer.value.takeAway);
      return answer.ok ? null : answer.error;
    });
  const look = () =>
    doing(null, async () => {
      const answer = await ask('runs.cover', { runId });
      if (answer.ok) setCover(answer.value.pdf);
      return answer.ok ? null : answer.error;
    });

  if (outOfDate !== null)
    return (
      <Alert p="xs" color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />} className="run-next">
        <FaultAlert fault={fault} />
        <Group justify="space-between" gap="xs">
          <Text size="sm">
            {counted(ready.length, 'letter is', 'letters are')} dated <DayText day={outOfDate} />, and days
            named in them count from then. Make them anew with today’s date before they are printed; nothing
            is sent twice.
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setDropping(true)}>
              Drop them…
            </Button>
            <Button loading={pending === 'anew'} onClick={() => void anew()}>
              Make them anew
            </Button>
          </Group>
        </Group>
        {dropping ? <DropDialog run={run} onClose={() => setDropping(false)} /> : null}
      </Alert>
    );
  return (
    <div className="run-next">
      <FaultAlert fault={fault} />
      <Group justify="space-between" gap="xs">
        <Text size="sm" role="status">
          {run.counts.printed > 0
            ? `${counted(ready.length, 'letter')} to be printed again, and no other: ${counted(sheets, 'sheet')}.`
            : `${counted(ready.length, 'letter')} on ${counted(sheets, 'sheet')}${pages === sheets ? '' : ` (${counted(pages, 'page')})`}, and a cover sheet.`}
        </Text>
        <Group gap="xs">
          <Button variant="default" disabled={pending !== null} onClick={() => setDropping(true)}>
            Drop them…
          </Button>
          <Button
            variant="default"
            leftSection={<IconEye size={15} aria-hidden />}
            disabled={pending !== null}
            onClick={() => void look()}
          >
            Cover sheet
          </Button>
          <Button
            variant="default"
            leftSection={<IconMail size={15} aria-hidden />}
            disabled={pending !== null}
            onClick={() => askForPieces({ source: { runId: run.runId }, words: run.name })}
          >
            Envelopes…
          </Button>
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={15} aria-hidden />}
            loading={pending === 'save'}
            disabled={pending !== null}
            onClick={() => void save()}
          >
            Save as PDF…
          </Button>
          <Button
            leftSection={<IconPrinter size={15} aria-hidden />}
            loading={pending === 'printer'}
            disabled={pending !== null}
            onClick={() => void print()}
          >
            Print
          </Button>
        </Group>
      </Group>
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {printer === undefined
            ? 'It goes straight to the printer, without a dialog.'
            : printer === ''
              ? 'It goes straight to this computer’s own printer, without a dialog.'
              : `It goes straight to ${printer}, without a dialog.`}{' '}
          {bothSides
            ? 'Every letter begins on a sheet of its own.'
            : 'One letter follows the other, on one side of each sheet.'}
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => setSetting(true)}>
          Print setup…
        </Button>
      </Group>
      <PrintSetupDialog opened={setting} onClose={() => setSetting(false)} />
      {saved ? (
        <Alert p="xs" color="blue">
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              The document was saved as a file. If you print it from there, say so: only then do its letters
              count, and none is printed a second time here.
            </Text>
            <Button
              size="compact-md"
              variant="default"
              loading={pending === 'outside'}
              disabled={pending !== null}
              onClick={() => void outside()}
            >
              I printed the file
            </Button>
          </Group>
        </Alert>
      ) : null}
      <TakeAway those={takeAway} />
      <Modal opened={cover !== null} onClose={() => setCover(null)} title="Cover sheet" size="56rem">
        <div className="pdf-large">{cover === null ? null : <PdfView pdf={cover} label="Cover sheet" />}</div>
      </Modal>
      {dropping ? <DropDialog run={run} onClose={() => setDropping(false)} /> : null}
    </div>
  );
}

function TakeAway({ those }: { readonly those: OutputOf<'runs.printedOutside'>['takeAway'] }) {
  if (those.length === 0) return null;
  return (
    <Alert p="xs" color="red" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
      <Text size="sm">Take these letters out of the stack; something happened since they were made:</Text>
      <ul className="run-names">
        {those.map(({ debtorName, why }) => (
          <li key={debtorName}>
            {debtorName}: {why}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

// ---- giving it up ------------------------------------------------------------------------------------------

type DropDialogProps = { readonly run: RunAnswer['run']; onClose(): void };

function DropDialog({ run, onClose }: DropDialogProps) {
  const [word, setWord] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const left = run.counts.planned + run.counts.made + run.counts.spoilt;
  const drop = async () => {
    const answer = await act('runs.drop', { runId: run.runId, word });
    if (!answer.ok) return setFault(answer.error);
    showDone(`${counted(left, 'letter was', 'letters were')} taken out of the run.`);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Drop ${counted(left, 'letter')} of “${run.name}”?`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (word.trim() !== '') void drop();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            They are not printed and do not count as sent. Those that waited before wait again and can go with
            another run.
            {run.counts.printed > 0 ? ' What came out well stays sent.' : ''}
          </Text>
          <TextInput
            label="Reason"
            withAsterisk
            data-autofocus
            maxLength={200}
            autoComplete="off"
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
          <FaultAlert fault={fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Keep the run
            </Button>
            <Button type="submit" color="red" disabled={word.trim() === ''}>
              Drop
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Of chosen accounts, those that did not go would be forgotten with the run. */
function QueueAgain({ answer: { run, letters } }: { readonly answer: RunAnswer }) {
  const [pending, setPending] = useState(false);
  const lost = letters.filter(
    ({ state, waits }) => (state === 'left_out' || state === 'dropped') && !waits,
  ).length;
  const open = run.state === 'making' || run.state === 'printing' || run.state === 'asked';
  if (lost === 0 || open) return null;
  const queue = async () => {
    setPending(true);
    const answer = await act('runs.queueLeftOut', { runId: run.runId });
    setPending(false);
    if (answer.ok && answer.value.queued > 0)
      showDone(`${counted(answer.value.queued, 'letter waits', 'letters wait')} for the next run.`);
  };
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" loading={pending} onClick={() => void queue()}>
        Let those left out wait for the next run
      </Button>
    </Group>
  );
}

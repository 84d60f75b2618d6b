/**
 * A paper of figures: the very PDF it will be, printed or saved from here. Its days can be changed before that. The exact
 * copy goes into the book before the paper comes out.
 */
import { Alert, Button, Checkbox, Chip, Group, Loader, Modal, Stack, TextInput } from '@mantine/core';
import { IconCheck, IconDeviceFloppy, IconMailOff, IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { PaperAsked } from '../../../shared/contract/papers.ts';
import { type TimelineKind, timelineKinds } from '../../../shared/contract/timeline.ts';
import { earliestDay, latestDay } from '../../../shared/domain/days.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { shippedPapers } from '../../../shared/templates/papers/library.ts';
import { timelineKindWords } from '../../../shared/text/labels.ts';
import { act, ask } from '../../bridge/calls.ts';
import { useDecision } from '../../bridge/decide.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PdfView } from '../../components/pdf/pdf-view.tsx';
import { showDone } from '../../components/toasts.tsx';
import './letters.css';

export type PaperDialogProps = {
  readonly opened: boolean;
  readonly asked: PaperAsked;
  onClose(): void;
};

export function PaperDialog({ opened, asked, onClose }: PaperDialogProps) {
  // A dialog that is open when it is first drawn would not know where the focus came from.
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  return (
    // Above a dialog it was asked for from; its place closes it on Escape.
    <Modal
      opened={shown}
      onClose={onClose}
      title={shippedPapers[asked.paper].name}
      size="56rem"
      zIndex={250}
      closeOnEscape={false}
    >
      <Paper key={JSON.stringify(asked)} first={asked} />
    </Modal>
  );
}

type Preview = OutputOf<'papers.preview'>;

function Paper({ first }: { readonly first: PaperAsked }) {
  const [asked, setAsked] = useState(first);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [pending, setPending] = useState<'preview' | 'print' | 'save' | null>('preview');
  const [round, setRound] = useState(0);
  const decision = useDecision(`decision:paper:${JSON.stringify(asked)}`.slice(0, 100));

  // biome-ignore lint/correctness/useExhaustiveDependencies: round asks for the same paper again
  useEffect(() => {
    let current = true;
    setPending('preview');
    setFault(null);
    setDone(null);
    ask('papers.preview', asked).then((answer) => {
      if (!current) return;
      setPending(null);
      setPreview(answer.ok ? answer.value : null);
      if (!answer.ok) setFault(answer.error);
    });
    return () => {
      current = false;
    };
  }, [asked, round]);

  const print = async (previewId: string) => {
    setPending('print');
    setFault(null);
    const answer = await decision.run((decided) => act('letters.print', { previewId, decision: decided }));
    setPending(null);
    if (!answer.ok) setFault(answer.error);
    else
      setDone(
        answer.value.printed ? 'Printed, and kept in the book.' : 'Kept in the book. It was not printed.',
      );
  };

  const save = async (previewId: string) => {
    setPending('save');
    setFault(null);
    const answer = await decision.run((decided) => act('letters.save', { previewId, decision: decided }));
    setPending(null);
    if (answer.ok) {
      setDone('Kept in the book.');
      showDone(`Saved as ${answer.value.fileName}.`);
    } else if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
  };

  const busy = pending !== null;
  const again = fault !== null && againAfter.has(fault.code);
  return (
    <Stack gap="xs" className="paper-view">
      <DecisionDialog asked={decision.asked} verb="Send" />
      <DayFields asked={asked} busy={busy} show={setAsked} />
      <FaultAlert fault={fault}>
        {again ? (
          <Button mt="xs" variant="default" onClick={() => setRound(round + 1)}>
            Make it again
          </Button>
        ) : null}
      </FaultAlert>
      {preview?.withoutAddress ? (
        <Alert color="yellow" icon={<IconMailOff size={18} aria-hidden />}>
          {preview.debtorName} has no usable address, so the sheet carries none. It can be handed over or
          saved; to mail it, add an address first.
        </Alert>
      ) : null}
      <Group gap="xs">
        <Button
          leftSection={<IconPrinter size={15} aria-hidden />}
          loading={pending === 'print'}
          disabled={busy || preview === null}
          onClick={() => preview && print(preview.previewId)}
          data-autofocus
        >
          Print…
        </Button>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={15} aria-hidden />}
          loading={pending === 'save'}
          disabled={busy || preview === null}
          onClick={() => preview && save(preview.previewId)}
        >
          Save as PDF…
        </Button>
        <div role="status">
          {pending === 'preview' ? <Loader size="sm" aria-label="Making the paper" /> : null}
          {done === null ? null : (
            <span className="letter-kept">
              <IconCheck size={16} aria-hidden />
              {done}
            </span>
          )}
        </div>
      </Group>
      {preview === null ? null : (
        <PdfView
          pdf={preview.pdf}
          label={`${shippedPapers[asked.paper].name}, ${preview.debtorName}, account ${preview.accountNumber}`}
        />
      )}
    </Stack>
  );
}

/** What another try may mend. */
const againAfter: ReadonlySet<string> = new Set([
  'letter.preview_expired',
  'letter.layout_failed',
  'call.failed',
]);

type DayFieldsProps = {
  readonly asked: PaperAsked;
  readonly busy: boolean;
  show(asked: PaperAsked): void;
};

/** The days a paper is about, where it has any; the paper is made anew when they are confirmed. */
function DayFields({ asked, busy, show }: DayFieldsProps) {
  const [typed, setTyped] = useState(asked);
  if (typed.paper === 'receipt' || typed.paper === 'coupons' || typed.paper === 'agreement') return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show(typed);
  };
  const field = (label: string, value: string, change: (day: string) => PaperAsked) => (
    <TextInput
      type="date"
      label={label}
      value={value}
      min={earliestDay}
      max={latestDay}
      required
      withAsterisk={false}
      onChange={(event) => setTyped(change(event.currentTarget.value))}
    />
  );
  return (
    <form onSubmit={submit} aria-label="Days of the paper">
      <Group gap="xs" align="flex-end">
        {typed.paper === 'statement' || typed.paper === 'contact-history' ? (
          <>
            {field('From', typed.fromOn, (fromOn) => ({ ...typed, fromOn }))}
            {field('To', typed.toOn, (toOn) => ({ ...typed, toOn }))}
          </>
        ) : typed.paper === 'payoff' ? (
          field('Good through', typed.goodThrough, (goodThrough) => ({ ...typed, goodThrough }))
        ) : (
          field('As of', typed.asOf, (asOf) => ({ ...typed, asOf }))
        )}
        {typed.paper === 'contact-history' ? (
          <Checkbox
            label="All accounts of the debtor"
            checked={typed.scope === 'debtor'}
            onChange={(event) =>
              setTyped({ ...typed, scope: event.currentTarget.checked ? 'debtor' : 'account' })
            }
            mb={8}
          />
        ) : null}
        <Button type="submit" variant="default" disabled={busy}>
          Show
        </Button>
      </Group>
      {typed.paper === 'contact-history' ? (
        <KindChips
          kinds={typed.kinds}
          onChange={(kinds) => {
            if (kinds.length > 0) setTyped({ ...typed, kinds: [...kinds] });
          }}
        />
      ) : null}
    </form>
  );
}

type KindChipsProps = {
  readonly kinds: readonly TimelineKind[];
  onChange(kinds: readonly TimelineKind[]): void;
};

/** What a contact history holds; it is made anew when “Show” is pressed. */
function KindChips({ kinds, onChange }: KindChipsProps) {
  return (
    <Group gap={6} mt="xs" role="group" aria-label="Includes">
      {timelineKinds.map((kind) => (
        <Chip
          key={kind}
          size="xs"
          checked={kinds.includes(kind)}
          onChange={(checked) =>
            onChange(
              // In the order of the timeline’s kinds, however they were chosen.
              timelineKinds.filter((one) => (one === kind ? checked : kinds.includes(one))),
            )
          }
        >
          {timelineKindWords[kind]}
        </Chip>
      ))}
    </Group>
  );
}

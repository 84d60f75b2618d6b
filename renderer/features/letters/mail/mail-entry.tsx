/**
 * Entering what was mailed: the letters of a run in its order, or all that were printed, with one service and postage for the pile, and
 * a label scanned for each. Half-done it outlives the screen, a lock and a crash; nothing is in the log before it is entered as a whole.
 */
import { Alert, Button, Checkbox, Group, Loader, Select, Table, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconBarcode, IconCheck } from '@tabler/icons-react';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { mostAtOnce, type WaitingPiece } from '../../../../shared/contract/mail.ts';
import { readArticle, showArticle } from '../../../../shared/domain/article-number.ts';
import { cutCardData } from '../../../../shared/domain/card-number.ts';
import { dayOfInstant, earliestDay, isDay } from '../../../../shared/domain/days.ts';
import {
  type MailClass,
  mailClasses,
  mailClassFacts,
  mostPostageCents,
} from '../../../../shared/domain/mail.ts';
import { formatCents, parseMoney } from '../../../../shared/domain/money.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { mailClassWords } from '../../../../shared/text/mail-words.ts';
import { act } from '../../../bridge/calls.ts';
import { useStoredView } from '../../../bridge/drafts.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { localZone } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { showMailLog } from './mail-view.ts';
import {
  currentOf,
  type Entry,
  type EntryRow,
  faultOfRow,
  readinessOf,
  scan,
  skipRow,
  typeNumber,
  undoScan,
} from './scan.ts';

const kept = z.object({
  mailedOn: z.string(),
  class: z.enum(mailClasses).nullable(),
  postage: z.string().max(20).nullable(),
  rows: z
    .array(
      z.object({
        letterId: z.number(),
        article: z.string().max(60),
        receipt: z.string().max(60),
        skipped: z.boolean(),
      }),
    )
    .max(mostAtOnce),
});
type Kept = z.output<typeof kept>;

export function MailEntry({ runId }: { readonly runId: number | null }) {
  const today = dayOfInstant(Date.now(), localZone());
  const key = `mail-entry:${runId ?? 'all'}`;
  const [view, setView] = useStoredView(key, kept, { mailedOn: today, class: null, postage: null, rows: [] });
  const waiting = useCall('mail.waiting', { runId, limit: mostAtOnce });
  const usual = useCall('mail.usual', {});
  const runs = useCall('mail.runs', { limit: 50 }, { enabled: runId !== null });
  const fault = waiting.error?.fault ?? usual.error?.fault;
  const name = runs.data?.runs.find((run) => run.runId === runId)?.name;
  return (
    <section aria-label="Enter what was mailed" className="mail-entry">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconArrowLeft size={15} aria-hidden />}
            onClick={showMailLog}
          >
            The log
          </Button>
          <h2 className="mail-heading">
            {runId === null ? 'Letters that were printed' : `Run: ${name ?? ''}`}
          </h2>
        </Group>
      </Group>
      <FaultAlert fault={fault} />
      {view === null || !waiting.data || !usual.data ? (
        fault ? null : (
          <Loader size="sm" role="status" aria-label="Opening the letters" />
        )
      ) : waiting.data.pieces.length === 0 ? (
        <Alert color="green" icon={<IconCheck size={18} aria-hidden />}>
          Every letter printed here is in the log.
        </Alert>
      ) : (
        <EntryForm
          key={key}
          runId={runId}
          today={today}
          pieces={waiting.data.pieces}
          more={waiting.data.next !== null}
          usual={usual.data}
          view={view}
          setView={setView}
        />
      )}
    </section>
  );
}

type Usual = {
  readonly class: MailClass;
  readonly postage: readonly { readonly class: MailClass; readonly postageCents: number }[];
};

type EntryFormProps = {
  readonly runId: number | null;
  readonly today: string;
  readonly pieces: readonly WaitingPiece[];
  readonly more: boolean;
  readonly usual: Usual;
  readonly view: Kept;
  setView(next: (now: Kept) => Kept): void;
};

function rowsOf(pieces: readonly WaitingPiece[], view: Kept): EntryRow[] {
  const before = new Map(view.rows.map((row) => [row.letterId, row]));
  return pieces.map(({ letterId, debtorName }) => {
    const row = before.get(letterId);
    return {
      letterId,
      debtorName,
      article: row?.article ?? '',
      receipt: row?.receipt ?? '',
      skipped: row?.skipped ?? false,
    };
  });
}

function usualPostage({ postage }: Usual, ofClass: MailClass): string {
  const cents = postage.find((one) => one.class === ofClass)?.postageCents ?? 0;
  return cents === 0 ? '' : formatCents(cents);
}

function EntryForm({ runId, today, pieces, more, usual, view, setView }: EntryFormProps) {
  const ofClass = view.class ?? usual.class;
  const postage = view.postage ?? usualPostage(usual, ofClass);
  const facts = mailClassFacts[ofClass];
  const [steps, setSteps] = useState<Pick<Entry, 'pointed' | 'trail'>>({ pointed: null, trail: [] });
  const entry: Entry = useMemo(() => ({ rows: rowsOf(pieces, view), ...steps }), [pieces, view, steps]);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<{ readonly taken: boolean; readonly words: string } | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState(false);
  const scanner = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLTableElement>(null);

  const change = ({ rows, pointed, trail }: Entry) => {
    setSteps({ pointed, trail });
    setView((now) => ({
      ...now,
      rows: rows.map(({ debtorName: _, ...row }) => row),
    }));
  };

  const current = facts.number === 'none' ? null : currentOf(entry);
  const currentId = current?.letterId ?? null;
  useEffect(() => {
    if (currentId === null) return;
    table.current?.querySelector(`[data-letter="${currentId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const takeScan = (event: FormEvent) => {
    event.preventDefault();
    const scanned = scan(entry, typed, ofClass);
    setSaid({ taken: scanned.taken, words: scanned.words });
    setFault(null);
    if (scanned.taken) {
      change(scanned.entry);
      setTyped('');
    } else scanner.current?.select();
  };

  const cents = postage.trim() === '' ? { ok: true as const, value: 0 } : parseMoney(postage);
  const postageIsFine = cents.ok && cents.value >= 0 && cents.value <= mostPostageCents;
  const dayIsFine = isDay(view.mailedOn) && view.mailedOn <= today && view.mailedOn >= earliestDay;
  const { going, withoutNumber, wrong } = readinessOf(entry, ofClass);
  const ready = going > 0 && withoutNumber === 0 && wrong === 0 && postageIsFine && dayIsFine;
  const notices = pieces.filter(
    ({ letterId, validationNotice }) =>
      validationNotice && entry.rows.some((row) => row.letterId === letterId && !row.skipped),
  ).length;

  const enter = async () => {
    if (!ready || pending || !cents.ok) return;
    setPending(true);
    setFault(null);
    const sent: InputOf<'mail.record'>['pieces'] = entry.rows
      .filter(({ skipped }) => !skipped)
      .map(({ letterId, article, receipt }) => ({
        letterId,
        class: ofClass,
        articleNumber: facts.number === 'none' ? '' : article.trim(),
        receiptNumber: facts.returnReceipt ? receipt.trim() : '',
        postageCents: cents.value,
      }));
    const answer = await act('mail.record', { mailedOn: view.mailedOn, runId, pieces: sent });
    setPending(false);
    if (!answer.ok) return setFault(answer.error);
    const { mailingIds, noticesBegun, verificationsSent } = answer.value;
    setView(() => ({ mailedOn: today, class: null, postage: null, rows: [] }));
    showDone(
      `${lettersWords(mailingIds.length)} entered as mailed.${noticesBegun === 0 ? '' : ` The validation period began for ${noticesBegun.toLocaleString('en-US')}.`}${verificationsSent === 0 ? '' : ` Verification is recorded as sent for ${verificationsSent.toLocaleString('en-US')}.`}`,
    );
    showMailLog();
  };

  const allSkipped = going === 0;
  return (
    <>
      <Group gap="sm" align="flex-start" mt="xs">
        <TextInput
          type="date"
          label="Mailed on"
          value={view.mailedOn}
          max={today}
          min={earliestDay}
          error={dayIsFine ? null : 'A day up to today.'}
          onChange={(event) => {
            const mailedOn = event.currentTarget.value;
            setView((now) => ({ ...now, mailedOn }));
          }}
        />
        <Select
          label="Service"
          allowDeselect={false}
          value={ofClass}
          onChange={(value) => {
            const chosen = mailClasses.find((one) => one === value);
            if (chosen) setView((now) => ({ ...now, class: chosen, postage: null }));
          }}
          data={mailClasses.map((one) => ({ value: one, label: mailClassWords[one] }))}
          w="15rem"
        />
        <TextInput
          label="Postage each"
          leftSection={<span aria-hidden>$</span>}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0.00"
          value={postage}
          maxLength={20}
          error={postageIsFine ? null : `A sum up to $${formatCents(mostPostageCents)}.`}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setView((now) => ({ ...now, postage: text }));
          }}
          onBlur={() => {
            if (cents.ok && postage.trim() !== '')
              setView((now) => ({ ...now, postage: formatCents(cents.value) }));
          }}
          w="8rem"
        />
        <div className="mail-enter">
          <Button loading={pending} disabled={!ready} onClick={() => void enter()}>
            Enter {lettersWords(going)} as mailed
          </Button>
          <Text size="xs" c="dimmed" role="status">
            {withoutNumber > 0
              ? `${lettersWords(withoutNumber)} still without a number.`
              : wrong > 0
                ? `${wrong.toLocaleString('en-US')} with a number that cannot be right.`
                : allSkipped
                  ? 'Every letter is left out.'
                  : notices > 0
                    ? `The validation period begins on this day for ${notices.toLocaleString('en-US')}.`
                    : ''}
          </Text>
        </div>
      </Group>
      <FaultAlert fault={fault} />
      {facts.number === 'none' ? null : (
        <div className="mail-scan">
          <form onSubmit={takeScan}>
            <TextInput
              ref={scanner}
              data-autofocus
              autoFocus
              label={
                current === null ? 'Scan a label' : `Scan the label of the letter to ${current.debtorName}`
              }
              description={
                facts.returnReceipt
                  ? 'A green card scanned after its letter goes to it by itself.'
                  : 'Each scan goes to the next letter of the list.'
              }
              leftSection={<IconBarcode size={16} aria-hidden />}
              value={typed}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </form>
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <div
              className="mail-said"
              data-refused={said?.taken === false || undefined}
              role={said?.taken === false ? 'alert' : 'status'}
            >
              {said === null ? null : said.taken ? (
                <IconCheck size={18} aria-hidden />
              ) : (
                <IconAlertTriangle size={18} aria-hidden />
              )}
              {said?.words ?? ''}
            </div>
            <Button
              variant="default"
              className="mail-undo"
              disabled={entry.trail.length === 0}
              onClick={() => {
                change(undoScan(entry));
                setSaid({ taken: true, words: 'The last scan was taken back.' });
                scanner.current?.focus();
              }}
            >
              Take back the last scan
            </Button>
          </Group>
        </div>
      )}
      {more ? (
        <Text size="sm">
          These are the {runId === null ? 'newest' : 'first'} {mostAtOnce.toLocaleString('en-US')}; the others
          come after they were entered.
        </Text>
      ) : null}
      <Table.ScrollContainer minWidth={860} className="letters-table mail-list">
        <Table ref={table} aria-label="Letters to enter">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36}>
                <Checkbox
                  size="xs"
                  aria-label="All of them were mailed"
                  checked={going === entry.rows.length}
                  indeterminate={going > 0 && going < entry.rows.length}
                  onChange={(event) => {
                    const skipped = !event.currentTarget.checked;
                    change({ ...entry, rows: entry.rows.map((row) => ({ ...row, skipped })) });
                  }}
                />
              </Table.Th>
              <Table.Th>To</Table.Th>
              <Table.Th>Letter</Table.Th>
              <Table.Th ta="right">Pages</Table.Th>
              {facts.number === 'none' ? null : <Table.Th>Number</Table.Th>}
              {facts.returnReceipt ? <Table.Th>Green card</Table.Th> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pieces.map((piece, index) => {
              const row = entry.rows[index];
              if (!row) return null;
              return (
                <PieceRow
                  key={piece.letterId}
                  piece={piece}
                  row={row}
                  current={current?.letterId === piece.letterId}
                  fault={faultOfRow(entry, row, ofClass)}
                  ofClass={ofClass}
                  onSkip={(skipped) => change(skipRow(entry, piece.letterId, skipped))}
                  onPoint={() => setSteps((now) => ({ ...now, pointed: piece.letterId }))}
                  onType={(field, text) => change(typeNumber(entry, piece.letterId, field, text))}
                />
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

function lettersWords(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'letter' : 'letters'}`;
}

type PieceRowProps = {
  readonly piece: WaitingPiece;
  readonly row: EntryRow;
  readonly current: boolean;
  readonly fault: string;
  readonly ofClass: MailClass;
  onSkip(skipped: boolean): void;
  onPoint(): void;
  onType(field: 'article' | 'receipt', text: string): void;
};

function PieceRow({ piece, row, current, fault, ofClass, onSkip, onPoint, onType }: PieceRowProps) {
  const facts = mailClassFacts[ofClass];
  const { debtorName } = piece;
  return (
    <Table.Tr
      className="mail-row"
      data-letter={piece.letterId}
      data-off={row.skipped || undefined}
      {...(current ? { 'aria-current': 'true' as const } : {})}
    >
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={`The letter to ${debtorName} was mailed`}
          checked={!row.skipped}
          onChange={(event) => onSkip(!event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td maw={260}>
        <b>{debtorName}</b>
        <div className="letters-from">{piece.address === '' ? piece.accountNumber : piece.address}</div>
      </Table.Td>
      <Table.Td>
        {piece.templateName}
        <div className="letters-from">No. {piece.letterId}</div>
      </Table.Td>
      <Table.Td ta="right">{piece.pages}</Table.Td>
      {facts.number === 'none' ? null : (
        <Table.Td>
          <TextInput
            size="xs"
            aria-label={`Number of the letter to ${debtorName}`}
            value={current || fault !== '' ? row.article : showArticle(row.article)}
            disabled={row.skipped}
            maxLength={60}
            autoComplete="off"
            error={fault === '' ? null : fault}
            onFocus={onPoint}
            onChange={(event) => onType('article', tidy(event.currentTarget.value))}
            className="mail-number"
            w="16.5rem"
          />
        </Table.Td>
      )}
      {facts.returnReceipt ? (
        <Table.Td>
          <TextInput
            size="xs"
            aria-label={`Green card of the letter to ${debtorName}`}
            value={showArticle(row.receipt)}
            disabled={row.skipped}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => onType('receipt', tidy(event.currentTarget.value))}
            className="mail-number"
            w="16.5rem"
          />
        </Table.Td>
      ) : null}
    </Table.Tr>
  );
}

/** A whole number is kept bare; anything else as it was typed, a card's number cut like everywhere. */
function tidy(text: string): string {
  const read = readArticle(text);
  return read.ok ? read.number : cutCardData(text);
}

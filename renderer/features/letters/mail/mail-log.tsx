/** The log of the post, the last entered first: looked through by words, days, service and what became of each piece. */
import { ActionIcon, Button, Group, Menu, Select, Table, Text, TextInput } from '@mantine/core';
import { IconDots, IconMailbox, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { MailPiece } from '../../../../shared/contract/mail.ts';
import { showArticle } from '../../../../shared/domain/article-number.ts';
import { isDay } from '../../../../shared/domain/days.ts';
import { mailClasses } from '../../../../shared/domain/mail.ts';
import { mailClassWords, mailStateWords, returnReasonTitle } from '../../../../shared/text/mail-words.ts';
import { act } from '../../../bridge/calls.ts';
import { useStoredView } from '../../../bridge/drafts.ts';
import { useExport } from '../../../bridge/exports.ts';
import { useGo } from '../../../bridge/navigation.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useReturnedMail } from '../../../bridge/returned-mail.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ExportButton } from '../../../components/export-button.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';

const perPage = 50;
const states = ['any', 'mailed', 'delivered', 'returned'] as const;

const storedView = z.object({
  text: z.string().max(200),
  from: z.string(),
  to: z.string(),
  class: z.enum(mailClasses).nullable(),
  state: z.enum(states),
  withWithdrawn: z.boolean(),
});
type View = z.output<typeof storedView>;
const plainView: View = { text: '', from: '', to: '', class: null, state: 'any', withWithdrawn: false };

const stateChoices = [
  { value: 'any', label: 'Everything' },
  { value: 'mailed', label: 'Nothing known yet' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'returned', label: 'Came back' },
];

const dayOr = (text: string) => (isDay(text) ? text : null);

export function MailLog() {
  const [view, setView] = useStoredView('mail-log', storedView, plainView);
  const [trail, setTrail] = useState<readonly (number | null)[]>([null]);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? view?.text ?? '';
  // What is typed is looked for once the hand rests.
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      setTrail([null]);
      setView((now) => ({ ...now, text: typed }));
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, setView]);
  const shown = view ?? plainView;
  const before = trail.at(-1) ?? null;
  const list = useCall(
    'mail.list',
    {
      text: shown.text,
      from: dayOr(shown.from),
      to: dayOr(shown.to),
      class: shown.class,
      state: shown.state,
      withWithdrawn: shown.withWithdrawn,
      before,
      limit: perPage,
    },
    { enabled: view !== null, keepPrevious: true },
  );
  const change = (part: Partial<View>) => {
    setTrail([null]);
    setView((now) => ({ ...now, ...part }));
  };
  const pieces = list.data?.pieces ?? [];
  const totals = list.data?.totals;
  const next = list.data?.next ?? null;
  const narrowed = JSON.stringify(shown) !== JSON.stringify(plainView);
  const openExport = useExport(() => [
    {
      label: 'Mail log',
      asked: {
        list: 'mail',
        text: shown.text,
        from: dayOr(shown.from),
        to: dayOr(shown.to),
        class: shown.class,
        state: shown.state,
        withWithdrawn: shown.withWithdrawn,
      },
    },
  ]);
  const [delivered, setDelivered] = useState<MailPiece | null>(null);
  const [withdrawing, setWithdrawing] = useState<MailPiece | null>(null);
  if (view === null) return null;
  return (
    <section aria-label="Mail log">
      <Group gap="xs" align="flex-end" role="search" className="mail-filters">
        <TextInput
          label="Search"
          placeholder="Name, account, or digits of a number"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
          flex="1 1 14rem"
        />
        <TextInput
          type="date"
          label="Mailed from"
          value={shown.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="to"
          value={shown.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
        <Select
          label="Service"
          clearable
          placeholder="Every service"
          value={shown.class}
          onChange={(value) => change({ class: mailClasses.find((one) => one === value) ?? null })}
          data={mailClasses.map((one) => ({ value: one, label: mailClassWords[one] }))}
          w="13rem"
        />
        <Select
          label="Outcome"
          allowDeselect={false}
          value={shown.state}
          onChange={(value) => change({ state: states.find((one) => one === value) ?? 'any' })}
          data={stateChoices}
          w="11rem"
        />
        <ExportButton disabled={pieces.length === 0} open={openExport} />
      </Group>
      <FaultAlert fault={list.error?.fault} />
      {list.data === undefined ? null : pieces.length === 0 && trail.length === 1 ? (
        narrowed ? (
          <EmptyState
            icon={<IconMailbox size={32} />}
            title="Nothing in the log fits"
            actions={
              <Button
                variant="default"
                onClick={() => {
                  setTyped(null);
                  setTrail([null]);
                  setView(plainView);
                }}
              >
                Show everything
              </Button>
            }
          >
            Try fewer words or more days.
          </EmptyState>
        ) : (
          <EmptyState icon={<IconMailbox size={32} />} title="The mail log is empty">
            Once letters are printed, enter here what went to the post: the service, the number on the label,
            the postage. It is your proof of mailing, and mail that comes back is found by it.
          </EmptyState>
        )
      ) : (
        <Table.ScrollContainer minWidth={980} className="letters-table">
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Mailed</Table.Th>
                <Table.Th>To</Table.Th>
                <Table.Th>Letter</Table.Th>
                <Table.Th>Service and number</Table.Th>
                <Table.Th ta="right">Postage</Table.Th>
                <Table.Th>Outcome</Table.Th>
                <Table.Th>By</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pieces.map((piece) => (
                <PieceRow
                  key={piece.mailingId}
                  piece={piece}
                  onDelivered={setDelivered}
                  onWithdraw={setWithdrawing}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Group justify="space-between" gap="xs" mt="xs">
        <Text size="sm" c="dimmed" role="status">
          {totals === undefined || totals.pieces === 0 ? '' : totalWords(totals)}
        </Text>
        <Group gap="xs">
          {pieces.length === 0 && !narrowed ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-pressed={shown.withWithdrawn}
              onClick={() => change({ withWithdrawn: !shown.withWithdrawn })}
            >
              {shown.withWithdrawn ? 'Hide withdrawn entries' : 'Show withdrawn entries'}
            </Button>
          )}
          {trail.length > 1 || next !== null ? (
            <>
              <Button
                variant="default"
                disabled={trail.length === 1}
                onClick={() => setTrail(trail.slice(0, -1))}
              >
                Newer
              </Button>
              <Button variant="default" disabled={next === null} onClick={() => setTrail([...trail, next])}>
                Older
              </Button>
            </>
          ) : null}
        </Group>
      </Group>
      {delivered === null ? null : <DeliveryDialog piece={delivered} onClose={() => setDelivered(null)} />}
      {withdrawing === null ? null : (
        <WithdrawDialog piece={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </section>
  );
}

type Totals = {
  readonly pieces: number;
  readonly postageCents: number;
  readonly delivered: number;
  readonly returned: number;
};

function totalWords({ pieces, postageCents, delivered, returned }: Totals) {
  const count = pieces.toLocaleString('en-US');
  return (
    <>
      {count} {pieces === 1 ? 'piece' : 'pieces'}, postage <Money cents={postageCents} />
      {delivered === 0 ? '' : `, ${delivered.toLocaleString('en-US')} delivered`}
      {returned === 0 ? '' : `, ${returned.toLocaleString('en-US')} came back`}
    </>
  );
}

type PieceRowProps = {
  readonly piece: MailPiece;
  onDelivered(piece: MailPiece): void;
  onWithdraw(piece: MailPiece): void;
};

function PieceRow({ piece, onDelivered, onWithdraw }: PieceRowProps) {
  const go = useGo();
  const askReturned = useReturnedMail();
  const { mailingId, letterId, accountId, addressId, validationNotice, outcome, state, withdrawn } = piece;
  const withdrawOutcome = async (returnId: number) => {
    const answer = await act('mail.withdrawOutcome', { returnId });
    if (!answer.ok) return void showFault(answer.error);
    showDone(
      answer.value.markStays
        ? 'Withdrawn. The address was marked again since, so its mark stays.'
        : 'Withdrawn. The address has the mark it had before.',
    );
  };
  return (
    <Table.Tr data-off={withdrawn || undefined} className="mail-piece">
      <Table.Td>
        <DayText day={piece.mailedOn} />
      </Table.Td>
      <Table.Td maw={240}>
        <button type="button" className="letters-open" onClick={() => go({ accountId })}>
          {piece.debtorName}
        </button>
        <div className="letters-from">{piece.address === '' ? piece.accountNumber : piece.address}</div>
      </Table.Td>
      <Table.Td>
        {piece.templateName}
        <div className="letters-from mail-one-line">No. {letterId}</div>
      </Table.Td>
      <Table.Td>
        {mailClassWords[piece.class]}
        {piece.articleNumber === '' ? null : (
          <div className="mail-number">{showArticle(piece.articleNumber)}</div>
        )}
        {piece.receiptNumber === '' ? null : (
          <div className="letters-from mail-number">Green card {showArticle(piece.receiptNumber)}</div>
        )}
        {piece.note === '' ? null : <div className="letters-from">{piece.note}</div>}
      </Table.Td>
      <Table.Td ta="right">
        <Money cents={piece.postageCents} />
      </Table.Td>
      <Table.Td maw={220}>
        {withdrawn ? (
          'Withdrawn'
        ) : outcome === null ? (
          <Text span size="sm" c="dimmed">
            Nothing known yet
          </Text>
        ) : (
          <>
            <b>{mailStateWords[state]}</b> <DayText day={outcome.on} />
            <div className="letters-from">
              {state === 'returned'
                ? returnReasonTitle(outcome.reason)
                : outcome.signedBy === ''
                  ? ''
                  : `Signed by ${outcome.signedBy}`}
            </div>
          </>
        )}
      </Table.Td>
      <Table.Td>{piece.author}</Table.Td>
      <Table.Td>
        {withdrawn ? null : (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="sm" color="gray" aria-label={`More for the letter to ${piece.debtorName}`}>
                <IconDots size={15} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {outcome === null ? (
                <>
                  <Menu.Item onClick={() => onDelivered(piece)}>Delivered…</Menu.Item>
                  <Menu.Item
                    onClick={() =>
                      askReturned({ accountId, mailingId, letterId, addressId, validationNotice })
                    }
                  >
                    Came back…
                  </Menu.Item>
                  <Menu.Divider />
                  <Menu.Item color="red.9" onClick={() => onWithdraw(piece)}>
                    Withdraw this entry…
                  </Menu.Item>
                </>
              ) : (
                <Menu.Item onClick={() => void withdrawOutcome(outcome.returnId)}>
                  {state === 'returned' ? 'It did not come back: withdraw' : 'It was not delivered: withdraw'}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function WithdrawDialog({ piece, onClose }: { readonly piece: MailPiece; onClose(): void }) {
  const [pending, setPending] = useState(false);
  const withdraw = async () => {
    setPending(true);
    const answer = await act('mail.withdraw', { mailingId: piece.mailingId });
    setPending(false);
    if (!answer.ok) return void showFault(answer.error);
    onClose();
    showDone('The entry was withdrawn. The letter waits to be entered again.');
  };
  return (
    <ConfirmDialog
      opened
      title="Withdraw this entry?"
      confirmLabel="Withdraw the entry"
      dangerous
      pending={pending}
      onConfirm={() => void withdraw()}
      onClose={onClose}
    >
      {piece.templateName} to {piece.debtorName} then counts as not mailed and waits to be entered again. A
      validation period its mailing began is withdrawn too. The entry stays in the log, marked as withdrawn.
    </ConfirmDialog>
  );
}

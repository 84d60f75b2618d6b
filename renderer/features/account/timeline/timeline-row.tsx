/** One thing that happened. Each kind has its own mark and its own words, so that colour is never needed. */
import { Menu, VisuallyHidden } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconBell,
  IconBellCheck,
  IconCalendarRepeat,
  IconCash,
  IconGavel,
  IconHeartHandshake,
  IconMail,
  IconMailbox,
  IconMessage,
  IconMessages,
  IconNote,
  IconPercentage,
  IconPhoneCall,
  IconPhoneIncoming,
  IconPhoneOutgoing,
  IconReceipt,
  IconRecordMail,
  IconScale,
  IconScissors,
  IconUsers,
  IconWalk,
  IconZoomQuestion,
} from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import type { ContactChannel } from '../../../../shared/domain/contact.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { paymentKinds } from '../../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import type { NoteKind } from '../../../../shared/domain/note.ts';
import {
  contactChannelWords,
  contactDirectionWords,
  contactOutcomeWords,
  contactPartyWords,
  entryKindWords,
  letterStateWords,
  noteKindWords,
  paymentMethodWords,
  planStateWords,
  promiseStateWords,
  rebuttalFactorWords,
  reminderStateWords,
} from '../../../../shared/text/labels.ts';

import { act } from '../../../bridge/calls.ts';
import { usePaper } from '../../../bridge/papers.ts';
import { clockWords, DayText, InstantText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { VerdictMark } from '../../../components/verdict-mark.tsx';
import { showSeconds } from '../panels/call-timer.ts';
import type { EntryItem, TimelineLine } from './fold-entries.ts';
import {
  AttachmentRow,
  ChangeRow,
  EventRow,
  HoldRow,
  MailRow,
  OfferRow,
  ReachRow,
  StrategyRow,
  TraceRow,
} from './more-rows.tsx';
import { type Icon, ItemMenu, type ItemOf, LongText, Row } from './row-parts.tsx';
import type { TakeBack } from './take-back-dialog.tsx';

export type TimelineRowProps = {
  readonly item: TimelineItem;
  readonly today: Day;
  /** The day the item stands under. */
  readonly day: Day;
  onAddToNote(noteId: number, text: string): void;
  onTakeBack(takeBack: TakeBack): void;
};

export type TimelineLineRowProps = Omit<TimelineRowProps, 'item'> & { readonly line: TimelineLine };

export const TimelineLineRow = memo(function TimelineLineRow({ line, ...row }: TimelineLineRowProps) {
  switch (line.line) {
    case 'item':
      return <TimelineRow {...row} item={line.item} />;
    case 'judgment':
      return <JudgmentRow judgment={line.judgment} merger={line.merger} />;
    case 'quiet':
      return <QuietRow entries={line.entries} row={row} />;
  }
});

const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { item } = props;
  switch (item.kind) {
    case 'note':
      return <NoteRow item={item} onAddToNote={props.onAddToNote} />;
    case 'contact':
      return <ContactRow item={item} onAddToNote={props.onAddToNote} />;
    case 'entry':
      return <EntryRow item={item} day={props.day} onTakeBack={props.onTakeBack} />;
    case 'letter':
      return (
        <Row
          item={item}
          icon={IconMail}
          title={`Letter: ${item.templateName}`}
          state={letterStateWords[item.state]}
        />
      );
    case 'mail':
      return <MailRow item={item} />;
    case 'promise':
      return <PromiseRow item={item} today={props.today} onTakeBack={props.onTakeBack} />;
    case 'plan':
      return <PlanRow item={item} onTakeBack={props.onTakeBack} />;
    case 'reminder':
      return <ReminderRow item={item} />;
    case 'offer':
      return <OfferRow item={item} />;
    case 'event':
      return <EventRow item={item} />;
    case 'hold':
      return <HoldRow item={item} />;
    case 'attachment':
      return <AttachmentRow item={item} />;
    case 'trace':
      return <TraceRow item={item} />;
    case 'reach':
      return <ReachRow item={item} />;
    case 'strategy':
      return <StrategyRow item={item} />;
    case 'change':
      return <ChangeRow item={item} />;
  }
});

const noteIcons: Readonly<Record<NoteKind, Icon>> = {
  note: IconNote,
  call: IconPhoneCall,
  visit: IconWalk,
  skip_trace: IconZoomQuestion,
  internal: IconUsers,
  legal: IconScale,
};

/** `Note`, `Note: legal`. */
export function noteTitle(kind: NoteKind): string {
  return kind === 'note' ? noteKindWords.note : `Note: ${noteKindWords[kind].toLowerCase()}`;
}

function PinItem({ noteId, pinned }: { readonly noteId: number; readonly pinned: boolean }) {
  return (
    <Menu.Item onClick={() => void setPinned(noteId, !pinned)}>
      {pinned ? 'Take the pin off' : 'Pin above the timeline'}
    </Menu.Item>
  );
}

function NoteRow({
  item,
  onAddToNote,
}: { readonly item: ItemOf<'note'> } & Pick<TimelineRowProps, 'onAddToNote'>) {
  return (
    <Row
      item={item}
      icon={item.addendumTo === null ? noteIcons[item.noteKind] : IconMessages}
      title={item.addendumTo === null ? noteTitle(item.noteKind) : 'Addendum to an earlier note'}
      state={item.pinned ? 'Pinned' : undefined}
      actions={
        <ItemMenu label="this note">
          <Menu.Item onClick={() => onAddToNote(item.addendumTo ?? item.noteId, item.text)}>
            Add to this note…
          </Menu.Item>
          <PinItem noteId={item.noteId} pinned={item.pinned} />
        </ItemMenu>
      }
    >
      <LongText text={item.text} />
    </Row>
  );
}

const channelIcons: Readonly<Record<ContactChannel, Icon>> = {
  call: IconPhoneOutgoing,
  voicemail: IconRecordMail,
  email: IconMail,
  text: IconMessage,
  letter: IconMailbox,
  visit: IconWalk,
  social: IconUsers,
  other: IconMessages,
};

function ContactRow({
  item,
  onAddToNote,
}: { readonly item: ItemOf<'contact'> } & Pick<TimelineRowProps, 'onAddToNote'>) {
  const { noteId, text } = item;
  const channel = contactChannelWords[item.channel].toLowerCase();
  const where = item.phone === null ? '' : ` ${item.direction === 'out' ? 'to' : 'from'} ${item.phone}`;
  const icon =
    item.channel === 'call' && item.direction === 'in' ? IconPhoneIncoming : channelIcons[item.channel];
  return (
    <Row
      item={item}
      icon={icon}
      title={contactOutcomeWords[item.outcome]}
      state={contactState(item)}
      actions={
        noteId === null || text === null ? undefined : (
          <ItemMenu label="this contact">
            <Menu.Item onClick={() => onAddToNote(noteId, text)}>Add to this note…</Menu.Item>
            <PinItem noteId={noteId} pinned={item.pinned} />
          </ItemMenu>
        )
      }
    >
      <p className="account-item-line">
        {contactDirectionWords[item.direction]} {channel}
        {where}
        {item.seconds === null ? '' : `, ${showSeconds(item.seconds)}`}
        {item.to === 'debtor' ? '' : `, for: ${partyOf(item)}`}
        {item.to === 'debtor' && item.partyName !== '' ? `, answered by ${item.partyName}` : ''}
      </p>
      <ScriptLine script={item.script} />
      <StoodInTheWay item={item} />
      {item.text === null || item.text === '' ? null : <LongText text={item.text} />}
    </Row>
  );
}

/** Of a call, whether anybody was spoken with: the two are different records. */
function contactState({ channel, conversation, pinned }: ItemOf<'contact'>): string | undefined {
  const words = [
    channel !== 'call' ? '' : conversation ? 'Conversation' : 'Attempt',
    pinned ? 'Pinned' : '',
  ].filter((word) => word !== '');
  return words.length === 0 ? undefined : words.join(', ');
}

function ScriptLine({ script }: Pick<ItemOf<'contact'>, 'script'>) {
  if (script === null) return null;
  const confirmed = script.confirmedAt === null ? null : clockWords(script.confirmedAt);
  return (
    <p className="account-item-line">
      <span>
        Script “{script.name}”, version {script.version}
      </span>
      {script.party === 'right_party' ? (
        <span>right party confirmed{confirmed === null ? '' : ` at ${confirmed}`}</span>
      ) : script.party === 'third_party' ? (
        <span>a third party answered</span>
      ) : null}
      <span>{script.exit === null ? 'ended on the way' : `ended with: ${script.exit}`}</span>
    </p>
  );
}

function partyOf({ to, partyName }: ItemOf<'contact'>): string {
  const words = contactPartyWords[to].toLowerCase();
  return partyName === '' ? words : `${partyName} (${words})`;
}

/** What the rules said against a contact when it was made, and why it was made all the same. */
function StoodInTheWay({ item }: { readonly item: ItemOf<'contact'> }) {
  if (item.direction === 'in' || (item.verdict !== 'blocked' && item.verdict !== 'undetermined')) return null;
  const factor = item.overrideFactor === null ? '' : ` (${rebuttalFactorWords[item.overrideFactor]})`;
  return (
    <p className="account-item-line" data-against>
      <VerdictMark outcome={item.verdict} /> {item.against ?? ''}
      {item.cite === null ? '' : ` (${item.cite})`}.{' '}
      {item.overrideReason === ''
        ? 'Recorded as it took place.'
        : `Reason given: ${item.overrideReason}${factor}`}
    </p>
  );
}

/** What an entry is called where a clerk reads it. */
function entryTitle(item: EntryItem): string {
  if (item.entryKind === 'interest' && item.derived) return 'Interest posted';
  if (item.entryKind === 'recovery') return 'Recovery after write-off';
  return `${entryKindWords[item.entryKind]}${item.reference === '' ? '' : ` ${item.reference}`}`;
}

function entryIcon(item: EntryItem): Icon {
  switch (item.entryKind) {
    case 'reversal':
      return IconArrowBackUp;
    case 'interest':
      return IconPercentage;
    case 'judgment':
    case 'merger':
      return IconGavel;
    case 'reallocation':
      return IconArrowsExchange;
    case 'credit':
    case 'discount':
    case 'adjustment':
    case 'settlement':
    case 'write_off':
      return IconScissors;
    default:
      return item.amountCents < 0 ? IconCash : IconReceipt;
  }
}

function EntryRow(props: { readonly item: EntryItem } & Pick<TimelineRowProps, 'day' | 'onTakeBack'>) {
  const { item, day } = props;
  const takenBack = item.reversedByEntryId !== null;
  return (
    <Row
      item={item}
      icon={entryIcon(item)}
      off={takenBack}
      title={entryTitle(item)}
      state={takenBack ? (item.entryKind === 'reversal' ? 'Put back' : 'Taken back') : undefined}
      figures={<EntryFigures amountCents={item.amountCents} balanceCents={item.balanceAfterCents} />}
      actions={<EntryMenu item={item} onTakeBack={props.onTakeBack} />}
    >
      <EntryLine item={item} day={day} />
      {item.memo === '' ? null : <LongText text={item.memo} />}
      {item.applications.length === 0 ? null : <AppliedTo applications={item.applications} />}
    </Row>
  );
}

type EntryFiguresProps = { readonly amountCents: number; readonly balanceCents: number };

function EntryFigures({ amountCents, balanceCents }: EntryFiguresProps) {
  return (
    <>
      <span className="account-item-amount">
        <VisuallyHidden>Amount </VisuallyHidden>
        <Money cents={amountCents} />
      </span>
      <span className="account-item-balance">
        Balance <Money cents={balanceCents} />
      </span>
    </>
  );
}

/** What the ledger derived goes with what it was derived from, so it has no menu. */
function EntryMenu({
  item,
  onTakeBack,
}: { readonly item: EntryItem } & Pick<TimelineRowProps, 'onTakeBack'>) {
  const paper = usePaper();
  if (item.derived || item.reversedByEntryId !== null) return null;
  const { entryId, amountCents, effectiveOn, receiptId } = item;
  const words = entryKindWords[item.entryKind];
  const name = `${words.toLowerCase()} of ${formatDollars(Math.abs(amountCents))}`;
  if (item.entryKind === 'reversal') {
    return (
      <ItemMenu label={name}>
        <Menu.Item onClick={() => onTakeBack({ what: 'reversal', entryId, amountCents })}>
          Put it back…
        </Menu.Item>
      </ItemMenu>
    );
  }
  const paid = paymentKinds.some((kind) => kind === item.entryKind);
  return (
    <ItemMenu label={name}>
      {receiptId === null ? null : (
        <Menu.Item onClick={() => paper({ paper: 'receipt', receiptId })}>Print receipt…</Menu.Item>
      )}
      <Menu.Item
        onClick={() =>
          onTakeBack(
            paid
              ? { what: 'payment', entryId, words, amountCents, effectiveOn }
              : { what: 'entry', entryId, words, amountCents },
          )
        }
      >
        Take back…
      </Menu.Item>
    </ItemMenu>
  );
}

type JudgmentRowProps = { readonly judgment: EntryItem; readonly merger: EntryItem };

function JudgmentRow({ judgment, merger }: JudgmentRowProps) {
  const vacated = judgment.reversedByEntryId !== null;
  const balanceCents =
    judgment.entryId > merger.entryId ? judgment.balanceAfterCents : merger.balanceAfterCents;
  return (
    <Row
      item={judgment}
      icon={IconGavel}
      off={vacated}
      title={entryKindWords.judgment}
      state={vacated ? 'Vacated' : undefined}
      figures={
        <EntryFigures amountCents={judgment.amountCents + merger.amountCents} balanceCents={balanceCents} />
      }
    >
      <p className="account-item-line">
        <span>
          of <DayText day={judgment.effectiveOn} />
        </span>
        <span>
          <Money cents={judgment.amountCents} /> awarded in place of <Money cents={-merger.amountCents} />
        </span>
      </p>
      {judgment.basis === '' ? null : <p className="account-item-line">Allowed by {judgment.basis}</p>}
    </Row>
  );
}

type QuietRowProps = {
  readonly entries: readonly EntryItem[];
  readonly row: Omit<TimelineRowProps, 'item'>;
};

/** What the ledger put right by itself, folded. */
function QuietRow({ entries, row }: QuietRowProps) {
  const [open, setOpen] = useState(false);
  const moved = entries.every((entry) => entry.entryKind === 'reallocation');
  return (
    <>
      <li className="account-item account-item-quiet" data-kind="entry">
        <span className="account-item-mark" aria-hidden>
          <IconArrowsExchange size={14} />
        </span>
        <div className="account-item-body">
          {moved ? 'Payments spread anew' : 'Interest reckoned anew'}{' '}
          <button
            type="button"
            className="account-link"
            aria-expanded={open}
            onClick={() => setOpen((now) => !now)}
          >
            {open ? 'Hide' : 'Show'} {entries.length} {entries.length === 1 ? 'entry' : 'entries'}
          </button>
        </div>
      </li>
      {open ? entries.map((entry) => <TimelineRow key={entry.key} {...row} item={entry} />) : null}
    </>
  );
}

/** How and when: the method, the entry's own day where it is not the heading's, when it falls due, what allows it. */
function EntryLine({ item, day }: { readonly item: EntryItem; readonly day: Day }) {
  const ownDay = item.effectiveOn === day ? null : item.effectiveOn;
  const received = item.receivedOn === null || item.receivedOn === item.effectiveOn ? null : item.receivedOn;
  const parts = [
    item.method === null ? null : paymentMethodWords[item.method],
    item.entryKind === 'recovery' && item.reference !== '' ? item.reference : null,
    received === null ? null : (
      <>
        received <DayText day={received} />
      </>
    ),
    ownDay === null ? null : (
      <>
        {item.derived ? 'to' : item.method === null || received !== null ? 'counts from' : 'received'}{' '}
        <DayText day={ownDay} />
      </>
    ),
    item.dueOn === null || item.derived ? null : (
      <>
        due <DayText day={item.dueOn} />
      </>
    ),
    item.basis === '' ? null : `allowed by ${item.basis}`,
    item.allowedBy === '' ? null : `allowed by ${item.allowedBy}`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return (
    <p className="account-item-line">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never change places
        <span key={index}>{part}</span>
      ))}
    </p>
  );
}

/** The most charges named at once under a payment. */
const mostNamed = 3;

function AppliedTo({ applications }: Pick<ItemOf<'entry'>, 'applications'>) {
  const [all, setAll] = useState(false);
  const shown = all ? applications : applications.slice(0, mostNamed);
  return (
    <ul className="account-applied">
      {shown.map((application, index) => (
        // The same charge can be named twice, so only the place tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <li key={index}>
          <Money cents={Math.abs(application.cents)} /> {application.cents < 0 ? 'taken off' : 'to'}{' '}
          {application.reference === ''
            ? entryKindWords[application.entryKind].toLowerCase()
            : application.reference}
          {application.dueOn === null ? null : (
            <>
              {' '}
              due <DayText day={application.dueOn} />
            </>
          )}
        </li>
      ))}
      {applications.length > mostNamed && !all ? (
        <li>
          <button type="button" className="account-link" onClick={() => setAll(true)}>
            and {applications.length - mostNamed} more
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function PromiseRow(
  props: { readonly item: ItemOf<'promise'> } & Pick<TimelineRowProps, 'today' | 'onTakeBack'>,
) {
  const { item, today, onTakeBack } = props;
  const { promiseId, amountCents, dueOn } = item;
  return (
    <Row
      item={item}
      icon={IconHeartHandshake}
      off={item.state === 'cancelled'}
      title={`Promise of ${formatDollars(amountCents)}`}
      state={promiseStateWords[item.state]}
      actions={
        item.state === 'open' || item.state === 'broken' ? (
          <ItemMenu label={`promise of ${formatDollars(amountCents)}`}>
            <Menu.Item onClick={() => onTakeBack({ what: 'promise', promiseId, amountCents, dueOn })}>
              Cancel promise…
            </Menu.Item>
          </ItemMenu>
        ) : undefined
      }
    >
      <p className="account-item-line">
        To be paid by{' '}
        {item.state === 'open' ? <DayText day={dueOn} today={today} /> : <DayText day={dueOn} />}
      </p>
    </Row>
  );
}

function PlanRow({
  item,
  onTakeBack,
}: { readonly item: ItemOf<'plan'> } & Pick<TimelineRowProps, 'onTakeBack'>) {
  const { planId, totalCents } = item;
  return (
    <Row
      item={item}
      icon={IconCalendarRepeat}
      off={item.state === 'cancelled'}
      title={`Plan over ${formatDollars(totalCents)}`}
      state={planStateWords[item.state]}
      actions={
        item.state === 'active' ? (
          <ItemMenu label="this plan">
            <Menu.Item onClick={() => onTakeBack({ what: 'plan', planId, totalCents })}>
              Cancel plan…
            </Menu.Item>
          </ItemMenu>
        ) : undefined
      }
    >
      <p className="account-item-line">
        {item.count} {item.count === 1 ? 'instalment' : 'instalments'}, <DayText day={item.firstOn} /> to{' '}
        <DayText day={item.lastOn} />
      </p>
    </Row>
  );
}

function ReminderRow({ item }: { readonly item: ItemOf<'reminder'> }) {
  return (
    <Row
      item={item}
      icon={item.state === 'done' ? IconBellCheck : IconBell}
      off={item.state === 'cancelled'}
      title="Reminder"
      state={reminderStateWords[item.state]}
      actions={
        item.state === 'open' ? (
          <ItemMenu label="this reminder">
            <Menu.Item onClick={() => void endReminder('reminders.done', item.reminderId, 'Reminder done.')}>
              Done
            </Menu.Item>
            <Menu.Item
              onClick={() => void endReminder('reminders.cancel', item.reminderId, 'Reminder cancelled.')}
            >
              Cancel reminder
            </Menu.Item>
          </ItemMenu>
        ) : undefined
      }
    >
      <LongText text={item.text} />
      <p className="account-item-line">
        For <InstantText at={item.dueAt} />
      </p>
    </Row>
  );
}

async function endReminder(
  call: 'reminders.done' | 'reminders.cancel',
  reminderId: number,
  words: string,
): Promise<void> {
  const result = await act(call, { reminderId });
  if (!result.ok) return void showFault(result.error);
  if (call === 'reminders.cancel') return void showDone(words);
  showDone(words, {
    undo: () =>
      void act('reminders.reopen', { reminderId }).then((reopened) => {
        if (!reopened.ok) showFault(reopened.error);
      }),
  });
}

async function setPinned(noteId: number, pinned: boolean): Promise<void> {
  const result = await act(pinned ? 'notes.pin' : 'notes.unpin', { noteId });
  if (result.ok)
    showDone(pinned ? 'Pinned above the timeline.' : 'The pin is off. The note stays where it was.');
  else showFault(result.error);
}

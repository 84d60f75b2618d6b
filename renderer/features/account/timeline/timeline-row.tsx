/** One thing that happened. Each kind has its own mark and its own words, so that colour is never needed. */
import { Menu, VisuallyHidden } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBell,
  IconBellCheck,
  IconCalendarRepeat,
  IconCash,
  IconDots,
  IconHeartHandshake,
  IconMail,
  IconMailbox,
  IconMessage,
  IconMessages,
  IconNote,
  IconPhoneIncoming,
  IconPhoneOutgoing,
  IconReceipt,
  IconRecordMail,
  IconWalk,
} from '@tabler/icons-react';
import { type ComponentType, memo, type ReactNode, useRef, useState } from 'react';
import type { TimelineItem, TimelineKind } from '../../../../shared/contract/timeline.ts';
import type { ContactChannel } from '../../../../shared/domain/contact.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import {
  contactChannelWords,
  contactDirectionWords,
  contactOutcomeWords,
  entryKindWords,
  letterStateWords,
  paymentMethodWords,
  planStateWords,
  promiseStateWords,
  reminderStateWords,
} from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { DayText, InstantText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { showSeconds } from '../panels/call-timer.ts';
import type { TakeBack } from './take-back-dialog.tsx';

type ItemOf<K extends TimelineKind> = Extract<TimelineItem, { kind: K }>;
type Icon = ComponentType<{ size?: number }>;

export type TimelineRowProps = {
  readonly item: TimelineItem;
  readonly today: Day;
  /** The day the item stands under. */
  readonly day: Day;
  onAddToNote(noteId: number, text: string): void;
  onTakeBack(takeBack: TakeBack): void;
};

export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { item } = props;
  switch (item.kind) {
    case 'note':
      return <NoteRow item={item} onAddToNote={props.onAddToNote} />;
    case 'contact':
      return <ContactRow item={item} />;
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
    case 'promise':
      return <PromiseRow item={item} today={props.today} onTakeBack={props.onTakeBack} />;
    case 'plan':
      return <PlanRow item={item} onTakeBack={props.onTakeBack} />;
    case 'reminder':
      return <ReminderRow item={item} />;
  }
});

type RowProps = {
  readonly item: TimelineItem;
  readonly icon: Icon;
  readonly title: ReactNode;
  /** A word for how it stands. */
  readonly state?: ReactNode;
  /** Figures, right-aligned. */
  readonly figures?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  readonly off?: boolean;
};

function Row({ item, icon: Mark, title, state, figures, actions, children, off = false }: RowProps) {
  return (
    <li className="account-item" data-kind={item.kind} data-off={off || undefined}>
      <span className="account-item-mark" aria-hidden>
        <Mark size={16} />
      </span>
      <div className="account-item-body">
        <div className="account-item-head">
          <span className="account-item-title">{title}</span>
          {state === undefined ? null : <span className="account-item-state">{state}</span>}
          <span className="account-item-meta">
            <InstantText at={item.at} timeOnly /> {item.author}
          </span>
        </div>
        {children}
      </div>
      {figures === undefined ? null : <div className="account-item-figures">{figures}</div>}
      {actions === undefined ? null : <div className="account-item-actions">{actions}</div>}
    </li>
  );
}

/** The menu of one item; its label says which item it belongs to. It is built only when it is asked for. */
function ItemMenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  // The button is made anew when the menu goes; the focus goes back to it.
  const returning = useRef(false);
  const button = (
    <button
      ref={(made) => {
        if (!made || !returning.current) return;
        returning.current = false;
        made.focus();
      }}
      type="button"
      className="account-more"
      aria-haspopup="menu"
      aria-expanded={open}
      aria-label={`More for ${label}`}
      onClick={() => setOpen(true)}
    >
      <IconDots size={16} aria-hidden />
    </button>
  );
  if (!open) return button;
  return (
    <Menu
      position="bottom-end"
      defaultOpened
      onClose={() => {
        returning.current = true;
        setOpen(false);
      }}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

/** Texts longer than this are cut until asked for. */
const cutAfter = 480;

function LongText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  const long = text.length > cutAfter;
  return (
    <p className="account-item-text">
      {long && !whole ? `${text.slice(0, cutAfter).trimEnd()}… ` : text}
      {long ? (
        <button type="button" className="account-link" onClick={() => setWhole((now) => !now)}>
          {whole ? ' Show less' : 'Show all'}
        </button>
      ) : null}
    </p>
  );
}

function NoteRow({
  item,
  onAddToNote,
}: { readonly item: ItemOf<'note'> } & Pick<TimelineRowProps, 'onAddToNote'>) {
  return (
    <Row
      item={item}
      icon={item.addendumTo === null ? IconNote : IconMessages}
      title={item.addendumTo === null ? 'Note' : 'Addendum to an earlier note'}
      actions={
        <ItemMenu label="this note">
          <Menu.Item onClick={() => onAddToNote(item.addendumTo ?? item.noteId, item.text)}>
            Add to this note…
          </Menu.Item>
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
  other: IconMessages,
};

function ContactRow({ item }: { readonly item: ItemOf<'contact'> }) {
  const channel = contactChannelWords[item.channel].toLowerCase();
  const where = item.phone === null ? '' : ` ${item.direction === 'out' ? 'to' : 'from'} ${item.phone}`;
  const icon =
    item.channel === 'call' && item.direction === 'in' ? IconPhoneIncoming : channelIcons[item.channel];
  return (
    <Row item={item} icon={icon} title={contactOutcomeWords[item.outcome]}>
      <p className="account-item-line">
        {contactDirectionWords[item.direction]} {channel}
        {where}
        {item.seconds === null ? '' : `, ${showSeconds(item.seconds)}`}
      </p>
      {item.text === null || item.text === '' ? null : <LongText text={item.text} />}
    </Row>
  );
}

function EntryRow(props: { readonly item: ItemOf<'entry'> } & Pick<TimelineRowProps, 'day' | 'onTakeBack'>) {
  const { item, day, onTakeBack } = props;
  const takenBack = item.reversedByEntryId !== null;
  const words = entryKindWords[item.entryKind];
  const icon =
    item.entryKind === 'reversal' ? IconArrowBackUp : item.amountCents < 0 ? IconCash : IconReceipt;
  return (
    <Row
      item={item}
      icon={icon}
      off={takenBack}
      title={`${words}${item.reference === '' ? '' : ` ${item.reference}`}`}
      state={takenBack ? 'Taken back' : undefined}
      figures={
        <>
          <span className="account-item-amount">
            <VisuallyHidden>Amount </VisuallyHidden>
            <Money cents={item.amountCents} />
          </span>
          <span className="account-item-balance">
            Balance <Money cents={item.balanceAfterCents} />
          </span>
        </>
      }
      actions={
        takenBack || item.entryKind === 'reversal' ? undefined : (
          <ItemMenu label={`${words.toLowerCase()} of ${formatDollars(Math.abs(item.amountCents))}`}>
            <Menu.Item
              onClick={() =>
                onTakeBack({ what: 'entry', entryId: item.entryId, words, amountCents: item.amountCents })
              }
            >
              Take back…
            </Menu.Item>
          </ItemMenu>
        )
      }
    >
      <EntryLine item={item} day={day} />
      {item.memo === '' ? null : <LongText text={item.memo} />}
      {item.applications.length === 0 ? null : <AppliedTo applications={item.applications} />}
    </Row>
  );
}

/** How and when: the method, the entry's own day where it is not the heading's, and when it falls due. */
function EntryLine({ item, day }: { readonly item: ItemOf<'entry'>; readonly day: Day }) {
  const ownDay = item.effectiveOn === day ? null : item.effectiveOn;
  if (item.method === null && ownDay === null && item.dueOn === null) return null;
  return (
    <p className="account-item-line">
      {item.method === null ? null : <span>{paymentMethodWords[item.method]}</span>}
      {ownDay === null ? null : (
        <span>
          {item.method === null ? 'dated' : 'received'} <DayText day={ownDay} />
        </span>
      )}
      {item.dueOn === null ? null : (
        <span>
          due <DayText day={item.dueOn} />
        </span>
      )}
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
          {application.reference === '' ? 'charge' : application.reference}
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

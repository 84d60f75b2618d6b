/** Rows of the timeline for what surrounds the work: offers, events, holds, files, searches, statuses, strategies, changes. */
import {
  IconAddressBook,
  IconArrowBarRight,
  IconAt,
  IconFileTypeDoc,
  IconHandStop,
  IconLock,
  IconLockOpen,
  IconMailCheck,
  IconMailForward,
  IconMailOff,
  IconPaperclip,
  IconPencil,
  IconRoute,
  IconScale,
  IconSearch,
  IconTag,
} from '@tabler/icons-react';
import { showArticle } from '../../../../shared/domain/article-number.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { detailWords, eventTitle } from '../../../../shared/templates/event-words.ts';
import { attachmentKindWords } from '../../../../shared/text/file-words.ts';
import {
  accountChangeWords,
  addressStatusWords,
  emailStatusWords,
  holdKindWords,
  offerOutcomeWords,
  phoneStatusWords,
  planKindWords,
  wordOf,
} from '../../../../shared/text/labels.ts';
import { copyNotes, mailTitle } from '../../../../shared/text/mail-words.ts';
import { traceOutcomeWords, traceSourceWords } from '../../../../shared/text/trace-words.ts';
import { DayText, InstantText } from '../../../components/moments.tsx';
import { type Icon, type ItemOf, LongText, Row } from './row-parts.tsx';

export function OfferRow({ item }: { readonly item: ItemOf<'offer'> }) {
  const what = planKindWords[item.offerKind].toLowerCase();
  return (
    <Row
      item={item}
      icon={IconTag}
      off={item.state === 'withdrawn' || item.state === 'lapsed'}
      title={`${item.madeBy === 'office' ? 'Offered' : 'Debtor offers'}: ${what} of ${formatDollars(item.totalCents)}`}
      state={offerOutcomeWords[item.state]}
    >
      {item.expiresOn === null && item.reason === '' ? null : (
        <p className="account-item-line">
          {item.expiresOn === null ? null : (
            <span>
              good through <DayText day={item.expiresOn} />
            </span>
          )}
          {item.reason === '' ? null : <span>{item.reason}</span>}
        </p>
      )}
    </Row>
  );
}

const eventTurns = { recorded: '', ended: 'Ended: ', withdrawn: 'Withdrawn as a mistake: ' } as const;

export function EventRow({ item }: { readonly item: ItemOf<'event'> }) {
  const { turn, eventKind, detail, source, reason, memo } = item;
  const said = turn === 'recorded' ? detailWords({ kind: eventKind, detail }) : [reason];
  return (
    <Row
      item={item}
      icon={IconScale}
      off={turn === 'recorded' && item.over}
      title={`${eventTurns[turn]}${eventTitle({ kind: eventKind, detail })}`}
      state={turn === 'recorded' && item.over ? 'Over' : undefined}
    >
      <p className="account-item-line">
        <span>
          of <DayText day={item.on} />
        </span>
        {said.map((phrase) => (phrase === '' ? null : <span key={phrase}>{phrase}</span>))}
        {source === '' ? null : <span>source: {source}</span>}
      </p>
      {memo === '' ? null : <LongText text={memo} />}
    </Row>
  );
}

export function HoldRow({ item }: { readonly item: ItemOf<'hold'> }) {
  return (
    <Row
      item={item}
      icon={IconHandStop}
      off={item.endedAt !== null}
      title={`Hold: ${wordOf(holdKindWords, item.holdKind)}`}
      state={item.endedAt === null ? undefined : 'Ended'}
    >
      <p className="account-item-line">
        <span>
          from <DayText day={item.fromOn} />
        </span>
        {item.untilOn === null ? null : (
          <span>
            until <DayText day={item.untilOn} />
          </span>
        )}
        {item.reason === '' ? null : <span>{item.reason}</span>}
        {item.endedAt === null ? null : (
          <span>
            ended <InstantText at={item.endedAt} />
            {item.endedReason === '' ? '' : `: ${item.endedReason}`}
          </span>
        )}
      </p>
    </Row>
  );
}

export function AttachmentRow({ item }: { readonly item: ItemOf<'attachment'> }) {
  return (
    <Row
      item={item}
      icon={IconPaperclip}
      off={item.removedReason !== null}
      title={`File: ${item.name}`}
      state={item.removedReason === null ? undefined : 'Removed'}
    >
      <p className="account-item-line">
        <span>{wordOf(attachmentKindWords, item.fileKind)}</span>
        <span>
          of <DayText day={item.onDay} />
        </span>
        {item.removedReason === null ? null : <span>removed: {item.removedReason}</span>}
      </p>
      {item.description === '' ? null : <LongText text={item.description} />}
    </Row>
  );
}

const mailIcons: Readonly<Record<ItemOf<'mail'>['turn'], Icon>> = {
  mailed: IconMailForward,
  delivered: IconMailCheck,
  returned: IconMailOff,
  word: IconFileTypeDoc,
  email: IconAt,
};

export function MailRow({ item }: { readonly item: ItemOf<'mail'> }) {
  const { turn, onDay, articleNumber, signedBy, to, note, withdrawn } = item;
  return (
    <Row
      item={item}
      icon={mailIcons[turn]}
      off={withdrawn}
      title={mailTitle(item)}
      state={withdrawn ? 'Withdrawn' : undefined}
    >
      <p className="account-item-line">
        {onDay === null ? null : (
          <span>
            on <DayText day={onDay} />
          </span>
        )}
        {articleNumber === '' ? null : <span>{showArticle(articleNumber)}</span>}
        {signedBy === '' ? null : <span>signed by {signedBy}</span>}
        {to === '' ? null : <span>to {to}</span>}
        {turn === 'word' || turn === 'email' ? <span>{copyNotes[turn]}</span> : null}
        {note === '' ? null : <span>{note}</span>}
      </p>
    </Row>
  );
}

export function TraceRow({ item }: { readonly item: ItemOf<'trace'> }) {
  return (
    <Row
      item={item}
      icon={IconSearch}
      title={`Skip trace: ${wordOf(traceSourceWords, item.source)}`}
      state={traceOutcomeWords[item.outcome]}
    >
      <p className="account-item-line">
        <span>
          tried <DayText day={item.triedOn} />
        </span>
        {item.asked === '' ? null : <span>asked: {item.asked}</span>}
      </p>
      {item.found === '' ? null : <LongText text={item.found} />}
    </Row>
  );
}

const reachNames = { phone: 'Number', address: 'Address', email: 'E-mail address' } as const;
const reachWords = { phone: phoneStatusWords, address: addressStatusWords, email: emailStatusWords } as const;

export function ReachRow({ item }: { readonly item: ItemOf<'reach'> }) {
  const words: Readonly<Record<string, string>> = reachWords[item.reach];
  return (
    <Row
      item={item}
      icon={IconAddressBook}
      title={`${reachNames[item.reach]} ${item.what}: ${wordOf(words, item.toStatus)}`}
    >
      <p className="account-item-line">
        <span>was: {wordOf(words, item.fromStatus)}</span>
        {item.why === '' ? null : <span>{item.why}</span>}
      </p>
    </Row>
  );
}

const stepOutcomes = { done: 'Done', left_out: 'Left out', refused: 'Not allowed' } as const;

export function StrategyRow({ item }: { readonly item: ItemOf<'strategy'> }) {
  const { step, turn, name } = item;
  const title =
    turn === 'entered'
      ? `Strategy begun: ${name}`
      : turn === 'ended'
        ? `Strategy over: ${name}`
        : `Strategy “${name}”, step ${step?.number ?? ''}: ${(step?.kind ?? '').replaceAll('_', ' ')}`;
  return (
    <Row
      item={item}
      icon={IconRoute}
      off={step !== null && step.outcome !== 'done'}
      title={title}
      state={step === null ? undefined : stepOutcomes[step.outcome]}
    >
      {item.detail === '' ? null : <p className="account-item-line">{item.detail}</p>}
    </Row>
  );
}

const changeIcons: Readonly<Record<ItemOf<'change'>['what'], Icon>> = {
  closed: IconLock,
  reopened: IconLockOpen,
  next_step: IconArrowBarRight,
  renamed: IconPencil,
};

export function ChangeRow({ item }: { readonly item: ItemOf<'change'> }) {
  const { what, text, onDay } = item;
  const cleared = what === 'next_step' && text === '' && onDay === null;
  return (
    <Row
      item={item}
      icon={changeIcons[what]}
      title={cleared ? 'Next step taken off' : accountChangeWords[what]}
    >
      {text === '' && onDay === null ? null : (
        <p className="account-item-line">
          {text === '' ? null : <span>{what === 'renamed' ? `was: ${text}` : text}</span>}
          {onDay === null ? null : (
            <span>
              on <DayText day={onDay} />
            </span>
          )}
        </p>
      )}
    </Row>
  );
}

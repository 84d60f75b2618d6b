/** Items of the timeline as lines of a contact history: the same words as on the screen, complete and without anything folded. */

import type { TimelineItem, TimelineKind } from '../../contract/timeline.ts';
import { showArticle } from '../../domain/article-number.ts';
import { dayOfInstant } from '../../domain/days.ts';
import { formatDollars } from '../../domain/money.ts';
import { dayWords } from '../../text/day-words.ts';
import { attachmentKindWords } from '../../text/file-words.ts';
import {
  accountChangeWords,
  addressStatusWords,
  contactChannelWords,
  contactDirectionWords,
  contactOutcomeWords,
  contactPartyWords,
  emailStatusWords,
  entryKindWords,
  holdKindWords,
  letterStateWords,
  noteKindWords,
  offerOutcomeWords,
  paymentMethodWords,
  phoneStatusWords,
  planKindWords,
  planStateWords,
  promiseStateWords,
  rebuttalFactorWords,
  reminderStateWords,
  verdictOutcomeWords,
  wordOf,
} from '../../text/labels.ts';
import { copyNotes, mailTitle } from '../../text/mail-words.ts';
import { fullMomentWords, timeWords } from '../../text/moment-words.ts';
import { traceOutcomeWords, traceSourceWords } from '../../text/trace-words.ts';
import { detailWords, eventTitle } from '../event-words.ts';
import type { HistoryLine } from './paper-facts.ts';

type ItemOf<K extends TimelineKind> = Extract<TimelineItem, { kind: K }>;
type Said = Pick<HistoryLine, 'what' | 'details' | 'text' | 'verdict'>;

/** `letterVerdict` is what the rules said of a letter, by its id; the timeline does not carry it. */
export function historyLineOf(
  item: TimelineItem,
  zone: string,
  letterVerdict: (letterId: number) => ItemOf<'contact'>['verdict'],
): HistoryLine {
  return {
    day: dayOfInstant(item.at, zone),
    time: timeWords(item.at, zone),
    author: item.author,
    account: item.account?.number ?? '',
    ...say(item, zone, letterVerdict),
  };
}

function said(what: string, details: readonly (string | false | null)[] = [], text = '', verdict = ''): Said {
  return {
    what,
    details: details.filter((detail): detail is string => typeof detail === 'string' && detail !== ''),
    text,
    verdict,
  };
}

function say(
  item: TimelineItem,
  zone: string,
  letterVerdict: (letterId: number) => ItemOf<'contact'>['verdict'],
): Said {
  switch (item.kind) {
    case 'note':
      return said(
        item.addendumTo === null
          ? item.noteKind === 'note'
            ? noteKindWords.note
            : `Note: ${noteKindWords[item.noteKind].toLowerCase()}`
          : 'Addendum to an earlier note',
        [],
        item.text,
      );
    case 'contact':
      return contact(item, zone);
    case 'entry':
      return said(
        `${entryKindWords[item.entryKind]}${item.reference === '' ? '' : ` ${item.reference}`}: ${formatDollars(item.amountCents)}`,
        [
          `counts from ${dayWords(item.effectiveOn)}, balance after it ${formatDollars(item.balanceAfterCents)}`,
          item.method !== null && `by ${paymentMethodWords[item.method].toLowerCase()}`,
          item.reversedByEntryId !== null && 'taken back later',
        ],
        item.memo,
      );
    case 'letter': {
      const verdict = letterVerdict(item.letterId);
      return said(
        `Letter: ${item.templateName}`,
        [letterStateWords[item.state].toLowerCase()],
        '',
        verdict === null ? '' : verdictOutcomeWords[verdict],
      );
    }
    case 'mail':
      return said(
        `${item.withdrawn ? 'Withdrawn: ' : ''}${mailTitle(item)}`,
        [
          item.onDay !== null && `on ${dayWords(item.onDay)}`,
          item.articleNumber !== '' && `number ${showArticle(item.articleNumber)}`,
          item.signedBy !== '' && `signed by ${item.signedBy}`,
          item.to !== '' && `to ${item.to}`,
          (item.turn === 'word' || item.turn === 'email') && copyNotes[item.turn],
        ],
        item.note,
      );
    case 'promise':
      return said(`Promise of ${formatDollars(item.amountCents)} by ${dayWords(item.dueOn)}`, [
        `stands as: ${promiseStateWords[item.state].toLowerCase()}`,
      ]);
    case 'plan':
      return said(`Plan over ${formatDollars(item.totalCents)}`, [
        `${item.count} ${item.count === 1 ? 'installment' : 'installments'}, ${dayWords(item.firstOn)} to ${dayWords(item.lastOn)}`,
        `stands as: ${planStateWords[item.state].toLowerCase()}`,
      ]);
    case 'reminder':
      return said(
        'Reminder set',
        [`for ${fullMomentWords(item.dueAt, zone)}`, reminderStateWords[item.state].toLowerCase()],
        item.text,
      );
    case 'offer':
      return said(
        `${item.madeBy === 'office' ? 'Offer of the office' : 'Offer of the debtor'}: ${planKindWords[item.offerKind].toLowerCase()} of ${formatDollars(item.totalCents)}`,
        [
          item.expiresOn !== null && `good through ${dayWords(item.expiresOn)}`,
          offerOutcomeWords[item.state].toLowerCase(),
          item.reason,
        ],
      );
    case 'event': {
      const title = eventTitle({ kind: item.eventKind, detail: item.detail });
      const turn = { recorded: '', ended: 'Ended: ', withdrawn: 'Withdrawn as a mistake: ' }[item.turn];
      return said(
        `${turn}${title}`,
        [
          `of ${dayWords(item.on)}`,
          ...detailWords({ kind: item.eventKind, detail: item.detail }),
          item.source !== '' && `source: ${item.source}`,
          item.reason,
        ],
        item.memo,
      );
    }
    case 'hold':
      return said(`Hold: ${wordOf(holdKindWords, item.holdKind)}`, [
        `from ${dayWords(item.fromOn)}${item.untilOn === null ? '' : ` until ${dayWords(item.untilOn)}`}`,
        item.reason,
        item.endedAt !== null &&
          `ended ${fullMomentWords(item.endedAt, zone)}${item.endedReason === '' ? '' : `: ${item.endedReason}`}`,
      ]);
    case 'attachment':
      return said(
        `File: ${item.name}`,
        [
          `${wordOf(attachmentKindWords, item.fileKind).toLowerCase()} of ${dayWords(item.onDay)}`,
          item.removedReason !== null && `removed: ${item.removedReason}`,
        ],
        item.description,
      );
    case 'trace':
      return said(
        `Skip trace: ${wordOf(traceSourceWords, item.source)}`,
        [
          `tried ${dayWords(item.triedOn)}: ${traceOutcomeWords[item.outcome].toLowerCase()}`,
          item.asked !== '' && `asked: ${item.asked}`,
        ],
        item.found,
      );
    case 'reach': {
      const words: Readonly<Record<string, string>> = {
        phone: phoneStatusWords,
        address: addressStatusWords,
        email: emailStatusWords,
      }[item.reach];
      const name = { phone: 'Number', address: 'Address', email: 'E-mail address' }[item.reach];
      return said(`${name} ${item.what}: ${wordOf(words, item.toStatus)}`, [
        `was: ${wordOf(words, item.fromStatus)}`,
        item.why,
      ]);
    }
    case 'strategy':
      return said(
        item.turn === 'entered'
          ? `Strategy begun: ${item.name}`
          : item.turn === 'ended'
            ? `Strategy over: ${item.name}`
            : `Strategy “${item.name}”, step ${item.step?.number ?? ''}: ${(item.step?.kind ?? '').replaceAll('_', ' ')}`,
        [item.detail],
      );
    case 'change':
      return said(accountChangeWords[item.what], [
        item.what === 'renamed' ? `was: ${item.text}` : item.text,
        item.onDay !== null && `on ${dayWords(item.onDay)}`,
      ]);
  }
}

function contact(item: ItemOf<'contact'>, zone: string): Said {
  const { channel, direction, phone, seconds, conversation, script, verdict } = item;
  const party =
    item.to === 'debtor'
      ? ''
      : `for: ${item.partyName === '' ? '' : `${item.partyName}, `}${contactPartyWords[item.to].toLowerCase()}`;
  const factor = item.overrideFactor === null ? '' : ` (${rebuttalFactorWords[item.overrideFactor]})`;
  const way = `${contactDirectionWords[direction]} ${contactChannelWords[channel].toLowerCase()}`;
  return said(
    contactOutcomeWords[item.outcome],
    [
      `${way}${phone === null ? '' : ` ${direction === 'out' ? 'to' : 'from'} ${phone}`}${
        seconds === null ? '' : `, ${durationWords(seconds)}`
      }`,
      channel === 'call' && (conversation ? 'a conversation' : 'an attempt'),
      party,
      script !== null && `script “${script.name}”, version ${script.version}`,
      script?.confirmedAt != null && `right party confirmed at ${timeWords(script.confirmedAt, zone)}`,
      script !== null &&
        (script.exit === null ? 'script left on the way' : `script ended with: ${script.exit}`),
    ],
    item.text ?? '',
    verdict === null || direction === 'in'
      ? ''
      : [
          verdictOutcomeWords[verdict],
          verdict === 'allowed' || item.against === null
            ? ''
            : `: ${item.against}${item.cite === null ? '' : ` (${item.cite})`}`,
          item.overrideReason === '' ? '' : `. Reason given: ${item.overrideReason}${factor}`,
        ].join(''),
  );
}

/** `1 min 5 s` */
function durationWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}

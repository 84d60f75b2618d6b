/** “May I call now?”, always in sight: the answer, the first reason, the debtor’s clock, the calls counted, and the other channels. */
import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { ContactChannel } from '../../../../shared/domain/contact.ts';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { contactChannelWords } from '../../../../shared/text/labels.ts';
import { useMinute } from '../../../bridge/use-minute.ts';
import { useWhy } from '../../../bridge/why.ts';
import { KeyHint } from '../../../components/key-hint.tsx';
import { VerdictMark } from '../../../components/verdict-mark.tsx';
import { plainAct, reachBy } from './reach-words.ts';
import { useVerdict } from './use-verdict.ts';
import { callCap, changeWords, comesLater, localTimesWords } from './verdict-words.ts';

export type VerdictStripProps = {
  readonly account: AccountFacts;
  /** `null` while it is read. */
  readonly law: OutputOf<'law.account'> | null;
  readonly zone: string;
};

const others = ['text', 'email', 'letter'] as const;

export function VerdictStrip({ account, law, zone }: VerdictStripProps) {
  const now = useMinute();
  const why = useWhy();
  const call = plainAct('call', account.debtor);
  const { verdict, fault } = useVerdict(account.accountId, call, now);
  // An hour says nothing where there is no number to call.
  const change = verdict === null || call.phoneId === null ? null : changeWords(verdict, now, zone);
  const reason = verdict?.primary ?? null;
  return (
    <section className="law-strip" aria-label="May I contact this person now?">
      <div className="law-strip-answer" role="status">
        <span className="law-strip-question">May I call now?</span>
        {verdict === null ? (
          <span className="law-dim">{fault === null ? 'Asking the rules…' : 'Unclear'}</span>
        ) : (
          <VerdictMark outcome={verdict.outcome} later={comesLater(verdict)} />
        )}
        {change === null ? null : <span className="law-strip-change">{change}</span>}
        {call.phoneId === null ? <span className="law-strip-change">no number in use</span> : null}
        {fault === null ? null : <span className="law-strip-reason">{sentenceOf(fault).what}</span>}
        {reason === null ? null : (
          <span className="law-strip-reason" title={reason.text}>
            {reason.text}
          </span>
        )}
      </div>
      <div className="law-strip-facts">
        {verdict === null ? null : (
          <span className="law-strip-fact">
            <span className="law-dim">Their time</span> {localTimesWords(verdict.zones, now)}
          </span>
        )}
        {law === null ? null : <CallsUsed law={law} />}
        <ul className="law-chips" aria-label="Other channels">
          {others.map((channel) => (
            <li key={channel}>
              <ChannelChip account={account} channel={channel} now={now} />
            </li>
          ))}
        </ul>
        <Button
          className="law-why"
          size="compact-xs"
          variant="default"
          leftSection={<IconScale size={14} aria-hidden />}
          rightSection={<KeyHint keys="W" />}
          aria-keyshortcuts="W Alt+W"
          onClick={() => why?.({ channel: 'call' })}
        >
          Why
        </Button>
      </div>
    </section>
  );
}

function CallsUsed({ law }: { readonly law: OutputOf<'law.account'> }) {
  const { used } = law.call;
  const cap = callCap(law.profile, law.consumerDebt);
  return (
    <span
      className="law-strip-fact"
      data-full={cap !== null && used !== null && used >= cap ? true : undefined}
    >
      <span className="law-dim">Calls in 7 days</span> {used ?? '–'}
      {cap === null ? '' : ` of ${cap}`}
    </span>
  );
}

type ChipProps = { readonly account: AccountFacts; readonly channel: ContactChannel; readonly now: number };

function ChannelChip({ account, channel, now }: ChipProps) {
  const why = useWhy();
  const act = plainAct(channel, account.debtor);
  const { verdict } = useVerdict(account.accountId, act, now);
  const name = contactChannelWords[channel];
  const by = reachBy(channel);
  const none =
    (by === 'phone' && act.phoneId === null) ||
    (by === 'email' && act.emailId === null) ||
    (by === 'address' && act.addressId === null);
  return (
    <button type="button" className="law-chip" onClick={() => why?.({ channel })}>
      <span>{channel === 'text' ? 'Text' : name}</span>{' '}
      {none ? (
        <span className="law-dim">{by === 'phone' ? 'no number' : 'no address'}</span>
      ) : verdict === null ? (
        <span className="law-dim">…</span>
      ) : (
        <VerdictMark outcome={verdict.outcome} later={comesLater(verdict)} />
      )}
    </button>
  );
}

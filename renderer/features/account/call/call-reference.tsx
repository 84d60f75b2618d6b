/** Beside the script: what is owed and why, the workshop, what the law says, and the last contacts. Covered while it may not be seen. */
import { Loader, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { type Day, dayOfInstant } from '../../../../shared/domain/days.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { contactChannelWords, contactOutcomeWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { BalanceCard } from '../facts/balance-card.tsx';
import { HoldList } from '../facts/hold-list.tsx';
import { isCovered, isTyping } from '../focus-facts.ts';
import { EventsSection } from '../law/events-section.tsx';
import { LawClocks } from '../law/law-clocks.tsx';
import type { LawForm } from '../law/law-form.ts';
import { plainAct } from '../law/reach-words.ts';
import { ContactVerdict } from '../panels/contact-verdict.tsx';
import { PlanPanel } from '../plans/plan-panel.tsx';
import { type TakenAgreement, TakeOfferProvider } from '../plans/take-offer.ts';

const views = ['balance', 'plan', 'rights', 'contacts'] as const;
type View = (typeof views)[number];
const viewWords: Readonly<Record<View, string>> = {
  balance: 'Balance',
  plan: 'Workshop',
  rights: 'Rights',
  contacts: 'Contacts',
};

export type CallReferenceProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  readonly zone: string;
  readonly law: OutputOf<'law.account'> | null;
  onTake(taken: TakenAgreement): void;
  onLawForm(form: LawForm): void;
};

export function CallReference({ account, today, zone, law, onTake, onLawForm }: CallReferenceProps) {
  const [view, setView] = useState<View>('balance');
  const [explaining, setExplaining] = useState(false);
  const { accountId } = account;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'e' || isTyping(event.target) || isCovered()) return;
      event.preventDefault();
      setView('balance');
      setExplaining(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <section className="call-column call-reference" aria-label="Beside the script">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="What to look at"
        value={view}
        onChange={(next) => {
          const chosen = views.find((one) => one === next);
          if (chosen) setView(chosen);
        }}
        data={views.map((one) => ({ value: one, label: viewWords[one] }))}
      />
      <HoldList holds={account.holds} />
      {view === 'balance' ? (
        <BalanceCard account={account} today={today} explaining={explaining} onExplaining={setExplaining} />
      ) : null}
      {view === 'plan' ? (
        <TakeOfferProvider value={onTake}>
          <PlanPanel account={account} today={today} />
        </TakeOfferProvider>
      ) : null}
      {view === 'rights' ? (
        <>
          <ContactVerdict accountId={accountId} act={plainAct('call', account.debtor)} zone={zone} />
          {law === null ? (
            <Loader size="sm" role="status" aria-label="Reading the law of this account" />
          ) : (
            <>
              <LawClocks clocks={law.clocks} today={today} onForm={onLawForm} />
              <EventsSection events={law.events} debtor={account.debtor} onForm={onLawForm} />
            </>
          )}
        </>
      ) : null}
      {view === 'contacts' ? <LastContacts accountId={accountId} zone={zone} /> : null}
    </section>
  );
}

function LastContacts({ accountId, zone }: { readonly accountId: number; readonly zone: string }) {
  const answer = useCall('timeline.page', { accountId, kinds: ['contact', 'note'], limit: 20 });
  if (answer.error) return <FaultAlert fault={answer.error.fault} />;
  if (!answer.data) return <Loader size="sm" role="status" aria-label="Reading the last contacts" />;
  const { items } = answer.data;
  if (items.length === 0) return <p className="account-none">Nobody has been in touch yet.</p>;
  return (
    <ol className="call-contacts" aria-label="Last contacts and notes">
      {items.map((item) => {
        if (item.kind !== 'contact' && item.kind !== 'note') return null;
        return (
          <li key={item.key}>
            <span className="call-contacts-when">{dayWords(dayOfInstant(item.at, zone))}</span>{' '}
            {item.kind === 'contact' ? (
              <strong>
                {contactOutcomeWords[item.outcome]}
                {item.channel === 'call' ? '' : ` (${contactChannelWords[item.channel].toLowerCase()})`}
              </strong>
            ) : (
              <strong>Note</strong>
            )}
            {item.text === null || item.text === '' ? null : (
              <span className="call-contacts-text">{item.text}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

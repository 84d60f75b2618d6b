/** Who owes, what and since when, how they can be reached, and what comes next. */
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import {
  contactOutcomeWords,
  debtorKindWords,
  debtTypeWords,
  wordOf,
} from '../../../../shared/text/labels.ts';
import { useGo } from '../../../bridge/navigation.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText, InstantText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { StatusWord } from '../../../components/status-word.tsx';
import { EventsSection } from '../law/events-section.tsx';
import type { LawForm } from '../law/law-form.ts';
import { LegalFacts } from '../law/legal-facts.tsx';
import { AddressList } from './address-list.tsx';
import { BalanceCard } from './balance-card.tsx';
import { EmailList } from './email-list.tsx';
import { HoldList } from './hold-list.tsx';
import { NextStep } from './next-step.tsx';
import { PhoneList } from './phone-list.tsx';
import { StrategyLine } from './strategy-line.tsx';

export type FactsColumnProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  readonly nextStepOpen: boolean;
  /** The explanation of the balance is open. */
  readonly explaining: boolean;
  onNextStepOpen(open: boolean): void;
  onExplaining(open: boolean): void;
  onDial(phoneId: number): void;
  /** `null` while it is read. */
  readonly law: OutputOf<'law.account'> | null;
  /** Why it could not be read. */
  readonly lawFault: Fault | null;
  onLawForm(form: LawForm): void;
};

export function FactsColumn(props: FactsColumnProps) {
  const { account, today, nextStepOpen, onNextStepOpen, onDial, law, onLawForm } = props;
  const { debtor } = account;
  // On a narrow window the facts fold away above the work; the sum, holds and next step always stay.
  const [unfolded, setUnfolded] = useState(false);
  return (
    <section className="account-column account-facts" aria-label="Facts">
      <HoldList holds={account.holds} />
      <BalanceCard
        account={account}
        today={today}
        explaining={props.explaining}
        onExplaining={props.onExplaining}
      />
      <NextStep account={account} today={today} open={nextStepOpen} onOpen={onNextStepOpen} />
      <StrategyLine accountId={account.accountId} open={account.closedAt === null} today={today} />
      <Button
        className="account-unfold"
        variant="default"
        aria-expanded={unfolded}
        aria-controls="account-more-facts"
        onClick={() => setUnfolded((now) => !now)}
      >
        {unfolded ? 'Fewer facts' : 'Phones, addresses and more facts'}
      </Button>
      <div id="account-more-facts" className="account-more-facts" data-unfolded={unfolded}>
        <FactGroup title="Phones">
          <PhoneList debtor={debtor} onDial={onDial} />
        </FactGroup>
        <FactGroup title="Addresses">
          <AddressList accountId={account.accountId} debtor={debtor} />
        </FactGroup>
        <FactGroup title="E-mail">
          <EmailList debtor={debtor} />
        </FactGroup>
        <FaultAlert fault={props.lawFault} />
        {law === null ? null : (
          <>
            <EventsSection events={law.events} debtor={debtor} onForm={onLawForm} />
            <LegalFacts law={law} medical={account.debtType === 'medical'} today={today} onForm={onLawForm} />
          </>
        )}
        <FactGroup title="Last">
          <dl className="account-dl">
            <Fact name="Payment">
              {account.lastPaymentOn === null ? (
                'None yet'
              ) : (
                <>
                  <Money cents={account.lastPaymentCents} />, <DayText day={account.lastPaymentOn} />
                </>
              )}
            </Fact>
            <Fact name="Contact">
              {account.lastContactAt === null ? (
                'None yet'
              ) : (
                <>
                  {account.lastContactOutcome === null
                    ? ''
                    : `${wordOf(contactOutcomeWords, account.lastContactOutcome)}, `}
                  <InstantText at={account.lastContactAt} />
                </>
              )}
            </Fact>
          </dl>
        </FactGroup>
        <FactGroup title="Account">
          <dl className="account-dl">
            <Fact name="Number">{account.number}</Fact>
            <Fact name="Client">{account.client.name}</Fact>
            {account.originalCreditor === '' || account.originalCreditor === account.client.name ? null : (
              <Fact name="Original creditor">{account.originalCreditor}</Fact>
            )}
            <Fact name="Debt">{debtTypeWords[account.debtType]}</Fact>
            <Fact name="Debtor">{debtorKindWords[debtor.kind]}</Fact>
            {debtor.reference === '' ? null : <Fact name="Reference">{debtor.reference}</Fact>}
            <Fact name="Opened">
              <DayText day={account.openedOn} />
            </Fact>
            {account.placedOn === null ? null : (
              <Fact name="Placed">
                <DayText day={account.placedOn} />
              </Fact>
            )}
            {account.closedAt === null ? null : (
              <Fact name="Closed">
                <InstantText at={account.closedAt} />
                {account.closedReason === null ? '' : `: ${account.closedReason}`}
              </Fact>
            )}
            {account.importedFrom === null ? null : <Fact name="From file">{account.importedFrom}</Fact>}
          </dl>
        </FactGroup>
        <OtherAccounts accounts={debtor.otherAccounts} />
      </div>
    </section>
  );
}

function FactGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="account-group" aria-label={title}>
      <h2 className="account-group-title">{title}</h2>
      {children}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The most other accounts named at once. */
const mostOthers = 5;

function OtherAccounts({ accounts }: { readonly accounts: AccountFacts['debtor']['otherAccounts'] }) {
  const go = useGo();
  const [all, setAll] = useState(false);
  if (accounts.length === 0) return null;
  const shown = all ? accounts : accounts.slice(0, mostOthers);
  const owedCents = accounts.reduce((sum, other) => sum + other.balanceCents, 0);
  return (
    <FactGroup title={accounts.length === 1 ? 'One other account' : `${accounts.length} other accounts`}>
      <ul className="account-others">
        {shown.map((other) => (
          <li key={other.accountId}>
            <button
              type="button"
              className="account-other"
              onClick={() => go({ accountId: other.accountId })}
            >
              <span className="account-cut">{other.number}</span>
              <StatusWord status={other.status} />
              <Money cents={other.balanceCents} />
            </button>
          </li>
        ))}
      </ul>
      <Group justify="space-between" gap="xs">
        {accounts.length > mostOthers && !all ? (
          <button type="button" className="account-link" onClick={() => setAll(true)}>
            Show all {accounts.length}
          </button>
        ) : (
          <span />
        )}
        {accounts.length > 1 ? (
          <Text size="xs" c="dimmed">
            <Money cents={owedCents} /> together
          </Text>
        ) : null}
      </Group>
    </FactGroup>
  );
}

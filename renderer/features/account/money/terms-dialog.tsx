/**
 * By what the account bears interest and how payments are spread: terms by day, judgments, the order in force and where it
 * comes from. Nothing is changed in place: terms are withdrawn with a reason, a judgment is vacated.
 */
import { Button, Group, Loader, NativeSelect, Table } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { JudgmentRow, PostingEffect, TermsRow } from '../../../../shared/contract/ledger.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { type ApplicationOrder, applicationOrders, totalOf } from '../../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import {
  applicationOrderWords,
  basisKindWords,
  compoundingWords,
  dayCountWords,
  interestMethodWords,
} from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText, InstantText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { orderSentence } from './effect-words.ts';
import { JudgmentForm } from './judgment-form.tsx';
import { SavedEffect } from './saved-effect.tsx';
import { TermsForm } from './terms-form.tsx';

type Terms = OutputOf<'ledger.terms'>;

export type TermsDialogProps = { readonly account: AccountFacts; readonly today: Day; onClose(): void };

export function TermsDialog({ account, today, onClose }: TermsDialogProps) {
  const { accountId } = account;
  const answer = useCall('ledger.terms', { accountId });
  const [adding, setAdding] = useState<'terms' | 'judgment' | null>(null);
  const [saved, setSaved] = useState<{ words: string; effect: PostingEffect } | null>(null);
  const [withdrawing, setWithdrawing] = useState<TermsRow | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const [vacating, setVacating] = useState<JudgmentRow | null>(null);
  const withdraw = useOnce('ledger.withdrawTerms');
  const vacate = useOnce('ledger.vacateJudgment');
  const keep = (words: string, effect: PostingEffect) => {
    setAdding(null);
    setSaved({ words, effect });
  };
  const asking = adding !== null || withdrawing !== null || vacating !== null;
  useEffect(() => {
    if (asking) return;
    // The form or the row that had the focus is gone; without it no key would reach the dialog.
    const timer = setTimeout(() => document.activeElement === document.body && first.current?.focus(), 50);
    return () => clearTimeout(timer);
  }, [asking]);
  const judgedOn = answer.data?.judgments.find((one) => one.vacatedAt === null)?.judgedOn ?? null;
  const form = { accountId, today, onSaved: keep, onCancel: () => setAdding(null) };
  return (
    <Dialog
      onClose={onClose}
      // Mantine closes every open dialog on Escape; the question above this one goes first.
      closeOnEscape={withdrawing === null && vacating === null}
      title={`Interest and order of ${account.number}`}
      size="min(860px, 96vw)"
    >
      <div className="account-form">
        {saved ? <SavedEffect words={saved.words} effect={saved.effect} /> : null}
        <FaultAlert fault={answer.error?.fault} />
        {answer.data ? (
          <>
            <section className="money-section" aria-label="Interest terms">
              <TermsTable
                terms={answer.data.terms}
                judgedOn={judgedOn}
                today={today}
                onWithdraw={setWithdrawing}
              />
              {adding === null ? (
                <Group gap="xs">
                  <Button
                    variant="default"
                    data-autofocus
                    ref={first}
                    leftSection={<IconPlus size={14} aria-hidden />}
                    onClick={() => {
                      setSaved(null);
                      setAdding('terms');
                    }}
                  >
                    New terms, or a stop
                  </Button>
                  <Button
                    variant="default"
                    leftSection={<IconGavel size={14} aria-hidden />}
                    onClick={() => {
                      setSaved(null);
                      setAdding('judgment');
                    }}
                  >
                    Enter a judgment
                  </Button>
                </Group>
              ) : null}
            </section>
            {adding === 'terms' ? <TermsForm {...form} /> : null}
            {adding === 'judgment' ? <JudgmentForm {...form} /> : null}
            {answer.data.judgments.map((judgment) => (
              <JudgmentCard
                key={judgment.judgmentId}
                judgment={judgment}
                onVacate={() => setVacating(judgment)}
              />
            ))}
            {adding === null ? <OrderSection accountId={accountId} terms={answer.data} /> : null}
          </>
        ) : answer.error ? null : (
          <Loader size="sm" role="status" aria-label="Reading the terms" />
        )}
      </div>
      {withdrawing === null ? null : (
        <ReasonDialog
          title="Withdraw these terms?"
          confirmLabel="Withdraw"
          dangerous
          suggestions={['Entered by mistake', 'Not agreed after all', 'Wrong rate']}
          pending={withdraw.pending}
          fault={withdraw.fault}
          onClose={() => setWithdrawing(null)}
          onConfirm={async (reason) => {
            const result = await withdraw.run({ termsId: withdrawing.termsId, reason });
            if (result.ok) keep('Terms withdrawn.', result.value.effect);
            return result;
          }}
        >
          {termsWords(withdrawing)} from {dayWords(withdrawing.fromOn)} no longer counts, as if it had never
          been entered: interest posted by it is taken back. It stays in the history with the reason.
        </ReasonDialog>
      )}
      {vacating === null ? null : (
        <ReasonDialog
          title="Vacate this judgment?"
          confirmLabel="Vacate"
          dangerous
          suggestions={['Vacated by the court', 'Entered by mistake', 'Replaced by an amended judgment']}
          pending={vacate.pending}
          fault={vacate.fault}
          onClose={() => setVacating(null)}
          onConfirm={async (reason) => {
            const result = await vacate.run({ judgmentId: vacating.judgmentId, reason });
            if (result.ok) keep('Judgment vacated.', result.value.effect);
            return result;
          }}
        >
          The account owes again what it owed without the judgment of {dayWords(vacating.judgedOn)}, with
          interest by its terms. The judgment stays in the history with the reason.
        </ReasonDialog>
      )}
    </Dialog>
  );
}

/** `Simple interest at 7.25 % a year`, `No interest`. */
function termsWords(terms: TermsRow): string {
  if (terms.method === 'none') return interestMethodWords.none;
  return `${interestMethodWords[terms.method]} interest at ${terms.rate} % a year`;
}

type TermsTableProps = {
  readonly terms: Terms['terms'];
  /** A judgment ends them. */
  readonly judgedOn: Day | null;
  readonly today: Day;
  onWithdraw(terms: TermsRow): void;
};

function TermsTable({ terms, judgedOn, today, onWithdraw }: TermsTableProps) {
  if (terms.length === 0) {
    return (
      <EmptyState title="No interest terms">
        This account bears no interest. Enter terms only where the agreement or the law allows a rate.
      </EmptyState>
    );
  }
  const ordered = [...terms].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const inForce = ordered.filter((row) => row.fromOn <= today).at(-1);
  return (
    <Table aria-label="Interest terms by day">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>From</Table.Th>
          <Table.Th>Interest</Table.Th>
          <Table.Th>Days</Table.Th>
          <Table.Th ta="right">At most</Table.Th>
          <Table.Th>Allowed by</Table.Th>
          <Table.Th>
            <span className="money-hidden">Withdraw</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ordered.map((row) => (
          <Table.Tr key={row.termsId}>
            <Table.Td>
              <DayText day={row.fromOn} />
              {row === inForce ? (
                <div className="money-parts">{judgedOn === null ? 'in force' : 'until the judgment'}</div>
              ) : null}
            </Table.Td>
            <Table.Td>
              {termsWords(row)}
              {row.compounding === null ? null : (
                <div className="money-parts">added {compoundingWords[row.compounding].toLowerCase()}</div>
              )}
            </Table.Td>
            <Table.Td>{row.method === 'none' ? '–' : dayCountWords[row.dayCount]}</Table.Td>
            <Table.Td ta="right">
              {row.capCents === null ? 'no cap' : <Money cents={row.capCents} />}
            </Table.Td>
            <Table.Td>
              {basisKindWords[row.basisKind]}: {row.basis}
              <div className="money-parts">
                {row.author}, <InstantText at={row.madeAt} />
              </div>
            </Table.Td>
            <Table.Td>
              <button
                type="button"
                className="account-link"
                aria-label={`Withdraw the terms from ${dayWords(row.fromOn)}`}
                onClick={() => onWithdraw(row)}
              >
                Withdraw…
              </button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type JudgmentCardProps = { readonly judgment: JudgmentRow; onVacate(): void };

function JudgmentCard({ judgment, onVacate }: JudgmentCardProps) {
  const { before, award } = judgment;
  const vacated = judgment.vacatedAt !== null;
  const rows = [
    ['Principal', before.principalCents, award.principalCents],
    ['Interest', before.interestCents, award.interestCents],
    ['Fees', before.feesCents, award.feesCents],
    ['Costs', before.costsCents, award.costsCents],
    ['Together', totalOf(before), totalOf(award)],
  ] as const;
  return (
    <section
      className="money-judgment"
      data-off={vacated || undefined}
      aria-label={`Judgment of ${dayWords(judgment.judgedOn)}`}
    >
      <div>
        <strong>Judgment of {dayWords(judgment.judgedOn)}</strong>
        <div>
          {judgment.court}
          {judgment.caseNumber === '' ? '' : `, case ${judgment.caseNumber}`}
        </div>
        <div className="money-parts">
          {judgment.rate} % a year on{' '}
          {judgment.interestOn === 'principal' ? 'the principal' : 'the whole award'},{' '}
          {dayCountWords[judgment.dayCount]}, from <DayText day={judgment.startOn} />
        </div>
        <div className="money-parts">Allowed by {judgment.basis}</div>
        {vacated ? (
          <div>
            Vacated <InstantText at={judgment.vacatedAt} />: {judgment.vacatedReason}
          </div>
        ) : (
          <button type="button" className="account-link" onClick={onVacate}>
            Vacate…
          </button>
        )}
      </div>
      <Table verticalSpacing={1} w="auto" aria-label="Before and after">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Part</Table.Th>
            <Table.Th ta="right">Before</Table.Th>
            <Table.Th ta="right">Awarded</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, owed, awarded]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">
                <Money cents={owed} />
              </Table.Td>
              <Table.Td ta="right">
                <Money cents={awarded} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function OrderSection({ accountId, terms }: { readonly accountId: number; readonly terms: Terms }) {
  const set = useOnce('ledger.setOrder');
  const change = async (value: string) => {
    const order = applicationOrders.find((one) => one === value) ?? null;
    const result = await set.run({ accountId, order });
    if (result.ok)
      showDone(order === null ? 'The account follows the policy.' : 'Order of the account kept.');
  };
  return (
    <section className="money-section" aria-label="Order of payments">
      <h3 className="account-group-title">How a payment is spread</h3>
      <p className="money-rule">In force: {orderSentence(terms.order, terms.orderFrom)}</p>
      <NativeSelect
        label="This account’s own order"
        maw={340}
        value={terms.ownOrder ?? ''}
        disabled={set.pending}
        onChange={(event) => void change(event.currentTarget.value)}
        description="Counts for what is posted from now on; what was posted keeps its order."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[
          { value: '', label: 'None: follow the client’s or the house’s policy' },
          ...applicationOrders.map((order: ApplicationOrder) => ({
            value: order,
            label: applicationOrderWords[order],
          })),
        ]}
      />
      {terms.returnedFeeCents === null ? null : (
        <p className="money-rule">
          A returned payment costs {formatDollars(terms.returnedFeeCents)} ({terms.returnedFeeBasis}).
        </p>
      )}
      <FaultAlert fault={set.fault} />
    </section>
  );
}

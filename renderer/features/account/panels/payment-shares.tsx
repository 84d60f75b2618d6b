/** One payment over several accounts of the debtor: which of them, and how much each. Disputed ones start off. */
import { Button, Checkbox, Table } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { formatCents, formatDollars, parseMoney } from '../../../../shared/domain/money.ts';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import type { PaymentFields } from './payment-form.ts';
import { type OwingAccount, splitOldestFirst } from './split-payment.ts';

export type PaymentSharesProps<C, O> = {
  readonly form: UseFormReturn<PaymentFields, C, O>;
  /** This account first. */
  readonly accounts: readonly OwingAccount[];
  readonly amountCents: number | null;
};

export function PaymentShares<C, O>({ form, accounts, amountCents }: PaymentSharesProps<C, O>) {
  const shares = useWatch({ control: form.control, name: 'shares' });
  const named = useWatch({ control: form.control, name: 'namedAccounts' });
  const { errors } = form.formState;
  const shareOf = (accountId: number) => shares.find((share) => share.accountId === accountId);
  // A share's refusal goes with what it was about; the sum's is about all of them.
  const change = (next: PaymentFields['shares']) => {
    form.setValue('shares', next, { shouldDirty: true });
    form.clearErrors(['shares', 'several']);
  };
  const set = (accountId: number, with_: Partial<PaymentFields['shares'][number]>) => {
    const now = shareOf(accountId) ?? { accountId, on: false, amount: '' };
    change([...shares.filter((share) => share.accountId !== accountId), { ...now, ...with_ }]);
  };
  const usable = accounts.filter((one) => shareOf(one.accountId)?.on === true && (!one.disputed || named));
  const placedCents = shares.reduce((sum, share) => {
    const read = parseMoney(share.amount);
    return share.on && read.ok ? sum + read.value : sum;
  }, 0);
  const leftCents = (amountCents ?? 0) - placedCents;
  const split = () => {
    const found = splitOldestFirst(amountCents ?? 0, usable);
    change(
      shares.map((share) => {
        const cents = found.shares.get(share.accountId);
        return { ...share, amount: cents === undefined ? '' : formatCents(cents) };
      }),
    );
  };
  return (
    <fieldset className="money-fieldset">
      <legend>For these accounts</legend>
      <Table verticalSpacing={2} className="money-shares">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Account</Table.Th>
            <Table.Th ta="right">Balance</Table.Th>
            <Table.Th ta="right" w={116}>
              Share
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map((account, index) => {
            const share = shareOf(account.accountId);
            const off = account.disputed && !named;
            const at = shares.findIndex((one) => one.accountId === account.accountId);
            return (
              <Table.Tr key={account.accountId}>
                <Table.Td>
                  <Checkbox
                    checked={share?.on === true && !off}
                    disabled={off}
                    label={`${account.number}${index === 0 ? ' (this one)' : ''}`}
                    description={
                      account.disputed ? (
                        'On hold: dispute'
                      ) : account.oldestDueOn === null ? undefined : (
                        <>
                          due <DayText day={account.oldestDueOn} />
                        </>
                      )
                    }
                    onChange={(event) =>
                      set(
                        account.accountId,
                        event.currentTarget.checked ? { on: true } : { on: false, amount: '' },
                      )
                    }
                  />
                </Table.Td>
                <Table.Td ta="right">
                  <Money cents={account.balanceCents} />
                </Table.Td>
                <Table.Td>
                  {share?.on === true && !off ? (
                    <MoneyField
                      label={`Share of ${account.number}`}
                      hiddenLabel
                      value={share.amount}
                      onChange={(amount) => set(account.accountId, { amount })}
                      error={at < 0 ? undefined : errors.shares?.[at]?.amount?.message}
                    />
                  ) : null}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <div className="money-fieldset-foot">
        <span data-wrong={leftCents !== 0 || undefined} aria-live="polite">
          {leftCents === 0
            ? 'All of it has its place.'
            : leftCents > 0
              ? `${formatDollars(leftCents)} still without a place`
              : `${formatDollars(-leftCents)} more than the amount`}
        </span>
        <Button size="compact-xs" variant="default" disabled={amountCents === null} onClick={split}>
          Oldest first
        </Button>
        <button
          type="button"
          className="account-link"
          onClick={() => {
            form.setValue('several', false, { shouldDirty: true });
            change([]);
          }}
        >
          Only for this account
        </button>
      </div>
      {errors.several?.message === undefined ? null : (
        <div role="alert" className="money-field-error">
          {errors.several.message}
        </div>
      )}
    </fieldset>
  );
}

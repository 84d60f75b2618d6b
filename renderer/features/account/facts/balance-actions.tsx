/** What can be asked of and done to the balance: each its own dialog, built only while it is open. */
import { Button, Menu } from '@mantine/core';
import { IconCalculator, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { usePaper } from '../../../bridge/papers.ts';
import { KeyHint } from '../../../components/key-hint.tsx';
import { AdjustDialog } from '../money/adjust-dialog.tsx';
import { ExplanationDialog } from '../money/explanation-dialog.tsx';
import { PayoffDialog } from '../money/payoff-dialog.tsx';
import { PostInterestDialog } from '../money/post-interest-dialog.tsx';
import { RefundDialog } from '../money/refund-dialog.tsx';
import { TermsDialog } from '../money/terms-dialog.tsx';
import { ChargesDrawer } from './charges-drawer.tsx';

export type BalanceActionsProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  readonly explaining: boolean;
  onExplaining(open: boolean): void;
};

export function BalanceActions({ account, today, explaining, onExplaining }: BalanceActionsProps) {
  const paper = usePaper();
  const [charges, setCharges] = useState(false);
  const [open, setOpen] = useState<'terms' | 'payoff' | 'adjust' | 'refund' | 'post' | null>(null);
  const dialog = { account, today, onClose: () => setOpen(null) };
  return (
    <>
      <div className="money-actions">
        <Button
          className="money-actions-wide"
          variant="default"
          leftSection={<IconCalculator size={16} aria-hidden />}
          rightSection={<KeyHint keys="E" />}
          aria-keyshortcuts="E Alt+E"
          onClick={() => onExplaining(true)}
        >
          Explain this figure
        </Button>
        <Button variant="default" px={6} onClick={() => setCharges(true)}>
          Charges
        </Button>
        <Button variant="default" px={6} onClick={() => setOpen('terms')}>
          Interest…
        </Button>
        <Button variant="default" px={6} onClick={() => setOpen('payoff')}>
          Payoff…
        </Button>
        <Button
          variant="default"
          px={6}
          onClick={() =>
            paper({
              paper: 'statement',
              accountId: account.accountId,
              fromOn: account.openedOn,
              toOn: today,
            })
          }
        >
          Statement…
        </Button>
        <Menu position="bottom-end" width="target">
          <Menu.Target>
            <Button
              className="money-actions-wide"
              variant="default"
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              Adjust the balance
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setOpen('adjust')}>Adjust or write off…</Menu.Item>
            <Menu.Item disabled={account.unappliedCents <= 0} onClick={() => setOpen('refund')}>
              Refund credit…
            </Menu.Item>
            <Menu.Item onClick={() => setOpen('post')}>Post interest…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <ChargesDrawer account={account} today={today} opened={charges} onClose={() => setCharges(false)} />
      {explaining ? (
        <ExplanationDialog account={account} today={today} onClose={() => onExplaining(false)} />
      ) : null}
      {open === 'terms' ? <TermsDialog {...dialog} /> : null}
      {open === 'payoff' ? <PayoffDialog {...dialog} /> : null}
      {open === 'adjust' ? <AdjustDialog {...dialog} /> : null}
      {open === 'refund' ? <RefundDialog {...dialog} /> : null}
      {open === 'post' ? <PostInterestDialog {...dialog} /> : null}
    </>
  );
}

/** Where the account stands in its strategy, in a line; a step a person did is finished here, and the account can be taken out. */
import { Alert, Button, Group, Menu, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import type { StrategyStanding } from '../../../../shared/contract/strategies.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { needsPerson } from '../../../../shared/domain/strategy.ts';
import { stepKindWords, stepOutcomeWords } from '../../../../shared/text/strategy-words.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText, InstantText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';

export type StrategyLineProps = { readonly accountId: number; readonly open: boolean; readonly today: Day };

/** `open`: the account is worked; a closed one is only shown what it is in, which is nothing. */
export function StrategyLine({ accountId, open, today }: StrategyLineProps) {
  const answer = useCall('strategies.ofAccount', { accountId });
  if (answer.error) return <FaultAlert fault={answer.error.fault} />;
  if (!answer.data) return null;
  const { standing, mayEnter } = answer.data;
  if (standing) return <Standing standing={standing} today={today} />;
  return open && mayEnter.length > 0 ? <Enter accountId={accountId} mayEnter={mayEnter} /> : null;
}

type EnterProps = {
  readonly accountId: number;
  readonly mayEnter: readonly { readonly strategyId: number; readonly name: string }[];
};

function Enter({ accountId, mayEnter }: EnterProps) {
  const enter = useOnce('strategies.enter');
  return (
    <section className="account-next" aria-label="Strategy">
      <div className="account-next-head">
        <span className="account-group-title">Strategy</span>
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className="account-link">
              Enter one…
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayEnter.map(({ strategyId, name }) => (
              <Menu.Item key={strategyId} onClick={() => void enter.run({ strategyId, accountId })}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className="account-next-text">In none.</div>
      <FaultAlert fault={enter.fault} />
    </section>
  );
}

function Standing({ standing, today }: { readonly standing: StrategyStanding; readonly today: Day }) {
  const { memberId, name, step, steps, next, dueOn, stuck, letterWaits, past } = standing;
  const [dialog, setDialog] = useState<'leave' | 'leave_out' | null>(null);
  const [showsPast, setShowsPast] = useState(false);
  const leave = useOnce('strategies.leave');
  const finish = useOnce('strategies.finishStep');
  const due = dueOn !== null && dueOn <= today && needsPerson(next.kind);
  const done = async () => {
    const result = await finish.run({ memberId, step, outcome: 'done', word: '' });
    if (result.ok) showDone('The step is done.');
  };
  return (
    <section className="account-next" aria-label="Strategy">
      <div className="account-next-head">
        <span className="account-group-title">Strategy “{name}”</span>
        <button type="button" className="account-link" onClick={() => setDialog('leave')}>
          Leave…
        </button>
      </div>
      <div className="account-next-text">
        <IconRoute size={15} aria-hidden />
        <span>
          Step {step + 1} of {steps}: {stepKindWords[next.kind].toLowerCase()}
          {next.text === '' || next.kind === 'email' ? '' : `, ${next.text}`}{' '}
          {letterWaits ? '(waits to be printed)' : <DayText day={dueOn} today={today} />}
        </span>
      </div>
      {next.kind === 'email' && due ? <Text className="account-typed">{next.text}</Text> : null}
      {stuck === null ? null : (
        <Alert color="yellow" p={6} mt={4}>
          <Text size="sm">Put off: {stuck}</Text>
        </Alert>
      )}
      <Group gap={6} mt={4}>
        {due ? (
          <Button size="compact-xs" variant="default" loading={finish.pending} onClick={() => void done()}>
            {next.kind === 'call' ? 'Done without a call' : 'Done'}
          </Button>
        ) : null}
        {letterWaits ? null : (
          <Button size="compact-xs" variant="default" onClick={() => setDialog('leave_out')}>
            Leave this step out…
          </Button>
        )}
        {past.length === 0 ? null : (
          <button
            type="button"
            className="account-link"
            aria-expanded={showsPast}
            onClick={() => setShowsPast((now) => !now)}
          >
            {showsPast ? 'Hide' : 'Show'} what was done
          </button>
        )}
      </Group>
      {showsPast ? (
        <ul className="account-strategy-past">
          {past.map((row) => (
            <li key={`${row.at} ${row.step} ${row.outcome}`}>
              {row.step + 1}. {stepKindWords[row.kind]}: {stepOutcomeWords[row.outcome].toLowerCase()}
              {row.detail === '' ? '' : `, ${row.detail}`} (<InstantText at={row.at} />)
            </li>
          ))}
        </ul>
      ) : null}
      <FaultAlert fault={finish.fault} />
      {dialog === 'leave' ? (
        <ReasonDialog
          title={`Leave the strategy “${name}”?`}
          confirmLabel="Leave it"
          most={200}
          pending={leave.pending}
          fault={leave.fault}
          onConfirm={(word) => leave.run({ memberId, word })}
          onClose={() => setDialog(null)}
        >
          No more of its steps come for this account, and a letter of it that waits is left out.
        </ReasonDialog>
      ) : null}
      {dialog === 'leave_out' ? (
        <ReasonDialog
          title={`Leave out step ${step + 1}?`}
          confirmLabel="Leave it out"
          most={300}
          pending={finish.pending}
          fault={finish.fault}
          onConfirm={(word) => finish.run({ memberId, step, outcome: 'left_out', word })}
          onClose={() => setDialog(null)}
        >
          The next step of “{name}” counts from today.
        </ReasonDialog>
      ) : null}
    </section>
  );
}

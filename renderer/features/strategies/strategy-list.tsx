/** Every strategy with its state, whom it is for, and how many accounts stand where. */
import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { StrategyRow } from '../../../shared/contract/strategies.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { strategyStateWords, whomWords } from '../../../shared/text/strategy-words.ts';
import { act } from '../../bridge/calls.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';
import { count } from './count-words.ts';
import { TurnOffDialog } from './turn-off-dialog.tsx';
import { TurnOnDialog } from './turn-on-dialog.tsx';

export type StrategyListProps = {
  readonly strategies: readonly StrategyRow[];
  readonly loaded: boolean;
  onNew(): void;
  onEdit(strategy: StrategyRow): void;
  onMembers(strategyId: number): void;
};

export function StrategyList({ strategies, loaded, onNew, onEdit, onMembers }: StrategyListProps) {
  const clients = useCall('clients.list', {});
  const [turningOn, setTurningOn] = useState<StrategyRow | null>(null);
  const [turningOff, setTurningOff] = useState<StrategyRow | null>(null);
  const [removing, setRemoving] = useState<StrategyRow | null>(null);
  const clientName = (clientId: number) =>
    clients.data?.clients.find((client) => client.clientId === clientId)?.name ?? null;

  const remove = async (strategyId: number) => {
    const answer = await act('strategies.remove', { strategyId });
    setRemoving(null);
    if (answer.ok) showDone('The draft was thrown away.');
    else showFault(answer.error);
  };
  const moveAll = async (strategyId: number) => {
    let moved = 0;
    for (let after: number | null = null; ; ) {
      const answer: Result<OutputOf<'strategies.moveToNewest'>> = await act('strategies.moveToNewest', {
        strategyId,
        after,
      });
      if (!answer.ok) return void showFault(answer.error);
      moved += answer.value.moved;
      after = answer.value.next;
      if (after === null) break;
    }
    showDone(`${count(moved, 'account')} moved to the newest version.`);
  };

  if (loaded && strategies.length === 0) {
    return (
      <EmptyState
        icon={<IconRoute size={32} />}
        title="No strategies yet"
        actions={<Button onClick={onNew}>New strategy…</Button>}
      >
        A strategy says what happens to accounts of one kind, step by step: a letter, a call a week later, a
        review at the end. You see what it would do before you turn it on, and every step asks the rules
        first.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="strategy-list">
        {strategies.map((strategy) => (
          <li key={strategy.strategyId} className="strategy-card">
            <div className="strategy-head">
              <button type="button" className="strategy-name" onClick={() => onEdit(strategy)}>
                {strategy.name}
              </button>
              <Badge variant={strategy.state === 'on' ? 'filled' : 'default'}>
                {strategyStateWords[strategy.state]}
              </Badge>
              <span className="strategy-dim">
                version {strategy.version}, {count(strategy.body.steps.length, 'step')}
              </span>
              <Group gap={6} ml="auto">
                {strategy.state === 'on' ? (
                  <Button size="compact-sm" variant="default" onClick={() => setTurningOff(strategy)}>
                    Turn off…
                  </Button>
                ) : (
                  <Button size="compact-sm" onClick={() => setTurningOn(strategy)}>
                    Preview and turn on…
                  </Button>
                )}
                {strategy.state === 'draft' ? (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    onClick={() => setRemoving(strategy)}
                  >
                    Throw away…
                  </Button>
                ) : null}
              </Group>
            </div>
            {strategy.body.about === '' ? null : <div>{strategy.body.about}</div>}
            <div className="strategy-dim">For: {whomWords(strategy.body.forWhom, clientName).join('; ')}</div>
            <Figures strategy={strategy} onMembers={() => onMembers(strategy.strategyId)} />
            {strategy.onOlder > 0 ? (
              <Alert color="yellow" p="xs" mt={6}>
                <Group justify="space-between" gap="xs">
                  <Text size="sm">
                    {count(strategy.onOlder, 'account')} still {strategy.onOlder === 1 ? 'follows' : 'follow'}{' '}
                    an earlier version.
                  </Text>
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => void moveAll(strategy.strategyId)}
                  >
                    Move to the newest, same step
                  </Button>
                </Group>
              </Alert>
            ) : null}
          </li>
        ))}
      </ul>
      {turningOn === null ? null : (
        <TurnOnDialog
          strategy={turningOn}
          onClose={() => setTurningOn(null)}
          onNarrow={() => {
            setTurningOn(null);
            onEdit(turningOn);
          }}
        />
      )}
      {turningOff === null ? null : (
        <TurnOffDialog strategy={turningOff} onClose={() => setTurningOff(null)} />
      )}
      <ConfirmDialog
        opened={removing !== null}
        title={`Throw away “${removing?.name ?? ''}”?`}
        confirmLabel="Throw away"
        dangerous
        onConfirm={() => removing && void remove(removing.strategyId)}
        onClose={() => setRemoving(null)}
      >
        No account ever entered this draft. It leaves the list; nothing else changes.
      </ConfirmDialog>
    </>
  );
}

function Figures({ strategy, onMembers }: { readonly strategy: StrategyRow; onMembers(): void }) {
  const go = useGo();
  const { active, due, stuck, lettersWaiting, finished, stopped, state, lettersPerDay } = strategy;
  if (state === 'draft' && active + finished + stopped === 0) return null;
  return (
    <div className="strategy-figures">
      <button type="button" className="strategy-link" onClick={onMembers}>
        {count(active, 'account')} in it
      </button>
      {due > 0 ? (
        <button type="button" className="strategy-link" onClick={() => go('today')}>
          {due.toLocaleString('en-US')} due for a person
        </button>
      ) : (
        <span>Nothing due for a person</span>
      )}
      {lettersWaiting > 0 ? (
        <button type="button" className="strategy-link" onClick={() => go('letters')}>
          {count(lettersWaiting, 'letter')} waiting
        </button>
      ) : null}
      {stuck > 0 ? (
        <span className="strategy-stuck">{stuck.toLocaleString('en-US')} to be looked at</span>
      ) : null}
      <span>{finished.toLocaleString('en-US')} finished</span>
      <span>{stopped.toLocaleString('en-US')} ended before</span>
      {lettersPerDay === null ? null : <span>at most {count(lettersPerDay, 'letter')} a day</span>}
    </div>
  );
}

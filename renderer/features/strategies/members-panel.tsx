/** The accounts of one strategy: who stands where, who left and why. One can be taken out with a reason. */
import {
  Button,
  Group,
  Modal,
  NativeSelect,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { StrategyMember, StrategyRow } from '../../../shared/contract/strategies.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { memberEndWords, stepKindWords, strategyStateWords } from '../../../shared/text/strategy-words.ts';
import { act } from '../../bridge/calls.ts';
import { useExport } from '../../bridge/exports.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { DayText, InstantText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { showDone } from '../../components/toasts.tsx';

export type MembersPanelProps = { readonly strategy: StrategyRow; onClose(): void };

const perPage = 50;
const states = ['active', 'stopped', 'finished'] as const;
const stateWords = { active: 'In it', stopped: 'Ended before', finished: 'Finished' } as const;

export function MembersPanel({ strategy, onClose }: MembersPanelProps) {
  const go = useGo();
  const info = useCall('app.info', {});
  const [state, setState] = useState<(typeof states)[number]>('active');
  const [step, setStep] = useState<number | null>(null);
  const [trail, setTrail] = useState<readonly (number | null)[]>([null]);
  const [leaving, setLeaving] = useState<StrategyMember | null>(null);
  const { strategyId, name, body } = strategy;
  const after = trail.at(-1) ?? null;
  const list = useCall(
    'strategies.members',
    { strategyId, state, step, after, limit: perPage },
    { keepPrevious: true },
  );
  const members = list.data?.members ?? [];
  const next = list.data?.next ?? null;
  const today = info.data?.today;
  const openExport = useExport(() => [{ label: name, asked: { list: 'members', strategyId, state, step } }]);
  const show = (change: () => void) => {
    change();
    setTrail([null]);
  };
  return (
    <div className="screen">
      <PageHeader title={name} detail={`${strategyStateWords[strategy.state]}, version ${strategy.version}`}>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <SegmentedControl
          aria-label="Which accounts are shown"
          value={state}
          onChange={(value) => show(() => setState(states.find((one) => one === value) ?? 'active'))}
          data={states.map((one) => ({ value: one, label: stateWords[one] }))}
        />
        <NativeSelect
          aria-label="At which step"
          value={step === null ? '' : String(step)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            show(() => setStep(value === '' ? null : Number(value)));
          }}
          data={[
            { value: '', label: 'At any step' },
            ...body.steps.map(({ kind }, index) => ({
              value: String(index),
              label: `${index + 1}. ${stepKindWords[kind]}`,
            })),
          ]}
        />
        <ExportButton disabled={members.length === 0} open={openExport} />
      </PageHeader>
      <FaultAlert fault={list.error?.fault} />
      {list.data !== undefined && members.length === 0 ? (
        <EmptyState title="No account here">
          Accounts enter when the strategy is turned on, and each morning when new ones are of its kind.
        </EmptyState>
      ) : (
        <Table.ScrollContainer minWidth={820}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Debtor</Table.Th>
                <Table.Th>Account</Table.Th>
                <Table.Th ta="right">Balance</Table.Th>
                <Table.Th>Entered</Table.Th>
                <Table.Th>{state === 'active' ? 'Stands at' : 'Ended'}</Table.Th>
                {state === 'active' ? <Table.Th /> : null}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {members.map((member) => (
                <Table.Tr key={member.memberId}>
                  <Table.Td>
                    <button
                      type="button"
                      className="strategy-link"
                      onClick={() => go({ accountId: member.accountId })}
                    >
                      {member.debtorName}
                    </button>
                  </Table.Td>
                  <Table.Td>{member.number}</Table.Td>
                  <Table.Td ta="right">
                    <Money cents={member.balanceCents} />
                  </Table.Td>
                  <Table.Td>
                    <DayText day={member.enteredOn} />
                    {member.version === strategy.version ? null : (
                      <span className="strategy-dim"> (version {member.version})</span>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Standing member={member} today={today} />
                  </Table.Td>
                  {state === 'active' ? (
                    <Table.Td ta="right">
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={`Take out… ${member.debtorName}`}
                        onClick={() => setLeaving(member)}
                      >
                        Take out…
                      </Button>
                    </Table.Td>
                  ) : null}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {trail.length > 1 || next !== null ? (
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            disabled={trail.length === 1}
            onClick={() => setTrail(trail.slice(0, -1))}
          >
            Newer
          </Button>
          <Button variant="default" disabled={next === null} onClick={() => setTrail([...trail, next])}>
            Older
          </Button>
        </Group>
      ) : null}
      {leaving === null ? null : (
        <LeaveDialog
          memberId={leaving.memberId}
          debtorName={leaving.debtorName}
          onClose={() => setLeaving(null)}
        />
      )}
    </div>
  );
}

function Standing({
  member,
  today,
}: {
  readonly member: StrategyMember;
  readonly today: string | undefined;
}) {
  const { state, step, kind, dueOn, stuck, letterWaits, endedWhy, endedWord, endedAt } = member;
  if (state !== 'active') {
    return (
      <>
        {endedWhy === null ? '' : memberEndWords[endedWhy]}
        {endedWord === '' ? '' : `: ${endedWord}`}, <InstantText at={endedAt} />
      </>
    );
  }
  const what = kind === null ? '' : stepKindWords[kind].toLowerCase();
  return (
    <>
      Step {step + 1}, {what}{' '}
      {letterWaits ? '(waits to be printed)' : dueOn === null ? '' : <DayText day={dueOn} today={today} />}
      {stuck === null ? null : <div className="strategy-stuck">{stuck}</div>}
    </>
  );
}

type LeaveDialogProps = { readonly memberId: number; readonly debtorName: string; onClose(): void };

function LeaveDialog({ memberId, debtorName, onClose }: LeaveDialogProps) {
  const [word, setWord] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const leave = async () => {
    if (word.trim() === '') return;
    const answer = await act('strategies.leave', { memberId, word });
    if (!answer.ok) return setFault(answer.error);
    showDone(`${debtorName} was taken out.`);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Take ${debtorName} out of the strategy?`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void leave();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            No more of its steps come for this account, and letters of it that wait are left out.
          </Text>
          <TextInput
            label="Reason"
            withAsterisk
            data-autofocus
            maxLength={200}
            autoComplete="off"
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
          <FaultAlert fault={fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Keep it in
            </Button>
            <Button type="submit" disabled={word.trim() === ''}>
              Take out
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

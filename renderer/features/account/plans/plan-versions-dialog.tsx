/**
 * Every version of a plan with why it changed, and any two of them side by side. A version holds only what was left when it was
 * made, so of the older one only that is shown beside it.
 */
import { Group, Loader, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { PlanVersion } from '../../../../shared/contract/plans.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { instantWords } from '../../../components/moments.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { leftAfter } from './pair-schedules.ts';
import { SchedulePairs } from './schedule-pairs.tsx';

export type PlanVersionsDialogProps = { readonly planId: number; onClose(): void };

export function PlanVersionsDialog({ planId, onClose }: PlanVersionsDialogProps) {
  const answer = useCall('plans.versions', { planId });
  return (
    <Dialog onClose={onClose} title="Versions of this plan" size="xl">
      {answer.error ? <FaultAlert fault={answer.error.fault} /> : null}
      {answer.isPending ? <Loader size="sm" role="status" aria-label="Loading the versions" /> : null}
      {answer.data ? <Versions versions={answer.data.versions} /> : null}
    </Dialog>
  );
}

function Versions({ versions }: { readonly versions: readonly PlanVersion[] }) {
  const sorted = [...versions].sort((a, b) => a.version - b.version);
  const [left, setLeft] = useState(() => String(sorted.at(-2)?.version ?? sorted.at(-1)?.version ?? ''));
  const [right, setRight] = useState(() => String(sorted.at(-1)?.version ?? ''));
  const of = (chosen: string) => sorted.find((one) => String(one.version) === chosen);
  const choices = sorted.map((one) => ({ value: String(one.version), label: `Version ${one.version}` }));
  const before = of(left);
  const after = of(right);
  return (
    <Stack gap="sm">
      <ol className="plan-rows">
        {sorted.map((one) => (
          <li key={one.version} className="plan-row">
            <div className="plan-row-head">
              <strong>Version {one.version}</strong>
              <span>
                {one.instalments.length} {one.instalments.length === 1 ? 'instalment' : 'instalments'},{' '}
                {formatDollars(one.totalCents)} in all
              </span>
            </div>
            <div className="plan-row-detail">
              {instantWords(one.madeAt)} by {one.author}
              {one.reason === '' ? '' : `; ${one.reason}`}
              {one.receivedBeforeCents > 0
                ? `; ${formatDollars(one.receivedBeforeCents)} had come in before it`
                : ''}
            </div>
          </li>
        ))}
      </ol>
      {sorted.length < 2 ? (
        <Text size="sm" c="dimmed">
          It has not been changed yet.
        </Text>
      ) : (
        <>
          <Group gap="xs">
            <NativeSelect
              label="Compare"
              value={left}
              onChange={(event) => setLeft(event.currentTarget.value)}
              data={choices}
            />
            <NativeSelect
              label="with"
              value={right}
              onChange={(event) => setRight(event.currentTarget.value)}
              data={choices}
            />
          </Group>
          {before && after ? (
            <SchedulePairs
              label="Two versions side by side"
              beforeTitle={`Version ${before.version}`}
              afterTitle={`Version ${after.version}`}
              before={leftAfter(before.instalments, after.receivedBeforeCents - before.receivedBeforeCents)}
              after={leftAfter(after.instalments, before.receivedBeforeCents - after.receivedBeforeCents)}
            />
          ) : null}
        </>
      )}
    </Stack>
  );
}

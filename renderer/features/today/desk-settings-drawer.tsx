/** How the queue is ranked and what the office aims at: weights that can be changed, with what would move before it is saved. */
import { Button, Drawer, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import type { TodayItem } from '../../../shared/contract/today.ts';
import type { DeskGoals, DeskSettings } from '../../../shared/domain/desk.ts';
import {
  mostFactorPercent,
  mostKindPoints,
  type QueueFactor,
  queueFactors,
  queueKinds,
  standardRanking,
} from '../../../shared/domain/queue.ts';
import { todayKindWords } from '../../../shared/text/labels.ts';
import { act } from '../../bridge/calls.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';
import { movesOf } from './moves.ts';

export type DeskSettingsDrawerProps = { readonly items: readonly TodayItem[]; close(): void };

const factorWords: Readonly<Record<QueueFactor, { readonly label: string; readonly says: string }>> = {
  worth: {
    label: 'Worth',
    says: '3 points from $50, 6 from $200, 9 from $500, 12 from $1,000, up to 24 from $20,000',
  },
  late: { label: 'Days late', says: '1 point a day, 20 at most' },
  deadline: {
    label: 'Last days of the law',
    says: '5 points 30 days ahead, 12 a week, 22 two days, 30 on the day',
  },
  callable: {
    label: 'May be called',
    says: '+15 now, −10 later today or another day, −20 not as things stand',
  },
  priority: { label: 'Priority of a reminder', says: '+25 high, −15 low' },
  tries: { label: 'Tries today', says: '−12 each' },
};

export function DeskSettingsDrawer({ items, close }: DeskSettingsDrawerProps) {
  const kept = useCall('desk.settings', {});
  return (
    <Drawer opened onClose={close} position="right" size="lg" title="Goals and ranking">
      <FaultAlert fault={kept.error?.fault ?? null} />
      {kept.data ? <SettingsForm kept={kept.data.settings} items={items} close={close} /> : null}
    </Drawer>
  );
}

type SettingsFormProps = DeskSettingsDrawerProps & { readonly kept: DeskSettings };

function SettingsForm({ kept, items, close }: SettingsFormProps) {
  const [settings, setSettings] = useState<DeskSettings>(kept);
  const [pending, setPending] = useState(false);
  const { ranking } = settings;
  const moves = movesOf(items, kept.ranking, ranking);
  const save = async () => {
    setPending(true);
    const result = await act('desk.setSettings', settings);
    setPending(false);
    if (!result.ok) {
      showFault(result.error);
      return;
    }
    showDone('Goals and ranking saved.', { undo: () => void act('desk.setSettings', kept) });
    close();
  };
  return (
    <Stack gap="md">
      <GoalFields
        title="Goals of a day"
        goals={settings.day}
        change={(day) => setSettings({ ...settings, day })}
      />
      <GoalFields
        title="Goals of a week"
        goals={settings.week}
        change={(week) => setSettings({ ...settings, week })}
      />
      <Switch
        label="Suggest a pause after three hard calls of the last five within an hour"
        checked={settings.suggestPause}
        onChange={(event) => setSettings({ ...settings, suggestPause: event.currentTarget.checked })}
      />
      <fieldset className="today-weights">
        <legend>Points of each kind</legend>
        {queueKinds.map((kind) => (
          <WeightField
            key={kind}
            label={todayKindWords[kind]}
            value={ranking.kinds[kind]}
            most={mostKindPoints}
            standard={standardRanking.kinds[kind]}
            change={(value) =>
              setSettings({
                ...settings,
                ranking: { ...ranking, kinds: { ...ranking.kinds, [kind]: value } },
              })
            }
          />
        ))}
      </fieldset>
      <fieldset className="today-weights">
        <legend>Other parts, in percent of the standard</legend>
        {queueFactors.map((factor) => (
          <WeightField
            key={factor}
            label={factorWords[factor].label}
            says={factorWords[factor].says}
            value={ranking.factors[factor]}
            most={mostFactorPercent}
            standard={standardRanking.factors[factor]}
            suffix=" %"
            change={(value) =>
              setSettings({
                ...settings,
                ranking: { ...ranking, factors: { ...ranking.factors, [factor]: value } },
              })
            }
          />
        ))}
      </fieldset>
      <section aria-label="What would move">
        <Text size="sm" fw={500}>
          What would move
        </Text>
        {moves.length === 0 ? (
          <Text size="sm" c="dimmed">
            Nothing: the first {Math.min(items.length, 200).toLocaleString('en-US')} stay in their order.
          </Text>
        ) : (
          <ul className="today-moves">
            {moves.slice(0, 8).map(({ name, from, to, points }) => (
              <li key={`${name} ${from}`}>
                {name}: from {from} to <strong>{to}</strong>, {points} points
              </li>
            ))}
            {moves.length > 8 ? <li>and {moves.length - 8} more</li> : null}
          </ul>
        )}
      </section>
      <Group justify="space-between" gap="xs" className="today-settings-end">
        <Button
          variant="subtle"
          color="gray"
          onClick={() => setSettings({ ...settings, ranking: standardRanking })}
        >
          Standard ranking
        </Button>
        <Group gap="xs">
          <Button variant="default" onClick={close}>
            Leave it
          </Button>
          <Button loading={pending} onClick={() => void save()}>
            Save
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

type GoalFieldsProps = { readonly title: string; readonly goals: DeskGoals; change(goals: DeskGoals): void };

function GoalFields({ title, goals, change }: GoalFieldsProps) {
  const count = (name: 'contacts' | 'conversations' | 'promises', label: string) => (
    <NumberInput
      label={label}
      value={goals[name] ?? ''}
      min={1}
      max={100_000}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      onChange={(value) =>
        change({ ...goals, [name]: typeof value === 'number' && value > 0 ? value : null })
      }
    />
  );
  return (
    <fieldset className="today-weights today-goal-fields">
      <legend>{title}</legend>
      {count('contacts', 'Contacts')}
      {count('conversations', 'Conversations')}
      {count('promises', 'Promises')}
      <NumberInput
        label="Collected"
        prefix="$"
        value={goals.collectedCents === null ? '' : goals.collectedCents / 100}
        min={1}
        max={100_000_000}
        decimalScale={2}
        allowNegative={false}
        thousandSeparator=","
        hideControls
        onChange={(value) =>
          change({
            ...goals,
            collectedCents: typeof value === 'number' && value > 0 ? Math.round(value * 100) : null,
          })
        }
      />
    </fieldset>
  );
}

type WeightFieldProps = {
  readonly label: string;
  readonly says?: string;
  readonly value: number;
  readonly most: number;
  readonly standard: number;
  readonly suffix?: string;
  change(value: number): void;
};

function WeightField({ label, says, value, most, standard, suffix = '', change }: WeightFieldProps) {
  return (
    <div className="today-weight">
      <span className="today-weight-name">
        {label}
        {says === undefined ? null : <span className="today-weight-says">{says}</span>}
      </span>
      <NumberInput
        aria-label={label}
        value={value}
        min={0}
        max={most}
        step={5}
        suffix={suffix}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        w="6.5rem"
        onChange={(next) => {
          if (typeof next === 'number') change(next);
        }}
      />
      <span className="today-weight-standard">
        {value === standard ? 'standard' : `standard ${standard}`}
      </span>
    </div>
  );
}

/**
 * How a reminder repeats: the usual ways by one choice, any other by parts, and when it ends. It hands on a rule of
 * `shared/domain/repeat.ts`, and `null` for one that comes once.
 */
import { Chip, Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addMonths, type Day, isDay, weekdayOf } from '../../shared/domain/days.ts';
import {
  type Frequency,
  monthlyChoices,
  mostCount,
  mostInterval,
  type Repeat,
  type RepeatEnd,
  readRepeat,
  ruleOf,
  usualRepeats,
} from '../../shared/domain/repeat.ts';
import { monthlyWords, repeatWords } from '../../shared/text/repeat-words.ts';

export type RepeatFieldProps = {
  /** A rule, or `null`. */
  readonly value: string | null;
  readonly startsOn: Day;
  onChange(rule: string | null): void;
};

const never: RepeatEnd = { kind: 'never' };
const custom = 'custom';

export function RepeatField({ value, startsOn, onChange }: RepeatFieldProps) {
  const repeat = value === null ? null : readRepeat(value);
  const usual = usualRepeats(startsOn);
  const plainRule = repeat === null ? '' : ruleOf({ ...repeat, end: never });
  const isUsual = repeat === null || usual.some((one) => ruleOf(one) === plainRule);
  const [byParts, setByParts] = useState(!isUsual);
  const shown = repeat === null ? '' : byParts || !isUsual ? custom : plainRule;
  const change = (next: Repeat) => onChange(ruleOf(next));

  const pick = (choice: string) => {
    setByParts(choice === custom);
    if (choice === '') return onChange(null);
    const end = repeat?.end ?? never;
    if (choice !== custom) return change({ ...(readRepeat(choice) ?? dailyRepeat), end });
    change(repeat ?? { ...dailyRepeat, frequency: 'weekly', weekdays: [weekdayOf(startsOn)] });
  };

  return (
    <div className="repeat-field">
      <NativeSelect
        label="Repeat"
        value={shown}
        onChange={(event) => pick(event.currentTarget.value)}
        data={[
          { value: '', label: 'Does not repeat' },
          ...usual.map((one) => ({ value: ruleOf(one), label: repeatWords(one, startsOn) })),
          { value: custom, label: 'Another way…' },
        ]}
      />
      {repeat !== null && shown === custom ? (
        <Parts repeat={repeat} startsOn={startsOn} change={change} />
      ) : null}
      {repeat === null ? null : <End repeat={repeat} startsOn={startsOn} change={change} />}
      {repeat === null ? null : (
        <Text size="xs" c="dimmed" role="status">
          {repeatWords(repeat, startsOn)}
        </Text>
      )}
    </div>
  );
}

const dailyRepeat: Repeat = { frequency: 'daily', interval: 1, weekdays: [], monthly: null, end: never };

type PartProps = { readonly repeat: Repeat; readonly startsOn: Day; change(next: Repeat): void };

const units: readonly { value: Frequency; label: string }[] = [
  { value: 'daily', label: 'days' },
  { value: 'weekly', label: 'weeks' },
  { value: 'monthly', label: 'months' },
  { value: 'yearly', label: 'years' },
];

const weekdayLetters = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function Parts({ repeat, startsOn, change }: PartProps) {
  const months = monthlyChoices(startsOn);
  const withUnit = (frequency: Frequency) =>
    change({
      ...repeat,
      frequency,
      weekdays: frequency === 'weekly' ? [weekdayOf(startsOn)] : [],
      monthly: frequency === 'monthly' ? (months[0] ?? null) : null,
    });
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <NumberInput
          label="Every"
          w={90}
          min={1}
          max={mostInterval}
          clampBehavior="strict"
          allowDecimal={false}
          value={repeat.interval}
          onChange={(interval) => {
            if (typeof interval === 'number' && interval >= 1) change({ ...repeat, interval });
          }}
        />
        <NativeSelect
          aria-label="Unit"
          value={repeat.frequency}
          onChange={(event) => withUnit(event.currentTarget.value as Frequency)}
          data={[...units]}
        />
      </Group>
      {repeat.frequency === 'weekly' ? (
        <Chip.Group
          multiple
          value={repeat.weekdays.map(String)}
          onChange={(picked) => {
            // A week without a day would never come.
            if (picked.length > 0) change({ ...repeat, weekdays: picked.map(Number).sort((a, b) => a - b) });
          }}
        >
          <Group gap={4} role="group" aria-label="On these days">
            {weekdayLetters.map((name, index) => (
              <Chip key={name} size="xs" value={String(index + 1)}>
                {name}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      ) : null}
      {repeat.frequency === 'monthly' && repeat.monthly !== null ? (
        <NativeSelect
          label="In the month"
          value={JSON.stringify(repeat.monthly)}
          onChange={(event) => {
            const picked = months.find((on) => JSON.stringify(on) === event.currentTarget.value);
            if (picked) change({ ...repeat, monthly: picked });
          }}
          data={withCurrent(months, repeat.monthly).map((on) => ({
            value: JSON.stringify(on),
            label: monthlyWords(on),
          }))}
        />
      ) : null}
    </>
  );
}

/** The offered ways, and the present one if the day was moved since. */
function withCurrent<T>(offered: readonly T[], current: T): readonly T[] {
  const key = JSON.stringify(current);
  return offered.some((one) => JSON.stringify(one) === key) ? offered : [current, ...offered];
}

function End({ repeat, startsOn, change }: PartProps) {
  const { end } = repeat;
  const pick = (kind: RepeatEnd['kind']) =>
    change({
      ...repeat,
      end:
        kind === 'never'
          ? never
          : kind === 'until'
            ? { kind, on: addMonths(startsOn, 3) }
            : { kind, count: 10 },
    });
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NativeSelect
        label="Ends"
        value={end.kind}
        onChange={(event) => pick(event.currentTarget.value as RepeatEnd['kind'])}
        data={[
          { value: 'never', label: 'Never' },
          { value: 'until', label: 'On a day' },
          { value: 'count', label: 'After some times' },
        ]}
      />
      {end.kind === 'until' ? (
        <TextInput
          type="date"
          aria-label="Last day"
          min={startsOn}
          max="2199-12-31"
          value={end.on}
          onChange={(event) => {
            const on = event.currentTarget.value;
            if (isDay(on)) change({ ...repeat, end: { kind: 'until', on } });
          }}
        />
      ) : null}
      {end.kind === 'count' ? (
        <NumberInput
          aria-label="How many times"
          w={90}
          min={1}
          max={mostCount}
          clampBehavior="strict"
          allowDecimal={false}
          value={end.count}
          onChange={(count) => {
            if (typeof count === 'number' && count >= 1) change({ ...repeat, end: { kind: 'count', count } });
          }}
        />
      ) : null}
    </Group>
  );
}

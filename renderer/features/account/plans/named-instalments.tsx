/** Instalments named one by one: a small table that must add up, and says what is still missing. */
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Controller, type UseFormReturn, useFieldArray } from 'react-hook-form';
import { addMonths, type Day } from '../../../../shared/domain/days.ts';
import { formatCents, formatDollars } from '../../../../shared/domain/money.ts';
import { DayField } from '../forms/day-field.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { parseTypedDay, showTypedDay } from '../forms/typed-day.ts';
import { namedMissing, type WorkshopAsked, type WorkshopFields } from './workshop-form.ts';

export type NamedInstalmentsProps = {
  readonly form: UseFormReturn<WorkshopFields, unknown, WorkshopAsked>;
  readonly today: Day;
  /** What they are to come to, down payment included; `null` while it is no sum. */
  readonly totalCents: number | null;
  /** Why they make no plan. */
  readonly refusal: string | undefined;
};

export function NamedInstalments({ form, today, totalCents, refusal }: NamedInstalmentsProps) {
  const rows = useFieldArray({ control: form.control, name: 'named' });
  const fields = form.watch();
  const { errors } = form.formState;
  const missingCents = totalCents === null ? null : namedMissing(fields, totalCents);
  // What is missing is said already; a refusal beside it would say the same again.
  const said =
    errors.named?.message ?? errors.named?.root?.message ?? (missingCents === 0 ? refusal : undefined);
  const add = () => {
    const last = parseTypedDay(fields.named.at(-1)?.dueOn ?? '', today);
    const next = last.ok ? addMonths(last.value, 1) : addMonths(today, 1);
    rows.append({
      dueOn: showTypedDay(next),
      amount: missingCents !== null && missingCents > 0 ? formatCents(missingCents) : '',
    });
  };
  return (
    <fieldset className="plan-named">
      <legend>Instalments by name</legend>
      {rows.fields.map((row, place) => (
        <div key={row.id} className="plan-named-row">
          <Controller
            control={form.control}
            name={`named.${place}.dueOn`}
            render={({ field }) => (
              <DayField
                inputRef={field.ref}
                label={`Day of instalment ${place + 1}`}
                today={today}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors.named?.[place]?.dueOn?.message}
              />
            )}
          />
          <Controller
            control={form.control}
            name={`named.${place}.amount`}
            render={({ field }) => (
              <MoneyField
                inputRef={field.ref}
                label={`Sum of instalment ${place + 1}`}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors.named?.[place]?.amount?.message}
              />
            )}
          />
          <ActionIcon
            mt={20}
            color="gray"
            aria-label={`Remove instalment ${place + 1}`}
            onClick={() => rows.remove(place)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Group justify="space-between" gap="xs">
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={add}
        >
          Add an instalment
        </Button>
        <Text size="sm" role="status" className={missingCents === 0 ? '' : 'plan-lacks'}>
          {missingCents === null
            ? ''
            : missingCents === 0
              ? 'They add up.'
              : missingCents > 0
                ? `${formatDollars(missingCents)} is still missing.`
                : `${formatDollars(-missingCents)} too much.`}
        </Text>
      </Group>
      {said === undefined ? null : (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {said}
        </Text>
      )}
    </fieldset>
  );
}

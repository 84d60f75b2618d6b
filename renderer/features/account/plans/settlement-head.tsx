/** What only a settlement has: in one sum or in parts, as a share, and until when it can be accepted. */
import { SegmentedControl, SimpleGrid, TextInput } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { Day } from '../../../../shared/domain/days.ts';
import { DayField } from '../forms/day-field.tsx';
import type { WorkshopAsked, WorkshopFields } from './workshop-form.ts';

export type SettlementHeadProps = {
  readonly form: UseFormReturn<WorkshopFields, unknown, WorkshopAsked>;
  readonly today: Day;
  readonly shareError: string | undefined;
};

export function SettlementHead({ form, today, shareError }: SettlementHeadProps) {
  const { errors } = form.formState;
  const fields = form.watch();
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label="How the settlement is paid"
        value={fields.lump ? 'lump' : 'parts'}
        onChange={(value) => {
          form.setValue('lump', value === 'lump', { shouldDirty: true });
          if (value === 'lump') form.setValue('shape', 'even');
          else if (fields.count.trim() === '1') form.setValue('count', '3');
        }}
        data={[
          { value: 'lump', label: 'One sum' },
          { value: 'parts', label: 'In parts' },
        ]}
      />
      <SimpleGrid cols={2} spacing="xs">
        <TextInput
          label="Share of the balance"
          data-first
          description="In %; or type the sum below"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          rightSection={<span aria-hidden>%</span>}
          className="account-money-field"
          inputMode="decimal"
          autoComplete="off"
          error={shareError}
          {...form.register('share', {
            onChange: (event: { target: { value: string } }) => {
              // The two say the same thing; the one typed last counts.
              if (event.target.value.trim() !== '') form.setValue('total', '');
            },
          })}
        />
        <Controller
          control={form.control}
          name="expiresOn"
          render={({ field }) => (
            <DayField
              inputRef={field.ref}
              label="Can be accepted until"
              today={today}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.expiresOn?.message}
            />
          )}
        />
      </SimpleGrid>
    </>
  );
}

/** What most plans do without, out of the way until it is asked for or in use. */
import { NativeSelect, SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { Day } from '../../../../shared/domain/days.ts';
import { rollRules } from '../../../../shared/domain/plan-terms.ts';
import { rollRuleWords } from '../../../../shared/text/labels.ts';
import { DayField } from '../forms/day-field.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import type { WorkshopAsked, WorkshopFields } from './workshop-form.ts';

export type MoreTermsProps = {
  readonly form: UseFormReturn<WorkshopFields, unknown, WorkshopAsked>;
  readonly today: Day;
  readonly named: boolean;
  errorAt(field: 'balloon' | 'downPayment'): string | undefined;
};

export function MoreTerms({ form, today, named, errorAt }: MoreTermsProps) {
  const fields = form.watch();
  const { errors } = form.formState;
  const used = named || fields.downPayment !== '' || fields.balloon !== '' || fields.roll !== 'none';
  return (
    <details className="plan-more" open={used || undefined}>
      <summary>Down payment, larger last, named sums, weekends</summary>
      <Stack gap="xs">
        <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
          <Controller
            control={form.control}
            name="downPayment"
            render={({ field }) => (
              <MoneyField
                inputRef={field.ref}
                label="Down payment"
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errorAt('downPayment')}
              />
            )}
          />
          <Controller
            control={form.control}
            name="downOn"
            render={({ field }) => (
              <DayField
                inputRef={field.ref}
                label="Paid down on"
                today={today}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors.downOn?.message}
              />
            )}
          />
          {named ? null : (
            <Controller
              control={form.control}
              name="balloon"
              render={({ field }) => (
                <MoneyField
                  inputRef={field.ref}
                  label="Larger last instalment"
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  error={errorAt('balloon')}
                />
              )}
            />
          )}
          <NativeSelect
            label="On weekends, holidays"
            data={rollRules.map((rule) => ({ value: rule, label: rollRuleWords[rule] }))}
            {...form.register('roll')}
          />
        </SimpleGrid>
        <SegmentedControl
          fullWidth
          aria-label="How the instalments are made up"
          value={fields.shape}
          onChange={(value) =>
            form.setValue('shape', value === 'named' ? 'named' : 'even', { shouldDirty: true })
          }
          data={[
            { value: 'even', label: 'Equal instalments' },
            { value: 'named', label: 'Each named by itself' },
          ]}
        />
      </Stack>
    </details>
  );
}

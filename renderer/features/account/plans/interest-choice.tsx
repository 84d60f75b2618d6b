/** Whether instalments pay the interest that runs on the way; where accounts bear it by different terms, why not. */
import { Checkbox, Text } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { dayCountWords } from '../../../../shared/text/labels.ts';
import type { PlanBasis, WorkshopAsked, WorkshopFields } from './workshop-form.ts';

export type InterestChoiceProps = {
  readonly form: UseFormReturn<WorkshopFields, unknown, WorkshopAsked>;
  readonly basis: PlanBasis;
};

export function InterestChoice({ form, basis }: InterestChoiceProps) {
  if (basis.mixedTerms) {
    return (
      <div className="plan-note">
        <span>
          The accounts bear interest by different terms, so none is reckoned here. It goes on running on each
          account and is owed beside the plan.
        </span>
      </div>
    );
  }
  const { interest } = basis;
  if (interest === null) return null;
  return (
    <div>
      <Controller
        control={form.control}
        name="withInterest"
        render={({ field }) => (
          <Checkbox
            label={`With interest at ${interest.rate} % a year, ${dayCountWords[interest.dayCount]}, from ${dayWords(interest.fromOn)}`}
            ref={field.ref}
            checked={field.value}
            onChange={(event) => field.onChange(event.currentTarget.checked)}
            onBlur={field.onBlur}
          />
        )}
      />
      {form.watch('withInterest') ? null : (
        <Text size="xs" c="dimmed">
          Interest goes on running on the account and is owed beside the plan.
        </Text>
      )}
    </div>
  );
}

/** Interest from a day on, or its stop. A rate must name what allows it, and an unusual one is asked about. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Group, SegmentedControl, SimpleGrid } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { PostingEffect } from '../../../../shared/contract/ledger.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { compoundings, dayCounts } from '../../../../shared/domain/interest.ts';
import { basisKinds } from '../../../../shared/domain/ledger.ts';
import { askAboveRate } from '../../../../shared/domain/rate.ts';
import { basisKindWords, compoundingWords, dayCountWords } from '../../../../shared/text/labels.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { ChoiceInput, DayInput, LineInput, optionsOf, SumInput } from '../forms/bound-fields.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { blankTerms, isHighRate, type TermsFields, termsFields, termsSchema } from './terms-fields.ts';

export type TermsFormProps = {
  readonly accountId: number;
  readonly today: Day;
  onSaved(words: string, effect: PostingEffect): void;
  onCancel(): void;
};

export function TermsForm({ accountId, today, onSaved, onCancel }: TermsFormProps) {
  const schema = useMemo(() => termsSchema(today), [today]);
  const blank = blankTerms(today);
  const form = useForm<TermsFields, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`terms:${accountId}`, form, termsFields, blank);
  const { control, setFocus } = form;
  const set = useOnce('ledger.setTerms');
  const { method, rate, confirmHighRate } = useWatch({ control }) as TermsFields;
  useEffect(() => setFocus('fromOn'), [setFocus]);
  const asks = method !== 'none' && isHighRate(rate);
  const submit = form.handleSubmit(async (terms) => {
    const result = await set.run({ accountId, ...terms, confirmHighRate: asks && terms.confirmHighRate });
    if (!result.ok) return;
    draft.clear();
    onSaved(terms.method === 'none' ? 'Interest stops.' : 'Terms saved.', result.value.effect);
  });
  return (
    <form
      className="account-form money-inner-form"
      aria-label="New terms"
      noValidate
      onSubmit={submit}
      onKeyDown={submitOnPress(set.pending)}
      onChange={set.forget}
    >
      <SegmentedControl
        aria-label="Interest"
        value={method}
        onChange={(value) => form.setValue('method', value as TermsFields['method'], { shouldDirty: true })}
        data={[
          { value: 'simple', label: 'Simple interest' },
          { value: 'compound', label: 'Compound interest' },
          { value: 'none', label: 'Stop interest' },
        ]}
      />
      <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs">
        <DayInput control={control} name="fromOn" label="From" required today={today} leaning="behind" />
        {method === 'none' ? null : (
          <>
            <LineInput
              control={control}
              name="rate"
              label="Rate, percent a year"
              required
              placeholder="7.25"
            />
            <ChoiceInput
              control={control}
              name="dayCount"
              label="Days counted"
              options={optionsOf(dayCounts, dayCountWords)}
            />
            {method === 'compound' ? (
              <ChoiceInput
                control={control}
                name="compounding"
                label="Added to the sum"
                options={optionsOf(compoundings, compoundingWords)}
              />
            ) : null}
            <SumInput control={control} name="cap" label="At most" placeholder="No cap" />
          </>
        )}
      </SimpleGrid>
      <div className="money-basis">
        <ChoiceInput
          control={control}
          name="basisKind"
          label="What allows it"
          options={optionsOf(basisKinds, basisKindWords)}
        />
        <LineInput
          control={control}
          name="basis"
          label="The clause, section or order itself"
          required
          placeholder={method === 'none' ? 'Debtor’s letter of 3 March' : 'Agreement §4'}
        />
      </div>
      {asks ? (
        <Checkbox
          label={`The rate is above ${askAboveRate} % a year. It is right, and what is named above allows it.`}
          checked={confirmHighRate}
          onChange={(event) => form.setValue('confirmHighRate', event.currentTarget.checked)}
        />
      ) : null}
      <FaultAlert fault={set.fault} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <SubmitButton pending={set.pending} disabled={!draft.ready}>
          {method === 'none' ? 'Stop interest' : 'Save terms'}
        </SubmitButton>
      </Group>
    </form>
  );
}

/**
 * A court's award. It takes the place of what was owed, which stays beside it; interest then runs by the judgment alone.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Group, SimpleGrid, Table } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { PostingEffect } from '../../../../shared/contract/ledger.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { dayCounts } from '../../../../shared/domain/interest.ts';
import { formatCents } from '../../../../shared/domain/money.ts';
import { askAboveRate } from '../../../../shared/domain/rate.ts';
import { componentWords, dayCountWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { ChoiceInput, DayInput, LineInput, optionsOf, SumInput } from '../forms/bound-fields.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { parseTypedDay } from '../forms/typed-day.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { within } from './day-steps.ts';
import {
  blankJudgment,
  isHighRate,
  type JudgmentFields,
  judgmentFields,
  judgmentSchema,
} from './terms-fields.ts';
import { useSettled } from './use-settled.ts';

export type JudgmentFormProps = {
  readonly accountId: number;
  readonly today: Day;
  onSaved(words: string, effect: PostingEffect): void;
  onCancel(): void;
};

export function JudgmentForm({ accountId, today, onSaved, onCancel }: JudgmentFormProps) {
  const schema = useMemo(() => judgmentSchema(today), [today]);
  const blank = blankJudgment(today);
  const form = useForm<JudgmentFields, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`judgment:${accountId}`, form, judgmentFields, blank);
  const { control, setFocus } = form;
  const enter = useOnce('ledger.enterJudgment');
  const fields = useWatch({ control }) as JudgmentFields;
  useEffect(() => setFocus('court'), [setFocus]);
  const asks = isHighRate(fields.rate);
  const read = parseTypedDay(fields.judgedOn, today, 'behind');
  const judgedOn = useSettled(read.ok ? within(read.value) : today);
  const before = useCall(
    'ledger.explain',
    { accountId, asOf: judgedOn, knownOn: null },
    { keepPrevious: true },
  );
  const parts = before.data?.parts;
  const rows = [
    ['principal', parts?.principalCents],
    ['interest', parts?.interestCents],
    ['fees', parts?.feesCents],
    ['costs', parts?.costsCents],
  ] as const;
  const submit = form.handleSubmit(async (judgment) => {
    const result = await enter.run({
      accountId,
      ...judgment,
      confirmHighRate: asks && judgment.confirmHighRate,
    });
    if (!result.ok) return;
    draft.clear();
    onSaved('Judgment entered.', result.value.effect);
  });
  return (
    <form
      className="account-form money-inner-form"
      aria-label="Judgment"
      noValidate
      onSubmit={submit}
      onKeyDown={submitOnPress(enter.pending)}
      onChange={enter.forget}
    >
      <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs">
        <LineInput control={control} name="court" label="Court" required />
        <LineInput control={control} name="caseNumber" label="Case number" />
        <DayInput
          control={control}
          name="judgedOn"
          label="Day of the judgment"
          required
          today={today}
          leaning="behind"
        />
      </SimpleGrid>
      <Table className="money-award" aria-label="Award by part" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Part</Table.Th>
            <Table.Th ta="right">
              Owed before, on <DayText day={judgedOn} />
            </Table.Th>
            <Table.Th ta="right" w={180}>
              Awarded
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, cents]) => (
            <Table.Tr key={name}>
              <Table.Td>{componentWords[name]}</Table.Td>
              <Table.Td ta="right">
                <Money cents={cents ?? null} />
              </Table.Td>
              <Table.Td>
                <SumInput
                  control={control}
                  name={name}
                  label={`${componentWords[name]} awarded`}
                  hiddenLabel
                  placeholder="0.00"
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>Together</Table.Th>
            <Table.Th ta="right">
              <Money cents={before.data?.totalCents ?? null} />
            </Table.Th>
            <Table.Th ta="right">
              {parts ? (
                <button
                  type="button"
                  className="account-link"
                  onClick={() => {
                    for (const [name, cents] of rows)
                      form.setValue(name, formatCents(Math.max(0, cents ?? 0)), { shouldDirty: true });
                  }}
                >
                  As owed before
                </button>
              ) : null}
            </Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      <SimpleGrid cols={4} spacing="xs" verticalSpacing="xs">
        <ChoiceInput
          control={control}
          name="interestOn"
          label="Interest runs on"
          options={[
            { value: 'principal', label: 'the principal' },
            { value: 'award', label: 'the whole award' },
          ]}
        />
        <LineInput control={control} name="rate" label="Rate, percent a year" required placeholder="9" />
        <ChoiceInput
          control={control}
          name="dayCount"
          label="Days counted"
          options={optionsOf(dayCounts, dayCountWords)}
        />
        <DayInput control={control} name="startOn" label="Interest from" required today={today} />
      </SimpleGrid>
      <LineInput
        control={control}
        name="basis"
        label="What allows the rate"
        required
        placeholder="28 U.S.C. 1961, or the judgment’s own words"
      />
      {asks ? (
        <Checkbox
          label={`The rate is above ${askAboveRate} % a year. It is right, and what is named above allows it.`}
          checked={fields.confirmHighRate}
          onChange={(event) => form.setValue('confirmHighRate', event.currentTarget.checked)}
        />
      ) : null}
      <FaultAlert fault={enter.fault} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <SubmitButton pending={enter.pending} disabled={!draft.ready}>
          Enter judgment
        </SubmitButton>
      </Group>
    </form>
  );
}

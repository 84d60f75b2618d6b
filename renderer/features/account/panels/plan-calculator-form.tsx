/**
 * The calculator: type how many or how much each, the other one and the schedule follow at once. Offers in
 * different lengths stand side by side for naming on the phone.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Group, SegmentedControl, SimpleGrid, Table, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { addMonths, type Day } from '../../../../shared/domain/days.ts';
import { formatCents, formatDollars } from '../../../../shared/domain/money.ts';
import { type PlanFrequency, planFrequencies } from '../../../../shared/domain/plan.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { planFrequencyWords } from '../../../../shared/text/labels.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { fieldWords } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { useOnce } from '../forms/use-once.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import { answerPlan, offeredCounts, offersOf, type PlanAnswer } from './plan-calculator.ts';
import { blankPlan, fieldOfFault, type PlanFields, planFields, planSchema, typedTotal } from './plan-form.ts';

const shortFrequency: Readonly<Record<PlanFrequency, string>> = {
  weekly: 'Weekly',
  two_weekly: '2-weekly',
  monthly: 'Monthly',
};

export type PlanCalculatorProps = {
  readonly account: AccountFacts;
  readonly today: Day;
};

export function PlanCalculator({ account, today }: PlanCalculatorProps) {
  const { accountId } = account;
  const { balanceCents } = account.balance;
  const schema = useMemo(() => planSchema(today, balanceCents), [today, balanceCents]);
  const blank: PlanFields = useMemo(
    () => ({ ...blankPlan, firstOn: showTypedDay(addMonths(today, 1)) }),
    [today],
  );
  const form = useForm({ resolver: zodResolver(schema), defaultValues: blank });
  const draft = useFormDraft(`plan:${accountId}`, form, planFields, blank);
  const begin = useOnce('plans.start');
  const [confirming, setConfirming] = useState<PlanAnswer | null>(null);
  const { errors } = form.formState;
  const fields = form.watch();

  // The answer follows every key; only what the fields together cannot mean is left to the submit.
  const asked = schema.safeParse(fields);
  const answer = asked.success ? answerPlan(asked.data, balanceCents) : null;
  const shown = answer?.ok ? answer.value : null;
  const refusedAt = answer && !answer.ok ? fieldOfFault(answer.error.code, fields.by) : null;
  const refusal = answer && !answer.ok ? fieldWords(answer.error) : undefined;
  const errorAt = (field: keyof PlanFields) =>
    errors[field]?.message ?? (refusedAt === field ? refusal : undefined);

  const totalCents = typedTotal(fields, balanceCents);
  const firstOn = planSchemaFirstOn(schema, fields) ?? addMonths(today, 1);
  const offers =
    totalCents === null || totalCents > balanceCents
      ? []
      : offersOf(totalCents, fields.frequency, firstOn, offeredCounts[fields.frequency]);

  const submit = form.handleSubmit((question) => {
    const final = answerPlan(question, balanceCents);
    if (final.ok) setConfirming(final.value);
  });
  const startPlan = async (plan: PlanAnswer) => {
    const result = await begin.run({ accountId, terms: plan.terms });
    setConfirming(null);
    if (!result.ok) return;
    draft.clear();
    showDone(`Plan started: ${plan.terms.count} instalments, the first on ${dayWords(plan.terms.firstOn)}.`);
  };

  return (
    <>
      <form
        className="account-form"
        noValidate
        onSubmit={submit}
        onKeyDown={submitOnPress(begin.pending)}
        onChange={begin.forget}
      >
        <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
          <Controller
            control={form.control}
            name="total"
            render={({ field }) => (
              <MoneyField
                inputRef={field.ref}
                label="Total to pay"
                value={field.value}
                placeholder={formatCents(balanceCents)}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errorAt('total')}
                description={
                  totalCents === null || totalCents >= balanceCents
                    ? 'The whole balance'
                    : `${formatDollars(balanceCents - totalCents)} stays outside the plan`
                }
              />
            )}
          />
          <Controller
            control={form.control}
            name="firstOn"
            render={({ field }) => (
              <DayField
                inputRef={field.ref}
                label="First instalment on"
                required
                today={today}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errorAt('firstOn')}
              />
            )}
          />
        </SimpleGrid>
        <Controller
          control={form.control}
          name="frequency"
          render={({ field }) => (
            <SegmentedControl
              fullWidth
              aria-label="How often an instalment is due"
              value={field.value}
              onChange={field.onChange}
              data={planFrequencies.map((frequency) => ({
                value: frequency,
                label: shortFrequency[frequency],
              }))}
            />
          )}
        />
        <SimpleGrid cols={2} spacing="xs">
          <Controller
            control={form.control}
            name="count"
            render={({ field }) => (
              <TextInput
                label="Number of instalments"
                data-first
                inputMode="numeric"
                autoComplete="off"
                ref={field.ref}
                className="account-money-field"
                value={fields.by === 'count' ? field.value : (shown?.terms.count.toString() ?? '')}
                onChange={(event) => {
                  field.onChange(event.currentTarget.value);
                  form.setValue('by', 'count');
                }}
                onBlur={field.onBlur}
                error={errorAt('count')}
              />
            )}
          />
          <Controller
            control={form.control}
            name="amount"
            render={({ field }) => (
              <MoneyField
                inputRef={field.ref}
                label="or amount of each"
                value={fields.by === 'amount' ? field.value : shown ? formatCents(shown.amountCents) : ''}
                onChange={(text) => {
                  // Leaving the field writes the computed amount out again; only a typed one turns the question.
                  if (fields.by === 'count' && shown && text === formatCents(shown.amountCents)) return;
                  if (fields.by === 'count' && text === '') return;
                  field.onChange(text);
                  form.setValue('by', 'amount');
                }}
                onBlur={field.onBlur}
                error={errorAt('amount')}
              />
            )}
          />
        </SimpleGrid>
        {offers.length === 0 ? null : (
          <div>
            <Text size="xs" c="dimmed" mb={4}>
              Offers side by side
            </Text>
            <div className="account-offers">
              {offers.map((offer) => (
                <button
                  key={offer.count}
                  type="button"
                  className="account-offer"
                  aria-pressed={shown?.terms.count === offer.count}
                  onClick={() => {
                    form.setValue('by', 'count');
                    form.setValue('count', offer.count.toString(), { shouldValidate: true });
                  }}
                >
                  <span>{offer.count} times</span>
                  <strong className="money">{formatDollars(offer.amountCents)}</strong>
                  <span className="account-offer-end">to {monthWords(offer.lastOn)}</span>
                </button>
              ))}
            </div>
          </div>
        )}
        {shown ? <ScheduleTable answer={shown} /> : null}
        <FaultAlert fault={begin.fault} />
        <Group justify="flex-end">
          <SubmitButton
            disabled={!draft.ready}
            pending={begin.pending}
            rightSection={<KeyHint keys="Mod+Enter" />}
          >
            Start plan…
          </SubmitButton>
        </Group>
      </form>
      <ConfirmDialog
        opened={confirming !== null}
        title="Start this plan?"
        confirmLabel="Start plan"
        cancelLabel="Back to the calculator"
        pending={begin.pending}
        onClose={() => setConfirming(null)}
        onConfirm={() => {
          if (confirming) void startPlan(confirming);
        }}
      >
        {confirming ? <PlanSentence answer={confirming} /> : null}
      </ConfirmDialog>
    </>
  );
}

/** `Feb 2027`: an offer is named by its month. */
function monthWords(day: Day): string {
  return dayWords(day).replace(/^\d+ /, '');
}

/** The first day, when that field alone can be read. */
function planSchemaFirstOn(schema: ReturnType<typeof planSchema>, fields: PlanFields): Day | null {
  const read = schema.safeParse({ ...fields, total: '', by: 'count', count: '1' });
  return read.success ? read.data.firstOn : null;
}

function PlanSentence({ answer }: { readonly answer: PlanAnswer }) {
  const { terms, amountCents, lastCents, lastOn } = answer;
  return (
    <>
      {terms.count} {terms.count === 1 ? 'instalment' : 'instalments'} of {formatDollars(amountCents)}
      {lastCents === amountCents ? '' : ` (the last ${formatDollars(lastCents)})`},{' '}
      {planFrequencyWords[terms.frequency].toLowerCase()} from {dayWords(terms.firstOn)} to {dayWords(lastOn)}
      ; {formatDollars(terms.totalCents)} in all. A reminder is set for each instalment. The plan can be
      cancelled at any time.
    </>
  );
}

function ScheduleTable({ answer }: { readonly answer: PlanAnswer }) {
  let left = answer.terms.totalCents;
  return (
    <ScrollRegion className="account-table-scroll" label="Schedule">
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">No.</Table.Th>
            <Table.Th>Due</Table.Th>
            <Table.Th ta="right">Amount</Table.Th>
            <Table.Th ta="right">Left after</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answer.schedule.map((instalment) => {
            left -= instalment.amountCents;
            return (
              <Table.Tr key={instalment.number}>
                <Table.Td ta="right">{instalment.number}</Table.Td>
                <Table.Td>
                  <DayText day={instalment.dueOn} />
                </Table.Td>
                <Table.Td ta="right">
                  <Money cents={instalment.amountCents} sign={false} />
                </Table.Td>
                <Table.Td ta="right">
                  <Money cents={left} sign={false} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={2}>In all</Table.Th>
            <Table.Th ta="right">
              <Money cents={answer.terms.totalCents} />
            </Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </ScrollRegion>
  );
}

/**
 * Changing a running plan: the kind of change on the left, what is left of the plan now beside what it would be on the right,
 * reckoned by the book with every key. Nothing is written before a reason is given.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import type { PlanFacts } from '../../../../shared/contract/plans.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { planFrequencies } from '../../../../shared/domain/plan-terms.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { planFrequencyWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { OverrideFields, overrideOf } from './floor-note.tsx';
import {
  type AmendBasis,
  blankPlanChange,
  type ChangeKind,
  catchUpWays,
  changeKinds,
  leftOf,
  type PlanChangeFields,
  planChangeFields,
  planChangeSchema,
  type ReasonedChange,
  reasonedChangeSchema,
} from './plan-change-form.ts';
import { SchedulePairs } from './schedule-pairs.tsx';

const changeWords: Readonly<Record<ChangeKind, string>> = {
  skip: 'Skip an instalment',
  catch_up: 'Catch up what was missed',
  redate: 'Move the days',
  pause: 'Pause',
  amend: 'New terms for what is left',
};

const catchUpWords: Readonly<Record<(typeof catchUpWays)[number], string>> = {
  with_next: 'With the next instalment',
  spread: 'Spread over the coming ones',
  at_end: 'After the last one',
};

export type ChangePlanDialogProps = {
  readonly plan: PlanFacts;
  readonly today: Day;
  /** The kind of change it opens with. */
  readonly first: ChangeKind;
  onClose(): void;
};

export function ChangePlanDialog({ plan, today, first, onClose }: ChangePlanDialogProps) {
  const { planId } = plan;
  const left = leftOf(plan);
  const leftCents = left.reduce((sum, one) => sum + one.amountCents, 0);
  // What is left of a plan with interest only the book knows; it says so where new terms come to something else.
  const [toldCents, setToldCents] = useState<number | null>(null);
  const accounts = useCall('plans.basis', { accountIds: plan.accounts.map((one) => one.accountId) });
  const basis = useMemo<AmendBasis>(
    () => ({
      leftCents: toldCents ?? leftCents,
      secondDay: plan.terms?.secondDay ?? null,
      roll: plan.terms?.roll ?? 'none',
      interest: plan.kind === 'plan' ? (accounts.data?.interest ?? null) : null,
    }),
    [toldCents, leftCents, plan.terms, plan.kind, accounts.data],
  );
  const blank = useMemo(() => ({ ...blankPlanChange(plan, today), change: first }), [plan, today, first]);
  const schema = useMemo(() => reasonedChangeSchema(today, basis), [today, basis]);
  const form = useForm<PlanChangeFields, unknown, ReasonedChange>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`plan-change:${planId}`, form, planChangeFields, blank);
  const { ready } = draft;
  const { setValue } = form;
  // What was typed before is kept, but the kind is the one that was just asked for.
  useEffect(() => {
    if (ready) setValue('change', first);
  }, [ready, first, setValue]);
  const change = useOnce('plans.change');
  const [asked, setAsked] = useState(false);
  const fields = form.watch();
  const read = planChangeSchema(today, basis).safeParse(fields);
  const preview = useCall(
    'plans.previewChange',
    { planId, change: read.success ? read.data : { change: 'pause', until: today } },
    { enabled: read.success, keepPrevious: true },
  );
  const previewFault = read.success ? (preview.error?.fault ?? null) : null;
  const told = previewFault?.code === 'plan.not_adding_up' ? previewFault.params.totalCents : null;
  useEffect(() => {
    if (typeof told === 'number') setToldCents(told);
  }, [told]);
  const belowFloor = change.fault?.code === 'plan.below_floor';
  const override = overrideOf({ reason: fields.overrideReason, allowedBy: fields.allowedBy });

  const submit = form.handleSubmit(async (meant) => {
    if (belowFloor && override === null) return setAsked(true);
    const result = await change.run({ planId, ...meant, override: belowFloor ? override : null });
    if (!result.ok) return;
    draft.clear();
    showDone(`The plan is changed; version ${result.value.version} counts from now.`);
    onClose();
  });

  return (
    <Dialog
      onClose={onClose}
      title={plan.kind === 'plan' ? 'Change this plan' : 'Change this settlement'}
      size={860}
    >
      <form noValidate onSubmit={submit} onKeyDown={submitOnPress(change.pending)}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <Stack gap="xs">
            <NativeSelect
              label="What changes"
              data-autofocus
              data={changeKinds.map((kind) => ({
                value: kind,
                label: changeWords[kind],
                disabled: kind === 'catch_up' && plan.missed === 0,
              }))}
              {...form.register('change')}
            />
            <ChangeFields form={form} plan={plan} today={today} basis={basis} />
            <TextInput
              label="Reason"
              withAsterisk
              autoComplete="off"
              error={form.formState.errors.reason?.message}
              {...form.register('reason')}
            />
            {belowFloor ? (
              <OverrideFields
                value={{ reason: fields.overrideReason, allowedBy: fields.allowedBy }}
                mayGoBelow={accounts.data?.floors.mayGoBelow ?? ''}
                asked={asked}
                onChange={(value) => {
                  setValue('overrideReason', value.reason);
                  setValue('allowedBy', value.allowedBy);
                }}
              />
            ) : null}
            <FaultAlert fault={change.fault} />
          </Stack>
          <Stack gap="xs">
            <Text size="sm" role="status">
              {read.success && preview.data
                ? `${formatDollars(leftCents)} is left now; it would be ${formatDollars(preview.data.totalCents)} in ${preview.data.instalments.length}, the last on ${dayWords(preview.data.instalments.at(-1)?.dueOn ?? today)}.`
                : 'Fill in the change to see what it makes of the plan.'}
            </Text>
            <FaultAlert fault={previewFault} />
            <SchedulePairs
              label="Now and after the change"
              beforeTitle="Now"
              afterTitle="After"
              before={left}
              after={read.success ? (preview.data?.instalments ?? left) : left}
            />
          </Stack>
        </SimpleGrid>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            Keep it as it is
          </Button>
          <SubmitButton pending={change.pending} disabled={!ready}>
            Change plan
          </SubmitButton>
        </Group>
      </form>
    </Dialog>
  );
}

type ChangeFieldsProps = {
  readonly form: UseFormReturn<PlanChangeFields, unknown, ReasonedChange>;
  readonly plan: PlanFacts;
  readonly today: Day;
  readonly basis: AmendBasis;
};

function ChangeFields({ form, plan, today, basis }: ChangeFieldsProps) {
  const fields = form.watch();
  const { errors } = form.formState;
  const day = (name: 'nextOn' | 'until' | 'firstOn', label: string) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <DayField
          inputRef={field.ref}
          label={label}
          required
          today={today}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={errors[name]?.message}
        />
      )}
    />
  );
  switch (fields.change) {
    case 'skip':
      return (
        <NativeSelect
          label="Instalment to leave out"
          description="Its sum follows after the last one"
          error={errors.skipNumber?.message}
          data={leftOf(plan).map((one) => ({
            value: String(one.number),
            label: `No. ${one.number}, ${dayWords(one.dueOn)}, ${formatDollars(one.amountCents)}`,
          }))}
          {...form.register('skipNumber')}
        />
      );
    case 'catch_up':
      return (
        <>
          <Controller
            control={form.control}
            name="how"
            render={({ field }) => (
              <Radio.Group
                label="What was missed is paid"
                value={field.value}
                onChange={(value) => {
                  const way = catchUpWays.find((one) => one === value);
                  if (way) field.onChange(way);
                }}
              >
                <Stack gap={4} mt={4}>
                  {catchUpWays.map((way) => (
                    <Radio key={way} value={way} label={catchUpWords[way]} />
                  ))}
                </Stack>
              </Radio.Group>
            )}
          />
          {fields.how === 'spread' ? (
            <TextInput
              label="Over how many instalments"
              inputMode="numeric"
              autoComplete="off"
              error={errors.over?.message}
              {...form.register('over')}
            />
          ) : null}
        </>
      );
    case 'redate':
      return day('nextOn', 'Next unpaid one on');
    case 'pause':
      return day('until', 'Nothing is due before');
    case 'amend':
      return (
        <>
          <Text size="sm">
            New terms for all that is left, {formatDollars(basis.leftCents)}; what was missed is in it.
          </Text>
          <SimpleGrid cols={2} spacing="xs">
            <TextInput
              label="How many"
              inputMode="numeric"
              autoComplete="off"
              className="account-money-field"
              error={errors.count?.message}
              {...form.register('count', { onChange: () => form.setValue('by', 'count') })}
            />
            <Controller
              control={form.control}
              name="amount"
              render={({ field }) => (
                <MoneyField
                  inputRef={field.ref}
                  label="or how much each"
                  value={fields.by === 'amount' ? field.value : ''}
                  onChange={(text) => {
                    field.onChange(text);
                    form.setValue('by', text.trim() === '' ? 'count' : 'amount');
                  }}
                  onBlur={field.onBlur}
                  error={errors.amount?.message}
                />
              )}
            />
            {day('firstOn', 'First one on')}
            <NativeSelect
              label="How often"
              data={planFrequencies.map((one) => ({ value: one, label: planFrequencyWords[one] }))}
              {...form.register('frequency')}
            />
          </SimpleGrid>
          {basis.interest ? (
            <Controller
              control={form.control}
              name="withInterest"
              render={({ field }) => (
                <Checkbox
                  label="With the interest that runs on the account"
                  ref={field.ref}
                  checked={field.value}
                  onChange={(event) => field.onChange(event.currentTarget.checked)}
                  onBlur={field.onBlur}
                />
              )}
            />
          ) : null}
        </>
      );
  }
}

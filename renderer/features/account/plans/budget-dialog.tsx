/**
 * The debtor's own income and expenses: told by themselves, written down only with their consent, deleted for good when they
 * ask. The sheet yields what they can afford a month, which feeds the workshop and nothing else.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import {
  ActionIcon,
  Button,
  Group,
  Loader,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Controller, type UseFormReturn, useFieldArray, useForm } from 'react-hook-form';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { budgetEvery, budgetSumsOf } from '../../../../shared/domain/budget.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatCents, formatDollars } from '../../../../shared/domain/money.ts';
import { budgetEveryWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText } from '../../../components/moments.tsx';
import { Money } from '../../../components/money.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import {
  type BudgetFields,
  blankBudget,
  budgetFields,
  budgetSchema,
  readableLines,
  type TypedBudget,
  usualConsent,
} from './budget-form.ts';

export type BudgetDialogProps = {
  readonly debtorId: number;
  readonly debtorName: string;
  readonly today: Day;
  onClose(): void;
};

export function BudgetDialog({ debtorId, debtorName, today, onClose }: BudgetDialogProps) {
  const answer = useCall('budgets.get', { debtorId });
  const [deleting, setDeleting] = useState(false);
  return (
    <Dialog
      onClose={onClose}
      // Mantine closes every open dialog on Escape; the question above this one goes first.
      closeOnEscape={!deleting}
      title={`Income and expenses of ${debtorName}`}
      size={780}
    >
      {answer.error ? <FaultAlert fault={answer.error.fault} /> : null}
      {answer.isPending ? <Loader size="sm" role="status" aria-label="Loading the budget" /> : null}
      {answer.data ? (
        <BudgetForm
          debtorId={debtorId}
          today={today}
          kept={answer.data.budget}
          deleting={deleting}
          onDeleting={setDeleting}
          onClose={onClose}
        />
      ) : null}
    </Dialog>
  );
}

type Kept = OutputOf<'budgets.get'>['budget'];

type BudgetFormProps = {
  readonly debtorId: number;
  readonly today: Day;
  readonly kept: Kept;
  /** Whether it is being asked if the budget is to be deleted. */
  readonly deleting: boolean;
  onDeleting(asked: boolean): void;
  onClose(): void;
};

function BudgetForm({ debtorId, today, kept, deleting, onDeleting, onClose }: BudgetFormProps) {
  const blank = useMemo(() => (kept === null ? blankBudget(today) : fieldsOf(kept)), [kept, today]);
  const schema = useMemo(() => budgetSchema(today), [today]);
  const form = useForm<BudgetFields, unknown, TypedBudget>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`budget:${debtorId}`, form, budgetFields, blank);
  const save = useOnce('budgets.save');
  const remove = useOnce('budgets.delete');
  const fields = form.watch();
  const { errors } = form.formState;
  const sums = budgetSumsOf(readableLines(fields));
  const submit = form.handleSubmit(async (budget) => {
    const result = await save.run({ debtorId, ...budget });
    if (!result.ok) return;
    draft.clear();
    showDone(`Budget kept: ${formatDollars(sums.affordableCents)} a month is affordable.`);
    onClose();
  });
  const deleteForGood = async () => {
    const result = await remove.run({ debtorId });
    onDeleting(false);
    if (!result.ok) return;
    draft.clear();
    showDone('The budget is deleted for good.');
    onClose();
  };
  return (
    <form noValidate onSubmit={submit} onKeyDown={submitOnPress(save.pending)} onChange={save.forget}>
      <Stack gap="sm">
        {kept === null ? null : (
          <Text size="sm" c="dimmed">
            Kept since <DayText day={kept.consentedOn} />. Saving replaces it.
          </Text>
        )}
        <SimpleGrid cols={2} spacing="xs">
          <TextInput
            label="How the debtor agreed"
            withAsterisk
            data-autofocus
            autoComplete="off"
            error={errors.consent?.message}
            description={
              <button
                type="button"
                className="account-link"
                onClick={() => form.setValue('consent', usualConsent, { shouldDirty: true })}
              >
                Usual words
              </button>
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.register('consent')}
          />
          <Controller
            control={form.control}
            name="consentedOn"
            render={({ field }) => (
              <DayField
                inputRef={field.ref}
                label="Agreed on"
                required
                today={today}
                leaning="behind"
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors.consentedOn?.message}
              />
            )}
          />
        </SimpleGrid>
        <BudgetLines form={form} />
        <dl className="plan-sums">
          <div>
            <dt>Income a month</dt>
            <dd>
              <Money cents={sums.incomeCents} />
            </dd>
          </div>
          <div>
            <dt>Expenses a month</dt>
            <dd>
              <Money cents={sums.expensesCents} />
            </dd>
          </div>
          <div>
            <dt>Affordable a month</dt>
            <dd>
              <Money cents={sums.affordableCents} />
            </dd>
          </div>
        </dl>
        <FaultAlert fault={save.fault ?? remove.fault} />
        <Group justify="space-between" gap="xs">
          {kept === null ? (
            <span />
          ) : (
            <Button variant="default" onClick={() => onDeleting(true)}>
              Delete for good…
            </Button>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <SubmitButton pending={save.pending} disabled={!draft.ready}>
              Save budget
            </SubmitButton>
          </Group>
        </Group>
      </Stack>
      <ConfirmDialog
        opened={deleting}
        title="Delete this budget for good?"
        confirmLabel="Delete for good"
        dangerous
        pending={remove.pending}
        onClose={() => onDeleting(false)}
        onConfirm={() => void deleteForGood()}
      >
        Every sheet of this debtor goes out of the book: the lines, the sums and the consent. It cannot be
        brought back; only an older backup still has it. Plans that were made stay.
      </ConfirmDialog>
    </form>
  );
}

/** Closed until it says how the debtor agreed: not even a half-typed figure is kept before that. */
function BudgetLines({ form }: { readonly form: UseFormReturn<BudgetFields, unknown, TypedBudget> }) {
  const rows = useFieldArray({ control: form.control, name: 'lines' });
  const { errors } = form.formState;
  const agreed = form.watch('consent').trim() !== '';
  return (
    <fieldset className="plan-named" disabled={!agreed}>
      <legend>
        {agreed ? 'Lines; those without a sum are left out' : 'First say how the debtor agreed to this'}
      </legend>
      {rows.fields.map((row, place) => (
        <div key={row.id} className="plan-budget-row">
          <NativeSelect
            aria-label={`Kind of line ${place + 1}`}
            data={[
              { value: 'income', label: 'Income' },
              { value: 'expense', label: 'Expense' },
            ]}
            {...form.register(`lines.${place}.kind`)}
          />
          <TextInput
            aria-label={`Name of line ${place + 1}`}
            autoComplete="off"
            error={errors.lines?.[place]?.name?.message}
            {...form.register(`lines.${place}.name`)}
          />
          <Controller
            control={form.control}
            name={`lines.${place}.amount`}
            render={({ field }) => (
              <MoneyField
                inputRef={field.ref}
                label={`Sum of line ${place + 1}`}
                hiddenLabel
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors.lines?.[place]?.amount?.message}
              />
            )}
          />
          <NativeSelect
            aria-label={`How often line ${place + 1}`}
            data={budgetEvery.map((every) => ({ value: every, label: budgetEveryWords[every] }))}
            {...form.register(`lines.${place}.every`)}
          />
          <ActionIcon color="gray" aria-label={`Remove line ${place + 1}`} onClick={() => rows.remove(place)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Group>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => rows.append({ kind: 'expense', name: '', amount: '', every: 'month' })}
        >
          Add a line
        </Button>
      </Group>
    </fieldset>
  );
}

function fieldsOf(kept: NonNullable<Kept>): BudgetFields {
  return {
    consent: kept.consent,
    consentedOn: showTypedDay(kept.consentedOn),
    lines: kept.lines.map((line) => ({
      kind: line.kind,
      name: line.name,
      amount: formatCents(line.amountCents),
      every: line.every,
    })),
  };
}

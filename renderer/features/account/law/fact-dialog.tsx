/** One fact of the debt or the person, said with its source; the one before stays in the history. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { type Day, isDay } from '../../../../shared/domain/days.ts';
import { pastDays } from '../../../../shared/domain/known-fact.ts';
import { formatCents, parseMoney } from '../../../../shared/domain/money.ts';
import type { Fault, Result } from '../../../../shared/errors/result.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { ChoiceInput, DayInput, LineInput, SumInput } from '../forms/bound-fields.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { requiredLine, typedDay } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { showTypedDay } from '../forms/typed-day.ts';
import { factHelp, factOptions, factTitle, factValueWords, type KnownName, shapeOf } from './fact-words.ts';

export type FactDialogProps = {
  readonly known: KnownName;
  readonly account: AccountFacts;
  readonly law: OutputOf<'law.account'>;
  readonly today: Day;
  onClose(): void;
};

/** The value as it is stored, or why it cannot be. */
function factSchema(known: KnownName, today: Day) {
  const shape = shapeOf(known);
  const past = known.of === 'debt' && pastDays.includes(known.name);
  return z
    .object({
      value: z.string(),
      source: requiredLine(300, 'Say where this is known from: the contract, the client, the debtor.'),
    })
    .transform((fields, context) => {
      const refuse = (message: string): never => {
        context.addIssue({ code: 'custom', path: ['value'], message });
        return z.NEVER;
      };
      const { source } = fields;
      if (shape === 'day') {
        const read = typedDay(today, {
          leaning: 'behind',
          ...(past
            ? { notAfter: { day: today, message: 'This day lies ahead; it must have happened already.' } }
            : {}),
        }).safeParse(fields.value);
        return read.success
          ? { source, value: read.data as string }
          : refuse(read.error.issues[0]?.message ?? 'Type a day.');
      }
      if (shape === 'cents') {
        const sum = parseMoney(fields.value);
        return sum.ok && sum.value >= 0
          ? { source, value: String(sum.value) }
          : refuse('Type a sum, for example 1,234.50.');
      }
      if (shape === 'text') {
        const line = requiredLine(300, 'Type it, or close the form to leave it unknown.').safeParse(
          fields.value,
        );
        return line.success
          ? { source, value: line.data }
          : refuse(line.error.issues[0]?.message ?? 'Type it.');
      }
      return fields.value === '' ? refuse('Choose one.') : { source, value: fields.value };
    });
}

function typedOf(known: KnownName, value: string | undefined): string {
  if (value === undefined) return '';
  const shape = shapeOf(known);
  if (shape === 'day') return isDay(value) ? showTypedDay(value) : value;
  if (shape === 'cents') return formatCents(Number(value));
  return value;
}

export function FactDialog({ known, account, law, today, onClose }: FactDialogProps) {
  const now = known.of === 'debt' ? law.debtFacts[known.name] : law.personFacts[known.name];
  const form = useForm({
    resolver: zodResolver(factSchema(known, today)),
    defaultValues: { value: typedOf(known, now?.value), source: '' },
  });
  const { pending, fault, forget, save } = useFactCommand(known, account);
  const title = factTitle(known);
  const shape = shapeOf(known);
  const done = (result: Result<unknown>, words: string) => {
    if (!result.ok) return;
    onClose();
    showDone(words);
  };
  const submit = form.handleSubmit(async ({ value, source }) =>
    done(await save(value, source), `${title}: ${factValueWords(known, value)}.`),
  );
  const takeBack = async () => {
    const valid = await form.trigger('source', { shouldFocus: true });
    if (valid) done(await save('', form.getValues('source').trim()), `${title} is not known again.`);
  };
  return (
    <Dialog onClose={onClose} title={title} size="md">
      <form onSubmit={submit} onChange={forget} noValidate>
        <Stack gap="sm">
          {factHelp(known) === '' ? null : (
            <Text size="sm" c="dimmed">
              {factHelp(known)}
            </Text>
          )}
          {now === undefined ? null : (
            <Text size="sm">
              On file: <strong>{factValueWords(known, now.value)}</strong>, from{' '}
              {now.source || 'no stated source'}, since <DayText day={now.since} />.
            </Text>
          )}
          {shape === 'day' ? (
            <DayInput
              control={form.control}
              name="value"
              label="Day"
              required
              today={today}
              leaning="behind"
            />
          ) : shape === 'cents' ? (
            <SumInput control={form.control} name="value" label="Sum" required />
          ) : shape === 'text' ? (
            <LineInput control={form.control} name="value" label={title} required autoFocus />
          ) : shape === 'state' ? (
            <StateInput control={form.control} label={title} known={known} />
          ) : (
            <ChoiceInput
              control={form.control}
              name="value"
              label={title}
              required
              options={[{ value: '', label: 'Choose…' }, ...factOptions(known)]}
            />
          )}
          <LineInput
            control={form.control}
            name="source"
            label="Where this is known from"
            required
            placeholder="Contract of 3 May 2024, client’s file, debtor on the phone"
          />
          <FaultAlert fault={fault} />
          <Group justify="space-between" gap="xs">
            {now === undefined ? (
              <span />
            ) : (
              <Button variant="subtle" color="gray" onClick={() => void takeBack()}>
                Not known after all
              </Button>
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <SubmitButton pending={pending}>Save</SubmitButton>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type StateInputProps = {
  readonly control: ReturnType<typeof useForm<{ value: string; source: string }>>['control'];
  readonly label: string;
  readonly known: KnownName;
};

function StateInput({ control, label, known }: StateInputProps) {
  return (
    <Controller
      control={control}
      name="value"
      render={({ field, fieldState }) => (
        <Select
          ref={field.ref}
          label={label}
          withAsterisk
          searchable
          data-autofocus
          data={[...factOptions(known)]}
          value={field.value === '' ? null : field.value}
          onChange={(value) => field.onChange(value ?? '')}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
          comboboxProps={{ withinPortal: false }}
        />
      )}
    />
  );
}

type FactCommand = {
  readonly pending: boolean;
  readonly fault: Fault | null;
  forget(): void;
  save(value: string, source: string): Promise<Result<unknown>>;
};

function useFactCommand(known: KnownName, account: AccountFacts): FactCommand {
  const debt = useOnce('law.setDebtFact');
  const person = useOnce('law.setPersonFact');
  return {
    pending: debt.pending || person.pending,
    fault: debt.fault ?? person.fault,
    forget() {
      debt.forget();
      person.forget();
    },
    save: (value, source) =>
      known.of === 'debt'
        ? debt.run({ accountId: account.accountId, name: known.name, value, source })
        : person.run({ debtorId: account.debtor.debtorId, name: known.name, value, source }),
  };
}

/** What happens next and when: no account that is worked should be without it. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Autocomplete, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { DayText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { requiredLine, typedDay } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { showTypedDay } from '../forms/typed-day.ts';
import { isPlanless } from './planless.ts';

const usual = [
  'Call',
  'Call back',
  'Send a letter',
  'Check the payment',
  'Review the account',
  'Wait for an answer',
];

export type NextStepProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  readonly open: boolean;
  onOpen(open: boolean): void;
};

export function NextStep({ account, today, open, onOpen }: NextStepProps) {
  const strategy = useCall('strategies.ofAccount', { accountId: account.accountId });
  const followed = strategy.data?.standing?.name ?? null;
  const missing = isPlanless(account) && strategy.data !== undefined && followed === null;
  const late = account.nextStepOn !== null && account.nextStepOn < today;
  return (
    <section className="account-next" aria-label="Next step">
      <div className="account-next-head">
        <span className="account-group-title">Next step</span>
        {open ? null : (
          <button type="button" className="account-link" onClick={() => onOpen(true)}>
            {account.nextStep === null ? 'Set' : 'Change'} <KeyHint keys="S" />
          </button>
        )}
      </div>
      {open ? (
        <NextStepForm account={account} today={today} onDone={() => onOpen(false)} />
      ) : account.nextStep !== null || account.nextStepOn !== null ? (
        <div className="account-next-text">
          <IconArrowRight size={15} aria-hidden />
          <span>
            {account.nextStep ?? 'Look at this account'}
            <span className={late ? 'past-due' : undefined} data-level={late ? 'late' : undefined}>
              {' '}
              <DayText day={account.nextStepOn} today={today} />
            </span>
          </span>
        </div>
      ) : (
        <div className="account-next-text" data-missing={missing || undefined}>
          {missing ? <IconAlertTriangle size={15} aria-hidden /> : null}
          <span>
            {missing
              ? 'Nothing is planned for this account.'
              : followed === null
                ? emptyWords(account)
                : 'None; the strategy brings it up.'}
          </span>
        </div>
      )}
    </section>
  );
}

function emptyWords({ status }: AccountFacts): string {
  if (status === 'plan') return 'None; the plan’s instalments come up by themselves.';
  return status === 'promise' ? 'None; the promise comes up when it is due.' : 'None.';
}

type NextStepFormProps = { readonly account: AccountFacts; readonly today: Day; onDone(): void };

function NextStepForm({ account, today, onDone }: NextStepFormProps) {
  const { accountId, nextStep, nextStepOn } = account;
  const schema = useMemo(
    () => z.strictObject({ text: requiredLine(200, 'Type what is to be done.'), day: typedDay(today) }),
    [today],
  );
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { text: nextStep ?? 'Call', day: showTypedDay(nextStepOn ?? addDays(today, 1)) },
  });
  const set = useOnce('accounts.setNextStep');
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ text, day }) => {
    const result = await set.run({ accountId, nextStep: text, nextStepOn: day });
    if (!result.ok) return;
    onDone();
    showDone('Next step saved.', {
      undo: () => void set.run({ accountId, nextStep, nextStepOn }),
    });
  });
  const remove = async () => {
    const result = await set.run({ accountId, nextStep: null, nextStepOn: null });
    if (!result.ok) return;
    onDone();
    showDone('Next step removed.', { undo: () => void set.run({ accountId, nextStep, nextStepOn }) });
  };
  return (
    <form
      className="account-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        submitOnPress(set.pending)(event);
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <Controller
        control={form.control}
        name="text"
        render={({ field }) => (
          <Autocomplete
            label="What"
            data={usual}
            openOnFocus={false}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.text?.message}
            onFocus={(event) => event.currentTarget.select()}
            autoFocus
          />
        )}
      />
      <Controller
        control={form.control}
        name="day"
        render={({ field }) => (
          <DayField
            inputRef={field.ref}
            label="When"
            required
            today={today}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.day?.message}
          />
        )}
      />
      <FaultAlert fault={set.fault} />
      <Group gap="xs" justify="flex-end">
        {nextStep === null && nextStepOn === null ? null : (
          <Button variant="subtle" color="gray" onClick={() => void remove()}>
            Remove
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <SubmitButton pending={set.pending}>Save</SubmitButton>
      </Group>
      <Text size="xs" c="dimmed">
        It comes up in Today on that day.
      </Text>
    </form>
  );
}

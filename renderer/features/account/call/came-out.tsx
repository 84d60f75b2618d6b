/**
 * What came out of the call: a promise, offers from the workshop, a reminder or callback, the next step. The same fields stand
 * beside the script and in the summing-up, so that nothing is typed twice.
 */
import { Button, CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconBell, IconHeartHandshake, IconPlus, IconRoute } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { ContactOutcome } from '../../../../shared/domain/contact.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { paymentMethods } from '../../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { paymentMethodWords } from '../../../../shared/text/labels.ts';
import { type CallInProgress, changeCurrentCall } from '../../../bridge/current-call.ts';
import { DayField } from '../forms/day-field.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { showTypedDay } from '../forms/typed-day.ts';
import { type FinishIssues, stepInForce, suggestedStep } from './finish-form.ts';

export type CameOutProps = {
  readonly account: AccountFacts;
  readonly call: CallInProgress;
  readonly today: Day;
  readonly outcome: ContactOutcome | null;
  readonly issues: FinishIssues;
  /** Nothing of the debt may be seen: no promise, no offers. */
  readonly covered: boolean;
  /** The next step is asked for when the call is summed up. */
  readonly withNextStep: boolean;
};

export function CameOut({ account, call, today, outcome, issues, covered, withNextStep }: CameOutProps) {
  const { promise, reminder, offers } = call;
  return (
    <div className="call-came-out">
      {promise !== null && !covered ? (
        <PromiseFields account={account} promise={promise} today={today} issues={issues} />
      ) : null}
      {covered
        ? null
        : offers.map((taken, index) => (
            <Part
              key={taken.words}
              title={taken.accepted ? 'Agreed' : 'Offered'}
              onRemove={() =>
                changeCurrentCall((now) => ({ ...now, offers: now.offers.filter((_, at) => at !== index) }))
              }
            >
              <p className="call-part-words">{taken.words}</p>
            </Part>
          ))}
      {reminder === null ? null : (
        <ReminderFields reminder={reminder} today={today} issues={issues} callback={outcome === 'callback'} />
      )}
      {withNextStep ? (
        <NextStepFields call={call} today={today} outcome={outcome} issues={issues} covered={covered} />
      ) : null}
      <Group gap={6}>
        {promise === null && !covered ? (
          <Add
            icon={<IconHeartHandshake size={15} aria-hidden />}
            label="Promise"
            onAdd={() =>
              changeCurrentCall((now) => ({
                ...now,
                promise: { amount: '', on: '', payer: '', method: '' },
              }))
            }
          />
        ) : null}
        {reminder === null ? (
          <Add
            icon={<IconBell size={15} aria-hidden />}
            label="Callback or reminder"
            onAdd={() =>
              changeCurrentCall((now) => ({
                ...now,
                reminder: { on: showTypedDay(addDays(today, 1)), time: '09:00', text: 'Call back as asked' },
              }))
            }
          />
        ) : null}
        {withNextStep && stepInForce(call, outcome, today) === null ? (
          <Add
            icon={<IconRoute size={15} aria-hidden />}
            label="Next step"
            onAdd={() =>
              changeCurrentCall((now) => ({
                ...now,
                noNextStep: false,
                nextStep: suggestedStep(now, outcome, today) ?? {
                  on: showTypedDay(addDays(today, 7)),
                  text: '',
                },
              }))
            }
          />
        ) : null}
      </Group>
    </div>
  );
}

function Add(props: { readonly icon: ReactNode; readonly label: string; onAdd(): void }) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={13} aria-hidden />}
      rightSection={props.icon}
      onClick={props.onAdd}
    >
      {props.label}
    </Button>
  );
}

type PartProps = { readonly title: string; onRemove(): void; readonly children: ReactNode };

function Part({ title, onRemove, children }: PartProps) {
  return (
    <section className="call-part" aria-label={title}>
      <div className="call-part-head">
        <h3>{title}</h3>
        <CloseButton size="sm" aria-label={`Take out: ${title}`} onClick={onRemove} />
      </div>
      {children}
    </section>
  );
}

type PromiseFieldsProps = {
  readonly account: AccountFacts;
  readonly promise: NonNullable<CallInProgress['promise']>;
  readonly today: Day;
  readonly issues: FinishIssues;
};

function PromiseFields({ account, promise, today, issues }: PromiseFieldsProps) {
  const set = (change: Partial<typeof promise>) =>
    changeCurrentCall((now) => (now.promise ? { ...now, promise: { ...now.promise, ...change } } : now));
  return (
    <Part title="Promise to pay" onRemove={() => changeCurrentCall((now) => ({ ...now, promise: null }))}>
      <div className="account-pair">
        <MoneyField
          label="Promised amount"
          required
          value={promise.amount}
          onChange={(amount) => set({ amount })}
          error={issues.promiseAmount}
          description={`Balance ${formatDollars(account.balance.balanceCents)}`}
        />
        <DayField
          label="To be paid by"
          required
          today={today}
          value={promise.on}
          onChange={(on) => set({ on })}
          error={issues.promiseOn}
        />
        <TextInput
          label="Who will pay"
          placeholder={account.debtor.name}
          autoComplete="off"
          maxLength={120}
          value={promise.payer}
          onChange={(event) => set({ payer: event.currentTarget.value })}
          error={issues.promisePayer}
        />
        <NativeSelect
          label="How"
          value={promise.method}
          onChange={(event) => {
            const chosen = paymentMethods.find((method) => method === event.currentTarget.value);
            set({ method: chosen ?? '' });
          }}
          data={[
            { value: '', label: 'Not said' },
            ...paymentMethods.map((method) => ({ value: method, label: paymentMethodWords[method] })),
          ]}
        />
      </div>
    </Part>
  );
}

type ReminderFieldsProps = {
  readonly reminder: NonNullable<CallInProgress['reminder']>;
  readonly today: Day;
  readonly issues: FinishIssues;
  readonly callback: boolean;
};

function ReminderFields({ reminder, today, issues, callback }: ReminderFieldsProps) {
  const set = (change: Partial<typeof reminder>) =>
    changeCurrentCall((now) => (now.reminder ? { ...now, reminder: { ...now.reminder, ...change } } : now));
  return (
    <Part
      title={callback ? 'Call back' : 'Reminder'}
      onRemove={() => changeCurrentCall((now) => ({ ...now, reminder: null }))}
    >
      <div className="account-pair">
        <DayField
          label="On"
          required
          today={today}
          value={reminder.on}
          onChange={(on) => set({ on })}
          error={issues.reminderOn}
        />
        <TextInput
          label="At"
          withAsterisk
          autoComplete="off"
          maxLength={20}
          description="9, 9:30, 2pm, your time"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={reminder.time}
          onChange={(event) => set({ time: event.currentTarget.value })}
          error={issues.reminderTime}
        />
      </div>
      <TextInput
        mt={6}
        label="Reminds of"
        autoComplete="off"
        maxLength={500}
        value={reminder.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        error={issues.reminderText}
      />
    </Part>
  );
}

type NextStepFieldsProps = Pick<CameOutProps, 'call' | 'today' | 'outcome' | 'issues' | 'covered'>;

function NextStepFields({ call, today, outcome, issues }: NextStepFieldsProps) {
  const step = stepInForce(call, outcome, today);
  if (step === null) return null;
  const set = (change: Partial<typeof step>) =>
    changeCurrentCall((now) => ({ ...now, nextStep: { ...step, ...change } }));
  return (
    <Part
      title="Next step"
      onRemove={() => changeCurrentCall((now) => ({ ...now, nextStep: null, noNextStep: true }))}
    >
      <div className="account-pair">
        <TextInput
          label="What"
          autoComplete="off"
          maxLength={200}
          value={step.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
          error={issues.nextText}
          description={call.nextStep === null ? 'Suggested by how the call ended' : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <DayField
          label="When"
          today={today}
          value={step.on}
          onChange={(on) => set({ on })}
          error={issues.nextOn}
        />
      </div>
    </Part>
  );
}

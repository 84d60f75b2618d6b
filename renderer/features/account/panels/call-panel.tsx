/**
 * Logging a contact while it happens: dial, talk, type, one key for the outcome, save. A promise or a callback
 * that comes out of it is recorded with the same press.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import {
  Button,
  Group,
  NativeSelect,
  SegmentedControl,
  Text,
  Textarea,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { IconHandStop, IconInfoCircle, IconPhone, IconPlayerStop } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { type ContactOutcome, contactChannels } from '../../../../shared/domain/contact.ts';
import { type Day, instantOf } from '../../../../shared/domain/days.ts';
import { paymentMethods } from '../../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import {
  contactChannelWords,
  contactOutcomeWords,
  holdKindWords,
  paymentMethodWords,
  phoneKindWords,
  phoneStatusWords,
  wordOf,
} from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { standsInTheWay, useDecision } from '../../../bridge/decide.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { useWhy } from '../../../bridge/why.ts';
import { DecisionDialog } from '../../../components/decision-dialog.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { isCallable } from '../callable-phone.ts';
import { isCovered, isTyping } from '../focus-facts.ts';
import { DayField } from '../forms/day-field.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { fieldWords } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { type ActChoice, reachOptions } from '../law/reach-words.ts';
import { blankCall, callSchema, keptCall, lengthOf, timerOf, usesPhone } from './call-form.ts';
import { startTimer, stopTimer } from './call-timer.ts';
import { ContactScope } from './contact-scope.tsx';
import { ContactVerdict } from './contact-verdict.tsx';
import {
  effectsOf,
  isPossible,
  meaningOf,
  outcomeGroups,
  outcomeKeys,
  outcomeOfKey,
} from './outcome-effects.ts';
import { RunningClock } from './running-clock.tsx';

export type CallPanelProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  readonly zone: string;
  /** The panel is the one shown: its digit keys are alive. */
  readonly active: boolean;
  /** Set by the facts' call buttons: the number that was just dialled. */
  readonly dialled: DialledPhone | null;
  /** When somebody asked to call another person about where the debtor is; `null` when nobody did. */
  readonly locatingAt: number | null;
  onPaymentTaken(): void;
};

/** A number dialled from elsewhere on the screen; `at` tells one dialling from the next. */
export type DialledPhone = { readonly phoneId: number; readonly at: number };

const keyOfOutcome = new Map(outcomeKeys.map(({ outcome, keys }) => [outcome, keys]));

export function CallPanel({
  account,
  today,
  zone,
  active,
  dialled,
  locatingAt,
  onPaymentTaken,
}: CallPanelProps) {
  const { accountId } = account;
  const { phones } = account.debtor;
  const schema = useMemo(
    () => callSchema(today, account.balance.balanceCents),
    [today, account.balance.balanceCents],
  );
  const firstPhone = phones.find((phone) => isCallable(phone.status))?.phoneId.toString() ?? '';
  const blank = useMemo(() => blankCall(firstPhone, today), [firstPhone, today]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: blank });
  const draft = useFormDraft(`call:${accountId}`, form, keptCall, blank);
  const contact = useOnce('contacts.record');
  const recording = useDecision(`decision:contact:${accountId}`);
  const dialling = useDecision(`decision:call:${accountId}`);
  const why = useWhy();
  const promise = useOnce('promises.record');
  const reminder = useOnce('reminders.set');
  const pending = contact.pending || promise.pending || reminder.pending;
  const { errors } = form.formState;
  const { setValue, getValues } = form;
  const fields = form.watch();
  const timer = timerOf(fields);
  const running = timer.startedAt !== null && timer.endedAt === null;
  const phone = phones.find((one) => one.phoneId.toString() === fields.phoneId) ?? null;
  const promiseField = useRef<HTMLInputElement>(null);
  const onPhone = usesPhone(fields.channel);
  const chosen: ActChoice = {
    channel: fields.channel,
    to: fields.to,
    partyName: fields.to === 'debtor' ? '' : fields.partyName.slice(0, 200),
    phoneId: onPhone && fields.phoneId !== '' ? Number(fields.phoneId) : null,
    emailId: fields.channel === 'email' && fields.emailId !== '' ? Number(fields.emailId) : null,
    addressId: null,
    purpose: fields.purpose,
    dialing: onPhone ? fields.dialing : 'by_hand',
  };

  const beginAt = useCallback(
    (now: number) => {
      const begun = startTimer(now);
      setValue('startedAt', begun.startedAt);
      setValue('endedAt', begun.endedAt);
    },
    [setValue],
  );

  useEffect(() => {
    if (dialled === null || !draft.ready) return;
    setValue('channel', 'call');
    setValue('direction', 'out');
    setValue('phoneId', dialled.phoneId.toString());
    beginAt(dialled.at);
  }, [dialled, draft.ready, setValue, beginAt]);

  // The rules are then asked about this call and not about one to the debtor.
  useEffect(() => {
    if (locatingAt === null || !draft.ready) return;
    setValue('channel', 'call');
    setValue('direction', 'out');
    setValue('to', 'third_party');
    setValue('purpose', 'locate');
    setValue('phoneId', '');
  }, [locatingAt, draft.ready, setValue]);

  const choose = useCallback(
    (outcome: ContactOutcome) => {
      setValue('outcome', outcome, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
      if (outcome === 'promise_to_pay') setTimeout(() => promiseField.current?.focus());
    },
    [setValue, form.formState.isSubmitted],
  );

  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (isTyping(event.target) || isCovered()) return;
      const outcome = outcomeOfKey(event.code, event.shiftKey);
      if (outcome === null || !isPossible(outcome, getValues('direction'), getValues('channel'))) return;
      event.preventDefault();
      choose(outcome);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [active, choose, getValues]);

  const dial = async () => {
    if (phone === null) return;
    const { phoneId } = phone;
    const meant = { ...chosen, channel: 'call' as const, direction: 'out' as const };
    const result = await dialling.run((decision) =>
      act('app.dial', { phoneId, accountId, act: meant, decision }),
    );
    if (!result.ok) {
      if (!standsInTheWay(result.error)) showFault(result.error);
      return;
    }
    beginAt(Date.now());
  };
  const stop = () => setValue('endedAt', stopTimer(timer, Date.now()).endedAt);

  const submit = form.handleSubmit(async (call) => {
    const callbackAt = call.callback ? instantOf(call.callback.day, call.callback.time, zone) : null;
    // Said before the call is recorded, so that nothing is left half-done.
    if (callbackAt !== null && callbackAt <= Date.now()) {
      const message = fieldWords({ code: 'reminder.in_past', params: {} });
      form.setError('callbackTime', { message }, { shouldFocus: true });
      return;
    }
    if (!getValues('recorded')) {
      // The moment is fixed at the first try, so that a retry is the same contact and posts once.
      const at = getValues('at') ?? Date.now();
      setValue('at', at);
      if (running) setValue('endedAt', at);
      const ended = running ? stopTimer(call.timer, at) : call.timer;
      const said = { accountId, ...call.contact, ...lengthOf(ended, at, at) };
      const result = await recording.run((decision) => contact.run({ ...said, decision }));
      if (!result.ok) return;
      setValue('recorded', true);
    }
    if (call.promise) {
      const result = await promise.run({ accountId, ...call.promise });
      if (!result.ok) return;
    }
    if (callbackAt !== null) {
      const result = await reminder.run({ accountId, text: 'Call back as asked', dueAt: callbackAt });
      if (!result.ok) return;
    }
    draft.clear();
    showDone(doneWords(call.contact.outcome, call.promise?.amountCents ?? null));
    if (call.contact.outcome === 'payment_taken') onPaymentTaken();
  });

  const hold = account.holds[0];
  const effects =
    fields.outcome === null ? [] : effectsOf(fields.outcome, onPhone ? (phone?.display ?? null) : null);
  const followFault = promise.fault ?? reminder.fault;

  return (
    <>
      <form
        className="account-form"
        noValidate
        onSubmit={submit}
        onKeyDown={submitOnPress(pending)}
        onChange={() => {
          contact.forget();
          promise.forget();
          reminder.forget();
        }}
      >
        {hold ? (
          <div className="account-hold">
            <IconHandStop size={18} aria-hidden />
            <div>
              <strong>On hold: {wordOf(holdKindWords, hold.kind)}</strong>
              <div>{hold.reason}</div>
            </div>
          </div>
        ) : null}
        <div className="account-call-top">
          <Controller
            control={form.control}
            name="direction"
            render={({ field }) => (
              <SegmentedControl
                aria-label="Direction"
                value={field.value}
                onChange={field.onChange}
                data={[
                  { value: 'out', label: 'Outgoing' },
                  { value: 'in', label: 'Incoming' },
                ]}
              />
            )}
          />
          <NativeSelect
            aria-label="Channel"
            data={contactChannels.map((channel) => ({ value: channel, label: contactChannelWords[channel] }))}
            {...form.register('channel')}
          />
        </div>
        {onPhone ? (
          <NativeSelect
            aria-label="Phone"
            data={[
              ...phones.map((one) => ({
                value: one.phoneId.toString(),
                label: `${one.display} · ${phoneKindWords[one.kind]} · ${phoneStatusWords[one.status]}`,
              })),
              { value: '', label: phones.length === 0 ? 'No phone is known' : 'Another or unknown phone' },
            ]}
            {...form.register('phoneId')}
          />
        ) : null}
        {fields.channel === 'email' ? (
          <NativeSelect
            aria-label="E-mail address"
            data={[...reachOptions('email', account.debtor)]}
            {...form.register('emailId')}
          />
        ) : null}
        <ContactScope form={form} debtor={account.debtor} />
        {fields.direction === 'out' ? (
          <ContactVerdict accountId={accountId} act={chosen} zone={zone} />
        ) : null}
        {fields.channel === 'call' ? (
          <div className="account-timer">
            <RunningClock timer={timer} />
            <Group gap="xs" wrap="nowrap">
              {running ? (
                <Button
                  data-first
                  color="red"
                  leftSection={<IconPlayerStop size={16} aria-hidden />}
                  onClick={stop}
                >
                  End call
                </Button>
              ) : (
                <Button
                  data-first
                  leftSection={<IconPhone size={16} aria-hidden />}
                  disabled={fields.direction === 'out' && (phone === null || !isCallable(phone.status))}
                  onClick={() => (fields.direction === 'out' ? void dial() : beginAt(Date.now()))}
                >
                  {fields.direction === 'out' ? 'Start call' : 'Take call'}
                </Button>
              )}
              {running || fields.direction === 'in' ? null : (
                <Button variant="default" onClick={() => beginAt(Date.now())}>
                  Timer only
                </Button>
              )}
            </Group>
          </div>
        ) : null}
        <Textarea
          label="What was said"
          minRows={2}
          maxRows={8}
          autosize
          error={errors.text?.message}
          {...form.register('text')}
        />
        <fieldset className="account-outcomes">
          <VisuallyHidden component="legend">How it ended</VisuallyHidden>
          {outcomeGroups.map((group, index) => (
            <div key={group.heading}>
              <div className="account-outcome-heading">
                <span>{group.heading}</span>
                {index === 0 ? <span>Keys work outside the fields</span> : null}
              </div>
              <div className="account-outcome-grid">
                {group.outcomes.map((outcome) => {
                  const possible = isPossible(outcome, fields.direction, fields.channel);
                  return (
                    <label key={outcome} className="account-outcome" data-off={possible ? undefined : true}>
                      <input
                        type="radio"
                        name={`outcome-${accountId}`}
                        value={outcome}
                        checked={fields.outcome === outcome}
                        disabled={!possible}
                        onChange={() => choose(outcome)}
                      />
                      <span>{contactOutcomeWords[outcome]}</span>
                      <OutcomeKeyHint keys={keyOfOutcome.get(outcome) ?? ''} />
                    </label>
                  );
                })}
              </div>
            </div>
          ))}
          {errors.outcome?.message === undefined ? null : (
            <Text size="xs" c="var(--mantine-color-error)" role="alert" mt={4}>
              {errors.outcome.message}
            </Text>
          )}
        </fieldset>
        {effects.map((effect) => (
          <Text key={effect} size="sm" className="account-effect" role="status">
            <IconInfoCircle size={15} aria-hidden /> {effect}
          </Text>
        ))}
        {fields.outcome === null ? null : (
          <Text size="xs" c="dimmed">
            {meaningOf(fields.outcome, fields.direction, fields.channel)}
          </Text>
        )}
        {fields.outcome === 'promise_to_pay' ? (
          <div className="account-pair">
            <Controller
              control={form.control}
              name="promiseAmount"
              render={({ field }) => (
                <MoneyField
                  label="Promised amount"
                  required
                  inputRef={(input) => {
                    field.ref(input);
                    promiseField.current = input;
                  }}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  error={errors.promiseAmount?.message}
                  description={`Balance ${formatDollars(account.balance.balanceCents)}`}
                />
              )}
            />
            <Controller
              control={form.control}
              name="promiseOn"
              render={({ field }) => (
                <DayField
                  inputRef={field.ref}
                  label="To be paid by"
                  required
                  today={today}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  error={errors.promiseOn?.message}
                />
              )}
            />
            <TextInput
              label="Who will pay"
              placeholder={account.debtor.name}
              autoComplete="off"
              error={errors.promisePayer?.message}
              {...form.register('promisePayer')}
            />
            <NativeSelect
              label="How"
              data={[
                { value: '', label: 'Not said' },
                ...paymentMethods.map((method) => ({ value: method, label: paymentMethodWords[method] })),
              ]}
              {...form.register('promiseMethod')}
            />
          </div>
        ) : null}
        {fields.outcome === 'callback' ? (
          <div className="account-pair">
            <Controller
              control={form.control}
              name="callbackOn"
              render={({ field }) => (
                <DayField
                  inputRef={field.ref}
                  label="Call back on"
                  required
                  today={today}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  error={errors.callbackOn?.message}
                />
              )}
            />
            <TextInput
              label="At"
              withAsterisk
              autoComplete="off"
              description="9, 9:30, 2pm"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              error={errors.callbackTime?.message}
              {...form.register('callbackTime')}
            />
          </div>
        ) : null}
        {recording.asked === null ? <FaultAlert fault={contact.fault} /> : null}
        <FaultAlert fault={followFault}>
          <Text size="sm" mt={4}>
            The call itself is recorded. Only the {promise.fault ? 'promise' : 'reminder'} is still missing.
          </Text>
        </FaultAlert>
        <Group justify="flex-end" className="account-form-foot">
          <SubmitButton pending={pending} disabled={!draft.ready} rightSection={<KeyHint keys="Mod+Enter" />}>
            Save {contactChannelWords[fields.channel].toLowerCase()}
          </SubmitButton>
        </Group>
      </form>
      <DecisionDialog asked={recording.asked} verb="Record" mayHaveHappened onWhy={() => why?.(chosen)} />
      <DecisionDialog asked={dialling.asked} verb="Dial" onWhy={() => why?.(chosen)} />
    </>
  );
}

/** `Shift+4` is written `⇧4`: the grid has no room for words. */
function OutcomeKeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="account-outcome-key" aria-hidden>
      {keys.replace('Shift+', '⇧')}
    </span>
  );
}

function doneWords(outcome: ContactOutcome, promisedCents: number | null): string {
  if (promisedCents !== null) return `Recorded, with a promise of ${formatDollars(promisedCents)}.`;
  if (outcome === 'callback') return 'Recorded, with a reminder to call back.';
  if (outcome === 'payment_taken') return 'Recorded. Now enter the payment.';
  return `Recorded: ${contactOutcomeWords[outcome].toLowerCase()}.`;
}

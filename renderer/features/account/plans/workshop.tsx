/**
 * The workshop: what is known is typed, what is wanted is worked out with every key, down to the cent and the day. It
 * reckons in the window; what counts is what the book reckons again when the plan is started or the offer logged.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Loader, NativeSelect, SegmentedControl, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { OfferRow } from '../../../../shared/contract/offers.ts';
import { affordableEach } from '../../../../shared/domain/budget.ts';
import { addDays, addMonths, type Day } from '../../../../shared/domain/days.ts';
import { formatCents, formatDollars } from '../../../../shared/domain/money.ts';
import type { Offer } from '../../../../shared/domain/offers.ts';
import { planFrequencies, planUnknowns } from '../../../../shared/domain/plan-terms.ts';
import { planFrequencyWords, planUnknownWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { fieldWords } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { AffordableHint } from './affordable-hint.tsx';
import { AgreeDialog } from './agree-dialog.tsx';
import { CoveredAccounts } from './covered-accounts.tsx';
import { DefaultChoice } from './default-choice.tsx';
import { FloorNote } from './floor-note.tsx';
import { InterestChoice } from './interest-choice.tsx';
import { LogOfferDialog } from './log-offer-dialog.tsx';
import { MoreTerms } from './more-terms.tsx';
import { NamedInstalments } from './named-instalments.tsx';
import { OfferCards } from './offer-cards.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { ScheduleTable } from './schedule-table.tsx';
import { SettlementHead } from './settlement-head.tsx';
import { useTakeOffer } from './take-offer.ts';
import { offersBeside, totalWords, workedText, workOut } from './work-out.ts';
import {
  blankWorkshop,
  figureOfFault,
  leastThatWorks,
  type PlanBasis,
  type WorkshopAsked,
  type WorkshopFields,
  type WorkshopKind,
  workshopFields,
  workshopOfOffer,
  workshopSchema,
} from './workshop-form.ts';
import { askFor, type Figure, isTyped, typedInto } from './workshop-turns.ts';

/** An offer to answer; `at` tells one asking from the next. */
export type CounterSeed = { readonly offer: OfferRow; readonly at: number };

export type WorkshopProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  readonly kind: WorkshopKind;
  readonly counter: CounterSeed | null;
  onBudget(): void;
  /** An offer was logged: it is to be seen in the log. */
  onLogged(): void;
  onStarted(planId: number): void;
};

/** Waits for what the arithmetic starts from; nothing may be reckoned from a guess. */
export function Workshop(props: WorkshopProps) {
  const { account, kind } = props;
  const first = useCall('plans.basis', { accountIds: [account.accountId] });
  if (first.error) return <FaultAlert fault={first.error.fault} />;
  if (!first.data) return <Loader size="sm" role="status" aria-label="Looking up what is owed" />;
  return <WorkshopForm key={kind} {...props} own={first.data} />;
}

function WorkshopForm(props: WorkshopProps & { readonly own: PlanBasis }) {
  const { account, today, kind, counter, own, onBudget, onLogged, onStarted } = props;
  const { accountId, debtor } = account;
  const blank = useMemo(
    () => blankWorkshop(kind, kind === 'plan' ? addMonths(today, 1) : addDays(today, 14)),
    [kind, today],
  );
  const [covered, setCovered] = useState<readonly number[]>([]);
  const accountIds = [accountId, ...covered];
  const together = useCall('plans.basis', { accountIds }, { keepPrevious: true });
  const basis = together.data ?? own;
  const budget = useCall('budgets.get', { debtorId: debtor.debtorId });
  const affordableCents = budget.data?.budget?.affordableCents ?? null;
  const schema = useMemo(() => workshopSchema(kind, today, basis), [kind, today, basis]);
  const form = useForm<WorkshopFields, unknown, WorkshopAsked>({
    resolver: zodResolver(schema),
    defaultValues: blank,
  });
  const draft = useFormDraft(`${kind}:${accountId}`, form, workshopFields, blank);
  const takesOver = useTakeOffer() !== null;
  const [agreeing, setAgreeing] = useState(false);
  const [logging, setLogging] = useState(false);
  const { errors } = form.formState;
  const { reset, setValue } = form;
  const fields = form.watch();

  const counterAt = counter?.at ?? null;
  const counterOffer = counter?.offer ?? null;
  useEffect(() => {
    if (!draft.ready || counterAt === null || counterOffer === null) return;
    reset(workshopOfOffer(counterOffer, today), { keepDefaultValues: true });
  }, [draft.ready, counterAt, counterOffer, reset, today]);
  // Asked for by its key before the figures were there, the panel holds the focus that is meant for its first field.
  useEffect(() => {
    const panel = document.activeElement?.closest<HTMLElement>('[data-panel="plan"]');
    if (panel && panel === document.activeElement) {
      panel.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
    }
  }, []);
  const coverKey = fields.covers.join();
  useEffect(() => {
    setCovered(coverKey === '' ? [] : coverKey.split(',').map(Number));
  }, [coverKey]);

  // The answer follows every key; only what the fields together cannot mean is left to the submit.
  const asked = schema.safeParse(fields);
  const worked = asked.success ? workOut(kind, asked.data, basis) : null;
  const shown = worked?.ok ? worked.value : null;
  const fault = worked && !worked.ok ? worked.error : null;
  const faultAt = fault ? figureOfFault(fault.code, fields) : null;
  const lump = kind === 'settlement' && fields.lump;
  const named = fields.shape === 'named' && !lump;
  const totalCents =
    shown?.terms.totalCents ?? (asked.success ? (asked.data.question.totalCents ?? null) : null);
  const least = fault ? leastThatWorks(fault) : null;
  // A field that cannot be read says so once the typing rests, not only when the plan is to be started.
  const typedText = JSON.stringify(fields);
  const [restedText] = useDebouncedValue(typedText, restMs);
  const issues = asked.success || restedText !== typedText ? [] : asked.error.issues;
  const errorAt = (field: Figure | 'balloon' | 'downPayment' | 'secondDay' | 'share') =>
    errors[field]?.message ??
    (faultAt === field && fault ? fieldWords(fault) : undefined) ??
    (fields[field] === '' ? undefined : issues.find(({ path }) => path[0] === field)?.message);

  const offers = lump || named ? [] : offersBeside({ kind, fields, basis, today, shown, affordableCents });

  const set = (field: keyof WorkshopFields, value: string | boolean | number[] | null) =>
    setValue(field, value, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  const turnTo = (turn: { asked: Figure; second: Figure }) => {
    // What was worked out stays as the figure it was when it becomes one that is typed.
    for (const figure of planUnknowns) {
      if (shown && !isTyped(fields, figure) && isTyped(turn, figure)) {
        setValue(figure, workedText(figure, shown));
      }
    }
    setValue('asked', turn.asked);
    setValue('second', turn.second);
  };
  const type = (figure: Figure, text: string) => {
    if (lump || isTyped(fields, figure)) return set(figure, text);
    // Leaving a field writes the figure out again; only another one turns the question.
    if (text === '' || (shown && text === workedText(figure, shown))) return;
    turnTo(typedInto(fields, figure));
    set(figure, text);
  };
  const textOf = (figure: Figure): string =>
    lump || isTyped(fields, figure) ? fields[figure] : shown ? workedText(figure, shown) : '';
  const take = (amountCents: number) => {
    turnTo({ asked: 'count', second: 'lastOn' });
    set('amount', formatCents(amountCents));
  };
  const choose = (offer: Offer) => {
    setValue('asked', 'amount');
    setValue('second', 'lastOn');
    if (!isTyped(fields, 'firstOn')) setValue('firstOn', workedText('firstOn', offer));
    if (!isTyped(fields, 'total')) setValue('total', formatCents(offer.terms.totalCents));
    set('count', String(offer.count));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    submitOnPress(false)(event);
    const offer = event.ctrlKey || event.metaKey ? offers[Number(event.key) - 1] : undefined;
    if (offer === undefined || event.altKey) return;
    event.preventDefault();
    choose(offer);
  };

  const submit = form.handleSubmit(() => {
    if (shown) setAgreeing(true);
    else if (faultAt !== null && isFocusable(faultAt)) form.setFocus(faultAt);
  });
  const log = form.handleSubmit(() => {
    if (shown) setLogging(true);
    else if (faultAt !== null && isFocusable(faultAt)) form.setFocus(faultAt);
  });
  const figure = (name: Figure) => ({ 'data-worked': worksOut(name, fields, lump) || undefined });

  return (
    <>
      <form className="account-form" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
        {fields.countersOfferId === null ? null : (
          <div className="plan-note">
            <span>
              These terms answer an offer in the log.{' '}
              <button type="button" className="account-link" onClick={() => set('countersOfferId', null)}>
                Make it an offer of its own
              </button>
            </span>
          </div>
        )}
        {kind === 'settlement' ? (
          <SettlementHead form={form} today={today} shareError={errorAt('share')} />
        ) : null}
        {lump || named ? null : (
          <div>
            <p className="plan-question" id={`asked-${kind}`}>
              What do you want to know?
            </p>
            <SegmentedControl
              fullWidth
              aria-labelledby={`asked-${kind}`}
              value={fields.asked}
              onChange={(next) => {
                const wanted = planUnknowns.find((one) => one === next);
                if (wanted) turnTo(askFor(fields, wanted));
              }}
              data={planUnknowns.map((one) => ({ value: one, label: askedWords[one] }))}
            />
          </div>
        )}
        <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
          <div className="plan-figure" {...figure('total')}>
            <Controller
              control={form.control}
              name="total"
              render={({ field }) => (
                <MoneyField
                  inputRef={field.ref}
                  label={kind === 'plan' ? 'Total to pay' : 'Settlement sum'}
                  value={textOf('total')}
                  placeholder={
                    kind === 'plan' || totalCents !== null ? formatCents(totalCents ?? basis.owedCents) : ''
                  }
                  onChange={(text) => {
                    type('total', text);
                    if (text !== '' && fields.share !== '') setValue('share', '');
                  }}
                  onBlur={field.onBlur}
                  error={errorAt('total')}
                  description={
                    worksOut('total', fields, lump)
                      ? workedWords
                      : totalWords(kind, totalCents, basis.owedCents)
                  }
                />
              )}
            />
          </div>
          {lump ? null : (
            <div className="plan-figure" {...figure('count')}>
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
                    disabled={named}
                    value={named ? String(fields.named.length) : textOf('count')}
                    onChange={(event) => type('count', event.currentTarget.value)}
                    onBlur={field.onBlur}
                    description={worksOut('count', fields, lump) ? workedWords : undefined}
                    inputWrapperOrder={['label', 'input', 'description', 'error']}
                    error={errorAt('count')}
                  />
                )}
              />
            </div>
          )}
          {lump || named ? null : (
            <div className="plan-figure" {...figure('amount')}>
              <Controller
                control={form.control}
                name="amount"
                render={({ field }) => (
                  <MoneyField
                    inputRef={field.ref}
                    label="or amount of each"
                    value={textOf('amount')}
                    onChange={(text) => type('amount', text)}
                    onBlur={field.onBlur}
                    error={errorAt('amount')}
                    description={worksOut('amount', fields, lump) ? workedWords : undefined}
                  />
                )}
              />
            </div>
          )}
          {named ? null : (
            <div className="plan-figure" {...figure('firstOn')}>
              <Controller
                control={form.control}
                name="firstOn"
                render={({ field }) => (
                  <DayField
                    inputRef={field.ref}
                    label={lump ? 'To be paid by' : 'First instalment on'}
                    today={today}
                    value={textOf('firstOn')}
                    onChange={(text) => type('firstOn', text)}
                    onBlur={field.onBlur}
                    error={errorAt('firstOn')}
                  />
                )}
              />
            </div>
          )}
          {lump || named ? null : (
            <>
              <div className="plan-figure" {...figure('lastOn')}>
                <Controller
                  control={form.control}
                  name="lastOn"
                  render={({ field }) => (
                    <DayField
                      inputRef={field.ref}
                      label="Last instalment on"
                      today={today}
                      value={textOf('lastOn')}
                      onChange={(text) => type('lastOn', text)}
                      onBlur={field.onBlur}
                      error={errorAt('lastOn')}
                    />
                  )}
                />
              </div>
              <NativeSelect
                label="How often"
                data={planFrequencies.map((one) => ({ value: one, label: planFrequencyWords[one] }))}
                {...form.register('frequency')}
              />
            </>
          )}
        </SimpleGrid>
        {lump || named ? null : (
          <AffordableHint
            affordableCents={
              affordableCents === null ? null : affordableEach(affordableCents, fields.frequency)
            }
            onTake={take}
            onBudget={onBudget}
          />
        )}
        {fields.frequency === 'semi_monthly' && !lump && !named ? (
          <TextInput
            label="The other day of the month"
            description="1 to 31; empty for about 15 days off the first"
            inputMode="numeric"
            autoComplete="off"
            error={errorAt('secondDay')}
            {...form.register('secondDay')}
          />
        ) : null}
        {least === null ? null : (
          <div className="plan-note" data-bad>
            <span>
              The least that works is {formatDollars(least)} each.{' '}
              <button type="button" className="account-link" onClick={() => take(least)}>
                Take {formatDollars(least)}
              </button>
            </span>
          </div>
        )}
        {kind === 'plan' ? <InterestChoice basis={basis} form={form} /> : null}
        <CoveredAccounts
          account={account}
          chosen={fields.covers}
          owedCents={basis.owedCents}
          onChange={(ids) => set('covers', ids)}
        />
        {lump ? null : <MoreTerms form={form} today={today} errorAt={errorAt} named={named} />}
        {named ? (
          <NamedInstalments
            form={form}
            today={today}
            totalCents={totalCents}
            refusal={fault ? fieldWords(fault) : undefined}
          />
        ) : null}
        {kind === 'settlement' ? <DefaultChoice form={form} /> : null}
        <OfferCards offers={offers} chosen={shown?.count ?? null} onChoose={choose} />
        {shown ? (
          <>
            <PlanSummary kind={kind} answer={shown} owedCents={basis.owedCents} />
            <FloorNote broken={shown.brokenFloors} />
            <ScheduleTable answer={shown} />
          </>
        ) : null}
        <Group justify="space-between" gap="xs" className="account-form-foot">
          <Button variant="default" disabled={!draft.ready} onClick={() => void log()}>
            {takesOver ? 'Offered…' : 'Log offer…'}
          </Button>
          <SubmitButton disabled={!draft.ready} pending={false} rightSection={<KeyHint keys="Mod+Enter" />}>
            {takesOver ? 'Agreed…' : kind === 'plan' ? 'Start plan…' : 'Start settlement…'}
          </SubmitButton>
        </Group>
      </form>
      {agreeing && shown && asked.success ? (
        <AgreeDialog
          kind={kind}
          accountIds={accountIds}
          answer={shown}
          settlement={asked.data.settlement}
          countersOfferId={fields.countersOfferId}
          owedCents={basis.owedCents}
          mayGoBelow={basis.floors.mayGoBelow}
          form={form}
          onClose={() => setAgreeing(false)}
          onTaken={() => {
            setAgreeing(false);
            draft.clear();
            showDone('What was agreed is kept with the call.');
          }}
          onStarted={(planId) => {
            setAgreeing(false);
            draft.clear();
            onStarted(planId);
          }}
        />
      ) : null}
      {logging && shown && asked.success ? (
        <LogOfferDialog
          kind={kind}
          accountIds={accountIds}
          answer={shown}
          settlement={asked.data.settlement}
          countersOfferId={fields.countersOfferId}
          mayGoBelow={basis.floors.mayGoBelow}
          form={form}
          onClose={() => setLogging(false)}
          onLogged={() => {
            setLogging(false);
            draft.clear();
            onLogged();
          }}
        />
      ) : null}
    </>
  );
}

const workedWords = 'Worked out';

/** How long nothing is typed before a field that cannot be read is named. */
const restMs = 900;

const askedWords: Readonly<Record<Figure, string>> = {
  ...planUnknownWords,
  amount: 'How much',
};

function worksOut(figure: Figure, fields: WorkshopFields, lump: boolean): boolean {
  return !lump && fields.shape === 'even' && !isTyped(fields, figure);
}

/** The fields that can take the focus by name; the rest are shown where they stand. */
function isFocusable(field: keyof WorkshopFields): boolean {
  return field !== 'named' && field !== 'asked' && field !== 'second';
}

/**
 * Looking for a person: where somebody looked, what was asked and found. A number or address that was found is added with the
 * look as its source, not verified until somebody answers there.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { TraceRow } from '../../../../shared/contract/traces.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { addressKinds, phoneKinds } from '../../../../shared/domain/debtor.ts';
import { sourcesOfPeople, traceOutcomes, traceSources } from '../../../../shared/domain/trace.ts';
import { addressKindWords, phoneKindWords } from '../../../../shared/text/labels.ts';
import {
  traceOutcomeWords,
  traceSourceNotes,
  traceSourceWords,
} from '../../../../shared/text/trace-words.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { DayText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { ChoiceInput, DayInput, LineInput, optionsOf } from '../forms/bound-fields.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { useFormDraft } from '../forms/use-form-draft.ts';
import { LocationCard } from './location-card.tsx';
import { ReachHistory } from './reach-history.tsx';
import { blankTrace, traceFields, traceInput, traceSchema } from './trace-form.ts';

export type TracePartProps = { readonly account: AccountFacts; readonly today: Day; onLocationCall(): void };

export function TracePart({ account, today, onLocationCall }: TracePartProps) {
  const { accountId, debtor } = account;
  const schema = useMemo(() => traceSchema(today), [today]);
  const blank = useMemo(() => blankTrace(today), [today]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: blank });
  const draft = useFormDraft(`trace:${accountId}`, form, traceFields, blank);
  const record = useOnce('traces.record');
  const { control } = form;
  const [source, outcome] = form.watch(['source', 'outcome']);

  const submit = form.handleSubmit(async (look) => {
    const result = await record.run(traceInput(accountId, look));
    if (!result.ok) return;
    draft.clear();
    const { phoneId, addressId, emailId } = result.value;
    const added = phoneId !== null || addressId !== null || emailId !== null;
    showDone(added ? 'Kept. What was found stands under Facts, not verified.' : 'Kept with what was tried.');
  });

  return (
    <div className="trace-part">
      <form
        className="account-form"
        noValidate
        aria-label="A look for the person"
        onSubmit={submit}
        onKeyDown={submitOnPress(record.pending)}
        onChange={record.forget}
      >
        <Controller
          control={control}
          name="source"
          render={({ field }) => (
            <NativeSelect
              label="Where did you look?"
              data-first
              ref={field.ref}
              data={optionsOf(traceSources, traceSourceWords)}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              description={traceSourceNotes[source]}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
            />
          )}
        />
        <LocationCard account={account} open={sourcesOfPeople.includes(source)} onCall={onLocationCall} />
        <DayInput control={control} name="triedOn" label="Day" required today={today} leaning="behind" />
        <LineInput
          control={control}
          name="asked"
          label="Asked"
          placeholder="Which record, whom, which reference"
        />
        <Controller
          control={control}
          name="outcome"
          render={({ field }) => (
            <SegmentedControl
              fullWidth
              aria-label="What came of it"
              data={optionsOf(traceOutcomes, traceOutcomeWords)}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        {outcome === 'nothing' ? null : (
          <div className="trace-found">
            <LineInput
              control={control}
              name="found"
              label="What was found"
              placeholder="In a sentence, as it was given"
            />
            <div className="trace-pair">
              <LineInput control={control} name="phone" label="Phone found" placeholder="(512) 555-0144" />
              <ChoiceInput
                control={control}
                name="phoneKind"
                label="Kind"
                options={optionsOf(phoneKinds, phoneKindWords)}
              />
            </div>
            <div className="trace-pair">
              <LineInput control={control} name="line1" label="Address found: street or box" />
              <ChoiceInput
                control={control}
                name="addressKind"
                label="Kind"
                options={optionsOf(addressKinds, addressKindWords)}
              />
            </div>
            <LineInput control={control} name="city" label="City" />
            <Group gap={8} grow>
              <LineInput control={control} name="region" label="State" />
              <LineInput control={control} name="postalCode" label="ZIP code" />
            </Group>
            <LineInput control={control} name="email" label="E-mail found" placeholder="mara@example.org" />
          </div>
        )}
        <FaultAlert fault={record.fault} />
        <Group justify="flex-end">
          <SubmitButton
            pending={record.pending}
            disabled={!draft.ready}
            rightSection={<KeyHint keys="Mod+Enter" />}
          >
            Keep this look
          </SubmitButton>
        </Group>
      </form>
      <Looks accountId={accountId} />
      <ReachHistory debtorId={debtor.debtorId} />
    </div>
  );
}

function Looks({ accountId }: { readonly accountId: number }) {
  const listed = useCall('traces.list', { accountId });
  const traces = listed.data?.traces ?? [];
  return (
    <section aria-label="Looked so far">
      <h3 className="trace-heading">Looked so far</h3>
      {listed.error ? <FaultAlert fault={listed.error.fault} /> : null}
      {listed.data && traces.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nobody has looked for this person yet. Begin with the client and the own file; they cost nothing and
          tell nobody.
        </Text>
      ) : null}
      <ul className="trace-list">
        {traces.map((trace) => (
          <LookRow key={trace.traceId} trace={trace} accountId={accountId} />
        ))}
      </ul>
    </section>
  );
}

function LookRow({ trace, accountId }: { readonly trace: TraceRow; readonly accountId: number }) {
  return (
    <li>
      <div className="trace-line">
        <strong>{traceSourceWords[trace.source]}</strong>
        <span className="trace-outcome" data-outcome={trace.outcome}>
          {traceOutcomeWords[trace.outcome]}
        </span>
      </div>
      {trace.found === '' ? null : <div>{trace.found}</div>}
      <span className="account-reach-detail">
        <DayText day={trace.triedOn} />
        {trace.asked === '' ? '' : `, asked: ${trace.asked}`}, {trace.author}
        {trace.accountId === accountId ? '' : `, on account ${trace.accountNumber}`}
      </span>
    </li>
  );
}

/**
 * The end of a call on one page: how it ended, what was written down, what is kept and what follows. One confirm keeps
 * everything together; until then every part can be put right, or the call gone back to.
 */
import { Button, Checkbox, Group, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { FinishPart } from '../../../../shared/contract/calls.ts';
import type { ContactOutcome } from '../../../../shared/domain/contact.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { outcomesOf } from '../../../../shared/domain/disposition.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { contactOutcomeWords } from '../../../../shared/text/labels.ts';
import { type CallInProgress, changeCurrentCall, endCurrentCall } from '../../../bridge/current-call.ts';
import { useDecision } from '../../../bridge/decide.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { useWhy } from '../../../bridge/why.ts';
import { DecisionDialog } from '../../../components/decision-dialog.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { secondsOf, showSeconds } from '../panels/call-timer.ts';
import {
  confirmedAtOf,
  isWithStranger,
  outcomeOfCall,
  possibleOutcomes,
  type ScriptByCode,
  wasAskedForLocation,
} from './call-outcome.ts';
import { AnsweredBy, NoteField } from './call-writing.tsx';
import { CameOut } from './came-out.tsx';
import { type FinishIssues, readFinish } from './finish-form.ts';
import { followWords, keptWords } from './kept-words.ts';
import type { ScriptsForCall } from './use-call-script.ts';

export type WrapUpProps = {
  readonly account: AccountFacts;
  readonly call: CallInProgress;
  readonly offered: ScriptsForCall | null;
  readonly scriptByCode: ScriptByCode;
  readonly today: Day;
  readonly zone: string;
  onKept(outcome: ContactOutcome): void;
};

const settleMs = 350;

const partWords: Readonly<Record<FinishPart, string>> = {
  contact: 'the contact',
  promise: 'the promise',
  offer: 'the offer',
  reminder: 'the reminder',
  next_step: 'the next step',
  script: 'what was followed of the script',
};

export function WrapUp(props: WrapUpProps) {
  const { account, call, offered, scriptByCode, today, zone, onKept } = props;
  const { accountId, debtor } = account;
  const finish = useOnce('calls.finish');
  const deciding = useDecision(`decision:finish:${accountId}`);
  const why = useWhy();
  const [issues, setIssues] = useState<FinishIssues>({});
  const outcome = outcomeOfCall(call, scriptByCode);
  const possible = possibleOutcomes(call, scriptByCode);
  const wasConfirmed = confirmedAtOf(call, scriptByCode) !== null;
  const stranger = isWithStranger(call, scriptByCode);
  const around = {
    today,
    zone,
    balanceCents: account.balance.balanceCents,
    scriptByCode,
    hasMessage: offered?.voicemail.ok === true,
  };
  const read = readFinish(call, { ...around, now: Date.now() });
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  // The press that ended the call, held or doubled, must not keep it unread.
  const settled = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.current = true;
    }, settleMs);
    return () => clearTimeout(timer);
  }, []);

  const keep = async () => {
    const now = readFinish(call, { ...around, now: Date.now() });
    if (!now.ok) {
      setIssues(now.issues);
      if (now.issues.outcome !== undefined) first.current?.focus();
      return;
    }
    setIssues({});
    const { input } = now;
    const result = await deciding.run((decision) =>
      finish.run({
        accountId,
        ...input,
        contact: { ...input.contact, decision: decision ?? input.contact.decision ?? null },
      }),
    );
    if (!result.ok) return;
    endCurrentCall();
    showDone(
      `The call is kept: ${contactOutcomeWords[input.contact.outcome].toLowerCase()}. It cannot be changed; a note puts right what was wrong.`,
    );
    onKept(input.contact.outcome);
  };

  const goBack = () =>
    changeCurrentCall((now) => ({ ...now, wrapping: false, endedAt: null, outcome: null }));
  const fault = deciding.asked === null ? finish.fault : null;
  const part = fault?.params.part;
  return (
    <form
      className="call-wrap"
      noValidate
      aria-label="Sum up the call"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        if (!event.repeat && settled.current) submitOnPress(finish.pending)(event);
      }}
      onChange={finish.forget}
    >
      <Stack gap="sm" className="call-wrap-form">
        <NativeSelect
          ref={first}
          label="How the call ended"
          value={outcome ?? ''}
          error={issues.outcome}
          onChange={(event) => {
            const chosen = possible.find((one) => one === event.currentTarget.value);
            if (chosen) changeCurrentCall((now) => ({ ...now, outcome: chosen }));
          }}
        >
          {outcome === null ? <option value="">Choose…</option> : null}
          {(['conversation', 'attempt'] as const).map((record) => {
            const offeredOutcomes = outcomesOf(record).filter(
              (one) => possible.includes(one) || one === outcome,
            );
            if (offeredOutcomes.length === 0) return null;
            return (
              <optgroup
                key={record}
                label={record === 'attempt' ? 'Attempts: nobody was spoken with' : 'Conversations'}
              >
                {offeredOutcomes.map((one) => (
                  <option key={one} value={one}>
                    {contactOutcomeWords[one]}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </NativeSelect>
        {outcome === 'voicemail_left' ? <VoicemailWords call={call} offered={offered} /> : null}
        {outcome === 'third_party' || stranger ? (
          <>
            <AnsweredBy call={call} error={issues.answeredBy} />
            <Checkbox
              label={`They were asked where ${debtor.name} can be reached`}
              description="Each person may be asked once; their name tells who it was."
              checked={wasAskedForLocation(call, scriptByCode)}
              onChange={(event) => {
                const askedLocation = event.currentTarget.checked;
                changeCurrentCall((now) => ({ ...now, askedLocation }));
              }}
            />
          </>
        ) : null}
        <NoteField call={call} rows={3} />
        <FieldIssue text={issues.note} />
        <CameOut
          account={account}
          call={call}
          today={today}
          outcome={outcome}
          issues={issues}
          covered={!wasConfirmed}
          withNextStep
        />
        {!wasConfirmed || debtor.otherAccounts.length === 0 ? null : (
          <Checkbox.Group
            label="Other debts spoken of"
            description="The call counts for each of them."
            value={call.otherAccountIds.map(String)}
            onChange={(ids) => changeCurrentCall((now) => ({ ...now, otherAccountIds: ids.map(Number) }))}
          >
            <Stack gap={4} mt={4}>
              {debtor.otherAccounts.map((other) => (
                <Checkbox
                  key={other.accountId}
                  value={String(other.accountId)}
                  label={`${other.number}, ${formatDollars(other.balanceCents)}`}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </Stack>
      <section className="call-wrap-sum" aria-label="What is kept">
        <h2>What is kept</h2>
        <ul>
          <li>
            {call.direction === 'out' ? 'A call placed' : 'A call received'},{' '}
            {call.number === '' ? 'number not on file' : call.number},{' '}
            {showSeconds(secondsOf({ startedAt: call.startedAt, endedAt: call.endedAt }, Date.now()) ?? 0)}
          </li>
          {keptWords(call, read, wasConfirmed).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <h2>What follows</h2>
        <ul>
          {outcome === null ? <li>Choose how the call ended.</li> : null}
          {outcome === null
            ? null
            : followWords(call, outcome, stranger).map((words) => <li key={words}>{words}</li>)}
        </ul>
        <FaultAlert fault={fault}>
          <Text size="sm" mt={4}>
            {typeof part === 'string' && Object.hasOwn(partWords, part)
              ? `Nothing was kept, because ${partWords[part as FinishPart]} could not be.`
              : 'Nothing was kept.'}
          </Text>
        </FaultAlert>
        <Group justify="space-between" gap="xs" className="call-wrap-foot">
          <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={goBack}>
            Back to the call
          </Button>
          <SubmitButton
            pending={finish.pending}
            leftSection={<IconCheck size={16} aria-hidden />}
            rightSection={<KeyHint keys="Mod+Enter" />}
          >
            Keep the call
          </SubmitButton>
        </Group>
      </section>
      <DecisionDialog
        asked={deciding.asked}
        verb="Keep"
        mayHaveHappened
        onWhy={why === null ? undefined : () => why({ channel: 'call', phoneId: call.phoneId })}
      />
    </form>
  );
}

function FieldIssue({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <Text size="xs" c="var(--mantine-color-error)" role="alert">
      {text}
    </Text>
  );
}

/** What was said on the machine decides whether it was a message about a debt. */
function VoicemailWords({
  call,
  offered,
}: {
  readonly call: CallInProgress;
  readonly offered: ScriptsForCall | null;
}) {
  const message = offered?.voicemail ?? null;
  return (
    <Radio.Group
      label="What was left"
      value={call.limitedMessage && message?.ok === true ? 'limited' : 'other'}
      onChange={(value) => changeCurrentCall((now) => ({ ...now, limitedMessage: value === 'limited' }))}
    >
      <Stack gap={6} mt={4}>
        <Radio
          value="limited"
          disabled={message?.ok !== true}
          label="The message as it is written, and nothing else"
          description={
            message === null ? undefined : message.ok ? message.value : sentenceOf(message.error).what
          }
        />
        <Radio value="other" label="Other words" />
      </Stack>
    </Radio.Group>
  );
}

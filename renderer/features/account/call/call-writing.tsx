/** What is being written during the call: the note, always at hand; what came out of it; and how it ended, when nobody was reached. */
import { Button, Text, Textarea, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { cutCardData } from '../../../../shared/domain/card-number.ts';
import type { ContactOutcome } from '../../../../shared/domain/contact.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { dispositionOf } from '../../../../shared/domain/disposition.ts';
import { contactOutcomeWords } from '../../../../shared/text/labels.ts';
import { type CallInProgress, changeCurrentCall, partyOnLine } from '../../../bridge/current-call.ts';
import { KeyHint } from '../../../components/key-hint.tsx';
import { isPossible } from '../panels/outcome-effects.ts';
import { CallCover } from './call-cover.tsx';
import { CameOut } from './came-out.tsx';

/** Ends that need no script: one press, then the summing-up. */
const quickEnds: readonly ContactOutcome[] = [
  'no_answer',
  'busy',
  'voicemail_left',
  'wrong_number',
  'disconnected',
];
/** What the debtor may say at any point and what stops the matter at once. */
const stoppingEnds: readonly ContactOutcome[] = [
  'disputed',
  'asked_to_stop',
  'attorney',
  'bankruptcy',
  'deceased',
];

/** How to leave after these speaks of the debt: not while somebody else listens. */
const ofTheDebt: readonly ContactOutcome[] = [
  'right_party',
  'promise_to_pay',
  'payment_taken',
  'refused',
  'disputed',
];

export type CallWritingProps = {
  readonly account: AccountFacts;
  readonly call: CallInProgress;
  readonly today: Day;
  readonly outcome: ContactOutcome | null;
  readonly covered: boolean;
  readonly noteRef: Ref<HTMLTextAreaElement>;
  /** Nobody else listens any more. */
  onGone(): void;
  /** Ends the call with this outcome. */
  onEnd(outcome: ContactOutcome): void;
};

export function CallWriting(props: CallWritingProps) {
  const { account, call, today, outcome, covered, noteRef, onEnd } = props;
  const party = partyOnLine(call);
  const spoken = party !== 'unknown';
  return (
    <section className="call-column call-writing" aria-label="What is written down">
      <NoteField call={call} noteRef={noteRef} />
      {party === 'third_party' ? <AnsweredBy call={call} /> : null}
      <CameOut
        account={account}
        call={call}
        today={today}
        outcome={outcome}
        issues={{}}
        covered={covered}
        withNextStep={false}
      />
      {spoken ? null : (
        <Ends
          title="Nobody reached"
          ends={quickEnds.filter((end) => isPossible(end, call.direction, 'call'))}
          onEnd={onEnd}
        />
      )}
      {covered ? null : <Ends title="Stops the matter" ends={stoppingEnds} onEnd={onEnd} />}
      {outcome === null ||
      (outcome === 'right_party' && call.run?.exit == null) ||
      (covered && ofTheDebt.includes(outcome)) ? null : (
        <div className="call-leave" role="status">
          <strong>{contactOutcomeWords[outcome]}</strong>
          <p>{dispositionOf(outcome).exit}</p>
        </div>
      )}
      {covered ? <CallCover call={call} debtor={account.debtor} onGone={props.onGone} /> : null}
    </section>
  );
}

export function NoteField({
  call,
  noteRef,
  rows = 5,
}: {
  readonly call: CallInProgress;
  readonly noteRef?: Ref<HTMLTextAreaElement>;
  readonly rows?: number;
}) {
  return (
    <Textarea
      {...(noteRef === undefined ? {} : { ref: noteRef })}
      label={
        <>
          What is said <KeyHint keys="N" />
        </>
      }
      aria-label="What is said"
      autosize
      minRows={rows}
      maxRows={14}
      maxLength={100_000}
      value={call.note}
      onChange={(event) => {
        const note = cutCardData(event.currentTarget.value);
        changeCurrentCall((now) => ({ ...now, note }));
      }}
    />
  );
}

export function AnsweredBy({
  call,
  error,
}: {
  readonly call: CallInProgress;
  readonly error?: string | undefined;
}) {
  return (
    <TextInput
      label="Who answered"
      description="As they gave their name; leave it empty if they did not."
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      maxLength={200}
      value={call.answeredBy}
      error={error}
      onChange={(event) => {
        const answeredBy = event.currentTarget.value;
        changeCurrentCall((now) => ({ ...now, answeredBy }));
      }}
    />
  );
}

type EndsProps = {
  readonly title: string;
  readonly ends: readonly ContactOutcome[];
  onEnd(outcome: ContactOutcome): void;
};

function Ends({ title, ends, onEnd }: EndsProps) {
  if (ends.length === 0) return null;
  return (
    <fieldset className="call-ends">
      <Text component="legend" size="xs" c="dimmed">
        {title}
      </Text>
      {ends.map((end) => (
        <Button key={end} size="compact-sm" variant="default" onClick={() => onEnd(end)}>
          {contactOutcomeWords[end]}
        </Button>
      ))}
    </fieldset>
  );
}

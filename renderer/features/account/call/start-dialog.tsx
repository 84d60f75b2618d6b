/**
 * Before a call: every number with what the rules say of it now, the hour where it rings and how the last tries went, the best
 * first. Enter dials the one chosen; it can be copied or timed alone instead. What is forbidden cannot be begun here, and says
 * when it can.
 */
import { Button, Group, Loader, SegmentedControl, Text } from '@mantine/core';
import { IconClock, IconCopy, IconPhone, IconPhoneIncoming } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { CallNumber, CallVerdict } from '../../../../shared/contract/calls.ts';
import type { ContactDecision } from '../../../../shared/contract/law.ts';
import { phoneKindWords, phoneStatusWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { beginCurrentCall, type CallDirection, newCall } from '../../../bridge/current-call.ts';
import { standsInTheWay, useDecision } from '../../../bridge/decide.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useMinute } from '../../../bridge/use-minute.ts';
import { useWhy } from '../../../bridge/why.ts';
import { DecisionDialog } from '../../../components/decision-dialog.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { showFault } from '../../../components/toasts.tsx';
import { VerdictMark } from '../../../components/verdict-mark.tsx';
import { copyText } from '../facts/copy-text.ts';
import { Dialog } from '../forms/dialog.tsx';
import { comesLater } from '../law/verdict-words.ts';
import { clockOfNumber, opensWords, saidOfNumber, triesWords } from './number-words.ts';

export type StartDialogProps = {
  readonly account: AccountFacts;
  readonly zone: string;
  readonly direction: CallDirection;
  onDirection(direction: CallDirection): void;
  onClose(): void;
};

type How = 'dial' | 'copy' | 'timer';

/** A number that is not on file. */
const anotherNumber = 0;

export function StartDialog({ account, zone, direction, onDirection, onClose }: StartDialogProps) {
  const { accountId, debtor } = account;
  const now = useMinute();
  const why = useWhy();
  const answer = useCall('calls.prepare', { accountId });
  const { refetch } = answer;
  const asked = useRef(now);
  // The clock alone changes what may be called.
  useEffect(() => {
    if (asked.current === now) return;
    asked.current = now;
    void refetch();
  }, [now, refetch]);
  const numbers = answer.data?.numbers ?? null;
  const [chosenId, setChosenId] = useState<number | null>(null);
  const phoneId = chosenId ?? numbers?.[0]?.phoneId ?? anotherNumber;
  const chosen = numbers?.find((one) => one.phoneId === phoneId) ?? null;
  const deciding = useDecision(`decision:start:${accountId}`);
  const { run } = deciding;
  const incoming = direction === 'in';
  const may = incoming ? 'yes' : (chosen?.mayStart ?? answer.data?.otherNumber.mayStart ?? 'no');

  const start = useCallback(
    async (how: How) => {
      const number = chosen?.display ?? '';
      const begin = (decision: ContactDecision | null) => {
        beginCurrentCall(
          newCall(
            {
              accountId,
              debtorName: debtor.name,
              direction,
              phoneId: chosen?.phoneId ?? null,
              number,
              decision,
            },
            Date.now(),
          ),
        );
        onClose();
      };
      if (direction === 'in') return begin(null);
      let given: ContactDecision | null = null;
      const result = await run<unknown>((decision) => {
        given = decision;
        if (how === 'dial' && chosen !== null)
          return act('app.dial', { phoneId: chosen.phoneId, accountId, decision });
        return act('calls.begin', { accountId, phoneId: chosen?.phoneId ?? null, decision });
      });
      if (!result.ok) {
        if (!standsInTheWay(result.error)) showFault(result.error);
        return;
      }
      if (how === 'copy') await copyText(number);
      begin(given);
    },
    [accountId, chosen, debtor.name, direction, onClose, run],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || deciding.asked !== null) return;
    if (event.key === 'i' || event.key === 'I') onDirection(incoming ? 'out' : 'in');
    else if (may === 'no') return;
    else if ((event.key === 'c' || event.key === 'C') && !incoming && chosen !== null) void start('copy');
    else if (event.key === 't' || event.key === 'T') void start('timer');
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      onClose={onClose}
      closeOnEscape={deciding.asked === null}
      title={incoming ? `${debtor.name} is calling` : `Call ${debtor.name}`}
      size="xl"
      onKeyDown={onKeyDown}
      classNames={{ body: 'call-start' }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (may !== 'no') void start(chosen === null ? 'timer' : 'dial');
        }}
      >
        <Group justify="space-between" mb="xs">
          <SegmentedControl
            aria-label="Direction"
            value={direction}
            onChange={(next) => onDirection(next === 'in' ? 'in' : 'out')}
            data={[
              { value: 'out', label: 'We call' },
              { value: 'in', label: 'They call' },
            ]}
          />
          <Text size="xs" c="dimmed">
            <KeyHint keys="I" /> changes the direction
          </Text>
        </Group>
        <FaultAlert fault={answer.error?.fault ?? null} />
        {numbers === null ? (
          answer.error ? null : (
            <Loader size="sm" role="status" aria-label="Asking the rules" />
          )
        ) : (
          <>
            {numbers.length === 0 ? (
              <EmptyState title="No number is on file">
                A call to a number that is not on file can be timed and written down; add the number to the
                account when you have it.
              </EmptyState>
            ) : null}
            <div className="call-numbers" role="radiogroup" aria-label="Number">
              {numbers.map((number, index) => (
                <NumberChoice
                  key={number.phoneId}
                  number={number}
                  best={index === 0 && numbers.length > 1 && !incoming && number.mayStart === 'yes'}
                  first={index === 0}
                  chosen={number.phoneId === phoneId}
                  incoming={incoming}
                  now={now}
                  zone={zone}
                  onChoose={() => setChosenId(number.phoneId)}
                />
              ))}
              <label className="call-number" data-chosen={chosen === null || undefined}>
                <input
                  type="radio"
                  name="call-number"
                  checked={chosen === null}
                  onChange={() => setChosenId(anotherNumber)}
                  {...(numbers.length === 0 ? { 'data-autofocus': true } : {})}
                />
                <span className="call-number-main">Another number</span>
                <span className="call-number-why">Dialed by hand; it is not on file.</span>
              </label>
            </div>
            {incoming ? null : (
              <VerdictLine
                verdict={chosen?.verdict ?? answer.data?.otherNumber.verdict ?? null}
                may={may}
                status={chosen?.status ?? null}
                now={now}
                zone={zone}
                onWhy={
                  why === null
                    ? undefined
                    : () => {
                        onClose();
                        why({ channel: 'call', phoneId: chosen?.phoneId ?? null });
                      }
                }
              />
            )}
            <Group justify="flex-end" gap="xs" mt="sm">
              {incoming || chosen === null ? null : (
                <>
                  <Button
                    variant="default"
                    disabled={may === 'no'}
                    leftSection={<IconCopy size={16} aria-hidden />}
                    rightSection={<KeyHint keys="C" />}
                    onClick={() => void start('copy')}
                  >
                    Copy the number
                  </Button>
                  <Button
                    variant="default"
                    disabled={may === 'no'}
                    leftSection={<IconClock size={16} aria-hidden />}
                    rightSection={<KeyHint keys="T" />}
                    onClick={() => void start('timer')}
                  >
                    Timer only
                  </Button>
                </>
              )}
              <Button
                type="submit"
                disabled={may === 'no'}
                leftSection={
                  incoming ? <IconPhoneIncoming size={16} aria-hidden /> : <IconPhone size={16} aria-hidden />
                }
                rightSection={<KeyHint keys="Enter" />}
              >
                {incoming ? 'Take the call' : chosen === null ? 'Start the timer' : 'Call'}
              </Button>
            </Group>
          </>
        )}
      </form>
      <DecisionDialog asked={deciding.asked} verb="Call" />
    </Dialog>
  );
}

type NumberChoiceProps = {
  readonly number: CallNumber;
  readonly best: boolean;
  readonly first: boolean;
  readonly chosen: boolean;
  readonly incoming: boolean;
  readonly now: number;
  readonly zone: string;
  onChoose(): void;
};

function NumberChoice(props: NumberChoiceProps) {
  const { number, best, chosen, incoming, now, zone } = props;
  const { verdict, status } = number;
  return (
    <label className="call-number" data-chosen={chosen || undefined}>
      <input
        type="radio"
        name="call-number"
        checked={chosen}
        onChange={props.onChoose}
        {...(props.first ? { 'data-autofocus': true } : {})}
      />
      <span className="call-number-main">
        <span className="call-number-digits">{number.display}</span>
        <span className="call-number-kind">
          {phoneKindWords[number.kind]}, {phoneStatusWords[status].toLowerCase()}
        </span>
        {best ? <span className="call-number-best">Best to try</span> : null}
      </span>
      <span className="call-number-clock">{clockOfNumber(number, now)}</span>
      {incoming ? null : (
        <span className="call-number-verdict">
          {status === 'do_not_call' ? (
            <VerdictMark outcome="blocked" word="Not to be called" />
          ) : (
            <VerdictMark outcome={verdict.outcome} later={comesLater(verdict)} />
          )}
        </span>
      )}
      <span className="call-number-why">
        {number.mayStart === 'no' ? '' : `${number.why} `}
        {triesWords(number, zone)}.
        {saidOfNumber(number).map((said) => (
          <span key={said} className="call-number-said">
            {said}
          </span>
        ))}
      </span>
    </label>
  );
}

type VerdictLineProps = {
  readonly verdict: CallVerdict | null;
  readonly may: CallNumber['mayStart'];
  readonly status: CallNumber['status'] | null;
  readonly now: number;
  readonly zone: string;
  readonly onWhy: (() => void) | undefined;
};

function VerdictLine({ verdict, may, status, now, zone, onWhy }: VerdictLineProps) {
  if (verdict === null) return null;
  const opens = opensWords(verdict, now, zone);
  const text =
    status === 'do_not_call'
      ? 'This number is marked as not to be called. Mark it otherwise on the account first, if that is wrong.'
      : verdict.text;
  return (
    <div className="call-start-verdict" role="status" data-may={may}>
      {text === null ? 'Nothing stands in the way.' : text}{' '}
      {may === 'no' ? (
        <>
          {opens === null ? '' : `${opens} `}A call that took place all the same is recorded in the Call tab,
          as it was.
        </>
      ) : may === 'with_reason' ? (
        'A reason is asked for and kept.'
      ) : null}{' '}
      {onWhy === undefined ? null : (
        <button type="button" className="account-link" onClick={onWhy}>
          Why
        </button>
      )}
    </div>
  );
}

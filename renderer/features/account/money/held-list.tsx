/**
 * Checks and authorisations dated ahead, kept until their day. One taken more than five days ahead may be deposited only after a
 * written notice, at most ten and at least three business days before (12 CFR 1006.22(c)); the window stands with it.
 */
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconCalendarClock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { HeldPayment } from '../../../../shared/contract/ledger.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { heldStateWords, paymentMethodWords } from '../../../../shared/text/labels.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayField } from '../forms/day-field.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { dayRefusal } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { parseTypedDay, showTypedDay } from '../forms/typed-day.ts';
import { HoldPaymentForm } from './hold-payment-form.tsx';

export type HeldListProps = { readonly accountId: number; readonly today: Day };

type Step = { readonly do: 'notice' | 'deposit' | 'given_back' | 'cancelled'; readonly held: HeldPayment };

export function HeldList({ accountId, today }: HeldListProps) {
  const answer = useCall('ledger.heldPayments', { accountId });
  const [adding, setAdding] = useState(false);
  const [step, setStep] = useState<Step | null>(null);
  const [past, setPast] = useState(false);
  const all = answer.data?.held ?? [];
  const held = all.filter((one) => one.state === 'held');
  const ended = all.filter((one) => one.state !== 'held');
  return (
    <section className="money-held" aria-label="Held until their day">
      <Group justify="space-between" gap="xs">
        <h3 className="account-group-title">Held until their day</h3>
        {adding ? null : (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            Hold a post-dated payment
          </Button>
        )}
      </Group>
      <FaultAlert fault={answer.error?.fault} />
      {adding ? (
        <HoldPaymentForm accountId={accountId} today={today} onDone={() => setAdding(false)} />
      ) : null}
      {held.length === 0 && !adding && answer.data ? (
        <Text size="xs" c="dimmed">
          None. A check or authorization dated ahead is held here and never deposited before its day.
        </Text>
      ) : null}
      <ul className="money-held-list">
        {held.map((one) => (
          <HeldRow
            key={one.heldPaymentId}
            held={one}
            today={today}
            onStep={(what) => setStep({ do: what, held: one })}
          />
        ))}
        {past ? ended.map((one) => <EndedRow key={one.heldPaymentId} held={one} />) : null}
      </ul>
      {ended.length > 0 ? (
        <button type="button" className="account-link" onClick={() => setPast((now) => !now)}>
          {past ? 'Hide what is over' : `Show ${ended.length} that ${ended.length === 1 ? 'is' : 'are'} over`}
        </button>
      ) : null}
      {step === null ? null : <StepDialog step={step} today={today} onClose={() => setStep(null)} />}
    </section>
  );
}

function heldName(held: HeldPayment): string {
  return `${formatDollars(held.amountCents)} dated ${dayWords(held.datedOn)}`;
}

type HeldRowProps = { readonly held: HeldPayment; readonly today: Day; onStep(what: Step['do']): void };

function HeldRow({ held, today, onStep }: HeldRowProps) {
  const needsNotice = held.noticeFrom !== null && held.noticeTo !== null && held.noticeOn === null;
  const due = held.datedOn <= today;
  const late = needsNotice && held.noticeTo !== null && held.noticeTo < today;
  return (
    <li>
      <IconCalendarClock size={16} aria-hidden />
      <div>
        <strong>{formatDollars(held.amountCents)}</strong> dated <DayText day={held.datedOn} today={today} />
        <div className="money-parts">
          {paymentMethodWords[held.method]}
          {held.reference === '' ? '' : ` ${held.reference}`}, received <DayText day={held.receivedOn} />
          {held.memo === '' ? '' : `. ${held.memo}`}
        </div>
        {held.noticeOn !== null ? (
          <div className="money-parts">
            Notice sent on <DayText day={held.noticeOn} />
          </div>
        ) : needsNotice ? (
          <div className="money-notice" data-late={late || undefined}>
            Written notice from <DayText day={held.noticeFrom} /> to <DayText day={held.noticeTo} />
            {late ? ': missed, so it may not be deposited that day' : ''}
          </div>
        ) : null}
        <div className="money-openers">
          {needsNotice ? (
            <button
              type="button"
              className="account-link"
              aria-label={`Notice sent for ${heldName(held)}`}
              onClick={() => onStep('notice')}
            >
              Notice sent…
            </button>
          ) : null}
          {due ? (
            <button
              type="button"
              className="account-link"
              aria-label={`Deposit ${heldName(held)}`}
              onClick={() => onStep('deposit')}
            >
              Deposit…
            </button>
          ) : (
            <span className="money-parts">Deposit from its day on</span>
          )}
          <button
            type="button"
            className="account-link"
            aria-label={`Give back ${heldName(held)}`}
            onClick={() => onStep('given_back')}
          >
            Give back…
          </button>
          <button
            type="button"
            className="account-link"
            aria-label={`Cancel ${heldName(held)}`}
            onClick={() => onStep('cancelled')}
          >
            Cancel…
          </button>
        </div>
      </div>
    </li>
  );
}

function EndedRow({ held }: { readonly held: HeldPayment }) {
  return (
    <li data-off>
      <IconCalendarClock size={16} aria-hidden />
      <div>
        {formatDollars(held.amountCents)} dated <DayText day={held.datedOn} />: {heldStateWords[held.state]}
      </div>
    </li>
  );
}

type StepDialogProps = { readonly step: Step; readonly today: Day; onClose(): void };

function StepDialog({ step, today, onClose }: StepDialogProps) {
  const end = useOnce('ledger.endHeld');
  const { held } = step;
  if (step.do === 'notice') return <NoticeDialog held={held} today={today} onClose={onClose} />;
  if (step.do === 'deposit') return <DepositDialog held={held} today={today} onClose={onClose} />;
  const as = step.do;
  return (
    <ReasonDialog
      title={as === 'given_back' ? 'Give this payment back?' : 'Cancel this payment?'}
      confirmLabel={as === 'given_back' ? 'Given back' : 'Cancel payment'}
      suggestions={
        as === 'given_back'
          ? ['Debtor asked for it', 'Paid another way', 'Notice was missed']
          : ['Entered by mistake', 'Authorization withdrawn', 'Replaced by another']
      }
      pending={end.pending}
      fault={end.fault}
      onClose={onClose}
      onConfirm={async (reason) => {
        const result = await end.run({ heldPaymentId: held.heldPaymentId, as, reason });
        if (result.ok) showDone(as === 'given_back' ? 'Payment given back.' : 'Held payment cancelled.');
        return result;
      }}
    >
      {heldName(held)} will not be deposited. It stays in the list of what is over, with the reason.
    </ReasonDialog>
  );
}

type DayDialogProps = { readonly held: HeldPayment; readonly today: Day; onClose(): void };

function NoticeDialog({ held, today, onClose }: DayDialogProps) {
  const note = useOnce('ledger.noteHeldNotice');
  const [text, setText] = useState(showTypedDay(today));
  const [refusal, setRefusal] = useState<string | undefined>();
  const save = async () => {
    const read = parseTypedDay(text, today, 'behind');
    if (!read.ok) return setRefusal(dayRefusal(text));
    const result = await note.run({ heldPaymentId: held.heldPaymentId, noticeOn: read.value });
    if (!result.ok) return;
    showDone('Notice noted.');
    onClose();
  };
  return (
    <Dialog onClose={onClose} title="Notice of the deposit" size="sm">
      <form
        className="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="money-rule">
          {heldName(held)}. The notice must go out from {dayWords(held.noticeFrom ?? held.datedOn)} to{' '}
          {dayWords(held.noticeTo ?? held.datedOn)}.
        </p>
        <DayField
          label="Notice sent on"
          required
          today={today}
          leaning="behind"
          value={text}
          onChange={(next) => {
            setText(next);
            setRefusal(undefined);
            note.forget();
          }}
          error={refusal}
        />
        <FaultAlert fault={note.fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <SubmitButton pending={note.pending}>Note the day</SubmitButton>
        </Group>
      </form>
    </Dialog>
  );
}

function DepositDialog({ held, today, onClose }: DayDialogProps) {
  const deposit = useOnce('ledger.depositHeld');
  const [text, setText] = useState(showTypedDay(today));
  const [refusal, setRefusal] = useState<string | undefined>();
  const [over, setOver] = useState(false);
  const tooMuch = deposit.fault?.code === 'payment.exceeds_balance';
  const save = async () => {
    const read = parseTypedDay(text, today, 'behind');
    if (!read.ok) return setRefusal(dayRefusal(text));
    const result = await deposit.run({
      heldPaymentId: held.heldPaymentId,
      depositedOn: read.value,
      allowOverpayment: over,
    });
    if (!result.ok) return;
    showDone(
      `Payment of ${formatDollars(held.amountCents)} recorded. Balance ${formatDollars(result.value.effect.balanceCents)}.`,
    );
    onClose();
  };
  return (
    <Dialog onClose={onClose} title="Deposit this payment" size="sm">
      <form
        className="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="money-rule">{heldName(held)} is posted as a payment of the day it is deposited.</p>
        <DayField
          label="Deposited on"
          required
          today={today}
          leaning="behind"
          value={text}
          onChange={(next) => {
            setText(next);
            setRefusal(undefined);
            deposit.forget();
          }}
          error={refusal}
        />
        <FaultAlert fault={deposit.fault} />
        {tooMuch || over ? (
          <Checkbox
            label="Take in more than is owed and keep it as credit"
            checked={over}
            onChange={(event) => setOver(event.currentTarget.checked)}
          />
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <SubmitButton pending={deposit.pending}>Deposit {formatDollars(held.amountCents)}</SubmitButton>
        </Group>
      </form>
    </Dialog>
  );
}

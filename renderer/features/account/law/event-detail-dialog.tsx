/** One event with everything that was recorded of it, and the two ways out: it ended, or it was never true. */

import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import type { LegalEventRow } from '../../../../shared/contract/law.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { holdOfEvent } from '../../../../shared/domain/law.ts';
import { detailWords, eventTitle } from '../../../../shared/templates/event-words.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText, InstantText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { DayInput, LineInput } from '../forms/bound-fields.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { requiredLine, typedDay } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { eventForms } from './event-kinds.ts';
import { scopeWords } from './event-words.ts';

export type EventDetailDialogProps = {
  readonly event: LegalEventRow;
  readonly debtor: DebtorFacts;
  onEnd(): void;
  onWithdraw(): void;
  onClose(): void;
};

export function EventDetailDialog({ event, debtor, onEnd, onWithdraw, onClose }: EventDetailDialogProps) {
  const open = event.endedOn === null && !event.withdrawn;
  const scope = scopeWords(event, debtor);
  const details = detailWords(event);
  return (
    <Dialog onClose={onClose} title={eventTitle(event)} size="md">
      <Stack gap="sm">
        <Text size="sm">{eventForms[event.kind].does}</Text>
        <dl className="account-dl">
          <Line name="Day">
            <DayText day={event.on} />
          </Line>
          <Line name="About">
            {event.accountId === null ? 'Every debt of this person' : `Account ${event.accountNumber ?? ''}`}
          </Line>
          {scope === '' ? null : <Line name="Limited to">{scope}</Line>}
          {details.length === 0 ? null : <Line name="Particulars">{details.join(', ')}</Line>}
          <Line name="Source">{event.source}</Line>
          {event.document === '' ? null : <Line name="Document">{event.document}</Line>}
          {event.memo === '' ? null : <Line name="Remark">{event.memo}</Line>}
          <Line name="Recorded">
            <InstantText at={event.madeAt} /> by {event.author}
          </Line>
          {event.endedOn === null ? (
            eventForms[event.kind].ends === '' ? null : (
              <Line name="Ends">{eventForms[event.kind].ends}</Line>
            )
          ) : (
            <Line name={event.withdrawn ? 'Withdrawn' : 'Ended'}>
              <DayText day={event.endedOn} />
              {event.endedReason === null ? '' : `: ${event.endedReason}`}
              {event.endedSource === null || event.endedSource === '' ? '' : ` (${event.endedSource})`}
            </Line>
          )}
        </dl>
        <Group justify="flex-end" gap="xs">
          {open ? (
            <>
              <Button variant="subtle" color="gray" onClick={onWithdraw}>
                Entered by mistake…
              </Button>
              <Button variant="default" onClick={onEnd}>
                {event.kind === 'consent' ? 'Revoked or ended…' : 'It ended…'}
              </Button>
            </>
          ) : null}
          <Button onClick={onClose} data-autofocus>
            Close
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export type EndEventDialogProps = {
  readonly event: LegalEventRow;
  readonly today: Day;
  onClose(): void;
};

/** The first day on which it no longer binds, why, and where that is known from. */
export function EndEventDialog({ event, today, onClose }: EndEventDialogProps) {
  const shape = z.object({
    on: typedDay(today, {
      leaning: 'behind',
      notAfter: { day: today, message: 'This day lies ahead. End it once it has ended.' },
      notBefore: { day: event.on, message: 'It cannot end before it began.' },
    }),
    reason: requiredLine(300, 'Type what ended it.'),
    source: requiredLine(300, 'Say where this is known from: a letter, a call, a court.'),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { on: 'today', reason: '', source: '' },
  });
  const end = useOnce('law.endEvent');
  const revoking = event.kind === 'consent';
  const submit = form.handleSubmit(async (fields) => {
    const result = await end.run({ eventId: event.eventId, ...fields });
    if (!result.ok) return;
    onClose();
    showDone(revoking ? 'Consent ended.' : 'Ended. It stays in the history.');
  });
  return (
    <Dialog onClose={onClose} title={`${revoking ? 'End this consent' : 'What ended it'}?`} size="md">
      <form onSubmit={submit} onChange={end.forget} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            {eventTitle(event)}, since <DayText day={event.on} />.{' '}
            {holdOfEvent(event.kind) === null ? '' : 'The hold it made ends with it. '}
            {eventForms[event.kind].ends}
          </Text>
          <DayInput
            control={form.control}
            name="on"
            label="First day it no longer binds"
            required
            today={today}
            leaning="behind"
          />
          <LineInput
            control={form.control}
            name="reason"
            label={revoking ? 'How it was revoked or ended' : 'What ended it'}
            required
            autoFocus
          />
          <LineInput control={form.control} name="source" label="Where this is known from" required />
          <FaultAlert fault={end.fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Keep it as it is
            </Button>
            <SubmitButton pending={end.pending}>{revoking ? 'End consent' : 'End it'}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

export function WithdrawEventDialog({ event, onClose }: { readonly event: LegalEventRow; onClose(): void }) {
  const withdraw = useOnce('law.withdrawEvent');
  return (
    <ReasonDialog
      title="Entered by mistake?"
      confirmLabel="Withdraw it"
      suggestions={['Wrong account', 'Wrong person', 'Entered twice']}
      pending={withdraw.pending}
      fault={withdraw.fault}
      onClose={onClose}
      onConfirm={async (reason) => {
        const result = await withdraw.run({ eventId: event.eventId, reason });
        if (result.ok) showDone('Withdrawn. It can still be seen and counts nowhere.');
        return result;
      }}
    >
      {eventTitle(event)} is then as if it had never been: it counts in no verdict, and a hold it made ends.
      It can still be seen among what ended. If it was true once, end it instead.
    </ReasonDialog>
  );
}

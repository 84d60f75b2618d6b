/** The green card came back signed, or the post's record says so. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { cutCardData, holdsCardData } from '../../../../shared/domain/card-number.ts';
import { dayOfInstant, earliestDay, isDay } from '../../../../shared/domain/days.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { act } from '../../../bridge/calls.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { localZone } from '../../../components/moments.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';

type Piece = {
  readonly mailingId: number;
  readonly debtorName: string;
  readonly templateName: string | null;
  readonly articleNumber: string;
};
export type DeliveryDialogProps = { readonly piece: Piece; onClose(): void };

export function DeliveryDialog({ piece, onClose }: DeliveryDialogProps) {
  const today = dayOfInstant(Date.now(), localZone());
  const [on, setOn] = useState(today);
  const [signedBy, setSignedBy] = useState('');
  const [note, setNote] = useState('');
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const dayIsFine = isDay(on) && on <= today && on >= earliestDay;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!dayIsFine || pending) return;
    setPending(true);
    const answer = await act('mail.recordDelivery', {
      mailingId: piece.mailingId,
      on,
      signedBy: cutCardData(signedBy),
      note: cutCardData(note),
    });
    setPending(false);
    if (!answer.ok) return setFault(answer.error);
    const { returnId } = answer.value;
    onClose();
    showDone(`Recorded: delivered to ${piece.debtorName}.`, {
      undo: () =>
        void act('mail.withdrawOutcome', { returnId }).then((back) => back.ok || showFault(back.error)),
    });
  };
  return (
    <Modal opened onClose={onClose} title="Delivered" size="28rem">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            {piece.templateName ?? 'Mail'} to <b>{piece.debtorName}</b>
          </Text>
          <TextInput
            type="date"
            label="Delivered on"
            value={on}
            max={today}
            min={earliestDay}
            data-autofocus
            onChange={(event) => setOn(event.currentTarget.value)}
            error={dayIsFine ? null : 'A day up to today.'}
          />
          {piece.articleNumber === '' ? null : (
            <TextInput
              label="Signed by"
              description="As it stands on the green card or in the post’s record."
              value={signedBy}
              maxLength={100}
              autoComplete="off"
              error={holdsCardData(signedBy) ? 'This looks like a card number; it will be cut.' : null}
              onChange={(event) => setSignedBy(event.currentTarget.value)}
            />
          )}
          <TextInput
            label="Note"
            value={note}
            maxLength={200}
            autoComplete="off"
            error={holdsCardData(note) ? 'This looks like a card number; it will be cut.' : null}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <FaultAlert fault={fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={!dayIsFine}>
              Record the delivery
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

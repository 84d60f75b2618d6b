/** One letter entered as mailed, where it was just printed or is looked at. */
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isReceiptNumber, readArticle } from '../../../../shared/domain/article-number.ts';
import { cutCardData, holdsCardData } from '../../../../shared/domain/card-number.ts';
import { dayOfInstant, earliestDay, isDay } from '../../../../shared/domain/days.ts';
import {
  type MailClass,
  mailClasses,
  mailClassFacts,
  mostPostageCents,
} from '../../../../shared/domain/mail.ts';
import { formatCents, parseMoney } from '../../../../shared/domain/money.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { mailClassWords, numberFaultWords } from '../../../../shared/text/mail-words.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { localZone } from '../../../components/moments.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';

export type MailedDialogProps = {
  readonly letter: {
    readonly letterId: number;
    readonly templateName: string;
    readonly debtorName: string;
  };
  onClose(): void;
};

function wrongIn(text: string, ofClass: MailClass, card: boolean): string | null {
  if (text.trim() === '' || mailClassFacts[ofClass].numbersOf === 'anybody') return null;
  const read = readArticle(text);
  if (!read.ok) return numberFaultWords[read.why];
  if (card === isReceiptNumber(read.number)) return null;
  return card ? null : 'This is the number of a green card.';
}

export function MailedDialog({ letter, onClose }: MailedDialogProps) {
  const today = dayOfInstant(Date.now(), localZone());
  const usual = useCall('mail.usual', {});
  const [on, setOn] = useState(today);
  const [chosen, setChosen] = useState<MailClass | null>(null);
  const [number, setNumber] = useState('');
  const [card, setCard] = useState('');
  const [typedPostage, setTypedPostage] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const ofClass = chosen ?? usual.data?.class ?? 'first_class';
  const facts = mailClassFacts[ofClass];
  const last = usual.data?.postage.find((one) => one.class === ofClass)?.postageCents ?? 0;
  const postage = typedPostage ?? (last === 0 ? '' : formatCents(last));
  const cents = postage.trim() === '' ? { ok: true as const, value: 0 } : parseMoney(postage);
  const postageIsFine = cents.ok && cents.value >= 0 && cents.value <= mostPostageCents;
  const dayIsFine = isDay(on) && on <= today && on >= earliestDay;
  const numberFault = facts.number === 'none' ? null : wrongIn(number, ofClass, false);
  const cardFault = facts.returnReceipt ? wrongIn(card, ofClass, true) : null;
  const lacks = facts.number === 'required' && number.trim() === '';
  const ready = dayIsFine && postageIsFine && !lacks && numberFault === null && cardFault === null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || pending || !cents.ok) return;
    setPending(true);
    setFault(null);
    const answer = await act('mail.record', {
      mailedOn: on,
      pieces: [
        {
          letterId: letter.letterId,
          class: ofClass,
          articleNumber: facts.number === 'none' ? '' : number,
          receiptNumber: facts.returnReceipt ? card : '',
          postageCents: cents.value,
          note: cutCardData(note),
        },
      ],
    });
    setPending(false);
    if (!answer.ok) return setFault(answer.error);
    const [mailingId] = answer.value.mailingIds;
    onClose();
    showDone(
      answer.value.noticesBegun > 0
        ? 'Entered as mailed. The validation period began.'
        : answer.value.verificationsSent > 0
          ? 'Entered as mailed. Verification of the disputed debt is recorded as sent.'
          : 'Entered as mailed.',
      mailingId === undefined
        ? {}
        : {
            undo: () =>
              void act('mail.withdraw', { mailingId }).then((back) => back.ok || showFault(back.error)),
          },
    );
  };

  return (
    <Modal opened onClose={onClose} title="Enter as mailed" size="30rem">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            {letter.templateName} to <b>{letter.debtorName}</b>
          </Text>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <TextInput
              type="date"
              label="Mailed on"
              value={on}
              max={today}
              min={earliestDay}
              onChange={(event) => setOn(event.currentTarget.value)}
              error={dayIsFine ? null : 'A day up to today.'}
              flex={1}
            />
            <TextInput
              label="Postage"
              leftSection={<span aria-hidden>$</span>}
              inputMode="decimal"
              autoComplete="off"
              placeholder="0.00"
              value={postage}
              maxLength={20}
              onChange={(event) => setTypedPostage(event.currentTarget.value)}
              error={postageIsFine ? null : `A sum up to $${formatCents(mostPostageCents)}.`}
              flex={1}
            />
          </Group>
          <Select
            label="Service"
            allowDeselect={false}
            data-autofocus
            value={ofClass}
            onChange={(value) => {
              setChosen(mailClasses.find((one) => one === value) ?? null);
              setTypedPostage(null);
            }}
            data={mailClasses.map((one) => ({ value: one, label: mailClassWords[one] }))}
          />
          {facts.number === 'none' ? null : (
            <TextInput
              label="Number"
              description="Scan it from the label, or type it."
              withAsterisk={facts.number === 'required'}
              value={number}
              maxLength={60}
              autoComplete="off"
              error={numberFault}
              onChange={(event) => setNumber(event.currentTarget.value)}
              // A scanner ends with Enter; the card is next.
              onKeyDown={(event) => {
                if (event.key === 'Enter' && facts.returnReceipt && card === '') event.preventDefault();
              }}
            />
          )}
          {facts.returnReceipt ? (
            <TextInput
              label="Green card"
              value={card}
              maxLength={60}
              autoComplete="off"
              error={cardFault}
              onChange={(event) => setCard(event.currentTarget.value)}
            />
          ) : null}
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
            <Button type="submit" loading={pending} disabled={!ready}>
              Enter as mailed
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** One letter that was just printed goes to the post: by which service, under which number, for how much. A pile is entered under Letters, Mail. */
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { readArticle } from '../../../../shared/domain/article-number.ts';
import { dayOfInstant, earliestDay, isDay } from '../../../../shared/domain/days.ts';
import {
  type MailClass,
  mailClasses,
  mailClassFacts,
  mostPostageCents,
} from '../../../../shared/domain/mail.ts';
import { formatCents, parseMoney } from '../../../../shared/domain/money.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { mailClassWords } from '../../../../shared/text/mail-words.ts';
import { useCall, useCommand } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { localZone } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';

export type MailedDialogProps = {
  readonly letterId: number;
  readonly label: string;
  onMailed(): void;
  onClose(): void;
};

export function MailedDialog({ letterId, label, onMailed, onClose }: MailedDialogProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(true), []);
  const today = dayOfInstant(Date.now(), localZone());
  const usual = useCall('mail.usual', {});
  const [mailedOn, setMailedOn] = useState(today);
  const [chosen, setChosen] = useState<MailClass | null>(null);
  const [article, setArticle] = useState('');
  const [typedPostage, setTypedPostage] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const record = useCommand('mail.record');

  const service = chosen ?? usual.data?.class ?? 'first_class';
  const { number, numbersOf } = mailClassFacts[service];
  const usualCents = usual.data?.postage.find((one) => one.class === service)?.postageCents ?? 0;
  const postageText = typedPostage ?? (usualCents === 0 ? '' : formatCents(usualCents));
  const postage = postageText.trim() === '' ? 0 : centsOf(postageText);
  const wrongDay = !isDay(mailedOn) || mailedOn > today || mailedOn < earliestDay;
  const wrongNumber = number === 'none' ? null : faultOfNumber(article, number === 'required', numbersOf);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrongDay || wrongNumber !== null || postage === null || record.isPending) return;
    setFault(null);
    record.mutate(
      {
        mailedOn,
        pieces: [
          {
            letterId,
            class: service,
            articleNumber: number === 'none' ? '' : article,
            postageCents: postage,
          },
        ],
      },
      {
        onSuccess: () => {
          showDone('Entered in the mail log.');
          onMailed();
          onClose();
        },
        onError: (error) => setFault(error.fault),
      },
    );
  };
  return (
    <Modal opened={shown} onClose={onClose} title="Mailed" size="28rem">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{label}</Text>
          <Group grow align="flex-start" gap="xs">
            <TextInput
              type="date"
              label="Mailed on"
              value={mailedOn}
              min={earliestDay}
              max={today}
              onChange={(event) => setMailedOn(event.currentTarget.value)}
              error={tried && wrongDay ? 'A day up to today.' : null}
            />
            <TextInput
              label="Postage"
              inputMode="decimal"
              placeholder="0.00"
              value={postageText}
              onChange={(event) => setTypedPostage(event.currentTarget.value)}
              error={tried && postage === null ? 'A sum in dollars.' : null}
            />
          </Group>
          <Select
            label="Service"
            allowDeselect={false}
            data-autofocus
            data={mailClasses.map((value) => ({ value, label: mailClassWords[value] }))}
            value={service}
            onChange={(value) => setChosen(mailClasses.find((one) => one === value) ?? null)}
          />
          {number === 'none' ? null : (
            <TextInput
              label="Number on the label"
              description={number === 'required' ? 'Scan it or type it.' : 'If it has one.'}
              autoComplete="off"
              maxLength={60}
              value={article}
              onChange={(event) => setArticle(event.currentTarget.value)}
              error={tried ? wrongNumber : null}
            />
          )}
          <FaultAlert fault={fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={record.isPending}>
              Enter it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function centsOf(text: string): number | null {
  const read = parseMoney(text);
  return read.ok && read.value >= 0 && read.value <= mostPostageCents ? read.value : null;
}

function faultOfNumber(text: string, required: boolean, of: 'post' | 'anybody'): string | null {
  if (text.trim() === '') return required ? 'This service has a number on its label.' : null;
  if (of === 'anybody' || readArticle(text).ok) return null;
  return 'This is no number of the post: a digit is missing or wrong. Read it once more.';
}

/** A letter came back: one step marks its address with what stands on the envelope, and a validation notice as returned. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { AddressFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { dayOfInstant } from '../../../../shared/domain/days.ts';
import { returnReasons, statusAfterReturn } from '../../../../shared/domain/trace.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { returnReasonWords } from '../../../../shared/text/trace-words.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { localZone } from '../../../components/moments.tsx';
import { ChoiceInput, DayInput, LineInput, optionsOf } from '../forms/bound-fields.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { optionalWords, typedDay } from '../forms/schemas.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { showTypedDay } from '../forms/typed-day.ts';
import { useOnce } from '../forms/use-once.ts';
import { tellMarked } from './marked.ts';

export type ReturnedMailDialogProps = {
  readonly accountId: number;
  readonly address: AddressFacts;
  readonly today: Day;
  onClose(): void;
};

function schemaOf(today: Day) {
  return z.strictObject({
    on: typedDay(today, {
      leaning: 'behind',
      notAfter: { day: today, message: 'This day is still to come. Type the day the letter came back.' },
    }),
    reason: z.enum(returnReasons),
    detail: optionalWords(200),
    letter: z.string(),
    validationNotice: z.boolean(),
  });
}

export function ReturnedMailDialog({ accountId, address, today, onClose }: ReturnedMailDialogProps) {
  const schema = useMemo(() => schemaOf(today), [today]);
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      on: showTypedDay(today),
      reason: 'moved' as const,
      detail: '',
      letter: '',
      validationNotice: false,
    },
  });
  const returned = useOnce('debtors.returnMail');
  const letters = useCall('letters.list', { accountId, before: null, limit: 20 });
  const { control } = form;
  const reason = form.watch('reason');
  const sent = (letters.data?.letters ?? []).map(({ letterId, templateName, madeAt }) => ({
    value: String(letterId),
    label: `${templateName}, ${dayWords(dayOfInstant(madeAt, localZone()))}`,
  }));
  const submit = form.handleSubmit(async ({ on, detail, letter, validationNotice, ...typed }) => {
    const letterId = letter === '' ? null : Number(letter);
    const result = await returned.run({
      accountId,
      addressId: address.addressId,
      on,
      reason: typed.reason,
      detail,
      letterId,
      validationNotice,
    });
    if (!result.ok) return;
    onClose();
    const event = result.value.eventId === null ? '' : ' The returned notice stands under Events.';
    tellMarked(`${address.line1} is marked: mail came back.${event}`, result);
  });
  return (
    <Dialog onClose={onClose} title="Mail came back">
      <form onSubmit={submit} onChange={returned.forget} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            From {address.line1}, {address.city}. The address is marked{' '}
            {statusAfterReturn(reason) === 'bad'
              ? 'as bad, and letters no longer go there.'
              : 'as not verified: mail that was left or refused may still have the right address.'}
          </Text>
          <ChoiceInput
            control={control}
            name="reason"
            label="What stands on it"
            options={optionsOf(returnReasons, returnReasonWords)}
          />
          <DayInput
            control={control}
            name="on"
            label="Came back on"
            required
            today={today}
            leaning="behind"
          />
          <ChoiceInput
            control={control}
            name="letter"
            label="Which letter"
            options={[{ value: '', label: 'Not one of this book, or not known' }, ...sent]}
          />
          <LineInput
            control={control}
            name="detail"
            label="More, as it is written there"
            placeholder="Yellow label, a name"
          />
          <Checkbox
            label="It was the validation notice"
            description="Recorded as an event: the notice does not count as given and has to be sent anew."
            {...form.register('validationNotice')}
          />
          <FaultAlert fault={returned.fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <SubmitButton pending={returned.pending}>Mark the address</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/**
 * A letter came back: what stands on it, which address it came back from, and the address the post gave instead. Says before it is
 * recorded what follows: the mark of the address, the validation notice, strategies.
 */
import { Alert, Button, Checkbox, Group, Loader, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useId, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { cityLineOf, missingPartsOf } from '../../../../shared/domain/address.ts';
import { cutCardData, holdsCardData } from '../../../../shared/domain/card-number.ts';
import { dayOfInstant, earliestDay, isDay } from '../../../../shared/domain/days.ts';
import {
  type ReturnReason,
  returnFacts,
  returnReasons,
  statusAfterReturn,
} from '../../../../shared/domain/mail.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { addressStatusWords } from '../../../../shared/text/labels.ts';
import {
  afterReturnWords,
  returnReasonNotes,
  returnReasonWords,
} from '../../../../shared/text/mail-words.ts';
import { act } from '../../../bridge/calls.ts';
import { useGo } from '../../../bridge/navigation.ts';
import { useCall } from '../../../bridge/queries.ts';
import type { ReturnedMailAsked } from '../../../bridge/returned-mail.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { localZone } from '../../../components/moments.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';

export type ReturnedMailDialogProps = { readonly asked: ReturnedMailAsked; onClose(): void };

export function ReturnedMailDialog({ asked, onClose }: ReturnedMailDialogProps) {
  const account = useCall('accounts.get', { accountId: asked.accountId });
  const [opener] = useState(findOpener);
  // A dialog that is open when it is first drawn would not know where the focus came from.
  const [shown, setShown] = useState(false);
  useEffect(() => {
    setShown(true);
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body && opener?.isConnected) opener.focus();
      });
    };
  }, [opener]);
  return (
    <Modal opened={shown} onClose={onClose} title="Mail came back" size="40rem" zIndex={250}>
      <FaultAlert fault={account.error?.fault} />
      {account.data ? (
        <ReturnForm asked={asked} account={account.data} onClose={onClose} />
      ) : account.error ? null : (
        <Loader size="sm" role="status" aria-label="Opening the account" />
      )}
    </Modal>
  );
}

/** A menu is gone once its dialog closes; its button takes the focus instead. */
function findOpener(): HTMLElement | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return null;
  const menu = active.closest('[role="menu"]');
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active;
}

const noAddress = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' };
const unknown = '';

type ReturnFormProps = {
  readonly asked: ReturnedMailAsked;
  readonly account: AccountFacts;
  onClose(): void;
};

function ReturnForm({ asked, account, onClose }: ReturnFormProps) {
  const go = useGo();
  const today = dayOfInstant(Date.now(), localZone());
  const { debtor } = account;
  const [reason, setReason] = useState<ReturnReason | null>(null);
  const [on, setOn] = useState(today);
  const [detail, setDetail] = useState('');
  const [from, setFrom] = useState<string | null>(
    asked.addressId === null ? firstUsable(account) : String(asked.addressId),
  );
  const [notice, setNotice] = useState(asked.validationNotice);
  const known = asked.letterId !== null || asked.mailingId !== null;
  const [letter, setLetter] = useState<string | null>(unknown);
  const letters = useCall(
    'letters.list',
    { accountId: asked.accountId, before: null, limit: 30 },
    { enabled: !known },
  );
  const [fields, setFields] = useState(noAddress);
  const [adding, setAdding] = useState(false);
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const noteId = useId();

  const given = reason === 'moved_new_address' || adding;
  const missing = missingPartsOf(fields);
  const address = debtor.addresses.find(({ addressId }) => String(addressId) === from);
  const cards = [detail, ...Object.values(fields)].some(holdsCardData);
  const dayIsFine = isDay(on) && on <= today && on >= earliestDay;
  const ready = reason !== null && dayIsFine && !cards && (!given || missing.length === 0);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || pending) return;
    setPending(true);
    setFault(null);
    const answer = await act('mail.recordReturn', {
      accountId: asked.accountId,
      mailingId: asked.mailingId,
      letterId: asked.letterId ?? (letter === unknown || letter === null ? null : Number(letter)),
      addressId: address?.addressId ?? null,
      on,
      reason,
      detail,
      validationNotice: notice,
      newAddress: given ? fields : null,
    });
    setPending(false);
    if (!answer.ok) return setFault(answer.error);
    const { returnId, newAddressId, stopped } = answer.value;
    onClose();
    const parts = [
      `Recorded: mail to ${debtor.name} came back.`,
      newAddressId === null ? '' : 'The new address was added, not verified.',
      stopped ? 'Its strategy ended.' : '',
    ];
    showDone(parts.filter((part) => part !== '').join(' '), {
      undo: () =>
        void act('mail.withdrawOutcome', { returnId }).then((back) => back.ok || showFault(back.error)),
      also: { label: 'Open the account', press: () => go({ accountId: asked.accountId }) },
    });
  };

  const field = (name: keyof typeof noAddress) => ({
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Text size="sm">
          To <b>{debtor.name}</b>, account {account.number}.
        </Text>
        <Select
          label="What stands on it"
          placeholder="Choose, or type a few letters"
          data-autofocus
          searchable
          selectFirstOptionOnChange
          allowDeselect={false}
          maxDropdownHeight={280}
          data={returnReasons.map((one) => ({ value: one, label: returnReasonWords[one] }))}
          value={reason}
          onChange={(value) => setReason(returnReasons.find((one) => one === value) ?? null)}
          aria-describedby={noteId}
        />
        <Text size="sm" c="dimmed" id={noteId} role="status">
          {reason === null
            ? 'As the post stamped it or as the yellow label says.'
            : `${returnReasonNotes[reason]} ${afterReturnWords[returnFacts[reason].next]}`}
        </Text>
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            type="date"
            label="Came back on"
            value={on}
            max={today}
            min={earliestDay}
            onChange={(event) => setOn(event.currentTarget.value)}
            error={dayIsFine ? null : 'A day up to today.'}
            flex={1}
          />
          <Select
            label="From which address"
            allowDeselect={false}
            flex={2}
            value={from}
            onChange={setFrom}
            data={[
              ...debtor.addresses.map((one) => ({
                value: String(one.addressId),
                label: `${one.line1}, ${cityLineOf(one)} (${addressStatusWords[one.status].toLowerCase()})`,
              })),
              { value: unknown, label: 'An address that is not on file' },
            ]}
          />
        </Group>
        {reason === null || !address ? null : <Text size="sm">{markWords(reason, address.status)}</Text>}
        {known ? null : (
          <Select
            label="Which letter"
            allowDeselect={false}
            value={letter}
            onChange={setLetter}
            data={[
              { value: unknown, label: 'Not one of this book, or not known' },
              ...(letters.data?.letters ?? []).map(({ letterId, templateName, madeAt }) => ({
                value: String(letterId),
                label: `${templateName}, ${dayWords(dayOfInstant(madeAt, localZone()))}`,
              })),
            ]}
          />
        )}
        <TextInput
          label="More, as it is written there"
          placeholder="Date of the label, a name"
          value={detail}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setDetail(event.currentTarget.value)}
          error={holdsCardData(detail) ? <CardRefusal onCut={() => setDetail(cutCardData(detail))} /> : null}
        />
        {reason === 'moved_new_address' ? null : (
          <Checkbox
            label="The post gave a new address"
            checked={adding}
            onChange={(event) => setAdding(event.currentTarget.checked)}
          />
        )}
        {given ? (
          <fieldset className="mail-address">
            <legend>The new address</legend>
            <Stack gap="xs">
              <Group gap="xs" wrap="nowrap" align="flex-end">
                <TextInput label="Street or PO box" maxLength={200} flex={3} {...field('line1')} />
                <TextInput label="Apartment, suite" maxLength={200} flex={2} {...field('line2')} />
              </Group>
              <Group gap="xs" wrap="nowrap" align="flex-end">
                <TextInput label="City" maxLength={200} flex={3} {...field('city')} />
                <TextInput label="State" maxLength={40} flex={1} miw={56} {...field('region')} />
                <TextInput label="ZIP" maxLength={20} flex={2} {...field('postalCode')} />
                <TextInput label="Country, if abroad" maxLength={60} flex={2} {...field('country')} />
              </Group>
            </Stack>
          </fieldset>
        ) : null}
        <Checkbox
          label="It was the validation notice"
          description="Recorded as an event: the notice does not count as given and has to be sent anew."
          checked={notice}
          onChange={(event) => setNotice(event.currentTarget.checked)}
        />
        {reason === 'deceased' ? (
          <Alert color="yellow" p="xs">
            Nothing is recorded about a death here. When it is confirmed, record it in the account under
            Events: from then on only those the law names may be written to.
          </Alert>
        ) : null}
        <FaultAlert fault={fault} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending} disabled={!ready}>
            Record that it came back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function firstUsable({ debtor }: AccountFacts): string {
  const usable = debtor.addresses.find(({ status }) => status === 'current') ?? debtor.addresses[0];
  return usable ? String(usable.addressId) : unknown;
}

function markWords(reason: ReturnReason, before: Parameters<typeof statusAfterReturn>[1]): string {
  const after = statusAfterReturn(reason, before);
  if (after === before) return 'The address keeps its mark.';
  if (after === 'unverified') return 'The address is marked as not verified; letters may still go there.';
  return after === 'former'
    ? 'The address is marked as a former one, and letters no longer go there.'
    : 'The address is marked as bad, and letters no longer go there.';
}

function CardRefusal({ onCut }: { onCut(): void }) {
  return (
    <>
      This looks like a full card number, which must not be kept.{' '}
      <Button size="compact-xs" variant="default" onClick={onCut}>
        Keep the last four digits
      </Button>
    </>
  );
}

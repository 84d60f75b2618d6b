/**
 * How this office speaks on the telephone: the name its author gives there, and what goes into the voicemail message. The message
 * is shown as it would be left, or the sentence that says why there is none.
 */
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { limitedContentMessage, salutations } from '../../../../shared/rules/limited-content.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';

const greetings = { none: 'No greeting', hello: 'Hello', good_day: 'Good day' } as const;

export function SpokenDialog({ onClose }: { onClose(): void }) {
  const read = useCall('scripts.spoken', {});
  return (
    <Modal opened centered size="lg" onClose={onClose} title="Your words on the phone">
      <FaultAlert fault={read.error?.fault} />
      {read.data ? <SpokenForm spoken={read.data} onClose={onClose} /> : null}
    </Modal>
  );
}

type SpokenFormProps = { readonly spoken: OutputOf<'scripts.spoken'>; onClose(): void };

function SpokenForm({ spoken, onClose }: SpokenFormProps) {
  const [name, setName] = useState(spoken.name);
  const [set, setSet] = useState(spoken.voicemail);
  const [busy, setBusy] = useState(false);
  const orNull = (text: string) => (text === '' ? null : text);
  const message = limitedContentMessage({
    businessName: set.businessName ?? spoken.officeName,
    nameConfirmed: set.nameConfirmed,
    contactNames: [set.contactName ?? (name.trim() || spoken.author)],
    callBackNumber: set.callBackNumber ?? spoken.callBackNumber,
    salutation: set.salutation,
    ...(set.replyTimes ? { replyTimes: set.replyTimes } : {}),
    anyRepresentative: set.anyRepresentative,
  });
  const unclear = !message.ok && message.error.code === 'limited.name_unclear';
  const save = async () => {
    if (busy) return;
    setBusy(true);
    const named = await act('scripts.setSpokenName', { name });
    const kept = named.ok ? await act('scripts.setVoicemail', set) : named;
    setBusy(false);
    if (!kept.ok) return void showFault(kept.error);
    showDone('Calls use these words from now on.');
    onClose();
  };
  return (
    <Stack gap="sm">
      <TextInput
        label="The name you give on the phone"
        placeholder={spoken.author}
        description={`Yours alone. When it is empty, scripts say “${spoken.author}”.`}
        inputWrapperOrder={['label', 'input', 'description']}
        value={name}
        maxLength={60}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Text fw={600} size="sm">
        The voicemail message
      </Text>
      <Text size="sm" c="dimmed">
        A message with these words, and no other, tells whoever hears it nothing of a debt (12 CFR 1006.2(j)).
      </Text>
      <div className="scripts-pair">
        <TextInput
          label="Name of the business"
          placeholder={spoken.officeName}
          value={set.businessName ?? ''}
          maxLength={80}
          autoComplete="off"
          onChange={(event) =>
            setSet({ ...set, businessName: orNull(event.currentTarget.value), nameConfirmed: false })
          }
        />
        <TextInput
          label="Whom to ask for"
          placeholder={name.trim() || spoken.author}
          value={set.contactName ?? ''}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setSet({ ...set, contactName: orNull(event.currentTarget.value) })}
        />
        <TextInput
          label="Number to call back"
          placeholder={spoken.callBackNumber || 'As on the letterhead, once that is filled in'}
          value={set.callBackNumber ?? ''}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setSet({ ...set, callBackNumber: orNull(event.currentTarget.value) })}
        />
        <NativeSelect
          label="It begins with"
          data={salutations.map((one) => ({ value: one, label: greetings[one] }))}
          value={set.salutation}
          onChange={(event) => {
            const salutation = salutations.find((one) => one === event.currentTarget.value);
            if (salutation) setSet({ ...set, salutation });
          }}
        />
      </div>
      <Checkbox
        label="Say that any representative can help"
        checked={set.anyRepresentative}
        onChange={(event) => setSet({ ...set, anyRepresentative: event.currentTarget.checked })}
      />
      {unclear || set.nameConfirmed ? (
        <Checkbox
          label="Somebody looked at the name of the business: it does not suggest collecting debts"
          checked={set.nameConfirmed}
          onChange={(event) => setSet({ ...set, nameConfirmed: event.currentTarget.checked })}
        />
      ) : null}
      {message.ok ? (
        <figure className="script-message" aria-live="polite">
          <figcaption>As it is left</figcaption>
          <blockquote className="script-said">{message.value}</blockquote>
        </figure>
      ) : (
        <FaultAlert fault={message.error} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Not now
        </Button>
        <Button loading={busy} onClick={() => void save()}>
          Save
        </Button>
      </Group>
    </Stack>
  );
}

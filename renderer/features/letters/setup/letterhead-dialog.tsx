/** What stands at the head and foot of the office's letters: who writes and how to reach them, pictures, and lines for the states. */
import { Button, Group, Modal, Stack, Tabs, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { type Letterhead, letterhead as letterheadShape } from '../../../../shared/contract/letters.ts';
import { addressLinesOf } from '../../../../shared/domain/address.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { geometryOf } from '../../../../shared/templates/letters/sheet-geometry.ts';
import { plainHead, senderTypeOf } from '../../../../shared/templates/letters/sheet-head.ts';
import type { SheetSetup } from '../../../../shared/templates/letters/sheet-setup.ts';
import { parseStored, useDraft } from '../../../bridge/drafts.ts';
import { useCall, useCommand } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { PictureField } from './picture-field.tsx';
import { StateLines } from './state-lines.tsx';
import './setup.css';

export type LetterheadDialogProps = { readonly opened: boolean; onClose(): void };

export function LetterheadDialog({ opened, onClose }: LetterheadDialogProps) {
  const current = useCall('letters.letterhead', {}, { enabled: opened });
  const more = useCall('letters.letterheadMore', {}, { enabled: opened });
  const print = useCall('print.setup', {}, { enabled: opened });
  return (
    <Modal opened={opened} onClose={onClose} title="Letterhead" size="xl">
      <FaultAlert fault={current.error?.fault ?? more.error?.fault ?? print.error?.fault} />
      {opened && current.data && more.data && print.data ? (
        <Tabs defaultValue="sender" keepMounted>
          <Tabs.List>
            <Tabs.Tab value="sender">Sender</Tabs.Tab>
            <Tabs.Tab value="pictures">Logo and signature</Tabs.Tab>
            <Tabs.Tab value="states">Lines for states</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="sender" pt="sm">
            <LetterheadForm
              officeName={current.data.officeName}
              head={current.data.letterhead}
              sheet={print.data.setup.sheet}
              logo={more.data.logo}
              onClose={onClose}
            />
          </Tabs.Panel>
          <Tabs.Panel value="pictures" pt="sm">
            <Stack gap="lg">
              <PictureField kind="logo" picture={more.data.logo} />
              <PictureField kind="signature" picture={more.data.signature} />
            </Stack>
          </Tabs.Panel>
          <Tabs.Panel value="states" pt="sm">
            <StateLines stateLines={more.data.stateLines} licences={more.data.licences} />
          </Tabs.Panel>
        </Tabs>
      ) : null}
    </Modal>
  );
}

type LetterheadFormProps = {
  readonly officeName: string;
  readonly head: Letterhead;
  readonly sheet: SheetSetup;
  readonly logo: { readonly width: number; readonly height: number } | null;
  onClose(): void;
};

type LineName = Exclude<keyof Letterhead, 'howToPay' | 'disputeAddress' | 'footer'>;

function LetterheadForm({ officeName, head, sheet, logo, onClose }: LetterheadFormProps) {
  const [fields, setFields] = useState(head);
  const [fault, setFault] = useState<Fault | null>(null);
  const draft = useDraft('letterhead');
  const save = useCommand('letters.setLetterhead');

  const { ready, text, setText, clear } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was half-typed comes back once, when it has been read
  useEffect(() => {
    if (ready) setFields(parseStored(text, letterheadShape) ?? head);
  }, [ready]);

  const change = (part: Partial<Letterhead>) => {
    const next = { ...fields, ...part };
    setFields(next);
    setText(JSON.stringify(next) === JSON.stringify(head) ? '' : JSON.stringify(next));
  };

  const fits = useMemo(() => {
    const lines = addressLinesOf('', { ...fields, country: '' });
    const image = logo && { ...logo, imageId: 0, mime: 'image/png' as const, base64: '' };
    return senderTypeOf({ ...plainHead(officeName, lines), logo: image }, geometryOf(sheet)).fits;
  }, [fields, officeName, sheet, logo]);

  const field = (name: LineName, label: string, most: number, placeholder = '') => (
    <TextInput
      label={label}
      value={fields[name]}
      maxLength={most}
      placeholder={placeholder}
      autoComplete="off"
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    save.mutate(fields, {
      onSuccess: () => {
        clear();
        showDone('The letterhead was saved. Letters made from now on carry it.');
        onClose();
      },
      onError: (error) => setFault(error.fault),
    });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Text size="sm">
          Printed on every letter under the name of the office, <strong>{officeName}</strong>. Leave empty
          what you do not want printed.
        </Text>
        <Group gap="xs" grow>
          {field('line1', 'Street or PO box', 60)}
          {field('line2', 'Suite, floor', 60)}
        </Group>
        <Group gap="xs" grow>
          {field('city', 'City', 60)}
          {field('region', 'State', 40)}
          {field('postalCode', 'ZIP', 20)}
        </Group>
        {fits ? null : (
          <Text size="sm" role="status">
            <strong>Look: </strong>name and address are too long for their place on the sheet
            {sheet.envelope.endsWith('_double') ? ', the upper window of the envelope' : ''}. The last line
            would be cut. Shorten them.
          </Text>
        )}
        <Group gap="xs" grow>
          {field('phone', 'Telephone', 40)}
          {field('hours', 'Hours for calls', 80)}
        </Group>
        <Group gap="xs" grow>
          {field('email', 'E-mail', 80)}
          {field('website', 'Website', 80)}
        </Group>
        <Group gap="xs" grow>
          {field('signerName', 'Who signs', 80)}
          {field('signerTitle', 'Title of who signs', 80)}
        </Group>
        <Textarea
          label="How to pay"
          description="In your own words. When it is empty, letters ask for a payment to the address above."
          value={fields.howToPay}
          maxLength={1000}
          autosize
          minRows={2}
          maxRows={8}
          onChange={(event) => change({ howToPay: event.currentTarget.value })}
        />
        <Group gap="xs" grow align="flex-start">
          <Textarea
            label="Address for disputes"
            description="Empty: the address above."
            value={fields.disputeAddress}
            maxLength={300}
            autosize
            minRows={2}
            maxRows={5}
            onChange={(event) => change({ disputeAddress: event.currentTarget.value })}
          />
          <TextInput
            label="Disputes by e-mail or website"
            description="Empty: not offered."
            value={fields.disputeElectronically}
            maxLength={160}
            autoComplete="off"
            onChange={(event) => change({ disputeElectronically: event.currentTarget.value })}
          />
        </Group>
        <Textarea
          label="Sentences at the foot of every letter"
          value={fields.footer}
          maxLength={600}
          autosize
          minRows={2}
          maxRows={6}
          onChange={(event) => change({ footer: event.currentTarget.value })}
        />
        <FaultAlert fault={fault} />
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={() => {
              clear();
              onClose();
            }}
          >
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/**
 * A letter about one account: choose a template, see the very PDF it will be, print it or save it. The exact
 * copy goes into the book before the paper comes out.
 */
import { Alert, Button, Group, Loader, Modal, Select, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { AccountFacts } from '../../../shared/contract/accounts.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { holdKindWords, wordOf } from '../../../shared/text/labels.ts';
import { act, ask } from '../../bridge/calls.ts';
import { useDecision } from '../../bridge/decide.ts';
import { useCall } from '../../bridge/queries.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PdfView } from '../../components/pdf/pdf-view.tsx';
import { showDone } from '../../components/toasts.tsx';
import { AddressForm } from './address-form.tsx';
import { ClientAddressForm } from './client-address-form.tsx';
import { LetterVerdict } from './letter-verdict.tsx';
import { LetterheadDialog } from './setup/letterhead-dialog.tsx';
import { useSheetOverlay } from './setup/use-sheet-overlay.ts';
import './letters.css';

export type LetterPanelProps = { readonly accountId: number };

export function LetterPanel({ accountId }: LetterPanelProps) {
  const account = useCall('accounts.get', { accountId });
  const templates = useCall('letters.templates', {});
  const head = useCall('letters.letterhead', {});
  const [chosen, setChosen] = useState<number | null>(null);
  const fault = account.error?.fault ?? templates.error?.fault ?? head.error?.fault;
  if (fault) return <FaultAlert fault={fault} />;
  if (!account.data || !templates.data || !head.data)
    return <Loader size="sm" role="status" aria-label="Opening the letters" />;
  const list = templates.data.templates;
  const template = list.find(({ templateId }) => templateId === chosen) ?? list[0];
  return (
    <div className="letter-panel">
      <LetterVerdict accountId={accountId} />
      <HoldWarning account={account.data} />
      <Select
        label="Letter"
        data-first
        allowDeselect={false}
        data={list.map(({ templateId, name }) => ({ value: String(templateId), label: name }))}
        value={template ? String(template.templateId) : null}
        onChange={(value) => setChosen(value === null ? null : Number(value))}
      />
      {template ? (
        <>
          <Text size="sm" className="letter-description">
            {template.description}
          </Text>
          <LetterheadHint head={head.data} />
          <Draft
            account={account.data}
            templateId={template.templateId}
            templateName={template.name}
            // What is merged in; a change makes the preview anew.
            facts={JSON.stringify([
              account.data.balance,
              account.data.debtor,
              account.data.status,
              head.data,
            ])}
          />
        </>
      ) : (
        <Text size="sm">There is no template in this book.</Text>
      )}
    </div>
  );
}

function HoldWarning({ account }: { readonly account: AccountFacts }) {
  if (account.holds.length === 0) return null;
  const kinds = account.holds.map(({ kind }) => wordOf(holdKindWords, kind)).join(', ');
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={`This account is on hold: ${kinds}`}
    >
      <Text size="sm">
        Look at the hold before anything is sent. Asking for payment may not be allowed now.
      </Text>
    </Alert>
  );
}

function LetterheadHint({ head }: { readonly head: OutputOf<'letters.letterhead'> }) {
  const [opened, setOpened] = useState(false);
  const { letterhead } = head;
  const bare = letterhead.line1 === '' && letterhead.phone === '' && letterhead.email === '';
  return (
    <>
      {bare ? (
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm">Your letters show no address or telephone yet.</Text>
          <Button size="compact-xs" variant="default" miw="fit-content" onClick={() => setOpened(true)}>
            Letterhead…
          </Button>
        </Group>
      ) : null}
      <LetterheadDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

type DraftProps = {
  readonly account: AccountFacts;
  readonly templateId: number;
  readonly templateName: string;
  readonly facts: string;
};

type Preview = OutputOf<'letters.preview'>;
/** What became of the letter on screen. */
type Done = { readonly text: string };

function Draft({ account, templateId, templateName, facts }: DraftProps) {
  const { accountId } = account;
  const [preview, setPreview] = useState<Preview | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [pending, setPending] = useState<'preview' | 'print' | 'save' | null>('preview');
  const [large, setLarge] = useState(false);
  const [round, setRound] = useState(0);
  const { run, asked } = useDecision(`decision:letter:${accountId}`);
  const overlay = useSheetOverlay();

  // biome-ignore lint/correctness/useExhaustiveDependencies: facts and round are what make a preview stale
  useEffect(() => {
    let current = true;
    setPending('preview');
    setFault(null);
    setDone(null);
    ask('letters.preview', { accountId, templateId }).then((answer) => {
      if (!current) return;
      setPending(null);
      setPreview(answer.ok ? answer.value : null);
      if (!answer.ok) setFault(answer.error);
    });
    return () => {
      current = false;
    };
  }, [accountId, templateId, facts, round]);

  const print = useCallback(
    async (previewId: string) => {
      setPending('print');
      setFault(null);
      const answer = await run((decision) => act('letters.print', { previewId, decision }));
      setPending(null);
      if (!answer.ok) return setFault(answer.error);
      setDone({
        text: answer.value.printed
          ? 'Printed, and kept in the book.'
          : 'Kept in the book. It was not printed.',
      });
    },
    [run],
  );

  const save = useCallback(
    async (previewId: string) => {
      setPending('save');
      setFault(null);
      const answer = await run((decision) => act('letters.save', { previewId, decision }));
      setPending(null);
      if (answer.ok) {
        setDone({ text: 'Kept in the book.' });
        showDone(`Saved as ${answer.value.fileName}.`);
      } else if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
    },
    [run],
  );

  if (fault && !preview) {
    return (
      <Stack gap="sm">
        <FaultAlert fault={fault} />
        {isAddressFault(fault) ? (
          <AddressForm
            key={String(fault.params?.addressId ?? '')}
            debtorId={account.debtor.debtorId}
            replaces={account.debtor.addresses.find(({ addressId }) => addressId === fault.params?.addressId)}
          />
        ) : null}
        {fault.code === 'letter.no_client_address' ? (
          <ClientAddressForm accountId={accountId} onSaved={() => setRound(round + 1)} />
        ) : null}
        {fault.code === 'letter.layout_failed' || fault.code === 'call.failed' ? (
          <Button variant="default" onClick={() => setRound(round + 1)}>
            Try again
          </Button>
        ) : null}
      </Stack>
    );
  }
  if (!preview) return <Loader size="sm" role="status" aria-label="Making the preview" />;

  const label = `${templateName} to ${account.debtor.name}`;
  const busy = pending !== null;
  const buttons = (
    <Group gap="xs">
      <Button
        leftSection={<IconPrinter size={15} aria-hidden />}
        loading={pending === 'print'}
        disabled={busy}
        onClick={() => print(preview.previewId)}
      >
        Print…
      </Button>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={15} aria-hidden />}
        loading={pending === 'save'}
        disabled={busy}
        onClick={() => save(preview.previewId)}
      >
        Save as PDF…
      </Button>
      <div role="status">
        {done ? (
          <span className="letter-kept">
            <IconCheck size={16} aria-hidden />
            {done.text}
          </span>
        ) : null}
      </div>
    </Group>
  );
  return (
    <>
      <FaultAlert fault={fault}>
        {fault?.code === 'letter.preview_expired' ? (
          <Button mt="xs" variant="default" onClick={() => setRound(round + 1)}>
            Make the preview again
          </Button>
        ) : null}
      </FaultAlert>
      {buttons}
      <DecisionDialog asked={asked} verb="Send" />
      <PdfView pdf={preview.pdf} label={label} overlay={overlay} onEnlarge={() => setLarge(true)} />
      <Modal opened={large} onClose={() => setLarge(false)} title={label} size="56rem">
        <Stack gap="xs" className="pdf-large">
          {buttons}
          <PdfView pdf={preview.pdf} label={`${label}, large`} overlay={overlay} />
        </Stack>
      </Modal>
    </>
  );
}

function isAddressFault({ code }: Fault): boolean {
  return code === 'letter.no_address' || code === 'letter.address_bad' || code === 'letter.address_too_long';
}

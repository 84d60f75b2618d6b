/** One letter about one account: what it speaks of, the very PDF it will be, what the check found in it, and what became of it. */
import { ActionIcon, Button, Group, Loader, Menu, Modal, Select, Stack } from '@mantine/core';
import {
  IconAt,
  IconCheck,
  IconDeviceFloppy,
  IconDots,
  IconFileWord,
  IconMail,
  IconPrinter,
  IconRefresh,
} from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { LetterChoice, PickKind } from '../../../../shared/contract/letter-choices.ts';
import type { LetterPick } from '../../../../shared/contract/letters.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { act, ask } from '../../../bridge/calls.ts';
import { useDecision } from '../../../bridge/decide.ts';
import { wantNextStep } from '../../../bridge/next-step.ts';
import { useCall } from '../../../bridge/queries.ts';
import { DecisionDialog } from '../../../components/decision-dialog.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { PdfView } from '../../../components/pdf/pdf-view.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { AddressForm } from '../address-form.tsx';
import { ClientAddressForm } from '../client-address-form.tsx';
import { MailedDialog } from '../mail/mailed-dialog.tsx';
import { useSheetOverlay } from '../setup/use-sheet-overlay.ts';
import { Findings } from './findings.tsx';
import type { Choices } from './letter-picker.tsx';

export type LetterDraftProps = {
  readonly account: AccountFacts;
  readonly letter: LetterChoice;
  readonly picks: Choices['picks'];
  /** What is merged in; a change makes the preview anew. */
  readonly facts: string;
};

type Preview = OutputOf<'letters.preview'>;
/** What became of the letter on screen. */
type Done = { readonly text: string; readonly letterId: number; readonly printed: boolean };
type Picked = Readonly<Partial<Record<PickKind, number>>>;

const pickWords: Readonly<Record<PickKind, string>> = {
  plan: 'About this plan',
  offer: 'About this offer',
  payment: 'About this payment',
};
const pickNames: Readonly<Record<PickKind, keyof LetterPick>> = {
  plan: 'planId',
  offer: 'offerId',
  payment: 'receiptId',
};

function pickOf(picked: Picked): LetterPick | null {
  const pairs = (Object.keys(picked) as PickKind[]).map((kind) => [pickNames[kind], picked[kind]]);
  return pairs.length === 0 ? null : (Object.fromEntries(pairs) as LetterPick);
}

export function LetterDraft({ account, letter, picks, facts }: LetterDraftProps) {
  const { accountId } = account;
  const { templateId, name } = letter;
  const [picked, setPicked] = useState<Picked>({});
  const [preview, setPreview] = useState<Preview | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [pending, setPending] = useState<'preview' | 'print' | 'save' | null>('preview');
  const [large, setLarge] = useState(false);
  const [round, setRound] = useState(0);
  const { run, asked } = useDecision(`decision:letter:${accountId}`);
  const overlay = useSheetOverlay();
  const pick = JSON.stringify(pickOf(picked));

  // biome-ignore lint/correctness/useExhaustiveDependencies: facts and round are what make a preview stale
  useEffect(() => {
    let current = true;
    setPending('preview');
    setFault(null);
    setDone(null);
    ask('letters.preview', { accountId, templateId, pick: JSON.parse(pick) as LetterPick | null }).then(
      (answer) => {
        if (!current) return;
        setPending(null);
        setPreview(answer.ok ? answer.value : null);
        if (!answer.ok) setFault(answer.error);
      },
    );
    return () => {
      current = false;
    };
  }, [accountId, templateId, pick, facts, round]);

  const print = useCallback(
    async (previewId: string) => {
      setPending('print');
      setFault(null);
      const answer = await run((decision) => act('letters.print', { previewId, decision }));
      setPending(null);
      if (!answer.ok) return setFault(answer.error);
      const { letterId, printed } = answer.value;
      setDone({
        letterId,
        printed,
        text: printed ? 'Printed, and kept in the book.' : 'Kept in the book. It was not printed.',
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
        setDone({ text: 'Kept in the book.', letterId: answer.value.letterId, printed: false });
        showDone(`Saved as ${answer.value.fileName}.`);
      } else if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
    },
    [run],
  );

  const saveWord = async (previewId: string) => {
    setPending('save');
    setFault(null);
    const answer = await act('letters.saveWord', { previewId });
    setPending(null);
    if (answer.ok)
      showDone(`Saved as ${answer.value.fileName}. What is changed in it counts for nothing here.`);
    else if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
  };

  const saveEmail = async (previewId: string, emailId: number) => {
    setPending('save');
    setFault(null);
    const answer = await run((decision) => act('letters.saveEmail', { previewId, emailId, decision }));
    setPending(null);
    if (answer.ok) {
      setDone({ text: 'Kept in the book.', letterId: answer.value.letterId, printed: false });
      showDone(`Saved as ${answer.value.fileName}. Open it in your mail program to send it.`);
    } else if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
  };

  const choosable = letter.picks.filter((kind) => picks[kind].length > 1);
  const pickers = choosable.map((kind) => (
    <Select
      key={kind}
      label={pickWords[kind]}
      allowDeselect={false}
      data={picks[kind].map(({ id, words }) => ({ value: String(id), label: words }))}
      value={String(picked[kind] ?? picks[kind][0]?.id)}
      onChange={(value) => {
        if (value !== null) setPicked({ ...picked, [kind]: Number(value) });
      }}
    />
  ));

  if (fault && !preview) {
    return (
      <Stack gap="sm">
        {pickers}
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

  const label = `${name} to ${account.debtor.name}`;
  const busy = pending !== null;
  const stops = preview.findings.some(({ severity }) => severity === 'stop');
  const buttons = (
    <Group gap="xs">
      <Button
        leftSection={<IconPrinter size={15} aria-hidden />}
        loading={pending === 'print'}
        disabled={busy || stops}
        title={stops ? 'The wording stops this letter.' : undefined}
        onClick={() => print(preview.previewId)}
      >
        Print…
      </Button>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={15} aria-hidden />}
        loading={pending === 'save'}
        disabled={busy || stops}
        title={stops ? 'The wording stops this letter.' : undefined}
        onClick={() => save(preview.previewId)}
      >
        Save as PDF…
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label="Other ways to save" disabled={busy}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileWord size={15} aria-hidden />}
            onClick={() => void saveWord(preview.previewId)}
          >
            Save as Word, to edit elsewhere…
          </Menu.Item>
          {letter.to === 'debtor'
            ? account.debtor.emails.map(({ emailId, address }) => (
                <Menu.Item
                  key={emailId}
                  leftSection={<IconAt size={15} aria-hidden />}
                  disabled={stops}
                  onClick={() => void saveEmail(preview.previewId, emailId)}
                >
                  Draft of an email to {address}…
                </Menu.Item>
              ))
            : null}
        </Menu.Dropdown>
      </Menu>
      {stops ? (
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} aria-hidden />}
          disabled={busy}
          onClick={() => setRound(round + 1)}
        >
          Check again
        </Button>
      ) : null}
    </Group>
  );
  return (
    <>
      {pickers}
      <FaultAlert fault={fault}>
        {fault?.code === 'letter.preview_expired' || fault?.code === 'letter.wording_stops' ? (
          <Button mt="xs" variant="default" onClick={() => setRound(round + 1)}>
            Make the preview again
          </Button>
        ) : null}
      </FaultAlert>
      {buttons}
      <After
        key={done?.letterId ?? 0}
        done={done}
        accountId={accountId}
        templateName={name}
        debtorName={account.debtor.name}
      />
      <Findings findings={preview.findings} />
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

/** What an address form can put right. */
function isAddressFault({ code }: Fault): boolean {
  return code === 'letter.no_address' || code === 'letter.address_bad' || code === 'letter.address_too_long';
}

type AfterProps = {
  readonly done: Done | null;
  readonly accountId: number;
  readonly templateName: string;
  readonly debtorName: string;
};

/** Kept and printed: the way to the mail log and to what comes next. */
function After({ done, accountId, templateName, debtorName }: AfterProps) {
  const [mailing, setMailing] = useState(false);
  const mail = useCall('mail.list', { accountId, limit: 20 }, { enabled: done?.printed === true });
  const mailed = mail.data?.pieces.some(({ letterId }) => letterId === done?.letterId) === true;
  return (
    <div role="status" className="letter-after">
      {done ? (
        <>
          <span className="letter-kept">
            <IconCheck size={16} aria-hidden />
            {mailed ? 'Printed, kept and entered as mailed.' : done.text}
          </span>
          <Group gap="xs">
            {done.printed && !mailed ? (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconMail size={14} aria-hidden />}
                onClick={() => setMailing(true)}
              >
                Mailed…
              </Button>
            ) : null}
            <Button size="compact-sm" variant="default" onClick={() => void askNextStep(accountId)}>
              What comes next…
            </Button>
          </Group>
          {mailing ? (
            <MailedDialog
              letter={{ letterId: done.letterId, templateName, debtorName }}
              onClose={() => setMailing(false)}
            />
          ) : null}
        </>
      ) : null}
    </div>
  );
}

async function askNextStep(accountId: number): Promise<void> {
  const leaving = await ask('desk.leaving', { accountId, finishing: [] });
  if (leaving.ok && leaving.value.planless) await wantNextStep(accountId, [], true);
  else showDone('Something is planned for this account already; its next step stands at the left.');
}

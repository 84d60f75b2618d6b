/** One letter as the exact copy that was kept: to look at, print again, save, email, enter as mailed; and what it was made with. */
import { Button, Group, Menu, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconDeviceFloppy, IconMailForward, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { LetterRow } from '../../../shared/contract/letters.ts';
import type { Fault, Result } from '../../../shared/errors/result.ts';
import { mailStateWords } from '../../../shared/text/mail-words.ts';
import { act, ask } from '../../bridge/calls.ts';
import { useDecision } from '../../bridge/decide.ts';
import { useCall } from '../../bridge/queries.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { DayText, InstantText } from '../../components/moments.tsx';
import { PdfView } from '../../components/pdf/pdf-view.tsx';
import { showDone } from '../../components/toasts.tsx';
import { KeptAbout } from './kept-about.tsx';
import { MailedDialog } from './mail/mailed-dialog.tsx';

type KeptLetterProps = { readonly letter: LetterRow | null; onClose(): void };

export function KeptLetter({ letter, onClose }: KeptLetterProps) {
  const title = letter === null ? '' : `${letter.templateName} to ${letter.debtorName}`;
  return (
    <Modal opened={letter !== null} onClose={onClose} title={title} size="56rem">
      {letter === null ? null : <KeptCopy key={letter.letterId} letter={letter} title={title} />}
    </Modal>
  );
}

type Pending = 'print' | 'save' | 'word' | 'email';
const parts = ['copy', 'about'] as const;

function KeptCopy({ letter, title }: { readonly letter: LetterRow; readonly title: string }) {
  const { letterId, accountId } = letter;
  const [pdf, setPdf] = useState<Uint8Array | null>(null);
  const [part, setPart] = useState<(typeof parts)[number]>('copy');
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState<Pending | null>(null);
  const [mailing, setMailing] = useState(false);
  const account = useCall('accounts.get', { accountId });
  // What the mail log knows of it changes while it is open.
  const about = useCall('letters.about', { letterId });
  const logged = useCall('letters.list', { accountId, before: letterId + 1, limit: 1 });
  const now = logged.data?.letters.find((row) => row.letterId === letterId) ?? letter;
  const printed = about.data?.printedAt != null;

  useEffect(() => {
    let current = true;
    ask('letters.pdf', { letterId }).then((answer) => {
      if (!current) return;
      if (answer.ok) setPdf(answer.value.pdf);
      else setFault(answer.error);
    });
    return () => {
      current = false;
    };
  }, [letterId]);

  const { run, asked } = useDecision(`decision:again:${letterId}`);

  async function doing<T>(what: Pending, work: () => Promise<Result<T>>): Promise<T | null> {
    setPending(what);
    setFault(null);
    const answer = await work();
    setPending(null);
    if (answer.ok) return answer.value;
    if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
    return null;
  }

  const print = async () => {
    const done = await doing('print', () =>
      run((decision) => act('letters.printAgain', { letterId, decision })),
    );
    if (done?.printed) showDone('Printed again.');
  };
  const save = async () => {
    const done = await doing('save', () => act('letters.saveAgain', { letterId }));
    if (done) showDone(`Saved as ${done.fileName}.`);
  };
  const word = async () => {
    const done = await doing('word', () => act('letters.saveWordAgain', { letterId }));
    if (done) showDone(`Saved as ${done.fileName}. What is changed there does not count as sent from here.`);
  };
  const email = async (emailId: number) => {
    const done = await doing('email', () =>
      run((decision) => act('letters.saveEmailAgain', { letterId, emailId, decision })),
    );
    if (done)
      showDone(
        `${done.fileName} was written. Open it in your mail program and send it; then record the email in the account.`,
      );
  };

  const emails = (account.data?.debtor.emails ?? []).filter(
    ({ status }) => status === 'current' || status === 'unverified',
  );
  const busy = pending !== null;
  return (
    <Stack gap="xs" className="kept-letter">
      <DecisionDialog asked={asked} verb="Go on" />
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          Made <InstantText at={letter.madeAt} /> for account {letter.accountNumber}
          {now.mail === null ? null : (
            <>
              {'. '}
              {mailStateWords[now.mail.state]} <DayText day={now.mail.on} />
            </>
          )}
        </Text>
        <Group gap="xs">
          {printed && now.mail === null && about.data ? (
            <Button
              variant="default"
              leftSection={<IconMailForward size={15} aria-hidden />}
              disabled={busy}
              onClick={() => setMailing(true)}
            >
              Mailed…
            </Button>
          ) : null}
          <Button
            leftSection={<IconPrinter size={15} aria-hidden />}
            loading={pending === 'print'}
            disabled={busy}
            onClick={() => void print()}
          >
            Print again…
          </Button>
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={15} aria-hidden />}
            loading={pending === 'save'}
            disabled={busy}
            onClick={() => void save()}
          >
            Save as PDF…
          </Button>
          <Menu position="bottom-end" width={300}>
            <Menu.Target>
              <Button
                variant="default"
                rightSection={<IconChevronDown size={15} aria-hidden />}
                loading={pending === 'word' || pending === 'email'}
                disabled={busy}
              >
                More
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void word()}>Save as a Word file…</Menu.Item>
              <Menu.Divider />
              <Menu.Label>Draft of an email with the PDF, to</Menu.Label>
              {emails.length === 0 ? (
                <Menu.Item disabled>No email address is on file</Menu.Item>
              ) : (
                emails.map(({ emailId, address }) => (
                  <Menu.Item key={emailId} onClick={() => void email(emailId)}>
                    {address}
                  </Menu.Item>
                ))
              )}
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <SegmentedControl
        aria-label="What is shown"
        size="xs"
        value={part}
        onChange={(value) => setPart(parts.find((one) => one === value) ?? 'copy')}
        data={[
          { value: 'copy', label: 'The exact copy' },
          { value: 'about', label: 'About this letter' },
        ]}
        w="fit-content"
      />
      <FaultAlert fault={fault ?? about.error?.fault} />
      {part === 'about' && about.data ? <KeptAbout about={about.data} /> : null}
      {part === 'copy' && pdf !== null ? <PdfView pdf={pdf} label={title} /> : null}
      {mailing ? <MailedDialog letter={letter} onClose={() => setMailing(false)} /> : null}
    </Stack>
  );
}

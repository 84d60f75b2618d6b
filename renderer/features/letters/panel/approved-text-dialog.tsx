/**
 * The wording counsel of the office approved for a text a law asks for. Until it is entered, letters that need it stop. A draft, where one
 * is known, is a help to counsel and never goes out by itself.
 */
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Loader,
  Modal,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { z } from 'zod';
import { type ApprovedText, longestApproved, shortestApproved } from '../../../../shared/contract/wording.ts';
import { cutCardData } from '../../../../shared/domain/card-number.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { fillNames } from '../../../../shared/rules/wording/approvable.ts';
import { parseStored, useDraft } from '../../../bridge/drafts.ts';
import { useCall, useCommand } from '../../../bridge/queries.ts';
import { ConfidenceMark } from '../../../components/confidence-mark.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';

export type ApprovedTextDialogProps = { readonly textId: string; onClose(): void };

export function ApprovedTextDialog({ textId, onClose }: ApprovedTextDialogProps) {
  // A dialog that is open when it is first drawn would not know where the focus came from.
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(true), []);
  const texts = useCall('wording.texts', {});
  const text = texts.data?.texts.find(({ id }) => id === textId);
  return (
    <Modal opened={shown} onClose={onClose} title="Counsel’s wording" size="42rem" zIndex={250}>
      {texts.error ? <FaultAlert fault={texts.error.fault} /> : null}
      {text === undefined ? (
        texts.isPending ? (
          <Loader size="sm" role="status" aria-label="Opening the text" />
        ) : null
      ) : (
        <TextForm key={text.id} text={text} onClose={onClose} />
      )}
    </Modal>
  );
}

const shape = z.object({ text: z.string().max(longestApproved), approvedBy: z.string().max(120) });

function TextForm({ text, onClose }: { readonly text: ApprovedText; onClose(): void }) {
  const { id, title, when, style, source, approved } = text;
  const draft = useDraft(`approved-text:${id}`);
  const typed = parseStored(draft.text, shape) ?? {
    text: approved?.text ?? text.draft ?? '',
    approvedBy: approved?.approvedBy ?? '',
  };
  const setTyped = (next: z.output<typeof shape>) =>
    draft.setText(JSON.stringify({ ...next, text: cutCardData(next.text) }));
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const approve = useCommand('wording.approve');
  const withdraw = useCommand('wording.withdraw');
  const short = typed.text.trim().length < shortestApproved;
  const nobody = typed.approvedBy.trim() === '';
  const done = (words: string) => {
    draft.clear();
    showDone(words);
    onClose();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || nobody || !sure || approve.isPending) return;
    setFault(null);
    approve.mutate(
      { textId: id, text: typed.text.trim(), approvedBy: typed.approvedBy },
      {
        onSuccess: () => done('The wording is kept. Letters that need it carry it from now on.'),
        onError: (error) => setFault(error.fault),
      },
    );
  };
  if (!draft.ready) return <Loader size="sm" role="status" aria-label="Opening the text" />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm">
            {when} {style}
          </Text>
          <Text size="sm" component="div" className="approved-source">
            {source.cite} <ConfidenceMark confidence={source.confidence} />
            {source.note ? <span>{source.note}</span> : null}
          </Text>
        </div>
        {approved === null ? (
          <Alert icon={<IconScale size={18} aria-hidden />} color="yellow">
            {text.draft === null
              ? 'No wording was found for this text. Ask a lawyer for it and enter it here word for word.'
              : 'Below stands a draft that was not compared with the law. Have a lawyer confirm or correct it before you keep it.'}
          </Alert>
        ) : null}
        <Textarea
          label="Wording"
          description={`Printed word for word. ${fillNames.map(([name, words]) => `{${name}} stands for ${words}`).join(', ')}.`}
          autosize
          minRows={5}
          maxRows={14}
          data-autofocus
          maxLength={longestApproved}
          value={typed.text}
          onChange={(event) => setTyped({ ...typed, text: event.currentTarget.value })}
          error={tried && short ? `Enter the whole wording, at least ${shortestApproved} characters.` : null}
        />
        <TextInput
          label="Approved by"
          placeholder="Name of the lawyer, and the day"
          maxLength={120}
          autoComplete="off"
          value={typed.approvedBy}
          onChange={(event) => setTyped({ ...typed, approvedBy: event.currentTarget.value })}
          error={tried && nobody ? 'Enter who approved it.' : null}
        />
        <Checkbox
          label="A lawyer read this wording against the law and approved it for our letters."
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          error={tried && !sure ? 'Only wording a lawyer approved may be kept.' : null}
        />
        <FaultAlert fault={fault} />
        <Group justify="space-between" gap="xs">
          {approved === null ? (
            <span />
          ) : (
            <Button
              variant="subtle"
              color="red"
              loading={withdraw.isPending}
              onClick={() =>
                withdraw.mutate(
                  { textId: id },
                  {
                    onSuccess: () =>
                      done('Withdrawn. Letters that need this text stop until it is approved again.'),
                    onError: (error) => setFault(error.fault),
                  },
                )
              }
            >
              Withdraw approval
            </Button>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={approve.isPending}>
              Keep this wording
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

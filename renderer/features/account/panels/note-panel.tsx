/**
 * Writing down what was learned. The half-typed note is a draft in the book from the first key on; it is
 * dropped only once the note itself is there. A saved note is never changed: what is to be added, is added.
 */
import { ActionIcon, Group, Text, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { cutCardData } from '../../../../shared/domain/card-number.ts';
import { useDraft } from '../../../bridge/drafts.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { useOnce } from '../forms/use-once.ts';

/** A note that the one being written is added to. */
export type AddendumTarget = { readonly noteId: number; readonly text: string };

export type NotePanelProps = {
  readonly account: AccountFacts;
  readonly addendum: AddendumTarget | null;
  onAddendumLeft(): void;
};

/** The longest note the book takes. */
const most = 100_000;

export function NotePanel({ account, addendum, onAddendumLeft }: NotePanelProps) {
  const draft = useDraft(`note:${account.accountId}`);
  const add = useOnce('notes.add');
  const [tried, setTried] = useState(false);
  const empty = draft.text.trim() === '';
  const long = draft.text.length > most;
  const error = long
    ? `A note holds at most ${most.toLocaleString('en-US')} characters; this one has ${draft.text.length.toLocaleString('en-US')}.`
    : tried && empty
      ? 'Type the note first.'
      : undefined;

  const save = async () => {
    setTried(true);
    if (empty || long || !draft.ready) return;
    const result = await add.run({
      accountId: account.accountId,
      text: draft.text,
      addendumTo: addendum?.noteId ?? null,
    });
    if (!result.ok) return;
    setTried(false);
    draft.clear();
    onAddendumLeft();
    showDone(addendum ? 'Added to the note.' : 'Note saved.');
  };

  return (
    <form
      className="account-form account-form-grow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={submitOnPress(add.pending)}
    >
      {addendum === null ? null : (
        <div className="account-addendum">
          <Text size="xs" c="dimmed">
            Added to the note
          </Text>
          <Text size="sm" lineClamp={2}>
            {addendum.text}
          </Text>
          <ActionIcon size="sm" color="gray" aria-label="Write a new note instead" onClick={onAddendumLeft}>
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      )}
      <Textarea
        data-first
        label={addendum === null ? 'Note' : 'Addendum'}
        placeholder="What was said, what was found out, what was agreed"
        value={draft.text}
        disabled={!draft.ready}
        onChange={(event) => {
          add.forget();
          // Nothing of a card but its last four digits may be kept, not even in a draft.
          draft.setText(cutCardData(event.currentTarget.value));
        }}
        error={error}
        className="account-note"
        size="sm"
      />
      <FaultAlert fault={add.fault} />
      <Group justify="space-between" gap="xs" wrap="nowrap" className="account-note-foot">
        <Text size="xs" c="dimmed">
          {empty
            ? 'A saved note stays as it is; more can be added to it.'
            : 'Kept as a draft while you type.'}
        </Text>
        <SubmitButton pending={add.pending} rightSection={<KeyHint keys="Mod+Enter" />}>
          {addendum === null ? 'Save note' : 'Save addendum'}
        </SubmitButton>
      </Group>
    </form>
  );
}

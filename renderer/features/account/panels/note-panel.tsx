/**
 * A note of any length, its kind chosen before it is saved, kept as a draft while it is typed. A saved note is never changed: what is to
 * be added, is added. Short codes become phrases; a sum and a day in it become the suggestion of a promise or a reminder.
 */
import { ActionIcon, Button, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { IconPin, IconTextPlus, IconX } from '@tabler/icons-react';
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  useDeferredValue,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { cutCardData } from '../../../../shared/domain/card-number.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { mostNoteCharacters, noteKinds } from '../../../../shared/domain/note.ts';
import { suggestionsOf } from '../../../../shared/domain/note-mentions.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { noteKindWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { useDraft } from '../../../bridge/drafts.ts';
import { useCall } from '../../../bridge/queries.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { clockWords } from '../../../components/moments.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { submitOnPress } from '../forms/submit-press.ts';
import { weekdayWord } from '../forms/weekday-word.ts';
import { LongNote } from './long-note.tsx';
import { NoteSuggestion } from './note-suggestion.tsx';
import { codeWords, usePhraseTyping } from './phrase-typing.ts';
import { PhrasesDialog } from './phrases-dialog.tsx';

/** A note that the one being written is added to. */
export type AddendumTarget = { readonly noteId: number; readonly text: string };

export type NotePanelProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  readonly zone: string;
  readonly addendum: AddendumTarget | null;
  onAddendumLeft(): void;
};

export function NotePanel({ account, today, zone, addendum, onAddendumLeft }: NotePanelProps) {
  const { accountId } = account;
  const draft = useDraft(`note:${accountId}`);
  const kindDraft = useDraft(`note-kind:${accountId}`);
  const kind = noteKinds.find((one) => one === kindDraft.text) ?? 'note';
  const add = useOnce('notes.add');
  const [tried, setTried] = useState(false);
  const [pinning, setPinning] = useState(false);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [savedText, setSavedText] = useState('');
  const [settled, setSettled] = useState<readonly string[]>([]);
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const list = useCall('phrases.list', {});
  const phrases = list.data?.phrases ?? [];
  const typing = usePhraseTyping(field, phrases, () => ({
    date: dayWords(today),
    time: clockWords(Date.now()),
    weekday: weekdayWord(today),
    debtor: account.debtor.name,
    account: account.number,
    balance: formatDollars(account.balance.balanceCents),
  }));

  const empty = draft.text.trim() === '';
  const long = draft.text.length > mostNoteCharacters;
  const error = tried && empty ? 'Type the note first.' : undefined;

  // What was just saved is still worth a promise; the field is empty by then.
  const told = useDeferredValue(empty ? savedText : draft.text);
  const suggestion = useMemo(
    () => suggestionsOf(told, today).find(({ sentence }) => !settled.includes(sentence)) ?? null,
    [told, today, settled],
  );

  const setText = (text: string) => {
    add.forget();
    setSavedText('');
    // Nothing of a card but its last four digits may be kept, not even in a draft.
    draft.setText(cutCardData(text));
  };

  const save = async () => {
    setTried(true);
    if (empty || long || !draft.ready) return;
    const text = draft.text;
    const result = await add.run({ accountId, text, kind, addendumTo: addendum?.noteId ?? null });
    if (!result.ok) return;
    setTried(false);
    setSavedText(text);
    draft.clear();
    kindDraft.clear();
    onAddendumLeft();
    if (pinning) {
      setPinning(false);
      const pinned = await act('notes.pin', { noteId: result.value.noteId });
      if (!pinned.ok) return void showFault(pinned.error);
    }
    showDone(addendum ? 'Added to the note.' : pinning ? 'Note saved and pinned.' : 'Note saved.');
  };

  /** True when a text that comes in whole would make the note too long: it waits beside the field. */
  const holdBack = (text: string): boolean => {
    if (draft.text.length + text.length <= mostNoteCharacters) return false;
    setWaiting(text);
    return true;
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (holdBack(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  const onDrop = (event: DragEvent<HTMLTextAreaElement>) => {
    if (event.dataTransfer.files.length === 0 && holdBack(event.dataTransfer.getData('text/plain')))
      event.preventDefault();
  };
  const onKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'j') {
      event.preventDefault();
      setChoosing(true);
      return;
    }
    if (event.altKey && event.key === 'Enter') {
      event.preventDefault();
      panel.current?.querySelector<HTMLElement>('[data-suggestion]')?.click();
      return;
    }
    submitOnPress(add.pending)(event);
  };

  const overlong = waiting ?? (long ? draft.text : null);
  const activeId = typing.offered.length === 0 ? undefined : `${listId}-${typing.active}`;

  return (
    <div className="account-note-panel" ref={panel}>
      <form
        className="account-form account-form-grow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={onKeys}
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
        <Group gap="xs" wrap="nowrap" className="account-note-head">
          <NativeSelect
            aria-label="Kind of note"
            size="xs"
            value={kind}
            onChange={(event) =>
              kindDraft.setText(event.currentTarget.value === 'note' ? '' : event.currentTarget.value)
            }
            data={noteKinds.map((one) => ({ value: one, label: noteKindWords[one] }))}
          />
          <Button
            variant={pinning ? 'light' : 'default'}
            size="xs"
            aria-pressed={pinning}
            leftSection={<IconPin size={14} aria-hidden />}
            onClick={() => setPinning((now) => !now)}
          >
            Pin
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconTextPlus size={14} aria-hidden />}
            rightSection={<KeyHint keys="Mod+J" />}
            onClick={() => setChoosing(true)}
          >
            Phrases
          </Button>
        </Group>
        <Textarea
          data-first
          ref={field}
          aria-label={addendum === null ? 'Note' : 'Addendum'}
          placeholder="What was said, what was found out, what was agreed. Type ; for a phrase."
          value={long ? '' : draft.text}
          disabled={!draft.ready || long}
          onChange={(event) => {
            setText(event.currentTarget.value);
            typing.look();
          }}
          onSelect={typing.look}
          onKeyDown={typing.onKeyDown}
          onPaste={onPaste}
          onDrop={onDrop}
          aria-controls={typing.offered.length === 0 ? undefined : listId}
          aria-activedescendant={activeId}
          error={error}
          className="account-note"
          size="sm"
        />
        {typing.offered.length === 0 ? null : (
          <div id={listId} role="listbox" aria-label="Phrases" className="account-offered">
            {typing.offered.map((phrase, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the note, which names the active one
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the note choose
              <div
                key={phrase.code}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === typing.active}
                className="account-offered-phrase"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => typing.put(phrase)}
              >
                <code>{codeWords(phrase.code)}</code>
                <span>{phrase.title}</span>
              </div>
            ))}
          </div>
        )}
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
      {overlong === null ? null : (
        <LongNote
          key={overlong.length}
          text={overlong}
          accountId={accountId}
          kind={kind}
          addendumTo={addendum?.noteId ?? null}
          onCut={(first) => {
            setText(waiting === null ? first : `${draft.text}${first}`.slice(0, mostNoteCharacters));
            setWaiting(null);
          }}
          onSettled={() => {
            if (waiting === null) draft.clear();
            setWaiting(null);
          }}
        />
      )}
      {suggestion === null ? null : (
        <NoteSuggestion
          key={suggestion.sentence}
          suggestion={suggestion}
          accountId={accountId}
          balanceCents={account.balance.balanceCents}
          today={today}
          zone={zone}
          onSettled={() => {
            setSettled((now) => [...now, suggestion.sentence]);
            field.current?.focus();
          }}
        />
      )}
      {choosing ? (
        <PhrasesDialog
          phrases={phrases}
          onPut={(phrase) => {
            setChoosing(false);
            // After the dialog has handed the focus back.
            setTimeout(() => typing.put(phrase), 60);
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </div>
  );
}

/** Every phrase: put one into the note, write an own one, change or retire it. */
import { ActionIcon, Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Phrase } from '../../../../shared/contract/notes.ts';
import { holdsCardData } from '../../../../shared/domain/card-number.ts';
import { fieldsOf, phraseCodePattern, phraseFields } from '../../../../shared/domain/note-phrase.ts';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { act } from '../../../bridge/calls.ts';
import { useOnce } from '../../../bridge/use-once.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { codeWords } from './phrase-typing.ts';

export type PhrasesDialogProps = {
  readonly phrases: readonly Phrase[];
  onPut(phrase: Phrase): void;
  onClose(): void;
};

type Editing = Pick<Phrase, 'phraseId' | 'code' | 'title' | 'text'>;
const fresh: Editing = { phraseId: null, code: '', title: '', text: '' };

export function PhrasesDialog({ phrases, onPut, onClose }: PhrasesDialogProps) {
  const [wanted, setWanted] = useState('');
  const [editing, setEditing] = useState<Editing | null>(null);
  const words = wanted.toLowerCase().replace(/^;/, '').trim();
  const shown = phrases.filter(
    ({ code, title, text }) => code.startsWith(words) || `${title} ${text}`.toLowerCase().includes(words),
  );
  return (
    <Dialog title="Phrases" onClose={onClose} size="44rem">
      {editing === null ? (
        <div className="account-stack" style={{ gap: 10 }}>
          <Group gap="xs" wrap="nowrap">
            <TextInput
              data-autofocus
              aria-label="Find a phrase"
              placeholder="Find by code or by words"
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
              onKeyDown={(event) => {
                const [first] = shown;
                if (event.key !== 'Enter' || !first) return;
                event.preventDefault();
                onPut(first);
              }}
              flex={1}
            />
            <Button
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setEditing(fresh)}
            >
              New phrase
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            Type a code in a note and a blank behind it. Backspace takes it back; Tab goes to the next
            [blank].
          </Text>
          <ul className="account-phrases" aria-label="Phrases">
            {shown.map((phrase) => (
              <li key={phrase.code}>
                <button type="button" className="account-phrase" onClick={() => onPut(phrase)}>
                  <code>{codeWords(phrase.code)}</code>
                  <span className="account-phrase-words">
                    <strong>{phrase.title}</strong>
                    <span>{phrase.text}</span>
                  </span>
                  {phrase.phraseId === null ? null : <span className="account-item-state">Own</span>}
                </button>
                <ActionIcon
                  color="gray"
                  aria-label={`Change ${codeWords(phrase.code)}`}
                  title="Change"
                  onClick={() => setEditing(phrase)}
                >
                  <IconPencil size={15} aria-hidden />
                </ActionIcon>
                {phrase.phraseId === null ? (
                  <span className="account-phrase-gap" />
                ) : (
                  <ActionIcon
                    color="gray"
                    aria-label={`Remove ${codeWords(phrase.code)}`}
                    title="Remove"
                    onClick={() => void retire(phrase)}
                  >
                    <IconTrash size={15} aria-hidden />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
          {shown.length === 0 ? (
            <Text size="sm" c="dimmed" role="status">
              No phrase has these words. “New phrase” makes one.
            </Text>
          ) : null}
        </div>
      ) : (
        <PhraseForm first={editing} onDone={() => setEditing(null)} />
      )}
    </Dialog>
  );
}

async function retire({ phraseId, code, title, text, replacesShipped }: Phrase): Promise<void> {
  if (phraseId === null) return;
  const result = await act('phrases.retire', { phraseId });
  if (!result.ok) return void showFault(result.error);
  showDone(
    replacesShipped
      ? `${codeWords(code)} is the phrase that comes with Duebook again.`
      : `${codeWords(code)} removed.`,
    {
      undo: () =>
        void act('phrases.save', { phraseId: null, code, title, text }).then((saved) => {
          if (!saved.ok) showFault(saved.error);
        }),
    },
  );
}

function PhraseForm({ first, onDone }: { readonly first: Editing; onDone(): void }) {
  const [typed, setTyped] = useState(first);
  const [tried, setTried] = useState(false);
  const save = useOnce('phrases.save');
  const { code, title, text } = typed;
  const { known, blanks } = fieldsOf(text);
  const codeError = phraseCodePattern.test(code.trim().toLowerCase())
    ? undefined
    : 'One to twelve letters and digits, a letter first.';
  const card = [title, text].some(holdsCardData)
    ? sentenceOf({ code: 'payment.card_number', params: {} }).what
    : undefined;
  const change = (now: Partial<Editing>) => {
    save.forget();
    setTyped({ ...typed, ...now });
  };
  const submit = async () => {
    setTried(true);
    if (codeError || card || title.trim() === '' || text.trim() === '') return;
    const result = await save.run({ phraseId: first.phraseId, code, title, text });
    if (!result.ok) return;
    showDone(`${codeWords(code.trim().toLowerCase())} saved.`);
    onDone();
  };
  return (
    <form
      className="account-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          data-autofocus
          label="Code"
          leftSection=";"
          w={150}
          maxLength={12}
          value={code}
          onChange={(event) => change({ code: event.currentTarget.value })}
          error={tried ? codeError : undefined}
        />
        <TextInput
          label="Title"
          flex={1}
          maxLength={80}
          value={title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          error={tried && title.trim() === '' ? 'Say in a few words what it is for.' : undefined}
        />
      </Group>
      <Textarea
        label="Text"
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        error={card ?? (tried && text.trim() === '' ? 'Type what the code stands for.' : undefined)}
        description={`Filled in: ${phraseFields.map((name) => `{${name}}`).join(' ')}. Any other word in braces is left as a blank to type over.`}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {known.length + blanks.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {[
            known.length === 0 ? '' : `Duebook fills in ${known.join(', ')}.`,
            blanks.length === 0 ? '' : `Left as blanks: ${blanks.join(', ')}.`,
          ]
            .filter((sentence) => sentence !== '')
            .join(' ')}
        </Text>
      )}
      {first.phraseId === null && first.code !== '' ? (
        <Text size="xs" c="dimmed">
          Saved as the office’s own; removing it brings the one of Duebook back.
        </Text>
      ) : null}
      <FaultAlert fault={save.fault} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          Back
        </Button>
        <SubmitButton pending={save.pending}>Save phrase</SubmitButton>
      </Group>
    </form>
  );
}

/** One objection card: what they say, what to answer, and for whom. What is typed is kept until it is saved or left. */
import {
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type CardListRow, cardSchema } from '../../../../shared/contract/scripts.ts';
import { checkCard } from '../../../../shared/scripts/check.ts';
import { exampleFacts } from '../../../../shared/scripts/fields.ts';
import { sayParts } from '../../../../shared/scripts/render.ts';
import {
  type ObjectionCard,
  scriptAudiences,
  scriptLanguages,
  scriptLimits,
  scriptSituations,
} from '../../../../shared/scripts/script.ts';
import {
  scriptAudienceWords,
  scriptLanguageWords,
  scriptSituationWords,
} from '../../../../shared/scripts/words.ts';
import { act } from '../../../bridge/calls.ts';
import { useDraft } from '../../../bridge/drafts.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { SaidText } from '../../../components/script/said-text.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { FieldMenu } from './field-menu.tsx';
import { freeId } from './script-edits.ts';
import { SentencesField } from './sentences-field.tsx';

const blank: ObjectionCard = {
  code: 'new',
  objection: '',
  answer: '',
  never: [],
  prompts: [],
  audiences: scriptAudiences,
  language: 'en',
  leadsTo: null,
};

export type CardDialogProps = {
  /** `null` makes a new one. */
  readonly code: string | null;
  readonly rows: readonly CardListRow[];
  onClose(): void;
};

export function CardDialog({ code, rows, onClose }: CardDialogProps) {
  const read = useCall('scripts.card', { code: code ?? 'new' }, { enabled: code !== null });
  const saved = code === null ? blank : read.data?.current;
  return (
    <Modal opened centered size="lg" onClose={onClose} title={code === null ? 'New card' : 'Objection card'}>
      <FaultAlert fault={read.error?.fault} />
      {saved ? (
        <CardForm
          saved={saved}
          row={rows.find((row) => row.code === code)}
          taken={rows.map((row) => row.code)}
          onClose={onClose}
        />
      ) : null}
    </Modal>
  );
}

type CardFormProps = {
  readonly saved: ObjectionCard;
  readonly row: CardListRow | undefined;
  readonly taken: readonly string[];
  onClose(): void;
};

function readKept(text: string): ObjectionCard | null {
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    const filled = { ...(value as ObjectionCard), objection: (value as ObjectionCard).objection || '–' };
    return cardSchema.safeParse(filled).success ? (value as ObjectionCard) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function CardForm({ saved, row, taken, onClose }: CardFormProps) {
  const draft = useDraft(`card:${saved.code.slice(0, 72)}`);
  const [card, setCard] = useState<ObjectionCard | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const answer = useRef<HTMLTextAreaElement>(null);
  const { ready, text } = draft;
  useEffect(() => {
    if (ready && card === null) setCard(readKept(text) ?? saved);
  }, [ready, text, card, saved]);
  if (card === null) return null;
  const change = (part: Partial<ObjectionCard>) => {
    const next = { ...card, ...part };
    setCard(next);
    if (JSON.stringify(next) === JSON.stringify(saved)) draft.clear();
    else draft.setText(JSON.stringify(next));
  };
  const problem = checkCard(card)[0];
  const save = async () => {
    setTried(true);
    if (card.objection.trim() === '' || problem || busy) return;
    setBusy(true);
    const code = saved.code === 'new' ? freeId(`our-${card.objection}`, taken) : card.code;
    const result = await act('scripts.saveCard', { card: { ...card, code } });
    setBusy(false);
    if (!result.ok) return void showFault(result.error);
    draft.clear();
    showDone('The card is saved. Calls use it from now on.');
    onClose();
  };
  const toggle = async (call: 'scripts.retire' | 'scripts.restore', origin: 'shipped' | 'office') => {
    const result = await act(call, { kind: 'card', code: saved.code, origin });
    if (!result.ok) return void showFault(result.error);
    draft.clear();
    showDone(
      call === 'scripts.restore' ? 'Calls may use this card again.' : 'Done. It can be taken back here.',
    );
    onClose();
  };
  const insert = (put: string) => {
    const at = answer.current?.selectionStart ?? card.answer.length;
    change({
      answer: `${card.answer.slice(0, at)}${put}${card.answer.slice(at)}`.slice(0, scriptLimits.text),
    });
    requestAnimationFrame(() => answer.current?.focus());
  };
  return (
    <Stack gap="sm">
      <TextInput
        label="They say"
        data-autofocus
        value={card.objection}
        maxLength={300}
        autoComplete="off"
        error={tried && card.objection.trim() === '' ? 'Write what they say.' : null}
        onChange={(event) => change({ objection: event.currentTarget.value })}
      />
      <div>
        <div className="scripts-label-row">
          <Text component="label" htmlFor="card-answer" size="xs" fw={500}>
            You answer
          </Text>
          <FieldMenu onInsert={insert} />
        </div>
        <Textarea
          ref={answer}
          id="card-answer"
          autosize
          minRows={3}
          maxRows={10}
          maxLength={scriptLimits.text}
          value={card.answer}
          error={tried && problem ? problem.text : null}
          onChange={(event) => change({ answer: event.currentTarget.value })}
        />
      </div>
      {card.answer.trim() === '' ? null : (
        <section className="scripts-card-preview" aria-label="As it reads">
          <SaidText
            said={sayParts(card.answer, exampleFacts, true, card.language)}
            language={card.language}
          />
        </section>
      )}
      <div className="scripts-pair">
        <SentencesField
          label="Never say"
          description="One sentence on a line"
          sentences={card.never}
          onChange={(never) => change({ never })}
        />
        <SentencesField
          label="For the collector"
          description="One on a line"
          sentences={card.prompts}
          onChange={(prompts) => change({ prompts })}
        />
      </div>
      <Checkbox.Group
        label="Who speaks"
        value={[...card.audiences]}
        onChange={(values) => {
          const audiences = scriptAudiences.filter((one) => values.includes(one));
          if (audiences.length > 0) change({ audiences });
        }}
      >
        <div className="scripts-checks">
          {scriptAudiences.map((one) => (
            <Checkbox key={one} value={one} label={scriptAudienceWords[one]} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="scripts-pair">
        <NativeSelect
          label="Language"
          data={scriptLanguages.map((one) => ({ value: one, label: scriptLanguageWords[one] }))}
          value={card.language}
          onChange={(event) => {
            const language = scriptLanguages.find((one) => one === event.currentTarget.value);
            if (language) change({ language });
          }}
        />
        <NativeSelect
          label="Script that goes on from here"
          data={[
            { value: '', label: 'None' },
            ...scriptSituations.map((one) => ({ value: one, label: scriptSituationWords[one] })),
          ]}
          value={card.leadsTo ?? ''}
          onChange={(event) =>
            change({ leadsTo: scriptSituations.find((one) => one === event.currentTarget.value) ?? null })
          }
        />
      </div>
      <Group justify="space-between" gap="xs">
        <CardUse row={row} onToggle={(call, origin) => void toggle(call, origin)} />
        <Group gap="xs">
          <Button
            variant="default"
            onClick={() => {
              draft.clear();
              onClose();
            }}
          >
            Leave the changes
          </Button>
          <Button loading={busy} onClick={() => void save()}>
            Save the card
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

type CardUseProps = {
  readonly row: CardListRow | undefined;
  onToggle(call: 'scripts.retire' | 'scripts.restore', origin: 'shipped' | 'office'): void;
};

function CardUse({ row, onToggle }: CardUseProps) {
  if (!row) return <span />;
  const both = row.officeVersion !== null && row.shippedVersion !== null;
  const origin = row.shippedVersion === null ? 'office' : 'shipped';
  if (row.retired) {
    return (
      <Button variant="subtle" onClick={() => onToggle('scripts.restore', origin)}>
        Use it again
      </Button>
    );
  }
  return (
    <Button variant="subtle" onClick={() => onToggle('scripts.retire', both ? 'office' : origin)}>
      {both ? 'Use the shipped one again' : 'Take it out of use'}
    </Button>
  );
}

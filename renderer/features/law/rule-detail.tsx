/** One rule: what it says and said, where it stands, how sure that is, whether it applies here, and counsel’s own note. */

import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { LibraryRow } from '../../../shared/contract/law.ts';
import { dayOrMonthWords } from '../../../shared/text/day-words.ts';
import { jurisdictionWords } from '../../../shared/text/law-words.ts';
import { useDraft } from '../../bridge/drafts.ts';
import { useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { showDone } from '../../components/toasts.tsx';
import { forceWords, sureWords } from './rule-words.ts';

export function RuleDetail({ rule }: { readonly rule: LibraryRow }) {
  const { source } = rule;
  return (
    <section className="law-detail" aria-label={rule.title}>
      <h3>{rule.title}</h3>
      <Text size="sm">{rule.text}</Text>
      <dl className="law-facts">
        <dt>Source</dt>
        <dd>{source?.cite ?? 'None: nothing is known that says so'}</dd>
        <dt>Holds as of</dt>
        <dd>{source === null ? '' : dayOrMonthWords(source.readOn)}</dd>
        <dt>How sure</dt>
        <dd>
          {source === null || source.confidence === 'unverified' ? (
            <Badge color="yellow" variant="light">
              Verify
            </Badge>
          ) : null}{' '}
          {source === null || source.confidence === 'unverified'
            ? 'Check with counsel before relying on it'
            : sureWords[source.confidence]}
        </dd>
        <dt>Whose law</dt>
        <dd>{jurisdictionWords(rule.jurisdiction)}</dd>
        <dt>How binding</dt>
        <dd>{forceWords[rule.force]}</dd>
        <dt>In this office</dt>
        <dd>
          {rule.applies
            ? rule.as === 'house'
              ? 'Applies as house policy. '
              : 'Applies. '
            : 'Does not apply. '}
          {rule.why}
        </dd>
        {source?.note ? (
          <>
            <dt>Remark</dt>
            <dd>{source.note}</dd>
          </>
        ) : null}
      </dl>
      {rule.values.every(({ words }) => words === 'In force.') ? null : (
        <>
          <h4>What it says, by day</h4>
          <ul className="law-values">
            {rule.values.map((value) => (
              <li key={`${value.from} ${value.until ?? ''}`}>
                <span>{spanWords(value.from, value.until)}</span>
                <span>{value.words}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <RuleNote rule={rule} />
    </section>
  );
}

/** `0001-01-01` stands for a rule whose beginning is of no matter here. */
function spanWords(from: string, until: string | null): string {
  const begins = from <= '1900' ? null : from;
  if (begins === null) return until === null ? 'In force' : `Until ${until}`;
  return until === null ? `From ${begins}` : `${begins} to ${until}`;
}

function RuleNote({ rule }: { readonly rule: LibraryRow }) {
  const draft = useDraft(`rule-note:${rule.id}`);
  if (!draft.ready) return null;
  return (
    <NoteForm key={rule.noteAt ?? 0} rule={rule} kept={draft.text} keep={draft.setText} drop={draft.clear} />
  );
}

type NoteFormProps = {
  readonly rule: LibraryRow;
  readonly kept: string;
  keep(text: string): void;
  drop(): void;
};

function NoteForm({ rule, kept, keep, drop }: NoteFormProps) {
  const [text, setText] = useState(kept === '' ? rule.note : kept);
  const save = useCommand('law.setRuleNote');
  const changed = text.trim() !== rule.note;
  return (
    <Stack gap={6} mt="sm">
      <Textarea
        label="Counsel’s note"
        description="Kept in this book, with who wrote it"
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          keep(event.currentTarget.value === rule.note ? '' : event.currentTarget.value);
        }}
      />
      <FaultAlert fault={save.error?.fault} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {rule.noteAt === null ? (
            ''
          ) : (
            <>
              {rule.noteAuthor}, <InstantText at={rule.noteAt} />
            </>
          )}
        </Text>
        <Button
          variant="default"
          disabled={!changed || save.isPending}
          onClick={() =>
            save.mutate(
              { ruleId: rule.id, text },
              {
                onSuccess: () => {
                  drop();
                  showDone('The note is kept.');
                },
              },
            )
          }
        >
          Keep the note
        </Button>
      </Group>
    </Stack>
  );
}

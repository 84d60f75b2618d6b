/** Every rule and dated fact: searched, narrowed by whose law and subject, one of them shown beside the list. */
import { Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { LibraryRow } from '../../../shared/contract/law.ts';
import { jurisdictionWords } from '../../../shared/text/law-words.ts';
import { useExport } from '../../bridge/exports.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { narrowRules } from './narrow-rules.ts';
import { RuleDetail } from './rule-detail.tsx';
import { inReadingOrder, subjectWords, sureWords } from './rule-words.ts';

export function RuleLibrary({ rules }: { readonly rules: readonly LibraryRow[] }) {
  const [text, setText] = useState('');
  const [jurisdiction, setJurisdiction] = useState('');
  const [subject, setSubject] = useState('');
  const [applying, setApplying] = useState(false);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const jurisdictions = useMemo(
    () => [...new Set(rules.map((rule) => rule.jurisdiction))].sort(inReadingOrder),
    [rules],
  );
  const subjects = useMemo(() => [...new Set(rules.map((rule) => rule.subject))].sort(), [rules]);
  const left = useMemo(
    () => narrowRules(rules, { text, jurisdiction, subject, applying }),
    [rules, text, jurisdiction, subject, applying],
  );
  const chosen = left.find(({ id }) => id === chosenId) ?? left[0] ?? null;

  const openExport = useExport(() => [
    { label: 'Rules', asked: { list: 'rules', ruleIds: left.map(({ id }) => id) } },
  ]);

  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const at = left.findIndex(({ id }) => id === chosen?.id);
    const next = left[Math.min(left.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))];
    if (!next) return;
    setChosenId(next.id);
    list.current?.querySelector<HTMLElement>(`[data-rule="${CSS.escape(next.id)}"]`)?.focus();
  };

  return (
    <div className="law-library">
      <Group gap="xs" align="end" wrap="wrap">
        <TextInput
          aria-label="Search the rules"
          placeholder="Search: a word, a citation, a state"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') move(event);
          }}
          w={280}
        />
        <NativeSelect
          aria-label="Whose law"
          value={jurisdiction}
          onChange={(event) => setJurisdiction(event.currentTarget.value)}
          data={[
            { value: '', label: 'Federal and all states' },
            ...jurisdictions.map((one) => ({ value: one, label: jurisdictionWords(one) })),
          ]}
        />
        <NativeSelect
          aria-label="Subject"
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
          data={[
            { value: '', label: 'All subjects' },
            ...subjects.map((one) => ({
              value: one,
              label: subjectWords(one),
            })),
          ]}
        />
        <Checkbox
          label="Only what applies to this office"
          checked={applying}
          onChange={(event) => setApplying(event.currentTarget.checked)}
        />
        <Text size="sm" c="dimmed" role="status">
          {left.length} of {rules.length}
        </Text>
        <ExportButton disabled={left.length === 0} open={openExport} />
      </Group>
      {chosen === null ? (
        <EmptyState title="No rule says that">
          Try fewer words, another state, or a citation such as 1006.14.
        </EmptyState>
      ) : (
        <div className="law-halves">
          <ul className="law-rules" ref={list} aria-label="Rules">
            {left.map((rule) => (
              <li key={rule.id}>
                <button
                  type="button"
                  data-rule={rule.id}
                  aria-current={rule.id === chosen.id ? 'true' : undefined}
                  // One stop of the Tab key for the whole list; arrows move in it.
                  tabIndex={rule.id === chosen.id ? 0 : -1}
                  onClick={() => setChosenId(rule.id)}
                  onKeyDown={move}
                >
                  <span className="law-rule-title">{rule.title}</span>
                  <span className="law-rule-line">
                    <span>{jurisdictionWords(rule.jurisdiction)}</span>
                    <span>{rule.source?.cite ?? 'No source'}</span>
                    {rule.source?.confidence === 'unverified' ? (
                      <strong>{sureWords.unverified}</strong>
                    ) : null}
                    {rule.applies ? null : <span>Does not apply here</span>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <RuleDetail key={chosen.id} rule={chosen} />
        </div>
      )}
    </div>
  );
}

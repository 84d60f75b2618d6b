/** Whom to call, by which script, and who decides what they say. */
import { Button, Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { practiceDebtors } from '../../../../shared/scripts/practice/debtors.ts';
import type { Scenario } from '../../../../shared/scripts/practice/scenario.ts';
import type { Script, ScriptAudience } from '../../../../shared/scripts/script.ts';
import { scriptAudienceWords } from '../../../../shared/scripts/words.ts';
import { practiceLibrary } from './library.ts';
import { NothingWritten } from './nothing-written.tsx';
import type { ReplyMode } from './session.ts';

type ChoiceProps = {
  onBegin(scenario: Scenario, audience: ScriptAudience, script: Script, mode: ReplyMode): void;
};

function scriptsFor(scenario: Scenario, audience: ScriptAudience): readonly Script[] {
  return scenario.situations.flatMap((situation) => practiceLibrary.forSituation(audience, situation) ?? []);
}

export function PracticeChoice({ onBegin }: ChoiceProps) {
  const [code, setCode] = useState(practiceDebtors[0]?.code ?? '');
  const [wanted, setAudience] = useState<ScriptAudience>('third_party');
  const [scriptCode, setScript] = useState('');
  const [mode, setMode] = useState<ReplyMode>('debtor');
  const scenario = practiceDebtors.find((one) => one.code === code);
  if (scenario === undefined) return null;
  const audience = scenario.audiences.includes(wanted) ? wanted : (scenario.audiences[0] ?? wanted);
  const scripts = scriptsFor(scenario, audience);
  const script = scripts.find((one) => one.code === scriptCode) ?? scripts[0];
  return (
    <div className="practice">
      <NothingWritten />
      <div className="practice-choice">
        <fieldset className="practice-people">
          <legend>Whom do you call?</legend>
          {practiceDebtors.map((one) => (
            <label key={one.code} className="practice-person" data-chosen={one.code === code || undefined}>
              <input
                type="radio"
                name="practice-person"
                value={one.code}
                checked={one.code === code}
                onChange={() => setCode(one.code)}
              />
              <span>
                <strong>{one.name}</strong>
                <span className="practice-mood">{one.mood}</span>
                <span className="practice-brief">{one.brief}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Stack gap="sm" className="practice-setting">
          <NativeSelect
            label="You call for"
            value={audience}
            onChange={(event) => {
              const chosen = scenario.audiences.find((one) => one === event.currentTarget.value);
              if (chosen) setAudience(chosen);
            }}
            data={scenario.audiences.map((one) => ({ value: one, label: scriptAudienceWords[one] }))}
          />
          <NativeSelect
            label="By the script"
            value={script?.code ?? ''}
            onChange={(event) => setScript(event.currentTarget.value)}
            data={scripts.map((one) => ({ value: one.code, label: one.name }))}
          />
          <div>
            <Text size="sm" fw={500} mb={4}>
              Who decides what they say?
            </Text>
            <SegmentedControl
              fullWidth
              aria-label="Who decides what they say"
              value={mode}
              onChange={(chosen) => setMode(chosen === 'learner' ? 'learner' : 'debtor')}
              data={[
                { value: 'debtor', label: 'They do' },
                { value: 'learner', label: 'I do' },
              ]}
            />
            <Text size="xs" c="dimmed" mt={4}>
              {mode === 'debtor'
                ? 'Read the text aloud, let them answer, and press the answer that fits what you heard.'
                : 'Press whichever answer you want to try, and hear how they would put it.'}
            </Text>
          </div>
          <Group>
            <Button
              disabled={script === undefined}
              onClick={() => {
                if (script) onBegin(scenario, audience, script, mode);
              }}
            >
              Begin the practice call
            </Button>
          </Group>
        </Stack>
      </div>
    </div>
  );
}

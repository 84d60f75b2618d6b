/** The paths of a script as an outline; a title or a target leads to its step. */
import { UnstyledButton } from '@mantine/core';
import { IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Script } from '../../../../shared/scripts/script.ts';
import { scriptStageWords } from '../../../../shared/scripts/words.ts';
import { outlineOf } from './outline.ts';

export function OutlineView({ script, onChoose }: { readonly script: Script; onChoose(id: string): void }) {
  const rows = useMemo(() => outlineOf(script), [script]);
  return (
    <ol className="scripts-outline" aria-label="Paths">
      {rows.map(({ key, depth, step, answers }) => (
        <li key={key} data-depth={depth}>
          <UnstyledButton className="scripts-outline-step" onClick={() => onChoose(step.id)}>
            {step.title || 'Step without a title'}{' '}
            <span className="script-quiet">{scriptStageWords[step.stage]}</span>
          </UnstyledButton>
          <ul>
            {answers.map(({ answer, leads, to }) => (
              <li key={answer.id}>
                {answer.party === 'right_party' ? <IconUserCheck size={13} aria-label="Right party" /> : null}
                {answer.party === 'third_party' ? <IconUserOff size={13} aria-label="Somebody else" /> : null}
                {answer.label} →{' '}
                {to === null ? (
                  <span className="script-quiet">{leads}</span>
                ) : (
                  <UnstyledButton className="scripts-outline-link" onClick={() => onChoose(to)}>
                    {leads}
                  </UnstyledButton>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

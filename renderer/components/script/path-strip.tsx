/** The way the call has come: the last steps with what was answered, and the way back. */
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { mayShowDebt, type ScriptRun, stepOf } from '../../../shared/scripts/run.ts';
import type { Script } from '../../../shared/scripts/script.ts';
import { KeyHint } from '../key-hint.tsx';

export type PathStripProps = {
  readonly run: ScriptRun;
  scriptByCode(code: string): Script | null;
  onBack(): void;
};

/** So many steps behind the one the call stands at are shown. */
const mostShown = 3;

export function PathStrip({ run, scriptByCode, onBack }: PathStripProps) {
  const behind = run.exit === null ? run.path.slice(0, -1) : run.path;
  const shown = behind.slice(-mostShown);
  const hidden = behind.length - shown.length;
  const open = mayShowDebt(run);
  if (behind.length === 0) return <div className="script-path" data-empty />;
  return (
    <nav className="script-path" aria-label="The way so far">
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        rightSection={<KeyHint keys="Backspace" />}
        onClick={onBack}
        aria-keyshortcuts="Backspace"
      >
        Back
      </Button>
      <ol start={hidden + 1}>
        {hidden > 0 ? (
          <li className="script-quiet" aria-hidden>
            … {hidden} before
          </li>
        ) : null}
        {shown.map((visit) => {
          const script = scriptByCode(visit.script);
          const step = script && stepOf(script, visit.step);
          const answer = step?.answers.find(({ id }) => id === visit.answer);
          // What was spoken of with the debtor is not for somebody else.
          if (!open && (step?.stage === 'disclosure' || step?.stage === 'matter'))
            return <li key={`${visit.at}:${visit.script}:${visit.step}`}>A step with the right party</li>;
          return (
            <li key={`${visit.at}:${visit.script}:${visit.step}`}>
              <span>{step?.title ?? 'A step of another script'}</span>
              {answer === undefined ? null : <span className="script-quiet"> → {answer.label}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Where one is in an import, and the way to any other step that can be shown. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { lacksOf } from './import-plan.ts';
import { useImport, type WizardStep, wizardSteps } from './import-state.ts';
import { goToStep } from './import-work.ts';

export const stepWords: Readonly<Record<WizardStep, string>> = {
  file: 'File',
  columns: 'Columns',
  choices: 'Choices',
  people: 'People',
  trial: 'Dry run',
};

export function StepBar() {
  const state = useImport();
  const { step, preview, trial, stale, work } = state;
  const lacks = lacksOf(state);
  const now = wizardSteps.indexOf(step);
  return (
    <nav aria-label="Steps of the import">
      <ol className="import-steps">
        {wizardSteps.map((name, index) => {
          const lacking = lacks.some((lack) => lack.step === name);
          const undecided = name === 'people' && trial !== null && !stale && trial.undecided > 0;
          const tries = name === 'people' || name === 'trial';
          const mark = lacking || undecided ? 'care' : index < now ? 'past' : null;
          return (
            <li key={name}>
              <button
                type="button"
                className="import-step"
                aria-current={name === step ? 'step' : undefined}
                disabled={preview === null || work === 'writing' || (tries && lacks.length > 0)}
                onClick={() => goToStep(name)}
              >
                <span className="import-step-mark" data-mark={mark} aria-hidden>
                  {mark === 'care' ? (
                    <IconAlertTriangle size={14} />
                  ) : mark === 'past' ? (
                    <IconCheck size={14} />
                  ) : (
                    index + 1
                  )}
                </span>
                {stepWords[name]}
                {undecided ? ` (${trial.undecided.toLocaleString('en-US')})` : null}
                {lacking ? <span className="import-hidden">, something is missing</span> : null}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The foot of every step: what is still missing, how far work is, and the way on. */
import { Button, Group, Progress, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { lacksOf, readControlCount, readControlSum } from './import-plan.ts';
import { useImport, type Work, wizardSteps } from './import-state.ts';
import { cancel, goToStep, tryAndShow, tryIt, writeIt } from './import-work.ts';
import { stepWords } from './step-bar.tsx';
import { controlsMissed, verbOf, writesAnything } from './trial-words.ts';

export function StepFoot() {
  const state = useImport();
  const { step, work, trial, stale, preview } = state;
  if (!preview) return null;
  const lacks = lacksOf(state);
  const at = wizardSteps.indexOf(step);
  const before = wizardSteps[at - 1];
  const after = step === 'file' ? 'columns' : step === 'columns' ? 'choices' : null;
  const busy = work === 'writing' || work === 'looking';
  const missed =
    step === 'trial' && trial !== null && !stale
      ? controlsMissed(
          trial,
          readControlSum(state.choices.controlSum) ?? null,
          readControlCount(state.choices.controlCount) ?? null,
        )
      : [];
  const lack = lacks.find((one) => one.step !== 'columns' || step !== 'columns')?.text ?? missed[0];
  return (
    <footer className="import-foot">
      {work === 'writing' ? (
        <WorkLine work={work} />
      ) : (
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Button
            variant="default"
            disabled={before === undefined || busy}
            onClick={() => before && goToStep(before)}
          >
            Back
          </Button>
          <div className="import-foot-middle">
            {work ? <WorkLine work={work} /> : lack ? <Lacks text={lack} /> : null}
          </div>
          <Group gap="xs" wrap="nowrap">
            {step === 'trial' ? (
              <>
                {stale || trial === null ? (
                  <Button onClick={() => void tryIt()} disabled={lacks.length > 0 || work !== null}>
                    Try it again
                  </Button>
                ) : null}
                {trial === null ? null : (
                  <Button
                    onClick={() => void writeIt()}
                    disabled={stale || work !== null || missed.length > 0 || !writesAnything(trial)}
                  >
                    {verbOf(trial)}
                  </Button>
                )}
              </>
            ) : step === 'people' ? (
              <Button onClick={() => goToStep('trial')} disabled={lacks.length > 0 || work !== null}>
                Next: {stepWords.trial}
              </Button>
            ) : (
              <>
                <Button
                  variant={after === null ? 'filled' : 'default'}
                  title="Reads every row and writes nothing"
                  disabled={lacks.length > 0 || work !== null}
                  onClick={() => void tryAndShow()}
                >
                  Try it
                </Button>
                {after === null ? null : (
                  <Button disabled={busy} onClick={() => goToStep(after)}>
                    Next: {stepWords[after]}
                  </Button>
                )}
              </>
            )}
          </Group>
        </Group>
      )}
    </footer>
  );
}

function Lacks({ text }: { readonly text: string }) {
  return (
    <p className="import-lack" role="status">
      <IconAlertTriangle size={15} aria-hidden />
      {text}
    </p>
  );
}

const workWords: Readonly<Record<Work, string>> = {
  looking: 'Reading the file',
  trying: 'Trying it',
  writing: 'Importing',
};

export function WorkLine({ work }: { readonly work: Work }) {
  const progress = useImport((state) => state.progress);
  const cancelling = useImport((state) => state.cancelling);
  const share = progress?.total ? Math.min(100, Math.floor((progress.done * 100) / progress.total)) : 0;
  return (
    <Group gap="sm" wrap="nowrap" className="import-work" role="status">
      <Text size="sm" className="import-work-words">
        {cancelling ? 'Stopping; nothing is kept' : (progress?.phase ?? workWords[work])}…
      </Text>
      <Progress value={share} flex={1} aria-label={workWords[work]} />
      <Text size="sm" ta="right" w={44}>
        {share} %
      </Text>
      <Button variant="default" onClick={cancel} disabled={cancelling}>
        {cancelling ? 'Stopping…' : 'Cancel'}
      </Button>
    </Group>
  );
}

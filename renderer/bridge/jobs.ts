/** Long work as a screen holds it: how far it is, its outcome, and a way to stop it. Leaving the screen stops it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, JobName, OutputOf } from '../../shared/contract/contract.ts';
import type { JobProgress } from '../../shared/contract/events.ts';
import type { Fault, Result } from '../../shared/errors/result.ts';
import { type RunningJob, start } from './calls.ts';

export type JobView<C extends JobName> = {
  readonly running: boolean;
  readonly progress: JobProgress | null;
  readonly output: OutputOf<C> | null;
  /** A cancelled job has none. */
  readonly fault: Fault | null;
  run(input: InputOf<C>): Promise<Result<OutputOf<C>>>;
  cancel(): void;
  forget(): void;
};

export function useJob<C extends JobName>(call: C): JobView<C> {
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [output, setOutput] = useState<OutputOf<C> | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const current = useRef<RunningJob<C> | null>(null);

  useEffect(
    () => () => {
      current.current?.cancel();
      current.current = null;
    },
    [],
  );

  const run = useCallback(
    async (input: InputOf<C>) => {
      setRunning(true);
      setFault(null);
      setProgress(null);
      const job = start(call, input, setProgress);
      current.current = job;
      const result = await job.finished;
      if (current.current !== job) return result;
      current.current = null;
      setRunning(false);
      if (result.ok) setOutput(result.value);
      else if (result.error.code !== 'call.cancelled') setFault(result.error);
      return result;
    },
    [call],
  );
  const cancel = useCallback(() => current.current?.cancel(), []);
  const forget = useCallback(() => {
    setOutput(null);
    setFault(null);
  }, []);
  return { running, progress, output, fault, run, cancel, forget };
}

/**
 * A command as a form sends it: once. While it runs a second press joins the first; after a failure the same
 * input goes under the same operation id again, so a retry after a lost answer cannot post twice.
 */
import { useCallback, useRef, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { CommandName, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import type { Fault, Result } from '../../shared/errors/result.ts';
import { act } from './calls.ts';
import { keepOperations } from './operation.ts';

export type Once<C extends CommandName> = {
  run(input: InputOf<C>): Promise<Result<OutputOf<C>>>;
  readonly pending: boolean;
  /** What the last try failed with; `null` once it succeeded or was forgotten. */
  readonly fault: Fault | null;
  forget(): void;
};

export function useOnce<C extends CommandName>(call: C): Once<C> {
  const [operations] = useState(() => keepOperations(uuidv7));
  const underway = useRef<Promise<Result<OutputOf<C>>> | null>(null);
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const run = useCallback(
    (input: InputOf<C>) => {
      if (underway.current) return underway.current;
      setPending(true);
      setFault(null);
      const answer = act(call, input, operations.idFor(input)).then((result) => {
        underway.current = null;
        setPending(false);
        if (result.ok) operations.settle();
        else setFault(result.error);
        return result;
      });
      underway.current = answer;
      return answer;
    },
    [call, operations],
  );
  const forget = useCallback(() => setFault(null), []);
  return { run, pending, fault, forget };
}

/**
 * A command of main is done once for an operation id: a repetition gets the answer of the first, also while that
 * is still running. (Commands of the book have this in the book itself, where it outlives the program.) A failed
 * one may be tried again. Answers that hold a recovery code are not kept: a repetition of those is refused.
 */
import type { DeskCallName } from '../../shared/contract/contract.ts';
import { fail, type Result } from '../../shared/errors/result.ts';

const secretAnswers: ReadonlySet<DeskCallName> = new Set(['book.create', 'book.renewRecovery']);
const mostKept = 200;

export type Once = (
  call: DeskCallName,
  operationId: string,
  work: () => Promise<Result<unknown>>,
) => Promise<Result<unknown>>;

export function makeOnce(): Once {
  const kept = new Map<string, { readonly call: DeskCallName; readonly answer: Promise<Result<unknown>> }>();

  return (call, operationId, work) => {
    const seen = kept.get(operationId);
    if (seen) return seen.call === call ? seen.answer : Promise.resolve(fail('call.operation_reused'));
    const answer = work();
    kept.set(operationId, { call, answer });
    const forget = () => kept.delete(operationId);
    answer.then((result) => {
      if (!result.ok) forget();
      else if (secretAnswers.has(call))
        kept.set(operationId, { call, answer: Promise.resolve(fail('call.operation_reused')) });
    }, forget);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return answer;
  };
}

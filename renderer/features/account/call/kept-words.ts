/** What the summing-up will keep, line by line. Pure. */
import type { ContactOutcome } from '../../../../shared/domain/contact.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import type { CallInProgress } from '../../../bridge/current-call.ts';
import { effectsOf, meaningOf } from '../panels/outcome-effects.ts';
import type { FinishRead } from './finish-form.ts';

/** One line for each part; what cannot be kept yet says so instead of a figure. */
export function keptWords(call: CallInProgress, read: FinishRead, wasConfirmed: boolean): readonly string[] {
  const input = read.ok ? read.input : null;
  const lines: string[] = [];
  if (call.note.trim() !== '') lines.push('The note');
  if (call.promise !== null) {
    const promise = input?.promise;
    lines.push(
      promise
        ? `A promise of ${formatDollars(promise.amountCents)} by ${dayWords(promise.dueOn)}`
        : 'A promise, once its sum and day are entered',
    );
  }
  for (const { accepted, words } of call.offers) lines.push(`${accepted ? 'Agreed' : 'Offered'}: ${words}`);
  if (call.reminder !== null) lines.push(`A reminder: ${call.reminder.text}`);
  if (input?.nextStep?.nextStepOn)
    lines.push(`Next step on ${dayWords(input.nextStep.nextStepOn)}: ${input.nextStep.nextStep ?? ''}`);
  if (call.run !== null) {
    const { path, ticks } = call.run;
    const steps = `${path.length} ${path.length === 1 ? 'step' : 'steps'}`;
    const ticked = `${ticks.length} ticked`;
    lines.push(
      `The script as followed: ${steps}, ${ticked}, ${wasConfirmed ? 'right party confirmed' : 'right party not confirmed'}`,
    );
  }
  return lines;
}

/** What recording it does by itself: holds, numbers marked, what it counts as. The promise and the callback stand above. */
export function followWords(
  call: CallInProgress,
  outcome: ContactOutcome,
  withStranger: boolean,
): readonly string[] {
  if (outcome === 'asked_to_stop' && withStranger)
    return [
      call.phoneId === null
        ? 'No number is on file for this call, so none is closed. Note it, and record the wish as an event.'
        : `Closes ${call.number} to every contact. The debtor’s own wishes stay as they are.`,
    ];
  const own =
    outcome === 'promise_to_pay' || outcome === 'callback'
      ? []
      : effectsOf(outcome, call.number === '' ? null : call.number);
  const [counts = ''] = meaningOf(outcome, call.direction, 'call').split(' Next:');
  return [...own, counts];
}

/** How a call ended, as far as the call itself shows it: from the script’s exit, who was there, and what was agreed. Pure. */
import { type ContactOutcome, contactOutcomes } from '../../../../shared/domain/contact.ts';
import { fitsCall } from '../../../../shared/domain/disposition.ts';
import { askedForLocation, confirmedIn } from '../../../../shared/scripts/run.ts';
import type { Script } from '../../../../shared/scripts/script.ts';
import { type CallInProgress, partyOnLine } from '../../../bridge/current-call.ts';

export type ScriptByCode = (code: string) => Script | null;

/** When the right party was confirmed, by the script or by hand; `null` when nobody was. */
export function confirmedAtOf(
  { run, confirmedAt }: Pick<CallInProgress, 'run' | 'confirmedAt'>,
  scriptByCode: ScriptByCode,
): number | null {
  if (confirmedAt !== null || run === null) return confirmedAt;
  // Where a script of the path is no longer there to read, what the run itself says still holds.
  return confirmedIn(run, scriptByCode) ?? (run.party === 'right_party' ? run.confirmedAt : null);
}

function isAgreed({ promise, offers }: Pick<CallInProgress, 'promise' | 'offers'>): boolean {
  return promise !== null || offers.some(({ accepted }) => accepted);
}

/** What the call itself says; `null` where it says nothing yet. */
export function outcomeOfCall(call: CallInProgress, scriptByCode: ScriptByCode): ContactOutcome | null {
  if (call.outcome !== null) return call.outcome;
  const wasConfirmed = confirmedAtOf(call, scriptByCode) !== null;
  const left = call.run?.exit?.outcome ?? null;
  // Who came on the line at the end does not undo whom one spoke with.
  const exit = left === 'third_party' && wasConfirmed ? 'right_party' : left;
  // What was agreed says more than a polite end; a dispute or a lawyer says more than what was agreed before.
  if (isAgreed(call) && (exit === null || exit === 'right_party')) return 'promise_to_pay';
  if (exit !== null) return exit;
  if (call.reminder !== null && wasConfirmed) return 'callback';
  switch (partyOnLine(call)) {
    case 'right_party':
      return 'right_party';
    case 'third_party':
      return wasConfirmed ? 'right_party' : 'third_party';
    default:
      return null;
  }
}

/** Outcomes that can have come of this call. */
export function possibleOutcomes(
  call: CallInProgress,
  scriptByCode: ScriptByCode,
): readonly ContactOutcome[] {
  const wasConfirmed = confirmedAtOf(call, scriptByCode) !== null;
  const checked = call.run !== null || call.party !== 'unknown';
  return contactOutcomes.filter((outcome) =>
    fitsCall(outcome, { direction: call.direction, checked, wasConfirmed }),
  );
}

/** Whoever spoke was somebody else, and the debtor never came on the line. */
export function isWithStranger(call: CallInProgress, scriptByCode: ScriptByCode): boolean {
  return partyOnLine(call) === 'third_party' && confirmedAtOf(call, scriptByCode) === null;
}

/** They were asked where the debtor can be reached: as said by hand, else as the script went. */
export function wasAskedForLocation(call: CallInProgress, scriptByCode: ScriptByCode): boolean {
  return call.askedLocation ?? (call.run !== null && askedForLocation(call.run, scriptByCode));
}

/** What the contact is recorded as having been for. Where the office has no limited-content message, none can have been left. */
export function purposeOfCall(
  call: CallInProgress,
  outcome: ContactOutcome,
  scriptByCode: ScriptByCode,
  hasMessage: boolean,
): 'collect' | 'locate' | 'limited_content' {
  if (outcome === 'voicemail_left') return call.limitedMessage && hasMessage ? 'limited_content' : 'collect';
  const other = outcome === 'third_party' || isWithStranger(call, scriptByCode);
  return other && wasAskedForLocation(call, scriptByCode) ? 'locate' : 'collect';
}

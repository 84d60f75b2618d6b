/**
 * The gate: what the rules say of a contact that is about to be made, or was made, and what a person may set against it. An
 * allowance or a caution lets it pass; an unknown or a rule of the house wants a reason; a presumption a reason with what
 * rebuts it; a prohibition gives way to nothing. What took place all the same is recorded as it was: a record is never
 * refused into silence.
 */
import type { ContactDecision } from '../../../shared/contract/law.ts';
import type { RebuttalFactor } from '../../../shared/domain/law.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { clockOf, decide } from '../../../shared/rules/decide.ts';
import type { ContactAct } from '../../../shared/rules/facts.ts';
import type { Passed, Reason, Verdict } from '../../../shared/rules/verdict.ts';
import type { QueryContext } from '../context.ts';
import type { LawCase } from '../store/queries/law-facts.ts';
import { gateFactsFor, lawInForce, officeFactsOf } from './law-facts.ts';

/** What was typed against a verdict and is kept with it; nothing where nothing stood in the way. */
export type Override = {
  readonly ruleCode: string | null;
  readonly reason: string;
  readonly factor: RebuttalFactor | null;
};
export const noOverride: Override = { ruleCode: null, reason: '', factor: null };

/** The verdict on a contact that begins at an instant, now or some time ago. Fails with `account.not_found`. */
export function verdictOn(
  context: QueryContext,
  accountId: number,
  act: ContactAct,
  at: number = context.now,
): Result<Verdict> {
  const facts = gateFactsFor(context, accountId, act, at);
  return facts.ok ? ok(decide(facts.value, { law: lawInForce(context.store) })) : facts;
}

/** What the rules say of a contact nobody decides on by hand: it may be made now, or why not and from when time alone allows it. */
export type Outlook =
  | { readonly lawful: true }
  | { readonly lawful: false; readonly text: string; readonly opensAt: number | null };

/** Asks for many accounts in turn; sentences are only made where something stands in the way. */
export function makeOutlook(context: QueryContext): (found: LawCase, act: ContactAct) => Outlook {
  const { store, now, zone } = context;
  const office = officeFactsOf(store);
  const law = lawInForce(store);
  return (found, act) => {
    const facts = { now, zone, act, office, ...found };
    const clock = clockOf(facts, law);
    const fine = clock.outcome === 'allowed' || clock.outcome === 'warning';
    if (fine && clock.opensAt === now) return { lawful: true };
    const verdict = decide(facts, { law });
    const text = verdict.primary?.text ?? 'The rules do not allow it now.';
    return { lawful: false, text, opensAt: verdict.earliestAt };
  };
}

/** Why it is not allowed, in the order of checks: the first reason of that force, else the primary one. */
function reasonOf({ reasons, primary }: Verdict, force: Reason['force'] | null): Reason | null {
  return reasons.find((reason) => reason.result === 'block' && reason.force === force) ?? primary;
}

/**
 * Whether a verdict, with what a person decided, lets the contact through. `tookPlace` says that it is recorded after the
 * fact, when `happened` is an answer to everything.
 */
export function weigh(
  verdict: Verdict,
  decision: ContactDecision | null,
  tookPlace: boolean,
): Result<Override> {
  if (verdict.outcome === 'allowed' || verdict.outcome === 'warning') return ok(noOverride);
  if (tookPlace && decision?.kind === 'happened') return ok(noOverride);
  const said = decision?.kind === 'reason' ? decision : null;
  const refuse = (
    code: 'contact.blocked' | 'contact.needs_reason' | 'contact.needs_factor',
    reason: Reason | null,
  ) => fail(code, reason ? { ruleCode: reason.code, text: reason.text } : {});
  if (verdict.override === 'none') return refuse('contact.blocked', reasonOf(verdict, 'prohibition'));
  if (verdict.override === 'reason_and_factor') {
    const presumption = reasonOf(verdict, 'presumption');
    return said && said.factor !== null
      ? ok({ ruleCode: presumption?.code ?? null, reason: said.reason, factor: said.factor })
      : refuse('contact.needs_factor', presumption);
  }
  return said
    ? ok({ ruleCode: verdict.primary?.code ?? null, reason: said.reason, factor: null })
    : refuse('contact.needs_reason', verdict.primary);
}

/** From what lets a contact through to what nothing lifts. */
function weightOf({ outcome, override }: Verdict): number {
  if (outcome === 'allowed') return 0;
  if (outcome === 'warning') return 1;
  return override === 'reason' ? 2 : override === 'reason_and_factor' ? 3 : 4;
}

/**
 * The verdict on a contact about several debts: what stands in the way of one of them stands in the way of it. Of equals the
 * first counts. Fails with `account.not_found`.
 */
export function strictestOn(
  context: QueryContext,
  accountIds: readonly number[],
  act: ContactAct,
  at: number = context.now,
): Result<{ readonly verdict: Verdict; readonly aboutId: number }> {
  let strictest: { readonly verdict: Verdict; readonly aboutId: number } | null = null;
  for (const aboutId of accountIds) {
    const asked = verdictOn(context, aboutId, act, at);
    if (!asked.ok) return asked;
    if (strictest === null || weightOf(asked.value) > weightOf(strictest.verdict))
      strictest = { verdict: asked.value, aboutId };
  }
  return strictest === null ? fail('account.not_found') : ok(strictest);
}

/** Of a rule that passed: which, and the facts it passed on. Its title, source and words stand in the law of that version. */
export type KeptPass = Pick<Passed, 'ruleId'> & { readonly facts?: readonly (readonly [string, string])[] };
export type KeptVerdict = Omit<Verdict, 'passed' | 'notBinding'> & {
  readonly passed: readonly KeptPass[];
  readonly decision: ContactDecision | null;
  /** The debt it is about, where that is another one than the contact was recorded with. */
  readonly aboutId?: number;
};

/**
 * The verdict and the decision as they are kept with a contact or a letter: every reason whole, and of what passed only what
 * cannot be looked up again. Whole it would be 17 KB a contact, which fills a book in a few years and puts every column
 * behind it several pages away.
 */
export function verdictJson(
  { passed, notBinding: _, ...verdict }: Verdict,
  decision: ContactDecision | null,
  aboutId: number | null = null,
): string {
  const kept: KeptVerdict = {
    ...verdict,
    passed: passed.map(({ ruleId, facts }) =>
      facts.length === 0
        ? { ruleId }
        : { ruleId, facts: facts.map(({ name, value }) => [name, value] as const) },
    ),
    decision,
    ...(aboutId === null ? {} : { aboutId }),
  };
  return JSON.stringify(kept);
}

/**
 * “May I contact this person now?” The one way in: plain facts go in, a verdict comes out. No clock, no book, no window:
 *
 *     import { decide } from './decide.ts';
 *     const verdict = decide(facts); // GateFacts -> Verdict
 *
 * Every rule is asked and every answer is kept. A rule that objects by prohibition, presumption or house policy makes it
 * `blocked`; one that lacks a fact, or that fails, makes it `undetermined`; one that only cautions, a `warning`. Nothing
 * unknown is ever `allowed`.
 */
import {
  type Confidence,
  confidences,
  type GateStep,
  gateSteps,
  type VerdictOutcome,
} from '../domain/law.ts';
import { CaseView } from './case-view.ts';
import type { GateFacts } from './facts.ts';
import { type LawBook, shippedLaw } from './law-book.ts';
import { type ContactRule, type Finding, type Objection, pass, versionOn } from './rule.ts';
import { whyNotBinding } from './scope.ts';
import type { Clears, Passed, Reason, Verdict } from './verdict.ts';

export type DecideOptions = {
  /** The rules in force; those of this program unless a pack was loaded. */
  readonly law?: LawBook;
  /** Also name the rules that do not bind here, with why. */
  readonly withNotBinding?: boolean;
};

type Answer = { readonly rule: ContactRule; readonly finding: Finding; readonly asHouse: boolean };

/** Where the order of checks puts a step. */
const rank: Readonly<Record<GateStep, number>> = Object.fromEntries(
  gateSteps.map((step, index) => [step, index]),
) as Record<GateStep, number>;

/** No more steps than this are taken to the first lawful minute: a year of nights, and days off in between. */
const mostSteps = 800;

/** A rule that fails must not let anything through. */
function failed(rule: ContactRule): Objection {
  return {
    result: 'undetermined',
    text: () => `The rule “${rule.title}” could not be worked out from what is on file.`,
    facts: () => [],
    clears: { waitsFor: 'the facts on file to be looked through' },
  };
}

function ask(rule: ContactRule, view: CaseView, at: number): Finding {
  try {
    const version = versionOn(rule.values, view.officeDay(at));
    // Not yet in force, or no more.
    if (version === null) return pass;
    return rule.check({ facts: view.facts, at, value: version.value, view });
  } catch {
    return failed(rule);
  }
}

/** The rules that bind here, each asked at the instant. */
function askAll(view: CaseView, law: LawBook, at: number): Answer[] {
  const answers: Answer[] = [];
  for (const rule of law.contactRules) {
    let why: string | null;
    let finding: Finding | null = null;
    try {
      why = whyNotBinding(rule.scope, view);
    } catch {
      why = null;
      finding = failed(rule);
    }
    if (why !== null) continue;
    finding ??= ask(rule, view, at);
    answers.push({ rule, finding, asHouse: isHouse(rule, view) });
  }
  return answers;
}

/** A rule of Regulation F that only binds because the office keeps to it. */
function isHouse(rule: ContactRule, view: CaseView): boolean {
  return rule.scope.roles === 'collectors' && !view.bindsCollectors;
}

function isBlocking({ finding }: Answer): boolean {
  return finding.result === 'block' || finding.result === 'undetermined';
}

/** The instant the objections that only wait for time are gone; `null` when one of them waits for something else. */
function laterThan(answers: readonly Answer[], at: number): number | null {
  let latest = at;
  for (const { finding } of answers) {
    if (finding.result !== 'block' && finding.result !== 'undetermined') continue;
    if (finding.clears === null || !('at' in finding.clears)) return null;
    latest = Math.max(latest, finding.clears.at);
  }
  return latest > at ? latest : null;
}

/** From `at` on, the first instant at which nothing objects, walking from the end of one objection to the next. */
function firstLawful(view: CaseView, answers: readonly Answer[], from: number): number | null {
  let at = from;
  let asked = answers;
  for (let step = 0; step < mostSteps; step += 1) {
    if (!asked.some(isBlocking)) return at;
    const next = laterThan(asked, at);
    if (next === null) return null;
    at = next;
    const when = at;
    asked = asked.map((answer) =>
      answer.rule.timed ? { ...answer, finding: ask(answer.rule, view, when) } : answer,
    );
  }
  return null;
}

/** How long it stays so by the clock alone. */
function lawfulUntil(answers: readonly Answer[]): number | null {
  let soonest: number | null = null;
  for (const { finding } of answers) {
    if (finding.result !== 'pass' || finding.until === undefined) continue;
    soonest = soonest === null ? finding.until : Math.min(soonest, finding.until);
  }
  return soonest;
}

function outcomeOf(answers: readonly Answer[]): VerdictOutcome {
  let outcome: VerdictOutcome = 'allowed';
  for (const { finding } of answers) {
    if (finding.result === 'block') return 'blocked';
    if (finding.result === 'undetermined') outcome = 'undetermined';
    else if (finding.result === 'warn' && outcome === 'allowed') outcome = 'warning';
  }
  return outcome;
}

const weight = { block: 0, undetermined: 1, warn: 2 } as const;

function reasonOf({ rule, finding, asHouse }: Answer): Reason | null {
  if (finding.result === 'pass') return null;
  return {
    ruleId: rule.id,
    code: finding.code ?? rule.code,
    step: rule.step,
    title: rule.title,
    result: finding.result,
    force: asHouse ? 'house' : (finding.force ?? rule.force),
    jurisdiction: rule.jurisdiction,
    source: rule.source,
    text: finding.text(),
    facts: finding.facts(),
    clears: finding.clears,
  };
}

function passedOf({ rule, finding }: Answer): Passed | null {
  if (finding.result !== 'pass') return null;
  return {
    ruleId: rule.id,
    code: rule.code,
    step: rule.step,
    title: rule.title,
    jurisdiction: rule.jurisdiction,
    source: rule.source,
    text: finding.text?.() ?? '',
    facts: finding.facts?.() ?? [],
  };
}

function leastSure(sources: readonly { readonly source: { readonly confidence: Confidence } }[]): Confidence {
  const worst = Math.max(0, ...sources.map(({ source }) => confidences.indexOf(source.confidence)));
  return confidences[worst] ?? 'unverified';
}

function overrideOf(reasons: readonly Reason[]): Verdict['override'] {
  const standing = reasons.filter(({ result }) => result !== 'warn');
  if (standing.some(({ result, force }) => result === 'block' && force === 'prohibition')) return 'none';
  if (standing.some(({ result, force }) => result === 'block' && force === 'presumption'))
    return 'reason_and_factor';
  return standing.length > 0 ? 'reason' : 'none';
}

function waits(clears: Clears): string[] {
  return clears !== null && 'waitsFor' in clears ? [clears.waitsFor] : [];
}

export function decide(facts: GateFacts, options: DecideOptions = {}): Verdict {
  const law = options.law ?? shippedLaw;
  const view = new CaseView(facts, law.states);
  const answers = askAll(view, law, facts.now);
  const outcome = outcomeOf(answers);
  const reasons = answers
    .flatMap((answer) => reasonOf(answer) ?? [])
    .sort((a, b) => weight[a.result] - weight[b.result] || rank[a.step] - rank[b.step]);
  const passed = answers
    .flatMap((answer) => passedOf(answer) ?? [])
    .sort((a, b) => rank[a.step] - rank[b.step]);
  const blocked = outcome === 'blocked' || outcome === 'undetermined';
  return {
    outcome,
    primary: reasons[0] ?? null,
    reasons,
    passed,
    notBinding: options.withNotBinding
      ? law.contactRules.flatMap((rule) => {
          const why = whyNotBinding(rule.scope, view);
          return why === null ? [] : [{ ruleId: rule.id, title: rule.title, why }];
        })
      : [],
    earliestAt: blocked ? firstLawful(view, answers, facts.now) : facts.now,
    until: blocked ? null : lawfulUntil(answers),
    waitsFor: [
      ...new Set(reasons.filter(({ result }) => result !== 'warn').flatMap(({ clears }) => waits(clears))),
    ],
    override: overrideOf(reasons),
    zones: view.zones,
    states: view.states,
    confidence: leastSure(reasons.length > 0 ? reasons : passed),
    law: law.version,
    askedAt: facts.now,
  };
}

/** What a list shows of a contact, without the words: for a whole book at a time. */
export type ContactClock = {
  readonly outcome: VerdictOutcome;
  /** The code of the primary reason; `null` when nothing objects. */
  readonly code: string | null;
  /** The lawful span that is open or comes next; `null` when something has to happen first. */
  readonly opensAt: number | null;
  /** Where that span ends by the clock; `null` when it does not end. */
  readonly closesAt: number | null;
};

/** The same answers as `decide`, made without sentences. */
export function clockOf(facts: GateFacts, law: LawBook = shippedLaw): ContactClock {
  const view = new CaseView(facts, law.states);
  const answers = askAll(view, law, facts.now);
  const outcome = outcomeOf(answers);
  let first: Answer | null = null;
  for (const answer of answers) {
    if (answer.finding.result === 'pass') continue;
    if (first === null || comesBefore(answer, first)) first = answer;
  }
  const opensAt = firstLawful(view, answers, facts.now);
  const closing = opensAt === null ? null : closesAfter(view, answers, opensAt, facts.now);
  const code =
    first === null
      ? null
      : 'code' in first.finding && first.finding.code !== undefined
        ? first.finding.code
        : first.rule.code;
  return { outcome, code, opensAt, closesAt: closing };
}

function comesBefore(a: Answer, b: Answer): boolean {
  if (a.finding.result === 'pass' || b.finding.result === 'pass') return false;
  return (
    weight[a.finding.result] - weight[b.finding.result] < 0 ||
    (a.finding.result === b.finding.result && rank[a.rule.step] < rank[b.rule.step])
  );
}

function closesAfter(
  view: CaseView,
  answers: readonly Answer[],
  opensAt: number,
  now: number,
): number | null {
  if (opensAt === now) return lawfulUntil(answers);
  return lawfulUntil(
    answers.map((answer) =>
      answer.rule.timed ? { ...answer, finding: ask(answer.rule, view, opensAt) } : answer,
    ),
  );
}

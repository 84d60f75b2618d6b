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
import { bindsOffice, concernsContact, whyNotBinding } from './scope.ts';
import type { Clears, Passed, Reason, Verdict } from './verdict.ts';

export type DecideOptions = {
  /** The rules in force; those of this program unless a pack was loaded. */
  readonly law?: LawBook;
  /** Also name the rules that do not bind here, with why. */
  readonly withNotBinding?: boolean;
};

/** The rules that bind, and what each found at an instant: two lists side by side, because a whole book makes millions. */
type Asked = {
  readonly rules: readonly ContactRule[];
  readonly findings: readonly Finding[];
  readonly at: number;
};

type Answer = { readonly rule: ContactRule; readonly finding: Finding };

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

const mayBind = new WeakMap<LawBook, Map<string, readonly ContactRule[]>>();

/** The rules that can bind such an office in such a contact at all: the same few for every debt of a book. */
function rulesFor(view: CaseView, law: LawBook): readonly ContactRule[] {
  const { office, act } = view.facts;
  let kept = mayBind.get(law);
  if (!kept) {
    kept = new Map();
    mayBind.set(law, kept);
  }
  const key = `${office.role} ${view.keepsRegulationF} ${act.channel} ${act.direction}`;
  let rules = kept.get(key);
  if (!rules) {
    rules = law.contactRules.filter(
      ({ scope }) =>
        bindsOffice(scope, office, view.keepsRegulationF) &&
        concernsContact(scope, act.channel, act.direction),
    );
    kept.set(key, rules);
  }
  return rules;
}

/** The rules that bind here, each asked at the instant. */
function askAll(view: CaseView, law: LawBook, at: number): Asked {
  const rules: ContactRule[] = [];
  const findings: Finding[] = [];
  for (const rule of rulesFor(view, law)) {
    let finding: Finding | null = null;
    try {
      if (whyNotBinding(rule.scope, view) !== null) continue;
    } catch {
      finding = failed(rule);
    }
    rules.push(rule);
    findings.push(finding ?? ask(rule, view, at));
  }
  return { rules, findings, at };
}

/** The same at another instant; a rule the clock has no part in is not asked again. */
function askAgain({ rules, findings }: Asked, view: CaseView, at: number): Asked {
  const again = findings.slice();
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index];
    if (rule?.timed) again[index] = ask(rule, view, at);
  }
  return { rules, findings: again, at };
}

/** A rule of Regulation F that only binds because the office keeps to it. */
function isHouse(rule: ContactRule, view: CaseView): boolean {
  return rule.scope.roles === 'collectors' && !view.bindsCollectors;
}

function stands({ result }: Finding): boolean {
  return result === 'block' || result === 'undetermined';
}

/** The instant an objection falls away by the clock; `null` when it waits for something else. */
function clearsAt(finding: Finding): number | null {
  if (finding.result === 'pass' || finding.clears === null) return null;
  return 'at' in finding.clears ? finding.clears.at : null;
}

/** The instant the objections that only wait for time are gone; `null` when one of them waits for something else. */
function laterThan({ findings, at }: Asked): number | null {
  let latest = at;
  for (const finding of findings) {
    if (!stands(finding)) continue;
    const clears = clearsAt(finding);
    if (clears === null) return null;
    latest = Math.max(latest, clears);
  }
  return latest > at ? latest : null;
}

type Walk = {
  /** The first instant at which nothing objects, or the one at which the walk could go no further. */
  readonly end: Asked;
  readonly lawful: boolean;
};

/** To the first instant at which nothing objects, walking from the end of one objection to the next. */
function walk(view: CaseView, from: Asked): Walk {
  let asked = from;
  for (let step = 0; step < mostSteps; step += 1) {
    if (!asked.findings.some(stands)) return { end: asked, lawful: true };
    const next = laterThan(asked);
    if (next === null) break;
    asked = askAgain(asked, view, next);
  }
  return { end: asked, lawful: false };
}

/** How long it stays so by the clock alone. */
function lawfulUntil({ findings }: Asked): number | null {
  let soonest: number | null = null;
  for (const finding of findings) {
    if (finding.result === 'pass') soonest = soonerOf(soonest, finding.until ?? null);
  }
  return soonest;
}

function soonerOf(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

function outcomeOf(findings: readonly Finding[]): VerdictOutcome {
  let outcome: VerdictOutcome = 'allowed';
  for (const { result } of findings) {
    if (result === 'block') return 'blocked';
    if (result === 'undetermined') outcome = 'undetermined';
    else if (result === 'warn' && outcome === 'allowed') outcome = 'warning';
  }
  return outcome;
}

const weight = { block: 0, undetermined: 1, warn: 2 } as const;

function reasonOf({ rule, finding }: Answer, asHouse: boolean): Reason | null {
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
  const asked = askAll(view, law, facts.now);
  const outcome = outcomeOf(asked.findings);
  const answers = asked.rules.flatMap((rule, index): Answer[] => {
    const finding = asked.findings[index];
    return finding === undefined ? [] : [{ rule, finding }];
  });
  const reasons = answers
    .flatMap((answer) => reasonOf(answer, isHouse(answer.rule, view)) ?? [])
    .sort((a, b) => weight[a.result] - weight[b.result] || rank[a.step] - rank[b.step]);
  const passed = answers
    .flatMap((answer) => passedOf(answer) ?? [])
    .sort((a, b) => rank[a.step] - rank[b.step]);
  const blocked = outcome === 'blocked' || outcome === 'undetermined';
  const found = walk(view, asked);
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
    earliestAt: found.lawful ? found.end.at : null,
    until: blocked ? null : lawfulUntil(asked),
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

/**
 * What a list shows of a contact, without the words: for a whole book at a time. It says the same at any instant until
 * `changesAt`, so that it can be kept.
 */
export type ContactClock = {
  /**
   * Apart from the hour: what the contact meets once the clock has lifted all it can. `allowed` or `warning` when that is
   * lawful, else what still stands then.
   */
  readonly outcome: VerdictOutcome;
  /**
   * The code of what stands in the way, the hour of the day apart: of what does not lift by itself; of what holds the contact
   * back until `opensAt`; of what it is cautioned against. `null` when nothing does.
   */
  readonly code: string | null;
  /** The lawful span that is open (then the instant asked about) or comes next; `null` when something has to happen first. */
  readonly opensAt: number | null;
  /** Where that span ends by the clock; `null` when it does not end. */
  readonly closesAt: number | null;
  /** From when the answer may be another by the clock alone, as far as rules say; `null`: none does. */
  readonly changesAt: number | null;
};

/** The same answers as `decide`, made without sentences. Several contacts with one person may share what a view found out. */
export function clockOf(
  facts: GateFacts,
  law: LawBook = shippedLaw,
  view: CaseView = new CaseView(facts, law.states),
): ContactClock {
  const asked = askAll(view, law, facts.now);
  const { end, lawful } = walk(view, asked);
  return lawful ? openingClock(asked, end) : waitingClock(asked, end);
}

function openingClock(asked: Asked, end: Asked): ContactClock {
  const closesAt = lawfulUntil(end);
  const cautions = (finding: Finding) => finding.result === 'warn';
  let changesAt = closesAt;
  for (const finding of end.findings) {
    if (cautions(finding)) changesAt = soonerOf(changesAt, laterOnly(clearsAt(finding), end.at));
  }
  let code = codeOf(end, cautions);
  if (end !== asked) {
    for (let index = 0; index < asked.findings.length; index += 1) {
      const finding = asked.findings[index];
      if (finding && stands(finding) && !isHour(asked.rules[index]))
        changesAt = soonerOf(changesAt, clearsAt(finding));
    }
    code = codeOf(asked, (finding, rule) => stands(finding) && !isHour(rule)) ?? code;
  }
  return { outcome: outcomeOf(end.findings), code, opensAt: end.at, closesAt, changesAt };
}

function waitingClock(asked: Asked, end: Asked): ContactClock {
  let changesAt: number | null = null;
  for (let index = 0; index < asked.findings.length; index += 1) {
    const finding = asked.findings[index];
    if (!finding || isHour(asked.rules[index])) continue;
    const until = finding.result === 'pass' ? (finding.until ?? null) : clearsAt(finding);
    changesAt = soonerOf(changesAt, laterOnly(until, asked.at));
  }
  const lasting = end.findings.filter((finding) => stands(finding) && clearsAt(finding) === null);
  // A walk that never came to an end is held up by the clock alone.
  const remains = lasting.length > 0 ? (finding: Finding) => lasting.includes(finding) : stands;
  return {
    outcome: outcomeOf(lasting.length > 0 ? lasting : end.findings),
    code: codeOf(end, remains),
    opensAt: null,
    closesAt: null,
    changesAt,
  };
}

/** Also the hours of a state, which stand at another step. */
function isHour(rule: ContactRule | undefined): boolean {
  return rule?.step === 'time' || rule?.subject === 'time and place';
}

function laterOnly(at: number | null, than: number): number | null {
  return at !== null && at > than ? at : null;
}

/** The code of the first of some findings, in the order in which reasons are told. */
function codeOf(
  { rules, findings }: Asked,
  which: (finding: Finding, rule: ContactRule) => boolean,
): string | null {
  let first: { readonly rule: ContactRule; readonly finding: Objection } | null = null;
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index];
    const finding = findings[index];
    if (!rule || !finding || finding.result === 'pass' || !which(finding, rule)) continue;
    if (first === null || comesBefore(rule, finding, first.rule, first.finding)) first = { rule, finding };
  }
  return first === null ? null : (first.finding.code ?? first.rule.code);
}

function comesBefore(rule: ContactRule, finding: Objection, before: ContactRule, found: Objection): boolean {
  const order = weight[finding.result] - weight[found.result] || rank[rule.step] - rank[before.step];
  return order < 0;
}

/**
 * The sheet of a practice call: what it called for, what was done and what was missed, each with a word why. It judges nothing the
 * call gave no occasion for: whoever ends a call at the word “lawyer” is not blamed for offering no plan.
 */
import type { ContactOutcome } from '../../domain/contact.ts';
import { type ScriptRun, stepOf } from '../run.ts';
import type { Script, ScriptStage, ScriptStep } from '../script.ts';
import type { Scenario } from './scenario.ts';

export const practiceStates = ['met', 'missed', 'not_asked'] as const;
export type PracticeState = (typeof practiceStates)[number];

export type PracticeItem = {
  readonly code: string;
  readonly state: PracticeState;
  /** What is looked at. */
  readonly text: string;
  /** What was found; may be empty. */
  readonly detail: string;
};

export type PracticeSheet = {
  readonly scenario: string;
  readonly script: string;
  readonly met: number;
  /** How many of the items the call gave occasion for. */
  readonly asked: number;
  readonly items: readonly PracticeItem[];
};

/** Another button than the one that fits what was said. */
export type Misheard = { readonly step: string; readonly said: string; readonly took: string };

export type Practiced = {
  /** The script the call began with. */
  readonly script: Script;
  readonly run: ScriptRun;
  readonly scenario: Scenario;
  scriptByCode(code: string): Script | null;
  /** Codes of the cards that were opened. */
  readonly cardsOpened: readonly string[];
  readonly misheard: readonly Misheard[];
  /** The learner went through what never to say, and said none of it. */
  readonly nothingForbiddenSaid: boolean;
  readonly endedAt: number;
};

type Seen = {
  readonly step: ScriptStep;
  readonly stage: ScriptStage;
  readonly script: string;
  readonly at: number;
};

/** Endings after which nothing more may be asked. */
const endsAtOnce: ReadonlySet<ContactOutcome> = new Set([
  'attorney',
  'bankruptcy',
  'asked_to_stop',
  'deceased',
  'disputed',
  'language',
  'third_party',
  'wrong_number',
  'no_answer',
  'busy',
  'disconnected',
  'voicemail_left',
  'other',
]);

/** Ways something is offered or agreed on, by step. */
const offering = new Set([
  'options',
  'parts',
  'day',
  'again',
  'budget',
  'offer',
  'fits',
  'catch_up',
  'pause',
  'rest',
  'assistance',
  'dated',
]);

function seenSteps({ run, scriptByCode }: Practiced): readonly Seen[] {
  return run.path.flatMap(({ script: code, step: id, at }) => {
    const script = scriptByCode(code);
    const step = script && stepOf(script, id);
    return step ? [{ step, stage: step.stage, script: code, at }] : [];
  });
}

/** `null` where the call gave no occasion. */
function item(code: string, text: string, met: boolean | null, detail = ''): PracticeItem {
  return { code, text, state: met === null ? 'not_asked' : met ? 'met' : 'missed', detail };
}

function namesOf(steps: readonly Seen[]): string {
  return [...new Set(steps.map(({ step }) => `“${step.title}”`))].join(', ');
}

function ticked(run: ScriptRun, { script, step }: Seen, tickId: string): boolean {
  return run.ticks.some((one) => one.script === script && one.step === step.id && one.tick === tickId);
}

function requiredTicks(practiced: Practiced, seen: readonly Seen[]): PracticeItem {
  const open = seen.flatMap((one) =>
    one.step.ticks
      .filter(({ id, required }) => required && !ticked(practiced.run, one, id))
      .map(({ text }) => text),
  );
  const any = seen.some(({ step }) => step.ticks.some(({ required }) => required));
  return item(
    'ticks',
    'Everything that has to be said or checked was ticked',
    any ? open.length === 0 : null,
    open.length === 0 ? '' : `Left open: ${[...new Set(open)].join('; ')}`,
  );
}

function rightParty({ run, scenario }: Practiced, matter: readonly Seen[]): PracticeItem {
  const text = 'Nothing of the matter before the right person was confirmed';
  const confirmed = run.confirmedAt !== null || matter.length > 0;
  if (scenario.isPerson) {
    if (!confirmed) return item('right_party', text, null, 'The person was not confirmed in this call.');
    const early = matter.filter(({ at }) => run.confirmedAt !== null && at < run.confirmedAt);
    return item(
      'right_party',
      text,
      early.length === 0,
      early.length === 0 ? '' : `Too early: ${namesOf(early)}`,
    );
  }
  return item(
    'right_party',
    'Somebody else was not taken for the person',
    !confirmed,
    confirmed
      ? 'Whoever answered was confirmed, and was not the person. In a real call the law is broken here.'
      : '',
  );
}

function reason({ run }: Practiced, matter: readonly Seen[], expected: boolean): PracticeItem {
  const places = matter.filter(({ step }) => step.ticks.some(({ id }) => id === 'reason'));
  const done = places.some((one) => ticked(run, one, 'reason'));
  return item(
    'reason',
    'Asked what happened, and listened to the end',
    expected || done ? done : null,
    done || !expected
      ? ''
      : places.length === 0
        ? 'The call never came to the question.'
        : `Not ticked at ${namesOf(places)}`,
  );
}

function offered(matter: readonly Seen[], expected: boolean): PracticeItem {
  const done = matter.some(({ step }) => offering.has(step.id));
  return item(
    'options',
    'Offered a way, or gave it time',
    expected || done ? done : null,
    done || !expected ? '' : 'No way was offered.',
  );
}

function cards({ scenario, cardsOpened }: Practiced, expected: boolean): PracticeItem {
  const text = 'Answered the objection with a card';
  if (scenario.objections.length === 0 || !expected) return item('cards', text, null);
  const used = scenario.objections.filter((code) => cardsOpened.includes(code));
  return item(
    'cards',
    text,
    used.length > 0,
    used.length > 0
      ? ''
      : `Cards that fit: ${scenario.objections.map((code) => code.replaceAll('-', ' ')).join(', ')}`,
  );
}

function ending({ run, scenario }: Practiced): PracticeItem {
  const text = 'Ended as this call had to end';
  if (run.exit === null)
    return item('ending', text, false, 'The call was broken off before an end was reached.');
  const fits = scenario.fits.includes(run.exit.outcome);
  return item('ending', text, fits, fits ? '' : scenario.hidden);
}

function nextStep({ run }: Practiced): PracticeItem {
  const { exit } = run;
  const none = exit === null || exit.outcome === 'hung_up' || exit.outcome === 'other';
  return item(
    'next_step',
    'Everybody knows what comes next',
    exit?.outcome === 'no_answer' || exit?.outcome === 'busy' ? null : !none,
    none ? 'The call left nothing agreed and nothing to wait for.' : '',
  );
}

function heard({ misheard }: Practiced): PracticeItem {
  return item(
    'heard',
    'Heard what was said',
    misheard.length === 0,
    misheard
      .slice(0, 5)
      .map(({ step, said, took }) => `At “${step}” they said ${said}, and it was taken as “${took}”.`)
      .join(' ')
      .slice(0, 1_000),
  );
}

function allowed({ nothingForbiddenSaid }: Practiced, seen: readonly Seen[]): PracticeItem {
  const any = seen.some(({ step }) => step.never.length > 0);
  return item(
    'never',
    'Nothing was said that must never be said',
    any ? nothingForbiddenSaid : null,
    any && !nothingForbiddenSaid
      ? 'Go through the list of what never to say, and say so if none of it was said.'
      : '',
  );
}

export function scorePractice(practiced: Practiced): PracticeSheet {
  const { run, scenario, script } = practiced;
  const seen = seenSteps(practiced);
  const matter = seen.filter(({ stage }) => stage === 'matter' || stage === 'disclosure');
  const reached = seen.some(({ stage }) => stage === 'matter');
  const outcome = run.exit?.outcome ?? null;
  const expected = reached && !(outcome !== null && endsAtOnce.has(outcome));
  const items = [
    rightParty(practiced, matter),
    requiredTicks(practiced, seen),
    reason(practiced, matter, expected),
    offered(matter, expected),
    cards(practiced, reached && outcome !== 'attorney'),
    heard(practiced),
    allowed(practiced, seen),
    nextStep(practiced),
    ending(practiced),
  ];
  return {
    scenario: scenario.name,
    script: script.name,
    met: items.filter(({ state }) => state === 'met').length,
    asked: items.filter(({ state }) => state !== 'not_asked').length,
    items,
  };
}

/** Whole minutes, a begun one counted: at least one. */
export function practiceMinutes(startedAt: number, endedAt: number): number {
  return Math.min(1_440, Math.max(1, Math.ceil((endedAt - startedAt) / 60_000)));
}

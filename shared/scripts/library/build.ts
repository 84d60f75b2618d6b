/**
 * Short ways to write a script down. The library is data; these only spare its pages the repetition, and work out the exits a
 * script has from the answers that lead to them.
 */
import type {
  Script,
  ScriptAnswer,
  ScriptAudience,
  ScriptLanguage,
  ScriptSituation,
  ScriptStep,
  ScriptTarget,
  ScriptTick,
} from '../script.ts';
import { objectionCards } from './cards.ts';
import { type ExitId, exitOf, isExitId } from './exits.ts';

/** Whom the Fair Debt Collection Practices Act binds: who collects for others, lawyers included. */
export function isCollector(audience: ScriptAudience): boolean {
  return audience === 'third_party' || audience === 'law_office';
}

type StepDraft = Pick<ScriptStep, 'id' | 'stage' | 'title' | 'say' | 'answers'> &
  Partial<Pick<ScriptStep, 'never' | 'prompts' | 'ticks' | 'cards'>>;

export function step(draft: StepDraft): ScriptStep {
  return { never: [], prompts: [], ticks: [], cards: [], ...draft };
}

/** Paragraphs of one text to say. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

type Party = ScriptAnswer['party'];

function answerTo(id: string, label: string, to: ScriptTarget, party: Party): ScriptAnswer {
  return { id, label, to, party };
}

export function goes(id: string, label: string, stepId: string, party: Party = null): ScriptAnswer {
  return answerTo(id, label, { step: stepId }, party);
}

export function ends(id: string, label: string, exit: ExitId, party: Party = null): ScriptAnswer {
  return answerTo(id, label, { exit }, party);
}

export function jumps(
  id: string,
  label: string,
  situation: ScriptSituation,
  party: Party = null,
): ScriptAnswer {
  return answerTo(id, label, { situation }, party);
}

export function check(id: string, text: string): ScriptTick {
  return { id, text, kind: 'check', required: false };
}

export function must(id: string, text: string, kind: ScriptTick['kind'] = 'check'): ScriptTick {
  return { id, text, kind, required: true };
}

/** `first-call.third-party`, `first-call.third-party.es`; one for everybody has no audience in it. */
export function codeOf(
  situation: ScriptSituation,
  audience: ScriptAudience | null,
  language: ScriptLanguage,
): string {
  const words = [
    situation,
    ...(audience === null ? [] : [audience]),
    ...(language === 'en' ? [] : [language]),
  ];
  return words.join('.').replaceAll('_', '-');
}

/** Of the cards named at a step those whoever speaks can use: a medical office has no need of what an agency answers. */
function cardsFor(
  codes: readonly string[],
  audiences: readonly ScriptAudience[],
  language: ScriptLanguage,
): readonly string[] {
  return codes.filter((code) => {
    const card = objectionCards.find((one) => one.code === code);
    if (!card) throw new Error(`no card ${code}`);
    return card.language === language && audiences.every((audience) => card.audiences.includes(audience));
  });
}

type ScriptDraft = {
  readonly situation: ScriptSituation;
  readonly name: string;
  readonly audiences: readonly ScriptAudience[];
  readonly language?: ScriptLanguage;
  readonly review?: string;
  readonly start: string;
  readonly resume: string | null;
  readonly steps: readonly ScriptStep[];
};

/** The exits are those its answers lead to, in the order they are met. */
export function script(draft: ScriptDraft): Script {
  const { language = 'en', review = '', audiences, situation } = draft;
  const used = draft.steps
    .flatMap(({ answers }) => answers)
    .flatMap(({ to }) => ('exit' in to ? [to.exit] : []));
  return {
    code: codeOf(situation, audiences.length === 1 ? (audiences[0] ?? null) : null, language),
    name: draft.name,
    situation,
    audiences,
    language,
    review,
    start: draft.start,
    resume: draft.resume,
    steps: draft.steps.map((one) => ({ ...one, cards: cardsFor(one.cards, audiences, language) })),
    exits: [...new Set(used)].filter(isExitId).map(exitOf),
  };
}

/** Every path of every shipped script keeps the order of the law and comes to an end. */
import { describe, expect, it } from 'vitest';
import { checkCard, checkScript } from '../../../shared/scripts/check.ts';
import { scriptFields } from '../../../shared/scripts/fields.ts';
import { shippedCards, shippedScripts, shippedVersion } from '../../../shared/scripts/library/index.ts';
import { stepOf } from '../../../shared/scripts/run.ts';
import {
  type Script,
  type ScriptAudience,
  type ScriptStep,
  scriptAudiences,
  scriptLimits,
  scriptSituations,
} from '../../../shared/scripts/script.ts';
import { library, type Place, trapped, walk } from '../../builders/script-walk.ts';

/** Plain words of a debt, in both languages. */
const debtWords =
  /\b(?:ow(?:e|es|ed|ing)|debts?|debtors?(?!\.)|balances?|bills?|billing|invoices?|past due|overdue|arrears|delinquen\w*|collect(?:s|ing|ions?|ors?)?(?!or\.)|creditors?|pay(?:s|ing|ments?)?|paid|money|amounts?|settle\w*|installments?|accounts?|charges?|credit|lawsuits?|sue|deud\w*|deb(?:e|es|en|o|emos)|adeud\w*|cobr\w*|pag(?:o|os|ar|a|ue)|factur\w*|saldo|cuentas?|dinero|acreedor\w*|morosidad|venci\w*)\b/i;

const fieldNames = new Map(scriptFields.map(({ name, reveals }) => [name, reveals]));

function fieldsIn(text: string): readonly string[] {
  const inside = [...text.matchAll(/\{\{(.*?)\}\}|\{%(.*?)%\}/gs)].map(([, a, b]) => a ?? b ?? '').join(' ');
  const names = inside.replace(/'[^']*'|"[^"]*"/g, ' ').match(/[a-zA-Z]+\.[a-zA-Z]+/g) ?? [];
  return [...new Set(names)];
}

/** What the collector reads and says at a step; what never to say stands apart. */
function shown(step: ScriptStep): readonly string[] {
  return [
    step.title,
    step.say,
    ...step.prompts,
    ...step.ticks.map(({ text }) => text),
    ...step.answers.map(({ label }) => label),
  ];
}

const withoutFields = (text: string) => text.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, ' ');

type Trip = readonly [string, Script, ScriptAudience];
const trips: readonly Trip[] = shippedScripts.flatMap((script) =>
  script.audiences.map((audience) => [`${script.code} for ${audience}`, script, audience] as const),
);

const cardCodes = new Map(shippedCards.map((card) => [card.code, card]));

describe.each(trips)('%s', (_name, script, audience) => {
  const scriptFor = library(shippedScripts, audience, script.language);
  const { places, refused } = walk(script, scriptFor, shippedScripts);
  const all: readonly Place[] = [...places.values()];

  it('passes the check a script of the office has to pass, with nothing to say but that talk comes round', () => {
    const problems = checkScript(script, { scriptFor, cards: new Set(cardCodes.keys()) });
    expect(problems.filter(({ code }) => code !== 'loop')).toEqual([]);
    expect(problems.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  it('lets every answer be taken: each target exists and the order holds', () => {
    expect(refused).toEqual([]);
  });

  it('reaches an exit from everywhere', () => {
    expect(trapped({ places, refused })).toEqual([]);
  });

  it('tells nothing of a debt before the person is confirmed', () => {
    for (const { step, mayShowDebt } of all.filter((place) => !place.mayShowDebt)) {
      expect(mayShowDebt).toBe(false);
      for (const text of shown(step)) {
        expect(fieldsIn(text).filter((name) => fieldNames.get(name) === 'debt')).toEqual([]);
        expect(withoutFields(text)).not.toMatch(debtWords);
      }
    }
  });

  it('speaks of the matter only after what must be disclosed was ticked', () => {
    const early = all.filter(({ step, disclosed }) => step.stage === 'matter' && !disclosed);
    expect(early.map(({ step }) => step.id)).toEqual([]);
  });

  it('never comes back to the matter once somebody else was on the line', () => {
    const back = all.filter(({ strangerHeard, mayShowDebt }) => strangerHeard && mayShowDebt);
    expect(back.map(({ step }) => step.id)).toEqual([]);
  });

  it('says the office to somebody unconfirmed only where they asked', () => {
    if (audience === 'commercial') return;
    const named = all.filter(
      ({ step, mayShowDebt }) =>
        !mayShowDebt && fieldsIn(step.say).some((name) => fieldNames.get(name) === 'office'),
    );
    expect(named.every(({ step }) => ['office', 'company'].includes(step.id))).toBe(true);
  });

  it('records a confirmed person with a tick and a third party without the disposition of a conversation with the person', () => {
    for (const { exits, strangerHeard } of all.filter((place) => place.strangerHeard)) {
      expect(strangerHeard).toBe(true);
      for (const { outcome } of exits) {
        expect(['right_party', 'promise_to_pay', 'payment_taken', 'refused', 'disputed']).not.toContain(
          outcome,
        );
      }
    }
  });
});

describe.each(shippedScripts.map((script) => [script.code, script] as const))('%s', (_code, script) => {
  it('uses only fields there are, and asks before an optional one', () => {
    const optional = new Set(scriptFields.filter((field) => field.optional).map(({ name }) => name));
    for (const { say } of script.steps) {
      for (const name of fieldsIn(say)) expect(fieldNames.has(name), name).toBe(true);
      for (const [, name = ''] of say.matchAll(/\{\{\s*([a-zA-Z.]+)\s*\}\}/g)) {
        if (optional.has(name)) expect(say, name).toMatch(/\{% if /);
      }
    }
  });

  it('holds no step twice and none that cannot be reached', () => {
    const ids = script.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const seen = new Set<string>();
    const waiting = [script.start, ...(script.resume === null ? [] : [script.resume])];
    while (waiting.length > 0) {
      const id = waiting.pop() ?? '';
      if (seen.has(id)) continue;
      seen.add(id);
      for (const { to } of stepOf(script, id)?.answers ?? []) if ('step' in to) waiting.push(to.step);
    }
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('stays inside the limits of a script, with words on every button', () => {
    expect(script.steps.length).toBeLessThanOrEqual(scriptLimits.steps);
    expect(script.code).toMatch(/^[a-z]+(?:[.-][a-z]+)*$/);
    for (const step of script.steps) {
      expect(step.say.trim()).not.toBe('');
      expect(step.title.trim()).not.toBe('');
      expect(step.answers.length).toBeGreaterThan(0);
      expect(step.answers.length).toBeLessThanOrEqual(scriptLimits.answers);
      expect(step.ticks.length).toBeLessThanOrEqual(scriptLimits.ticks);
      expect(step.cards.length).toBeLessThanOrEqual(scriptLimits.cards);
      expect(new Set(step.answers.map(({ id }) => id)).size).toBe(step.answers.length);
      expect(new Set(step.answers.map(({ label }) => label)).size, step.id).toBe(step.answers.length);
      for (const { label } of step.answers) expect(label.length).toBeLessThanOrEqual(48);
      for (const text of [...shown(step), ...step.never]) {
        expect(text.length).toBeLessThanOrEqual(scriptLimits.text);
        expect(text.trim()).not.toBe('');
      }
    }
  });

  it('names only cards there are for its audience and language', () => {
    for (const { cards, id } of script.steps) {
      for (const code of cards) {
        const card = cardCodes.get(code);
        expect(card, `${id}: ${code}`).toBeDefined();
        expect(card?.language).toBe(script.language);
        for (const audience of script.audiences)
          expect(card?.audiences, `${id}: ${code}`).toContain(audience);
      }
    }
  });
});

describe('the library', () => {
  it('has a script for every audience and situation', () => {
    for (const audience of scriptAudiences) {
      const scriptFor = library(shippedScripts, audience, 'en');
      for (const situation of scriptSituations) {
        expect(scriptFor(situation), `${situation} for ${audience}`).not.toBeNull();
      }
    }
  });

  it('has the first call, voicemail and closing in Spanish for everybody, each to be looked at by a speaker', () => {
    for (const audience of scriptAudiences) {
      const spanish = library(shippedScripts, audience, 'es');
      const english = library(shippedScripts, audience, 'en');
      for (const situation of ['first_call', 'voicemail', 'third_party', 'closing'] as const) {
        const script = spanish(situation);
        expect(script?.review).toBe('A speaker of Spanish');
        const said = new Set(english(situation)?.steps.map(({ say }) => say));
        for (const step of script?.steps ?? [])
          expect(said.has(step.say), `${step.id} is English`).toBe(false);
      }
    }
  });

  it('says in Spanish, too, that it is an attempt to collect a debt', () => {
    for (const audience of ['third_party', 'law_office'] as const) {
      const step = library(
        shippedScripts,
        audience,
        'es',
      )('first_call')?.steps.find(({ id }) => id === 'disclose');
      expect(step?.say).toMatch(
        /intento de cobrar una deuda, y cualquier información que obtengamos se usará para ese fin/,
      );
      expect(step?.ticks.filter(({ required }) => required).map(({ id }) => id)).toContain('mini_miranda');
    }
  });

  it('has each code once, at a version', () => {
    const codes = shippedScripts.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(shippedVersion(code)).toBeGreaterThan(0);
  });
});

describe.each(shippedCards.map((card) => [card.code, card] as const))('card %s', (_code, card) => {
  it('can be read out, and leads only where there is a script', () => {
    expect(checkCard(card)).toEqual([]);
    expect(card.objection.length).toBeLessThanOrEqual(60);
    expect(card.answer.length).toBeLessThanOrEqual(500);
    expect(card.answer).not.toMatch(/\b(?:arrest you|garnish|final notice|or else)\b/i);
    for (const audience of card.audiences) {
      const { leadsTo } = card;
      if (leadsTo !== null) {
        expect(library(shippedScripts, audience, card.language)(leadsTo)?.resume ?? null).not.toBeNull();
      }
    }
  });
});

it('has about forty cards for people, and some for businesses, each once', () => {
  expect(cardCodes.size).toBe(shippedCards.length);
  for (const audience of scriptAudiences) {
    const count = shippedCards.filter((card) => card.audiences.includes(audience)).length;
    expect(count, audience).toBeGreaterThanOrEqual(audience === 'commercial' ? 15 : 40);
  }
});

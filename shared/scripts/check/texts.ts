/** The texts of a script: broken ones, fields that do not exist, and what may not be said or shown where a step stands. */
import { debtWordIn } from '../debt-words.ts';
import type { ScriptField } from '../fields.ts';
import { fieldsIn } from '../render.ts';
import { type Script, type ScriptStep, scriptLimits } from '../script.ts';
import { namesOfficeFreely } from '../tell.ts';
import type { OrderFindings } from './order.ts';
import { problem, type ScriptProblem } from './problem.ts';

const braces = /\{[{%]|[%}]\}/;

export function checkTexts(
  script: Script,
  order: OrderFindings,
  cards: ReadonlySet<string> | undefined,
): readonly ScriptProblem[] {
  const freely = namesOfficeFreely(script);
  return script.steps.flatMap((step) => [
    ...checkLimits(step),
    ...checkSay(step, order, freely),
    ...checkWords(step, order),
    ...checkPlain(step),
    ...(cards === undefined ? [] : checkCards(step, cards)),
  ]);
}

/** Nothing of the debt here, whoever is on the line. */
function tellsNobody(step: ScriptStep, order: OrderFindings): boolean {
  return step.stage === 'location' || step.stage === 'voicemail' || order.unconfirmed.has(step.id);
}

function checkSay(step: ScriptStep, order: OrderFindings, freely: boolean): readonly ScriptProblem[] {
  const title = `“${step.title}”`;
  if (step.say.trim() === '' && step.stage !== 'voicemail') {
    return [problem('nothing_to_say', step.id, `${title} says nothing.`)];
  }
  const named = fieldsIn(step.say);
  if (!named.ok) {
    const { code, params } = named.error;
    return [
      code === 'script.unknown_field'
        ? problem(
            'unknown_field',
            step.id,
            `${title} asks for “${params.field}”, and there is no such field.`,
          )
        : problem('broken_text', step.id, `${title} cannot be read: ${params.reason}.`),
    ];
  }
  const found: ScriptProblem[] = [];
  const labels = (fields: readonly ScriptField[]) => fields.map(({ label }) => label).join(', ');
  const debt = named.value.filter(({ reveals }) => reveals === 'debt');
  if (debt.length > 0 && tellsNobody(step, order)) {
    found.push(
      problem(
        'debt_field_early',
        step.id,
        `${title} would tell of the debt (${labels(debt)}) ${placeWords(step)}. Take it out, or say it after the right-party check.`,
      ),
    );
  }
  const office = named.value.filter(({ reveals }) => reveals === 'office');
  if (office.length > 0 && !freely && step.stage !== 'voicemail' && order.unasked.has(step.id)) {
    found.push(
      problem(
        'office_early',
        step.id,
        `${title} gives the office’s name or address to somebody not confirmed and not asking (${labels(office)}). Say it in a step that is reached by an answer such as “Asks who is calling”.`,
      ),
    );
  }
  return found;
}

function placeWords(step: ScriptStep): string {
  if (step.stage === 'voicemail') return 'on a voicemail, which anybody may hear';
  if (step.stage === 'location') return 'in a location call, which is with somebody else';
  return 'before it is confirmed who is there';
}

function checkWords(step: ScriptStep, order: OrderFindings): readonly ScriptProblem[] {
  if (!tellsNobody(step, order)) return [];
  const found: ScriptProblem[] = [];
  const said = [step.say, ...step.ticks.map(({ text }) => text)];
  const word = said.map(debtWordIn).find((one) => one !== null);
  if (word) {
    found.push(
      problem(
        'debt_word_early',
        step.id,
        `“${step.title}” says “${word}” ${placeWords(step)}. Say it another way.`,
      ),
    );
  }
  const shown = [step.title, ...step.answers.map(({ label }) => label)];
  const shownWord = shown.map(debtWordIn).find((one) => one !== null);
  if (shownWord) {
    found.push(
      problem(
        'debt_word_shown',
        step.id,
        `“${step.title}” shows the word “${shownWord}” in its title or an answer ${placeWords(step)}; it could be read out.`,
      ),
    );
  }
  return found;
}

function checkPlain(step: ScriptStep): readonly ScriptProblem[] {
  const plain = [
    step.title,
    ...step.never,
    ...step.prompts,
    ...step.ticks.map(({ text }) => text),
    ...step.answers.map(({ label }) => label),
  ];
  return plain.some((text) => braces.test(text))
    ? [
        problem(
          'braces',
          step.id,
          `“${step.title}” has braces outside its text to say. Fields are filled in only there.`,
        ),
      ]
    : [];
}

function checkLimits(step: ScriptStep): readonly ScriptProblem[] {
  const found: ScriptProblem[] = [];
  const over = (count: number, most: number, what: string) => {
    if (count > most) {
      found.push(
        problem('limit', step.id, `“${step.title}” has ${count} ${what}; at most ${most} are possible.`),
      );
    }
  };
  over(step.say.length, scriptLimits.text, 'characters to say');
  over(step.answers.length, scriptLimits.answers, 'answers');
  over(step.ticks.length, scriptLimits.ticks, 'ticks');
  over(step.cards.length, scriptLimits.cards, 'cards');
  return found;
}

function checkCards(step: ScriptStep, cards: ReadonlySet<string>): readonly ScriptProblem[] {
  return step.cards
    .filter((code) => !cards.has(code))
    .map((code) =>
      problem(
        'unknown_card',
        step.id,
        `“${step.title}” names the objection card “${code}”, and there is none.`,
      ),
    );
}

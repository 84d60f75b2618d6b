/** The facts an invented person is spoken with: the example of each field, and what is their own. */
import { type ScriptFacts, scriptFields } from '../fields.ts';
import type { ScriptAudience } from '../script.ts';
import type { Scenario } from './scenario.ts';

const office: Readonly<Record<ScriptAudience, ScriptFacts>> = {
  third_party: { 'office.name': 'Harbor Lane Services' },
  medical: {
    'office.name': 'Tidewater Dental',
    'creditor.original': 'Tidewater Dental',
    'creditor.current': 'Tidewater Dental',
    'validation.endsOn': null,
  },
  law_office: { 'office.name': 'Quill and Marsh, Attorneys' },
  commercial: { 'office.name': 'Harbor Lane Services' },
};

export function practiceFacts(scenario: Scenario, audience: ScriptAudience): ScriptFacts {
  const examples = Object.fromEntries(scriptFields.map(({ name, example }) => [name, example]));
  return { ...examples, ...office[audience], ...scenario.facts };
}

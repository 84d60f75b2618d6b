/**
 * Whether somebody who collects for others has what the debtor’s state asks for. The office records a licence, or why none
 * is needed; what nobody has recorded is not taken for either.
 */
import { spellDay } from '../../../domain/days.ts';
import { type Confidence, type ContactParty, collectorRoles, type StateCode } from '../../../domain/law.ts';
import type { CaseView } from '../../case-view.ts';
import type { LicenceFacts } from '../../facts.ts';
import { type ContactRule, contactRule, type Finding, type Objection, pass } from '../../rule.ts';
import { livesInLicensingCity } from '../../states/licensing-cities.ts';
import type { StateLaw, StateLaws, StateLicence } from '../../states/state-laws.ts';
import type { FactUsed } from '../../verdict.ts';

export const licenceRuleId = 'state.licence';

/** Contact with them collects from nobody. */
const others: readonly ContactParty[] = ['creditor', 'bureau', 'trustee'];

/** What each state asks for. */
type Needs = Readonly<
  Partial<Record<StateCode, { readonly name: string; readonly licence: StateLicence | null }>>
>;

const sureness: Readonly<Record<Confidence, string>> = {
  text: 'read in the law itself',
  secondary: 'read in a secondary source',
  known: 'well established, not read anew',
  unverified: 'not verified',
};

function needWords({ words, source }: StateLicence): string {
  return source === null ? words : `${words} (${source.cite}; ${sureness[source.confidence]}).`;
}

function licenceFact(state: StateCode, name: string, licence: LicenceFacts | undefined): FactUsed {
  const value =
    licence === undefined
      ? 'Nothing recorded'
      : `${licence.number === '' ? licence.basis : licence.number}${
          licence.renewsOn === null ? '' : `, holds through ${spellDay(licence.renewsOn)}`
        }`;
  return { name: `License for ${name}`, value, source: '', ref: { kind: 'licence', state } };
}

function isRelease({ kind }: LicenceFacts): boolean {
  return kind === 'exempt' || kind === 'not_needed';
}

/** The objection of one state; `null` when nothing is missing there. */
function missingIn(
  state: StateCode,
  { name, licence: need }: Pick<StateLaw, 'name' | 'licence'>,
  view: CaseView,
  at: number,
): Objection | null {
  const held = view.facts.office.licences.find((licence) => licence.state === state);
  const facts = () => [licenceFact(state, name, held)];
  if (held !== undefined && held.renewsOn !== null && held.renewsOn < view.officeDay(at)) {
    const { renewsOn } = held;
    return {
      result: 'block',
      text: () =>
        `What is recorded for ${name} held through ${spellDay(renewsOn)}. Record the renewal before contacting debtors there.`,
      facts,
      clears: { waitsFor: `the license for ${name} to be renewed` },
    };
  }
  if (held !== undefined) {
    if (!isRelease(held) || held.basis.trim() !== '') return null;
  } else if (need?.need === 'none_known') return null;
  if (need?.need === 'city') {
    const city = livesInLicensingCity(state, view);
    if (city === 'no') return null;
  }
  return {
    result: 'undetermined',
    text: () =>
      `Record the license for ${name}, or why none is needed. ${
        need === null ? 'Nothing is known of what the state asks for.' : needWords(need)
      }`,
    facts,
    clears: { waitsFor: `a license for ${name}, or why none is needed, to be recorded` },
  };
}

function passIn(needs: Needs, view: CaseView): Finding {
  return {
    result: 'pass',
    text: () =>
      view.states
        .flatMap((state) => {
          const law = needs[state];
          if (law?.licence?.need !== 'none_known') return [];
          if (view.facts.office.licences.some((licence) => licence.state === state)) return [];
          return [`${law.name}: ${law.licence.words}`];
        })
        .join(' '),
    facts: () =>
      view.states.map((state) =>
        licenceFact(
          state,
          needs[state]?.name ?? state,
          view.facts.office.licences.find((licence) => licence.state === state),
        ),
      ),
  };
}

/** Needs come from the table of states, which a rule pack can replace. */
export function licenceRuleOf(states: StateLaws): ContactRule {
  return contactRule<Needs>({
    id: licenceRuleId,
    code: 'LICENCE_MISSING',
    step: 'state',
    title: 'The office is licensed, registered or bonded where the debtor lives',
    subject: 'licences',
    jurisdiction: 'states',
    force: 'prohibition',
    source: {
      cite: 'The licensing law of each state, named with its entry',
      readOn: '2025-06',
      confidence: 'known',
      note: 'How sure each state’s entry is stands with it.',
    },
    scope: {
      roles: collectorRoles,
      debts: 'any',
      states: 'all',
      channels: 'all',
      directions: 'out',
    },
    values: [{ from: '0001-01-01', until: null, value: states }],
    timed: true,
    check({ facts, at, value, view }) {
      if (others.includes(facts.act.to)) return pass;
      let first: Objection | null = null;
      for (const state of view.states) {
        const law = value[state];
        const missing = missingIn(state, law ?? { name: state, licence: null }, view, at);
        if (missing === null) continue;
        if (missing.result === 'block') return missing;
        first ??= missing;
      }
      if (first !== null) return first;
      return view.states.length === 0 ? pass : passIn(value, view);
    },
  });
}

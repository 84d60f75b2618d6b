/** What the law must know of the debt and the person: what is known with its source, and what is not, to be added in one press. */
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { DebtFactName, PersonFactName } from '../../../../shared/domain/law.ts';
import { stateListWords } from '../../../../shared/text/law-words.ts';
import { zoneWords } from '../../../../shared/text/moment-words.ts';
import { factTitle, factValueWords, type KnownName } from './fact-words.ts';
import { LawClocks } from './law-clocks.tsx';
import type { LawForm } from './law-form.ts';

export type LegalFactsProps = {
  readonly law: OutputOf<'law.account'>;
  readonly medical: boolean;
  readonly today: Day;
  onForm(form: LawForm): void;
};

const person: readonly PersonFactName[] = ['residence_state', 'zone'];
const morePerson: readonly PersonFactName[] = [
  'new_york_city',
  'full_name',
  'born_on',
  'language',
  'military',
];
const debt: readonly DebtFactName[] = [
  'purpose',
  'form',
  'governing_state',
  'defaulted_on',
  'last_statement_on',
  'charged_off_on',
  'delinquent_on',
];
const moreDebt: readonly DebtFactName[] = [
  'governing_basis',
  'contract_state',
  'last_charge_on',
  'transaction_on',
  'itemization_kind',
  'itemization_on',
  'itemized_cents',
  'itemization_creditor',
  'itemization_number',
  'current_creditor',
  'consumer_financial',
  'debt_buyer',
  'charged_off',
  'litigation',
  'tolling_known',
  'time_barred_text',
  'student_loan_group',
  'locality',
];
const medicalFacts: readonly DebtFactName[] = [
  'medical_service',
  'hospital_501r',
  'first_bill_on',
  'good_faith_over_cents',
];

export function LegalFacts({ law, medical, today, onForm }: LegalFactsProps) {
  const line = (known: KnownName) => (
    <FactLine key={`${known.of}.${known.name}`} known={known} law={law} onForm={onForm} />
  );
  const debtLine = (name: DebtFactName) => line({ of: 'debt', name });
  const personLine = (name: PersonFactName) => line({ of: 'person', name });
  return (
    <section className="account-group" aria-label="Legal facts">
      <h2 className="account-group-title">Legal facts</h2>
      <LawClocks clocks={law.clocks} today={today} onForm={onForm} />
      <dl className="account-dl account-law-facts">
        {debt.map(debtLine)}
        {medical ? medicalFacts.map(debtLine) : null}
        {person.map(personLine)}
      </dl>
      <p className="account-reach-detail">
        {law.consumerDebt ? 'Held to consumer law.' : 'Held as a business debt.'}{' '}
        {law.states.length === 0 ? 'No state is known.' : `Law of ${stateListWords(law.states)}.`} Clocks:{' '}
        {law.zones.length > 4 ? 'every zone of the United States' : law.zones.map(zoneWords).join(', ')}.
      </p>
      <details>
        <summary>Everything else the rules may ask</summary>
        <dl className="account-dl account-law-facts">
          {moreDebt.map(debtLine)}
          {medical ? null : medicalFacts.map(debtLine)}
          {morePerson.map(personLine)}
        </dl>
        {law.places.length === 0 ? null : (
          <>
            <h3 className="law-group-title">What says where they are</h3>
            <ul className="law-places">
              {law.places.map((place) => (
                <li key={`${place.clue} ${place.zones.join()}`}>
                  {place.clue}:{' '}
                  {place.zones.length > 4 ? 'any zone' : place.zones.map(zoneWords).join(' or ')}
                  {place.source === '' ? '' : ` (${place.source})`}
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </section>
  );
}

type FactLineProps = {
  readonly known: KnownName;
  readonly law: OutputOf<'law.account'>;
  onForm(form: LawForm): void;
};

function FactLine({ known, law, onForm }: FactLineProps) {
  const fact = known.of === 'debt' ? law.debtFacts[known.name] : law.personFacts[known.name];
  const title = factTitle(known);
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {fact === undefined ? (
          <>
            <span className="law-unknown">Not known</span>{' '}
            <button
              type="button"
              className="account-link"
              aria-label={`Add: ${title}`}
              onClick={() => onForm({ form: 'fact', known })}
            >
              Add…
            </button>
          </>
        ) : (
          <button
            type="button"
            className="law-fact-value"
            title={fact.source === '' ? 'No source stated' : `From ${fact.source}`}
            aria-label={`Change: ${title}, ${factValueWords(known, fact.value)}`}
            onClick={() => onForm({ form: 'fact', known })}
          >
            {factValueWords(known, fact.value)}
          </button>
        )}
      </dd>
    </div>
  );
}

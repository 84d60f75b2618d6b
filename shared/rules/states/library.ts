/** The table of states as the library shows it: one entry for each thing that is known. */
import { collectorRoles, type StateCode, stateCodes } from '../../domain/law.ts';
import type { LibraryEntry } from '../library.ts';
import type { PeriodForm, StateLaw, StateLaws } from './state-laws.ts';

const formNames: Readonly<Record<PeriodForm, string>> = {
  written: 'written contracts',
  oral: 'oral contracts',
  open_account: 'open accounts',
  promissory_note: 'promissory notes',
  credit_card: 'credit cards',
  medical: 'medical debt',
  medical_facility: 'debts to medical facilities',
  services_rendered: 'services rendered',
  sealed: 'contracts under seal',
  sale_of_goods: 'sales of goods',
  judgment: 'judgments',
};

type Facts = Pick<LibraryEntry, 'title' | 'subject' | 'source' | 'text'> & {
  readonly part: string;
  readonly words?: string;
  readonly force?: LibraryEntry['force'];
  readonly roles?: LibraryEntry['roles'];
};

function periodsOf({ name, periods }: StateLaw): Facts[] {
  return Object.entries(periods).map(([form, { years, source }]) => {
    const count = `${years} ${years === 1 ? 'year' : 'years'}`;
    const what = formNames[form as PeriodForm];
    return {
      part: `period.${form}`,
      title: `${name}: ${count} to sue on ${what}`,
      subject: 'limitation',
      source,
      text: `In ${name} a suit on ${what} has to be brought within ${count}.`,
      words: count,
    };
  });
}

function payWords(revives: boolean | null, restarts: boolean | null): string {
  const before =
    restarts === null ? [] : [`A payment before expiry ${restarts ? 'starts' : 'does not start'} it anew.`];
  const after =
    revives === null
      ? []
      : [`A payment after expiry ${revives ? 'revives the debt' : 'does not revive the debt'}.`];
  return [...before, ...after].join(' ');
}

function othersOf(law: StateLaw): Facts[] {
  const { name, expiry, timeBarredNotice, licence, judgmentInterest, medical, bindsCreditors } = law;
  const facts: Facts[] = [];
  if (expiry !== null) {
    facts.push({
      part: 'expiry',
      title: `${name}: what follows when the period to sue has ended`,
      subject: 'limitation',
      source: expiry.source,
      text: [
        expiry.debtBuyersOnly ? 'For debts that a debt buyer owns.' : '',
        expiry.rule,
        expiry.extinguishes ? 'The debt itself ends with the period.' : '',
        payWords(expiry.revives, expiry.paymentRestarts),
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    });
  }
  if (timeBarredNotice !== null) {
    facts.push({
      part: 'time-barred-notice',
      title: `${name}: a notice for debts too old to sue on`,
      subject: 'limitation',
      source: timeBarredNotice.source,
      text: `${name} wants a letter about a debt that is too old to sue on to say so, in words of its own.`,
    });
  }
  if (licence !== null) {
    facts.push({
      part: 'licence',
      title: `${name}: license to collect for others`,
      subject: 'licences',
      source: licence.source,
      text: licence.words,
      force: licence.need === 'none_known' ? 'caution' : 'prohibition',
      roles: collectorRoles,
    });
  }
  if (judgmentInterest !== null) {
    facts.push({
      part: 'judgment-interest',
      title: `${name}: interest on judgments`,
      subject: 'interest on judgments',
      source: judgmentInterest.source,
      text: judgmentInterest.words,
    });
  }
  if (medical !== null) {
    facts.push({
      part: 'medical',
      title: `${name}: medical debt`,
      subject: 'medical debt',
      source: medical.source,
      text: medical.words,
    });
  }
  if (bindsCreditors !== null) {
    facts.push({
      part: 'binds-creditors',
      title: `${name}: its collection law binds creditors too`,
      subject: 'who is bound',
      source: bindsCreditors,
      text: `The collection law of ${name} binds creditors who collect their own debts, in whole or in part.`,
    });
  }
  return facts;
}

function entryOf(state: StateCode, facts: Facts): LibraryEntry {
  const { part, title, subject, source, text, words = text, force = 'caution', roles } = facts;
  return {
    id: `state.${state.toLowerCase()}.${part}`,
    title,
    subject,
    jurisdiction: state,
    source,
    force,
    text,
    values: [{ from: '0001-01-01', until: null, words }],
    ...(roles === undefined ? {} : { roles }),
  };
}

export function stateEntries(states: StateLaws): LibraryEntry[] {
  return stateCodes.flatMap((state) =>
    [...periodsOf(states[state]), ...othersOf(states[state])].map((facts) => entryOf(state, facts)),
  );
}

/**
 * The rule library: every rule a contact is held against and every dated fact of the law, each with its source, and whether
 * it applies to the office.
 */
import {
  collectorRoles,
  type HousePolicy,
  type Jurisdiction,
  type OfficeRole,
  type RuleForce,
  type Source,
} from '../domain/law.ts';
import { licenceRuleId } from './contact/who/licence.ts';
import type { OfficeFacts } from './facts.ts';
import type { LawBook } from './law-book.ts';
import type { ContactRule, RuleScope, RuleSubject } from './rule.ts';
import { stateEntries } from './states/library.ts';
import { stateNames } from './time/state-names.ts';
import { valueWords } from './value-words.ts';

export type LibraryEntry = {
  readonly id: string;
  readonly title: string;
  readonly subject: RuleSubject;
  readonly jurisdiction: Jurisdiction;
  /** `null` where nothing is known that says so. */
  readonly source: Source | null;
  readonly force: RuleForce;
  /** What it says in one or two plain sentences. */
  readonly text: string;
  /** What it said and says, by day, in words. */
  readonly values: readonly {
    readonly from: string;
    readonly until: string | null;
    readonly words: string;
  }[];
  /** Whom it binds; everyone when left out. */
  readonly roles?: RuleScope['roles'];
};

const channelWords: Readonly<Record<string, string>> = {
  call: 'calls',
  voicemail: 'voicemails',
  email: 'emails',
  text: 'texts',
  letter: 'letters',
  visit: 'visits',
  social: 'private messages',
  other: 'other contacts',
};

const roleNames: Readonly<Record<OfficeRole, string>> = {
  third_party_collector: 'who collects for others',
  first_party_creditor: 'a creditor who collects its own debts in its own name',
  creditor_other_name: 'a creditor who collects under another name',
  law_office: 'a law office that collects for clients',
  medical_provider: 'a medical provider who bills its own patients',
};

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function boundWords(roles: RuleScope['roles']): string {
  if (roles === 'anyone') return 'It binds everyone who collects.';
  if (roles === 'collectors')
    return 'It binds debt collectors, and offices that keep to it of their own will.';
  return `It binds ${joined(roles.map((role) => roleNames[role]))}.`;
}

function aboutWords({ channels, debts, directions }: RuleScope): string {
  const what =
    channels === 'all'
      ? 'every kind of contact'
      : joined(channels.map((channel) => channelWords[channel] ?? channel));
  const begun = directions === 'out' ? ' that the office begins' : '';
  return `It is about ${what}${begun}, for ${debts === 'consumer' ? 'consumer debts' : 'debts of any kind'}.`;
}

function ruleEntry(rule: ContactRule): LibraryEntry {
  return {
    id: rule.id,
    title: rule.title,
    subject: rule.subject,
    jurisdiction: rule.jurisdiction,
    source: rule.source,
    force: rule.force,
    text: `${rule.title}. ${boundWords(rule.scope.roles)} ${aboutWords(rule.scope)}`,
    values: rule.values.map(({ from, until, value, note }) => ({
      from,
      until,
      words:
        rule.id === licenceRuleId
          ? 'What each state asks for stands with the state.'
          : [valueWords(value), note ?? ''].filter((part) => part !== '').join(' '),
    })),
    roles: rule.scope.roles,
  };
}

/** Every rule of contact, every entry of the table of states, and what else is handed in (clocks, notices, keeping). */
export function libraryOf(law: LawBook, others: readonly LibraryEntry[] = []): LibraryEntry[] {
  return [...law.contactRules.map(ruleEntry), ...others, ...stateEntries(law.states)];
}

export type Applies = {
  readonly applies: boolean;
  readonly as: 'law' | 'house' | null;
  /** In a plain sentence or two. */
  readonly why: string;
};

/** House rules that rest until the office lays something down. */
const houseSwitches: Readonly<Record<string, (house: HousePolicy) => boolean>> = {
  'house.calls-in-seven-days': ({ callsInSevenDays }) => callsInSevenDays !== null,
  'house.contacts-in-seven-days': ({ contactsInSevenDays }) => contactsInSevenDays !== null,
  'house.hours': ({ earliest, latest }) => earliest !== null || latest !== null,
  'house.days-off': ({ daysOff, holidaysOff }) => daysOff.length > 0 || holidaysOff,
};

/** Whether an entry binds this office: as law, as its own policy, or not; and why. */
export function appliesTo(entry: LibraryEntry, office: Pick<OfficeFacts, 'role' | 'house'>): Applies {
  if (entry.jurisdiction === 'house') {
    const isOn = Object.hasOwn(houseSwitches, entry.id) ? houseSwitches[entry.id] : undefined;
    if (isOn !== undefined && !isOn(office.house))
      return { applies: false, as: null, why: 'The office has laid nothing down about it.' };
    return { applies: true, as: 'house', why: 'It is the office’s own policy.' };
  }
  const { role } = office;
  const roles = entry.roles ?? 'anyone';
  const where = placeWords(entry.jurisdiction);
  if (role === null) {
    return {
      applies: true,
      as: 'law',
      why: 'The office has not said yet whom it collects for, so it is held to every rule.',
    };
  }
  if (roles === 'anyone') return { applies: true, as: 'law', why: `It binds everyone who collects${where}.` };
  if (roles === 'collectors') {
    if (collectorRoles.includes(role)) {
      return {
        applies: true,
        as: 'law',
        why: `The law counts ${roleNames[role]} among debt collectors${where}.`,
      };
    }
    return office.house.keepsRegulationF
      ? {
          applies: true,
          as: 'house',
          why: 'The law does not ask it of this office, which has chosen to keep to Regulation F.',
        }
      : {
          applies: false,
          as: null,
          why: `It binds debt collectors, and ${roleNames[role]} is none. The office may choose to keep to it.`,
        };
  }
  return roles.includes(role)
    ? { applies: true, as: 'law', why: `It binds ${roleNames[role]}${where}.` }
    : { applies: false, as: null, why: `It does not bind ${roleNames[role]}.` };
}

function placeWords(jurisdiction: Jurisdiction): string {
  if (jurisdiction === 'US' || jurisdiction === 'house') return '';
  return jurisdiction === 'NYC'
    ? ', where the debtor lives in New York City'
    : `, where the debtor lives in ${stateNames[jurisdiction] ?? jurisdiction}`;
}

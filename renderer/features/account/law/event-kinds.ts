/**
 * What the office can record of a person’s rights and of what befell them: in groups, with what each does, what ends it and
 * which particulars its rule looks at. The form asks for nothing else.
 */
import type { ConsentKind, LegalEventKind } from '../../../../shared/domain/law.ts';
import { personEvents } from '../../../../shared/domain/law.ts';

/** A particular of an event; `reaches` is the channel, number or address it is about. */
export type EventField =
  | 'reaches'
  | 'channel'
  | 'phoneId'
  | 'emailId'
  | 'place'
  | 'consent'
  | 'direct'
  | 'written'
  | 'disputedAmount'
  | 'duplicative'
  | 'name'
  | 'firm'
  | 'address'
  | 'phone'
  | 'reach'
  | 'chapter'
  | 'caseNumber'
  | 'court'
  | 'codebtor'
  | 'secured'
  | 'days'
  | 'hours'
  | 'untilOn'
  | 'diedOn'
  | 'report'
  | 'blocked605b'
  | 'from'
  | 'to'
  | 'sentOn'
  | 'optOutBy'
  | 'endsOn'
  | 'how'
  | 'electronic'
  | 'complete'
  | 'reassigned'
  | 'route'
  | 'form';

export const eventGroups = [
  'stop',
  'attorney',
  'bankruptcy',
  'dispute',
  'wishes',
  'consent',
  'person',
  'reach',
  'validation',
  'medical',
  'reporting',
  'keeping',
] as const;
export type EventGroup = (typeof eventGroups)[number];

export const eventGroupWords: Readonly<Record<EventGroup, string>> = {
  stop: 'Stop contact',
  attorney: 'Attorney',
  bankruptcy: 'Bankruptcy and courts',
  dispute: 'Disputes and requests',
  wishes: 'Wishes of time and place',
  consent: 'Consents',
  person: 'The person',
  reach: 'Numbers and addresses',
  validation: 'Validation and notices',
  medical: 'Medical bills',
  reporting: 'Credit reporting',
  keeping: 'The debt and its records',
};

export type EventForm = {
  readonly group: EventGroup;
  readonly fields: readonly EventField[];
  /** What it does from its day on. */
  readonly does: string;
  /** What ends it; empty for what happened once and is done. */
  readonly ends: string;
  /** Other words somebody may look for it by. */
  readonly also?: string;
};

const untilTakenBack = 'Until the debtor takes it back.';

export const eventForms: Readonly<Record<LegalEventKind, EventForm>> = {
  cease_written: {
    group: 'stop',
    fields: [],
    does: 'No more contact, except one notice that efforts end or that a named remedy may be used.',
    ends: untilTakenBack,
    also: 'cease and desist letter do not contact',
  },
  cease_oral: {
    group: 'stop',
    fields: ['channel'],
    does: 'The wish is kept. Where the office or a state honors it like a written one, contact stops.',
    ends: untilTakenBack,
    also: 'cease verbal phone do not call',
  },
  refusal_written: {
    group: 'stop',
    fields: [],
    does: 'Works like a written request to stop contact.',
    ends: untilTakenBack,
  },
  opt_out: {
    group: 'stop',
    fields: ['reaches'],
    does: 'No contact through what they opted out of.',
    ends: untilTakenBack,
    also: 'unsubscribe stop text email call',
  },
  attorney: {
    group: 'attorney',
    fields: ['reach', 'name', 'firm', 'address', 'phone', 'written'],
    does: 'Contact goes to the attorney, not to the debtor.',
    ends: 'When the attorney no longer acts, does not answer in a reasonable time, or consents to direct contact.',
    also: 'lawyer counsel represented',
  },
  bankruptcy: {
    group: 'bankruptcy',
    fields: ['chapter', 'caseNumber', 'court', 'codebtor', 'secured'],
    does: 'The automatic stay: no act to collect.',
    ends: 'When the case is dismissed or closed or the court lifts the stay.',
    also: 'stay chapter 7 13 filed petition',
  },
  discharge: {
    group: 'bankruptcy',
    fields: ['caseNumber', 'court', 'secured'],
    does: 'The debt is no longer the debtor’s to pay; collecting it is forbidden for good.',
    ends: 'Only when it turns out that this debt was not discharged.',
  },
  court_permission: {
    group: 'bankruptcy',
    fields: ['court', 'caseNumber', 'how', 'untilOn'],
    does: 'Allows what the court named and nothing more.',
    ends: 'On the day the order names.',
  },
  dispute: {
    group: 'dispute',
    fields: ['written', 'disputedAmount', 'duplicative'],
    does: 'A written one within the validation period stops collecting until verification is sent; any dispute is noted in reports.',
    ends: 'When verification has been sent, or the debtor withdraws it.',
    also: 'not mine wrong amount contest',
  },
  original_creditor_request: {
    group: 'dispute',
    fields: ['written'],
    does: 'Collecting stops until the name and address of the original creditor are sent.',
    ends: 'When the answer has been sent.',
  },
  answer_wanted: {
    group: 'dispute',
    fields: ['channel', 'untilOn'],
    does: 'One answer is allowed where contact would otherwise have to stop.',
    ends: 'With the answer.',
  },
  identity_theft: {
    group: 'dispute',
    fields: ['report', 'blocked605b'],
    does: 'The claim is looked into; a blocked debt is neither sold nor reported.',
    ends: 'When the claim is withdrawn or found wrong.',
    also: 'fraud not my debt',
  },
  inconvenient_time: {
    group: 'wishes',
    fields: ['days', 'hours', 'channel', 'untilOn'],
    does: 'No contact at these times.',
    ends: untilTakenBack,
  },
  only_time: {
    group: 'wishes',
    fields: ['days', 'hours', 'channel', 'untilOn'],
    does: 'Contact only at these times.',
    ends: untilTakenBack,
  },
  inconvenient_place: {
    group: 'wishes',
    fields: ['place', 'phoneId'],
    does: 'No contact at this place or on its number.',
    ends: untilTakenBack,
  },
  employer_prohibits: {
    group: 'wishes',
    fields: ['written', 'phoneId'],
    does: 'No contact at work.',
    ends: 'When the employer allows it.',
  },
  consent: {
    group: 'consent',
    fields: ['consent', 'direct', 'written', 'phoneId', 'emailId', 'name', 'untilOn'],
    does: 'Allows what they agreed to, from its day on.',
    ends: 'With its day, or when it is revoked: end it and say how the revocation came.',
    also: 'agreed permission opt in tcpa',
  },
  deceased: {
    group: 'person',
    fields: ['diedOn'],
    does: 'Contact only with the spouse, the executor or administrator, or to find them.',
    ends: 'Only if it was a mistake.',
    also: 'death died estate',
  },
  servicemember: {
    group: 'person',
    fields: ['from', 'to'],
    does: 'The protections of the Servicemembers Civil Relief Act apply.',
    ends: 'With the end of service and the time the Act adds.',
    also: 'military scra deployed',
  },
  creditor_email_notice: {
    group: 'reach',
    fields: ['emailId', 'sentOn', 'optOutBy', 'complete'],
    does: 'Clears an e-mail address the creditor used, after the day to opt out.',
    ends: 'When the debtor opts out.',
  },
  prior_collector_email: {
    group: 'reach',
    fields: ['emailId', 'name'],
    does: 'Clears an address an earlier collector used without an opt-out.',
    ends: 'When the debtor opts out.',
  },
  reassigned_check: {
    group: 'reach',
    fields: ['phoneId', 'reassigned'],
    does: 'Texts to this number are cleared for 60 days where it was not reassigned.',
    ends: '',
    also: 'reassigned numbers database',
  },
  third_party_disclosure: {
    group: 'reach',
    fields: ['phoneId', 'emailId'],
    does: 'This number or address is no longer used where somebody else reads it.',
    ends: 'When the debtor says it is theirs alone.',
  },
  employer_provided: {
    group: 'reach',
    fields: ['phoneId', 'emailId'],
    does: 'Not used without prior consent to contact there.',
    ends: 'When it turns out to be the debtor’s own.',
  },
  validation_notice: {
    group: 'validation',
    fields: ['sentOn', 'how', 'endsOn'],
    does: 'Starts the validation period.',
    ends: 'By itself, at the end of the period.',
    also: 'debt letter model form',
  },
  notice_returned: {
    group: 'validation',
    fields: [],
    does: 'The notice does not count as provided; it is to be sent anew.',
    ends: '',
    also: 'undeliverable mail bounced',
  },
  verification_sent: {
    group: 'validation',
    fields: ['how', 'electronic'],
    does: 'Collecting may go on after a dispute.',
    ends: '',
  },
  documentation_notice: {
    group: 'validation',
    fields: ['sentOn'],
    does: 'What some states ask for before anything electronic or a suit.',
    ends: '',
  },
  first_statement: {
    group: 'medical',
    fields: ['sentOn'],
    does: 'Waiting periods for medical bills count from it.',
    ends: '',
  },
  assistance_application: {
    group: 'medical',
    fields: ['complete'],
    does: 'Extraordinary collection waits until it is decided.',
    ends: 'When it has been decided.',
    also: 'charity care financial aid 501r',
  },
  eca_notice: {
    group: 'medical',
    fields: ['sentOn', 'endsOn'],
    does: 'Extraordinary collection waits at least 30 days from it.',
    ends: '',
    also: '501r extraordinary collection action',
  },
  no_surprises_dispute: {
    group: 'medical',
    fields: [],
    does: 'The bill is not moved to or kept in collection while it runs.',
    ends: 'When it has been decided.',
  },
  insurance_appeal: {
    group: 'medical',
    fields: ['untilOn'],
    does: 'Collecting waits where the state says so.',
    ends: 'When the insurer or the state has decided.',
  },
  statement_request: {
    group: 'medical',
    fields: ['written'],
    does: 'Collecting waits where the state says so, until the statement is given.',
    ends: 'When the statement has been given.',
    also: 'itemised bill',
  },
  medical_notice: {
    group: 'medical',
    fields: ['sentOn', 'how'],
    does: 'The notice some states ask for before a medical bill is collected.',
    ends: '',
  },
  furnish_notice: {
    group: 'reporting',
    fields: ['route'],
    does: 'Reporting may begin after the wait the rules set.',
    ends: '',
    also: 'passive collection 14 days',
  },
  furnished: {
    group: 'reporting',
    fields: ['name'],
    does: 'Disputes and corrections must now reach the bureau.',
    ends: 'When it has been deleted there.',
  },
  direct_dispute: {
    group: 'reporting',
    fields: ['name'],
    does: 'Must be looked into and answered; the report carries the dispute.',
    ends: 'When it has been answered.',
  },
  bureau_dispute: {
    group: 'reporting',
    fields: ['name'],
    does: 'Must be looked into and answered to the bureau; the report carries the dispute.',
    ends: 'When it has been answered.',
  },
  litigation_hold: {
    group: 'keeping',
    fields: ['caseNumber'],
    does: 'Nothing of this account is disposed of.',
    ends: 'When counsel lifts it.',
  },
  debt_sold: {
    group: 'keeping',
    fields: ['name'],
    does: 'The debt is no longer this office’s to collect.',
    ends: 'When it comes back.',
  },
  debt_recalled: {
    group: 'keeping',
    fields: ['name'],
    does: 'The client took the debt back; collecting ends.',
    ends: 'When it is placed again.',
  },
  time_acknowledged: {
    group: 'keeping',
    fields: ['form'],
    does: 'May begin the limitation period anew, by the law of the state.',
    ends: '',
    also: 'statute of limitations revived restart',
  },
};

/** Kinds that are about every debt of the person unless somebody says otherwise. */
export function isAboutPerson(kind: LegalEventKind): boolean {
  return personEvents.includes(kind);
}

/** Kinds that are about every debt whatever anybody says; of a bankruptcy alone a single debt may be left out. */
export function isAlwaysAboutPerson(kind: LegalEventKind): boolean {
  return kind !== 'bankruptcy' && isAboutPerson(kind);
}

/** The kinds whose words hold every word that was typed, in the order of the groups. */
export function findKinds(
  typed: string,
  words: Readonly<Record<LegalEventKind, string>>,
): readonly LegalEventKind[] {
  const sought = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const kinds = Object.keys(eventForms) as LegalEventKind[];
  // What is called by the words typed stands before what only mentions them: Enter takes the first.
  const distance = (kind: LegalEventKind) => {
    const name = words[kind].toLowerCase();
    const names = `${name} ${eventForms[kind].also ?? ''}`.toLowerCase();
    if (name.includes(sought.join(' '))) return 0;
    return sought.every((word) => names.includes(word)) ? 1 : 2;
  };
  return kinds
    .filter((kind) => {
      const { group, also = '', does } = eventForms[kind];
      const hay = `${words[kind]} ${also} ${eventGroupWords[group]} ${does}`.toLowerCase();
      return sought.every((word) => hay.includes(word));
    })
    .sort(
      (a, b) =>
        distance(a) - distance(b) ||
        eventGroups.indexOf(eventForms[a].group) - eventGroups.indexOf(eventForms[b].group),
    );
}

/** Particulars a consent needs beside what it is for. */
export function consentFields(consent: ConsentKind | ''): readonly EventField[] {
  switch (consent) {
    case 'email':
    case 'esign':
      return ['consent', 'direct', 'written', 'emailId', 'untilOn'];
    case 'text':
    case 'automatic':
    case 'work':
      return ['consent', 'direct', 'written', 'phoneId', 'untilOn'];
    case 'third_party':
      return ['consent', 'direct', 'written', 'name', 'untilOn'];
    case 'contact':
    case 'frequency':
      return ['consent', 'direct', 'written', 'untilOn'];
    case '':
      return ['consent'];
  }
}

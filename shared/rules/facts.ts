/**
 * The plain facts a verdict is made from: nothing but strings, numbers, arrays and objects, so that they can be kept
 * beside the verdict and handed to the engine again. A fact nobody knows is `null`, which is never taken for a no.
 *
 * Instants are milliseconds UTC; days are `YYYY-MM-DD`; times of day are minutes from midnight.
 */
import type { DebtType } from '../domain/account.ts';
import type { ContactChannel, ContactOutcome } from '../domain/contact.ts';
import type { Day } from '../domain/days.ts';
import type { AddressKind, AddressStatus, EmailStatus, PhoneKind, PhoneStatus } from '../domain/debtor.ts';
import type {
  ConsentKind,
  ContactParty,
  ContactPurpose,
  DebtFactName,
  Dialing,
  HousePolicy,
  LegalEventKind,
  LicenceKind,
  OfficeRole,
  PersonFactName,
  StateCode,
} from '../domain/law.ts';

/** The contact somebody is about to make. */
export type ContactAct = {
  readonly channel: ContactChannel;
  /** `in`: answering what the other side began at this very moment. */
  readonly direction: 'out' | 'in';
  readonly to: ContactParty;
  /** Who, when it is not the debtor: tells one third party from another. */
  readonly partyName: string;
  readonly phoneId: number | null;
  readonly emailId: number | null;
  readonly addressId: number | null;
  readonly purpose: ContactPurpose;
  readonly dialing: Dialing;
  readonly content: ContactContent;
};

/** What the message holds; `null` where it is not written yet or not known. */
export type ContactContent = {
  readonly optOutNotice: boolean | null;
  readonly debtCollectorNotice: boolean | null;
  readonly threatensSuit: boolean | null;
  readonly postcard: boolean;
  /** An envelope that shows more than the collector’s address, or a name that suggests collection. */
  readonly revealingEnvelope: boolean;
  /** A message others can see on a social medium. */
  readonly publicMessage: boolean;
};

export type LicenceFacts = {
  readonly state: StateCode;
  readonly kind: LicenceKind;
  readonly number: string;
  readonly basis: string;
  /** The last day it holds; `null` for one without end. */
  readonly renewsOn: Day | null;
};

export type OfficeFacts = {
  /** `null` until the office has said who it is: then nothing is allowed. */
  readonly role: OfficeRole | null;
  /** Where it works from. */
  readonly state: StateCode | null;
  readonly house: HousePolicy;
  readonly licences: readonly LicenceFacts[];
  /** Wording counsel of the office approved, by the id of the text a law asks for. Left out: none. */
  readonly approvedTexts?: Readonly<Record<string, string>>;
};

export type KnownFact = {
  readonly value: string;
  readonly source: string;
  readonly since: Day;
};

export type HoldFacts = {
  readonly holdId: number;
  readonly kind: 'hardship' | 'court' | 'house';
  readonly reason: string;
  readonly untilOn: Day | null;
};

/** One debt and what is known of it. */
export type DebtFacts = {
  readonly accountId: number;
  readonly type: DebtType;
  /** What is owed now, posted; a debt of nothing is not collected. */
  readonly balanceCents: number;
  readonly closed: boolean;
  readonly closedReason: string;
  readonly openedOn: Day;
  readonly placedOn: Day | null;
  readonly oldestDueOn: Day | null;
  readonly lastPaymentOn: Day | null;
  readonly judgedOn: Day | null;
  /** Holds of the office’s own in force (hardship, court, house); what the law makes stands in the events. */
  readonly holds: readonly HoldFacts[];
  readonly known: Readonly<Partial<Record<DebtFactName, KnownFact>>>;
};

export type AddressClue = {
  readonly addressId: number;
  readonly kind: AddressKind;
  readonly status: AddressStatus;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
};

export type PhoneClue = {
  readonly phoneId: number;
  readonly kind: PhoneKind;
  readonly status: PhoneStatus;
  /** E.164, or the digits as given. */
  readonly number: string;
};

export type EmailClue = {
  readonly emailId: number;
  readonly status: EmailStatus;
  readonly address: string;
};

export type PersonFacts = {
  readonly debtorId: number;
  readonly kind: 'consumer' | 'business';
  readonly addresses: readonly AddressClue[];
  readonly phones: readonly PhoneClue[];
  readonly emails: readonly EmailClue[];
  readonly known: Readonly<Partial<Record<PersonFactName, KnownFact>>>;
};

/** What an event is about; what is `null` is about everything. */
export type EventScope = {
  readonly channel: ContactChannel | null;
  readonly phoneId: number | null;
  readonly emailId: number | null;
  readonly addressId: number | null;
  readonly place: 'home' | 'work' | null;
};

/** Fields an event may carry, each by its kind; flat, so that a form and a rule read the same. */
export type EventDetail = {
  readonly consent?: ConsentKind | undefined;
  /** Consent came straight from the consumer to this office in a lawful contact. */
  readonly direct?: boolean | undefined;
  readonly written?: boolean | undefined;
  /** A dispute of a part. */
  readonly disputedCents?: number | undefined;
  /** Same substance as one answered before and nothing new. */
  readonly duplicative?: boolean | undefined;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly firm?: string | undefined;
  readonly reach?: 'known' | 'findable' | 'not_found' | undefined;
  readonly caseNumber?: string | undefined;
  readonly court?: string | undefined;
  readonly chapter?: '7' | '9' | '11' | '12' | '13' | undefined;
  /** The debtor who filed is a co-debtor of this debt (11 U.S.C. 1301). */
  readonly codebtor?: boolean | undefined;
  readonly secured?: boolean | undefined;
  /** Weekdays, 1 Monday to 7 Sunday, and the minutes from `fromMinute` up to `toMinute`. */
  readonly days?: readonly number[] | undefined;
  readonly fromMinute?: number | undefined;
  readonly toMinute?: number | undefined;
  readonly untilOn?: Day | undefined;
  readonly diedOn?: Day | undefined;
  readonly report?: boolean | undefined;
  readonly blocked605b?: boolean | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly sentOn?: Day | undefined;
  readonly optOutBy?: Day | undefined;
  readonly endsOn?: Day | undefined;
  readonly how?: string | undefined;
  readonly electronic?: boolean | undefined;
  readonly complete?: boolean | undefined;
  readonly reassigned?: boolean | undefined;
  /** `spoke`, `mailed`, `sent`: how 1006.30(a)(1) is met. */
  readonly route?: 'spoke' | 'mailed' | 'sent' | undefined;
  readonly form?: 'payment' | 'signed_writing' | 'oral' | 'promise' | undefined;
};

export type LegalEvent = {
  readonly eventId: number;
  readonly kind: LegalEventKind;
  /** The debt it is about; `null` for every debt of the person. */
  readonly accountId: number | null;
  /** The day it took effect or was received, the office’s zone. */
  readonly on: Day;
  /** When it took effect, where the hour matters. */
  readonly at: number | null;
  /** The first day it no longer binds; `null` while it does. */
  readonly endedOn: Day | null;
  readonly scope: EventScope;
  readonly detail: EventDetail;
  readonly source: string;
};

/** A contact that was made or tried. */
export type PriorContact = {
  readonly contactId: number;
  readonly at: number;
  readonly channel: ContactChannel;
  readonly direction: 'out' | 'in';
  readonly outcome: ContactOutcome;
  readonly to: ContactParty;
  readonly partyName: string;
  readonly phoneId: number | null;
  readonly emailId: number | null;
  readonly purpose: ContactPurpose;
  readonly dialing: Dialing;
  /** Every debt it counts for: the one chosen when it was made, and those that were spoken of. */
  readonly accountIds: readonly number[];
};

export type GateFacts = {
  readonly now: number;
  /** The user’s zone, IANA name. */
  readonly zone: string;
  readonly act: ContactAct;
  readonly office: OfficeFacts;
  readonly debt: DebtFacts;
  readonly person: PersonFacts;
  readonly events: readonly LegalEvent[];
  /** With this person, about any debt, oldest first. */
  readonly contacts: readonly PriorContact[];
};

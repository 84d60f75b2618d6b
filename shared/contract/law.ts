/** The law: who the office is, verdicts, events, what is known of debts and people, the library of rules and its packs. */
import { z } from 'zod';
import { contactChannels, contactDirections } from '../domain/contact.ts';
import {
  consentKinds,
  contactParties,
  contactPurposes,
  debtFactNames,
  dialings,
  type HousePolicy,
  itemizationKinds,
  legalEventKinds,
  licenceKinds,
  officeRoles,
  personFactNames,
  rebuttalFactors,
  stateCodes,
  verdictOutcomes,
} from '../domain/law.ts';
import type { DebtClocks } from '../rules/clocks.ts';
import type { EventDetail, EventScope } from '../rules/facts.ts';
import type { LibraryEntry } from '../rules/library.ts';
import type { Itemization, ItemizationRow } from '../rules/validation/itemization.ts';
import type { ItemizationCandidate, ItemizationChoice } from '../rules/validation/itemization-date.ts';
import type { NoticeFault } from '../rules/validation/notice-fields.ts';
import type { Verdict } from '../rules/verdict.ts';
import {
  bookCommand,
  bookJob,
  bookQuery,
  cents,
  day,
  deskCommand,
  enteredDay,
  id,
  instant,
  line,
  nothing,
  optionalLine,
} from './call.ts';

/** Minutes from midnight. */
const minute = z.int().min(0).max(1440);

export const housePolicy = z.strictObject({
  keepsRegulationF: z.boolean(),
  callsInSevenDays: z.int().min(0).max(100).nullable(),
  contactsInSevenDays: z.int().min(0).max(100).nullable(),
  earliest: minute.nullable(),
  latest: minute.nullable(),
  daysOff: z.array(z.int().min(1).max(7)).max(7).readonly(),
  holidaysOff: z.boolean(),
  honorsOralCease: z.boolean(),
}) satisfies z.ZodType<HousePolicy>;

export const officeProfile = z.strictObject({
  role: z.enum(officeRoles),
  state: z.enum(stateCodes).nullable(),
  house: housePolicy,
});
export type OfficeProfile = z.output<typeof officeProfile>;

export const licence = z
  .strictObject({
    state: z.enum(stateCodes),
    kind: z.enum(licenceKinds),
    number: optionalLine(80),
    /** Why none is needed. */
    basis: optionalLine(300),
    renewsOn: enteredDay.nullable(),
  })
  .refine(({ kind, basis }) => (kind !== 'exempt' && kind !== 'not_needed') || basis !== '', {
    path: ['basis'],
  });
export type Licence = z.output<typeof licence>;

/** The contact somebody means to make; what is left out is the plain case. */
export const contactAct = z.strictObject({
  channel: z.enum(contactChannels),
  direction: z.enum(contactDirections).default('out'),
  to: z.enum(contactParties).default('debtor'),
  partyName: optionalLine(200).default(''),
  phoneId: id.nullable().default(null),
  emailId: id.nullable().default(null),
  addressId: id.nullable().default(null),
  purpose: z.enum(contactPurposes).default('collect'),
  dialing: z.enum(dialings).default('by_hand'),
});
export type ContactActInput = z.output<typeof contactAct>;

/**
 * What a person says to a verdict that stands in the way: a reason (with what rebuts a presumption), or, after the fact,
 * that it happened all the same and is to be recorded as it was.
 */
export const contactDecision = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reason'),
    reason: line(500),
    factor: z.enum(rebuttalFactors).nullable(),
  }),
  z.strictObject({ kind: z.literal('happened') }),
]);
export type ContactDecision = z.output<typeof contactDecision>;

/** A call by the clock, as lists show it. */
export const callClock = z.strictObject({
  /** Apart from the hour; `null` until it is worked out. */
  outcome: z.enum(verdictOutcomes).nullable(),
  /** The code of what stands in the way. */
  code: z.string().nullable(),
  /** The lawful span that is open or comes next; `null` when something has to happen first. */
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  /** Calls counted in seven days about this debt. */
  used: z.int().nullable(),
});
export type CallClock = z.output<typeof callClock>;

export const eventScope = z.strictObject({
  channel: z.enum(contactChannels).nullable().default(null),
  phoneId: id.nullable().default(null),
  emailId: id.nullable().default(null),
  addressId: id.nullable().default(null),
  place: z.enum(['home', 'work']).nullable().default(null),
}) satisfies z.ZodType<EventScope>;

export const eventDetail = z.strictObject({
  consent: z.enum(consentKinds).optional(),
  direct: z.boolean().optional(),
  written: z.boolean().optional(),
  disputedCents: cents.min(1).optional(),
  duplicative: z.boolean().optional(),
  name: optionalLine().optional(),
  address: optionalLine(300).optional(),
  phone: optionalLine(60).optional(),
  firm: optionalLine().optional(),
  reach: z.enum(['known', 'findable', 'not_found']).optional(),
  caseNumber: optionalLine(80).optional(),
  court: optionalLine().optional(),
  chapter: z.enum(['7', '9', '11', '12', '13']).optional(),
  codebtor: z.boolean().optional(),
  secured: z.boolean().optional(),
  days: z.array(z.int().min(1).max(7)).max(7).optional(),
  fromMinute: minute.optional(),
  toMinute: minute.optional(),
  untilOn: enteredDay.optional(),
  diedOn: enteredDay.optional(),
  report: z.boolean().optional(),
  blocked605b: z.boolean().optional(),
  from: enteredDay.optional(),
  to: enteredDay.optional(),
  sentOn: enteredDay.optional(),
  optOutBy: enteredDay.optional(),
  endsOn: enteredDay.optional(),
  how: optionalLine().optional(),
  electronic: z.boolean().optional(),
  complete: z.boolean().optional(),
  reassigned: z.boolean().optional(),
  route: z.enum(['spoke', 'mailed', 'sent']).optional(),
  form: z.enum(['payment', 'signed_writing', 'oral', 'promise']).optional(),
}) satisfies z.ZodType<EventDetail>;

export const legalEventRow = z.strictObject({
  eventId: id,
  kind: z.enum(legalEventKinds),
  /** `null`: every debt of the person. */
  accountId: id.nullable(),
  accountNumber: z.string().nullable(),
  on: day,
  at: instant.nullable(),
  scope: eventScope,
  detail: eventDetail,
  source: z.string(),
  document: z.string(),
  memo: z.string(),
  contactId: id.nullable(),
  letterId: id.nullable(),
  madeAt: instant,
  author: z.string(),
  endedOn: day.nullable(),
  endedReason: z.string().nullable(),
  endedSource: z.string().nullable(),
  endedAuthor: z.string().nullable(),
  withdrawn: z.boolean(),
});
export type LegalEventRow = z.output<typeof legalEventRow>;

const knownFact = z.strictObject({
  value: z.string(),
  source: z.string(),
  since: day,
  madeAt: instant,
  author: z.string(),
});

const factValue = z.string().trim().max(300);

/** One place a person may be, and what its clock shows. */
const placeFacts = z.strictObject({
  zones: z.array(z.string()),
  /** Said in words: `Address in Austin, TX 78701`. */
  clue: z.string(),
  source: z.string(),
});

export const libraryRow = z.custom<
  LibraryEntry & {
    readonly applies: boolean;
    readonly as: 'law' | 'house' | null;
    readonly why: string;
    readonly note: string;
    readonly noteAt: number | null;
    readonly noteAuthor: string;
  }
>();
export type LibraryRow = z.output<typeof libraryRow>;

export const packDifference = z.strictObject({
  ruleId: z.string(),
  title: z.string(),
  /** What it said, and what it says now; empty for one that is new or gone. */
  before: z.string(),
  after: z.string(),
});
export type PackDifference = z.output<typeof packDifference>;

const packRow = z.strictObject({
  version: z.string(),
  publisher: z.string(),
  publishedOn: day,
  notes: z.string(),
  loadedAt: instant,
  author: z.string(),
  differences: z.array(packDifference),
});

export const lawCalls = {
  /** Whether a contact may be made now, with every rule that was asked. */
  'law.verdict': bookQuery(
    z.strictObject({ accountId: id, act: contactAct, withNotBinding: z.boolean().default(false) }),
    z.strictObject({ verdict: z.custom<Verdict>() }),
  ),
  /** Everything the law looks at in one account. */
  'law.account': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({
      profile: officeProfile.nullable(),
      consumerDebt: z.boolean(),
      places: z.array(placeFacts),
      zones: z.array(z.string()),
      states: z.array(z.enum(stateCodes)),
      /** Newest first, ended and withdrawn ones too. */
      events: z.array(legalEventRow),
      debtFacts: z.partialRecord(z.enum(debtFactNames), knownFact),
      personFacts: z.partialRecord(z.enum(personFactNames), knownFact),
      clocks: z.custom<DebtClocks>(),
      call: callClock,
    }),
  ),
  /** What a validation notice sent today would hold, and what is missing; `choice` tries another itemization date. */
  'law.validationNotice': bookQuery(
    z.strictObject({
      accountId: id,
      choice: z
        .strictObject({ kind: z.enum(itemizationKinds), on: enteredDay })
        .nullable()
        .default(null),
    }),
    z.strictObject({
      candidates: z.custom<readonly ItemizationCandidate[]>(),
      chosen: z.custom<ItemizationChoice | null>(),
      table: z.custom<Itemization | null>(),
      rows: z.custom<readonly ItemizationRow[] | null>(),
      period: z.strictObject({ providedOn: day, receivedOn: day, endsOn: day }),
      faults: z.custom<readonly NoticeFault[]>(),
      sentBefore: z.boolean(),
    }),
  ),
  'law.recordEvent': bookCommand(
    z.strictObject({
      accountId: id,
      /** About every debt of the person. */
      allDebts: z.boolean(),
      kind: z.enum(legalEventKinds),
      on: enteredDay,
      at: instant.nullable().default(null),
      scope: eventScope,
      detail: eventDetail,
      source: line(300),
      document: optionalLine(300).default(''),
      memo: optionalLine(2000).default(''),
      letterId: id.nullable().default(null),
    }),
    z.strictObject({ eventId: id }),
  ),
  /** What ended it, and the first day on which it no longer binds. Its holds end with it. */
  'law.endEvent': bookCommand(
    z.strictObject({ eventId: id, on: enteredDay, reason: line(300), source: line(300) }),
    nothing,
  ),
  /** Entered by mistake: it stays to be seen, and never counted. */
  'law.withdrawEvent': bookCommand(z.strictObject({ eventId: id, reason: line(300) }), nothing),
  /** An empty value takes back what was said. */
  'law.setDebtFact': bookCommand(
    z.strictObject({ accountId: id, name: z.enum(debtFactNames), value: factValue, source: line(300) }),
    nothing,
  ),
  'law.setPersonFact': bookCommand(
    z.strictObject({ debtorId: id, name: z.enum(personFactNames), value: factValue, source: line(300) }),
    nothing,
  ),
  'law.profile': bookQuery(
    nothing,
    z.strictObject({
      profile: officeProfile.nullable(),
      madeAt: instant.nullable(),
      author: z.string(),
      licences: z.array(
        licence.safeExtend({ madeAt: instant, author: z.string(), need: z.string(), needSource: z.string() }),
      ),
      /** States debtors live in and what each asks for, licensed or not. */
      states: z.array(
        z.strictObject({
          state: z.enum(stateCodes),
          accounts: z.int(),
          need: z.enum(['licence', 'registration', 'bond', 'city', 'none_known', 'unknown']),
          words: z.string(),
          cite: z.string(),
          licensed: z.boolean(),
        }),
      ),
      /** Accounts whose clocks are still being worked out. */
      waiting: z.int(),
    }),
  ),
  'law.setProfile': bookCommand(officeProfile, nothing),
  'law.setLicence': bookCommand(licence, nothing),
  'law.endLicence': bookCommand(z.strictObject({ state: z.enum(stateCodes) }), nothing),
  /** The library: every rule and dated fact, whether it applies to this office, and counsel’s note. */
  'law.rules': bookQuery(
    nothing,
    z.strictObject({ version: z.string(), rules: z.array(libraryRow), packs: z.array(packRow) }),
  ),
  'law.setRuleNote': bookCommand(
    z.strictObject({ ruleId: line(120), text: z.string().trim().max(10_000) }),
    nothing,
  ),
  'law.publishers': bookQuery(
    nothing,
    z.strictObject({
      publishers: z.array(z.strictObject({ key: z.string(), fingerprint: z.string(), name: z.string() })),
    }),
  ),
  /** Reads a chosen pack without taking it: whose it is and what it would change. */
  'law.previewPack': bookJob(
    z.strictObject({ fileId: z.uuid() }),
    z.strictObject({
      version: z.string(),
      publishedOn: day,
      publisher: z.string(),
      notes: z.string(),
      key: z.string(),
      fingerprint: z.string(),
      /** The office takes packs of this publisher. */
      trusted: z.boolean(),
      differences: z.array(packDifference),
    }),
  ),
  'law.trustPublisher': bookCommand(z.strictObject({ key: line(200), name: line(120) }), nothing),
  'law.removePublisher': bookCommand(z.strictObject({ key: line(200) }), nothing),
  /** Takes the pack of a chosen file, if a trusted publisher signed it and it is newer. */
  'law.loadPack': bookJob(z.strictObject({ fileId: z.uuid() }), z.strictObject({ version: z.string() })),
  /** Works out every clock that waits; the scheduler asks for it, and so may a test. */
  'law.refreshClocks': bookJob(z.strictObject({ whole: z.boolean() }), z.strictObject({ accounts: z.int() })),
  /** Lets the user choose a rule pack; the window gets an id, never a path. */
  'law.choosePack': deskCommand(nothing, z.strictObject({ fileId: z.uuid(), fileName: z.string() })),
} as const;

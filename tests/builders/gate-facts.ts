/** Facts for a verdict, lawful in every respect unless a test says otherwise: a call at 11:00 in Austin on a working Tuesday. */
import { noHousePolicy } from '../../shared/domain/law.ts';
import type {
  ContactAct,
  DebtFacts,
  EventDetail,
  EventScope,
  GateFacts,
  LegalEvent,
  OfficeFacts,
  PersonFacts,
  PriorContact,
} from '../../shared/rules/facts.ts';

export const chicago = 'America/Chicago';
/** Tuesday, 17 November 2026, 11:00 in Chicago. */
export const tuesday = Date.UTC(2026, 10, 17, 17, 0);

export const plainAct: ContactAct = {
  channel: 'call',
  direction: 'out',
  to: 'debtor',
  partyName: '',
  phoneId: 1,
  emailId: null,
  addressId: null,
  purpose: 'collect',
  dialing: 'by_hand',
  content: {
    optOutNotice: null,
    debtCollectorNotice: null,
    threatensSuit: null,
    postcard: false,
    revealingEnvelope: false,
    publicMessage: false,
  },
};

export const everywhere: EventScope = {
  channel: null,
  phoneId: null,
  emailId: null,
  addressId: null,
  place: null,
};

type Parts = {
  readonly now?: number;
  readonly zone?: string;
  readonly act?: Partial<ContactAct>;
  readonly content?: Partial<ContactAct['content']>;
  readonly office?: Partial<OfficeFacts>;
  readonly debt?: Partial<DebtFacts>;
  readonly person?: Partial<PersonFacts>;
  readonly events?: readonly LegalEvent[];
  readonly contacts?: readonly PriorContact[];
};

export function gateFacts(parts: Parts = {}): GateFacts {
  return {
    now: parts.now ?? tuesday,
    zone: parts.zone ?? chicago,
    act: { ...plainAct, ...parts.act, content: { ...plainAct.content, ...parts.content } },
    office: {
      role: 'third_party_collector',
      state: 'TX',
      house: noHousePolicy,
      licences: [{ state: 'TX', kind: 'bond', number: 'B-100', basis: '', renewsOn: null }],
      ...parts.office,
    },
    debt: {
      accountId: 1,
      type: 'consumer_services',
      balanceCents: 50_000,
      closed: false,
      closedReason: '',
      openedOn: '2026-01-05',
      placedOn: '2026-09-01',
      oldestDueOn: '2026-02-05',
      lastPaymentOn: null,
      judgedOn: null,
      holds: [],
      known: {},
      ...parts.debt,
    },
    person: {
      debtorId: 1,
      kind: 'consumer',
      addresses: [
        {
          addressId: 1,
          kind: 'home',
          status: 'current',
          city: 'Austin',
          region: 'TX',
          postalCode: '78701',
          country: '',
        },
      ],
      phones: [{ phoneId: 1, kind: 'mobile', status: 'current', number: '+15125550144' }],
      emails: [],
      known: {
        residence_state: { value: 'TX', source: 'Said on the phone', since: '2026-09-02' },
        zone: { value: chicago, source: 'Said on the phone', since: '2026-09-02' },
      },
      ...parts.person,
    },
    events: parts.events ?? [],
    contacts: parts.contacts ?? [],
  };
}

let lastId = 0;

/** An event about debt 1 from a day on; `about: null` for every debt. */
export function legalEvent(
  kind: LegalEvent['kind'],
  on: string,
  rest: Partial<Omit<LegalEvent, 'scope' | 'detail'>> & {
    scope?: Partial<EventScope>;
    detail?: EventDetail;
  } = {},
): LegalEvent {
  lastId += 1;
  return {
    eventId: lastId,
    kind,
    accountId: 1,
    on,
    at: null,
    endedOn: null,
    source: 'A test',
    ...rest,
    scope: { ...everywhere, ...rest.scope },
    detail: rest.detail ?? {},
  };
}

/** A call placed to the debtor’s phone about debt 1. */
export function priorCall(at: number, rest: Partial<PriorContact> = {}): PriorContact {
  lastId += 1;
  return {
    contactId: lastId,
    at,
    channel: 'call',
    direction: 'out',
    outcome: 'no_answer',
    to: 'debtor',
    partyName: '',
    phoneId: 1,
    emailId: null,
    purpose: 'collect',
    dialing: 'by_hand',
    accountIds: [1],
    ...rest,
  };
}

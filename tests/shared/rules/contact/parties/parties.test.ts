// With whom: others, what they may be asked and how often, the attorney in their place, the workplace.
import { describe, expect, it } from 'vitest';
import type { ContactParty, ContactPurpose } from '../../../../../shared/domain/law.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { EventDetail, PersonFacts } from '../../../../../shared/rules/facts.ts';
import { gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';
import { businessDebt, firstParty, reasonBy, type Said, saidBy } from '../stopping/asking.ts';

type Parts = NonNullable<Parameters<typeof gateFacts>[0]>;
type Case = [name: string, parts: Parts, said: Said];

const day = 86_400_000;

function consent(
  kind: EventDetail['consent'],
  on: string,
  detail: EventDetail = {},
  rest: Parameters<typeof legalEvent>[2] = {},
) {
  return legalEvent('consent', on, { detail: { consent: kind, direct: true, ...detail }, ...rest });
}

describe('speaking of the debt with others', () => {
  const id = 'reg-f.third-party';
  const neighbor = { to: 'third_party', partyName: 'Lou Park' } as const;
  it.each<[to: ContactParty, purpose: ContactPurpose, said: Said]>([
    ['debtor', 'collect', 'pass'],
    ['spouse', 'collect', 'pass'],
    ['parent', 'collect', 'pass'],
    ['representative', 'collect', 'pass'],
    ['attorney', 'collect', 'pass'],
    ['creditor', 'collect', 'pass'],
    ['bureau', 'collect', 'pass'],
    ['trustee', 'legal_process', 'pass'],
    ['third_party', 'collect', 'block'],
    ['employer', 'collect', 'block'],
    ['third_party', 'limited_content', 'block'],
    ['third_party', 'answer_request', 'block'],
    ['third_party', 'required_by_law', 'block'],
    ['third_party', 'legal_process', 'block'],
    ['third_party', 'confirm_opt_out', 'pass'],
    ['third_party', 'locate', 'pass'],
    ['employer', 'locate', 'pass'],
  ])('to %s for %s: %s', (to, purpose, said) => {
    expect(saidBy(id, gateFacts({ act: { to, purpose } }))).toBe(said);
  });

  it.each<Case>([
    [
      'consent by email only',
      { events: [consent('third_party', '2026-11-10', {}, { scope: { channel: 'email' } })] },
      'block',
    ],
    ['consent', { events: [consent('third_party', '2026-11-10')] }, 'pass'],
    ['consent from tomorrow', { events: [consent('third_party', '2026-11-18')] }, 'block'],
    [
      'consent to the creditor',
      { events: [consent('third_party', '2026-11-10', { direct: false })] },
      'block',
    ],
    [
      'consent revoked',
      { events: [consent('third_party', '2026-11-10', {}, { endedOn: '2026-11-17' })] },
      'block',
    ],
    [
      'consent for another debt',
      { events: [consent('third_party', '2026-11-10', {}, { accountId: 2 })] },
      'block',
    ],
    [
      'consent for this person, written otherwise',
      { events: [consent('third_party', '2026-11-10', { name: 'LOU  PARK' })] },
      'pass',
    ],
    [
      'consent for somebody else',
      { events: [consent('third_party', '2026-11-10', { name: 'Kim Park' })] },
      'block',
    ],
    ['consent to be contacted', { events: [consent('contact', '2026-11-10')] }, 'block'],
    ['a court’s permission', { events: [legalEvent('court_permission', '2026-11-10')] }, 'pass'],
    [
      'to carry out a judgment',
      { debt: { judgedOn: '2026-08-01' }, act: { ...neighbor, purpose: 'legal_process' } },
      'pass',
    ],
    ['a judgment is no leave to talk', { debt: { judgedOn: '2026-08-01' } }, 'block'],
    ['they call', { act: { ...neighbor, direction: 'in' } }, 'warn'],
    ['a business debt', { debt: businessDebt }, 'not binding'],
    ['a creditor', { office: firstParty() }, 'not binding'],
    ['a creditor that keeps Regulation F', { office: firstParty({ keepsRegulationF: true }) }, 'block'],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts({ act: neighbor, ...parts }))).toBe(said);
  });

  it('cautions an office it does not bind, a medical one of privacy', () => {
    const creditor = gateFacts({ act: neighbor, office: firstParty() });
    expect(saidBy('udaap.third-party', creditor)).toBe('warn');
    const medical = gateFacts({ act: neighbor, office: { ...firstParty(), role: 'medical_provider' } });
    expect(reasonBy('udaap.third-party', medical).text).toContain('patient');
    const bill = gateFacts({ act: neighbor, office: firstParty(), debt: { type: 'medical' } });
    expect(reasonBy('udaap.third-party', bill).text).toContain('patient');
    expect(saidBy('udaap.third-party', gateFacts({ office: firstParty() }))).toBe('pass');
    expect(
      saidBy(
        'udaap.third-party',
        gateFacts({ act: neighbor, office: firstParty({ keepsRegulationF: true }) }),
      ),
    ).toBe('pass');
  });
});

describe('asking where the person is, once', () => {
  const id = 'reg-f.location.once';
  const act = { to: 'third_party', partyName: 'Lou Park', purpose: 'locate' } as const;
  const asked = priorCall(tuesday - 30 * day, {
    to: 'third_party',
    partyName: 'Lou Park',
    purpose: 'locate',
    outcome: 'third_party',
  });
  it.each<Case>([
    [
      'the debtor of that name was called',
      { contacts: [{ ...asked, to: 'debtor', outcome: 'right_party' }] },
      'pass',
    ],
    [
      'they picked up the debtor’s telephone and were asked',
      { contacts: [{ ...asked, to: 'debtor' }] },
      'block',
    ],
    ['the right one of two was spoken with', { contacts: [{ ...asked, outcome: 'right_party' }] }, 'block'],
    ['nobody asked yet', {}, 'pass'],
    ['asked before', { contacts: [asked] }, 'block'],
    ['asked about another debt of the person', { contacts: [{ ...asked, accountIds: [2] }] }, 'block'],
    ['asked, spelled otherwise', { contacts: [{ ...asked, partyName: 'LOU PÁRK' }] }, 'block'],
    ['somebody else asked', { contacts: [{ ...asked, partyName: 'Kim Park' }] }, 'pass'],
    ['a call nobody answered', { contacts: [{ ...asked, outcome: 'no_answer' }] }, 'pass'],
    ['a busy line', { contacts: [{ ...asked, outcome: 'busy' }] }, 'pass'],
    ['a wrong number', { contacts: [{ ...asked, outcome: 'wrong_number' }] }, 'pass'],
    ['a letter', { contacts: [{ ...asked, channel: 'letter', outcome: 'other' }] }, 'block'],
    ['a message left', { contacts: [{ ...asked, outcome: 'voicemail_left' }] }, 'block'],
    ['no name now', { contacts: [asked], act: { ...act, partyName: '' } }, 'undetermined'],
    ['no name now, nobody asked yet', { act: { ...act, partyName: '' } }, 'pass'],
    ['no name then', { contacts: [{ ...asked, partyName: '' }] }, 'undetermined'],
    ['no name then, but this one was asked too', { contacts: [{ ...asked, partyName: '' }, asked] }, 'block'],
    [
      'the employer',
      {
        contacts: [{ ...asked, to: 'employer', partyName: 'Hill Foods' }],
        act: { ...act, to: 'employer', partyName: 'Hill Foods' },
      },
      'block',
    ],
    ['they called back', { contacts: [asked, { ...asked, at: tuesday - 2 * day, direction: 'in' }] }, 'pass'],
    [
      'they called back and were asked',
      {
        contacts: [
          asked,
          { ...asked, at: tuesday - 3 * day, direction: 'in' },
          { ...asked, at: tuesday - 2 * day },
        ],
      },
      'block',
    ],
    [
      'recorded that they want it',
      {
        contacts: [asked],
        events: [legalEvent('answer_wanted', '2026-11-10', { detail: { name: 'Lou Park' } })],
      },
      'pass',
    ],
    [
      'recorded for somebody else',
      {
        contacts: [asked],
        events: [legalEvent('answer_wanted', '2026-11-10', { detail: { name: 'Kim Park' } })],
      },
      'block',
    ],
    [
      'recorded before they were asked',
      {
        contacts: [asked],
        events: [legalEvent('answer_wanted', '2026-10-10', { detail: { name: 'Lou Park' } })],
      },
      'block',
    ],
    ['the consumer themselves', { contacts: [asked], act: { purpose: 'collect', to: 'debtor' } }, 'pass'],
    ['a creditor', { contacts: [asked], office: firstParty() }, 'not binding'],
    ['a business debt', { contacts: [asked], debt: businessDebt }, 'not binding'],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts({ act, ...parts }))).toBe(said);
  });
});

describe('the attorney in place of others', () => {
  const id = 'reg-f.location.attorney';
  const act = { to: 'third_party', partyName: 'Lou Park', purpose: 'locate' } as const;
  const attorney = (detail: EventDetail, rest: Parameters<typeof legalEvent>[2] = {}) =>
    legalEvent('attorney', '2026-11-10', { detail, ...rest });
  it.each<Case>([
    [
      'one known, one not to be found',
      { events: [attorney({ reach: 'known' }), attorney({ reach: 'not_found' })] },
      'block',
    ],
    ['known', { events: [attorney({ reach: 'known' })] }, 'block'],
    ['from tomorrow', { events: [{ ...attorney({ reach: 'known' }), on: '2026-11-18' }] }, 'pass'],
    ['not to be found', { events: [attorney({ reach: 'not_found' })] }, 'pass'],
    ['nothing said', { events: [attorney({})] }, 'undetermined'],
    ['did not answer', { events: [attorney({ reach: 'known' }, { endedOn: '2026-11-17' })] }, 'pass'],
    ['another debt', { events: [attorney({ reach: 'known' }, { accountId: 2 })] }, 'pass'],
    [
      'the attorney is asked',
      { events: [attorney({ reach: 'known' })], act: { ...act, to: 'attorney' } },
      'pass',
    ],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts({ act, ...parts }))).toBe(said);
  });
});

describe('how others are written to', () => {
  const id = 'reg-f.location.manner';
  const act = { to: 'third_party', partyName: 'Lou Park', purpose: 'locate', channel: 'letter' } as const;
  it.each<[name: string, parts: Parts, said: Said, code: string | null]>([
    ['a threat of suit', { content: { threatensSuit: true } }, 'block', 'THIRD_PARTY_PROHIBITED'],
    ['a plain letter', {}, 'pass', null],
    ['a postcard', { content: { postcard: true } }, 'block', 'POSTCARD'],
    ['an envelope that tells', { content: { revealingEnvelope: true } }, 'block', 'ENVELOPE_LANGUAGE'],
    ['words of a collector', { content: { debtCollectorNotice: true } }, 'block', 'THIRD_PARTY_PROHIBITED'],
    [
      'to the consumer it is another rule’s matter',
      { act: { ...act, to: 'debtor', purpose: 'collect' }, content: { postcard: true } },
      'pass',
      null,
    ],
  ])('%s', (_, parts, said, code) => {
    const facts = gateFacts({ act, ...parts });
    expect(saidBy(id, facts)).toBe(said);
    if (code !== null) expect(reasonBy(id, facts).code).toBe(code);
  });
});

describe('the workplace', () => {
  const id = 'reg-f.employer';
  const forbids = legalEvent('employer_prohibits', '2026-11-10', { accountId: null });
  const person: Partial<PersonFacts> = {
    phones: [
      { phoneId: 1, kind: 'mobile', status: 'current', number: '+15125550144' },
      { phoneId: 2, kind: 'work', status: 'current', number: '+15125550145' },
      { phoneId: 3, kind: 'other', status: 'current', number: '+15125550146' },
    ],
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
      {
        addressId: 2,
        kind: 'work',
        status: 'current',
        city: 'Austin',
        region: 'TX',
        postalCode: '78702',
        country: '',
      },
    ],
  };
  const work = { phoneId: 2 } as const;
  it.each<Case>([
    ['a text to a work number', { events: [forbids], act: { ...work, channel: 'text' } }, 'block'],
    [
      'a visit at work',
      { events: [forbids], act: { channel: 'visit', phoneId: null, addressId: 2 } },
      'block',
    ],
    [
      'a home address named in the event',
      {
        events: [{ ...forbids, scope: { ...forbids.scope, addressId: 1 } }],
        act: { channel: 'letter', phoneId: null, addressId: 1 },
      },
      'block',
    ],
    ['a work number', { events: [forbids] }, 'block'],
    ['a work number, nothing forbidden', {}, 'pass'],
    ['from tomorrow', { events: [{ ...forbids, on: '2026-11-18' }] }, 'pass'],
    ['from today', { events: [{ ...forbids, on: '2026-11-17' }] }, 'block'],
    ['allowed again', { events: [{ ...forbids, endedOn: '2026-11-17' }] }, 'pass'],
    ['recorded with another debt', { events: [{ ...forbids, accountId: 2 }] }, 'block'],
    ['the mobile', { events: [forbids], act: { phoneId: 1 } }, 'pass'],
    [
      'the mobile, named in the event',
      { events: [{ ...forbids, scope: { ...forbids.scope, phoneId: 1 } }], act: { phoneId: 1 } },
      'block',
    ],
    ['no number chosen', { events: [forbids], act: { phoneId: null } }, 'undetermined'],
    ['a number whose kind nobody knows', { events: [forbids], act: { phoneId: 3 } }, 'warn'],
    ['a voicemail at work', { events: [forbids], act: { ...work, channel: 'voicemail' } }, 'block'],
    [
      'a letter to work',
      { events: [forbids], act: { channel: 'letter', phoneId: null, addressId: 2 } },
      'block',
    ],
    ['a letter home', { events: [forbids], act: { channel: 'letter', phoneId: null, addressId: 1 } }, 'pass'],
    [
      'a letter to an address not chosen',
      { events: [forbids], act: { channel: 'letter', phoneId: null } },
      'undetermined',
    ],
    ['an email belongs to no place', { events: [forbids], act: { channel: 'email', phoneId: null } }, 'pass'],
    [
      'the employer',
      { events: [forbids], act: { to: 'employer', purpose: 'locate', phoneId: null } },
      'block',
    ],
    [
      'the employer, to carry out a judgment',
      { events: [forbids], act: { to: 'employer', purpose: 'legal_process' } },
      'pass',
    ],
    ['the attorney’s telephone', { events: [forbids], act: { to: 'attorney', phoneId: null } }, 'pass'],
    ['consent to work since', { events: [forbids, consent('work', '2026-11-12')] }, 'pass'],
    ['consent to contact since', { events: [forbids, consent('contact', '2026-11-12')] }, 'pass'],
    ['consent before', { events: [forbids, consent('work', '2026-11-09')] }, 'block'],
    [
      'consent to the creditor',
      { events: [forbids, consent('work', '2026-11-12', { direct: false })] },
      'block',
    ],
    [
      'consent to contact at home',
      { events: [forbids, consent('contact', '2026-11-12', {}, { scope: { place: 'home' } })] },
      'block',
    ],
    [
      'consent to contact at work',
      { events: [forbids, consent('contact', '2026-11-12', {}, { scope: { place: 'work' } })] },
      'pass',
    ],
    ['a court’s permission', { events: [forbids, legalEvent('court_permission', '2026-11-12')] }, 'pass'],
    ['a business debt', { events: [forbids], debt: businessDebt }, 'not binding'],
    ['a creditor', { events: [forbids], office: firstParty() }, 'not binding'],
    [
      'a creditor that keeps Regulation F',
      { events: [forbids], office: firstParty({ keepsRegulationF: true }) },
      'block',
    ],
    ['they call from work', { events: [forbids], act: { ...work, direction: 'in' } }, 'not binding'],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts({ person, act: work, ...parts }))).toBe(said);
  });

  it('names the number, so that it can be corrected', () => {
    const reason = reasonBy(id, gateFacts({ person, act: work, events: [forbids] }));
    expect(reason.facts.map(({ ref }) => ref?.kind)).toEqual(['event', 'phone']);
    expect(reason.step).toBe('place');
  });
});

it('lets the first of several reasons lead, in the order of checks', () => {
  const facts = gateFacts({
    act: { to: 'employer', partyName: 'Hill Foods' },
    events: [
      legalEvent('employer_prohibits', '2026-11-10', { accountId: null }),
      legalEvent('dispute', '2026-11-10', { detail: { written: true } }),
    ],
  });
  const verdict = decide(facts);
  expect(
    verdict.reasons
      .filter(({ result }) => result === 'block')
      .map(({ code }) => code)
      .slice(0, 3),
  ).toEqual(['DISPUTE_PENDING_VERIFICATION', 'THIRD_PARTY_PROHIBITED', 'EMPLOYER_PROHIBITS']);
});

// Who has a lawyer is spoken with through the lawyer: reach, consent, permission, answers to their own messages.
import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../../../../shared/domain/days.ts';
import type { ContactParty, ContactPurpose } from '../../../../../shared/domain/law.ts';
import type { EventDetail } from '../../../../../shared/rules/facts.ts';
import { chicago, gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';
import { businessDebt, firstParty, reasonBy, type Said, saidBy } from './asking.ts';

type Parts = NonNullable<Parameters<typeof gateFacts>[0]>;
type Case = [name: string, parts: Parts, said: Said];

const id = 'reg-f.attorney';
const day = 86_400_000;
const named = legalEvent('attorney', '2026-11-10', {
  detail: { name: 'Rita Moss', address: '4 Court Square, Austin, TX', reach: 'known' },
});

function consent(on: string, detail: EventDetail = {}, rest: Parameters<typeof legalEvent>[2] = {}) {
  return legalEvent('consent', on, { detail: { consent: 'contact', direct: true, ...detail }, ...rest });
}

describe('an attorney', () => {
  it.each<Case>([
    [
      'consent to another number',
      { events: [named, consent('2026-11-12', {}, { scope: { phoneId: 2 } })] },
      'block',
    ],
    [
      'consent to this number',
      { events: [named, consent('2026-11-12', {}, { scope: { phoneId: 1 } })] },
      'pass',
    ],
    [
      'consent until yesterday',
      { events: [named, consent('2026-11-12', { untilOn: '2026-11-16' })] },
      'block',
    ],
    ['consent until today', { events: [named, consent('2026-11-12', { untilOn: '2026-11-17' })] }, 'pass'],
    [
      'one who can be reached and one who cannot',
      { events: [named, { ...named, eventId: 902, detail: { reach: 'not_found' } }] },
      'block',
    ],
    ['from tomorrow', { events: [{ ...named, on: '2026-11-18' }] }, 'pass'],
    ['from today', { events: [{ ...named, on: '2026-11-17' }] }, 'block'],
    ['from yesterday', { events: [{ ...named, on: '2026-11-16' }] }, 'block'],
    ['for every debt', { events: [{ ...named, accountId: null }] }, 'block'],
    ['for another debt', { events: [{ ...named, accountId: 2 }] }, 'warn'],
    ['did not answer: ended today', { events: [{ ...named, endedOn: '2026-11-17' }] }, 'pass'],
    ['ends tomorrow', { events: [{ ...named, endedOn: '2026-11-18' }] }, 'block'],
    ['consent after', { events: [named, consent('2026-11-12')] }, 'pass'],
    ['consent on the day', { events: [named, consent('2026-11-10')] }, 'pass'],
    ['consent the day before', { events: [named, consent('2026-11-09')] }, 'block'],
    ['consent to somebody else', { events: [named, consent('2026-11-12', { direct: false })] }, 'block'],
    [
      'consent, nobody knows to whom',
      { events: [named, consent('2026-11-12', { direct: undefined })] },
      'block',
    ],
    ['consent to more calls', { events: [named, consent('2026-11-12', { consent: 'frequency' })] }, 'block'],
    ['consent about another debt', { events: [named, consent('2026-11-12', {}, { accountId: 2 })] }, 'block'],
    ['consent revoked', { events: [named, consent('2026-11-12', {}, { endedOn: '2026-11-17' })] }, 'block'],
    [
      'consent to email only',
      { events: [named, consent('2026-11-12', {}, { scope: { channel: 'email' } })] },
      'block',
    ],
    [
      'consent to calls',
      { events: [named, consent('2026-11-12', {}, { scope: { channel: 'call' } })] },
      'pass',
    ],
    [
      'consent, then a second attorney',
      { events: [named, consent('2026-11-12'), { ...named, eventId: 900, on: '2026-11-15' }] },
      'block',
    ],
    ['a court’s permission', { events: [named, legalEvent('court_permission', '2026-11-12')] }, 'pass'],
    [
      'a court’s permission about another debt',
      { events: [named, legalEvent('court_permission', '2026-11-12', { accountId: 2 })] },
      'block',
    ],
    [
      'permitted, and one for another debt',
      { events: [named, consent('2026-11-12'), { ...named, eventId: 901, accountId: 2 }] },
      'warn',
    ],
    ['a business debt', { events: [named], debt: businessDebt }, 'not binding'],
    ['a creditor', { events: [named], office: firstParty() }, 'not binding'],
    [
      'a creditor that keeps Regulation F',
      { events: [named], office: firstParty({ keepsRegulationF: true }) },
      'block',
    ],
    ['the person calls', { events: [named], act: { direction: 'in' } }, 'warn'],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts(parts))).toBe(said);
  });

  it.each<[name: string, detail: EventDetail, said: Said]>([
    ['known', { reach: 'known' }, 'block'],
    ['can be found', { reach: 'findable' }, 'block'],
    ['cannot be found', { reach: 'not_found' }, 'warn'],
    [
      'cannot be found, yet name and address stand there',
      { reach: 'not_found', name: 'Rita Moss', address: '4 Court Square' },
      'block',
    ],
    ['name and address, nothing said', { name: 'Rita Moss', address: '4 Court Square' }, 'block'],
    ['a name and no address', { name: 'Rita Moss' }, 'undetermined'],
    ['a name and an empty address', { name: 'Rita Moss', address: ' ' }, 'undetermined'],
    ['nothing known', {}, 'undetermined'],
  ])('reach: %s', (_, detail, said) => {
    expect(saidBy(id, gateFacts({ events: [legalEvent('attorney', '2026-11-10', { detail })] }))).toBe(said);
  });

  it.each<[to: ContactParty, purpose: ContactPurpose, said: Said]>([
    ['attorney', 'collect', 'pass'],
    ['creditor', 'collect', 'pass'],
    ['spouse', 'collect', 'block'],
    ['debtor', 'validation_notice', 'block'],
    ['debtor', 'efforts_end', 'block'],
    ['debtor', 'answer_request', 'block'],
    ['debtor', 'required_by_law', 'warn'],
    ['debtor', 'legal_process', 'warn'],
    ['debtor', 'confirm_opt_out', 'warn'],
  ])('to %s for %s: %s', (to, purpose, said) => {
    expect(saidBy(id, gateFacts({ events: [named], act: { to, purpose } }))).toBe(said);
  });

  const message = priorCall(tuesday - day, { direction: 'in', channel: 'email', outcome: 'other' });
  it.each<Case>([
    ['to their message', { contacts: [message] }, 'warn'],
    ['to a message from before the attorney', { contacts: [{ ...message, at: tuesday - 9 * day }] }, 'block'],
    [
      'a second answer',
      {
        contacts: [
          message,
          priorCall(tuesday - 3_600_000, { channel: 'email', outcome: 'other', purpose: 'answer_request' }),
        ],
      },
      'block',
    ],
    ['after a call nobody answered', { contacts: [message, priorCall(tuesday - 3_600_000)] }, 'warn'],
    ['to a message about another debt', { contacts: [{ ...message, accountIds: [2] }] }, 'block'],
  ])('an answer %s', (_, parts, said) => {
    expect(saidBy(id, gateFacts({ events: [named], ...parts, act: { purpose: 'answer_request' } }))).toBe(
      said,
    );
  });

  it.each<[name: string, ends: Partial<typeof named>[], clearsOn: string | null]>([
    ['not known', [{}], null],
    ['on a day', [{ endedOn: '2026-11-20' }], '2026-11-20'],
    ['after a last day', [{ detail: { ...named.detail, untilOn: '2026-11-20' } }], '2026-11-21'],
    [
      'before its last day',
      [{ endedOn: '2026-11-19', detail: { ...named.detail, untilOn: '2026-11-20' } }],
      '2026-11-19',
    ],
    ['the last of two counts', [{ endedOn: '2026-11-20' }, { endedOn: '2026-11-24' }], '2026-11-24'],
    [
      'the last of two, the other way round',
      [{ endedOn: '2026-11-24' }, { endedOn: '2026-11-20' }],
      '2026-11-24',
    ],
    ['one has no end', [{ endedOn: '2026-11-20' }, {}], null],
  ])('its end: %s', (_, ends, clearsOn) => {
    const events = ends.map((end, index) => ({ ...named, eventId: 910 + index, ...end }));
    const { clears } = reasonBy(id, gateFacts({ events }));
    if (clearsOn === null) {
      expect(clears).toHaveProperty('waitsFor');
      return;
    }
    const at = startOfDay(clearsOn, chicago);
    expect(clears).toEqual({ at });
    expect(saidBy(id, gateFacts({ events, now: at - 1 }))).toBe('block');
    expect(saidBy(id, gateFacts({ events, now: at }))).toBe('pass');
  });

  it('asks the question the law asks, and says who it is', () => {
    const facts = gateFacts({
      events: [legalEvent('attorney', '2026-11-10', { detail: { name: 'Rita Moss' } })],
    });
    expect(reasonBy(id, facts).text).toContain('name and address');
    expect(reasonBy(id, facts).facts[0]?.value).toContain('Rita Moss');
    expect(reasonBy(id, gateFacts({ events: [named] })).code).toBe('ATTORNEY_REPRESENTED');
  });
});

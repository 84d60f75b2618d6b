// Requests not to be reached: the whole medium or one address, for every debt, and the three things still in order.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../../shared/rules/decide.ts';
import type {
  ContactAct,
  EmailClue,
  GateFacts,
  LegalEvent,
  PhoneClue,
  PriorContact,
} from '../../../../../shared/rules/facts.ts';
import { gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';

const hour = 3_600_000;
const day = 24 * hour;

function answerOf(facts: GateFacts): string {
  const reason = decide(facts).reasons.find(({ step, result }) => step === 'opt_out' && result !== 'warn');
  return reason === undefined ? 'pass' : `${reason.result} ${reason.code}`;
}

const mobile: PhoneClue = { phoneId: 1, kind: 'mobile', status: 'current', number: '+15125550144' };
const work: PhoneClue = { phoneId: 2, kind: 'work', status: 'current', number: '+15125550145' };
const unknown: PhoneClue = { phoneId: 3, kind: 'other', status: 'current', number: '+15125550146' };
const phones = [mobile, work, unknown];
const own: EmailClue = { emailId: 5, status: 'current', address: 'ana.vale@gmail.com' };
const emails = [own, { emailId: 6, status: 'current' as const, address: 'ana@example.org' }];

function asked(scope: Partial<LegalEvent['scope']>, rest: Parameters<typeof legalEvent>[2] = {}): LegalEvent {
  return legalEvent('opt_out', '2026-11-10', { accountId: null, ...rest, scope });
}

function facts(act: Partial<ContactAct>, events: LegalEvent[], contacts: PriorContact[] = []): GateFacts {
  return gateFacts({ act, events, contacts, person: { phones, emails } });
}

const medium = 'block MEDIUM_OPTED_OUT';
const address = 'block ADDRESS_OPTED_OUT';
const text: Partial<ContactAct> = { channel: 'text', phoneId: 1 };
const email: Partial<ContactAct> = { channel: 'email', phoneId: null, emailId: 5 };
const letter: Partial<ContactAct> = { channel: 'letter', phoneId: null, addressId: 1 };

describe('a closed medium or address', () => {
  const cases: [name: string, act: Partial<ContactAct>, event: LegalEvent, expected: string][] = [
    ['no calls: a call', {}, asked({ channel: 'call' }), medium],
    ['no calls: a voicemail', { channel: 'voicemail' }, asked({ channel: 'call' }), medium],
    ['no voicemail: a call', {}, asked({ channel: 'voicemail' }), medium],
    ['no calls: a text', text, asked({ channel: 'call' }), 'pass'],
    ['no texts: a call', {}, asked({ channel: 'text' }), 'pass'],
    ['no texts: a text', text, asked({ channel: 'text' }), medium],
    ['no email: an email', email, asked({ channel: 'email' }), medium],
    ['no email: a letter', letter, asked({ channel: 'email' }), 'pass'],
    ['no letters: a letter', letter, asked({ channel: 'letter' }), medium],
    ['no private messages: one', { channel: 'social', phoneId: null }, asked({ channel: 'social' }), medium],
    ['nothing at all: a letter', letter, asked({}), medium],
    ['recorded with another debt', {}, asked({ channel: 'call' }, { accountId: 2 }), medium],
    ['not this number: this number', {}, asked({ phoneId: 1 }), address],
    ['not this number: a text to it', text, asked({ phoneId: 1 }), address],
    ['not this number: the other one', { phoneId: 2 }, asked({ phoneId: 1 }), 'pass'],
    ['no texts to this number: a call to it', {}, asked({ channel: 'text', phoneId: 1 }), 'pass'],
    ['no texts to this number: a text', text, asked({ channel: 'text', phoneId: 1 }), address],
    ['not this email: this one', email, asked({ emailId: 5 }), address],
    ['not this email: the other one', { ...email, emailId: 6 }, asked({ emailId: 5 }), 'pass'],
    ['not this email: a call', {}, asked({ emailId: 5 }), 'pass'],
    ['not this address: a letter to it', letter, asked({ addressId: 1 }), address],
    [
      'not this number, and none is chosen',
      { phoneId: null },
      asked({ phoneId: 1 }),
      'undetermined ADDRESS_OPTED_OUT',
    ],
    ['no calls at work: the mobile', {}, asked({ channel: 'call', place: 'work' }), 'pass'],
    ['no calls at work: the work number', { phoneId: 2 }, asked({ channel: 'call', place: 'work' }), medium],
    [
      'no calls at work: a number of no known kind',
      { phoneId: 3 },
      asked({ channel: 'call', place: 'work' }),
      medium,
    ],
    ['taken back before', {}, asked({ channel: 'call' }, { endedOn: '2026-11-17' }), 'pass'],
    ['taken back from tomorrow', {}, asked({ channel: 'call' }, { endedOn: '2026-11-18' }), medium],
    [
      'the spouse’s, by name: the debtor',
      {},
      asked({ channel: 'call' }, { detail: { name: 'Luis Vale' } }),
      medium,
    ],
  ];
  it.each(cases)('%s', (_name, act, event, expected) => {
    expect(answerOf(facts(act, [event]))).toBe(expected);
  });

  it('holds for the person who asked, and not for another', () => {
    const byLuis = asked({ channel: 'letter' }, { detail: { name: 'Luis Vale' } });
    const toSpouse = { ...letter, to: 'spouse' as const };
    expect(answerOf(facts({ ...toSpouse, partyName: 'luis vale' }, [byLuis]))).toBe(medium);
    expect(answerOf(facts({ ...toSpouse, partyName: 'Luis Vale' }, [asked({ channel: 'letter' })]))).toBe(
      'pass',
    );
  });

  it('begins on the day it came and not before', () => {
    const event = { ...asked({ channel: 'call' }), on: '2026-11-17' };
    expect(answerOf(facts({}, [event]))).toBe(medium);
    expect(answerOf(facts({}, [{ ...event, on: '2026-11-18' }]))).toBe('pass');
    expect(answerOf(facts({}, [{ ...event, at: tuesday }]))).toBe(medium);
    expect(answerOf(facts({}, [{ ...event, at: tuesday + 60_000 }]))).toBe('pass');
  });

  it('opens by itself when it was limited to a day', () => {
    const event = asked({ channel: 'call' }, { detail: { untilOn: '2026-11-18' } });
    const verdict = decide(facts({}, [event]));
    expect(verdict.reasons.find(({ code }) => code === 'MEDIUM_OPTED_OUT')?.clears).toEqual({
      at: Date.UTC(2026, 10, 19, 6, 0),
    });
  });

  it('does not bind a creditor by law', () => {
    const creditor = gateFacts({
      events: [asked({ channel: 'call' })],
      office: { role: 'first_party_creditor' },
    });
    expect(answerOf(creditor)).toBe('pass');
  });

  it('cannot be overridden', () => {
    expect(decide(facts({}, [asked({ channel: 'call' })])).override).toBe('none');
  });
});

describe('what is still in order', () => {
  const stop = asked({ channel: 'text', phoneId: 1 }, { at: tuesday - day });
  const noTexts = asked({ channel: 'text' }, { at: tuesday - day });
  const sent = (at: number, rest: Partial<PriorContact> = {}) =>
    priorCall(at, { channel: 'text', outcome: 'other', ...rest });

  it('one confirmation by wire, and no second', () => {
    const confirm = { ...text, purpose: 'confirm_opt_out' as const };
    expect(answerOf(facts(confirm, [stop]))).toBe('pass');
    const done = sent(tuesday - 20 * hour, { purpose: 'confirm_opt_out' });
    expect(answerOf(facts(confirm, [stop], [done]))).toBe(address);
    const earlier = sent(tuesday - 30 * hour, { purpose: 'confirm_opt_out' });
    expect(answerOf(facts(confirm, [stop], [earlier]))).toBe('pass');
    expect(answerOf(facts({ purpose: 'confirm_opt_out' }, [asked({ channel: 'call' })]))).toBe(medium);
  });

  it('no confirmation of a request that is not on file', () => {
    expect(answerOf(facts({ ...text, purpose: 'confirm_opt_out' }, []))).toBe(
      'undetermined ADDRESS_OPTED_OUT',
    );
  });

  it('one answer to a message of theirs; the next message allows the next', () => {
    const answer = { ...text, purpose: 'answer_request' as const };
    const theirs = (at: number) => sent(at, { direction: 'in' });
    expect(answerOf(facts(answer, [noTexts]))).toBe(medium);
    expect(answerOf(facts(answer, [noTexts], [theirs(tuesday - 2 * day)]))).toBe(medium);
    const one = theirs(tuesday - 5 * hour);
    expect(answerOf(facts(answer, [noTexts], [one]))).toBe('pass');
    const answered = sent(tuesday - 4 * hour);
    expect(answerOf(facts(answer, [noTexts], [one, answered]))).toBe(medium);
    expect(answerOf(facts(answer, [noTexts], [one, answered, theirs(tuesday - hour)]))).toBe('pass');
    // A confirmation sent in between answers nothing.
    const confirmed = sent(tuesday - 4 * hour, { purpose: 'confirm_opt_out' });
    expect(answerOf(facts(answer, [noTexts], [one, confirmed]))).toBe('pass');
    // The same where the answer is given in their conversation; a text of another purpose is no answer.
    expect(answerOf(facts({ ...text, direction: 'in' }, [noTexts], [one]))).toBe('pass');
    expect(answerOf(facts({ ...text, direction: 'in' }, [noTexts]))).toBe(medium);
    expect(answerOf(facts(text, [noTexts], [one]))).toBe(medium);
  });

  it('the call they placed themselves', () => {
    expect(answerOf(facts({ direction: 'in' }, [asked({ channel: 'call' })]))).toBe('pass');
  });

  it('a contact the law requires through the medium, though not at an address closed by wire', () => {
    expect(answerOf(facts({ ...text, purpose: 'required_by_law' }, [noTexts]))).toBe('pass');
    expect(answerOf(facts({ ...text, purpose: 'required_by_law' }, [stop]))).toBe(address);
    expect(answerOf(facts({ ...letter, purpose: 'required_by_law' }, [asked({ addressId: 1 })]))).toBe(
      'pass',
    );
    expect(answerOf(facts({ ...letter, purpose: 'legal_process' }, [asked({ channel: 'letter' })]))).toBe(
      'pass',
    );
  });
});

describe('a mark on a number or address', () => {
  const marked = (act: Partial<ContactAct>, role: 'third_party_collector' | 'first_party_creditor') =>
    gateFacts({
      act,
      office: { role },
      person: {
        phones: [{ ...mobile, status: 'do_not_call' }, work],
        emails: [{ ...own, status: 'opted_out' }],
      },
    });

  const cases: [name: string, act: Partial<ContactAct>, expected: string][] = [
    ['a call to it', {}, address],
    ['a text to it', text, address],
    ['a voicemail', { channel: 'voicemail' }, address],
    ['the other number', { phoneId: 2 }, 'pass'],
    ['no number chosen', { phoneId: null }, 'undetermined ADDRESS_OPTED_OUT'],
    ['an email', email, address],
    ['a letter', letter, 'pass'],
    ['a confirmation', { ...email, purpose: 'confirm_opt_out' }, 'pass'],
  ];
  it.each(cases)('%s', (_name, act, expected) => {
    expect(answerOf(marked(act, 'third_party_collector'))).toBe(expected);
    expect(answerOf(marked(act, 'first_party_creditor'))).toBe(expected);
  });

  it('is the law for a collector and the office’s own word for a creditor', () => {
    const force = (role: 'third_party_collector' | 'first_party_creditor') =>
      decide(marked({}, role)).reasons.find(({ ruleId }) => ruleId === 'office.contact-marked')?.force;
    expect(force('third_party_collector')).toBe('prohibition');
    expect(force('first_party_creditor')).toBe('house');
  });
});

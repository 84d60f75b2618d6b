// What the message must hold, and what it may be: the notice, the opt-out line, the envelope, the limited-content message.
import { describe, expect, it } from 'vitest';
import { CaseView } from '../../../../../shared/rules/case-view.ts';
import { disclosureFormOf, disclosureTexts } from '../../../../../shared/rules/contact/message/disclosure.ts';
import { isInitialCommunication } from '../../../../../shared/rules/contact/message/initial.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { ContactAct, ContactContent, PriorContact } from '../../../../../shared/rules/facts.ts';
import { gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';

const day = 86_400_000;
const email: Partial<ContactAct> = { channel: 'email', phoneId: null, emailId: 5 };
const letter: Partial<ContactAct> = { channel: 'letter', phoneId: null, addressId: 1 };

/** The rules of the message that object. */
function objectionsTo(act: Partial<ContactAct>, content: Partial<ContactContent> = {}): string[] {
  return decide(gateFacts({ act, content }))
    .reasons.filter(({ ruleId }) => ruleId.startsWith('reg-f.message.'))
    .map(({ result, code }) => `${result} ${code}`);
}

describe('the notice that a debt collector writes', () => {
  const missing = ['block MISSING_MINI_MIRANDA'];
  const cases: [name: string, act: Partial<ContactAct>, notice: boolean | null, expected: string[]][] = [
    ['a letter with it', letter, true, []],
    ['a letter without it', letter, false, missing],
    ['a letter not written yet', letter, null, []],
    ['an email without it', email, false, missing],
    ['a call without it', {}, false, missing],
    ['a call the debtor placed', { direction: 'in' }, false, missing],
    ['to the attorney', { ...letter, to: 'attorney' }, false, missing],
    ['to the spouse', { ...letter, to: 'spouse' }, false, missing],
    ['to a third party, to find the debtor', { ...letter, to: 'third_party', purpose: 'locate' }, false, []],
    ['a limited-content message', { channel: 'voicemail', purpose: 'limited_content' }, false, []],
    ['papers of a court', { ...letter, purpose: 'legal_process' }, false, []],
    ['a bare confirmation', { ...email, purpose: 'confirm_opt_out' }, false, []],
  ];
  it.each(cases)('%s', (_name, act, debtCollectorNotice, expected) => {
    expect(objectionsTo(act, { debtCollectorNotice })).toEqual(expected);
  });

  it('does not bind a creditor', () => {
    const facts = gateFacts({
      act: letter,
      content: { debtCollectorNotice: false },
      office: { role: 'first_party_creditor' },
    });
    expect(decide(facts).reasons.map(({ code }) => code)).not.toContain('MISSING_MINI_MIRANDA');
  });

  it('names the words to add', () => {
    const facts = gateFacts({ act: letter, content: { debtCollectorNotice: false } });
    const reason = decide(facts).reasons.find(({ code }) => code === 'MISSING_MINI_MIRANDA');
    expect(reason?.text).toContain(disclosureTexts.long);
  });
});

describe('the first communication', () => {
  const earlier = (rest: Partial<PriorContact>) => priorCall(tuesday - 3 * day, rest);
  const cases: [name: string, contact: PriorContact, initial: boolean][] = [
    ['a call nobody answered', earlier({}), true],
    ['a busy line', earlier({ outcome: 'busy' }), true],
    ['a wrong number', earlier({ outcome: 'wrong_number' }), true],
    ['somebody else picked up', earlier({ outcome: 'third_party' }), true],
    ['a limited-content message', earlier({ outcome: 'voicemail_left', purpose: 'limited_content' }), true],
    ['a voicemail about the debt', earlier({ outcome: 'voicemail_left' }), false],
    ['a voicemail left without ringing', earlier({ channel: 'voicemail', outcome: 'voicemail_left' }), false],
    ['a conversation', earlier({ outcome: 'right_party' }), false],
    ['a conversation the debtor began', earlier({ outcome: 'right_party', direction: 'in' }), false],
    // Nobody can say that they heard what it was about: it is said in full once more.
    ['a call they hung up on', earlier({ outcome: 'hung_up' }), true],
    ['a call not understood', earlier({ outcome: 'language' }), true],
    ['a letter', earlier({ channel: 'letter', outcome: 'other' }), false],
    // The office has said nothing yet: its answer is what conveys something first (1006.34(b)(2)).
    ['an email of the debtor', earlier({ channel: 'email', outcome: 'other', direction: 'in' }), true],
    ['a visit of the debtor', earlier({ channel: 'visit', outcome: 'right_party', direction: 'in' }), false],
    [
      'a notice another law prescribes',
      earlier({ channel: 'letter', outcome: 'other', purpose: 'required_by_law' }),
      true,
    ],
    ['papers of a court', earlier({ channel: 'letter', outcome: 'other', purpose: 'legal_process' }), true],
    ['a confirmation', earlier({ channel: 'text', outcome: 'other', purpose: 'confirm_opt_out' }), true],
    ['about another debt', earlier({ outcome: 'right_party', accountIds: [2] }), true],
    ['a location call', earlier({ outcome: 'third_party', to: 'third_party', purpose: 'locate' }), true],
    ['with the spouse', earlier({ outcome: 'right_party', to: 'spouse' }), false],
  ];
  it.each(cases)('%s', (_name, contact, initial) => {
    expect(isInitialCommunication(new CaseView(gateFacts({ contacts: [contact] })))).toBe(initial);
  });

  it('was made by a validation notice on file', () => {
    const events = [legalEvent('validation_notice', '2026-11-01')];
    expect(isInitialCommunication(new CaseView(gateFacts({ events })))).toBe(false);
    const other = [legalEvent('validation_notice', '2026-11-01', { accountId: 2 })];
    expect(isInitialCommunication(new CaseView(gateFacts({ events: other })))).toBe(true);
  });
});

describe('the form of the notice', () => {
  const spoke = priorCall(tuesday - 9 * day, { outcome: 'right_party' });
  const wrote = priorCall(tuesday - 8 * day, { channel: 'letter', outcome: 'other' });
  const form = (act: Partial<ContactAct>, contacts: PriorContact[], state = 'TX') =>
    disclosureFormOf(
      new CaseView(
        gateFacts({
          act,
          contacts,
          person: { known: { residence_state: { value: state, source: 'Said', since: '2026-01-01' } } },
        }),
      ),
    );

  it('is the long one in the first communication, and again in the first in writing after a talk', () => {
    expect(form({}, [])).toBe('long');
    expect(form({}, [spoke])).toBe('short');
    expect(form(letter, [spoke])).toBe('long');
    expect(form(letter, [spoke, wrote])).toBe('short');
    expect(form(letter, [wrote])).toBe('short');
  });

  it('is the long one in everything written to the District of Columbia', () => {
    expect(form(letter, [spoke, wrote], 'DC')).toBe('long');
    expect(form({}, [spoke, wrote], 'DC')).toBe('short');
  });
});

describe('the line that ends electronic messages', () => {
  const missing = ['block MISSING_OPT_OUT_NOTICE'];
  const cases: [name: string, act: Partial<ContactAct>, optOutNotice: boolean | null, expected: string[]][] =
    [
      ['an email with it', email, true, []],
      ['an email without it', email, false, missing],
      ['an email not written yet', email, null, []],
      ['a text without it', { channel: 'text' }, false, missing],
      ['an answer without it', { channel: 'text', direction: 'in' }, false, missing],
      ['a private message without it', { channel: 'social', phoneId: null }, false, missing],
      ['a letter without it', letter, false, []],
      ['a call without it', {}, false, []],
      ['a confirmation', { ...email, purpose: 'confirm_opt_out' }, false, []],
      ['to the attorney', { ...email, to: 'attorney' }, false, []],
    ];
  it.each(cases)('%s', (_name, act, optOutNotice, expected) => {
    expect(objectionsTo(act, { optOutNotice })).toEqual(expected);
  });
});

describe('how a letter is sent', () => {
  it('never as a postcard', () => {
    expect(objectionsTo(letter, { postcard: true })).toEqual(['block POSTCARD']);
    expect(objectionsTo({ ...letter, to: 'spouse' }, { postcard: true })).toEqual(['block POSTCARD']);
    expect(objectionsTo({ ...letter, to: 'creditor' }, { postcard: true })).toEqual([]);
    expect(objectionsTo(letter)).toEqual([]);
  });

  it('never in an envelope that tells', () => {
    expect(objectionsTo(letter, { revealingEnvelope: true })).toEqual(['block ENVELOPE_LANGUAGE']);
    expect(objectionsTo({ ...letter, to: 'attorney' }, { revealingEnvelope: true })).toEqual([]);
  });

  it('names a postcard to somebody else once', () => {
    const facts = gateFacts({
      act: { ...letter, to: 'third_party', partyName: 'Noor Alder', purpose: 'locate' },
      content: { postcard: true },
    });
    expect(decide(facts).reasons.filter(({ code }) => code === 'POSTCARD')).toHaveLength(1);
  });
});

describe('a limited-content message', () => {
  const limited = { purpose: 'limited_content' as const };
  const cases: [name: string, act: Partial<ContactAct>, expected: string[]][] = [
    ['a voicemail for the debtor', { ...limited, channel: 'voicemail' }, []],
    ['a call that may end in one', limited, []],
    ['for the spouse', { ...limited, channel: 'voicemail', to: 'spouse' }, ['block THIRD_PARTY_PROHIBITED']],
    [
      'for a neighbor',
      { ...limited, channel: 'voicemail', to: 'third_party' },
      ['block THIRD_PARTY_PROHIBITED'],
    ],
    ['by text', { ...limited, channel: 'text' }, ['block LIMITED_CONTENT_MESSAGE']],
    ['by post', { ...letter, ...limited }, ['block LIMITED_CONTENT_MESSAGE']],
    ['a voicemail about the debt', { channel: 'voicemail' }, ['warn ALLOWED_WITH_CAUTION']],
    ['a call about the debt', {}, []],
  ];
  it.each(cases)('%s', (_name, act, expected) => {
    expect(objectionsTo(act)).toEqual(expected);
  });

  it('is held to hours, requests and counts all the same', () => {
    const calls = Array.from({ length: 7 }, (_, index) => priorCall(tuesday - day + index * 60_000));
    const verdict = decide(
      gateFacts({
        act: { ...limited, channel: 'voicemail' },
        contacts: calls,
        events: [legalEvent('opt_out', '2026-11-01', { accountId: null, scope: { channel: 'call' } })],
      }),
    );
    const codes = verdict.reasons.map(({ code }) => code);
    expect(codes).toContain('CALL_FREQ_SEVEN_IN_SEVEN');
    expect(codes).toContain('MEDIUM_OPTED_OUT');
  });
});

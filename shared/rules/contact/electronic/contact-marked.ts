import type { CaseView } from '../../case-view.ts';
import { contactRule, type Objection, pass } from '../../rule.ts';
import { isWithSamePerson, mediumOf } from './reach.ts';

/**
 * A number marked “do not call” or an address marked “opted out” is not used by anybody in the office. The mark itself has no
 * day, so it knows no answer to a message; a request recorded with its day does (`opt-out.ts`). For whom Regulation F binds it is
 * the law, for the rest it is the office’s own word.
 */
export const contactMarkedRule = contactRule<null>({
  id: 'office.contact-marked',
  code: 'ADDRESS_OPTED_OUT',
  step: 'opt_out',
  title: 'Numbers and addresses marked as closed are not used',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '12 CFR 1006.14(h), 1006.6(e)', readOn: '2026-11-21', confidence: 'text' },
  scope: {
    roles: 'anyone',
    debts: 'any',
    states: 'all',
    channels: ['call', 'voicemail', 'text', 'email'],
    directions: 'out',
  },
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts, view }) {
    const { act, person } = facts;
    if (act.channel === 'email') {
      const closed = person.emails.filter(({ status }) => status === 'opted_out');
      if (closed.length === 0) return pass;
      if (act.emailId === null) return notSaid('email address', view);
      const marked = closed.find(({ emailId }) => emailId === act.emailId);
      if (marked === undefined || mayConfirm(view)) return pass;
      return marking(view, `The email address ${marked.address} is marked as opted out.`, {
        name: 'Email address',
        value: `${marked.address}, opted out`,
        source: '',
        ref: { kind: 'email', id: marked.emailId },
      });
    }
    const closed = person.phones.filter(({ status }) => status === 'do_not_call');
    if (closed.length === 0) return pass;
    if (act.phoneId === null) return notSaid('number', view);
    const marked = closed.find(({ phoneId }) => phoneId === act.phoneId);
    if (marked === undefined || mayConfirm(view)) return pass;
    return marking(view, `The number ${marked.number} is marked “do not call”.`, {
      name: 'Phone',
      value: `${marked.number}, do not call`,
      source: '',
      ref: { kind: 'phone', id: marked.phoneId },
    });
  },
});

function forceOf(view: CaseView): 'prohibition' | 'house' {
  return view.bindsCollectors && view.isConsumerDebt ? 'prohibition' : 'house';
}

/** One message by wire that confirms the request, and no second one. */
function mayConfirm({ facts: { act, contacts } }: CaseView): boolean {
  if (act.purpose !== 'confirm_opt_out' || mediumOf(act.channel) === 'telephone') return false;
  return !contacts.some(
    (contact) =>
      contact.purpose === 'confirm_opt_out' &&
      contact.direction === 'out' &&
      contact.channel === act.channel &&
      isWithSamePerson(contact, act),
  );
}

function marking(view: CaseView, what: string, fact: ReturnType<Objection['facts']>[number]): Objection {
  return {
    result: 'block',
    force: forceOf(view),
    text: () => `${what} Use another way, or change the mark if the person has taken it back.`,
    facts: () => [fact],
    clears: { waitsFor: 'the mark to be changed' },
  };
}

function notSaid(what: string, view: CaseView): Objection {
  return {
    result: 'undetermined',
    force: forceOf(view),
    text: () =>
      `One ${what} of this person is marked as closed, and it is not said which one this contact uses.`,
    facts: () => [],
    clears: { waitsFor: `the ${what} to be chosen` },
  };
}

import { expect, test } from 'vitest';
import type { PhoneStatus } from '../../../../../shared/domain/debtor.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import { gateFacts } from '../../../../builders/gate-facts.ts';

const phone = (status: PhoneStatus, role: 'third_party_collector' | 'first_party_creditor') =>
  gateFacts({
    office: { role },
    person: { phones: [{ phoneId: 1, kind: 'mobile', status, number: '+15125550144' }] },
  });

test.each([
  ['wrong', 'third_party_collector', 'blocked'],
  ['wrong', 'first_party_creditor', 'blocked'],
  ['current', 'third_party_collector', 'allowed'],
  ['unverified', 'first_party_creditor', 'allowed'],
] as const)('a number marked %s, in the hands of a %s, is %s', (status, role, outcome) => {
  const verdict = decide(phone(status, role));
  expect(verdict.outcome).toBe(outcome);
  if (outcome === 'blocked') {
    expect(verdict.primary).toMatchObject({ code: 'WRONG_NUMBER', force: 'house' });
    expect(verdict.override).toBe('reason');
  }
});

test('a bad email address is not written to', () => {
  const facts = gateFacts({
    act: { channel: 'email', phoneId: null, emailId: 3 },
    office: { role: 'first_party_creditor' },
    person: { emails: [{ emailId: 3, status: 'bad', address: 'ana@example.com' }] },
  });
  expect(decide(facts).reasons.map(({ code }) => code)).toContain('WRONG_NUMBER');
});

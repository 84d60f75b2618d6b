/** Where a debt stands with its validation notice: due, late, running, ended, come back. */
import { describe, expect, test } from 'vitest';
import { noHousePolicy } from '../../../../shared/domain/law.ts';
import { CaseView } from '../../../../shared/rules/case-view.ts';
import type { GateFacts } from '../../../../shared/rules/facts.ts';
import { type ValidationState, validationStateOf } from '../../../../shared/rules/validation/state.ts';
import { gateFacts, legalEvent, priorCall } from '../../../builders/gate-facts.ts';

/** 14:00 in Chicago (winter time). */
const noon = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day, 20, 0);
const state = (facts: GateFacts, today: string): ValidationState =>
  validationStateOf(new CaseView(facts), today);
const talked = priorCall(noon(2026, 11, 2), { outcome: 'right_party' });

describe('the notice', () => {
  test('is not begun before anything was communicated', () => {
    const facts = gateFacts({ contacts: [priorCall(noon(2026, 11, 2))] });
    expect(state(facts, '2026-11-20')).toMatchObject({ stage: 'not_begun', dueOn: null, initialOn: null });
  });

  test.each([
    ['2026-11-02', 'due'],
    ['2026-11-07', 'due'],
    ['2026-11-08', 'overdue'],
  ])('on %s is %s after a conversation on November 2', (today, stage) => {
    expect(state(gateFacts({ contacts: [talked] }), today)).toMatchObject({
      stage,
      initialOn: '2026-11-02',
      dueOn: '2026-11-07',
    });
  });

  test.each([
    ['2026-12-15', 'running'],
    ['2026-12-16', 'running'],
    ['2026-12-17', 'ended'],
  ])('sent on November 6, on %s is %s', (today, stage) => {
    const events = [legalEvent('validation_notice', '2026-11-06')];
    // The fifth day that counts is Monday, November 16, because of Veterans Day; thirty days on is December 16.
    expect(state(gateFacts({ contacts: [talked], events }), today)).toMatchObject({
      stage,
      endsOn: '2026-12-16',
    });
  });

  test('told by mouth runs from the day itself', () => {
    const events = [legalEvent('validation_notice', '2026-11-02', { detail: { how: 'oral' } })];
    expect(state(gateFacts({ contacts: [talked], events }), '2026-11-20')).toMatchObject({
      stage: 'running',
      receivedOn: '2026-11-02',
      endsOn: '2026-12-02',
    });
  });

  test('keeps a later date that was printed, and not an earlier one', () => {
    const printed = (endsOn: string) =>
      state(
        gateFacts({ events: [legalEvent('validation_notice', '2026-11-06', { detail: { endsOn } })] }),
        '2026-11-20',
      );
    expect(printed('2026-12-20')).toMatchObject({ endsOn: '2026-12-20', printedTooEarly: false });
    expect(printed('2026-12-10')).toMatchObject({ endsOn: '2026-12-16', printedTooEarly: true });
  });

  test('that came back is due again, and the next one is counted from its own day', () => {
    const first = legalEvent('validation_notice', '2026-11-06');
    const back = legalEvent('notice_returned', '2026-11-18');
    expect(state(gateFacts({ contacts: [talked], events: [first, back] }), '2026-11-20')).toMatchObject({
      stage: 'overdue',
      returnedOn: '2026-11-18',
      endsOn: null,
    });
    const again = legalEvent('validation_notice', '2026-11-20');
    expect(
      state(gateFacts({ contacts: [talked], events: [first, back, again] }), '2026-11-20'),
    ).toMatchObject({
      stage: 'running',
      providedOn: '2026-11-20',
      endsOn: '2026-12-30',
      returnedOn: null,
    });
  });

  test('with two that stand ends with the later', () => {
    const events = [
      legalEvent('validation_notice', '2026-11-06', { detail: { endsOn: '2027-01-15' } }),
      legalEvent('validation_notice', '2026-11-20'),
    ];
    expect(state(gateFacts({ events }), '2026-11-20').endsOn).toBe('2027-01-15');
  });

  test('is not needed for a debt paid before it was due', () => {
    const paidOn = (lastPaymentOn: string) =>
      state(gateFacts({ contacts: [talked], debt: { balanceCents: 0, lastPaymentOn } }), '2026-11-20').stage;
    expect(paidOn('2026-11-07')).toBe('paid');
    expect(paidOn('2026-11-08')).toBe('overdue');
  });
});

describe('what counts as the first communication', () => {
  const initial = (contact: ReturnType<typeof priorCall>) =>
    state(gateFacts({ contacts: [contact] }), '2026-11-20').initialOn;
  const at = noon(2026, 11, 2);

  test.each([
    ['a letter', priorCall(at, { channel: 'letter', outcome: 'other', phoneId: null })],
    ['a message left that says what it is about', priorCall(at, { outcome: 'voicemail_left' })],
    ['a call the debtor makes', priorCall(at, { direction: 'in', outcome: 'right_party' })],
    ['a talk with the spouse', priorCall(at, { to: 'spouse', outcome: 'right_party' })],
    ['an email', priorCall(at, { channel: 'email', outcome: 'other', phoneId: null, emailId: 1 })],
  ])('%s', (_, contact) => {
    expect(initial(contact)).toBe('2026-11-02');
  });

  test.each([
    ['a limited-content message', priorCall(at, { outcome: 'voicemail_left', purpose: 'limited_content' })],
    ['a call nobody answered', priorCall(at)],
    ['papers of a court', priorCall(at, { channel: 'letter', outcome: 'other', purpose: 'legal_process' })],
    ['a search for the debtor with a neighbor', priorCall(at, { to: 'third_party', outcome: 'third_party' })],
    ['a call about another debt', priorCall(at, { outcome: 'right_party', accountIds: [2] })],
    ['a letter of the debtor', priorCall(at, { channel: 'letter', direction: 'in', outcome: 'other' })],
  ])('not %s', (_, contact) => {
    expect(initial(contact)).toBeNull();
  });

  test('by the earliest clock the debtor may have', () => {
    // 00:30 on November 3 in New York is still November 2 in Chicago and farther west.
    const contact = priorCall(Date.UTC(2026, 10, 3, 5, 30), { outcome: 'right_party' });
    const facts = gateFacts({ contacts: [contact], zone: 'America/New_York' });
    expect(state(facts, '2026-11-20').initialOn).toBe('2026-11-02');
  });
});

test('binds collectors and those who keep to it, for consumer debts', () => {
  const stage = (parts: Parameters<typeof gateFacts>[0]) =>
    state(gateFacts({ contacts: [talked], ...parts }), '2026-11-20').stage;
  expect(stage({ office: { role: 'first_party_creditor' } })).toBe('not_bound');
  expect(
    stage({ office: { role: 'first_party_creditor', house: { ...noHousePolicy, keepsRegulationF: true } } }),
  ).toBe('overdue');
  expect(stage({ office: { role: null } })).toBe('overdue');
  expect(
    stage({ debt: { known: { purpose: { value: 'business', source: 'Contract', since: '2026-01-01' } } } }),
  ).toBe('not_bound');
});

// What is not there to collect: closed and paid accounts, debts that moved on, debts a thief made.
import { describe, expect, it } from 'vitest';
import { gateFacts, legalEvent } from '../../../../builders/gate-facts.ts';
import { businessDebt, firstParty, reasonBy, type Said, saidBy } from './asking.ts';

type Case = [name: string, parts: Parameters<typeof gateFacts>[0], said: Said];

describe('nothing is owed', () => {
  const paid = { balanceCents: 0 };
  it.each<Case>([
    ['a cent owed', { debt: { balanceCents: 1 } }, 'pass'],
    ['nothing owed', { debt: paid }, 'block'],
    ['too much paid', { debt: { balanceCents: -1 } }, 'block'],
    ['closed with a balance', { debt: { closed: true } }, 'block'],
    ['a business debt', { debt: { ...paid, ...businessDebt } }, 'block'],
    ['a creditor’s own debt', { debt: paid, office: firstParty() }, 'block'],
    [
      'asking others where the person is',
      { debt: paid, act: { purpose: 'locate', to: 'third_party' } },
      'block',
    ],
    ['a validation notice', { debt: paid, act: { purpose: 'validation_notice' } }, 'block'],
    ['a notice of a remedy', { debt: paid, act: { purpose: 'remedy_notice' } }, 'block'],
    ['a letter the law requires', { debt: paid, act: { purpose: 'required_by_law' } }, 'pass'],
    ['a satisfaction of judgment', { debt: paid, act: { purpose: 'legal_process' } }, 'pass'],
    ['an answer', { debt: paid, act: { purpose: 'answer_request' } }, 'pass'],
    ['the creditor', { debt: paid, act: { to: 'creditor' } }, 'pass'],
    ['the attorney', { debt: paid, act: { to: 'attorney' } }, 'block'],
    ['the person calls', { debt: paid, act: { direction: 'in' } }, 'warn'],
  ])('%s', (_, parts, said) => {
    expect(saidBy('debt.nothing-owed', gateFacts(parts))).toBe(said);
  });

  it('says why, and what the account was closed for', () => {
    const reason = reasonBy(
      'debt.nothing-owed',
      gateFacts({ debt: { closed: true, closedReason: 'Returned to creditor' } }),
    );
    expect(reason.code).toBe('DEBT_CLOSED');
    expect(reason.facts[0]?.value).toBe('Closed: Returned to creditor');
    expect(reason.facts[0]?.ref).toEqual({ kind: 'account' });
    expect(
      reasonBy('debt.nothing-owed', gateFacts({ debt: { balanceCents: -250 } })).facts[0]?.value,
    ).toContain('2.50');
  });
});

describe('the debt moved on', () => {
  it.each<Case>([
    ['sold tomorrow', { events: [legalEvent('debt_sold', '2026-11-18')] }, 'pass'],
    ['sold today', { events: [legalEvent('debt_sold', '2026-11-17')] }, 'block'],
    ['sold yesterday', { events: [legalEvent('debt_sold', '2026-11-16')] }, 'block'],
    ['called back', { events: [legalEvent('debt_recalled', '2026-11-16')] }, 'block'],
    [
      'called back, and placed again',
      { events: [legalEvent('debt_recalled', '2026-11-10', { endedOn: '2026-11-17' })] },
      'pass',
    ],
    ['another debt sold', { events: [legalEvent('debt_sold', '2026-11-16', { accountId: 2 })] }, 'pass'],
    ['every debt sold', { events: [legalEvent('debt_sold', '2026-11-16', { accountId: null })] }, 'block'],
    [
      'a step in court',
      { events: [legalEvent('debt_sold', '2026-11-16')], act: { purpose: 'legal_process' } },
      'block',
    ],
    [
      'an answer',
      { events: [legalEvent('debt_sold', '2026-11-16')], act: { purpose: 'answer_request' } },
      'pass',
    ],
    [
      'the person calls',
      { events: [legalEvent('debt_sold', '2026-11-16')], act: { direction: 'in' } },
      'warn',
    ],
    [
      'a creditor’s own business debt',
      { events: [legalEvent('debt_sold', '2026-11-16')], office: firstParty(), debt: businessDebt },
      'block',
    ],
  ])('%s', (_, parts, said) => {
    expect(saidBy('debt.moved-on', gateFacts(parts))).toBe(said);
  });

  it('clears at midnight of the day it is recorded to end', () => {
    const facts = gateFacts({
      events: [legalEvent('debt_recalled', '2026-11-10', { endedOn: '2026-11-18' })],
    });
    expect(reasonBy('debt.moved-on', facts).clears).toEqual({ at: Date.UTC(2026, 10, 18, 6) });
  });
});

describe('identity theft', () => {
  const blocked = legalEvent('identity_theft', '2026-11-16', { detail: { report: true, blocked605b: true } });
  const reported = legalEvent('identity_theft', '2026-11-16', { detail: { report: true } });
  const claimed = legalEvent('identity_theft', '2026-11-16');
  it.each<Case>([
    ['blocked by a bureau', { events: [blocked] }, 'block'],
    ['blocked, another debt', { events: [{ ...blocked, accountId: 2 }] }, 'pass'],
    ['blocked, ended', { events: [{ ...blocked, endedOn: '2026-11-17' }] }, 'pass'],
    ['blocked tomorrow', { events: [{ ...blocked, on: '2026-11-18' }] }, 'pass'],
    ['with a report', { events: [reported] }, 'undetermined'],
    ['claimed', { events: [claimed] }, 'warn'],
    ['claimed, then blocked', { events: [claimed, blocked] }, 'block'],
    ['blocked: papers the person asks for', { events: [blocked], act: { purpose: 'verification' } }, 'pass'],
    ['blocked: the creditor', { events: [blocked], act: { to: 'creditor' } }, 'pass'],
    ['blocked: a suit', { events: [blocked], act: { purpose: 'legal_process' } }, 'block'],
    ['blocked: a creditor’s own', { events: [blocked], office: firstParty() }, 'block'],
    ['blocked: the person calls', { events: [blocked], act: { direction: 'in' } }, 'warn'],
  ])('%s', (_, parts, said) => {
    expect(saidBy('fcra.identity-theft', gateFacts(parts))).toBe(said);
  });
});

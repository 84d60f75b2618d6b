// What befell the person: a death, military service; and a debt in suit.
import { describe, expect, it } from 'vitest';
import { gateFacts, legalEvent, tuesday } from '../../../../builders/gate-facts.ts';
import { businessDebt, firstParty, reasonBy, type Said, saidBy } from './asking.ts';

type Case = [name: string, parts: NonNullable<Parameters<typeof gateFacts>[0]>, said: Said];

describe('a death', () => {
  const id = 'reg-f.deceased';
  const died = legalEvent('deceased', '2026-11-10', { accountId: null, detail: { diedOn: '2026-11-01' } });
  it.each<Case>([
    ['learned tomorrow', { events: [{ ...died, on: '2026-11-18' }] }, 'pass'],
    ['learned today', { events: [{ ...died, on: '2026-11-17' }] }, 'block'],
    ['recorded with another debt', { events: [{ ...died, accountId: 2 }] }, 'block'],
    ['proved wrong', { events: [{ ...died, endedOn: '2026-11-17' }] }, 'pass'],
    ['the spouse', { events: [died], act: { to: 'spouse', partyName: 'Ana Reyes' } }, 'warn'],
    ['a parent', { events: [died], act: { to: 'parent' } }, 'warn'],
    ['who acts for the estate', { events: [died], act: { to: 'representative' } }, 'warn'],
    [
      'an answer to who acts for the estate',
      { events: [died], act: { to: 'representative', purpose: 'answer_request' } },
      'pass',
    ],
    ['the spouse of somebody alive', { act: { to: 'spouse' } }, 'pass'],
    [
      'a validation notice to nobody by name',
      { events: [died], act: { to: 'representative', purpose: 'validation_notice', partyName: ' ' } },
      'undetermined',
    ],
    [
      'a validation notice to a person by name',
      { events: [died], act: { to: 'representative', purpose: 'validation_notice', partyName: 'Ana Reyes' } },
      'warn',
    ],
    [
      'a letter to the dead',
      { events: [died], act: { channel: 'letter', purpose: 'required_by_law' } },
      'block',
    ],
    ['the attorney', { events: [died], act: { to: 'attorney' } }, 'pass'],
    ['somebody calls from the number', { events: [died], act: { direction: 'in' } }, 'warn'],
    ['a creditor', { events: [died], office: firstParty() }, 'not binding'],
    [
      'a creditor that keeps Regulation F',
      { events: [died], office: firstParty({ keepsRegulationF: true }) },
      'block',
    ],
    ['a business debt', { events: [died], debt: businessDebt }, 'not binding'],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts(parts))).toBe(said);
  });

  it('warns that nobody else owes it', () => {
    const facts = gateFacts({ events: [died], act: { to: 'spouse' } });
    expect(reasonBy(id, facts).text).toContain('own money');
  });
});

describe('military service', () => {
  const id = 'scra.servicemember';
  const serves = legalEvent('servicemember', '2026-06-01', {
    accountId: null,
    detail: { from: '2026-06-01' },
  });
  const military = (value: string) => ({
    military: { value, source: 'DMDC certificate', since: '2026-09-01' },
  });
  // 180 days after 2026-05-21 is 2026-11-17.
  const left = (to: string) => ({ ...serves, detail: { from: '2024-01-01', to } });
  it.each<Case>([
    ['in service', { events: [serves] }, 'warn'],
    ['recorded with another debt', { events: [{ ...serves, accountId: 2 }] }, 'warn'],
    ['left 181 days ago', { events: [left('2026-05-20')] }, 'pass'],
    ['left 180 days ago', { events: [left('2026-05-21')] }, 'warn'],
    ['status checked: active', { person: { known: military('active') } }, 'warn'],
    ['status checked: none', { person: { known: military('none') } }, 'pass'],
    ['the employer', { events: [serves], act: { to: 'employer', purpose: 'locate' } }, 'undetermined'],
    ['the creditor', { events: [serves], act: { to: 'creditor' } }, 'pass'],
    [
      'a creditor’s own business debt',
      { events: [serves], office: firstParty(), debt: businessDebt },
      'warn',
    ],
    ['ended', { events: [{ ...serves, endedOn: '2026-11-17' }] }, 'pass'],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts(parts))).toBe(said);
  });
});

it.each<Case>([
  [
    'in suit',
    { debt: { known: { litigation: { value: 'yes', source: 'Docket', since: '2026-09-01' } } } },
    'warn',
  ],
  [
    'not in suit',
    { debt: { known: { litigation: { value: 'no', source: 'Client', since: '2026-09-01' } } } },
    'pass',
  ],
  ['nothing said', { now: tuesday }, 'pass'],
])('counsel is named for a debt %s', (_, parts, said) => {
  expect(saidBy('house.litigation', gateFacts(parts))).toBe(said);
});

// Disputes and requests for the original creditor: in time or late, written or spoken, in whole or in part, answered or not.
import { describe, expect, it } from 'vitest';
import type { ContactParty, ContactPurpose } from '../../../../../shared/domain/law.ts';
import type { EventDetail, LegalEvent } from '../../../../../shared/rules/facts.ts';
import { gateFacts, legalEvent, priorCall, tuesday } from '../../../../builders/gate-facts.ts';
import { businessDebt, firstParty, reasonBy, type Said, saidBy } from './asking.ts';

type Parts = NonNullable<Parameters<typeof gateFacts>[0]>;
type Case = [name: string, parts: Parts, said: Said];

const day = 86_400_000;

function notice(endsOn: string | undefined, on = '2026-10-01'): LegalEvent {
  return legalEvent('validation_notice', on, { detail: { endsOn } });
}
function dispute(
  on: string,
  detail: EventDetail = { written: true },
  rest: Parameters<typeof legalEvent>[2] = {},
) {
  return legalEvent('dispute', on, { detail, ...rest });
}
function sent(on: string, rest: Parameters<typeof legalEvent>[2] = {}) {
  return legalEvent('verification_sent', on, rest);
}

describe('a dispute', () => {
  const id = 'reg-f.dispute';
  const period = notice('2026-11-10');
  const open = dispute('2026-11-05');
  it.each<Case>([
    [
      'the newest notice counts, whatever the order',
      { events: [period, notice('2026-10-20', '2026-09-10'), dispute('2026-11-05')] },
      'block',
    ],
    [
      'a part in writing, and one nobody wrote down how',
      {
        events: [dispute('2026-11-05', { written: true, disputedCents: 10_000 }), dispute('2026-11-06', {})],
      },
      'undetermined',
    ],
    ['the day before the end of the period', { events: [period, dispute('2026-11-09')] }, 'block'],
    ['on the last day', { events: [period, dispute('2026-11-10')] }, 'block'],
    ['the day after', { events: [period, dispute('2026-11-11')] }, 'warn'],
    // Sent on October 1 it runs through November 7, whatever was printed on it.
    [
      'printed too early: its lawful last day',
      { events: [notice('2026-10-31'), dispute('2026-11-07')] },
      'block',
    ],
    ['printed too early: the day after', { events: [notice('2026-10-31'), dispute('2026-11-08')] }, 'warn'],
    ['no notice on file', { events: [dispute('2026-11-11')] }, 'block'],
    ['a notice without its end', { events: [notice(undefined), dispute('2026-11-11')] }, 'block'],
    [
      'a notice about another debt',
      { events: [{ ...period, accountId: 2 }, dispute('2026-11-11')] },
      'block',
    ],
    [
      'the notice came back',
      { events: [period, legalEvent('notice_returned', '2026-10-20'), dispute('2026-11-11')] },
      'block',
    ],
    [
      'it came back and was sent anew',
      {
        events: [
          notice('2026-10-30', '2026-09-20'),
          legalEvent('notice_returned', '2026-09-30'),
          period,
          dispute('2026-11-11'),
        ],
      },
      'warn',
    ],
    [
      'the newest notice counts',
      { events: [notice('2026-10-20', '2026-09-10'), period, dispute('2026-11-05')] },
      'block',
    ],
    ['spoken', { events: [period, dispute('2026-11-05', { written: false })] }, 'warn'],
    ['nobody wrote down how', { events: [period, dispute('2026-11-05', {})] }, 'undetermined'],
    ['nobody wrote down how, but late', { events: [period, dispute('2026-11-11', {})] }, 'warn'],
    ['received tomorrow', { events: [dispute('2026-11-18')] }, 'pass'],
    ['received today', { events: [dispute('2026-11-17')] }, 'block'],
    ['another debt', { events: [{ ...open, accountId: 2 }] }, 'pass'],
    ['every debt', { events: [{ ...open, accountId: null }] }, 'block'],
    ['ended', { events: [{ ...open, endedOn: '2026-11-17' }] }, 'pass'],
    ['verification the day before', { events: [sent('2026-11-04'), open] }, 'block'],
    ['verification on the day', { events: [open, sent('2026-11-05')] }, 'pass'],
    [
      'verification the same day, an hour earlier',
      {
        events: [
          sent('2026-11-05', { at: tuesday - 12 * day - 3_600_000 }),
          { ...open, at: tuesday - 12 * day },
        ],
      },
      'block',
    ],
    ['verification later', { events: [open, sent('2026-11-12')] }, 'pass'],
    ['verification of another debt', { events: [open, sent('2026-11-12', { accountId: 2 })] }, 'block'],
    ['verification tomorrow', { events: [open, sent('2026-11-18')] }, 'block'],
    [
      'disputed anew after verification',
      { events: [open, sent('2026-11-06'), dispute('2026-11-07')] },
      'block',
    ],
    [
      'the same once more',
      { events: [open, sent('2026-11-06'), dispute('2026-11-07', { written: true, duplicative: true })] },
      'block',
    ],
    ['a business debt', { events: [open], debt: businessDebt }, 'not binding'],
    ['a creditor', { events: [open], office: firstParty() }, 'not binding'],
    [
      'a creditor that keeps Regulation F',
      { events: [open], office: firstParty({ keepsRegulationF: true }) },
      'block',
    ],
    ['the person calls', { events: [open], act: { direction: 'in' } }, 'warn'],
    [
      'the person calls, nobody wrote down how',
      { events: [dispute('2026-11-05', {})], act: { direction: 'in' } },
      'warn',
    ],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts(parts))).toBe(said);
  });

  it.each<[name: string, cents: (number | undefined)[], said: Said, left: string | null]>([
    ['a part', [20_000], 'warn', '$300.00'],
    ['all but a cent', [49_999], 'warn', '$0.01'],
    ['to the cent', [50_000], 'block', null],
    ['more than is owed', [50_001], 'block', null],
    ['two parts', [20_000, 10_000], 'warn', '$200.00'],
    ['two parts that make the whole', [20_000, 30_000], 'block', null],
    ['a part and the whole', [20_000, undefined], 'block', null],
    ['a part of nothing', [0], 'block', null],
  ])('%s of $500.00', (_, cents, said, left) => {
    const events = cents.map((disputedCents) => dispute('2026-11-05', { written: true, disputedCents }));
    const facts = gateFacts({ events });
    expect(saidBy(id, facts)).toBe(said);
    if (left !== null) expect(reasonBy(id, facts).text).toContain(left);
  });

  it.each<[to: ContactParty, purpose: ContactPurpose, said: Said]>([
    ['trustee', 'collect', 'pass'],
    ['debtor', 'limited_content', 'block'],
    ['debtor', 'remedy_notice', 'block'],
    ['debtor', 'locate', 'block'],
    ['third_party', 'locate', 'block'],
    ['attorney', 'collect', 'block'],
    ['debtor', 'legal_process', 'block'],
    ['debtor', 'verification', 'pass'],
    ['debtor', 'original_creditor_answer', 'pass'],
    ['debtor', 'required_by_law', 'pass'],
    ['debtor', 'validation_notice', 'pass'],
    ['debtor', 'efforts_end', 'pass'],
    ['debtor', 'confirm_opt_out', 'pass'],
    ['debtor', 'answer_request', 'warn'],
    ['creditor', 'collect', 'pass'],
    ['bureau', 'required_by_law', 'pass'],
  ])('to %s for %s: %s', (to, purpose, said) => {
    expect(saidBy(id, gateFacts({ events: [open], act: { to, purpose } }))).toBe(said);
  });

  it('lets a suit that runs go on with care', () => {
    const known = { litigation: { value: 'yes', source: 'Docket', since: '2026-09-01' } };
    const facts = gateFacts({ events: [open], debt: { known }, act: { purpose: 'legal_process' } });
    expect(saidBy(id, facts)).toBe('warn');
  });

  it('says so when the period is not known, and calls a late dispute a disputed debt', () => {
    expect(reasonBy(id, gateFacts({ events: [open] })).text).toContain('not on file');
    expect(reasonBy(id, gateFacts({ events: [period, open] })).text).not.toContain('not on file');
    const late = reasonBy(id, gateFacts({ events: [period, dispute('2026-11-11')] }));
    expect(late.code).toBe('FURNISH_DISPUTE_FLAG_REQUIRED');
    expect(late.force).toBe('caution');
    const again = dispute('2026-11-07', { written: true, duplicative: true });
    expect(reasonBy(id, gateFacts({ events: [open, sent('2026-11-06'), again] })).text).toContain(
      'brief reasons',
    );
  });
});

describe('a dispute at an office Regulation F does not bind', () => {
  const open = dispute('2026-11-05');
  it.each<Case>([
    ['in writing', { events: [open] }, 'warn'],
    ['spoken', { events: [dispute('2026-11-05', { written: false })] }, 'warn'],
    ['answered', { events: [open, sent('2026-11-06')] }, 'pass'],
    ['answered before', { events: [sent('2026-11-04'), open] }, 'warn'],
    ['ended', { events: [{ ...open, endedOn: '2026-11-17' }] }, 'pass'],
    ['another debt', { events: [{ ...open, accountId: 2 }] }, 'pass'],
    [
      'one that keeps Regulation F is told once',
      { events: [open], office: firstParty({ keepsRegulationF: true }) },
      'pass',
    ],
    ['a collector', { events: [open], office: { role: 'third_party_collector' } }, 'not binding'],
    ['a business debt', { events: [open], debt: businessDebt }, 'not binding'],
  ])('%s', (_, parts, said) => {
    expect(saidBy('fcra.dispute-flag', gateFacts({ office: firstParty(), ...parts }))).toBe(said);
  });
});

describe('a request for the original creditor', () => {
  const id = 'reg-f.original-creditor-request';
  const asked = legalEvent('original_creditor_request', '2026-11-05', { detail: { written: true } });
  const answer = priorCall(tuesday - 5 * day, {
    channel: 'letter',
    outcome: 'other',
    purpose: 'original_creditor_answer',
  });
  it.each<Case>([
    ['answered tomorrow', { events: [asked], contacts: [{ ...answer, at: tuesday + day }] }, 'block'],
    [
      'a letter of theirs is no answer',
      { events: [asked], contacts: [{ ...answer, direction: 'in' }] },
      'block',
    ],
    [
      'a suit that runs',
      {
        events: [asked],
        act: { purpose: 'legal_process' },
        debt: { known: { litigation: { value: 'yes', source: 'Docket', since: '2026-09-01' } } },
      },
      'pass',
    ],
    ['on the last day', { events: [notice('2026-11-05'), asked] }, 'block'],
    ['the day after', { events: [notice('2026-11-04', '2026-09-25'), asked] }, 'warn'],
    ['no notice on file', { events: [asked] }, 'block'],
    ['spoken', { events: [{ ...asked, detail: { written: false } }] }, 'warn'],
    ['nobody wrote down how', { events: [{ ...asked, detail: {} }] }, 'undetermined'],
    ['received tomorrow', { events: [{ ...asked, on: '2026-11-18' }] }, 'pass'],
    ['received today', { events: [{ ...asked, on: '2026-11-17' }] }, 'block'],
    ['another debt', { events: [{ ...asked, accountId: 2 }] }, 'pass'],
    ['ended', { events: [{ ...asked, endedOn: '2026-11-17' }] }, 'pass'],
    ['answered by letter', { events: [asked], contacts: [answer] }, 'pass'],
    ['answered on the day', { events: [{ ...asked, on: '2026-11-12' }], contacts: [answer] }, 'pass'],
    [
      'a letter from the day before',
      { events: [{ ...asked, on: '2026-11-13' }], contacts: [answer] },
      'block',
    ],
    ['answered about another debt', { events: [asked], contacts: [{ ...answer, accountIds: [2] }] }, 'block'],
    [
      'told by telephone',
      { events: [asked], contacts: [{ ...answer, channel: 'call', outcome: 'right_party' }] },
      'block',
    ],
    ['verification is another answer', { events: [asked, sent('2026-11-06')] }, 'block'],
    ['the answer itself', { events: [asked], act: { purpose: 'original_creditor_answer' } }, 'pass'],
    ['what the law requires', { events: [asked], act: { purpose: 'required_by_law' } }, 'pass'],
    ['a suit', { events: [asked], act: { purpose: 'legal_process' } }, 'block'],
    [
      'asking others where the person is',
      { events: [asked], act: { purpose: 'locate', to: 'third_party' } },
      'block',
    ],
    ['asking the creditor', { events: [asked], act: { to: 'creditor' } }, 'pass'],
    ['the person calls', { events: [asked], act: { direction: 'in' } }, 'warn'],
    ['a creditor', { events: [asked], office: firstParty() }, 'not binding'],
    [
      'a creditor that keeps Regulation F',
      { events: [asked], office: firstParty({ keepsRegulationF: true }) },
      'block',
    ],
    ['a business debt', { events: [asked], debt: businessDebt }, 'not binding'],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts(parts))).toBe(said);
  });
});

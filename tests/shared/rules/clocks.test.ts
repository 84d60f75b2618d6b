/** All clocks of a debt at once: plain values, and the few of the list the same as those of the account. */
import { describe, expect, test } from 'vitest';
import { debtClocksOf, listClocksOf } from '../../../shared/rules/clocks.ts';
import { shippedLaw } from '../../../shared/rules/law-book.ts';
import { gateFacts, legalEvent, priorCall } from '../../builders/gate-facts.ts';

const said = (value: string) => ({ value, source: 'Creditor', since: '2026-01-02' });
const facts = gateFacts({
  debt: {
    type: 'medical',
    lastPaymentOn: '2026-03-03',
    known: {
      defaulted_on: said('2024-02-29'),
      charged_off_on: said('2024-09-30'),
      itemization_kind: said('charge_off'),
      itemization_on: said('2024-09-30'),
    },
  },
  contacts: [priorCall(Date.UTC(2026, 10, 2, 20, 0), { outcome: 'right_party' })],
  events: [
    legalEvent('validation_notice', '2026-11-06'),
    legalEvent('dispute', '2026-11-10', { detail: { written: true } }),
    legalEvent('direct_dispute', '2026-10-10'),
    legalEvent('furnished', '2026-10-01'),
  ],
});

test('plain values that survive JSON', () => {
  const clocks = debtClocksOf(facts);
  expect(JSON.parse(JSON.stringify(clocks))).toEqual(clocks);
  expect(clocks.today).toBe('2026-11-17');
  expect(clocks.validation).toMatchObject({
    stage: 'running',
    endsOn: '2026-12-16',
    chosen: { kind: 'charge_off', on: '2024-09-30' },
  });
  expect(clocks.validation.candidates.map(({ kind }) => kind)).toEqual([
    'charge_off',
    'last_payment',
    'transaction',
  ]);
  expect(clocks.reporting).toMatchObject({ furnishedOn: '2026-10-01', delinquencyDueOn: '2026-12-30' });
  expect(clocks.medical?.code).toBe('ECA_501R_WAIT');
  expect(clocks.retention.keepUntil).toBeNull();
});

describe('answers owed', () => {
  test('a written dispute in time stops collection; a direct one has a day', () => {
    expect(debtClocksOf(facts).disputes).toMatchObject([
      { kind: 'dispute', inTime: true, dueOn: '2026-12-10', state: 'open' },
      { kind: 'direct_dispute', inTime: null, dueOn: '2026-11-09', state: 'overdue' },
    ]);
  });

  test('some states add a duty of their own to a dispute', () => {
    const disputesIn = (state: string, detail: { written?: boolean }, chargedOff = 'yes') => {
      const [clock] = debtClocksOf(
        gateFacts({
          person: { known: { residence_state: said(state) } },
          debt: { known: { charged_off: said(chargedOff) } },
          events: [legalEvent('dispute', '2026-11-10', { detail })],
        }),
      ).disputes;
      return [clock?.dueOn, clock?.text];
    };
    expect(disputesIn('NY', { written: true })).toEqual([
      '2026-12-01',
      expect.stringContaining('23 NYCRR 1.4'),
    ]);
    expect(disputesIn('NY', { written: false })[0]).toBe('2026-11-24');
    expect(disputesIn('NY', {})[0]).toBe('2026-11-24');
    expect(disputesIn('NY', { written: true }, 'no')[0]).toBeNull();
    expect(disputesIn('TX', { written: true })).toEqual(['2026-12-10', expect.stringContaining('392.202')]);
    expect(disputesIn('GA', { written: true })[0]).toBeNull();
    // Nobody wrote down how it was made: what it does is not said as if it were known.
    expect(disputesIn('GA', { written: true })[1]).toContain('collection waits');
    expect(disputesIn('GA', {})[1]).toContain('not recorded');
    expect(disputesIn('GA', { written: false })[1]).toContain('does not stop collection');
  });

  test('verification answers it', () => {
    const answered = { ...facts, events: [...facts.events, legalEvent('verification_sent', '2026-11-12')] };
    expect(debtClocksOf(answered).disputes[0]?.state).toBe('answered');
  });
});

test('the list shows what the account shows', () => {
  const clocks = debtClocksOf(facts);
  expect(listClocksOf(facts)).toEqual({
    validationEndOn: clocks.validation.endsOn,
    limitationOn: clocks.limitation.earliestLastDay,
    limitationState: clocks.limitation.state,
  });
});

test('a pack’s periods are the ones reckoned with', () => {
  const texas = shippedLaw.states.TX;
  const { written } = texas.periods;
  if (!written) throw new Error('Texas has a period for writings');
  const law = {
    ...shippedLaw,
    states: {
      ...shippedLaw.states,
      TX: { ...texas, periods: { ...texas.periods, written: { ...written, years: 2 } } },
    },
  };
  expect(listClocksOf(facts).limitationOn).toBe('2028-02-29');
  expect(listClocksOf(facts, law).limitationOn).toBe('2026-02-28');
});

test('a whole book’s in a moment', () => {
  const plain = gateFacts();
  const started = performance.now();
  for (let count = 0; count < 20_000; count += 1) listClocksOf(plain);
  const micros = ((performance.now() - started) * 1000) / 20_000;
  console.log(`list clocks: ${micros.toFixed(2)} µs`);
  expect(micros).toBeLessThan(60);
});

/** Rules of contact that arise from the clocks, through the one way in. */
import { describe, expect, test } from 'vitest';
import type { DebtFactName, StateCode } from '../../../../../shared/domain/law.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type {
  ContactAct,
  DebtFacts,
  GateFacts,
  LegalEvent,
  OfficeFacts,
  PriorContact,
} from '../../../../../shared/rules/facts.ts';
import type { Reason } from '../../../../../shared/rules/verdict.ts';
import { gateFacts, legalEvent, priorCall } from '../../../../builders/gate-facts.ts';

const said = (value: string) => ({ value, source: 'Contract', since: '2026-01-02' });
/** 11:00 in Chicago. */
const at = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day, 17, 0);

type Parts = {
  readonly now?: number;
  readonly state?: StateCode;
  readonly known?: Partial<Record<DebtFactName, string>>;
  readonly debt?: Partial<Omit<DebtFacts, 'known'>>;
  readonly act?: Partial<ContactAct>;
  readonly threatensSuit?: boolean;
  readonly office?: Partial<OfficeFacts>;
  readonly events?: readonly LegalEvent[];
  readonly contacts?: readonly PriorContact[];
};

function factsOf(parts: Parts): GateFacts {
  const facts = gateFacts({
    content: { threatensSuit: parts.threatensSuit ?? null },
    act: parts.act ?? {},
    office: parts.office ?? {},
    events: parts.events ?? [],
    contacts: parts.contacts ?? [],
    debt: {
      ...parts.debt,
      known: Object.fromEntries(
        Object.entries(parts.known ?? {}).map(([name, value]) => [name, said(value)]),
      ),
    },
    person: {
      known: { residence_state: said(parts.state ?? 'TX'), zone: said('America/Chicago') },
    },
  });
  return parts.now === undefined ? facts : { ...facts, now: parts.now };
}

function reason(parts: Parts, ruleId: string): Reason | null {
  return decide(factsOf(parts)).reasons.find((one) => one.ruleId === ruleId) ?? null;
}

const sure = { tolling_known: 'none', defaulted_on: '2021-03-10', form: 'signed_writing' } as const;

describe('a debt that ends with its period', () => {
  const rule = 'state.limitation.extinguished';
  test.each([
    [at(2024, 3, 9), null],
    [at(2024, 3, 10), null],
    [at(2024, 3, 11), 'block'],
  ])('Mississippi, three years to March 10, 2024', (now, result) => {
    const found = reason({ now, state: 'MS', known: sure }, rule);
    expect(found?.result ?? null).toBe(result);
    if (found !== null) expect(found).toMatchObject({ code: 'DEBT_EXTINGUISHED', clears: null });
  });

  test('what is not known is not allowed', () => {
    const { tolling_known: _, ...known } = sure;
    const found = reason({ now: at(2024, 3, 11), state: 'MS', known }, rule);
    expect(found).toMatchObject({ result: 'undetermined', clears: { waitsFor: expect.any(String) } });
    expect(found?.facts.some(({ ref }) => ref?.kind === 'debt_fact' && ref.name === 'tolling_known')).toBe(
      true,
    );
  });

  test('the last lawful moment is the end of the last day', () => {
    const verdict = decide(factsOf({ now: at(2024, 3, 10), state: 'MS', known: sure }));
    expect(verdict.passed.some(({ ruleId }) => ruleId === rule)).toBe(true);
    // March 11, 2024, 00:00 in Chicago: summer time began on the 10th.
    expect(verdict.until ?? 0).toBeLessThanOrEqual(Date.UTC(2024, 2, 11, 5, 0));
  });

  test('answers may still go out, and other states are not concerned', () => {
    const act = { channel: 'letter', purpose: 'verification', phoneId: null } as const;
    expect(reason({ now: at(2025, 1, 7), state: 'MS', known: sure, act }, rule)).toBeNull();
    expect(reason({ now: at(2040, 1, 10), state: 'KS', known: sure }, rule)).toBeNull();
  });

  test('binds every office', () => {
    const office = { role: 'first_party_creditor' } as const;
    expect(
      reason(
        { now: at(2025, 1, 7), state: 'WI', known: { ...sure, defaulted_on: '2018-01-01' }, office },
        rule,
      ),
    ).toMatchObject({
      result: 'block',
      force: 'prohibition',
    });
  });
});

describe('threats of suit', () => {
  const rule = 'reg-f.limitation.suit';
  const letter = { channel: 'letter', phoneId: null, addressId: 1 } as const;
  test.each([
    [at(2025, 3, 10), null],
    [at(2025, 3, 11), 'block'],
  ])('Texas, to March 10, 2025', (now, result) => {
    expect(reason({ now, known: sure, act: letter, threatensSuit: true }, rule)?.result ?? null).toBe(result);
  });

  test('uncertain counts as barred, and says what is wanted', () => {
    const { tolling_known: _, ...known } = sure;
    expect(reason({ now: at(2025, 3, 11), known, act: letter, threatensSuit: true }, rule)).toMatchObject({
      result: 'block',
      force: 'prohibition',
      clears: { waitsFor: expect.any(String) },
    });
  });

  test('a letter without a threat is not concerned', () => {
    expect(reason({ now: at(2026, 3, 11), known: sure, act: letter }, rule)).toBeNull();
    expect(reason({ now: at(2026, 3, 11), known: sure, act: letter, threatensSuit: false }, rule)).toBeNull();
  });

  test('an office the federal rule does not bind may answer with a reason', () => {
    const office = { role: 'first_party_creditor' } as const;
    expect(
      reason({ now: at(2026, 3, 11), known: sure, act: letter, threatensSuit: true, office }, rule),
    ).toMatchObject({ result: 'block', force: 'house' });
  });

  test('in California nobody may, whoever collects', () => {
    const office = { role: 'first_party_creditor' } as const;
    const late = { now: at(2026, 3, 11), known: sure, act: letter, threatensSuit: true, office };
    expect(reason({ ...late, state: 'CA' }, rule)).toMatchObject({ result: 'block', force: 'prohibition' });
  });

  test('papers of enforcing a judgment are the court’s matter', () => {
    const act = { ...letter, purpose: 'legal_process' } as const;
    expect(reason({ known: sure, act, debt: { judgedOn: '2022-01-01' } }, rule)).toBeNull();
    expect(reason({ known: sure, act }, rule)?.result).toBe('block');
  });

  test('a proof of claim in bankruptcy is excepted, a threat to the trustee is not', () => {
    const act = { ...letter, to: 'trustee', purpose: 'legal_process' } as const;
    expect(reason({ known: sure, act }, rule)).toBeNull();
    const threat = { ...letter, to: 'trustee' } as const;
    expect(reason({ known: sure, act: threat, threatensSuit: true }, rule)?.result).toBe('block');
  });
});

describe('notices about old debts', () => {
  const rule = 'state.limitation.notice';
  const letter = { channel: 'letter', phoneId: null, addressId: 1 } as const;
  const old = { ...sure, defaulted_on: '2015-01-05', delinquent_on: '2015-01-05' };

  test('Connecticut: the words are named', () => {
    const found = reason(
      { state: 'CT', known: { ...old, current_creditor: 'Bayside Credit' }, act: letter },
      rule,
    );
    expect(found).toMatchObject({ result: 'warn', code: 'TIME_BARRED_NOTICE_REQUIRED' });
    expect(found?.text).toContain(
      'Bayside Credit will not sue you for it and Bayside Credit will not report it',
    );
  });

  test('California: nothing in writing before counsel has confirmed the words', () => {
    expect(reason({ state: 'CA', known: old, act: letter }, rule)).toMatchObject({
      result: 'block',
      clears: { waitsFor: expect.any(String) },
    });
    expect(
      reason({ state: 'CA', known: { ...old, time_barred_text: 'yes' }, act: letter }, rule)?.result,
    ).toBe('warn');
    // A call is warned of.
    expect(reason({ state: 'CA', known: old }, rule)?.result).toBe('warn');
  });

  test('New Mexico: spoken requests too', () => {
    expect(reason({ state: 'NM', known: old }, rule)?.result).toBe('block');
  });

  test('New York City asks for a notice of its own', () => {
    const found = reason({ state: 'NY', known: { ...old, locality: 'New York City' }, act: letter }, rule);
    expect(found?.text).toContain('NYC');
  });

  test.each([
    [at(2030, 3, 10), false],
    [at(2030, 3, 11), true],
  ])('only once the last day may have passed', (now, wanted) => {
    // Vermont, six years.
    const known = { ...sure, defaulted_on: '2024-03-10' };
    expect(reason({ now, state: 'VT', known, act: letter }, rule) !== null).toBe(wanted);
  });

  test('not in states that ask for none, not for answers, not under a judgment', () => {
    expect(reason({ state: 'KS', known: old, act: letter }, rule)).toBeNull();
    expect(reason({ state: 'CA', known: old, act: { ...letter, purpose: 'verification' } }, rule)).toBeNull();
    expect(
      reason({ state: 'CA', known: old, act: letter, debt: { judgedOn: '2016-01-01' } }, rule),
    ).toBeNull();
  });
});

describe('the validation notice', () => {
  const rule = 'reg-f.validation.notice';
  const talked = priorCall(at(2026, 11, 2), { outcome: 'right_party' });
  test.each([
    [at(2026, 11, 6), 'VALIDATION_NOTICE_DUE'],
    [at(2026, 11, 7), 'VALIDATION_NOTICE_DUE'],
    [at(2026, 11, 8), 'VALIDATION_NOTICE_OVERDUE'],
  ])('five days after a talk on November 2', (now, code) => {
    expect(reason({ now, contacts: [talked] }, rule)).toMatchObject({ result: 'warn', code });
  });

  test('not once it was sent, and not for the letter that is the notice', () => {
    const now = at(2026, 11, 9);
    const events = [legalEvent('validation_notice', '2026-11-06')];
    expect(reason({ now, contacts: [talked], events }, rule)).toBeNull();
    const act = { channel: 'letter', purpose: 'validation_notice', phoneId: null, addressId: 1 } as const;
    expect(reason({ now, contacts: [talked], act }, rule)).toBeNull();
    expect(reason({ now, contacts: [talked], office: { role: 'medical_provider' } }, rule)).toBeNull();
  });
});

describe('medical debts', () => {
  test('a No Surprises dispute stops whoever collects, until it is decided', () => {
    const rule = 'us.no-surprises.dispute';
    const dispute = legalEvent('no_surprises_dispute', '2026-11-02', { endedOn: '2026-11-19' });
    const office = { role: 'medical_provider' } as const;
    const on = (day: number) =>
      reason({ now: at(2026, 11, day), events: [dispute], office, debt: { type: 'medical' } }, rule);
    expect(on(1)).toBeNull();
    expect(on(2)).toMatchObject({ result: 'block', code: 'NSA_DISPUTE_PENDING' });
    expect(on(18)?.result).toBe('block');
    expect(on(19)).toBeNull();
  });

  test('a hospital’s wait before a suit may be threatened', () => {
    const rule = 'us.hospital.wait';
    const known = { hospital_501r: 'yes', first_bill_on: '2026-01-10' };
    const events = [legalEvent('eca_notice', '2026-04-01')];
    const on = (now: number) =>
      reason({ now, known, events, debt: { type: 'medical' }, threatensSuit: true }, rule);
    expect(on(at(2026, 5, 9))).toMatchObject({
      result: 'block',
      code: 'ECA_501R_WAIT',
      // May 10, 2026, 00:00 in Chicago.
      clears: { at: Date.UTC(2026, 4, 10, 5, 0) },
    });
    expect(on(at(2026, 5, 10))).toBeNull();
    expect(reason({ now: at(2026, 5, 9), known, debt: { type: 'medical' } }, rule)).toBeNull();
  });
});

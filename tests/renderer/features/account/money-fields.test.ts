import { describe, expect, test } from 'vitest';
import { adjustSchema, blankAdjustment } from '../../../../renderer/features/account/money/adjust-fields.ts';
import { steppedDay } from '../../../../renderer/features/account/money/day-steps.ts';
import {
  blankJudgment,
  blankTerms,
  isHighRate,
  judgmentSchema,
  termsSchema,
} from '../../../../renderer/features/account/money/terms-fields.ts';

const today = '2026-11-21';

type Read = { success: boolean; error?: { issues: readonly { path: PropertyKey[] }[] } };
const wrong = (read: Read) => read.error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('typed terms', () => {
  const read = (changes: Partial<ReturnType<typeof blankTerms>>) =>
    termsSchema(today).safeParse({ ...blankTerms(today), rate: '7.25', basis: 'Agreement §4', ...changes });

  test('simple terms leave compounding out, compound ones name it', () => {
    expect(read({}).data).toMatchObject({
      method: 'simple',
      rate: '7.25',
      compounding: null,
      capCents: null,
    });
    expect(read({ method: 'compound', compounding: 'annually' }).data).toMatchObject({
      method: 'compound',
      compounding: 'annually',
    });
  });

  test('a stop takes no rate and no cap', () => {
    expect(read({ method: 'none', rate: '', cap: '12' }).data).toMatchObject({
      method: 'none',
      rate: '0',
      capCents: null,
    });
  });

  test.each([
    [{ rate: '' }, ['rate']],
    [{ rate: '400' }, ['rate']],
    [{ rate: '7,5 %' }, []],
    [{ basis: '' }, ['basis']],
    [{ cap: '-1' }, ['cap']],
    [{ cap: '0' }, []],
    [{ fromOn: '31/02' }, ['fromOn']],
  ])('%j is wrong at %j', (changes, fields) => {
    expect(wrong(read(changes))).toEqual(fields);
  });

  test.each([
    ['36', false],
    ['36.000001', true],
    ['99', true],
    ['', false],
    ['400', false],
  ])('a rate of %j is asked about: %j', (rate, asks) => {
    expect(isHighRate(rate)).toBe(asks);
  });
});

describe('a typed judgment', () => {
  const read = (changes: Partial<ReturnType<typeof blankJudgment>>) =>
    judgmentSchema(today).safeParse({
      ...blankJudgment(today),
      court: 'Travis County Court',
      principal: '900',
      rate: '8',
      basis: 'Tex. Fin. Code 304.003',
      ...changes,
    });

  test('what is left empty was not awarded', () => {
    expect(read({ costs: '120.5' }).data?.award).toEqual({
      principalCents: 90_000,
      interestCents: 0,
      feesCents: 0,
      costsCents: 12_050,
    });
  });

  test.each([
    [{ principal: '' }, ['principal']],
    [{ court: ' ' }, ['court']],
    [{ judgedOn: '11/22/2026' }, ['judgedOn']],
    [{ startOn: '11/20/2026' }, ['startOn']],
    [{ startOn: '12/01/2026' }, []],
  ])('%j is wrong at %j', (changes, fields) => {
    expect(wrong(read(changes))).toEqual(fields);
  });
});

describe('a typed adjustment', () => {
  const read = (changes: Partial<ReturnType<typeof blankAdjustment>>) =>
    adjustSchema(today).safeParse({
      ...blankAdjustment(today),
      amount: '10',
      reason: 'Returned goods',
      allowedBy: 'Client, by phone',
      ...changes,
    });

  test('a write-off takes all that is owed, from every part', () => {
    expect(read({ kind: 'write_off', amount: '', component: 'fees', direction: 'up' }).data).toMatchObject({
      amountCents: null,
      component: null,
      direction: 'down',
    });
  });

  test('only a plain adjustment goes up, and then it needs its part', () => {
    expect(read({ kind: 'credit', direction: 'up' }).data?.direction).toBe('down');
    expect(wrong(read({ kind: 'adjustment', direction: 'up' }))).toEqual(['component']);
    expect(read({ kind: 'adjustment', direction: 'up', component: 'costs' }).data).toMatchObject({
      direction: 'up',
      component: 'costs',
      amountCents: 1_000,
    });
  });

  test.each([
    [{ amount: '' }, ['amount']],
    [{ reason: '' }, ['reason']],
    [{ allowedBy: '' }, ['allowedBy']],
    [{ effectiveOn: '11/22/2026' }, ['effectiveOn']],
  ])('%j is wrong at %j', (changes, fields) => {
    expect(wrong(read(changes))).toEqual(fields);
  });
});

describe('keys that move the day of a figure', () => {
  const press = (key: string, shift = false) => ({ key, shift, alt: false, ctrl: false, meta: false });

  test.each([
    ['ArrowLeft', false, '2026-01-30'],
    ['ArrowRight', false, '2026-02-01'],
    ['ArrowRight', true, '2026-02-28'],
    ['PageUp', false, '2025-12-31'],
    ['t', false, today],
    ['x', false, null],
  ])('%s with Shift %j', (key, shift, day) => {
    expect(steppedDay('2026-01-31', today, press(key, shift))).toBe(day);
  });

  test('never beyond the days that may be entered, and not with another key held', () => {
    expect(steppedDay('2199-12-31', today, press('ArrowRight'))).toBe('2199-12-31');
    expect(steppedDay('1900-01-01', today, press('ArrowLeft', true))).toBe('1900-01-01');
    expect(steppedDay('2026-01-31', today, { ...press('ArrowLeft'), alt: true })).toBeNull();
  });
});

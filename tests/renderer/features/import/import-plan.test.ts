/** What is set on the screen becomes the plan that is tried, and what is missing is said at the step that lacks it. */
import { describe, expect, test } from 'vitest';
import {
  choicesOfProfile,
  lacksOf,
  type PlanParts,
  planOf,
  questionsOf,
  readControlCount,
  readControlSum,
} from '../../../../renderer/features/import/import-plan.ts';
import { freshChoices } from '../../../../renderer/features/import/import-state.ts';
import { importPlan } from '../../../../shared/contract/imports.ts';
import { makePreview } from './makes.ts';

function parts(part: Partial<PlanParts> = {}): PlanParts {
  const preview = part.preview === undefined ? makePreview() : part.preview;
  return {
    preview,
    mapping: preview?.mapping ?? [],
    choices: freshChoices,
    people: {},
    fixes: [],
    leftOut: [],
    ...part,
  };
}

describe('the plan', () => {
  test('is one the contract takes, with everything that was decided', () => {
    const plan = planOf(
      parts({
        choices: {
          ...freshChoices,
          client: 'new',
          clientName: ' Ridge Dental ',
          controlSum: '$1,234.50',
          controlCount: '2,466',
          profileName: ' Ridge ',
        },
        people: { rivera: 7, okafor: null },
        fixes: [{ line: 6, column: 1, value: '12.00', was: 'twelve' }],
        leftOut: [{ line: 9, why: 'A row of totals.', value: 'Total' }],
      }),
    );
    expect(importPlan.parse(plan)).toEqual(plan);
    expect(plan).toMatchObject({
      clientId: null,
      clientName: 'Ridge Dental',
      controlCents: 123_450,
      controlRows: 2466,
      profileName: 'Ridge',
      people: [
        { key: 'rivera', debtorId: 7 },
        { key: 'okafor', debtorId: null },
      ],
      fixes: [{ line: 6, column: 1, value: '12.00' }],
      leftOut: [9],
    });
  });

  test('a name typed for a new client does not follow to one the book has', () => {
    const plan = planOf(parts({ choices: { ...freshChoices, client: 4, clientName: 'Left over' } }));
    expect(plan).toMatchObject({ clientId: 4, clientName: '' });
  });

  test('the day of opening balances is the file’s until it is set, also to none', () => {
    const preview = makePreview({ asOf: '2026-10-31' });
    const opening = (openingAsOf: string | null) =>
      planOf(parts({ preview, choices: { ...freshChoices, openingAsOf } }))?.openingAsOf;
    expect(opening('file')).toBe('2026-10-31');
    expect(opening('2026-09-30')).toBe('2026-09-30');
    expect(opening(null)).toBeNull();
  });

  test('rows are what the file was recognised as unless the user says otherwise', () => {
    const preview = makePreview({ rowKind: 'payment' });
    expect(planOf(parts({ preview }))?.rowKind).toBe('payment');
    expect(planOf(parts({ preview, choices: { ...freshChoices, rowKind: 'note' } }))?.rowKind).toBe('note');
  });

  test('there is none before the file was read', () => {
    expect(planOf(parts({ preview: null, mapping: [] }))).toBeNull();
  });
});

describe('what is missing', () => {
  test('nothing, for a name and a sum', () => {
    expect(lacksOf(parts())).toEqual([]);
  });

  test('is said at the step where it is put right', () => {
    const lacks = lacksOf(
      parts({
        mapping: ['debtor_name', null],
        choices: {
          ...freshChoices,
          client: 'new',
          clientName: '  ',
          controlSum: 'a lot',
          controlCount: 'many',
        },
      }),
    );
    expect(lacks.map(({ step }) => step)).toEqual(['columns', 'choices', 'choices', 'choices']);
    expect(lacks[0]?.text).toContain('the sum');
  });

  test.each([
    ['', null],
    ['  ', null],
    ['1,234.5', 123_450],
    ['twelve', undefined],
  ])('a typed total of %j is %j', (typed, cents) => {
    expect(readControlSum(typed)).toBe(cents);
  });

  test.each([
    ['', null],
    ['1,200', 1200],
    ['12.5', undefined],
    ['-3', undefined],
  ])('a typed number of rows of %j is %j', (typed, rows) => {
    expect(readControlCount(typed)).toBe(rows);
  });
});

describe('questions', () => {
  test('only those the file raises', () => {
    expect(questionsOf(parts())).toMatchObject({
      openingAsOf: false,
      settledMeansPaid: false,
      paidItems: false,
      restoreZeros: false,
      clientByRow: false,
    });
    expect(
      questionsOf(parts({ mapping: ['debtor_name', 'balance', 'settled_on', 'postal_code', 'client_name'] })),
    ).toMatchObject({
      openingAsOf: true,
      settledMeansPaid: true,
      paidItems: true,
      restoreZeros: true,
      clientByRow: true,
    });
  });
});

test('a remembered profile sets the choices it knows and keeps the others', () => {
  const choices = choicesOfProfile(
    { ...freshChoices, debtType: 'medical', controlSum: '10.00' },
    {
      profileId: 1,
      name: 'Ridge Dental',
      usedAt: 0,
      plan: { clientId: 3, paidItems: 'leave', restoreZeros: false },
    },
  );
  expect(choices).toMatchObject({
    client: 3,
    paidItems: 'leave',
    restoreZeros: false,
    profileName: 'Ridge Dental',
    debtType: 'medical',
    controlSum: '10.00',
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOver,
  isReady,
  type Run,
  type RunLetterState,
  type RunStep,
  readSheets,
  spoiltBetween,
  stackOf,
  stepRun,
} from '../../../shared/domain/print-run.ts';

const planned = (count: number): Run => ({
  state: 'making',
  letters: Array.from({ length: count }, (_, index) => ({
    place: index + 1,
    state: 'planned',
    tries: 0,
    why: '',
  })),
});

function taken(run: Run, ...steps: readonly RunStep[]): Run {
  return steps.reduce((before, step) => {
    const after = stepRun(before, step);
    if (!after.ok) throw new Error(`${step.kind}: ${after.error.code}`);
    return after.value;
  }, run);
}

const states = (run: Run): RunLetterState[] => run.letters.map(({ state }) => state);
const keepAll = (run: Run): RunStep[] => run.letters.map(({ place }) => ({ kind: 'keep', place }));
const places = (...numbers: number[]) => new Set(numbers);

describe('the course of a run', () => {
  test('made, printed, well', () => {
    const run = taken(planned(2), { kind: 'keep', place: 1 });
    expect(run.state).toBe('making');
    const made = taken(run, { kind: 'keep', place: 2 });
    expect(made.state).toBe('made');
    const printing = taken(made, { kind: 'send', places: places(1, 2) });
    expect(printing.state).toBe('printing');
    expect(states(printing)).toEqual(['sent_to_printer', 'sent_to_printer']);
    const asked = taken(printing, { kind: 'sent' });
    expect(asked.state).toBe('asked');
    const settled = taken(asked, { kind: 'answer', spoilt: places() });
    expect(settled.state).toBe('settled');
    expect(states(settled)).toEqual(['printed', 'printed']);
  });

  test('a jam: only what failed is printed again, and only that is asked about again', () => {
    const asked = taken(
      taken(planned(4), ...keepAll(planned(4))),
      { kind: 'send', places: places(1, 2, 3, 4) },
      { kind: 'sent' },
      { kind: 'answer', spoilt: places(3, 4) },
    );
    expect(asked.state).toBe('made');
    expect(states(asked)).toEqual(['printed', 'printed', 'spoilt', 'spoilt']);
    expect(stepRun(asked, { kind: 'send', places: places(2, 3) })).toMatchObject({
      error: { code: 'run.letter_not_now' },
    });
    const again = taken(asked, { kind: 'send', places: places(3, 4) }, { kind: 'sent' });
    expect(stepRun(again, { kind: 'answer', spoilt: places(1) })).toMatchObject({
      error: { code: 'run.letter_not_now' },
    });
    expect(states(taken(again, { kind: 'answer', spoilt: places(4) }))).toEqual([
      'printed',
      'printed',
      'printed',
      'spoilt',
    ]);
  });

  test('a dialog that was closed leaves everything as it was', () => {
    const made = taken(planned(2), ...keepAll(planned(2)));
    expect(taken(made, { kind: 'send', places: places(1, 2) }, { kind: 'not_sent' })).toEqual(made);
    const jammed = taken(
      made,
      { kind: 'send', places: places(1, 2) },
      { kind: 'sent' },
      { kind: 'answer', spoilt: places(2) },
    );
    expect(taken(jammed, { kind: 'send', places: places(2) }, { kind: 'not_sent' })).toEqual(jammed);
  });

  test('stopped: what is made can be printed, the rest waits on', () => {
    const stopped = taken(planned(3), { kind: 'keep', place: 1 }, { kind: 'stop', why: 'Stopped.' });
    expect(stopped.state).toBe('made');
    expect(states(stopped)).toEqual(['made', 'left_out', 'left_out']);
    expect(taken(planned(2), { kind: 'stop', why: 'Stopped.' }).state).toBe('dropped');
  });

  test('given up after a jam it is over with what was printed', () => {
    const jammed = taken(
      taken(planned(2), ...keepAll(planned(2))),
      { kind: 'send', places: places(1, 2) },
      { kind: 'sent' },
      { kind: 'answer', spoilt: places(2) },
    );
    const dropped = taken(jammed, { kind: 'drop', why: 'Handed over by person.' });
    expect(dropped.state).toBe('settled');
    expect(dropped.letters[1]).toMatchObject({ state: 'dropped', why: 'Handed over by person.' });
  });

  test('on another day what is not printed is made anew', () => {
    const jammed = taken(
      taken(planned(2), ...keepAll(planned(2))),
      { kind: 'send', places: places(1, 2) },
      { kind: 'sent' },
      { kind: 'answer', spoilt: places(2) },
      { kind: 'make_anew' },
    );
    expect(jammed.state).toBe('making');
    expect(states(jammed)).toEqual(['printed', 'planned']);
    expect(taken(jammed, { kind: 'leave_out', place: 2, why: 'Paid.' }).state).toBe('settled');
  });

  test('while it is at the printer nothing else may be done with it', () => {
    const printing = taken(taken(planned(1), ...keepAll(planned(1))), { kind: 'send', places: places(1) });
    const steps: RunStep[] = [
      { kind: 'drop', why: 'x' },
      { kind: 'send', places: places(1) },
      { kind: 'make_anew' },
      { kind: 'take_out', letters: new Map([[1, 'x']]) },
      { kind: 'answer', spoilt: places() },
    ];
    for (const step of steps)
      expect(stepRun(printing, step)).toMatchObject({ error: { code: 'run.not_now' } });
  });
});

// ---- any sequence ------------------------------------------------------------------------------------------

const anyStep = (count: number): fc.Arbitrary<RunStep> => {
  const place = fc.integer({ min: 1, max: count + 1 });
  const some = fc.uniqueArray(place, { maxLength: count });
  return fc.oneof(
    { weight: 4, arbitrary: place.map((one): RunStep => ({ kind: 'keep', place: one })) },
    { weight: 2, arbitrary: place.map((one): RunStep => ({ kind: 'leave_out', place: one, why: 'no' })) },
    { weight: 1, arbitrary: fc.constant<RunStep>({ kind: 'stop', why: 'stopped' }) },
    { weight: 1, arbitrary: fc.constant<RunStep>({ kind: 'make_anew' }) },
    {
      weight: 1,
      arbitrary: some.map(
        (those): RunStep => ({ kind: 'take_out', letters: new Map(those.map((one) => [one, 'paid'])) }),
      ),
    },
    { weight: 4, arbitrary: some.map((those): RunStep => ({ kind: 'send', places: new Set(those) })) },
    { weight: 2, arbitrary: fc.constant<RunStep>({ kind: 'not_sent' }) },
    { weight: 4, arbitrary: fc.constant<RunStep>({ kind: 'sent' }) },
    { weight: 4, arbitrary: some.map((those): RunStep => ({ kind: 'answer', spoilt: new Set(those) })) },
    { weight: 1, arbitrary: fc.constant<RunStep>({ kind: 'drop', why: 'dropped' }) },
  );
};

describe('any sequence of steps', () => {
  const sequences = fc
    .integer({ min: 1, max: 6 })
    .chain((count) =>
      fc.tuple(fc.constant(count), fc.array(anyStep(count), { minLength: 1, maxLength: 60 })),
    );

  test('no letter is printed twice, none comes back from where it ended, none is lost', () => {
    fc.assert(
      fc.property(sequences, ([count, steps]) => {
        let run = planned(count);
        /** Sheets of each letter that lie in the tray and count as sent. */
        const printed = new Map<number, number>();
        for (const step of steps) {
          const after = stepRun(run, step);
          if (!after.ok) continue;
          for (const [index, letter] of after.value.letters.entries()) {
            const before = run.letters[index];
            if (!before) throw new Error('a letter appeared');
            expect(letter.place).toBe(before.place);
            // What is over stays as it is, to the word.
            if (isOver(before)) expect(letter).toEqual(before);
            if (letter.state === 'printed' && before.state !== 'printed') {
              expect(before.state).toBe('sent_to_printer');
              expect(step.kind).toBe('answer');
              printed.set(letter.place, (printed.get(letter.place) ?? 0) + 1);
            }
            // Nothing goes to the printer that was not made, or that is there already.
            if (letter.tries > before.tries) {
              expect(isReady(before)).toBe(true);
              expect(letter.tries).toBe(before.tries + 1);
            }
            if ((letter.state === 'left_out' || letter.state === 'dropped') && letter.state !== before.state)
              expect(letter.why).not.toBe('');
          }
          expect(after.value.letters).toHaveLength(count);
          run = after.value;
          expectSound(run);
        }
        expect([...printed.values()].every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('from wherever it stands a run can be brought to its end', () => {
    fc.assert(
      fc.property(sequences, ([count, steps]) => {
        let run = planned(count);
        for (const step of steps) {
          const after = stepRun(run, step);
          if (after.ok) run = after.value;
        }
        if (run.state === 'printing') run = taken(run, { kind: 'sent' });
        if (run.state === 'asked') run = taken(run, { kind: 'answer', spoilt: new Set() });
        if (run.state === 'making' || run.state === 'made') run = taken(run, { kind: 'drop', why: 'over' });
        expect(run.state).toBeOneOf(['settled', 'dropped']);
        expect(run.letters.every(isOver)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

/** What holds of every run, whatever came before. */
function expectSound({ state, letters }: Run): void {
  const has = (wanted: RunLetterState) => letters.some((letter) => letter.state === wanted);
  expect(has('sent_to_printer')).toBe(state === 'printing' || state === 'asked');
  expect(has('planned')).toBe(state === 'making');
  if (state === 'made') expect(letters.some(isReady)).toBe(true);
  if (state === 'settled' || state === 'dropped') expect(letters.every(isOver)).toBe(true);
  if (state === 'settled') expect(has('printed')).toBe(true);
  if (state === 'dropped') expect(has('printed')).toBe(false);
}

// ---- sheets ------------------------------------------------------------------------------------------------

describe('the stack', () => {
  const letters = [
    { place: 1, pages: 1 },
    { place: 2, pages: 3 },
    { place: 5, pages: 2 },
  ];

  test('one side: a sheet a page', () => {
    expect(stackOf(letters, false)).toEqual([
      { place: 1, firstSheet: 1, sheets: 1 },
      { place: 2, firstSheet: 2, sheets: 3 },
      { place: 5, firstSheet: 5, sheets: 2 },
    ]);
  });

  test('both sides: every letter begins on its own sheet', () => {
    expect(stackOf(letters, true).map(({ firstSheet, sheets }) => [firstSheet, sheets])).toEqual([
      [1, 1],
      [2, 2],
      [4, 1],
    ]);
  });

  test.each([
    ['from the middle of a letter on', 3, null, [2, 5]],
    ['one sheet', 1, 1, [1]],
    ['the last sheet of one and the first of the next', 4, 5, [2, 5]],
    ['from the first on', 1, null, [1, 2, 5]],
  ] as const)('%s', (_, first, last, expected) => {
    expect([...spoiltBetween(stackOf(letters, false), first, last)]).toEqual(expected);
  });
});

describe('sheets as typed', () => {
  test.each([
    ['12', [{ first: 12, last: 12 }]],
    [
      '3, 7-9, 120-',
      [
        { first: 3, last: 3 },
        { first: 7, last: 9 },
        { first: 120, last: null },
      ],
    ],
    [
      '4 6',
      [
        { first: 4, last: 4 },
        { first: 6, last: 6 },
      ],
    ],
    ['7 – 9', [{ first: 7, last: 9 }]],
    ['0', null],
    ['9-7', null],
    ['301', null],
    ['5-301', null],
    ['', null],
    ['the last', null],
  ] as const)('%s', (typed, expected) => {
    expect(readSheets(typed, 300)).toEqual(expected);
  });
});

/** Strategies on a real book: who enters, what each day brings, what ends it, and the letters that wait. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCall } from '../../../../electron/book/run-call.ts';
import { ensureTemplates } from '../../../../electron/book/services/letters.ts';
import type { InputOf, OutputOf } from '../../../../shared/contract/contract.ts';
import {
  everybody,
  noConditions,
  type StrategyBody,
  type StrategyStep,
} from '../../../../shared/domain/strategy.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { makePress } from '../../../builders/run-desk.ts';
import { makeSurroundings } from '../../../builders/surroundings.ts';

let desk: Desk;

beforeEach(() => {
  desk = makeDesk();
  ensureTemplates(desk.store, desk.moment().now);
});

const step = (kind: StrategyStep['kind'], change: Partial<StrategyStep> = {}): StrategyStep => ({
  kind,
  wait: 0,
  unit: 'days',
  conditions: noConditions,
  otherwise: 'skip',
  templateCode: kind === 'letter' ? 'friendly-reminder' : '',
  holdDays: 0,
  text: '',
  ...change,
});

const body = (change: Partial<StrategyBody> = {}): StrategyBody => ({
  about: '',
  forWhom: everybody,
  steps: [step('letter'), step('call', { wait: 7 }), step('review', { wait: 3 })],
  stops: ['payment', 'promise', 'plan'],
  ...change,
});

let names = 0;

/** Somebody with an address the post can deliver to and a number that may be called. */
function account(change: Partial<InputOf<'accounts.create'>> = {}): Promise<number> {
  names += 1;
  return desk.account({
    debtorName: `Mara Okafor ${names}`,
    phone: '(312) 555-0101',
    line1: '14 Harbor Lane',
    city: 'Chicago',
    region: 'IL',
    postalCode: '60601',
    ...change,
  });
}

async function turnedOn(
  kept: StrategyBody,
  letters: InputOf<'strategies.turnOn'>['letters'] = { kind: 'all' },
): Promise<number> {
  const name = `Strategy ${++names}`;
  const { strategyId } = await desk.get('strategies.save', { strategyId: null, name, body: kept });
  await desk.get('strategies.turnOn', { strategyId, letters });
  return strategyId;
}

async function nextDays(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    desk.pass(dayMs);
    await desk.get('strategies.advance', {});
  }
}

async function standing(accountId: number): Promise<OutputOf<'strategies.ofAccount'>['standing']> {
  return (await desk.get('strategies.ofAccount', { accountId })).standing;
}

async function waiting() {
  return (await desk.get('letters.waiting', { after: null, limit: 100 })).letters;
}

/** In a run of what waits, of which only this letter is wanted. */
async function print(queueId: number): Promise<void> {
  const source = { kind: 'waiting' } as const;
  const others = (await waiting()).filter((letter) => letter.queueId !== queueId);
  const without = others.map(({ accountId }) => accountId);
  const { runId } = await desk.get('runs.begin', { source, sort: 'zip', name: '', without });
  const press = makePress(desk);
  await press.make(runId);
  await press.print(runId);
  await desk.get('runs.answer', { runId, spoilt: [] });
}

async function endOf(strategyId: number, accountId: number): Promise<string | null> {
  const { members } = await desk.get('strategies.members', {
    strategyId,
    state: null,
    step: null,
    after: null,
    limit: 200,
  });
  return members.find((member) => member.accountId === accountId)?.endedWhy ?? null;
}

test('a letter waits, is printed, and the call comes so many days after the printing', async () => {
  const one = await account();
  await turnedOn(body());
  await desk.get('strategies.advance', {});
  const [letter] = await waiting();
  expect(letter).toMatchObject({ accountId: one, state: 'ready', templateName: 'Friendly reminder' });
  expect(await standing(one)).toMatchObject({ step: 0, letterWaits: true, dueOn: null });

  await nextDays(3);
  await print(letter?.queueId ?? 0);
  expect(await waiting()).toEqual([]);
  // Printed on 23 November; seven days later.
  expect(await standing(one)).toMatchObject({ step: 1, dueOn: '2026-11-30', letterWaits: false });
  expect((await standing(one))?.past[0]).toMatchObject({ step: 0, kind: 'letter', outcome: 'done' });
});

test('a day done twice comes to the same', async () => {
  for (let at = 0; at < 5; at += 1) await account();
  await turnedOn(body());
  await desk.get('strategies.advance', {});
  await desk.get('strategies.advance', {});
  expect(await waiting()).toHaveLength(5);
  await nextDays(1);
  await desk.get('strategies.advance', {});
  expect(await waiting()).toHaveLength(5);
});

test('an outgoing call that is recorded finishes the call that stands', async () => {
  const one = await account();
  const strategyId = await turnedOn(body({ steps: [step('call'), step('review', { wait: 3 })] }));
  await desk.get('strategies.advance', {});
  expect(await standing(one)).toMatchObject({ step: 0, dueOn: '2026-11-20', stuck: null });
  const { strategies } = await desk.get('strategies.list', {});
  expect(strategies.find((row) => row.strategyId === strategyId)?.due).toBe(1);
  await desk.get('contacts.record', {
    accountId: one,
    channel: 'call',
    direction: 'out',
    outcome: 'no_answer',
    phoneId: null,
    at: desk.moment().now,
    seconds: null,
    text: '',
    decision: { kind: 'happened' },
  });
  expect(await standing(one)).toMatchObject({ step: 1, dueOn: '2026-11-23' });
});

describe('what ends it', () => {
  test('a payment stops it the same moment, and its letter is not sent any more', async () => {
    const [one, two] = [await account(), await account()];
    const strategyId = await turnedOn(body());
    await desk.get('strategies.advance', {});
    await desk.pay(one, 1_000);
    expect(await standing(one)).toBeNull();
    expect(await endOf(strategyId, one)).toBe('payment');
    expect((await waiting()).map(({ accountId }) => accountId)).toEqual([two]);
  });

  test('a strategy without that stop goes on after a payment', async () => {
    const one = await account();
    await turnedOn(body({ stops: [] }));
    await desk.get('strategies.advance', {});
    await desk.pay(one, 1_000);
    expect(await standing(one)).toMatchObject({ step: 0 });
    expect(await waiting()).toHaveLength(1);
  });

  test.each([
    ['disputed', 'dispute'],
    ['bankruptcy', 'bankruptcy'],
    ['attorney', 'attorney'],
    ['deceased', 'deceased'],
  ] as const)('%s ends it whatever it says', async (outcome, why) => {
    const one = await account();
    const strategyId = await turnedOn(body({ stops: [] }));
    await desk.get('strategies.advance', {});
    await desk.get('contacts.record', {
      accountId: one,
      channel: 'call',
      direction: 'in',
      outcome,
      phoneId: null,
      at: desk.moment().now,
      seconds: null,
      text: '',
      decision: null,
    });
    expect(await endOf(strategyId, one)).toBe(why);
    expect(await waiting()).toEqual([]);
  });

  test('a promise, a closed account, and what is turned off', async () => {
    const [one, two, three] = [await account(), await account(), await account()];
    const strategyId = await turnedOn(body());
    await desk.get('promises.record', { accountId: one, amountCents: 5_000, dueOn: '2026-12-01' });
    await desk.get('accounts.close', { accountId: two, reason: 'Sent back' });
    expect(await endOf(strategyId, one)).toBe('promise');
    expect(await endOf(strategyId, two)).toBe('closed');
    await desk.get('strategies.turnOff', { strategyId, members: 'stop' });
    expect(await endOf(strategyId, three)).toBe('off');
  });
});

describe('who enters', () => {
  test('what is on file keeps an account out, with its reason', async () => {
    const [one, held, closed, small] = [
      await account(),
      await account(),
      await account(),
      await account({ amountCents: 500 }),
    ];
    await desk.get('contacts.record', {
      accountId: held,
      channel: 'letter',
      direction: 'in',
      outcome: 'disputed',
      phoneId: null,
      at: desk.moment().now,
      seconds: null,
      text: '',
      decision: null,
    });
    await desk.get('accounts.close', { accountId: closed, reason: 'Sent back' });
    const asked = body({ forWhom: { ...everybody, balanceFromCents: 1_000 } });
    const preview = await desk.get('strategies.preview', { strategyId: null, body: asked });
    expect(preview).toMatchObject({ accounts: 1, balanceCents: 10_000, lettersMost: 1 });
    expect(preview.leftOut).toEqual(
      expect.arrayContaining([
        { why: 'The debt is disputed', accounts: 1 },
        { why: 'Closed', accounts: 1 },
      ]),
    );
    expect(preview.first.map(({ accountId }) => accountId)).toEqual([one]);
    expect(preview.days.map(({ on }) => on)).toEqual(['2026-11-20', '2026-11-27', '2026-11-30']);
    const strategyId = await turnedOn(asked);
    expect(await standing(small)).toBeNull();
    const other = await desk.get('strategies.preview', { strategyId: null, body: asked });
    expect(other.accounts).toBe(0);
    expect(other.leftOut.some(({ why }) => why.startsWith('In the strategy'))).toBe(true);
    expect((await desk.get('strategies.list', {})).strategies[0]).toMatchObject({ strategyId, active: 1 });
  });

  test('a new account enters the next day, one that was in it does not enter again', async () => {
    const one = await account();
    const strategyId = await turnedOn(body());
    const later = await account();
    expect(await standing(later)).toBeNull();
    await nextDays(1);
    expect(await standing(later)).toMatchObject({ enteredOn: '2026-11-21' });
    const inside = await standing(one);
    await desk.get('strategies.leave', { memberId: inside?.memberId ?? 0, word: 'Asked for a pause' });
    await nextDays(2);
    expect(await standing(one)).toBeNull();
    expect(await endOf(strategyId, one)).toBe('left');
  });

  test('a preview writes nothing', async () => {
    await account();
    await desk.get('accounts.count', { filter: {} });
    const changes = () => desk.store.db.prepare('SELECT total_changes() AS n').get();
    const before = changes();
    await desk.get('strategies.preview', { strategyId: null, body: body() });
    expect(changes()).toEqual(before);
  });
});

describe('many letters', () => {
  test('are asked about, then spread over the days; none is lost', async () => {
    for (let at = 0; at < 205; at += 1) await account();
    const { strategyId } = await desk.get('strategies.save', { strategyId: null, name: 'All', body: body() });
    expect(await desk.codeOf('strategies.turnOn', { strategyId, letters: null })).toBe(
      'strategy.many_letters',
    );
    await desk.get('strategies.turnOn', { strategyId, letters: { kind: 'per_day', most: 100 } });
    await desk.get('strategies.advance', {});
    const count = async () => (await desk.get('letters.waitingCount', {})).waiting;
    expect(await count()).toBe(100);
    await nextDays(1);
    expect(await count()).toBe(200);
    await nextDays(1);
    expect(await count()).toBe(205);
  });

  test('of a later step are spread as well', async () => {
    for (let at = 0; at < 7; at += 1) await account();
    await turnedOn(body({ steps: [step('wait', { wait: 2 }), step('letter'), step('review')] }), {
      kind: 'per_day',
      most: 3,
    });
    await nextDays(2);
    const count = async () => (await desk.get('letters.waitingCount', {})).waiting;
    expect(await count()).toBe(3);
    await nextDays(1);
    expect(await count()).toBe(6);
    await nextDays(1);
    expect(await count()).toBe(7);
  });
});

describe('the rules', () => {
  test('a letter that cannot go waits for somebody to look, kept once, and goes on when it can', async () => {
    const one = await account({ line1: '', city: '', region: '', postalCode: '' });
    await turnedOn(body());
    await nextDays(3);
    const before = await standing(one);
    expect(before?.stuck).toBe('There is no address the post can deliver to.');
    expect(before?.past.filter(({ outcome }) => outcome === 'refused')).toHaveLength(1);
    const { debtor } = await desk.get('accounts.get', { accountId: one });
    await desk.get('debtors.addAddress', {
      debtorId: debtor.debtorId,
      kind: 'home',
      line1: '14 Harbor Lane',
      line2: '',
      city: 'Chicago',
      region: 'IL',
      postalCode: '60601',
      country: '',
      source: 'Called',
    });
    await nextDays(1);
    expect(await standing(one)).toMatchObject({ stuck: null, letterWaits: true });
  });

  test('an office that has not said who it is sends nothing', async () => {
    desk = makeDesk(undefined, undefined, null);
    ensureTemplates(desk.store, desk.moment().now);
    await account();
    await turnedOn(body());
    await desk.get('strategies.advance', {});
    expect(await waiting()).toEqual([]);
  });
});

test('a hold of its own does not end it; what comes after counts from its end', async () => {
  const one = await account();
  await turnedOn(
    body({
      steps: [step('hold', { holdDays: 5, text: 'Insurance answers' }), step('review', { wait: 1 })],
      stops: ['any_hold'],
    }),
  );
  await desk.get('strategies.advance', {});
  expect((await desk.get('accounts.get', { accountId: one })).holds).toMatchObject([
    { kind: 'house', untilOn: '2026-11-24' },
  ]);
  expect(await standing(one)).toMatchObject({ step: 1, dueOn: '2026-11-26' });
  await nextDays(1);
  expect(await standing(one)).toMatchObject({ step: 1 });
});

test('those in it stay on their version until they are moved', async () => {
  const one = await account();
  const kept = body({ steps: [step('wait', { wait: 5 }), step('call'), step('review', { wait: 3 })] });
  const strategyId = await turnedOn(kept);
  const changed = { ...kept, steps: [step('wait', { wait: 5 }), step('review', { text: 'Look first' })] };
  const { strategies } = await desk.get('strategies.list', {});
  const name = strategies[0]?.name ?? '';
  expect(await desk.get('strategies.save', { strategyId, name, body: changed })).toMatchObject({
    version: 2,
  });
  expect((await standing(one))?.steps).toBe(3);
  expect((await desk.get('strategies.list', {})).strategies[0]).toMatchObject({ onOlder: 1 });
  expect(await desk.get('strategies.moveToNewest', { strategyId })).toEqual({ moved: 1, next: null });
  expect((await standing(one))?.steps).toBe(2);
});

test('a condition that does not hold leaves the step out, tries again or ends it', async () => {
  const one = await account();
  const over = { ...noConditions, balanceOverCents: 50_000 };
  const strategyId = await turnedOn(
    body({
      steps: [
        step('review', { conditions: over }),
        step('review', { conditions: { ...noConditions, noticeSent: true }, otherwise: 'wait' }),
        step('review', { conditions: over, otherwise: 'stop' }),
      ],
    }),
  );
  await nextDays(2);
  expect(await standing(one)).toMatchObject({ step: 1, dueOn: '2026-11-23' });
  await desk.get('law.recordEvent', {
    accountId: one,
    kind: 'validation_notice',
    on: '2026-11-22',
    source: 'Sent by mail',
    allDebts: false,
    scope: {},
    detail: {},
  } as InputOf<'law.recordEvent'>);
  await nextDays(1);
  const at = await standing(one);
  expect(at).toMatchObject({ step: 1, dueOn: '2026-11-23' });
  await desk.get('strategies.finishStep', {
    memberId: at?.memberId ?? 0,
    step: 1,
    outcome: 'done',
    word: '',
  });
  await nextDays(1);
  expect(await endOf(strategyId, one)).toBe('condition');
});

test('a letter left out goes on without it, and can be put back', async () => {
  const one = await account();
  await turnedOn(body());
  await desk.get('strategies.advance', {});
  const [letter] = await waiting();
  const queueId = letter?.queueId ?? 0;
  await desk.get('letters.leaveOut', { queueId, word: 'He came in' });
  expect(await standing(one)).toMatchObject({ step: 1 });
  await desk.get('letters.putBack', { queueId });
  expect(await waiting()).toHaveLength(1);
  expect(await desk.codeOf('letters.putBack', { queueId })).toBe('letter.not_waiting');
});

test('a turning on that is stopped takes back who had entered', async () => {
  for (let at = 0; at < 3; at += 1) await account();
  const { strategyId } = await desk.get('strategies.save', { strategyId: null, name: 'All', body: body() });
  let asked = 0;
  const around = { ...makeSurroundings(desk.store, desk.moment()), cancelled: () => ++asked > 0 };
  const result = await runCall(
    'strategies.turnOn',
    { strategyId, letters: { kind: 'all' } },
    crypto.randomUUID(),
    around,
  );
  expect(result).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
  expect(desk.store.db.prepare('SELECT count(*) AS n FROM strategy_members').get()).toEqual({ n: 0 });
  expect((await desk.get('strategies.list', {})).strategies[0]).toMatchObject({ state: 'draft' });
});

test('a turning on that broke off sends nothing, and the next one begins anew', async () => {
  const one = await account();
  const strategyId = await turnedOn(body());
  // As it stands when the program ended before the last account had entered.
  desk.store.db.prepare("UPDATE strategies SET state = 'draft'").run();
  await nextDays(2);
  expect(await waiting()).toEqual([]);
  await desk.get('strategies.turnOn', { strategyId, letters: { kind: 'all' } });
  await desk.get('strategies.advance', {});
  expect(await waiting()).toMatchObject([{ accountId: one }]);
});

test('a strategy turned off whose accounts go on still brings their steps up', async () => {
  const one = await account();
  const strategyId = await turnedOn(body({ steps: [step('review', { text: 'Look at the papers' })] }));
  await desk.get('strategies.turnOff', { strategyId, members: 'finish' });
  await desk.get('strategies.advance', {});
  const { items } = await desk.get('today.list', { kind: 'strategy_step' });
  expect(items).toMatchObject([{ accountId: one, kind: 'strategy_step' }]);
});

test('a turning on that is stopped sends no letter of those the day went on with', async () => {
  await account();
  const strategyId = await turnedOn(body());
  await desk.get('strategies.turnOff', { strategyId, members: 'finish' });
  // The day came by between two slices: a letter of somebody who had just entered waits.
  await desk.get('strategies.advance', {});
  expect(await waiting()).toHaveLength(1);
  const around = { ...makeSurroundings(desk.store, desk.moment()), cancelled: () => true };
  const asked = { strategyId, letters: { kind: 'all' } } as const;
  const result = await runCall('strategies.turnOn', asked, crypto.randomUUID(), around);
  expect(result).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
  expect(await waiting()).toEqual([]);
  expect((await desk.get('strategies.list', {})).strategies[0]).toMatchObject({ state: 'off', active: 0 });
});

test('what two strategies came to stands side by side', async () => {
  const [one, two] = [await account(), await account()];
  const first = await turnedOn(body({ stops: [] }));
  await desk.pay(one, 2_500);
  desk.pass(31 * dayMs);
  await desk.pay(two, 1_000);
  const { results } = await desk.get('strategies.compare', { strategyIds: [first], byVersion: false });
  expect(results).toMatchObject([{ entered: 2, entryCents: 20_000, objections: 0 }]);
  expect(results[0]?.within).toEqual([
    { days: 30, accounts: 2, entryCents: 20_000, collectedCents: 2_500 },
    { days: 60, accounts: 0, entryCents: 0, collectedCents: 0 },
    { days: 90, accounts: 0, entryCents: 0, collectedCents: 0 },
  ]);
});

test('what makes no sense is refused with a sentence', async () => {
  const save = (change: Partial<StrategyBody>) =>
    desk.codeOf('strategies.save', { strategyId: null, name: 'X', body: body(change) });
  expect(await save({ steps: [] })).toBe('strategy.invalid');
  expect(await save({ steps: [step('letter', { templateCode: 'none' })] })).toBe('strategy.invalid');
  expect(await save({ steps: [step('wait')] })).toBe('strategy.invalid');
  expect(await save({ forWhom: { ...everybody, statuses: ['closed'] } })).toBe('strategy.invalid');
  expect(await save({})).toBe('ok');
  expect(await save({})).toBe('strategy.name_taken');
});

test('an account under a dispute, a bankruptcy or a wish to be left alone never gets a letter, whenever it came', async () => {
  const forbidding = ['disputed', 'asked_to_stop', 'bankruptcy', 'attorney', 'deceased'] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...forbidding), fc.nat(9)), { maxLength: 4 }),
      async (events) => {
        desk = makeDesk();
        ensureTemplates(desk.store, desk.moment().now);
        const accounts = [await account(), await account(), await account(), await account()];
        const steps = Array.from({ length: 5 }, () => step('letter', { wait: 2 }));
        await turnedOn(body({ steps, stops: [] }));
        const forbidden = new Set<number>();
        for (let day = 0; day < 10; day += 1) {
          for (const [which, outcome, on] of events) {
            const accountId = accounts[which];
            if (on !== day || accountId === undefined) continue;
            forbidden.add(accountId);
            await desk.get('contacts.record', {
              accountId,
              channel: 'letter',
              direction: 'in',
              outcome,
              phoneId: null,
              at: desk.moment().now,
              seconds: null,
              text: '',
              decision: null,
            });
          }
          await desk.get('strategies.advance', {});
          const rows = desk.store
            .sql(`SELECT account_id FROM print_queue WHERE state = 'waiting'`)
            .pluck()
            .all() as number[];
          expect(rows.filter((accountId) => forbidden.has(accountId))).toEqual([]);
          for (const { queueId } of await waiting()) await print(queueId);
          desk.pass(dayMs);
        }
        // Whoever was left alone had every letter that was due and not the same as the one of the week before.
        const printed = desk.store
          .sql(`SELECT count(*) FROM letters WHERE printed_at IS NOT NULL`)
          .pluck()
          .get();
        expect(Number(printed) > 0 || forbidden.size > 0).toBe(true);
      },
    ),
    { numRuns: 4 },
  );
}, 60_000);

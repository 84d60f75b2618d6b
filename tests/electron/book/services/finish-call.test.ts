/** A call and all that came of it are kept together or not at all, once, with the verdict of its beginning. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { addDays } from '../../../../shared/domain/days.ts';
import { type Desk, makeDesk } from '../../../builders/desk.ts';
import { thirdParty } from '../../../builders/office.ts';
import { makeTestStore } from '../../../builders/store.ts';

type Finish = InputOf<'calls.finish'>;

let desk: Desk;
let accountId: number;
let phoneId: number;
let began: number;

beforeEach(async () => {
  desk = makeDesk(makeTestStore(), undefined, thirdParty);
  accountId = await desk.account({
    phone: '(512) 555-0144',
    line1: '18 Mill Road',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
  });
  phoneId = (await desk.get('accounts.get', { accountId })).debtor.phones[0]?.phoneId ?? 0;
  await desk.get('law.setLicence', { state: 'TX', kind: 'bond', number: 'B-100', basis: '', renewsOn: null });
  desk.store
    .sql(
      `INSERT INTO scripts (kind, code, origin, version, name, body, made_at, author)
       VALUES ('script', 'ours', 'office', 3, 'Ours', '{}', 0, 'Desk')`,
    )
    .run();
  began = desk.moment().now;
  desk.pass(240_000);
});

const run = (change: Partial<NonNullable<Finish['run']>> = {}): NonNullable<Finish['run']> => ({
  scripts: [{ code: 'ours', origin: 'office', version: 3 }],
  startedAt: began,
  party: 'right_party',
  confirmedAt: began + 20_000,
  exit: 'promised',
  path: [
    { script: 'ours', step: 'ask', at: began, answer: 'yes' },
    { script: 'ours', step: 'tell', at: began + 20_000, answer: 'pays' },
  ],
  ticks: [{ script: 'ours', step: 'tell', tick: 'collector', at: began + 31_000 }],
  ...change,
});

const contact = (change: Partial<Finish['contact']> = {}): Finish['contact'] => ({
  channel: 'call',
  direction: 'out',
  outcome: 'promise_to_pay',
  phoneId,
  at: began,
  seconds: 240,
  text: 'Will pay when the wages are in.',
  ...change,
});

function finish(change: Partial<Finish> = {}): Finish {
  return {
    accountId,
    contact: contact(),
    promise: { amountCents: 4_000, dueOn: addDays(desk.today(), 7) },
    reminder: { text: 'See whether it came', dueAt: desk.moment().now + 8 * 86_400_000 },
    nextStep: { nextStepOn: addDays(desk.today(), 8), nextStep: 'See whether the promise is kept' },
    run: run(),
    ...change,
  };
}

/** How many rows there are of everything a call can leave. */
function rows(): Record<string, number> {
  const tables = [
    'contacts',
    'notes',
    'promises',
    'offers',
    'plans',
    'reminders',
    'script_runs',
    'legal_events',
    'holds',
  ];
  return Object.fromEntries(
    tables.map((table) => [table, desk.store.sql(`SELECT count(*) FROM ${table}`).pluck().get() as number]),
  );
}

const nothing = {
  contacts: 0,
  notes: 0,
  promises: 0,
  offers: 0,
  plans: 0,
  reminders: 0,
  script_runs: 0,
  legal_events: 0,
  holds: 0,
};

describe('all that came of a call', () => {
  test('is kept with one word', async () => {
    const kept = await desk.get('calls.finish', finish());
    expect(rows()).toEqual({ ...nothing, contacts: 1, notes: 1, promises: 1, reminders: 1, script_runs: 1 });
    const account = await desk.get('accounts.get', { accountId });
    expect(account).toMatchObject({
      nextStep: 'See whether the promise is kept',
      nextStepOn: addDays(desk.today(), 8),
      lastContactOutcome: 'promise_to_pay',
    });
    const { promises } = await desk.get('promises.list', { accountId });
    expect(promises).toMatchObject([{ promiseId: kept.promiseId, amountCents: 4_000, state: 'open' }]);
    const row = desk.store.sql('SELECT * FROM script_runs').get() as Record<string, unknown>;
    expect(row).toMatchObject({
      contact_id: kept.contactId,
      account_id: accountId,
      started_at: began,
      ended_at: began + 240_000,
      party: 'right_party',
      confirmed_at: began + 20_000,
      exit: 'promised',
    });
    expect(JSON.parse(String(row.path))).toEqual([
      { script: 'ours', scriptId: row.script_id, step: 'ask', at: began, answer: 'yes' },
      { script: 'ours', scriptId: row.script_id, step: 'tell', at: began + 20_000, answer: 'pays' },
    ]);
    expect(JSON.parse(String(row.ticks))).toEqual(run().ticks);
  });

  test('keeps the verdict of the minute the call began', async () => {
    const { contactId } = await desk.get('calls.finish', finish());
    const verdict = desk.store.sql('SELECT verdict FROM contacts WHERE id = ?').pluck().get(contactId);
    expect(JSON.parse(String(verdict))).toMatchObject({ askedAt: began, decision: null });
  });

  test('an offer made in the call is logged, and agreed when it was', async () => {
    const terms = {
      totalCents: 10_000,
      count: 4,
      frequency: 'monthly',
      firstOn: addDays(desk.today(), 10),
    } as const;
    const offer = { kind: 'plan', madeBy: 'debtor', terms } as const;
    const kept = await desk.get(
      'calls.finish',
      finish({ promise: null, offers: [{ offer, accepted: true }] }),
    );
    expect(kept.planIds).toHaveLength(1);
    expect((await desk.get('plans.get', { accountId })).plan).toMatchObject({
      state: 'active',
      totalCents: 10_000,
    });
    expect((await desk.get('offers.list', { accountId })).offers).toMatchObject([{ outcome: 'accepted' }]);
  });

  test('a dispute becomes an event with its hold', async () => {
    await desk.get(
      'calls.finish',
      finish({
        contact: contact({ outcome: 'disputed', text: 'Never got a bill.' }),
        promise: null,
        reminder: null,
      }),
    );
    expect((await desk.get('accounts.get', { accountId })).holds).toMatchObject([{ kind: 'dispute' }]);
    expect((await desk.get('law.account', { accountId })).events).toMatchObject([{ kind: 'dispute' }]);
  });

  test('what was kept is no call in progress any more, and what was not still is', async () => {
    const key = 'call:current';
    await desk.get('drafts.save', { key, text: '{"note":"half"}' });
    expect(await desk.codeOf('calls.finish', finish({ reminder: { text: 'Late', dueAt: 1 } }))).toBe(
      'reminder.in_past',
    );
    expect(await desk.get('drafts.load', { key })).toEqual({ text: '{"note":"half"}' });
    await desk.get('calls.finish', finish());
    expect(await desk.get('drafts.load', { key })).toEqual({ text: null });
  });

  test('the same word said twice keeps it once', async () => {
    const [operationId, input] = [randomUUID(), finish()];
    const [first, second] = [
      await desk.call('calls.finish', input, operationId),
      await desk.call('calls.finish', input, operationId),
    ];
    expect(second).toEqual(first);
    expect(rows()).toEqual({ ...nothing, contacts: 1, notes: 1, promises: 1, reminders: 1, script_runs: 1 });
  });
});

describe('a part that cannot be kept takes the others back and is named', () => {
  const past = { text: 'Too late', dueAt: 1 };
  test.each([
    [
      'promise',
      () => ({ promise: { amountCents: 99_999, dueOn: addDays(desk.today(), 7) } }),
      'promise.over_balance',
    ],
    ['reminder', () => ({ reminder: past }), 'reminder.in_past'],
    [
      'script',
      () => ({ run: run({ scripts: [{ code: 'ours', origin: 'office', version: 9 }] }) }),
      'script.not_found',
    ],
    [
      'script',
      () => ({ run: run({ path: [{ script: 'theirs', step: 'ask', at: began, answer: null }] }) }),
      'script.not_found',
    ],
    ['contact', () => ({ contact: contact({ phoneId: 999 }) }), 'phone.not_found'],
    [
      'offer',
      () => ({
        offers: [
          {
            offer: {
              kind: 'plan' as const,
              madeBy: 'office' as const,
              terms: {
                totalCents: 99_999,
                count: 2,
                frequency: 'monthly' as const,
                firstOn: addDays(desk.today(), 3),
              },
            },
            accepted: false,
          },
        ],
      }),
      'plan.over_balance',
    ],
  ] as const)('%s', async (part, change, code) => {
    const refused = await desk.call('calls.finish', finish(change()));
    expect(refused.ok ? 'ok' : [refused.error.code, refused.error.params.part]).toEqual([code, part]);
    expect(rows()).toEqual(nothing);
    expect((await desk.get('accounts.get', { accountId })).nextStep).toBeNull();
  });

  test('also after a try that was refused, the call can be kept put right', async () => {
    const operationId = randomUUID();
    expect((await desk.call('calls.finish', finish({ reminder: past }), operationId)).ok).toBe(false);
    expect((await desk.call('calls.finish', finish(), operationId)).ok).toBe(true);
    expect(rows().contacts).toBe(1);
  });
});

describe('what cannot have come of such a call', () => {
  test.each([
    ['nobody reached', { contact: { outcome: 'no_answer' } }, 'calls.nobody_reached'],
    ['not known who', { run: { party: 'unknown', confirmedAt: null } }, 'calls.party_unconfirmed'],
    [
      'somebody else',
      {
        contact: { outcome: 'right_party' },
        run: { party: 'third_party', confirmedAt: null },
        promise: null,
      },
      'calls.outcome_unlikely',
    ],
    [
      'spoken with and not answered',
      { contact: { outcome: 'busy' }, promise: null },
      'calls.outcome_unlikely',
    ],
    ['no sum', { promise: null }, 'calls.promise_missing'],
  ] as const)(
    '%s',
    async (_, {
      run: changedRun,
      contact: changedContact,
      ...change
    }: { run?: object; contact?: object; promise?: null }, code) => {
      const input = finish({ ...change, contact: contact(changedContact), run: run(changedRun) });
      expect(await desk.codeOf('calls.finish', input)).toBe(code);
      expect(rows()).toEqual(nothing);
    },
  );

  test('a promise stands when somebody else came on the line after it', async () => {
    expect(await desk.codeOf('calls.finish', finish({ run: run({ party: 'third_party' }) }))).toBe('ok');
  });
});

describe('somebody else picked up', () => {
  const answered = (partyName: string) =>
    finish({
      contact: contact({ outcome: 'third_party', partyName, purpose: 'locate', text: '' }),
      promise: null,
      reminder: null,
      run: run({ party: 'third_party', confirmedAt: null, exit: 'left' }),
    });

  test('it counts as a call to the debtor, and the verdict is that of the call that was meant', async () => {
    const { contactId } = await desk.get('calls.finish', answered('Ruth'));
    const row = desk.store
      .sql('SELECT party, party_name, purpose, outcome FROM contacts WHERE id = ?')
      .get(contactId);
    expect(row).toEqual({ party: 'debtor', party_name: 'Ruth', purpose: 'locate', outcome: 'third_party' });
    const debtor = { accountId, act: { channel: 'call' } } as const;
    for (let call = 2; call <= 7; call += 1) {
      expect((await desk.get('law.verdict', debtor)).verdict.override).toBe('none');
      await desk.get('calls.finish', answered('Ruth'));
    }
    expect((await desk.get('law.verdict', debtor)).verdict.override).toBe('reason_and_factor');
  });

  test('who was asked where the debtor is, is not asked once more', async () => {
    await desk.get('calls.finish', answered('Ruth'));
    const act = { channel: 'call', to: 'third_party', purpose: 'locate' } as const;
    const codeFor = async (partyName: string) =>
      (await desk.get('law.verdict', { accountId, act: { ...act, partyName } })).verdict.reasons.map(
        ({ code }) => code,
      );
    expect(await codeFor('Ruth')).toContain('LOCATION_ALREADY_COMMUNICATED');
    expect(await codeFor('Otis')).not.toContain('LOCATION_ALREADY_COMMUNICATED');
  });

  test('their own wish closes their number and nothing of the debtor’s', async () => {
    const input = answered('Ruth');
    await desk.get('calls.finish', {
      ...input,
      contact: contact({ ...input.contact, outcome: 'asked_to_stop' }),
    });
    const { events } = await desk.get('law.account', { accountId });
    expect(events.map(({ kind, scope, source }) => [kind, scope.phoneId, source])).toEqual([
      ['opt_out', phoneId, 'Said in a call (Someone else, Ruth)'],
    ]);
    expect((await desk.get('accounts.get', { accountId })).holds).toEqual([]);
  });

  test.each(['asked_to_stop', 'deceased', 'callback', 'hung_up', 'refused'] as const)(
    'whatever they said (%s), the debtor was not spoken with and has still to be told who calls',
    async (outcome) => {
      const input = answered('Ruth');
      const { contactId } = await desk.get('calls.finish', {
        ...input,
        contact: contact({ outcome, text: '' }),
      });
      const row = desk.store.sql('SELECT outcome, party FROM contacts WHERE id = ?').get(contactId);
      expect(row).toEqual({ outcome: 'third_party', party: 'debtor' });
      const act = { channel: 'call' } as const;
      const { verdict } = await desk.get('law.verdict', { accountId, act });
      expect(verdict.reasons.map(({ code }) => code)).not.toContain('CALL_FREQ_AFTER_CONVERSATION');
    },
  );

  test('what they told of the debtor is an event with its hold all the same', async () => {
    const input = answered('Ruth');
    await desk.get('calls.finish', { ...input, contact: contact({ outcome: 'deceased', text: '' }) });
    const { events } = await desk.get('law.account', { accountId });
    expect(events.map(({ kind, source }) => [kind, source])).toEqual([
      ['deceased', 'Said in a call (Someone else)'],
    ]);
    expect((await desk.get('accounts.get', { accountId })).holds).toMatchObject([{ kind: 'deceased' }]);
  });

  test('nobody else promises anything, said by hand either', async () => {
    const input = finish({
      contact: contact({ outcome: 'other' }),
      spokeWith: 'third_party',
      run: null,
    });
    expect(await desk.codeOf('calls.finish', input)).toMatch(/^calls\./);
    const other = finish({ contact: contact({ outcome: 'callback' }), spokeWith: 'third_party', run: null });
    expect(await desk.codeOf('calls.finish', other)).toBe('calls.party_unconfirmed');
    expect(rows()).toEqual(nothing);
  });

  test('said by hand, without a script, it is the same', async () => {
    await desk.get(
      'calls.finish',
      finish({
        contact: contact({ outcome: 'asked_to_stop', text: '' }),
        spokeWith: 'third_party',
        promise: null,
        run: null,
      }),
    );
    expect((await desk.get('law.account', { accountId })).events.map(({ kind }) => kind)).toEqual([
      'opt_out',
    ]);
  });
});

/**
 * A desk at a book: calls go through `runCall` as in the worker, at a clock the test moves. Every answer is held against
 * its schema, and a command's answer must survive JSON, because that is how a repeated one comes back.
 */
import { randomUUID } from 'node:crypto';
import type { Moment } from '../../electron/book/protocol.ts';
import { findProfile } from '../../electron/book/store/queries/office-law.ts';
import { refreshSummary } from '../../electron/book/store/queries/summaries.ts';
import type { Store } from '../../electron/book/store/store.ts';
import { type BookCallName, contract, type InputOf, type OutputOf } from '../../shared/contract/contract.ts';
import type { OfficeProfile } from '../../shared/contract/law.ts';
import { type Day, dayOfInstant } from '../../shared/domain/days.ts';
import type { Result } from '../../shared/errors/result.ts';
import { firstParty, giveProfile } from './office.ts';
import { makeTestStore } from './store.ts';
import { callBook } from './surroundings.ts';

export type Desk = {
  readonly store: Store;
  moment(): Moment;
  today(): Day;
  /** Moves the clock; a day is `86_400_000`. */
  pass(ms: number): void;
  call<C extends BookCallName>(
    call: C,
    input: InputOf<C>,
    operationId?: string,
  ): Promise<Result<OutputOf<C>>>;
  /** The value of a call that must succeed. */
  get<C extends BookCallName>(call: C, input: InputOf<C>): Promise<OutputOf<C>>;
  /** The code of the fault, or `ok`. */
  codeOf<C extends BookCallName>(call: C, input: InputOf<C>): Promise<string>;
  /** Makes an account with valid defaults and returns its id. */
  account(change?: Partial<InputOf<'accounts.create'>>): Promise<number>;
  balance(accountId: number): Promise<number>;
  /** Records a payment on one account and returns the id of its entry. */
  pay(
    accountId: number,
    amountCents: number,
    change?: Partial<InputOf<'ledger.recordPayment'>>,
  ): Promise<number>;
};

export const dayMs = 86_400_000;

/**
 * 20 November 2026, nine in the morning in Chicago, unless told otherwise. The office collects its own debts in its own name
 * unless it is told who it is, or the book says so already; `null` leaves it unsaid.
 */
export function makeDesk(
  store: Store = makeTestStore(),
  start: number = Date.UTC(2026, 10, 20, 15, 0),
  profile: OfficeProfile | null = firstParty,
): Desk {
  if (profile !== null && findProfile(store) === null) giveProfile(store, profile);
  let now = start;
  const zone = 'America/Chicago';
  const moment = (): Moment => ({ now, zone, author: 'Desk' });
  const call: Desk['call'] = async (name, input, operationId = randomUUID()) => {
    const result = await callBook(store, moment(), name, input, operationId);
    if (result.ok) {
      contract[name].output.parse(result.value);
      if (
        contract[name].kind === 'command' &&
        JSON.stringify(JSON.parse(JSON.stringify(result.value))) !== JSON.stringify(result.value)
      ) {
        throw new Error(`${name} answers with something JSON cannot hold`);
      }
    }
    return result;
  };
  const get: Desk['get'] = async (name, input) => {
    const result = await call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${JSON.stringify(result.error.params)}`);
    return result.value;
  };
  return {
    store,
    moment,
    today: () => dayOfInstant(now, zone),
    pass(ms) {
      now += ms;
    },
    call,
    get,
    async codeOf(name, input) {
      const result = await call(name, input);
      return result.ok ? 'ok' : result.error.code;
    },
    async account(change = {}) {
      const { accountId } = await get('accounts.create', {
        debtorKind: 'consumer',
        debtorName: 'Mara Okafor',
        number: '',
        clientId: null,
        originalCreditor: '',
        debtType: 'medical',
        openedOn: '2026-06-01',
        amountCents: 10_000,
        dueOn: '2026-07-01',
        phone: '',
        line1: '',
        line2: '',
        city: '',
        region: '',
        postalCode: '',
        ...change,
      });
      return accountId;
    },
    async balance(accountId) {
      return (await get('accounts.get', { accountId })).balance.balanceCents;
    },
    async pay(accountId, amountCents, change = {}) {
      const { entries } = await get('ledger.recordPayment', {
        shares: [{ accountId, amountCents }],
        receivedOn: dayOfInstant(now, zone),
        method: 'cheque',
        reference: '',
        memo: '',
        ...change,
      });
      return entries[0]?.entryId ?? 0;
    },
  };
}

/** Another account of the debtor of `accountId`, whom no call can give one: as an import would leave it. */
export async function accountBeside(
  desk: Desk,
  accountId: number,
  change: Partial<InputOf<'accounts.create'>> = {},
): Promise<number> {
  const other = await desk.account(change);
  desk.store
    .sql('UPDATE accounts SET debtor_id = (SELECT debtor_id FROM accounts WHERE id = ?) WHERE id = ?')
    .run(accountId, other);
  refreshSummary(desk.store, other);
  return other;
}

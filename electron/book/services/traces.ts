/** Looking for a person: what was tried is kept, and what was found becomes a number or address with that as its source. */
import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { traceSourceWords } from '../../../shared/text/trace-words.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { accountsOfDebtor, findAccount } from '../store/queries/accounts.ts';
import { insertTrace, listTraceRows } from '../store/queries/traces.ts';
import { addAddress, addEmail, addPhone } from './debtors.ts';

type Recorded = CheckedInputOf<'traces.record'>;
type Found = { phoneId: number | null; addressId: number | null; emailId: number | null };

/** The first of what was found that cannot be kept takes all of it back. */
function keepFound(context: CommandContext, debtorId: number, input: Recorded): Result<Found> {
  const source = `${traceSourceWords[input.source]}, ${dayWords(input.triedOn)}`;
  const learned = { debtorId, source, status: 'unverified' } as const;
  const found: Found = { phoneId: null, addressId: null, emailId: null };
  if (input.phone) {
    const added = addPhone(context, { ...learned, ...input.phone });
    if (!added.ok) return added;
    found.phoneId = added.value.phoneId;
  }
  if (input.address) {
    const added = addAddress(context, { ...learned, ...input.address, replaces: null });
    if (!added.ok) return added;
    found.addressId = added.value.addressId;
  }
  if (input.email !== null) {
    const added = addEmail(context, { ...learned, address: input.email });
    if (!added.ok) return added;
    found.emailId = added.value.emailId;
  }
  return ok(found);
}

export const recordTrace: CommandHandler<'traces.record'> = (context, input) => {
  const { store, now, today, author, operationId } = context;
  const account = findAccount(store, input.accountId);
  if (!account) return fail('account.not_found');
  const { debtorId } = account;
  if (input.triedOn > today) return fail('event.future', { today });
  const hasFound = input.phone !== null || input.address !== null || input.email !== null;
  // What was found says so: a number under "nothing found" would be read past.
  if (hasFound && input.outcome === 'nothing') return fail('trace.found_nothing');
  if (input.outcome === 'found' && !hasFound && input.found === '') return fail('trace.nothing_said');
  const kept = keepFound(context, debtorId, input);
  if (!kept.ok) return kept;
  const { accountId, source, triedOn, asked, outcome, found } = input;
  const traceId = insertTrace(store, {
    debtorId,
    accountId,
    source,
    triedOn,
    asked,
    outcome,
    found,
    madeAt: now,
    author,
    operationId,
  });
  context.changed('timeline', accountsOfDebtor(store, debtorId));
  return ok({ traceId, ...kept.value });
};

export const listTraces: QueryHandler<'traces.list'> = ({ store }, { accountId, limit }) => {
  const account = findAccount(store, accountId);
  return account ? ok({ traces: listTraceRows(store, account.debtorId, limit) }) : fail('account.not_found');
};

/**
 * What is known of a debt or a person beyond the file: each statement has its source, the newest holds, and an empty one takes
 * it back. A value that a rule could misread is refused here, so that no typing slip becomes law.
 */
import {
  debtFactShapes,
  type FactShape,
  fitsShape,
  pastDays,
  personFactShapes,
} from '../../../shared/domain/known-fact.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { isZone } from '../../../shared/rules/time/local-time.ts';
import type { CommandHandler } from '../context.ts';
import { accountsOfDebtor, findAccount } from '../store/queries/accounts.ts';
import { findDebtor } from '../store/queries/debtors.ts';
import { debtFactsOf, insertKnownFact, personFactsOf } from '../store/queries/known-facts.ts';

/** Names such as `America/Chicago`; an offset alone would not follow the clock changes. */
function isNamedZone(zone: string): boolean {
  return (
    /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(?:\/[A-Za-z0-9_+-]+)+$/.test(
      zone,
    ) && isZone(zone)
  );
}

function fits(shape: FactShape, value: string): boolean {
  return value === '' || fitsShape(shape, value, isNamedZone);
}

export const setDebtFact: CommandHandler<'law.setDebtFact'> = (
  context,
  { accountId, name, value, source },
) => {
  const { store, now, today, author, operationId } = context;
  if (!findAccount(store, accountId)) return fail('account.not_found');
  const isAhead = pastDays.includes(name) && value > today;
  if (!fits(debtFactShapes[name], value) || isAhead) return fail('fact.invalid', { name, text: value });
  // Nothing was said that could be taken back.
  if (value === '' && !debtFactsOf(store, accountId)[name]) return ok({});
  const since = today;
  insertKnownFact(store, 'debt', {
    ownerId: accountId,
    name,
    value,
    source,
    since,
    madeAt: now,
    author,
    operationId,
  });
  context.changed('law', [accountId]);
  context.changed('accounts', [accountId]);
  return ok({});
};

export const setPersonFact: CommandHandler<'law.setPersonFact'> = (
  context,
  { debtorId, name, value, source },
) => {
  const { store, now, today, author, operationId } = context;
  if (!findDebtor(store, debtorId)) return fail('debtor.not_found');
  if (!fits(personFactShapes[name], value)) return fail('fact.invalid', { name, text: value });
  if (value === '' && !personFactsOf(store, debtorId)[name]) return ok({});
  const since = today;
  insertKnownFact(store, 'person', {
    ownerId: debtorId,
    name,
    value,
    source,
    since,
    madeAt: now,
    author,
    operationId,
  });
  const accountIds = accountsOfDebtor(store, debtorId);
  context.changed('law', accountIds);
  context.changed('accounts', accountIds);
  return ok({});
};

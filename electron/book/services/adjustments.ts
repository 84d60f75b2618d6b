/**
 * Sums forgiven or moved for a reason somebody allowed: credits, discounts, adjustments, settlement adjustments, write-offs. None
 * may be more than is open of what it is for; a plain adjustment may also raise a component of the balance.
 */

import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandHandler } from '../context.ts';
import { checkDay, checkRange, componentCents, firstOf, plainEntry } from './check-posting.ts';
import { orderInForce } from './money-policy.ts';
import { findOpenAccount } from './open-account.ts';
import { owedOn } from './owed.ts';
import { type NewPrimary, overpaidBy, post, reckon } from './post-ledger.ts';
import { showEffect } from './show-effect.ts';

export const adjust: CommandHandler<'ledger.adjust'> = (context, input) => {
  const { store } = context;
  if (holdsCardData(input.reason) || holdsCardData(input.allowedBy)) return fail('payment.card_number');
  const account = findOpenAccount(store, input.accountId);
  if (!account.ok) return account;
  const day = checkDay(account.value, input.effectiveOn, context.today);
  if (!day.ok) return day;
  const raises = input.direction === 'up';
  if (raises && input.kind !== 'adjustment') return fail('call.invalid_input', { field: 'direction' });
  if (raises && input.component === null) return fail('adjustment.needs_component');
  const everything = () => owedOn(store, input.accountId, input.effectiveOn);
  const amountCents = input.amountCents ?? (input.kind === 'write_off' ? everything() : null);
  if (amountCents === null) return fail('call.invalid_input', { field: 'amountCents' });
  if (amountCents <= 0) return fail('adjustment.exceeds', { openCents: 0 });

  const common = {
    ...plainEntry,
    kind: input.kind,
    effectiveOn: input.effectiveOn,
    memo: input.reason,
    allowedBy: input.allowedBy,
  };
  const entry: NewPrimary =
    raises && input.component !== null
      ? { ...common, [componentCents[input.component]]: amountCents, dueOn: input.effectiveOn }
      : {
          ...common,
          principalCents: -amountCents,
          applicationOrder: orderInForce(store, account.value).order,
          direction: input.component === null ? null : { charges: [], component: input.component },
        };
  const reckoned = reckon(store, input.accountId, { add: [entry] });
  const beyond = raises ? 0 : overpaidBy(reckoned);
  if (beyond > 0) return fail('adjustment.exceeds', { openCents: amountCents - beyond });
  const range = checkRange(reckoned);
  if (!range.ok) return range;
  const posted = post(context, reckoned);
  return ok({ entryId: firstOf(posted.entryIds), effect: showEffect(store, reckoned, posted) });
};

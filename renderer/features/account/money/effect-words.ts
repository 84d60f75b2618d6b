/** What a posting did to an account, in words: which rule spread it, and what an earlier day changed in what stood before. */
import type { PostingEffect } from '../../../../shared/contract/ledger.ts';
import type { ApplicationOrder, Components } from '../../../../shared/domain/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { applicationOrderWords, componentWords } from '../../../../shared/text/labels.ts';

export type OrderFrom = 'account' | 'client' | 'house' | 'standard';

const fromWords: Readonly<Record<OrderFrom, string>> = {
  account: 'this account’s own order',
  client: 'the client’s policy',
  house: 'the house’s policy',
  standard: 'the standard order',
};

/** `Costs, fees, interest, then principal: the client’s policy.` */
export function orderSentence(order: ApplicationOrder, from: OrderFrom): string {
  return `${applicationOrderWords[order]}: ${fromWords[from]}.`;
}

/** `$2.00 interest, $8.00 principal`, in the order costs, fees, interest, principal; empty for nothing. */
export function partsWords(parts: Components): string {
  return (
    [
      ['costs', parts.costsCents],
      ['fees', parts.feesCents],
      ['interest', parts.interestCents],
      ['principal', parts.principalCents],
    ] as const
  )
    .filter(([, cents]) => cents !== 0)
    .map(([name, cents]) => `${formatDollars(cents)} ${componentWords[name].toLowerCase()}`)
    .join(', ');
}

/** One change an earlier effective day made, as a sentence. */
export function changeSentence(change: PostingEffect['changes'][number]): string {
  const { what, on, beforeCents, afterCents } = change;
  const day = dayWords(on);
  switch (what) {
    case 'interest_lower':
    case 'interest_higher': {
      const by = formatDollars(Math.abs(afterCents - beforeCents));
      if (beforeCents === 0) return `Interest of ${formatDollars(afterCents)} is posted on ${day}.`;
      if (afterCents === 0) return `The interest of ${formatDollars(beforeCents)} of ${day} is taken back.`;
      return `Interest of ${day} is ${formatDollars(afterCents)} instead of ${formatDollars(beforeCents)}: ${by} ${what === 'interest_lower' ? 'less' : 'more'}.`;
    }
    case 'spread_anew':
      return `What came in on ${day} (${formatDollars(Math.abs(beforeCents))}) is spread anew over the charges.`;
  }
}

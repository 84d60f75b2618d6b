/** The list of accounts as it is in sight, to be taken out: its filter, its order and its columns. */
import type { AccountFilter, AccountSort } from '../../../shared/contract/accounts.ts';
import type { ListToExport } from '../../bridge/exports.ts';

/** Columns of the list that leave as more than one, so that each cell holds one thing. */
const apart: Readonly<Record<string, readonly string[]>> = {
  nextStep: ['nextStepOn', 'nextStep'],
  lastContact: ['lastContactOn', 'lastContact'],
  lastPayment: ['lastPaymentOn', 'lastPayment'],
  limitation: ['limitation', 'limitationState'],
};

export function exportOf(
  filter: AccountFilter,
  { sort, descending }: { readonly sort: AccountSort; readonly descending: boolean },
  columns: readonly { readonly id: string; readonly hidden: boolean }[] | null,
): ListToExport {
  return {
    label: 'Accounts',
    asked: { list: 'accounts', filter, sort, descending },
    whose: { filter },
    ...(columns === null
      ? {}
      : { columns: columns.filter(({ hidden }) => !hidden).flatMap(({ id }) => apart[id] ?? [id]) }),
  };
}

/** What saving terms, a judgment or a posting changed, said where it was saved. */
import { Alert } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { PostingEffect } from '../../../../shared/contract/ledger.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { ChangeList } from './effect-view.tsx';

export type SavedEffectProps = { readonly words: string; readonly effect: PostingEffect };

export function SavedEffect({ words, effect }: SavedEffectProps) {
  const { balanceBeforeCents, balanceCents, interest, changes } = effect;
  const posted = interest
    .slice(-3)
    .map((line) => `${formatDollars(line.cents)} to ${dayWords(line.on)}`)
    .join(', ');
  return (
    <Alert
      role="status"
      color="green"
      variant="light"
      icon={<IconCheck size={18} aria-hidden />}
      title={words}
    >
      <div>
        {balanceCents === balanceBeforeCents
          ? `The posted balance stays ${formatDollars(balanceCents)}.`
          : `The posted balance goes from ${formatDollars(balanceBeforeCents)} to ${formatDollars(balanceCents)}.`}
        {posted === '' ? '' : ` Interest posted: ${posted}.`}
      </div>
      <ChangeList changes={changes} />
    </Alert>
  );
}

/** An item of money received in a few words, for lists, titles and messages. */
import type { IncomingRow } from '../../../shared/contract/incoming.ts';
import type { IncomingKind } from '../../../shared/domain/incoming/incoming.ts';
import { incomingKindWords } from '../../../shared/text/incoming-words.ts';

type Named = Pick<IncomingRow, 'payer' | 'memo' | 'reference' | 'checkNumber' | 'isReturn' | 'amountCents'>;

/** Who it came from as far as the bank says. */
export function whoWords({ payer, memo, reference, checkNumber, amountCents }: Named): string {
  if (payer !== '') return payer;
  if (memo !== '') return memo;
  if (checkNumber !== '') return `Check ${checkNumber}`;
  if (reference !== '') return reference;
  return amountCents > 0 ? 'A deposit without words' : 'A withdrawal without words';
}

/** What else the bank says; '' when nothing. */
export function whatWords(item: Named): string {
  const { payer, memo, reference, checkNumber } = item;
  const who = whoWords(item);
  return [
    checkNumber === '' || who === `Check ${checkNumber}` ? '' : `Check ${checkNumber}`,
    payer === '' ? '' : memo,
    reference === '' || reference === checkNumber || who === reference ? '' : reference,
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

export function heldWords(kind: IncomingKind, heldAt: string): string {
  return heldAt === '' ? `${incomingKindWords[kind]} without a name` : heldAt;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

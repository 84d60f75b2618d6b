/** Money received in words: where it was told, and what became of it. */
import type { IncomingKind, IncomingState } from '../domain/incoming/incoming.ts';

export const incomingKindWords: Readonly<Record<IncomingKind, string>> = {
  bank: 'Bank account',
  remittance: 'Remittance',
  file: 'File',
};

export const incomingStateWords: Readonly<Record<IncomingState, string>> = {
  open: 'To decide',
  posted: 'Posted',
  set_aside: 'Set aside',
};

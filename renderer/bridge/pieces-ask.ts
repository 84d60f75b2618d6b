/** Any area asks for envelopes or labels; the app's frame owns the dialog that shows, prints and saves them. */
import { create } from 'zustand';
import type { PieceSource } from '../../shared/contract/print.ts';

/** `words` say whose, in a phrase: `Rosa Delgado`, `the run of November 22`. */
export type PiecesAsk = { readonly source: PieceSource; readonly words: string };

const useAsked = create<{ readonly asked: PiecesAsk | null }>(() => ({ asked: null }));

export function askForPieces(asked: PiecesAsk): void {
  useAsked.setState({ asked });
}

export function usePiecesAsk(): PiecesAsk | null {
  return useAsked(({ asked }) => asked);
}

export function endPiecesAsk(): void {
  useAsked.setState({ asked: null });
}

/**
 * Taking the list of a screen out of the book. The screen in sight says which lists it has; the frame owns the dialog and the key, so that
 * each list leaves the same way.
 */
import { useCallback, useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { InputOf } from '../../shared/contract/contract.ts';
import { onEvent } from './calls.ts';

/** Single accounts, or those a list leaves. */
export type HandedOver = InputOf<'handOver.describe'>['whose'];

export type ListToExport = {
  /** What the list is called where a screen has several: `Promises`. */
  readonly label: string;
  readonly asked: InputOf<'exports.describe'>['asked'];
  /** The accounts it is of, where they can be handed over. */
  readonly whose?: HandedOver;
  /** Ids of the columns in sight, in their order; left out for those the list has by itself. */
  readonly columns?: readonly string[];
};

/** The first is the one in sight. */
export type ExportAsk = readonly [ListToExport, ...ListToExport[]];

/** What leaves beside lists: accounts for somebody else, and the entries of a period. */
type OtherAsk = { readonly ask: 'hand-over'; readonly whose: HandedOver } | { readonly ask: 'bookkeeping' };

const useAsks = create<{
  readonly asked: ExportAsk | null;
  /** Of the screen in sight. */
  readonly here: (() => ExportAsk) | null;
  readonly other: OtherAsk | null;
}>(() => ({ asked: null, here: null, other: null }));

onEvent((event) => {
  if (event.type === 'book') useAsks.setState({ asked: null, other: null });
});

/**
 * Says which lists the screen has; asked anew at each press, so that filters are those in sight. Returns what opens the dialog, which stays the
 * same function.
 */
export function useExport(make: () => ExportAsk): () => void {
  const latest = useRef(make);
  latest.current = make;
  useEffect(() => {
    const here = () => latest.current();
    useAsks.setState({ here });
    return () => {
      if (useAsks.getState().here === here) useAsks.setState({ here: null });
    };
  }, []);
  return useCallback(() => askForExport(latest.current()), []);
}

export function askForExport(asked: ExportAsk): void {
  useAsks.setState({ asked });
}

/** For the key that works everywhere; false where the screen has no list. */
export function askForExportHere(): boolean {
  const { here, asked } = useAsks.getState();
  if (here === null || asked !== null) return false;
  askForExport(here());
  return true;
}

/** What was asked for and is not closed yet. */
export function useExportAsk(): ExportAsk | null {
  return useAsks(({ asked }) => asked);
}

export function endExportAsk(): void {
  useAsks.setState({ asked: null });
}

export function askForHandOver(whose: HandedOver): void {
  useAsks.setState({ asked: null, other: { ask: 'hand-over', whose } });
}

export function askForBookkeeping(): void {
  useAsks.setState({ asked: null, other: { ask: 'bookkeeping' } });
}

export function useOtherAsk(): OtherAsk | null {
  return useAsks(({ other }) => other);
}

export function endOtherAsk(): void {
  useAsks.setState({ other: null });
}

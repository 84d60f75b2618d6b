/**
 * Bringing the clocks that wait up to date, in slices short enough that nobody at the window notices. Main asks for one slice
 * after the other by an errand, silently; the job does the same in one go, for whoever wants to wait for it.
 */
import { fail, ok } from '../../../shared/errors/result.ts';
import type { JobHandler } from '../context.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { freshenSlice } from '../services/clocks.ts';
import { countWaiting, updateWaitingAfter } from '../store/queries/clocks.ts';

/** Of the ten milliseconds others may have to wait, what is left when the last accounts and the commit are done. */
const sliceMs = 6;

/** Whoever asked for all of it waits for it: fewer commits, and others wait no longer than a frame. */
const jobSliceMs = 16;

/** Time that passes; what time of day it is comes with the request. */
const elapsed = () => performance.now();

export const freshenClocks: ErrandHandlers['clocks.freshen'] = (errand) => {
  const context = contextOf(errand);
  return context ? ok(freshenSlice(context, sliceMs, elapsed)) : fail('book.not_open');
};

export const refreshClocks: JobHandler<'law.refreshClocks'> = async (context, { whole }) => {
  const { store, now } = context;
  if (whole) store.transaction(() => updateWaitingAfter(store, 0));
  const total = countWaiting(store, now);
  for (let accounts = 0; ; ) {
    if (context.cancelled()) return fail('call.cancelled');
    const slice = freshenSlice(context, jobSliceMs, elapsed);
    accounts += slice.looked;
    if (slice.done) return ok({ accounts });
    context.progress({ phase: 'Working out when calls may be made', done: accounts, total });
    await context.breathe();
  }
};

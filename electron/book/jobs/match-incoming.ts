/** The best proposal of every open deposit. Each takes some milliseconds, so others are let in between. */
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { JobHandler } from '../context.ts';
import { incomingRowsOf } from '../services/incoming.ts';
import { proposalsFor, recordedFor } from '../services/incoming-proposals.ts';
import { listIncoming } from '../store/queries/incoming.ts';

const most = 2000;
/** From this score on a payment of the ledger is taken for the item itself, and nothing is posted without a look at it. */
const recordedFrom = 45;

type Match = OutputOf<'incoming.match'>['matches'][number];

export const matchIncoming: JobHandler<'incoming.match'> = async (context, { importId }) => {
  const { store } = context;
  const filter = { state: 'open', flow: 'in', text: '', heldAt: null, importId } as const;
  const open = listIncoming(store, filter, null, most + 1);
  const matches: Match[] = [];
  for (const [index, record] of open.slice(0, most).entries()) {
    if (context.cancelled()) return fail('call.cancelled');
    if (index % 20 === 0) {
      context.progress({
        phase: 'Looking for the accounts',
        done: index,
        total: Math.min(open.length, most),
      });
    }
    await context.breathe();
    const [row] = incomingRowsOf(store, [record]);
    if (!row) continue;
    const recorded = recordedFor(context, record).some(({ score }) => score >= recordedFrom);
    const [best] = proposalsFor(context, record);
    // What may be in the ledger already is never among those posted together.
    const proposal = best ? { ...best, certain: best.certain && !recorded } : null;
    matches.push({ row, proposal, recorded });
  }
  return ok({ matches, looked: matches.length, more: open.length > most });
};

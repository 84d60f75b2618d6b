/** The dry list of a print run, and its beginning: both go through many accounts and let others in between. */
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import type { JobHandler } from '../context.ts';
import { planRun } from '../services/plan-run.ts';
import { findQueued } from '../store/queries/print-queue.ts';
import {
  findLastPostage,
  findOpenRunOfCode,
  insertRun,
  insertRunLetter,
} from '../store/queries/print-runs.ts';
import { findPrintSetup } from '../store/queries/print-setup.ts';

type Clients = OutputOf<'runs.dry'>['clients'];

export const dryRun: JobHandler<'runs.dry'> = async (context, asked) => {
  const plan = await planRun(context, asked, { merged: true });
  if (!plan.ok) return plan;
  const clients = new Map<string, Clients[number]>();
  let sumCents = 0;
  for (const { mayGo, clientName, balanceCents } of plan.value.letters) {
    if (!mayGo) continue;
    sumCents += balanceCents;
    const sum = clients.get(clientName) ?? { clientName, letters: 0, cents: 0 };
    clients.set(clientName, { clientName, letters: sum.letters + 1, cents: sum.cents + balanceCents });
  }
  return ok({
    letters: plan.value.letters.map(({ templateCode: _, street: __, ...letter }) => letter),
    beyond: plan.value.beyond,
    sumCents,
    clients: [...clients.values()].sort((a, b) => b.letters - a.letters),
    postageCents: findLastPostage(context.store),
  });
};

/** Returns `run.nothing_to_make` when no letter may go. */
export const beginRun: JobHandler<'runs.begin'> = async (context, { source, sort, name, without }) => {
  const plan = await planRun(context, { source, sort }, { merged: false });
  if (!plan.ok) return plan;
  const kept = new Set(without);
  const wanted = plan.value.letters.filter(({ accountId }) => !kept.has(accountId));
  return context.write((writing) => {
    const { store, now, today, author } = writing;
    const runId = insertRun(store, {
      source: JSON.stringify(source),
      name: name === '' ? `Letters of ${dayWords(today)}` : name,
      sort,
      setup: JSON.stringify(findPrintSetup(store)),
      madeAt: now,
      author,
    });
    let place = 0;
    let planned = 0;
    for (const letter of wanted) {
      const { accountId, templateId, templateCode, queueId } = letter;
      // Without a template there is nothing to keep a place for; it stays in the list of those that wait, with the reason.
      if (templateId === null) continue;
      let { why } = letter;
      // Others were at work while the list was gone through.
      const queued = queueId === null ? null : findQueued(store, queueId);
      const isStill = queueId === null || (queued?.state === 'waiting' && queued.letterId === null);
      if (why === '' && (!isStill || findOpenRunOfCode(store, accountId, templateCode) !== null))
        why = 'Something was done with it meanwhile.';
      place += 1;
      insertRunLetter(store, runId, { place, accountId, templateId, queueId, why });
      if (why === '') planned += 1;
    }
    if (planned === 0) return fail('run.nothing_to_make');
    writing.changed('letters');
    return ok({ runId, planned, leftOut: place - planned });
  });
};

/** A strategy over the whole book: what it would do, letting every account in, the day after, and how long others wait meanwhile. */
import { everybody, noConditions, type StrategyBody } from '../../shared/domain/strategy.ts';
import type { BookWorker } from './worker-client.ts';

const step = {
  wait: 0,
  unit: 'days',
  conditions: noConditions,
  otherwise: 'skip',
  templateCode: '',
  holdDays: 0,
  text: '',
} as const;

const body: StrategyBody = {
  about: '',
  forWhom: { ...everybody, statuses: ['active', 'promise', 'plan', 'hold'] },
  stops: ['payment'],
  steps: [
    { ...step, kind: 'letter', templateCode: 'friendly-reminder' },
    { ...step, kind: 'call', wait: 7 },
    { ...step, kind: 'review', wait: 3 },
  ],
};

/** Runs a job and, all the while, the shortest of queries; answers how long both took. */
async function besideOthers(
  worker: BookWorker,
  work: () => Promise<unknown>,
): Promise<{ ms: number; waits: number[] }> {
  const began = performance.now();
  let running = true;
  const done = work().finally(() => {
    running = false;
  });
  const waits: number[] = [];
  while (running) {
    const asked = performance.now();
    await worker.query('letters.waitingCount', {});
    waits.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await done;
  return { ms: performance.now() - began, waits: waits.sort((a, b) => a - b) };
}

/** One line a kind of work. The book is another one afterwards. */
export async function measureStrategies(worker: BookWorker): Promise<string[]> {
  const lines: string[] = [];
  const say = (work: string, { ms, waits }: { ms: number; waits: number[] }, more: string) => {
    const p95 = waits[Math.floor(waits.length * 0.95)] ?? 0;
    lines.push(
      `${work}: ${ms.toFixed(0)} ms (${more}); another call meanwhile p95 ${p95.toFixed(1)} ms, longest ${(waits.at(-1) ?? 0).toFixed(1)} ms`,
    );
  };
  const { strategyId } = await worker.command('strategies.save', {
    strategyId: null,
    name: 'Everybody',
    body,
  });
  let accounts = 0;
  const preview = await besideOthers(worker, async () => {
    ({ accounts } = await worker.job('strategies.preview', { strategyId, body }));
  });
  say('strategy: preview of the book', preview, `${accounts} accounts would enter`);
  let entered = 0;
  const on = await besideOthers(worker, async () => {
    ({ entered } = await worker.job('strategies.turnOn', {
      strategyId,
      letters: { kind: 'per_day', most: 200 },
    }));
  });
  say('strategy: turning on', on, `${entered} entered`);
  const day = await besideOthers(worker, () => worker.job('strategies.advance', {}));
  say('strategy: the first day, 200 letters', day, 'every account gone through');
  const again = await besideOthers(worker, () => worker.job('strategies.advance', {}));
  say('strategy: the same day again', again, 'nothing left');
  return lines;
}

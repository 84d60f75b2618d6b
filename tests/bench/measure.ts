/** Timing in one run: medians and 95th percentiles, never single figures. */
export type Figure = { readonly medianMs: number; readonly p95Ms: number; readonly runs: number };

/** Nearest rank: with 20 samples the 95th percentile is the 19th. */
export function summarise(samples: readonly number[]): Figure {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95), runs: sorted.length };
}

/** Runs `before` unmeasured ahead of each run: for work that is done again only when something changed. */
export async function measureAfter(runs: number, before: Work, work: Work): Promise<Figure> {
  const samples: number[] = [];
  for (let run = 0; run < runs + 10; run += 1) {
    await before(run);
    const began = performance.now();
    await work(run);
    if (run >= 10) samples.push(performance.now() - began);
  }
  return summarise(samples);
}

/** `work` gets the number of the run. */
export type Work = (run: number) => unknown;

/**
 * Runs both unmeasured until code and pages are warm, then in turns, run by run: what else the machine does meanwhile
 * falls on the one as on the other.
 */
export async function measureBeside(
  runs: number,
  raw: Work | null,
  worker: Work,
): Promise<{ raw: Figure | null; worker: Figure }> {
  const warmUp = Math.max(2, Math.min(20, Math.floor(runs / 5)));
  const rawMs: number[] = [];
  const workerMs: number[] = [];
  for (let run = 0; run < runs + warmUp; run += 1) {
    for (const [samples, work] of [
      [rawMs, raw],
      [workerMs, worker],
    ] as const) {
      if (work === null) continue;
      const began = performance.now();
      await work(run);
      if (run >= warmUp) samples.push(performance.now() - began);
    }
  }
  return { raw: raw && summarise(rawMs), worker: summarise(workerMs) };
}

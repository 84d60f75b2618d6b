/** Timing in one run: medians and 95th percentiles, never single figures. */
export type Figure = { readonly medianMs: number; readonly p95Ms: number; readonly runs: number };

export function summarise(samples: readonly number[]): Figure {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95), runs: sorted.length };
}

/** Runs `work` a few times unmeasured, then `runs` times measured. `work` gets the number of the run. */
export async function measure(runs: number, work: (run: number) => unknown): Promise<Figure> {
  const warmUp = Math.max(1, Math.min(5, Math.floor(runs / 10)));
  for (let run = 0; run < warmUp; run += 1) await work(run);
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await work(run + warmUp);
    samples.push(performance.now() - began);
  }
  return summarise(samples);
}

// What a group of checks comes to, and how it is told.

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** What to show under the group's line: the full output of what failed, empty when all passed. */
  details: string;
}

export function failure(details: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, details };
}

/** A group in which nothing ran has proved nothing, so it has failed, whatever its tool's exit code was. */
export function refuseEmpty(group: string, outcome: Outcome): Outcome {
  if (outcome.passed + outcome.failed > 0) return outcome;
  return { ...outcome, failed: 1, details: `The group "${group}" ran no test at all.\n${outcome.details}` };
}

export function addUp(outcomes: readonly Outcome[]): Outcome {
  const total = { passed: 0, failed: 0, skipped: 0, details: '' };
  for (const outcome of outcomes) {
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
  }
  return total;
}

/** The counts in the fixed form that machines read: "N passed, N failed", and ", N skipped" if there were any. */
export function countsOf(outcome: Outcome): string {
  const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
  return `${outcome.passed} passed, ${outcome.failed} failed${skipped}`;
}

export function lineOf(group: string, outcome: Outcome, seconds: number): string {
  const verdict = outcome.failed === 0 ? 'ok    ' : 'FAILED';
  return `${group.padEnd(11)} ${verdict} ${seconds.toFixed(1).padStart(6)} s   ${countsOf(outcome)}`;
}

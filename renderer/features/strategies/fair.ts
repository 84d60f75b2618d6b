/** When two groups of accounts may be held against each other, and when not. */
import type { StrategyResult } from '../../../shared/contract/strategies.ts';

/** Below so many accounts one payment more or less moves every share. */
export const fewest = 30;
/** Groups whose averages are further apart than this were different before either strategy did anything. */
const farApart = 1.5;

/** `12.0 % (6 of 50)`; the figures alone where they are few; a dash of nothing. */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return '–';
  const figures = `${part.toLocaleString('en-US')} of ${whole.toLocaleString('en-US')}`;
  return whole < fewest ? figures : `${((part * 100) / whole).toFixed(1)} % (${figures})`;
}

const nameOf = ({ name, version }: StrategyResult) =>
  version === null ? name : `${name}, version ${version}`;

function differs(values: readonly number[]): boolean {
  const known = values.filter((value) => value > 0);
  return known.length > 1 && Math.max(...known) > farApart * Math.min(...known);
}

/** What somebody should know before drawing a conclusion, in sentences. */
export function cautionsOf(results: readonly StrategyResult[]): string[] {
  const said: string[] = [];
  const small = results.filter(({ entered }) => entered > 0 && entered < fewest);
  if (small.length > 0) {
    said.push(
      `Too few to tell: ${small.map((result) => `${nameOf(result)} (${result.entered})`).join('; ')}. A comparison needs at least ${fewest} accounts.`,
    );
  }
  if (results.length < 2) return said;
  if (differs(results.map(({ entryCents, entered }) => entryCents / Math.max(1, entered)))) {
    said.push('The groups differ in balance: larger debts are paid differently, whatever the strategy.');
  }
  if (differs(results.map(({ daysPastDueSum, entered }) => daysPastDueSum / Math.max(1, entered)))) {
    said.push('The groups differ in age: older debts are paid less often, whatever the strategy.');
  }
  return said;
}

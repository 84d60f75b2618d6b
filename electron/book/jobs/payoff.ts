/** What every account would take to pay off on a day, as a report that is waited for. */
import type { JobHandler } from '../context.ts';
import { payoffByClient } from '../services/payoff.ts';

export const reportPayoff: JobHandler<'reports.payoff'> = (context, { asOf }) =>
  payoffByClient(context, asOf);

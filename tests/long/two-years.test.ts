/** Two years of reminders in six zones with sleep and with clocks that are set: minutes of work, for every day too much. */
import { test } from 'vitest';
import { liveAsleep, liveWithSetClocks, zones } from '../electron/scheduler/two-years.ts';

test.each(zones)('asleep at night and away for weeks in %s', liveAsleep);

test.each(zones)('with a clock set back and forward in %s', liveWithSetClocks);

import { expect, test } from 'vitest';
import { localTimeOf } from '../../../../renderer/features/today/local-times.ts';

/** 20 November 2026, 15:00 UTC: winter time everywhere in the United States. */
const now = Date.UTC(2026, 10, 20, 15, 0);

test('one zone is one clock, zones that agree are one, others the span from the earliest to the latest', () => {
  expect(localTimeOf(['America/Denver'], now).text).toBe('8:00 AM');
  expect(localTimeOf(['America/Denver', 'America/Phoenix'], now).text).toBe('8:00 AM');
  expect(localTimeOf(['America/New_York', 'America/Los_Angeles', 'America/Chicago'], now).text).toBe(
    '7:00 AM to 10:00 AM',
  );
  // The earliest clock may stand a day behind: it is the offset that orders, not the hour.
  expect(localTimeOf(['Pacific/Guam', 'Pacific/Honolulu'], now).text).toBe('5:00 AM to 1:00 AM');
});

test('nothing on file is said so', () => expect(localTimeOf([], now).text).toBe('unknown'));

import { describe, expect, it } from 'vitest';
import { backTimes } from '../../../renderer/components/back-times.ts';
import { instantOf } from '../../../shared/domain/days.ts';

const zone = 'America/New_York';
const at = (day: string, time: string) => instantOf(day, time, zone);

describe('snoozing', () => {
  it('offers a little later, the next morning and the next Monday', () => {
    // 18 Nov 2026 is a Wednesday.
    const now = at('2026-11-18', '16:45');
    expect(backTimes(now, zone)).toEqual([
      { label: 'In 10 minutes', until: now + 600_000 },
      { label: 'In 1 hour', until: now + 3_600_000 },
      { label: 'Tomorrow, 09:00', until: at('2026-11-19', '09:00') },
      { label: 'Monday, 09:00', until: at('2026-11-23', '09:00') },
    ]);
  });

  it('does not name Monday twice on a Sunday', () => {
    expect(backTimes(at('2026-11-22', '10:00'), zone).map((choice) => choice.label)).not.toContain(
      'Monday, 09:00',
    );
  });

  it('means the next Monday on a Monday', () => {
    expect(backTimes(at('2026-11-23', '08:00'), zone)[3]?.until).toBe(at('2026-11-30', '09:00'));
  });

  it('keeps nine o’clock over the night the clocks go forward', () => {
    // 8 March 2026, 02:00, in New York.
    const choice = backTimes(at('2026-03-07', '20:00'), zone)[2];
    expect(choice?.until).toBe(Date.UTC(2026, 2, 8, 13, 0));
  });
});

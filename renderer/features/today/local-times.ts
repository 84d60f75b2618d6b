/** The time where each debtor may be, for the rows on screen. */
import { timeWords } from '../../../shared/text/moment-words.ts';
import { useCall } from '../../bridge/queries.ts';

/** Only what is looked at: more rows are asked for as the list is shorter. */
const mostAsked = 60;

export type LocalTime = { readonly text: string; readonly title: string };

export function useLocalTimes(accountIds: readonly number[], now: number): ReadonlyMap<number, LocalTime> {
  const asked = accountIds.slice(0, mostAsked);
  const answer = useCall('desk.localTimes', { accountIds: asked }, { keepPrevious: true });
  return new Map(
    (answer.data?.places ?? []).map(({ accountId, zones }) => [accountId, localTimeOf(zones, now)]),
  );
}

/** One clock, the span between several, or that nothing says where somebody is. */
export function localTimeOf(zones: readonly string[], now: number): LocalTime {
  if (zones.length === 0) return { text: 'unknown', title: 'Nothing on file says where the debtor is.' };
  const clocks = zones
    .map((zone) => ({ zone, text: timeWords(now, zone), at: offsetOf(zone, now) }))
    .sort((a, b) => a.at - b.at);
  const [first] = clocks;
  const last = clocks.at(-1);
  if (!first || !last) return { text: '', title: '' };
  const title = clocks.map(({ zone, text }) => `${text} in ${placeOf(zone)}`).join(', ');
  return first.text === last.text
    ? { text: first.text, title }
    : { text: `${first.text} to ${last.text}`, title: `The debtor may be in several zones: ${title}` };
}

function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Minutes ahead of UTC at an instant, by the clock on the wall there. */
function offsetOf(zone: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(now);
  const found = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(
    parts.find(({ type }) => type === 'timeZoneName')?.value ?? '',
  );
  if (!found?.[1]) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

/** A verdict in words: when it changes, what the debtor’s clock shows, and a text for the file. */
import type { OfficeProfile } from '../../../../shared/contract/law.ts';
import { collectorRoles } from '../../../../shared/domain/law.ts';
import type { FactUsed, Passed, Reason, Verdict } from '../../../../shared/rules/verdict.ts';
import { dayOrMonthWords } from '../../../../shared/text/day-words.ts';
import { confidenceWords, ruleForceWords } from '../../../../shared/text/labels.ts';
import { jurisdictionWords, stateListWords, verdictWord } from '../../../../shared/text/law-words.ts';
import { fullMomentWords, timeWords, whenWords, zoneWords } from '../../../../shared/text/moment-words.ts';

/** By time alone it becomes lawful. */
export function comesLater(verdict: Pick<Verdict, 'outcome' | 'earliestAt' | 'askedAt'>): boolean {
  return verdict.outcome === 'blocked' && verdict.earliestAt !== null && verdict.earliestAt > verdict.askedAt;
}

/** Zones whose clocks show the same at an instant are one: `2:14 PM Central`. Earliest clock first. */
export function clockGroups(
  zones: readonly string[],
  at: number,
): readonly { readonly time: string; readonly names: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const zone of zones) {
    const time = timeWords(at, zone);
    const names = groups.get(time);
    if (names) names.push(zoneWords(zone));
    else groups.set(time, [zoneWords(zone)]);
  }
  return [...groups].map(([time, names]) => ({ time, names }));
}

/** `2:14 PM Central`; at most three clocks by name, else the span of them. */
export function localTimesWords(zones: readonly string[], at: number): string {
  const groups = clockGroups(zones, at);
  if (groups.length === 0) return 'not known';
  if (groups.length > 3) return `${groups.length} clocks possible, anywhere in the United States`;
  return groups
    .map(({ time, names }) =>
      names.length > 2 ? `${time} (${names.length} zones)` : `${time} ${names.join(' or ')}`,
    )
    .join(', ');
}

/** `Mon 8:00 AM Central`; the debtor’s clock, and with several only the user’s own says it plainly. */
export function momentIn(zones: readonly string[], at: number, now: number): string {
  const said = new Map<string, string>();
  for (const zone of zones) {
    const when = whenWords(at, now, zone);
    if (!said.has(when)) said.set(when, zoneWords(zone));
  }
  if (said.size === 0 || said.size > 3) return '';
  return [...said].map(([when, name]) => `${when} ${name}`).join(', ');
}

const weekMs = 7 * 86_400_000;

/** What the next change by the clock is, in the user’s time and the debtor’s. `null` when no clock changes it soon. */
export function changeWords(verdict: Verdict, now: number, zone: string): string | null {
  const { earliestAt, until, outcome, zones } = verdict;
  const may = outcome === 'allowed' || outcome === 'warning';
  const at = may ? until : earliestAt;
  if (at === null || at <= now) return null;
  // That it ends in two years, with the limitation period, is no news for a call today.
  if (may && at - now > weekMs) return null;
  const theirs = momentIn(zones, at, now);
  const ours = whenWords(at, now, zone);
  const same = zones.every((one) => whenWords(at, now, one) === ours);
  const both = same || theirs === '' ? ours : `${ours} here, ${theirs}`;
  return may ? `until ${both}` : `from ${both}`;
}

/** How many calls in seven days the office may make at most, by the presumption or its own policy; `null` where neither binds. */
export function callCap(profile: OfficeProfile | null, consumerDebt: boolean): number | null {
  if (profile === null) return null;
  const { house, role } = profile;
  const bound = consumerDebt && (collectorRoles.includes(role) || house.keepsRegulationF);
  const caps = [...(bound ? [7] : []), ...(house.callsInSevenDays === null ? [] : [house.callsInSevenDays])];
  return caps.length === 0 ? null : Math.min(...caps);
}

/** A moment in the user’s zone and, where their clocks differ, in the debtor’s. */
function fullMoment(at: number, zone: string, zones: readonly string[]): string {
  const ours = `${fullMomentWords(at, zone)} (${zoneWords(zone)})`;
  const theirs = [...new Set(zones.map((one) => `${fullMomentWords(at, one)} (${zoneWords(one)})`))].filter(
    (words) => words !== ours,
  );
  return theirs.length === 0 || theirs.length > 3 ? ours : `${ours}; debtor’s time ${theirs.join(', ')}`;
}

function factLine({ name, value, source }: FactUsed): string {
  return `    ${name}: ${value}${source === '' ? '' : ` (${source})`}`;
}

function citeLine({ source, jurisdiction }: Pick<Reason, 'source' | 'jurisdiction'>): string {
  const note = source.note === undefined ? '' : ` ${source.note}`;
  if (jurisdiction === 'house') return `    ${jurisdictionWords(jurisdiction)}: ${source.cite}.${note}`;
  return `    ${jurisdictionWords(jurisdiction)}: ${source.cite}. Read ${dayOrMonthWords(source.readOn)}. ${confidenceWords[source.confidence]}.${note}`;
}

function reasonLines(reason: Reason): readonly string[] {
  return [
    `  ${reason.title} [${ruleForceWords[reason.force]}, ${reason.ruleId}]`,
    `    ${reason.text}`,
    citeLine(reason),
    ...reason.facts.map(factLine),
  ];
}

function passedLines(passed: Passed): readonly string[] {
  return [
    `  ${passed.title} [${passed.ruleId}]`,
    ...(passed.text === '' ? [] : [`    ${passed.text}`]),
    citeLine(passed),
    ...passed.facts.map(factLine),
  ];
}

/** The whole verdict as plain text, to be kept with the file or handed to counsel. `heading` says what was asked. */
export function verdictForFile(verdict: Verdict, heading: string, zone: string): string {
  const { earliestAt, askedAt, waitsFor } = verdict;
  const lines = [
    heading,
    `Asked ${fullMoment(askedAt, zone, verdict.zones)}`,
    `Answer: ${verdictWord(verdict.outcome, comesLater(verdict))}`,
    ...(earliestAt !== null && earliestAt > askedAt
      ? [`Lawful from ${fullMoment(earliestAt, zone, verdict.zones)}`]
      : []),
    ...(waitsFor.length === 0 ? [] : [`Waits for: ${waitsFor.join('; ')}`]),
    `States reckoned with: ${stateListWords(verdict.states) || 'none known'}`,
    `Time zones reckoned with: ${verdict.zones.join(', ') || 'none known'}`,
    `Rules as of ${verdict.law}`,
  ];
  if (verdict.reasons.length > 0) lines.push('', 'What objects', ...verdict.reasons.flatMap(reasonLines));
  if (verdict.passed.length > 0) lines.push('', 'What was passed', ...verdict.passed.flatMap(passedLines));
  if (verdict.notBinding.length > 0)
    lines.push(
      '',
      'What does not bind here',
      ...verdict.notBinding.map(({ title, why }) => `  ${title}: ${why}`),
    );
  return `${lines.join('\n')}\n`;
}

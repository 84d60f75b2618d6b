/**
 * What time it is, and where. The only reading of the machine's clock in Duebook: everything else is given
 * a moment, so that a test can say when it is.
 */
export type Clock = {
  /** Milliseconds since 1970 UTC; may jump either way when somebody sets the clock. */
  now(): number;
  /** The user's zone, IANA name. */
  zone(): string;
};

export function makeClock(): Clock {
  return {
    now: () => Date.now(),
    zone: () => zoneOf(new Intl.DateTimeFormat().resolvedOptions().timeZone),
  };
}

/**
 * The zone to reckon days in: the one the system names, or UTC where it names none that exists. Node says `undefined`
 * where TZ is set to nonsense, whatever its types promise, and without a zone there would be no today at all.
 */
export function zoneOf(named: string | undefined): string {
  if (named === undefined || named === '') return 'UTC';
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: named });
    return named;
  } catch {
    return 'UTC';
  }
}

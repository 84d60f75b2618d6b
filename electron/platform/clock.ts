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
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

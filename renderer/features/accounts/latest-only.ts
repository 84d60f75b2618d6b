/**
 * Work asked for faster than it can be done, as by typing: one at a time, and of those that wait only the
 * newest. The first press is answered at once, with no pause to wait for the next.
 */
export function latestOnly<T>(work: (input: T) => Promise<void>): (input: T) => void {
  let busy = false;
  let waiting: { input: T } | null = null;
  const run = async (input: T): Promise<void> => {
    busy = true;
    try {
      await work(input);
    } finally {
      busy = false;
      const next = waiting;
      waiting = null;
      if (next) void run(next.input);
    }
  };
  return (input) => {
    if (busy) waiting = { input };
    else void run(input);
  };
}

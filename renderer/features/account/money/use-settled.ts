/** A value once it has been left alone for a moment: what is asked of the book does not follow every key. */
import { useEffect, useState } from 'react';

/** Compared by content, so that a value made anew on every drawing settles too. */
export function useSettled<T>(value: T, afterMs = 200): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the value
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [text, afterMs]);
  return settled;
}

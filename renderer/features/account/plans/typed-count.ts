/** A whole number of things as it is typed. */
import { z } from 'zod';

/** From 1 to `most`. */
export function typedCount(most: number) {
  return z.string().transform((text, context) => {
    const typed = text.trim();
    const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
    if (count >= 1 && count <= most) return count;
    context.addIssue({ code: 'custom', message: `Type a whole number from 1 to ${most}.` });
    return z.NEVER;
  });
}

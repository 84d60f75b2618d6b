/**
 * The first look at anything that comes from the window, before a schema sees it: is it plain data of a
 * sane size? Structured cloning lets through cycles, class instances, maps, sparse arrays of a thousand million
 * and keys such as `__proto__`; a schema is not made to survive those, and nothing in the contract needs them.
 */

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Larger than any honest input: the longest is a pasted passphrase of a million characters, the deepest a letter with lists in
 * frames in frames (`docLimits`, two levels a node).
 */
export const sizeLimits = { depth: 40, values: 20_000, characters: 2_000_000 } as const;

/** Why the value is no plain data, as a word for the log; `null` when it is. Walks without recursion. */
export function flawOf(value: unknown): string | null {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  let values = 0;
  let characters = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (++values > sizeLimits.values) return 'too_many_values';
    const { value: current, depth } = next;
    if (
      current === null ||
      current === undefined ||
      typeof current === 'boolean' ||
      typeof current === 'number'
    ) {
      continue;
    }
    if (typeof current === 'string') {
      characters += current.length;
      if (characters > sizeLimits.characters) return 'too_long';
      continue;
    }
    if (typeof current !== 'object') return 'not_data';
    // A cycle is endless depth, so this ends it.
    if (depth >= sizeLimits.depth) return 'too_deep';
    if (Array.isArray(current)) {
      // The length is asked before anything is listed: a sparse array can claim any.
      if (current.length > sizeLimits.values) return 'too_many_values';
      for (let index = 0; index < current.length; index += 1) {
        waiting.push({ value: current[index], depth: depth + 1 });
      }
      continue;
    }
    const prototype: unknown = Object.getPrototypeOf(current);
    if (prototype !== Object.prototype && prototype !== null) return 'not_plain';
    const keys = Reflect.ownKeys(current);
    if (keys.length > sizeLimits.values) return 'too_many_values';
    for (const key of keys) {
      if (typeof key !== 'string') return 'not_plain';
      if (forbiddenKeys.has(key)) return 'forbidden_key';
      const property = Object.getOwnPropertyDescriptor(current, key);
      // An accessor would run code while it is read.
      if (!property || !('value' in property)) return 'not_plain';
      characters += key.length;
      waiting.push({ value: property.value, depth: depth + 1 });
    }
  }
  return null;
}

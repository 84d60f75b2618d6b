/** What a phone program is given: a `tel:` address, made only from what is plainly a number. */

const dialable = /^\+?[0-9][0-9*#,;]{1,39}$/;

/** The `tel:` address of a number as people write it; `null` when it is none. An extension follows a pause. */
export function telAddressOf(number: string): string | null {
  const compact = number.replace(/\s*(?:ext\.?|x)\s*/i, ',').replace(/[\s().\-/]/g, '');
  return dialable.test(compact) ? `tel:${compact.replaceAll('#', '%23')}` : null;
}

/** Placeholder shape; written by build/scripts/law-tables.ts. */
export const areaCodes: Readonly<
  Record<string, { readonly states: readonly string[]; readonly zones: readonly string[] }>
> = {};
export const zipRanges: readonly (readonly [
  from: number,
  to: number,
  state: string,
  zones: readonly string[],
])[] = [];
export const stateZones: Readonly<Record<string, readonly string[]>> = {};

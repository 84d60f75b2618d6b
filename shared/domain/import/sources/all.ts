/** Every source that is recognised; the surest wins, and a table that none of them knows is read as it stands. */
import type { ImportSource } from '../../import.ts';
import { plainTable } from './plain-table.ts';
import type { RawRecord, Recognised, SourceShape } from './shape.ts';

export const sourceShapes: readonly SourceShape[] = [plainTable];

const leastSure = 60;

export function recogniseSource(
  beginning: readonly RawRecord[],
): { readonly shape: SourceShape; readonly recognised: Recognised } | null {
  let best: { shape: SourceShape; recognised: Recognised } | null = null;
  for (const shape of sourceShapes) {
    const recognised = shape.recognise(beginning);
    if (recognised === null || recognised.sure < leastSure) continue;
    if (best === null || recognised.sure > best.recognised.sure) best = { shape, recognised };
  }
  return best;
}

export function findShape(source: ImportSource): SourceShape {
  return sourceShapes.find((shape) => shape.source === source) ?? plainTable;
}

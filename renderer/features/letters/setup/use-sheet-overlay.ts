/** Window, address and folds of the sheet as the office prints now, to be shown over a preview. */
import { useMemo } from 'react';
import { overlayOf, type SheetOverlay } from '../../../../shared/templates/letters/sheet-geometry.ts';
import { useCall } from '../../../bridge/queries.ts';

export function useSheetOverlay(): SheetOverlay | null {
  const setup = useCall('print.setup', {});
  const sheet = setup.data?.setup.sheet;
  return useMemo(() => (sheet ? overlayOf(sheet) : null), [sheet]);
}

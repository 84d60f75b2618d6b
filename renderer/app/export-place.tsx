/** Where lists, hand-overs and entries for the bookkeeper are taken out of the book, whichever area asked for it. */
import { lazy, Suspense } from 'react';
import { endExportAsk, endOtherAsk, useExportAsk, useOtherAsk } from '../bridge/exports.ts';

const ExportDialog = lazy(() =>
  import('../features/exports/export-dialog.tsx').then((module) => ({ default: module.ExportDialog })),
);
const HandOverDialog = lazy(() =>
  import('../features/exports/hand-over-dialog.tsx').then((module) => ({ default: module.HandOverDialog })),
);
const BookkeepingDialog = lazy(() =>
  import('../features/exports/bookkeeping-dialog.tsx').then((module) => ({
    default: module.BookkeepingDialog,
  })),
);

export function ExportPlace() {
  const asked = useExportAsk();
  const other = useOtherAsk();
  return (
    <Suspense fallback={null}>
      {asked === null ? null : <ExportDialog lists={asked} close={endExportAsk} />}
      {other?.ask === 'hand-over' ? <HandOverDialog whose={other.whose} close={endOtherAsk} /> : null}
      {other?.ask === 'bookkeeping' ? <BookkeepingDialog close={endOtherAsk} /> : null}
    </Suspense>
  );
}

/** Where a list is taken out of the book, whichever area asked for it. It brings the PDF reader when first needed. */
import { lazy, Suspense } from 'react';
import { endExportAsk, useExportAsk } from '../bridge/exports.ts';

const ExportDialog = lazy(() =>
  import('../features/exports/export-dialog.tsx').then((module) => ({ default: module.ExportDialog })),
);

export function ExportPlace() {
  const asked = useExportAsk();
  if (asked === null) return null;
  return (
    <Suspense fallback={null}>
      <ExportDialog lists={asked} close={endExportAsk} />
    </Suspense>
  );
}

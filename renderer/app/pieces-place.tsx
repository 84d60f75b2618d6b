/** Where envelopes and labels are shown, whichever area asked for them. It brings the PDF reader when first needed. */
import { lazy, Suspense } from 'react';
import { endPiecesAsk, usePiecesAsk } from '../bridge/pieces-ask.ts';

const PiecesDialog = lazy(() =>
  import('../features/letters/setup/pieces-dialog.tsx').then((module) => ({ default: module.PiecesDialog })),
);

export function PiecesPlace() {
  const asked = usePiecesAsk();
  return asked === null ? null : (
    <Suspense fallback={null}>
      <PiecesDialog key={JSON.stringify(asked.source)} asked={asked} onClose={endPiecesAsk} />
    </Suspense>
  );
}

/** Where a paper of figures is shown, whichever area asked for it. It brings the PDF reader when first needed. */
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import type { PaperAsked } from '../../shared/contract/papers.ts';
import { PaperProvider } from '../bridge/papers.ts';

const PaperDialog = lazy(() =>
  import('../features/letters/paper-dialog.tsx').then((module) => ({ default: module.PaperDialog })),
);

export function PaperPlace({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<PaperAsked | null>(null);
  const [opened, setOpened] = useState(false);
  const show = useCallback((paper: PaperAsked) => {
    setAsked(paper);
    setOpened(true);
  }, []);
  return (
    <PaperProvider value={show}>
      {children}
      {asked === null ? null : (
        <Suspense fallback={null}>
          <PaperDialog opened={opened} asked={asked} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </PaperProvider>
  );
}

/** Where a paper of figures is shown, whichever area asked for it. It brings the PDF reader when first needed. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
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
  // A paper may be asked for from a dialog, and Mantine closes every open dialog on Escape. This listener is there before
  // theirs, so that Escape closes the paper alone.
  const open = useRef(false);
  open.current = opened;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!open.current || event.key !== 'Escape' || event.isComposing) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      setOpened(false);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
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

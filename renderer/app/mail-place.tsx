/** Where mail that came back is entered, whichever area asked for it. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type ReturnedMailAsked, ReturnedMailProvider } from '../bridge/returned-mail.ts';

const ReturnedMailDialog = lazy(() =>
  import('../features/letters/mail/returned-mail-dialog.tsx').then((module) => ({
    default: module.ReturnedMailDialog,
  })),
);

export function MailPlace({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<ReturnedMailAsked | null>(null);
  return (
    <ReturnedMailProvider value={setAsked}>
      {children}
      {asked === null ? null : (
        <Suspense fallback={null}>
          <ReturnedMailDialog asked={asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </ReturnedMailProvider>
  );
}

/** What surrounds every screen: colours, the cache of answers, messages, and a net for screens that fail. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { onEvent } from '../bridge/calls.ts';
import { answerFlushes } from '../bridge/drafts.ts';
import { onNewDay } from '../bridge/midnight.ts';
import { dropOfDay, followChanges, makeQueryClient } from '../bridge/queries.ts';
import { showTrouble } from '../components/toasts.tsx';
import { VaultGate } from '../features/vault/vault-gate.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { FollowSettings } from './frame/follow-settings.tsx';
import { cssVariables, theme } from './theme.ts';

const bringOpenBook = () => import('./open-book.tsx');
const OpenBook = lazy(() => bringOpenBook().then((module) => ({ default: module.OpenBook })));

export function App() {
  const [client] = useState(makeQueryClient);
  useEffect(() => followChanges(client), [client]);
  useEffect(() => onNewDay(() => dropOfDay(client)), [client]);
  useEffect(() => answerFlushes(), []);
  // The door is painted first; its screens come while the passphrase is typed.
  useEffect(() => {
    const asked = requestIdleCallback(() => void bringOpenBook(), { timeout: 1000 });
    return () => cancelIdleCallback(asked);
  }, []);
  useEffect(() => onEvent((event) => event.type === 'trouble' && showTrouble(event.error)), []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <FollowSettings />
        <Notifications position="bottom-left" limit={2} />
        <ErrorBoundary FallbackComponent={ErrorScreen}>
          <VaultGate>
            <Suspense>
              <OpenBook />
            </Suspense>
          </VaultGate>
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** What surrounds every screen: colours, the cache of answers, messages, and a net for screens that fail. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { onEvent } from '../bridge/calls.ts';
import { answerFlushes } from '../bridge/drafts.ts';
import { onNewDay } from '../bridge/midnight.ts';
import { dropOfDay, followChanges, makeQueryClient, useCall } from '../bridge/queries.ts';
import { showTrouble } from '../components/toasts.tsx';
import { VaultGate } from '../features/vault/vault-gate.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { FollowSettings } from './frame/follow-settings.tsx';
import { makeRouter } from './routes.tsx';
import { cssVariables, theme } from './theme.ts';

const router = makeRouter();

export function App() {
  const [client] = useState(makeQueryClient);
  useEffect(() => followChanges(client), [client]);
  useEffect(() => onNewDay(() => dropOfDay(client)), [client]);
  useEffect(() => answerFlushes(), []);
  useEffect(() => onEvent((event) => event.type === 'trouble' && showTrouble(event.error)), []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <FollowSettings />
        <Notifications position="bottom-left" limit={2} />
        <ErrorBoundary FallbackComponent={ErrorScreen}>
          <VaultGate>
            <OpenBook />
          </VaultGate>
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** The screens of the open book; another book gets screens of its own. */
function OpenBook() {
  const book = useCall('book.state', {});
  if (book.data?.state !== 'open') return null;
  return <RouterProvider key={book.data.bookId} router={router} />;
}

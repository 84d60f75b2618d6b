/** What surrounds every screen: colours, the cache of answers, messages, and a net for screens that fail. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, useEffect, useState } from 'react';
import { ErrorBoundary, useErrorBoundary } from 'react-error-boundary';
import { onEvent } from '../bridge/calls.ts';
import { answerFlushes } from '../bridge/drafts.ts';
import { onNewDay } from '../bridge/midnight.ts';
import { dropOfDay, followChanges, makeQueryClient } from '../bridge/queries.ts';
import { showTrouble } from '../components/toasts.tsx';
import { VaultGate } from '../features/vault/vault-gate.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { FollowSettings } from './frame/follow-settings.tsx';
import { cssVariables, theme } from './theme.ts';

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
        <Notifications position="bottom-left" limit={4} />
        <ErrorBoundary FallbackComponent={ErrorScreen}>
          <DoorAndBook />
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/**
 * The door, and behind it the screens of the open book, which are brought once the door has been painted. Not
 * by `lazy`: a screen that was waited for is held back by React for 300 ms more.
 */
function DoorAndBook() {
  const [OpenBook, setOpenBook] = useState<ComponentType | null>(null);
  const { showBoundary } = useErrorBoundary();
  useEffect(() => {
    const bring = () =>
      void import('./open-book.tsx').then((module) => setOpenBook(() => module.OpenBook), showBoundary);
    const asked = requestIdleCallback(bring, { timeout: 1000 });
    return () => cancelIdleCallback(asked);
  }, [showBoundary]);
  return <VaultGate>{OpenBook === null ? null : <OpenBook />}</VaultGate>;
}

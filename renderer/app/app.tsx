/** What surrounds every screen: colours, the cache of answers, messages, and a net for screens that fail. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { answerFlushes } from '../bridge/drafts.ts';
import { followChanges, makeQueryClient } from '../bridge/queries.ts';
import { ErrorScreen } from './error-screen.tsx';
import { cssVariables, theme } from './theme.ts';

export function App() {
  const [client] = useState(makeQueryClient);
  useEffect(() => followChanges(client), [client]);
  useEffect(() => answerFlushes(), []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" limit={4} />
        <ErrorBoundary FallbackComponent={ErrorScreen}>
          <div />
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}

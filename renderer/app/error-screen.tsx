/** What stands in place of a screen that failed to draw: the rest of the window goes on working. */
import { Button, Group } from '@mantine/core';
import type { FallbackProps } from 'react-error-boundary';
import { EmptyState } from '../components/empty-state.tsx';

export function ErrorScreen({ resetErrorBoundary }: FallbackProps) {
  return (
    <EmptyState
      title="This screen could not be drawn"
      actions={
        <Group gap="xs">
          <Button onClick={resetErrorBoundary}>Try again</Button>
          <Button variant="default" onClick={() => window.location.reload()}>
            Load the window again
          </Button>
        </Group>
      }
    >
      Nothing in your book was changed. What you were typing is kept.
    </EmptyState>
  );
}

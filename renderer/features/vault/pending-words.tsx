/** Said while a key is derived, which takes a moment on purpose. */
import { Text } from '@mantine/core';

export type PendingWordsProps = { readonly shown: boolean; readonly children: string };

export function PendingWords({ shown, children }: PendingWordsProps) {
  return (
    <Text size="sm" c="dimmed" role="status" className="vault-pending">
      {shown ? children : ''}
    </Text>
  );
}

/** Starts a backup; how far it is stands in the line above every screen. */
import { Button } from '@mantine/core';
import { startBackUp, useCopyWork } from './copy-work.ts';

export function BackUpNow() {
  const isBusy = useCopyWork(({ at }) => at === 'running' || at === 'choosing');
  return (
    <Button variant="default" disabled={isBusy} onClick={() => void startBackUp()}>
      Back up now
    </Button>
  );
}

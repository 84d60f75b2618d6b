import { expect, it } from 'vitest';
import { desktopEntryOf } from '../../../electron/platform/desktop-entry.ts';

it('starts the program by its whole path, whatever stands in it', () => {
  expect(desktopEntryOf('/opt/Duebook/duebook', ['--hidden'])).toContain(
    '\nExec="/opt/Duebook/duebook" "--hidden"\n',
  );
  expect(desktopEntryOf('/home/a b/100% "due"$/duebook', [])).toContain(
    '\nExec="/home/a b/100%% \\\\"due\\\\"\\\\$/duebook"\n',
  );
});

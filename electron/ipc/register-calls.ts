/**
 * The one registration there is: the two channels of the bridge, each behind the check of its sender. Nothing
 * else in Duebook listens to a window.
 */
import { ipcMain, type WebContents } from 'electron';
import { channels } from '../../shared/contract/bridge.ts';
import { fail, type Result } from '../../shared/errors/result.ts';
import type { Dispatch } from './dispatch.ts';
import { isOurWindow } from './sender.ts';

export type RegisterParts = {
  readonly dispatch: Dispatch;
  /** The window's page, `null` while there is none. */
  page(): WebContents | null;
  registerDropped(path: string): Promise<Result<{ fileId: string; fileName: string }>>;
};

/** Longer than any path a system allows. */
const pathMost = 32_768;

export function registerCalls({ dispatch, page, registerDropped }: RegisterParts): void {
  ipcMain.handle(channels.invoke, (event, message: unknown) => dispatch(isOurWindow(event, page()), message));
  ipcMain.handle(channels.dropped, async (event, path: unknown) => {
    if (!isOurWindow(event, page())) return fail('call.refused_sender');
    if (typeof path !== 'string' || path === '' || path.length > pathMost || path.includes('\0')) {
      return fail('call.invalid_input', { field: 'file' });
    }
    return registerDropped(path);
  });
}

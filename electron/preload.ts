/**
 * The only bridge into the window: it can send a call, hand over a dropped file and listen to events. Nothing
 * here decides anything; main checks every message. Kept free of other modules' code, because a sandboxed
 * preload is one small file that runs before every page.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels, type DuebookBridge } from '../shared/contract/bridge.ts';
import type { DuebookEvent } from '../shared/contract/events.ts';
import { fail, type Result } from '../shared/errors/result.ts';

const listeners = new Set<(event: DuebookEvent) => void>();

ipcRenderer.on(channels.event, (_source, event: DuebookEvent) => {
  for (const listener of [...listeners]) listener(event);
});

async function send<T>(channel: string, message: unknown): Promise<Result<T>> {
  try {
    return (await ipcRenderer.invoke(channel, message)) as Result<T>;
  } catch {
    // Something that cannot be sent, such as a function; main has not seen it.
    return fail('call.invalid_input', { field: 'input' });
  }
}

const bridge: DuebookBridge = {
  invoke: (envelope) => send(channels.invoke, envelope),
  async registerDroppedFile(file) {
    let path = '';
    try {
      path = webUtils.getPathForFile(file as File);
    } catch {
      // Not a file at all; an empty path is refused below.
    }
    return path === '' ? fail('call.invalid_input', { field: 'file' }) : send(channels.dropped, path);
  },
  onEvent(listener) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld('duebook', bridge);

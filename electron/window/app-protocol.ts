/**
 * The window's own address, `app://duebook/`: its pages come from the built renderer and nowhere else, each
 * with a strict content security policy. A custom scheme instead of `file:` keeps the window from reading the
 * disk, and gives it an origin that can be checked.
 */
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { appOrigin } from '../ipc/sender.ts';
import { fileOf, headers, typeOf } from './app-files.ts';

/** Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: false },
    },
  ]);
}

/** Serves the built renderer to one session. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? fileOf(request.url, folder) : null;
    const type = file === null ? null : typeOf(file);
    if (file === null || type === null) return new Response(null, { status: 404, headers });
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { ...headers, 'Content-Type': type },
      });
    } catch {
      return new Response(null, { status: 404, headers });
    }
  });
}

export const appAddress = `${appOrigin}/`;

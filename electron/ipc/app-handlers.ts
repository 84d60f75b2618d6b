/** The calls about the program itself: what it is, the settings of this computer, leaving, dialling, files. */
import type { AppInfo } from '../../shared/contract/app.ts';
import { dayOfInstant } from '../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { baseNameOf } from '../platform/file-names.ts';
import type { Ids } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import type { SettingsFile } from '../platform/settings-file.ts';
import type { BookClient } from './book-client.ts';
import type { SomeDeskHandlers } from './desk-calls.ts';
import type { WindowLink } from './window-link.ts';

export type AppDeskCall =
  | 'app.info'
  | 'app.settings'
  | 'app.changeSettings'
  | 'app.flushed'
  | 'app.quit'
  | 'app.dial'
  | 'jobs.cancel'
  | 'imports.choose'
  | 'imports.paste'
  | 'law.choosePack';

export type AppHandlerParts = {
  readonly platform: Pick<Platform, 'clock' | 'dialogs' | 'ids' | 'phone'>;
  readonly client: BookClient;
  readonly settings: SettingsFile;
  readonly link: WindowLink;
  /** A file is about to be chosen for reading. */
  expectFile(): void;
  readonly about: Omit<AppInfo, 'zone' | 'today'>;
  /** Puts changed settings in force and tells the window. */
  settingsChanged(): void;
  quit(): void;
};

export function makeAppHandlers(parts: AppHandlerParts): SomeDeskHandlers<AppDeskCall> {
  const { client, settings, link } = parts;
  const { clock, dialogs, ids, phone } = parts.platform;
  return {
    async 'app.info'() {
      const zone = clock.zone();
      return ok({ ...parts.about, zone, today: dayOfInstant(clock.now(), zone) });
    },
    'app.settings': async () => ok(settings.current()),
    async 'app.changeSettings'(fields) {
      const changed = settings.change(fields);
      parts.settingsChanged();
      return ok(changed);
    },
    async 'app.flushed'() {
      link.flushed();
      return ok({});
    },
    async 'app.quit'() {
      // The answer goes first: the window that asked is about to be closed.
      setImmediate(() => parts.quit());
      return ok({});
    },
    async 'app.dial'(input) {
      const found = await client.errand('phones.dialNumber', { ...input, operationId: ids.uuid() });
      if (!found.ok) return found;
      return (await phone.dial(found.value.number)) ? ok({}) : fail('phone.not_dialled');
    },
    'jobs.cancel': async ({ jobId }) => client.cancelJob(jobId),
    async 'imports.choose'() {
      parts.expectFile();
      const path = await dialogs.openImportFile();
      return path === null ? fail('file.dialog_cancelled') : registerFile({ client, ids }, path);
    },
    async 'imports.paste'({ text }) {
      parts.expectFile();
      const fileId = ids.uuid();
      const bytes = new TextEncoder().encode(text);
      const registered = await client.errand('files.registerPasted', { fileId, bytes });
      return registered.ok ? ok({ fileId, fileName: 'Pasted table' }) : registered;
    },
    async 'law.choosePack'() {
      const path = await dialogs.openRulePack();
      return path === null ? fail('file.dialog_cancelled') : registerFile({ client, ids }, path);
    },
  };
}

/** Ties a file the user chose or dropped to an id; the window never learns the path. */
export async function registerFile(
  { client, ids }: { readonly client: BookClient; readonly ids: Ids },
  path: string,
  use: 'read' | 'write' = 'read',
): Promise<Result<{ fileId: string; fileName: string }>> {
  const fileId = ids.uuid();
  const registered = await client.errand('files.register', { fileId, path, use });
  return registered.ok ? ok({ fileId, fileName: baseNameOf(path) }) : registered;
}

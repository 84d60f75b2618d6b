/**
 * Duebook's main process, put together: one window, one book worker, one scheduler. Main decides nothing about
 * the book and never waits on a disk or a database; it forwards, and does what only Electron can do.
 */
import { access } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { app, type WebContents } from 'electron';
import type { DeviceSettings } from '../shared/contract/app.ts';
import { channels } from '../shared/contract/bridge.ts';
import type { DuebookEvent, Subject } from '../shared/contract/events.ts';
import { fail } from '../shared/errors/result.ts';
import { makeAppHandlers, registerFile } from './ipc/app-handlers.ts';
import { makeBookClient } from './ipc/book-client.ts';
import { makeBookHandlers } from './ipc/book-handlers.ts';
import type { DeskHandlers } from './ipc/desk-calls.ts';
import { makeDispatch } from './ipc/dispatch.ts';
import { makeFileReading } from './ipc/file-reading.ts';
import { makeOpenBook } from './ipc/open-book.ts';
import { registerCalls } from './ipc/register-calls.ts';
import { makeWindowLink } from './ipc/window-link.ts';
import { makeActivityDesk } from './output/activity-desk.ts';
import { makeCalendarDesk } from './output/calendar-desk.ts';
import { makeExportDesk } from './output/export-desk.ts';
import { makeFileDesk } from './output/file-desk.ts';
import { makeHandOverDesk } from './output/hand-over-desk.ts';
import { makeImportDesk } from './output/import-desk.ts';
import { makeLetterDesk } from './output/letter-desk.ts';
import { openLetterFonts } from './output/letter-fonts.ts';
import { makeLetterPress } from './output/letter-press.ts';
import { makeMailDesk } from './output/mail-desk.ts';
import { makePdfThread } from './output/pdf-thread.ts';
import { makePrintDesk } from './output/print-desk.ts';
import { makePrinterDesk } from './output/printer-desk.ts';
import { makeRunDesk } from './output/run-desk.ts';
import { makeScriptDesk } from './output/script-desk.ts';
import { makeTemplateDesk } from './output/template-desk.ts';
import { hiddenSwitch } from './platform/hidden-switch.ts';
import { openLog } from './platform/log-file.ts';
import type { Platform } from './platform/platform.ts';
import { launchReader } from './platform/reader-process.ts';
import { openSettingsFile } from './platform/settings-file.ts';
import { makeClockKeeper } from './scheduler/clock-keeper.ts';
import { idleCheckEveryMs, watchIdle } from './scheduler/idle-lock.ts';
import { makeReminderScheduler, makeTimer } from './scheduler/reminder-scheduler.ts';
import { makeStrategyKeeper } from './scheduler/strategy-keeper.ts';
import { registerAppScheme } from './window/app-protocol.ts';
import { type MainWindow, openMainWindow } from './window/main-window.ts';
import { showMenu } from './window/menu.ts';
import { makePresence } from './window/presence.ts';
import { sealEverything, silenceChromium } from './window/seal.ts';

type SecondStart = { readonly sample: boolean };

/** The built app: this file's bundle lies beside the worker's, the preload and the renderer. */
const folder = import.meta.dirname;
const sampleSwitch = '--sample';
/** Whatever hangs, the program ends. */
const leaveMostMs = 15_000;
/** Changes after which a reminder may be due sooner than thought. */
const reminderSubjects: ReadonlySet<Subject> = new Set(['reminders', 'plans', 'imports']);

export function startDuebook(platform: Platform): void {
  silenceChromium();
  registerAppScheme();
  // Also for pages that forget to ask. As root Chromium cannot, and a container then starts it without.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  sealEverything();
  const wanted: SecondStart = { sample: process.argv.includes(sampleSwitch) };
  if (!app.requestSingleInstanceLock(wanted)) {
    app.quit();
    return;
  }
  void app.whenReady().then(() => run(platform, wanted));
}

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // Some systems know no name for the user, and the history needs one.
    return 'user';
  }
}

/** True on the runtime that stands in where the official one cannot be had. */
async function isFallbackRuntime(): Promise<boolean> {
  return access(path.join(path.dirname(process.execPath), 'duebook-fallback.json')).then(
    () => true,
    () => false,
  );
}

async function run(platform: Platform, wanted: SecondStart): Promise<void> {
  const { clock, dialogs, ids, power } = platform;
  const userData = app.getPath('userData');
  const log = openLog(path.join(userData, 'logs'), clock.now);
  const incident = (where: string, error: unknown): string => {
    const number = ids.uuid().slice(0, 8);
    log.trouble('main.incident', error, { incident: number, where });
    return number;
  };
  process.on('uncaughtException', (error) => void incident('main', error));
  process.on('unhandledRejection', (error) => void incident('main', error));
  const fallbackRuntime = await isFallbackRuntime();
  log.note('main.started', {
    version: app.getVersion(),
    electron: process.versions.electron,
    fallbackRuntime,
  });

  const author = userName();
  let main: MainWindow | null = null;
  const page = (): WebContents | null =>
    main === null || main.window.isDestroyed() || main.window.webContents.isDestroyed()
      ? null
      : main.window.webContents;
  const link = makeWindowLink((event) => {
    const to = page();
    to?.send(channels.event, event);
    return to !== null;
  });
  const emit = (event: DuebookEvent): void => {
    link.emit(event);
    if (event.type === 'changed' && event.changes.some(({ subject }) => reminderSubjects.has(subject)))
      scheduler.look();
    if (
      event.type === 'changed' &&
      event.changes.some(({ subject, accountIds }) => subject === 'law' && accountIds === null)
    )
      clockKeeper.look();
    if (
      event.type === 'changed' &&
      event.changes.some(({ subject, accountIds }) => subject === 'strategies' && accountIds === null)
    )
      strategyKeeper.look();
  };

  const reading = makeFileReading(() => launchReader(path.join(folder, 'reader.js')));
  const client = makeBookClient({
    workerFile: path.join(folder, 'book-worker.js'),
    data: {
      booksFolder: path.join(userData, 'books'),
      // A release carries its own binding and takes none from its surroundings.
      sqliteBinding: app.isPackaged && !fallbackRuntime ? null : (process.env.DUEBOOK_SQLITE_BINDING ?? null),
    },
    ids,
    log,
    moment: () => ({ now: clock.now(), zone: clock.zone(), author }),
    emit,
    reading,
    onOpening: (step) => openBook.noteStep(step),
    onLost(number) {
      void openBook.lost().then((wasOpen) => {
        if (wasOpen) link.emit({ type: 'trouble', error: fail('book.lost', { incident: number }).error });
      });
    },
  });
  const openBook = makeOpenBook(() => client, link);
  const settings = await openSettingsFile(path.join(userData, 'settings.json'), (error) =>
    log.trouble('settings.not_written', error),
  );

  const scheduler = makeReminderScheduler({
    platform,
    client,
    timer: makeTimer(),
    log,
    preferences: settings.current,
    emit: link.emit,
    count: (open) => presence.count(open),
    show(accountId) {
      main?.bringForward();
      if (openBook.current() !== null)
        link.emit({ type: 'go', to: accountId === null ? 'today' : { accountId } });
    },
  });

  const presence = makePresence({
    tray: platform.tray,
    settings: settings.current,
    bringForward: () => main?.bringForward(),
    lock: () => lock(),
    quit: () => app.quit(),
  });
  presence.refresh();
  let login = settings.current();
  /** The system's list is written only when what is wanted of it changed. */
  const followLogin = (): void => {
    const { startAtLogin, startHidden } = settings.current();
    const wasSame = login.startAtLogin === startAtLogin && login.startHidden === startHidden;
    login = settings.current();
    if (wasSame || !platform.loginItem.isSupported) return;
    void platform.loginItem.set({ start: startAtLogin, hidden: startHidden }).then((set) => {
      if (!set) link.emit({ type: 'trouble', error: fail('app.login_not_set').error });
    });
  };

  const clockKeeper = makeClockKeeper({ client, clock, power, timer: makeTimer(), log, emit: link.emit });
  const strategyKeeper = makeStrategyKeeper({
    client,
    clock,
    ids,
    power,
    timer: makeTimer(),
    log,
    emit: link.emit,
  });

  const fonts = openLetterFonts(path.join(folder, 'fonts'));
  const press = makeLetterPress({ printer: platform.printer, fonts, log });
  const runDesk = makeRunDesk({
    client,
    openBook,
    dialogs,
    press,
    pdfs: makePdfThread(path.join(folder, 'pdf-worker.js')),
    printer: platform.printer,
    ids,
    log,
    emit: link.emit,
  });
  const exportDesk = makeExportDesk({ client, openBook, dialogs, press, ids, log });
  const handOverDesk = makeHandOverDesk({
    client,
    openBook,
    dialogs,
    press,
    ids,
    remember: exportDesk.remember,
    emit: link.emit,
  });
  const bookHandlers = makeBookHandlers({ client, openBook, dialogs, clock, ids });
  const desk: DeskHandlers = {
    ...bookHandlers,
    ...makeAppHandlers({
      platform,
      client,
      settings,
      link,
      expectFile: reading.warm,
      about: {
        version: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        fallbackRuntime,
        platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
        canStartAtLogin: platform.loginItem.isSupported,
      },
      settingsChanged: () => settingsChanged(),
      quit: () => app.quit(),
    }),
    ...makeCalendarDesk({ client, dialogs }),
    ...makeLetterDesk({ client, openBook, dialogs, press, clock, ids, log }),
    ...makeFileDesk({ client, dialogs, ids }),
    ...exportDesk.handlers,
    ...handOverDesk.handlers,
    ...makeMailDesk({ client, openBook, dialogs, press, ids }),
    ...makeActivityDesk({ client, openBook, dialogs, press, ids }),
    ...makeImportDesk({ client, openBook, dialogs, press, ids }),
    ...makePrintDesk({ client, openBook, dialogs, press, ids }),
    ...makePrinterDesk({ printer: platform.printer }),
    ...makeScriptDesk({ client, dialogs, ids }),
    ...makeTemplateDesk({ client, openBook, dialogs, press, ids }),
    ...runDesk.handlers,
  };
  registerCalls({
    dispatch: makeDispatch({ desk, book: client, log, incident }),
    page,
    registerDropped: (dropped) => registerFile({ client, ids }, dropped),
  });

  main = await openMainWindow({
    folder,
    stateFile: path.join(userData, 'window.json'),
    settings: settings.current(),
    hidden: process.argv.includes(hiddenSwitch) && presence.staysOnClose(),
    log,
  });
  const { window } = main;

  const change = (fields: Partial<DeviceSettings>): void => {
    settings.change(fields);
    settingsChanged();
  };
  // Nobody waits for the answer, and a book that stays open when it was to be locked must not stay so unsaid.
  const lock = (): void =>
    void openBook.close('lock').then((closed) => {
      if (!closed.ok) link.emit({ type: 'trouble', error: closed.error });
    });
  const refreshMenu = (): void =>
    showMenu(
      { bookOpen: openBook.current() !== null, settings: settings.current() },
      {
        go: (to) => link.emit({ type: 'go', to }),
        lock,
        quit: () => app.quit(),
        setTheme: (theme) => change({ theme }),
        setZoom: (zoomPercent) => change({ zoomPercent }),
      },
    );
  function settingsChanged(): void {
    main?.apply(settings.current());
    presence.refresh();
    followLogin();
    refreshMenu();
    link.emit({ type: 'changed', changes: [{ subject: 'settings', accountIds: null }] });
  }
  refreshMenu();

  openBook.onChange((book) => {
    for (const part of [scheduler, clockKeeper, strategyKeeper]) {
      if (book === null) part.stop();
      else part.start();
    }
    if (!window.isDestroyed()) window.setTitle(book === null ? 'Duebook' : `${book.officeName} · Duebook`);
    refreshMenu();
  });
  const checkIdle = watchIdle({
    power,
    settings: settings.current,
    bookIsOpen: () => openBook.current() !== null,
    jobsRunning: () => client.jobsRunning() + (runDesk.busy() || handOverDesk.busy() ? 1 : 0),
    lock,
  });
  const idleTimer = setInterval(checkIdle, idleCheckEveryMs);

  const openSample = async (): Promise<void> => {
    const opened = await bookHandlers['book.openSample']({}, ids.uuid());
    if (!opened.ok) link.emit({ type: 'trouble', error: opened.error });
  };
  if (wanted.sample) void openSample();
  app.on('second-instance', (_event, _argv, _folder, data: unknown) => {
    main?.bringForward();
    // An open book is never closed for the sample: somebody is working in it.
    const sample = typeof data === 'object' && data !== null && 'sample' in data && data.sample === true;
    if (sample && openBook.current() === null) void openSample();
  });
  app.on('activate', () => main?.bringForward());

  // Leaving: the window saves what is half-typed, jobs take themselves back, the book is closed, files are
  // written; only then does the program end, by whatever way it was asked to.
  let left = false;
  let leaving = false;
  const leave = async (): Promise<void> => {
    if (leaving) return;
    leaving = true;
    clearInterval(idleTimer);
    presence.end();
    const late = setTimeout(() => app.exit(0), leaveMostMs);
    try {
      const closed = await openBook.close('quit');
      if (!closed.ok) log.note('book.not_closed', { code: closed.error.code });
      log.note('main.left');
      await Promise.all([client.end(), main?.settled(), settings.settled()]);
    } catch (error) {
      incident('leave', error);
    }
    await log.settled();
    clearTimeout(late);
    left = true;
    app.quit();
  };
  const holdBack = (event: { preventDefault(): void }): void => {
    if (left) return;
    event.preventDefault();
    void leave();
  };
  window.on('close', (event) => {
    if (left || leaving || !presence.staysOnClose()) return holdBack(event);
    event.preventDefault();
    // What is half-typed is saved as before a lock; the book stays open and is locked by its own rules.
    void link.flush('lock').then(() => window.hide());
  });
  app.on('before-quit', holdBack);
  app.on('window-all-closed', () => app.quit());
}

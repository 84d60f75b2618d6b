/**
 * The one window: sandboxed, isolated, without Node, shown when it has something to show, where it stood last
 * time. Its session lives in memory only, so Chromium writes no cache, no local storage and no paged-out
 * letter beside the encrypted book.
 */
import path from 'node:path';
import { BrowserWindow, nativeTheme, screen, session } from 'electron';
import type { DeviceSettings } from '../../shared/contract/app.ts';
import { makeJsonWriter, readJson } from '../platform/atomic-json.ts';
import type { Log } from '../platform/log-file.ts';
import { appAddress, serveApp } from './app-protocol.ts';
import { addContextMenu } from './context-menu.ts';
import { fittingState, leastSize, usualSize, type WindowState } from './window-state.ts';

export type MainWindow = {
  readonly window: BrowserWindow;
  /** Puts theme and zoom in force. */
  apply(settings: DeviceSettings): void;
  bringForward(): void;
  /** Resolves when its place has been written down. */
  settled(): Promise<void>;
};

export type MainWindowParts = {
  /** The built app: preload and renderer. */
  readonly folder: string;
  readonly stateFile: string;
  readonly settings: DeviceSettings;
  /** Stays out of sight until it is asked for. */
  readonly hidden: boolean;
  readonly log: Log;
};

/** The frame's colour in both themes, as the renderer paints it, so that opening does not flash. */
const frameColour = { light: '#f4f6f8', dark: '#14181d' } as const;

const saveStateAfterMs = 400;
/** A window that keeps failing is not loaded for ever. */
const reloadsMost = 3;

export async function openMainWindow(parts: MainWindowParts): Promise<MainWindow> {
  const { folder, log } = parts;
  // Without `persist:` the session is kept in memory.
  const ownSession = session.fromPartition('duebook');
  serveApp(ownSession, path.join(folder, 'renderer'));

  const state = fittingState(
    await readJson(parts.stateFile),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  nativeTheme.themeSource = parts.settings.theme;
  const window = new BrowserWindow({
    ...usualSize,
    ...state?.bounds,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Duebook',
    backgroundColor: frameColour[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: {
      preload: path.join(folder, 'preload.cjs'),
      session: ownSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: process.platform === 'darwin',
      zoomFactor: parts.settings.zoomPercent / 100,
    },
  });
  const page = window.webContents;
  let current = parts.settings;

  window.once('ready-to-show', () => {
    // To maximise it would show it.
    if (parts.hidden) return;
    if (state?.maximised) window.maximize();
    window.show();
  });
  // A window that could not paint must not stay invisible.
  page.once('did-fail-load', (_event, code) => {
    log.note('window.load_failed', { code });
    window.show();
  });
  page.on('did-finish-load', () => page.setZoomFactor(current.zoomPercent / 100));
  page.on('page-title-updated', (event) => event.preventDefault());
  let reloads = 0;
  page.on('render-process-gone', (_event, details) => {
    log.note('window.gone', { reason: details.reason });
    if (details.reason !== 'clean-exit' && ++reloads <= reloadsMost && !window.isDestroyed()) page.reload();
  });
  window.on('unresponsive', () => log.note('window.unresponsive'));
  nativeTheme.on('updated', () => {
    if (window.isDestroyed()) return;
    window.setBackgroundColor(frameColour[nativeTheme.shouldUseDarkColors ? 'dark' : 'light']);
  });
  addContextMenu(window);

  const writer = makeJsonWriter(parts.stateFile, (error) => log.trouble('window.state_not_written', error));
  let planned: ReturnType<typeof setTimeout> | null = null;
  const keepState = () => {
    if (planned) clearTimeout(planned);
    planned = null;
    if (window.isDestroyed()) return;
    const kept: WindowState = { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
    writer.write(kept);
  };
  const planState = () => {
    planned ??= setTimeout(keepState, saveStateAfterMs);
  };
  window.on('resize', planState);
  window.on('move', planState);
  window.on('maximize', planState);
  window.on('unmaximize', planState);

  void page.loadURL(appAddress).catch((error: unknown) => log.trouble('window.load_failed', error));

  return {
    window,
    apply(settings) {
      current = settings;
      if (nativeTheme.themeSource !== settings.theme) nativeTheme.themeSource = settings.theme;
      page.setZoomFactor(settings.zoomPercent / 100);
    },
    bringForward() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    async settled() {
      if (planned) keepState();
      await writer.settled();
    },
  };
}

/**
 * What no page of Duebook may do, whatever code it runs: reach a network, go elsewhere, open a window, ask for a
 * device. It is laid on every session and every page as it is made, so that a page nobody thought of (the
 * one letters are laid out on, a developer tool) is sealed as well.
 */
import { app, type Session, type WebContents } from 'electron';
import { appOrigin } from '../ipc/sender.ts';

/** Chromium's own errands that would reach for the network. Must run before Electron is ready. */
export function silenceChromium(): void {
  const { commandLine } = app;
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-client-side-phishing-detection',
    'disable-breakpad',
    'disable-sync',
    'no-pings',
    'no-proxy-server',
  ]) {
    commandLine.appendSwitch(name);
  }
  // Even a request that came past everything else finds no address for any name.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  const features = [
    'AutofillServerCommunication',
    'CertificateTransparencyComponentUpdater',
    'DialMediaRouteProvider',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'SpareRendererForSitePerProcess',
  ];
  // Electron sets this switch too; the last one wins, so the earlier value is carried on.
  const before = commandLine.getSwitchValue('disable-features');
  commandLine.appendSwitch('disable-features', [...(before === '' ? [] : [before]), ...features].join(','));
}

/** Addresses that never leave this process: our pages, what they made, and the tools of a developer's build. */
export function staysInside(address: string): boolean {
  return (
    address.startsWith(`${appOrigin}/`) ||
    address.startsWith('blob:') ||
    address.startsWith('data:') ||
    address.startsWith('about:') ||
    (!app.isPackaged && address.startsWith('devtools:'))
  );
}

function sealSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !staysInside(details.url) }));
  const allowed = (permission: string, origin: string) =>
    permission === 'clipboard-sanitized-write' && (origin === appOrigin || origin === `${appOrigin}/`);
  session.setPermissionRequestHandler((page, permission, answer) => {
    answer(allowed(permission, page.mainFrame.origin));
  });
  session.setPermissionCheckHandler((_page, permission, origin) => allowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Elsewhere than on a Mac the words to check spelling with would be downloaded.
  if (process.platform !== 'darwin') session.setSpellCheckerEnabled(false);
  void session.setProxy({ mode: 'direct' });
}

function sealPage(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.on('will-navigate', (event) => event.preventDefault());
  page.on('will-frame-navigate', (event) => event.preventDefault());
  page.on('will-redirect', (event) => event.preventDefault());
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Seals everything that is going to exist. Must run before Electron is ready. */
export function sealEverything(): void {
  app.on('session-created', sealSession);
  app.on('web-contents-created', (_event, page) => sealPage(page));
}

/**
 * Electron's security checklist, asked of the live window: what the page is given, what it may not do, and
 * that nothing in a whole session reaches for a network.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../build/runtime/places.ts';
import { contentSecurityPolicy } from '../../electron/window/app-files.ts';
import { expect, test } from './fixtures.ts';

test('the window is sandboxed and isolated, and has only the bridge', async ({ launchDuebook }) => {
  const { app, page } = await launchDuebook();

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    // Electron's types leave this method out.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });

  const seen = await page.evaluate(() => ({
    origin: location.origin,
    secure: isSecureContext,
    bridge: Object.keys(window.duebook).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
    frozen: Object.isFrozen(window.duebook),
  }));
  expect(seen).toEqual({
    origin: 'app://duebook',
    secure: true,
    bridge: ['invoke', 'onEvent', 'registerDroppedFile'],
    node: [],
    frozen: true,
  });
});

test('every page carries the policy, and no code from a text runs', async ({ launchDuebook }) => {
  const { app, page } = await launchDuebook();
  const answers = await page.evaluate(async () => {
    const asked = [
      '/',
      '/index.html',
      '/nothing.html',
      '/../main.js',
      '/%2e%2e/main.js',
      '/..%5cmain.js',
      '/.env',
    ];
    return Promise.all(
      asked.map(async (address) => {
        const answer = await fetch(address);
        return { address, status: answer.status, csp: answer.headers.get('content-security-policy') };
      }),
    );
  });
  for (const { address, status, csp } of answers) {
    expect(csp, address).toBe(contentSecurityPolicy);
    expect(status, address).toBe(address === '/' || address === '/index.html' ? 200 : 404);
  }
  expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|\*/);
  expect(contentSecurityPolicy).toContain("script-src 'self';");

  // In the page's own world: Playwright's evaluate is not held to the policy, a script element of the page is.
  const ran = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents?.executeJavaScript(`new Promise((resolve) => {
      const result = { violations: [], evaluated: 'refused', inline: 'refused' };
      document.addEventListener('securitypolicyviolation', (event) => result.violations.push(event.effectiveDirective));
      try { (0, eval)('1'); result.evaluated = 'ran'; } catch {}
      try { new Function('return 1')(); result.evaluated = 'ran'; } catch {}
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.head.append(script);
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      document.body.append(frame);
      setTimeout(() => { if (window.inlineRan) result.inline = 'ran'; script.remove(); frame.remove(); resolve(result); }, 500);
    })`);
  });
  expect(ran).toMatchObject({ evaluated: 'refused', inline: 'refused' });
  expect(ran.violations).toEqual(expect.arrayContaining(['script-src-elem', 'frame-src']));
});

test('the window goes nowhere else and opens nothing', async ({ launchDuebook }) => {
  const { app, page } = await launchDuebook();
  const before = page.url();
  const opened = await page.evaluate(() => {
    const results = ['https://example.org/', 'app://duebook/', 'about:blank', 'file:///etc/passwd'].map(
      (address) => window.open(address),
    );
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    link.textContent = 'leave';
    document.body.append(link);
    link.click();
    link.target = '_blank';
    link.click();
    link.remove();
    return results.map((result) => result === null);
  });
  expect(opened).toEqual([true, true, true, true]);
  for (const address of [
    'https://example.org/',
    'file:///etc/passwd',
    'data:text/html,hello',
    'app://elsewhere/',
  ]) {
    await page.evaluate((to) => {
      location.href = to;
    }, address);
  }
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
});

test('the page is refused every permission it does not use', async ({ launchDuebook }) => {
  const { app, page } = await launchDuebook();
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ];
    const found: Record<string, string> = {};
    for (const name of names) {
      found[name] = await navigator.permissions.query({ name: name as PermissionName }).then(
        (status) => status.state,
        () => 'unknown',
      );
    }
    found['asked for a camera'] = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    );
    found['asked to notify'] = await Notification.requestPermission();
    return found;
  });
  expect(Object.values(states)).not.toContain('granted');

  const checked = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents?.executeJavaScript(
      `navigator.clipboard.readText().then(() => 'read', () => 'denied')`,
      true,
    );
  });
  expect(checked).toBe('denied');
});

test('nothing reaches for a network in a whole session', async ({ launchDuebook, userData }) => {
  const netLog = path.join(userData, 'net.json');
  const { app, page, call, close } = await launchDuebook({ args: [`--log-net-log=${netLog}`] });
  await call('book.openSample', {});
  for (const area of ['today', 'accounts', 'letters', 'plans', 'reports', 'import', 'settings'] as const) {
    await app.evaluate(({ BrowserWindow }, to) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('duebook:event', { type: 'go', to });
    }, area);
    await page.waitForTimeout(200);
  }
  // A page that tries by every way it has.
  const tried = await page.evaluate(async () => {
    const soon = <T>(work: Promise<T>) =>
      Promise.race([work, new Promise<never>((_resolve, reject) => setTimeout(reject, 3_000))]);
    const refused = async (work: () => Promise<unknown>) =>
      soon(work()).then(
        () => 'reached',
        () => 'refused',
      );
    const image = new Image();
    image.src = 'https://example.org/pixel.png';
    navigator.sendBeacon('https://example.org/beacon');
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example.org:3478' }] });
    peer.createDataChannel('x');
    // Gathers addresses to be reached at, by asking the server above.
    await peer.setLocalDescription(await peer.createOffer());
    const results = {
      fetch: await refused(() => fetch('https://example.org/')),
      plain: await refused(() => fetch('http://127.0.0.1:9/')),
      file: await refused(() => fetch('file:///etc/passwd')),
      socket: await refused(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('wss://example.org/');
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      ),
    };
    await new Promise((resolve) => setTimeout(resolve, 500));
    peer.close();
    return results;
  });
  expect(tried).toEqual({ fetch: 'refused', plain: 'refused', file: 'refused', socket: 'refused' });

  const requests = await app.evaluate(() => globalThis.harness.requests);
  const outside = requests.filter(({ url }) => !/^(app:\/\/duebook\/|blob:|data:)/.test(url));
  expect(requests.some(({ url }) => url.startsWith('app://duebook/'))).toBe(true);
  expect(outside.filter(({ done }) => done)).toEqual([]);
  expect(await app.evaluate(() => globalThis.harness.sockets)).toBe(0);
  await close();

  // Chromium's own record: every lookup, connection and byte sent, whoever asked for it. (A connected UDP socket
  // that sends nothing is how it asks the system whether there is a route at all; no packet leaves for that.)
  const { constants, events } = JSON.parse(await readFile(netLog, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number; params?: Record<string, unknown> }[];
  };
  const nameOf = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  const reaching =
    /^(HOST_RESOLVER_MANAGER_JOB|HOST_RESOLVER_DNS_TASK|HOST_RESOLVER_SYSTEM_TASK|TCP_CONNECT|TCP_CONNECT_ATTEMPT|UDP_BYTES_SENT|SSL_CONNECT|QUIC_SESSION|SOCKET_BYTES_SENT)$/;
  const reached = events.filter(({ type }) => reaching.test(nameOf.get(type) ?? ''));
  expect(events.length).toBeGreaterThan(0);
  expect(reached.map(({ type, params }) => ({ event: nameOf.get(type), params }))).toEqual([]);
});

test('a call from anywhere but the main frame of our window is refused', async ({ launchDuebook }) => {
  const { app } = await launchDuebook();
  const preload = path.join(root, 'out', 'app', 'preload.cjs');
  const answers = await app.evaluate(async ({ BrowserWindow }, file) => {
    const ours = BrowserWindow.getAllWindows()[0];
    if (!ours) return null;
    // A second window of the same session and origin, with the same preload: the best an intruder could get.
    const webPreferences = { preload: file, session: ours.webContents.session, sandbox: true };
    const other = new BrowserWindow({ show: false, webPreferences });
    await other.loadURL('app://duebook/');
    const ask = `window.duebook.invoke({ call: 'app.settings', input: {}, operationId: null })`;
    const foreign = await other.webContents.executeJavaScript(ask);
    const own = await ours.webContents.executeJavaScript(ask);
    other.destroy();
    return { foreign, own };
  }, preload);
  expect(answers?.own).toMatchObject({ ok: true });
  expect(answers?.foreign).toEqual({ ok: false, error: { code: 'call.refused_sender', params: {} } });
});

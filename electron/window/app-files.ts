/** Which file of the built renderer an address stands for, and what goes with it. No Electron in here. */
import path from 'node:path';

/**
 * Styles may be inline because Mantine and AG Grid write style tags; nothing else may. The one worker is pdf.js
 * from our own files.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/** Sent with every answer, also with a refusal. */
export const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

/** The media type of a file the build makes; `null` for any other, which is not served. */
export function typeOf(file: string): string | null {
  return types[path.extname(file)] ?? null;
}

/** The file an address stands for, inside `folder`; `null` for every other address. */
export function fileOf(address: string, folder: string): string | null {
  let url: URL;
  let name: string;
  try {
    url = new URL(address);
    name = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (url.protocol !== 'app:' || url.host !== 'duebook' || url.username !== '' || url.password !== '')
    return null;
  // Only the names a build makes: no escapes, no backslashes, no drive letters, no way up.
  if (!/^\/[\w./-]*$/.test(name) || name.split('/').some((part) => part.startsWith('.'))) return null;
  const file = path.join(folder, name === '/' ? 'index.html' : name);
  return file.startsWith(folder + path.sep) ? file : null;
}

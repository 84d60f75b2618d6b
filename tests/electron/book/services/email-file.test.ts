/** The draft of an email, read back as its lines say it: unsent, to whom, nothing of a debt, the very PDF. */
import { describe, expect, test } from 'vitest';
import { emailFile, optOutSentence } from '../../../../electron/book/services/email-file.ts';

const pdf = new Uint8Array(
  [...'%PDF-1.7\n'].map((sign) => sign.charCodeAt(0)).concat([0, 255, 10, 13, 10, 46, 13, 10]),
);

async function draftOf(change: Partial<Parameters<typeof emailFile>[0]> = {}) {
  const bytes = await emailFile({
    officeName: 'Harbor Lane Recovery',
    from: 'office@harborlane.example',
    to: { name: 'Rosa Delgado', address: 'rosa@example.com' },
    phone: '(512) 555-0100',
    day: '2026-11-22',
    at: Date.UTC(2026, 10, 22, 15, 0),
    pdf,
    ...change,
  });
  return readMime(Buffer.from(bytes).toString('latin1'));
}

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

function readPart(text: string): Part {
  const end = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { headers, body: text.slice(end + 4) };
}

function readMime(text: string) {
  const whole = readPart(text);
  const boundary = /boundary="([^"]+)"/.exec(whole.headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = whole.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => readPart(part.replace(/^\r\n/, '')));
  return { text, headers: whole.headers, parts };
}

/** Quoted-printable or base64 back to bytes. */
function decoded({ headers, body }: Part): Buffer {
  const how = headers.get('content-transfer-encoding');
  if (how === 'base64') return Buffer.from(body.replace(/\s/g, ''), 'base64');
  if (how !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

describe('the draft of an email', () => {
  test('is unsent, to the debtor, with the very PDF and no word of a debt outside it', async () => {
    const { headers, parts } = await draftOf();
    expect(headers.get('x-unsent')).toBe('1');
    expect(headers.get('to')).toBe('Rosa Delgado <rosa@example.com>');
    expect(headers.get('from')).toBe('Harbor Lane Recovery <office@harborlane.example>');
    expect(headers.get('subject')).toBe('A letter from Harbor Lane Recovery');
    expect(headers.has('message-id')).toBe(false);
    expect(parts).toHaveLength(2);
    const [words, file] = parts as [Part, Part];
    const said = decoded(words).toString('utf8');
    expect(said).toContain(optOutSentence);
    expect(said).not.toMatch(/debt|owe|balance|account|collect|\$/i);
    expect(file.headers.get('content-type')).toContain('application/pdf');
    expect(file.headers.get('content-disposition')).toContain('Letter 2026-11-22.pdf');
    expect(decoded(file).equals(Buffer.from(pdf))).toBe(true);
  });

  test('no name can add a line to its head', async () => {
    const { headers, text } = await draftOf({
      officeName: 'Harbor\r\nBcc: thief@example.com\r\n\r\nLane',
      to: { name: 'Rosa\r\nBcc: thief@example.com', address: 'rosa@example.com' },
    });
    expect(headers.has('bcc')).toBe(false);
    expect(text.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect(headers.get('to')).toContain('<rosa@example.com>');
  });

  test('names of any script arrive, and an office without an address leaves the sender open', async () => {
    const { headers } = await draftOf({ from: '', to: { name: 'Ольга Ξένη', address: 'olga@example.com' } });
    expect(headers.has('from')).toBe(false);
    const encoded = headers.get('to') ?? '';
    const words = [...encoded.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, how, text]) =>
      how?.toUpperCase() === 'B'
        ? Buffer.from(text ?? '', 'base64').toString('utf8')
        : decodeURIComponent((text ?? '').replaceAll('_', ' ').replaceAll('=', '%')),
    );
    expect(words.join('')).toBe('Ольга Ξένη');
  });
});

import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { lineOf, openLog, placesIn, traceOf } from '../../../electron/platform/log-file.ts';

const noon = Date.UTC(2026, 2, 12, 12, 0);

describe('a line', () => {
  it('holds the instant, the word and the facts', () => {
    expect(lineOf(noon, 'worker.ended', { exitCode: 1, incident: 'ab12cd34', open: true, book: null })).toBe(
      '2026-03-12T12:00:00.000Z worker.ended exitCode=1 incident=ab12cd34 open=true book=null',
    );
  });

  it.each([
    ['a name', 'Otis Quillfeather'],
    ['a sum', '$1,204.50'],
    ['a phone number', '(512) 555-0144'],
    ['a path', '/home/otis/debts.csv'],
    ['an address', 'otis@example.org'],
    ['a second line', 'a\nb'],
    ['a long text', 'x'.repeat(65)],
  ])('withholds %s', (_name, text) => {
    expect(lineOf(noon, 'x', { what: text })).toBe('2026-03-12T12:00:00.000Z x what=[withheld]');
    expect(lineOf(noon, text, {})).toBe('2026-03-12T12:00:00.000Z [withheld]');
  });
});

describe('the trace of an error', () => {
  it('names its kind and places, never its message or the folders', () => {
    const error = new TypeError('Otis Quillfeather owes 1204.50');
    error.stack = [
      'TypeError: Otis Quillfeather owes 1204.50',
      '    at recordPayment (file:///home/otis/duebook/out/app/book-worker.js:120:7)',
      '    at async Object.answer (/home/otis/duebook/out/app/book-worker.js:9:3)',
      '    at file:///C:/Users/otis/main.js:4:1',
      '    at new Promise (<anonymous>)',
    ].join('\n');
    expect(traceOf(error)).toBe(
      'TypeError < recordPayment@book-worker.js:120:7 < Object.answer@book-worker.js:9:3 < @main.js:4:1',
    );
  });

  it('holds for a message that looks like frames, and for what is no error', () => {
    const error = new Error('x');
    error.stack = 'Error: first\n  at the door of 12 Elm Street: Otis\n    at run (main.js:1:1)';
    expect(traceOf(error)).toBe('Error < run@main.js:1:1');
    expect(traceOf('Otis')).toBe('thrown string');
  });

  it('reads the worker’s frames', () => {
    expect(placesIn('Error at open (/home/otis/book-worker.js:1:2) |     at file:///b.js:3:4', '|')).toBe(
      ' < @b.js:3:4',
    );
  });
});

describe('the file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'duebook-log-')), 'logs');
  });

  it('takes what is noted in order', async () => {
    const log = openLog(folder, () => noon);
    for (let number = 0; number < 50; number += 1) log.note('tick', { number });
    log.trouble('main.incident', new Error('secret'), { incident: 'ab12cd34' });
    await log.settled();
    const lines = (await readFile(path.join(folder, 'duebook.log'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(51);
    expect(lines[49]).toContain('tick number=49');
    expect(lines[50]).toMatch(/main\.incident incident=ab12cd34 Error < /);
    expect(lines.join('')).not.toContain('secret');
  });

  it('begins a new one at a megabyte and keeps three older ones', async () => {
    const log = openLog(folder, () => noon);
    for (let round = 1; round <= 6; round += 1) {
      log.note(`round.${round}`);
      await log.settled();
      await writeFile(path.join(folder, 'duebook.log'), 'x'.repeat(1_000_000), { flag: 'a' });
    }
    log.note('last');
    await log.settled();
    expect((await readdir(folder)).sort()).toEqual([
      'duebook.1.log',
      'duebook.2.log',
      'duebook.3.log',
      'duebook.log',
    ]);
    expect((await stat(path.join(folder, 'duebook.log'))).size).toBeLessThan(100);
    expect(await readFile(path.join(folder, 'duebook.1.log'), 'utf8')).toContain('round.6');
  });

  it('does not stop the program when the disk refuses', async () => {
    await writeFile(folder, 'a file where the folder should be');
    const log = openLog(folder, () => noon);
    log.note('tick');
    await expect(log.settled()).resolves.toBeUndefined();
  });
});

import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings, openSettingsFile, settingsFrom } from '../../../electron/platform/settings-file.ts';

describe('what is stored', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'dark'],
    ['a list', ['dark']],
    ['null', null],
  ])('%s gives the defaults', (_name, stored) => {
    expect(settingsFrom(stored)).toEqual(defaultSettings);
  });

  it('keeps each valid field and gives the default for the rest', () => {
    const stored = {
      theme: 'dark',
      zoomPercent: 900,
      lockAfterMinutes: 'never',
      debtorName: 'Ada Thistlewood',
    };
    expect(settingsFrom(stored)).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  it('takes nothing from a prototype', () => {
    expect(settingsFrom(Object.create({ theme: 'dark' }))).toEqual(defaultSettings);
  });

  it('says no names in notifications, and locks, unless told otherwise', () => {
    expect(defaultSettings.namesInNotifications).toBe(false);
    expect(defaultSettings.lockAfterMinutes).toBeGreaterThan(0);
    expect(defaultSettings.lockWhenComputerLocks).toBe(true);
  });
});

describe('the file', () => {
  let folder: string;
  let file: string;
  let troubles: unknown[];
  const open = () => openSettingsFile(file, (error) => void troubles.push(error));

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-settings-'));
    file = path.join(folder, 'deeper', 'settings.json');
    troubles = [];
  });

  it('remembers changes, and leaves no draft behind', async () => {
    const settings = await open();
    expect(settings.current()).toEqual(defaultSettings);
    for (let percent = 80; percent <= 200; percent += 1) settings.change({ zoomPercent: percent });
    settings.change({ theme: 'dark', zoomPercent: undefined });
    await settings.settled();
    expect((await open()).current()).toEqual({ ...defaultSettings, theme: 'dark', zoomPercent: 200 });
    expect(await readdir(path.dirname(file))).toEqual(['settings.json']);
    expect(troubles).toEqual([]);
  });

  it('starts with the defaults when the file is damaged, and mends it with the next change', async () => {
    const settings = await open();
    settings.change({ theme: 'dark' });
    await settings.settled();
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 12));
    const again = await open();
    expect(again.current()).toEqual(defaultSettings);
    again.change({ zoomPercent: 90 });
    await again.settled();
    expect((await open()).current()).toEqual({ ...defaultSettings, zoomPercent: 90 });
  });

  it('keeps working in memory when the disk refuses', async () => {
    await writeFile(path.join(folder, 'deeper'), 'a file where the folder should be');
    const settings = await open();
    expect(settings.change({ theme: 'light' }).theme).toBe('light');
    await settings.settled();
    expect(settings.current().theme).toBe('light');
    expect(troubles).toHaveLength(1);
  });
});

/** Files come in by the dialog or by a drop, and the window only ever learns an id and a name. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';

test('a chosen and a dropped file get an id; anything else that is dropped is refused', async ({
  launchDuebook,
  userData,
}) => {
  const { app, page, call } = await launchDuebook();
  const file = path.join(userData, 'due list.csv');
  await writeFile(file, 'name,amount\nOtis Quillfeather,12.50\n');

  expect(await call('imports.choose', {})).toMatchObject({ error: { code: 'file.dialog_cancelled' } });
  await app.evaluate((_electron, name) => globalThis.harness.answerDialog('openImportFile', name), file);
  const chosen = await call('imports.choose', {});
  expect(chosen).toMatchObject({ ok: true, value: { fileName: 'due list.csv' } });
  expect(JSON.stringify(chosen)).not.toContain(userData);

  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropped-here';
    document.body.append(input);
  });
  await page.setInputFiles('#dropped-here', file);
  const dropped = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('#dropped-here');
    const made = new File(['x'], 'made-here.csv');
    return {
      file: await window.duebook.registerDroppedFile(input?.files?.[0]),
      // Neither has a path on the disk, so neither may be given one.
      made: await window.duebook.registerDroppedFile(made),
      text: await window.duebook.registerDroppedFile('/etc/passwd').catch(() => 'refused by the bridge'),
    };
  });
  expect(dropped.file).toMatchObject({ ok: true, value: { fileName: 'due list.csv' } });
  expect(JSON.stringify(dropped.file)).not.toContain(userData);
  expect(dropped.made).toMatchObject({ ok: false, error: { code: 'call.invalid_input' } });
  expect(dropped.text).toMatchObject({ ok: false, error: { code: 'call.invalid_input' } });
});

test('a file dropped on any screen goes to the import', async ({ launchDuebook, userData }) => {
  const { page, call } = await launchDuebook();
  const file = path.join(userData, 'dropped.csv');
  await writeFile(file, 'Customer,Invoice,Amount\nAda Thistlewood,0001,12.50\n');
  await call('book.openSample', {});
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropped-here';
    document.body.append(input);
  });
  await page.setInputFiles('#dropped-here', file);
  await page.evaluate(() => {
    const dropped = document.querySelector<HTMLInputElement>('#dropped-here')?.files?.[0];
    const dataTransfer = new DataTransfer();
    if (dropped) dataTransfer.items.add(dropped);
    const options = { dataTransfer, bubbles: true, cancelable: true };
    document.querySelector('main')?.dispatchEvent(new DragEvent('drop', options));
  });
  await expect(page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible();
  await expect(page.getByText('dropped.csv')).toBeVisible();
});

/**
 * Files and tracing of an account, by the window: a PDF and a picture added by the dialog and by a drop, looked at, one that is too
 * large refused with the reason, a copy saved byte for byte, removed and brought back; a look for the person that finds a
 * number, and a wrong number taken back.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** A picture of eight by eight black points as scanners write it (JBIG2: a page and one region coded as a telefax). */
function blackScan(): Buffer {
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const segment = (index: number, type: number, data: Buffer) =>
    Buffer.concat([number(index), Buffer.from([type, 0, 1]), number(data.length), data]);
  const size = Buffer.concat([number(8), number(8), number(0), number(0)]);
  // The first line all black, each further one as the line above, the end twice.
  const bits = `001${'00110101'}000101${'11'.repeat(7)}${'000000000001'.repeat(2)}`;
  const coded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? [];
  const region = Buffer.concat([
    size,
    Buffer.from([0, 1]),
    Buffer.from(coded.map((byte) => Number.parseInt(byte, 2))),
  ]);
  return Buffer.concat([
    segment(0, 48, Buffer.concat([size, Buffer.from([0, 0, 0])])),
    segment(1, 38, region),
  ]);
}

/** One page: words in a font that is not in the file above, a scan below. */
function onePagePdf(): Buffer {
  const scan = blackScan();
  const content = 'q 612 0 0 396 0 0 cm /I Do Q BT /F1 24 Tf 72 700 Td (Proof of payment) Tj ET';
  const stream = (head: string, data: Buffer) =>
    Buffer.concat([
      Buffer.from(`<< ${head} /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from('\nendstream'),
    ]);
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 6 0 R >> /XObject << /I 5 0 R >> >> >>',
    ),
    stream('', Buffer.from(content)),
    stream(
      '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode',
      scan,
    ),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
  ];
  let body = Buffer.from('%PDF-1.4\n');
  const starts = objects.map((object, index) => {
    const at = body.length;
    body = Buffer.concat([body, Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    return at;
  });
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 7\n0000000000 65535 f \n${table}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(end)]);
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function dropOn(page: Page, selector: string, file: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropped-here';
    document.body.append(input);
  });
  await page.setInputFiles('#dropped-here', file);
  await page.evaluate((on) => {
    const input = document.querySelector<HTMLInputElement>('#dropped-here');
    const dropped = input?.files?.[0];
    const dataTransfer = new DataTransfer();
    if (dropped) dataTransfer.items.add(dropped);
    document
      .querySelector(on)
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    input?.remove();
  }, selector);
}

test('files are added, looked at, refused with a reason, copied, removed and brought back; a look finds a number', async ({
  launchDuebook,
  userData,
}) => {
  const { app, page, call } = await launchDuebook();
  const place = (name: string) => path.join(userData, name);
  const pdf = onePagePdf();
  await writeFile(place('proof.pdf'), pdf);
  await writeFile(place('check.png'), onePixel);
  await writeFile(place('video.mov'), Buffer.alloc(26 * 1024 * 1024 + 1, 1));
  await writeFile(place('page.html'), '<html><script>document.title = "ran"</script></html>');

  await call('book.openSample', {});
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  const listed = await call('accounts.list', {
    filter: { statuses: ['active'] },
    sort: 'name',
    descending: false,
    limit: 1,
  });
  const accountId = listed.ok ? listed.value.rows[0]?.accountId : undefined;
  await page.evaluate((to) => {
    location.hash = `#/accounts/${to}`;
  }, accountId);
  await expect(page.getByRole('tab', { name: /^Files/ })).toBeVisible();

  // By the dialog: one is kept, one is too large and stays with the reason.
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Add files…' })).toBeFocused();
  await app.evaluate(
    (_electron, files) => globalThis.harness.answerFiles(files),
    [place('proof.pdf'), place('video.mov')],
  );
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it is').first().selectOption('Proof of payment');
  await dialog.getByLabel('Description').first().fill('Bank slip from October');
  await dialog.getByRole('button', { name: 'Keep 2 files' }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    'video.mov is too large, at 28 MB; one file may have 25 MB',
  );
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  const list = page.locator('.files-part .files-list').first();
  await expect(list.getByText('proof.pdf')).toBeVisible();
  await expect(list.getByText('Bank slip from October')).toBeVisible();

  // By a drop somewhere else on the account, which asks first.
  await dropOn(page, '.account-timeline', place('check.png'));
  await expect(dialog.getByRole('button', { name: /Import as a list of debts/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep the file' }).click();
  await expect(list.getByText('check.png')).toBeVisible();
  await dropOn(page, '.files-part', place('page.html'));
  await expect(dialog.getByRole('button', { name: /Import as a list of debts/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Keep the file' }).click();
  await expect(list.getByText('page.html')).toBeVisible();

  // Looking: the newest is a page and never shown; arrow keys go on to the picture and the PDF.
  await list.getByRole('button', { name: /^page\.html/ }).click();
  await expect(dialog.getByText(/nothing in a file can run here/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const picture = dialog.getByRole('img', { name: 'check.png' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByText('Page 1 of 1')).toBeVisible();
  await expect(dialog.locator('.pdf-text')).toContainText('Proof of payment');
  const point = await dialog.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } =
      canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height * 0.75, 1, 1) ?? {};
    return [...(data ?? [])];
  });
  expect(point).toEqual([0, 0, 0, 255]);
  expect(await page.title()).not.toBe('ran');

  // A copy is the very bytes.
  await app.evaluate((_electron, to) => globalThis.harness.answerDialog('saveCopy', to), place('copy.pdf'));
  await dialog.getByRole('button', { name: 'Save a copy…' }).click();
  await expect(page.getByText('Saved as copy.pdf.')).toBeVisible();
  expect((await readFile(place('copy.pdf'))).equals(pdf)).toBe(true);

  // Removed with a reason, and brought back.
  await dialog.getByRole('button', { name: 'Remove…' }).click();
  await page.getByRole('button', { name: 'Added twice' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(list.getByText('proof.pdf')).toHaveCount(0);
  await page.getByText('proof.pdf is removed.').locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByText('proof.pdf')).toBeVisible();

  // Found by name from elsewhere, whoever's it is.
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByLabel('Find').fill('bank slip oct');
  await page
    .getByRole('button', { name: /proof\.pdf/ })
    .last()
    .click();
  await expect(dialog.getByText('Page 1 of 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // A look for the person, with a number that was found.
  await page.getByText('Tracing', { exact: true }).click();
  await page.getByLabel('Where did you look?').selectOption('Relatives, neighbors, references');
  await expect(page.getByText('I would like to confirm or correct where')).toBeVisible();
  await page.getByLabel('Where did you look?').selectOption('Telephone directory or people search');
  await page.getByLabel('Phone found').fill('512 555 0191');
  await page.getByRole('button', { name: 'Keep this look' }).click();
  const facts = page.getByRole('region', { name: 'Phones' });
  await expect(facts.getByText('(512) 555-0191')).toBeVisible();
  const looks = page.getByRole('region', { name: 'Looked so far' });
  await expect(looks.getByText('Telephone directory or people search')).toBeVisible();

  // The number turns out wrong, and the mark a slip.
  await page.getByRole('button', { name: 'Mark (512) 555-0191' }).click();
  await page.getByRole('menuitem', { name: 'Wrong number' }).click();
  const marks = page.getByRole('region', { name: 'Marks on numbers and addresses' });
  await expect(marks.getByText(/not verified → wrong number/)).toBeVisible();
  await marks.getByRole('button', { name: 'Take back: (512) 555-0191' }).click();
  await expect(marks.getByText(/wrong number → not verified/)).toBeVisible();
});

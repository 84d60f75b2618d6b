/**
 * A bank statement from the file to its accounts: the certain one posted with the review, one by its proposal from the keyboard, one set
 * aside, and a posting taken back.
 */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const transactions = [
  ['20270305120000', '120.00', 'FIT-1', 'ACH CREDIT OTIS QUILLFEATHER MF1001'],
  ['20270306120000', '30.00', 'FIT-2', 'PETRA LINDQVIST'],
  ['20270308120000', '500.00', 'FIT-3', 'TRANSFER FROM SAVINGS'],
  ['20270308120000', '-25.00', 'FIT-4', 'OFFICE SUPPLIES'],
] as const;

const statement = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20270309<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>000000000<ACCTID>000123454417<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20270301<DTEND>20270309
${transactions
  .map(
    ([on, sum, id, name]) =>
      `<STMTTRN><TRNTYPE>${sum.startsWith('-') ? 'DEBIT' : 'CREDIT'}<DTPOSTED>${on}<TRNAMT>${sum}<FITID>${id}<NAME>${name}</STMTTRN>`,
  )
  .join('\n')}
</BANKTRANLIST><LEDGERBAL><BALAMT>625.00<DTASOF>20270309</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`;

/** The output of long work, asked for as the window does. */
function runJob(page: Page, call: string, input: unknown): Promise<Record<string, unknown>> {
  return page.evaluate(
    ([name, message]) =>
      new Promise((resolve, reject) => {
        const stop = window.duebook.onEvent((event) => {
          if (event.type !== 'job' || event.call !== name || event.event.state === 'running') return;
          stop();
          if (event.event.state === 'done') resolve(event.event.output as never);
          else reject(new Error(JSON.stringify(event.event)));
        });
        void window.duebook.invoke({
          call: name,
          input: message,
          operationId: crypto.randomUUID(),
        } as never);
      }),
    [call, input] as const,
  ) as Promise<Record<string, unknown>>;
}

test('money of a bank file is posted, set aside and taken back', async ({ launchDuebook }, info) => {
  const { app, page, call } = await launchDuebook();
  await app.evaluate(() => {
    globalThis.harness.setZone('America/Chicago');
    globalThis.harness.setNow(Date.UTC(2027, 2, 10, 18, 0));
  });
  await call('book.create', { officeName: 'Marlow & Finch', passphrase: 'seven quiet herons at noon' });
  const make = async (debtorName: string, number: string, amountCents: number) => {
    const made = await call('accounts.create', {
      debtorKind: 'consumer',
      debtorName,
      number,
      clientId: null,
      originalCreditor: '',
      debtType: 'retail',
      openedOn: '2026-11-05',
      amountCents,
      dueOn: '2026-12-05',
      phone: '',
      line1: '',
      line2: '',
      city: '',
      region: '',
      postalCode: '',
    });
    if (!made.ok) throw new Error(made.error.code);
    return made.value.accountId;
  };
  const otis = await make('Otis Quillfeather', 'MF-1001', 12_000);
  const petra = await make('Petra Lindqvist', 'MF-1002', 8_000);
  const balanceOf = async (accountId: number) => {
    const got = await call('accounts.get', { accountId });
    return got.ok ? got.value.balance.balanceCents : null;
  };

  const file = info.outputPath('march.qfx');
  writeFileSync(file, statement);
  await app.evaluate((_, path) => globalThis.harness.answerDialog('openImportFile', path), file);
  const chosen = await call('imports.choose', {});
  if (!chosen.ok) throw new Error(chosen.error.code);
  const { fileId } = chosen.value;
  const { fileSha256, reading, mapping, rowKind } = await runJob(page, 'imports.preview', {
    fileId,
    reading: {},
  });
  await runJob(page, 'imports.run', {
    fileId,
    fileSha256,
    plan: {
      reading,
      mapping,
      rowKind,
      clientId: null,
      clientName: '',
      debtType: 'other',
      debtorKind: 'guess',
      settledMeansPaid: false,
    },
  });

  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByText('To decide: 3 deposits, $650.00')).toBeVisible();
  await expect(page.getByText('OFFICE SUPPLIES')).toHaveCount(0);

  // The one that is certain, looked at first.
  await page.getByRole('button', { name: 'Post the certain ones… (1)' }).click();
  const review = page.getByRole('dialog', { name: 'Post the certain ones' });
  await expect(review.getByText('It names account MF-1001')).toBeVisible();
  await review.getByRole('button', { name: 'Post 1 item' }).click();
  await expect(page.getByText('1 item posted, $120.00.')).toBeVisible();
  expect(await balanceOf(otis)).toBe(0);

  // One by its proposal, without the mouse.
  const row = (name: RegExp) =>
    page.getByRole('list', { name: 'Money received' }).getByRole('button', { name });
  await row(/PETRA LINDQVIST/).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await expect(page.getByText('$50.00 owed afterwards')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('$30.00 posted to Petra Lindqvist, MF-1002.')).toBeVisible();
  await expect.poll(() => balanceOf(petra)).toBe(5_000);

  // The next stands ready; it is no debtor's.
  await expect(row(/TRANSFER FROM SAVINGS/)).toBeFocused();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'A transfer between our own accounts' }).click();
  await page.getByRole('button', { name: 'Set aside', exact: true }).click();
  await expect(page.getByText('Nothing waits', { exact: true })).toBeVisible();
  await expect(page.getByText('Everything is decided')).toBeVisible();

  await page.getByText('Posted', { exact: true }).click();
  await row(/PETRA LINDQVIST/).click();
  await page.getByRole('button', { name: 'Take back what was posted…' }).click();
  await page.getByLabel('Reason').fill('It was her sister');
  await page.getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(page.getByText('To decide: 1 deposit, $30.00')).toBeVisible();
  expect(await balanceOf(petra)).toBe(8_000);
});

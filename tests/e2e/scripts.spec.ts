/**
 * An office makes a shipped script its own: what it breaks it is told, what it mends is offered in the next call, and a file takes
 * it to another book and back.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { noHousePolicy } from '../../shared/domain/law.ts';
import { expect, test } from './fixtures.ts';

test('a shipped script is broken, told of, mended, used in the next call, saved to a file and taken from one', async ({
  launchDuebook,
}, info) => {
  const { app, page, call } = await launchDuebook();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  const made = await call('book.create', {
    officeName: 'Harbor Lane',
    passphrase: 'lantern orbit maple thirteen',
  });
  if (!made.ok) throw new Error(made.error.code);
  await call('book.confirmRecovery', { code: made.value.recoveryCode });
  await call('law.setProfile', { role: 'third_party_collector', state: null, house: noHousePolicy });
  const account = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName: 'Wilhelmina Oakes',
    number: 'WO-1',
    clientId: null,
    originalCreditor: 'Riverside Furniture',
    debtType: 'retail',
    openedOn: '2025-03-01',
    amountCents: 123_456,
    dueOn: '2025-04-01',
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  });
  if (!account.ok) throw new Error(account.error.code);
  const offered = async () => {
    const ready = await call('scripts.forCall', { accountId: account.value.accountId, direction: 'out' });
    if (!ready.ok) throw new Error(ready.error.code);
    return ready.value.scripts.find(({ script }) => script.code === ready.value.suggested.code);
  };
  expect(await offered()).toMatchObject({ origin: 'shipped' });

  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await page.keyboard.press('Alt+6');
  await page.getByRole('combobox', { name: 'Who speaks' }).selectOption('third_party');
  await page.getByRole('button', { name: 'First call', exact: true }).click();
  const say = page.getByRole('textbox', { name: 'What to say' });
  const original = await say.inputValue();
  await say.fill('Good day {{ debtor.shoeSize }}.');
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('A blind alley');
  const check = page.getByRole('tabpanel', { name: /Check/ });
  await expect(check).toContainText('“debtor.shoeSize”, and there is no such field');
  await expect(check).toContainText('“A blind alley” has no answers');

  await page.keyboard.press('Control+s');
  const refused = page.getByRole('dialog', { name: 'No call can use it like this' });
  await expect(refused).toContainText('2 things have to be mended');
  await refused.getByRole('button', { name: 'Keep as a draft' }).click();
  await expect(page.getByText('Kept as a draft. Calls go on as before.')).toBeVisible();
  expect(await offered()).toMatchObject({ origin: 'shipped' });

  // Each sentence of the check leads to its step.
  await check.getByRole('button', { name: /no such field/ }).click();
  await expect(say).toHaveValue('Good day {{ debtor.shoeSize }}.');
  await say.fill(original);
  await check
    .getByRole('button', { name: /A blind alley/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'More for this step' }).click();
  await page.getByRole('menuitem', { name: 'Remove the step' }).click();
  await expect(check).not.toContainText('no answers');
  await page.getByRole('button', { name: /The script as a whole/ }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Our first call');

  await page.getByRole('tab', { name: 'Try it' }).click();
  const view = page.getByRole('region', { name: 'Script of the call' });
  await expect(view).toContainText('Not confirmed: not a word of the debt');
  await page.getByRole('button', { name: 'Begin again' }).click();
  await page.keyboard.press('1');
  await expect(view).not.toContainText('$960.00');
  await page.keyboard.press('Backspace');

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as version 2. Calls use it from now on.')).toBeVisible();
  expect(await offered()).toMatchObject({ origin: 'office', version: 2, script: { name: 'Our first call' } });

  const file = info.outputPath('scripts.json');
  await page.getByRole('button', { name: 'All scripts' }).click();
  await page.getByRole('combobox', { name: 'Where it stands' }).selectOption('office');
  await expect(page.getByRole('button', { name: 'Our first call' })).toBeVisible();
  await app.evaluate((_electron, path) => globalThis.harness.answerDialog('saveCopy', path), file);
  await page.getByRole('button', { name: 'Files' }).click();
  await page.getByRole('menuitem', { name: 'Save what is listed to a file…' }).click();
  await expect(page.getByText('Saved as scripts.json.')).toBeVisible();

  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Our first call', 'Their first call'));
  await app.evaluate((_electron, path) => globalThis.harness.answerDialog('openScripts', path), file);
  await page.getByRole('button', { name: 'Files' }).click();
  await page.getByRole('menuitem', { name: 'Take scripts from a file…' }).click();
  const incoming = page.getByRole('dialog', { name: 'Scripts from a file' });
  await expect(incoming).toContainText('The name is “Their first call” instead of “Our first call”.');
  await incoming.getByRole('button', { name: 'Take one' }).click();
  await expect(page.getByRole('button', { name: 'Their first call' })).toBeVisible();
  expect(await offered()).toMatchObject({
    origin: 'office',
    version: 3,
    script: { name: 'Their first call' },
  });
  expect(trouble).toEqual([]);
});

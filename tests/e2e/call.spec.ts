/**
 * Calls in the real window: one by the script to a promise, one that somebody else answers, one that becomes a dispute, and one
 * cut off by a crash. Until the right party is known, nothing on the screen may tell of a debt.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { noHousePolicy } from '../../shared/domain/law.ts';
import { type Duebook, expect, type LaunchDuebook, test } from './fixtures.ts';

/** Wednesday 25 November 2026, noon in Austin. */
const noon = Date.UTC(2026, 10, 25, 18, 0);
const passphrase = 'lantern orbit maple thirteen';
const name = 'Wilhelmina Oakes';

async function stopClock({ app, page }: Pick<Duebook, 'app' | 'page'>): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  await app.evaluate((_electron, at) => {
    globalThis.harness.setNow(at);
    globalThis.harness.setZone('America/Chicago');
  }, noon);
  await page.clock.setFixedTime(noon);
}

/** A licensed collector in Austin, and a debtor there with two numbers. */
async function atAccount(launchDuebook: LaunchDuebook, userData?: string) {
  const duebook = await launchDuebook(userData === undefined ? {} : { userData });
  const { page, call } = duebook;
  await stopClock(duebook);
  const made = await call('book.create', { officeName: 'Harbor Lane Recovery', passphrase });
  if (!made.ok) throw new Error(made.error.code);
  await call('book.confirmRecovery', { code: made.value.recoveryCode });
  const house = { ...noHousePolicy, daysOff: [] };
  await call('law.setProfile', { role: 'third_party_collector', state: 'TX', house });
  await call('law.setLicence', {
    state: 'TX',
    kind: 'bond',
    number: 'B-100',
    basis: '',
    renewsOn: '2027-06-30',
  });
  const created = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName: name,
    number: 'WO-1',
    clientId: null,
    originalCreditor: 'Riverside Furniture',
    debtType: 'retail',
    openedOn: '2025-03-01',
    amountCents: 123_456,
    dueOn: '2025-04-01',
    phone: '(512) 555-0144',
    line1: '12 Elm Street',
    line2: '',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
  });
  if (!created.ok) throw new Error(created.error.code);
  const { accountId } = created.value;
  const facts = await call('accounts.get', { accountId });
  const debtorId = facts.ok ? facts.value.debtor.debtorId : 0;
  await call('debtors.addPhone', { debtorId, kind: 'work', number: '(512) 555-0155', source: 'Said so' });
  await page.evaluate((id) => {
    location.hash = `#/accounts/${id}`;
  }, accountId);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  return { ...duebook, accountId };
}

/** The whole of what can be read, the window’s title included. */
async function readable({ page, app }: Pick<Duebook, 'page' | 'app'>): Promise<string> {
  const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');
  return `${title}\n${await page.locator('body').innerText()}`;
}
const tellsOfDebt = /\$|1,?234|Riverside|WO-1|past due|debt collector/i;

async function startCall(page: Page): Promise<void> {
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: `Call ${name}` });
  await expect(dialog.getByRole('radio', { name: /\(512\) 555-0144/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'End call' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Script of the call' })).toBeVisible();
}

/** The press that ended the call, doubled, keeps nothing: a moment passes. */
async function keepCall(page: Page): Promise<void> {
  await page.waitForTimeout(400);
  await page.keyboard.press('Control+Enter');
}

const answers = (page: Page) => page.getByRole('list', { name: 'What they say' });
const answer = (page: Page, label: string | RegExp) =>
  answers(page).getByRole('button', { name: label }).first().click();
const step = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title });

/** From the greeting to the disclosure, as somebody does who finds the right person. */
async function confirmParty(page: Page): Promise<void> {
  await page.keyboard.press('1');
  await answer(page, /^1 ?They told me|They told me/);
  await page.keyboard.press('0');
  await answer(page, /Both match/);
}

test('by the script to a promise: nothing of the debt before the check, the disclosure ticked, one confirm', async ({
  launchDuebook,
}) => {
  const duebook = await atAccount(launchDuebook);
  const { app, page, call, accountId } = duebook;
  await startCall(page);
  expect(await app.evaluate(() => [...globalThis.harness.dialled])).toEqual(['+15125550144']);
  expect(await readable(duebook)).not.toMatch(tellsOfDebt);
  await page.keyboard.press('1');
  expect(await readable(duebook)).not.toMatch(tellsOfDebt);
  // What is on file to compare with tells where they live and nothing else.
  await expect(page.getByText('12 Elm Street, Austin, TX 78701')).toBeVisible();
  await answer(page, 'They told me');
  await answer(page, /Both match/);
  await expect(page.getByRole('alert')).toContainText('Two details they gave match the file');
  expect(await readable(duebook)).not.toMatch(tellsOfDebt);
  await page.keyboard.press('0');
  await answer(page, /Both match/);
  const balance = page.getByRole('region', { name: 'Balance', exact: true });
  await expect(balance).toContainText('$1,234.56');
  // Somebody comes into their room: one key covers everything, and uncovers it.
  await page.keyboard.press('o');
  await expect(balance).toBeHidden();
  expect(await readable(duebook)).not.toMatch(tellsOfDebt);
  await page.keyboard.press('o');
  // What must be said first holds the call until it is ticked.
  const disclosure = page.getByRole('region', { name: 'Script of the call' });
  await page.keyboard.press('1');
  await expect(disclosure.getByRole('alert')).toBeVisible();
  for (const box of await disclosure.getByRole('checkbox').all()) await box.check();
  await page.keyboard.press('1');
  await expect(disclosure.getByText('Riverside Furniture', { exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  await page.keyboard.press('n');
  await page.keyboard.type('Wages come on the 25th.');
  await page.getByRole('button', { name: 'Promise', exact: true }).click();
  await page.getByLabel('Promised amount').fill('40');
  await page.getByRole('textbox', { name: 'To be paid by' }).fill('12/4');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('How the call ended')).toHaveValue('promise_to_pay');
  const sum = page.getByRole('region', { name: 'What is kept' });
  await expect(sum).toContainText('A promise of $40.00 by 4 Dec 2026');
  await expect(sum).toContainText('right party confirmed');
  await keepCall(page);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toContainText('Promised to pay');
  await expect(timeline).toContainText('Promise of $40.00');
  await expect(timeline).toContainText('Wages come on the 25th.');
  await expect(timeline).toContainText(/Script “First call”.*right party confirmed/s);
  const { value } = (await call('accounts.get', { accountId })) as { value: { nextStep: string } };
  expect(value.nextStep).toBe('See whether the promise is kept');
});

test('somebody else answers: covered to the end, and kept as that', async ({ launchDuebook }) => {
  const duebook = await atAccount(launchDuebook);
  const { page, call, accountId } = duebook;
  // Why a script is suggested would tell of it.
  const promised = { accountId, amountCents: 20_000, dueOn: '2026-11-25', payer: '', method: null } as const;
  expect(await call('promises.record', promised)).toMatchObject({ ok: true });
  await startCall(page);
  expect(await readable(duebook)).not.toMatch(tellsOfDebt);
  await answer(page, /somebody else answers/);
  await expect(page.getByText('Somebody else is on the line', { exact: true }).first()).toBeVisible();
  expect(await readable(duebook)).not.toMatch(tellsOfDebt);
  await answer(page, /They name a time/);
  expect(await readable(duebook)).not.toMatch(tellsOfDebt);
  await answer(page, /Try again another time/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('How the call ended')).toHaveValue('third_party');
  await page.getByLabel('Who answered').fill('Ruth');
  expect(await readable(duebook)).not.toMatch(tellsOfDebt);
  await keepCall(page);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toContainText('Spoke with someone else');
  await expect(timeline).toContainText('answered by Ruth');
  await expect(page.getByText('Call again, at another hour').first()).toBeVisible();
});

test('a dispute stops the matter; a crash loses nothing of a call', async ({ launchDuebook, userData }) => {
  test.setTimeout(60_000);
  let duebook: Duebook = await atAccount(launchDuebook, userData);
  let { page } = duebook;
  await startCall(page);
  await confirmParty(page);
  await page.keyboard.press('n');
  await page.keyboard.type('Never got the sofa.');
  // Longer than a draft waits.
  await page.waitForTimeout(700);
  duebook.app.process().kill('SIGKILL');
  await duebook.app.waitForEvent('close').catch(() => undefined);

  duebook = await launchDuebook({ userData });
  ({ page } = duebook);
  await stopClock(duebook);
  await page.clock.setFixedTime(noon + 720_000);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  const found = page.getByRole('dialog', { name: `A call with ${name} was in progress` });
  await expect(found).toContainText('12 minutes ago');
  await found.getByRole('button', { name: 'Back to the call' }).click();
  await expect(page.getByRole('textbox', { name: 'What is said' })).toHaveValue('Never got the sofa.');
  await expect(step(page, 'Say who calls and why')).toBeVisible();
  await expect(page.getByText('Right party', { exact: false }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Disputes the debt' }).click();
  await expect(page.getByRole('region', { name: 'What is kept' })).toContainText(
    'Puts the account on hold: dispute.',
  );
  await page.getByRole('button', { name: 'Keep the call' }).click();
  await expect(page.getByText('On hold: Dispute').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Never got the sofa.');
  await expect(page.getByRole('button', { name: 'End call' })).toBeHidden();
});

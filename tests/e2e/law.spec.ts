/**
 * The law at the moment of action, through the window: a bankruptcy stops calls and letters until it ends, and the eighth call in
 * seven days wants a reason and what rebuts the presumption. The rules themselves are tested below the window.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { noHousePolicy } from '../../shared/domain/law.ts';
import { expect, type LaunchDuebook, test } from './fixtures.ts';

/** Wednesday 25 November 2026, noon in Austin. */
const noon = Date.UTC(2026, 10, 25, 18, 0);
const dayMs = 86_400_000;

/** A licensed collector in Austin, and a debtor there with one number and one address. */
async function withDebtor(launchDuebook: LaunchDuebook) {
  const duebook = await launchDuebook();
  const { app, page, call } = duebook;
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  await app.evaluate((_electron, at) => {
    globalThis.harness.setNow(at);
    globalThis.harness.setZone('America/New_York');
  }, noon);
  await page.clock.setFixedTime(noon);
  const made = await call('book.create', {
    officeName: 'Harbor Lane Recovery',
    passphrase: 'lantern orbit maple thirteen',
  });
  if (!made.ok) throw new Error(made.error.code);
  await call('book.confirmRecovery', { code: made.value.recoveryCode });
  const office = await call('law.setProfile', {
    role: 'third_party_collector',
    state: 'TX',
    house: { ...noHousePolicy, daysOff: [] },
  });
  expect(office).toMatchObject({ ok: true });
  const bond = { state: 'TX', kind: 'bond', number: 'B-100', basis: '', renewsOn: '2027-06-30' } as const;
  expect(await call('law.setLicence', bond)).toMatchObject({ ok: true });
  const created = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName: 'Wilhelmina Oakes',
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
  await page.evaluate((id) => {
    location.hash = `#/accounts/${id}`;
  }, accountId);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const facts = await call('accounts.get', { accountId });
  const phoneId = facts.ok ? facts.value.debtor.phones[0]?.phoneId : undefined;
  if (phoneId === undefined) throw new Error('the debtor has no number');
  return { ...duebook, accountId, phoneId, trouble };
}

const strip = (page: Page) => page.getByRole('region', { name: 'May I contact this person now?' });
const dialled = (app: Awaited<ReturnType<LaunchDuebook>>['app']) =>
  app.evaluate(() => [...globalThis.harness.dialled]);

async function seriousOn(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]);
}

test('a bankruptcy stops every contact, says why with its source, and sets it free when it ends', async ({
  launchDuebook,
}) => {
  test.setTimeout(180_000);
  const { app, page, call, accountId, trouble } = await withDebtor(launchDuebook);
  await expect(strip(page).getByRole('status')).toContainText(/Allowed|Caution/);
  await expect(strip(page)).toContainText('Their time 12:00 PM Central');

  // Recorded by keys alone: what happened is found by a word.
  await page.keyboard.press('v');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Find it by a word')).toBeFocused();
  await page.keyboard.type('bankr');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog.getByText(/^Say where this is known from/)).toBeVisible();
  await dialog.getByLabel('Chapter').selectOption('7');
  await dialog.getByLabel('Where this is known from').fill('Notice of the court');
  expect(await seriousOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog).toBeHidden();
  await expect(strip(page).getByRole('status')).toContainText('Not allowed');

  // Why: the rule, its citation and the event it rests on.
  await page.keyboard.press('w');
  const why = page.getByRole('dialog', { name: 'May I contact this person?' });
  const objecting = why.getByRole('region', { name: 'What objects' });
  await expect(objecting).toContainText('11 U.S.C. 362');
  await expect(objecting).toContainText('Notice of the court');
  await why.getByText(/rules passed$/).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousOn(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  // A form above it takes Escape for itself.
  await objecting
    .getByRole('button', { name: /Look at it/ })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: /^Filed for bankruptcy/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: /^Filed for bankruptcy/ })).toBeHidden();
  await expect(why).toBeVisible();
  await why.getByLabel('By', { exact: true }).selectOption('letter');
  await expect(why).toContainText('Not allowed');
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();

  // Neither a number nor a letter leaves, and no reason changes that.
  await page.getByRole('button', { name: 'Call (512) 555-0144' }).click();
  const refusal = page.getByRole('dialog', { name: 'This contact is not allowed' });
  await expect(refusal).toBeVisible();
  await expect(refusal.getByLabel('Reason')).toHaveCount(0);
  await refusal.getByRole('button', { name: 'Close', exact: true }).last().click();
  expect(await dialled(app)).toEqual([]);
  const templates = await call('letters.templates', {});
  const templateId = templates.ok
    ? templates.value.templates.find(({ code }) => code === 'friendly-reminder')?.templateId
    : undefined;
  if (templateId === undefined) throw new Error('no template');
  const preview = await call('letters.preview', { accountId, templateId });
  if (!preview.ok) throw new Error(preview.error.code);
  const printed = await call('letters.print', { previewId: preview.value.previewId });
  expect(printed).toMatchObject({ ok: false, error: { code: 'contact.blocked' } });

  // It ends: calls are allowed again, and it stays to be seen.
  const events = page.getByRole('region', { name: 'Rights and events' });
  await events.getByRole('button', { name: /^Filed for bankruptcy/ }).click();
  await page.getByRole('button', { name: 'It ended…' }).click();
  await dialog.getByLabel('What ended it').fill('Case dismissed');
  await dialog.getByLabel('Where this is known from').fill('Order of the court');
  await dialog.getByRole('button', { name: 'End it' }).click();
  await expect(strip(page).getByRole('status')).toContainText(/Allowed|Caution/);
  await events.getByRole('button', { name: '1 ended' }).click();
  await expect(page.getByRole('dialog', { name: 'Rights and events that ended' })).toContainText(
    'Case dismissed',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Call (512) 555-0144' }).click();
  await expect.poll(() => dialled(app)).toHaveLength(1);
  expect(trouble).toEqual([]);
});

test('the eighth call in seven days wants a reason and what rebuts the presumption', async ({
  launchDuebook,
}) => {
  test.setTimeout(180_000);
  const { app, page, call, accountId, phoneId, trouble } = await withDebtor(launchDuebook);
  for (let daysAgo = 6; daysAgo >= 0; daysAgo -= 1) {
    const recorded = await call('contacts.record', {
      accountId,
      channel: 'call',
      direction: 'out',
      outcome: 'no_answer',
      phoneId,
      // The seventh an hour ago.
      at: daysAgo === 0 ? noon - 3_600_000 : noon - daysAgo * dayMs,
      seconds: 20,
      text: '',
      decision: { kind: 'happened' },
    });
    expect(recorded).toMatchObject({ ok: true });
  }
  await expect(strip(page)).toContainText('7 of 7');
  await expect(strip(page).getByRole('status')).toContainText('Not now');

  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Start call' }).click();
  const question = page.getByRole('dialog', { name: 'So many calls are presumed to harass' });
  await question.getByRole('button', { name: 'Dial with this reason' }).click();
  await expect(question.getByText('Choose what makes this call right.')).toBeVisible();
  await question.getByLabel('The call answers a request of the debtor').check();
  await question.getByLabel('Reason').fill('She wrote this morning and asked to be called at noon.');
  expect(await seriousOn(page)).toEqual([]);
  // Left and asked anew, what was typed is still there.
  await question.getByRole('button', { name: 'Leave it' }).click();
  expect(await dialled(app)).toEqual([]);
  await page.getByRole('button', { name: 'Start call' }).click();
  await expect(question.getByLabel('Reason')).toHaveValue(/^She wrote this morning/);
  await question.getByRole('button', { name: 'Dial with this reason' }).click();
  await expect.poll(() => dialled(app)).toHaveLength(1);

  // The record asks as well, at the moment of writing.
  await page.getByRole('radio', { name: /^No answer/ }).check({ force: true });
  await page.getByRole('button', { name: /^Save call/ }).click();
  await question.getByLabel('The call answers a request of the debtor').check();
  await question.getByLabel('Reason').fill('She wrote this morning and asked to be called at noon.');
  await question.getByRole('button', { name: 'Record with this reason' }).click();
  await expect(page.getByText('Recorded: no answer.')).toBeVisible();
  await expect(strip(page)).toContainText('8 of 7');
  const law = await call('law.account', { accountId });
  expect(law).toMatchObject({ ok: true, value: { call: { used: 8 } } });
  expect(trouble).toEqual([]);
});

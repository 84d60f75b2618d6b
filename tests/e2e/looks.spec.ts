/**
 * Every screen of the sample office in both themes: axe finds nothing serious, and nothing stands out of the window
 * at 1280x720 and at 200 % zoom.
 */
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { root } from '../../build/runtime/places.ts';
import { expect, test } from './fixtures.ts';

const screens = [
  'today',
  'accounts',
  'calendar',
  'letters',
  'plans',
  'strategies',
  'scripts',
  'reports',
  'import',
  'incoming',
  'exports',
  'rules',
  'settings',
] as const;
const tabs = ['Note', 'Call', 'Payment', 'Plan', 'Reminder', 'Letter', 'Files'] as const;

async function seriousOn(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]);
}

/** How far the page reaches beyond the window sideways, in pixels. */
function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test('every screen is accessible in both themes and stays in the window', async ({ launchDuebook }) => {
  test.setTimeout(480_000);
  const { app, page, call } = await launchDuebook();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
  const opened = await call('book.openSample', {});
  expect(opened.ok).toBe(true);
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();

  const look = async (name: string) => {
    await page.waitForTimeout(250);
    await page.waitForFunction(() => document.querySelector('.mantine-Loader-root') === null);
    expect(await overhangOf(page), `${name} stays in the window`).toBeLessThanOrEqual(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(100);
      expect(await seriousOn(page), `${name}, ${colorScheme}`).toEqual([]);
    }
  };
  const visit = async (hash: string) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  };

  for (const screen of screens) {
    await visit(`#/${screen}`);
    await look(screen);
  }
  await visit('#/import');
  await app.evaluate(
    (_, file) => globalThis.harness.answerDialog('openImportFile', file),
    path.join(root, 'tests/fixtures/import/odd-rows.csv'),
  );
  await page.getByRole('button', { name: 'Choose file…' }).click();
  await expect(page.getByText('15 rows')).toBeVisible();
  await look('import, File');
  for (const step of ['Columns', 'Choices', 'People', 'Dry run']) {
    await page
      .getByRole('navigation', { name: 'Steps of the import' })
      .getByRole('button', { name: step })
      .click();
    await look(`import, ${step}`);
  }
  await page.getByRole('button', { name: 'Start over' }).click();
  await visit('#/rules');
  for (const part of ['Licenses', 'Rules', 'Rule packs']) {
    await page.getByRole('tab', { name: part, exact: true }).click();
    await look(`rules, ${part}`);
  }
  await visit('#/letters');
  for (const part of ['Made', 'Mail']) {
    await page.getByText(part, { exact: true }).click();
    await look(`letters, ${part}`);
  }
  await page.getByRole('button', { name: 'Letterhead…' }).click();
  for (const part of ['Sender', 'Logo and signature', 'Lines for states']) {
    await page.getByRole('tab', { name: part, exact: true }).click();
    await look(`letterhead, ${part}`);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Print setup…' }).click();
  await expect(page.getByRole('region', { name: 'A letter on this sheet' })).toBeVisible();
  await look('print setup');
  await page.keyboard.press('Escape');
  await visit('#/scripts');
  for (const part of ['Practice', 'Training']) {
    await page.getByRole('tab', { name: part, exact: true }).click();
    await look(`scripts, ${part}`);
  }
  await visit('#/letters');
  await page.getByText('Templates', { exact: true }).click();
  await look('letters, templates');
  await page.getByRole('button', { name: 'Demand letter', exact: true }).click();
  for (const part of ['The page', 'For whom', 'Check', 'Versions']) {
    await page.getByRole('tab', { name: new RegExp(`^${part}`) }).click();
    await look(`a letter template, ${part}`);
  }
  await page.getByRole('button', { name: 'Make it your own…' }).click();
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  await expect(page.getByRole('toolbar', { name: 'Text of the letter' })).toBeVisible();
  await look('a letter template, edited');
  await page.getByRole('button', { name: 'All letters' }).click();
  const listed = await call('accounts.list', {
    filter: { statuses: ['plan'] },
    sort: 'balance',
    descending: true,
    limit: 1,
  });
  if (!listed.ok) throw new Error(listed.error.code);
  await visit(`#/accounts/${listed.value.rows[0]?.accountId}`);
  for (const tab of tabs) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    // The list of letters opens with its field and is scrolled by the field's arrow keys, which axe cannot see.
    if (tab === 'Letter') {
      await expect(page.getByRole('combobox', { name: 'Letter', exact: true })).toBeFocused();
      await page.keyboard.press('Escape');
    }
    await look(`account, ${tab}`);
  }
  await page.getByRole('button', { name: 'Envelope or label…' }).click();
  await expect(page.getByRole('region', { name: 'Envelopes' })).toBeVisible();
  await look('envelope or label');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('w');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('why not now');
  await page.keyboard.press('Escape');

  await page.emulateMedia({ colorScheme: 'light' });
  await call('app.changeSettings', { zoomPercent: 200 });
  for (const screen of screens) {
    await visit(`#/${screen}`);
    await page.waitForTimeout(200);
    expect(await overhangOf(page), `${screen} at 200 %`).toBeLessThanOrEqual(0);
  }
});

/**
 * The app as an end-to-end test holds it: a running Duebook with its window, what its main process was told
 * and did (`harness`), and calls sent the way the window sends them.
 */
import type { ElectronApplication, Page } from '@playwright/test';
import { test as base, closeApp, type LaunchOptions } from '../../build/e2e/launch.ts';
import type {} from '../../renderer/bridge/calls.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import { noHousePolicy } from '../../shared/domain/law.ts';
import type { Result } from '../../shared/errors/result.ts';
import type {} from './harness/main.ts';

export type Duebook = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** One call through the window's own bridge; commands get a fresh operation id. */
  call<C extends CallName>(call: C, input: InputOf<C>): Promise<Result<OutputOf<C>>>;
  /** Quits as the user would, and waits for the end. */
  close(): Promise<void>;
};

export type LaunchDuebook = (options?: Pick<LaunchOptions, 'userData' | 'args' | 'app'>) => Promise<Duebook>;

export const test = base.extend<{ launchDuebook: LaunchDuebook }>({
  launchDuebook: async ({ launch }, use) => {
    await use(async (options = {}) => {
      const app = await launch(options);
      const page = await app.firstWindow();
      await page.waitForSelector('#root > *', { state: 'attached' });
      return {
        app,
        page,
        async call(call, input) {
          const answer = await callFrom(page, call, input);
          // As the window does when it makes a book; an office with its own bills meets the fewest rules.
          if (call === 'book.create' && answer.ok) await callFrom(page, 'law.setProfile', ownBills);
          return answer;
        },
        close: () => closeApp(app),
      };
    });
  },
});

export { expect } from '@playwright/test';

const ownBills = { role: 'first_party_creditor', state: null, house: noHousePolicy } as const;

async function callFrom<C extends CallName>(
  page: Page,
  call: C,
  input: InputOf<C>,
): Promise<Result<OutputOf<C>>> {
  const operated = contract[call].kind !== 'query';
  const answer = await page.evaluate(
    ([name, message, withId]) =>
      window.duebook.invoke({ call: name, input: message, operationId: withId ? crypto.randomUUID() : null }),
    [call, input, operated] as const,
  );
  return answer as Result<OutputOf<C>>;
}

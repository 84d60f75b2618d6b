/**
 * The contract's refusals once more, from the live window: every call with inputs only a broken or hostile page
 * would send, past the bridge and Electron's own cloning, to main. The book stays as it was.
 */
import { type CallName, contract } from '../../shared/contract/contract.ts';
import { expect, test } from './fixtures.ts';

test('every call refuses broken input from the window, and the book is unchanged', async ({
  launchDuebook,
}) => {
  const { page, call } = await launchDuebook();
  await call('book.create', {
    officeName: 'Marlow & Finch Receivables',
    passphrase: 'seven quiet herons at noon',
  });
  const made = await call('accounts.create', {
    debtorKind: 'consumer',
    debtorName: 'Otis Quillfeather',
    number: 'MF-1',
    clientId: null,
    originalCreditor: '',
    debtType: 'medical',
    openedOn: '2026-01-05',
    amountCents: 25_000,
    dueOn: '2026-02-05',
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  });
  expect(made).toMatchObject({ ok: true });
  const accountId = made.ok ? made.value.accountId : 0;
  const picture = async () =>
    JSON.stringify([
      await call('accounts.get', { accountId }),
      await call('timeline.page', { accountId }),
      await call('app.settings', {}),
      await call('book.state', {}),
    ]);
  const before = await picture();

  const kinds = Object.entries(contract).map(([name, { kind }]) => [name as CallName, kind] as const);
  const answers = await page.evaluate(async (calls) => {
    const ring: Record<string, unknown> = {};
    ring.again = ring;
    const hostile: Record<string, unknown> = {
      missing: undefined,
      'wrong type': 'everything',
      surplus: { surplus: 1, accountId: 1 },
      cycle: ring,
      // The bridge and Electron each copy; what arrives is judged, whatever they made of it.
      constructor: JSON.parse('{"constructor":{"prototype":{"ok":true}}}'),
      'huge text': { text: 'x'.repeat(3_000_000) },
      'sparse list': { mapping: new Array(40_000) },
      map: new Map([['accountId', 1]]),
      date: new Date(0),
      function: { accountId: () => 1 },
      'big number': { accountId: 1n },
    };
    const seen: string[] = [];
    for (const [name, kind] of calls) {
      for (const [what, input] of Object.entries(hostile)) {
        const operationId = kind === 'query' ? null : crypto.randomUUID();
        const answer = await window.duebook.invoke({ call: name, input, operationId }).catch(() => null);
        // The bridge itself throws on what it cannot copy: then main has not seen it at all.
        if (answer === null) continue;
        if (answer.ok || answer.error.code !== 'call.invalid_input') {
          seen.push(`${name} with ${what}: ${answer.ok ? 'let through' : answer.error.code}`);
        }
      }
    }
    return seen;
  }, kinds);
  expect(answers).toEqual([]);
  expect(await picture()).toBe(before);
});

/** Scripts from a file somebody sent: looked at first, taken as versions of the office, hostile ones refused with a reason. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { saveScripts } from '../../../../electron/book/services/script-files.ts';
import { type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { makeScript, withStep } from '../../../builders/script.ts';
import { valueIn } from '../../../builders/vault.ts';

let desk: ImportDesk;
let folder: string;
beforeEach(() => {
  desk = makeImportDesk();
  folder = mkdtempSync(join(tmpdir(), 'duebook-scripts-'));
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const script = makeScript({ code: 'our-first-call' });
const card = {
  code: 'our-card',
  objection: 'I never got a bill.',
  answer: 'It is {{ account.balance }}.',
  never: [],
  prompts: [],
  audiences: ['medical'],
  language: 'en',
  leadsTo: null,
} as const;
const file = (content: object) => JSON.stringify({ format: 'duebook-scripts', version: 1, ...content });

async function preview(content: string | Uint8Array) {
  return desk.call('scripts.previewFile', { fileId: desk.file(content, 'scripts.json') });
}

it('shows what a file would change, takes what is chosen, and knows it the next time', async () => {
  const text = file({ scripts: [script], cards: [card] });
  expect(valueIn(await preview(text)).items.map(({ code, change }) => `${code} ${change}`)).toEqual([
    'our-first-call new',
    'our-card new',
  ]);
  const fileId = desk.file(text, 'scripts.json');
  const taken = valueIn(
    await desk.call('scripts.takeFile', { fileId, take: [{ kind: 'script', code: 'our-first-call' }] }),
  );
  expect(taken).toEqual({ taken: 1, drafts: 0 });
  const listed = valueIn(await desk.call('scripts.list', {}));
  expect(listed.scripts.find(({ code }) => code === 'our-first-call')?.inForce).toEqual({
    origin: 'office',
    version: 1,
  });
  expect(listed.cards.some(({ code }) => code === 'our-card')).toBe(false);
  expect(valueIn(await preview(text)).items[0]?.change).toBe('same');
  const other = file({ scripts: [withStep(script, 'who', { say: 'Who is it, please?' })] });
  expect(valueIn(await preview(other)).items[0]).toMatchObject({
    change: 'changed',
    differences: ['“Step who”: what to say changed.'],
  });
});

it('takes a script with a fault as a draft, and says so beforehand', async () => {
  const text = file({ scripts: [withStep(script, 'who', { say: 'You owe us money.' })] });
  const { items } = valueIn(await preview(text));
  expect(items[0]?.problems.map(({ code }) => code)).toContain('debt_word_early');
  const fileId = desk.file(text, 'scripts.json');
  const take = [{ kind: 'script' as const, code: script.code }];
  expect(valueIn(await desk.call('scripts.takeFile', { fileId, take }))).toEqual({ taken: 1, drafts: 1 });
  const listed = valueIn(await desk.call('scripts.list', {}));
  expect(listed.scripts.find(({ code }) => code === script.code)?.inForce).toBeNull();
});

it('writes a file that reads back the same', async () => {
  const fileId = desk.file(file({ scripts: [script], cards: [card] }), 'scripts.json');
  const take = [
    { kind: 'script' as const, code: script.code },
    { kind: 'card' as const, code: card.code },
  ];
  valueIn(await desk.call('scripts.takeFile', { fileId, take }));
  const path = join(folder, 'out.json');
  const context = { store: desk.store } as unknown as ErrandContext;
  expect(await saveScripts(context, { items: take, path })).toEqual({ ok: true, value: null });
  const items = valueIn(await preview(readFileSync(path))).items;
  expect(items.map(({ change }) => change)).toEqual(['same', 'same']);
  const gone = await saveScripts(context, {
    items: [{ kind: 'script', code: 'no-such' }],
    path: join(folder, 'no.json'),
  });
  expect(gone).toMatchObject({ ok: false, error: { code: 'script.not_found' } });
  expect(existsSync(join(folder, 'no.json'))).toBe(false);
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /not written as scripts/],
  ['another JSON', '{"format":"duebook-rules","version":1}', /does not begin/],
  ['a newer file', '{"format":"duebook-scripts","version":2}', /newer Duebook/],
  ['nothing in it', file({}), /nothing in it/],
  ['a step without an end', file({ scripts: [{ ...script, steps: 'many' }] }), /script 1 .*steps/],
  ['surplus fields', file({ scripts: [{ ...script, run: 'rm' }] }), /script 1/],
  ['one script twice', file({ scripts: [script, script] }), /twice/],
  ['too many', file({ scripts: Array.from({ length: 201 }, () => 1) }), /does not begin/],
  ['a huge one', `${' '.repeat(4_000_001)}{}`, /too large/],
  ['a name that is a path', file({ scripts: [{ ...script, code: '../../x' }] }), /script 1 .*code/],
  ['prototypes', '{"format":"duebook-scripts","version":1,"__proto__":{"scripts":[1]}}', /nothing in it/],
])('refuses %s with its reason', async (_, content, reason) => {
  const answer = await preview(content);
  expect(answer).toMatchObject({ ok: false, error: { code: 'script.file_unreadable' } });
  expect(answer.ok ? '' : answer.error.params.reason).toMatch(reason);
});

it('does not know a file nobody chose', async () => {
  expect(await desk.call('scripts.previewFile', { fileId: randomUUID() })).toMatchObject({
    ok: false,
    error: { code: 'file.gone' },
  });
});

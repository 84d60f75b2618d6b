/** Letters from a file somebody sent: looked at first, taken as drafts, hostile ones refused with a reason; and to a file and back. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { ensureTemplates } from '../../../../electron/book/services/letters.ts';
import { saveTemplates } from '../../../../electron/book/services/template-files.ts';
import { doc, p, passage } from '../../../../shared/templates/document/build.ts';
import { plainAbout } from '../../../../shared/templates/letter-about.ts';
import { type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

let desk: ImportDesk;
let folder: string;
beforeEach(() => {
  desk = makeImportDesk();
  ensureTemplates(desk.store, 1);
  folder = mkdtempSync(join(tmpdir(), 'duebook-letters-'));
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const letter = {
  code: 'own-1a2b3c4d',
  replaces: 'friendly-reminder',
  name: 'Our reminder',
  description: '',
  about: plainAbout,
  doc: doc(p`Dear ${'debtor.name'}: please pay.`, passage('closing')),
};
const file = (letters: readonly unknown[]) =>
  JSON.stringify({ format: 'duebook-letters', version: 1, letters });
const fileOf = (content: string | Uint8Array) => desk.file(content, 'letters.json');
const preview = (content: string | Uint8Array) =>
  desk.call('templates.previewFile', { fileId: fileOf(content) });

it('shows what is in it, takes it as a draft, and knows it again', async () => {
  const { items } = valueIn(await preview(file([letter])));
  expect(items).toMatchObject([{ name: 'Our reminder', change: 'new', of: '' }]);
  const take = { fileId: fileOf(file([letter])), places: [0] };
  expect(valueIn(await desk.call('templates.takeFile', take))).toEqual({ taken: 1 });
  const { templates } = valueIn(await desk.call('templates.list', {}));
  const own = templates.find(({ origin }) => origin === 'office');
  expect(own).toMatchObject({
    name: 'Our reminder',
    draft: true,
    inForce: null,
    replaces: 'friendly-reminder',
  });
  expect(own?.code).not.toBe(letter.code);

  const path = join(folder, 'out.json');
  const around = { store: desk.store } as ErrandContext;
  expect(await saveTemplates(around, { templateIds: [own?.templateId ?? 0], path })).toEqual({
    ok: true,
    value: null,
  });
  const written = readFileSync(path, 'utf8');
  expect(valueIn(await preview(written)).items).toMatchObject([{ change: 'same', of: 'Our reminder' }]);
  const changed = written.replace('please pay', 'kindly pay');
  expect(valueIn(await preview(changed)).items[0]).toMatchObject({
    change: 'changed',
    differences: [
      'Gone: Dear [Name of the debtor]: please pay.',
      'New: Dear [Name of the debtor]: kindly pay.',
    ],
  });
  valueIn(await desk.call('templates.takeFile', { fileId: fileOf(changed), places: [0] }));
  const after = valueIn(await desk.call('templates.list', {})).templates.filter(
    ({ origin }) => origin === 'office',
  );
  expect(after).toHaveLength(1);
  expect(after[0]).toMatchObject({ code: own?.code, version: 2, draft: true });
});

test.each<readonly [string, string | Uint8Array, RegExp]>([
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /not written as letters/],
  ['scripts', '{"format":"duebook-scripts","version":1,"scripts":[]}', /does not begin/],
  ['a newer file', '{"format":"duebook-letters","version":2,"letters":[1]}', /newer Duebook/],
  ['nothing', file([]), /does not begin/],
  ['too many', file(Array.from({ length: 201 }, () => letter)), /does not begin/],
  ['one letter twice', file([letter, letter]), /twice/],
  ['surplus fields', file([{ ...letter, body: '{{ x }}' }]), /letter 1/],
  ['a code that is a path', file([{ ...letter, code: '../../x' }]), /letter 1 .*code/],
  ['Liquid for a field', file([{ ...letter, doc: doc({ type: 'field' } as never) }]), /letter 1/],
  ['no document', file([{ ...letter, doc: '<b>hello</b>' }]), /letter 1/],
])('refuses %s', async (_what, content, reason) => {
  const read = await preview(content);
  expect(read).toMatchObject({ ok: false, error: { code: 'template.file_unreadable' } });
  expect(read.ok ? '' : String(read.error.params.reason)).toMatch(reason);
  expect(
    valueIn(await desk.call('templates.list', {})).templates.some(({ origin }) => origin === 'office'),
  ).toBe(false);
});

it('says so when the file is gone', async () => {
  expect(await desk.call('templates.previewFile', { fileId: randomUUID() })).toMatchObject({
    ok: false,
    error: { code: 'file.gone' },
  });
});

/** How a file was read once is how one of its shape is read again. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rememberProfile } from '../../../../electron/book/services/import-profiles.ts';
import type { ImportPlan, ImportPreview } from '../../../../shared/contract/imports.ts';
import { type ImportDesk, importMoment, makeImportDesk } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
});

const file = 'Who,Ref,Sum,When\nAna Abara,1,12.00,3/4/2026\nBen Birch,2,13.00,5/6/2026\n';
const mapping: ImportPlan['mapping'] = ['debtor_name', 'account_number', 'amount', 'due_on'];

function remember(preview: ImportPreview, change: Partial<ImportPlan> = {}, at = importMoment.now): void {
  const plan: ImportPlan = {
    reading: { ...preview.reading, dateOrder: 'dmy' },
    mapping,
    rowKind: 'charge',
    clientId: null,
    clientName: 'Birch Dental',
    debtType: 'medical',
    debtorKind: 'consumer',
    settledMeansPaid: false,
    openingAsOf: '2026-01-01',
    paidItems: 'leave',
    foreignCurrency: 'apart',
    changed: 'list',
    restoreZeros: false,
    heldAt: '',
    people: [{ key: 'a', debtorId: null }],
    fixes: [{ line: 2, column: 1, value: 'x' }],
    leftOut: [3],
    controlCents: 5,
    controlRows: 1,
    profileName: 'Weekly list',
    ...change,
  };
  const columns = preview.columns.map(({ name }) => name);
  desk.store.db.transaction(() =>
    rememberProfile({ store: desk.store, now: at, author: 'Desk' }, plan, columns),
  )();
}

const look = async (content: string, more: { useProfile?: boolean } = {}) =>
  valueIn(
    await desk.call('imports.preview', {
      fileId: desk.file(content),
      reading: {},
      useProfile: true,
      ...more,
    }),
  );

it('applies what was remembered to the next file, whatever the order of its columns', async () => {
  const first = await look(file);
  expect(first.profile).toBeNull();
  expect(first.doubts.join(' ')).toContain('month/day or day/month');
  remember(first);
  const again = await look('when,SUM,who,ref\n1/2/2026,5.00,Cy Cole,9\n');
  expect(again.mapping).toEqual(['due_on', 'amount', 'debtor_name', 'account_number']);
  expect(again.reasons[1]).toContain('Weekly list');
  expect(again.reading.dateOrder).toBe('dmy');
  expect(again.doubts).toEqual([]);
  expect(again.profile).toMatchObject({ name: 'Weekly list' });
  expect(again.profile?.plan).toMatchObject({
    clientName: 'Birch Dental',
    paidItems: 'leave',
    debtorKind: 'consumer',
    mapping: again.mapping,
  });
  for (const ofOneFile of ['people', 'fixes', 'leftOut', 'controlCents', 'openingAsOf', 'profileName'])
    expect(again.profile?.plan).not.toHaveProperty(ofOneFile);
});

it('keeps a column left out, guesses a renamed one and says so', async () => {
  remember(await look(file), { mapping: ['debtor_name', null, 'amount', 'due_on'] });
  expect((await look(file)).mapping).toEqual(['debtor_name', null, 'amount', 'due_on']);
  const renamed = await look('Who,Ref,Sum,Due Date\nAna Abara,1,12.00,3/14/2026\n');
  expect(renamed.mapping).toEqual(['debtor_name', null, 'amount', 'due_on']);
  expect(renamed.reasons[3]).toBe('by its name');
  expect(renamed.doubts.join(' ')).toContain('“Due Date”');
  // A sure day is not read in the order that was remembered.
  expect(renamed.reading.dateOrder).toBe('mdy');
});

it('does not fit a file of another kind, nor one it was not asked for', async () => {
  remember(await look(file));
  expect((await look('Name,Phone,Email\nAna Abara,,ana@example.org\n')).profile).toBeNull();
  const without = await look(file, { useProfile: false });
  expect(without.profile).toBeNull();
  expect(without.mapping[1]).not.toBe('account_number');
});

it('counts its uses, is replaced under its name and goes when it is retired', async () => {
  const preview = await look(file);
  remember(preview);
  remember(
    preview,
    { mapping: ['debtor_name', 'charge_reference', 'amount', 'due_on'] },
    importMoment.now + 1000,
  );
  const { profiles } = valueIn(await desk.call('imports.profiles', {}));
  expect(profiles).toMatchObject([
    { name: 'Weekly list', uses: 2, usedAt: importMoment.now + 1000, columns: ['Who', 'Ref', 'Sum', 'When'] },
  ]);
  expect((await look(file)).mapping[1]).toBe('charge_reference');
  valueIn(await desk.call('imports.retireProfile', { profileId: profiles[0]?.profileId ?? 0 }));
  expect((await look(file)).profile).toBeNull();
});

it('is kept by the import it was named in, and by none that failed', async () => {
  const named = { profileName: 'Weekly list', mapping: [...mapping] };
  const cancelled = desk.file(file);
  desk.cancelWhen = () => true;
  expect(await desk.write(cancelled, named)).toMatchObject({ ok: false });
  desk.cancelWhen = () => false;
  expect(valueIn(await desk.call('imports.profiles', {})).profiles).toEqual([]);
  valueIn(await desk.write(cancelled, named));
  expect((await look(file)).profile).toMatchObject({ name: 'Weekly list', plan: { mapping } });
});

it('remembers nothing of a table whose columns have no names', async () => {
  remember(await look('Ana Abara,1,12.00\nBen Birch,2,13.00\n'), {
    mapping: ['debtor_name', null, 'amount'],
  });
  expect(valueIn(await desk.call('imports.profiles', {})).profiles).toEqual([]);
});

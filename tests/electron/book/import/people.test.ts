import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpBook, type ImportDesk, makeImportDesk, type PlanChange } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
});

const head = 'Name,Invoice,Date,Amount,Phone,Address,City,State,ZIP,Birth date';
const file = (...rows: string[]) => desk.file(`${[head, ...rows].join('\n')}\n`);
const columns: PlanChange = {
  mapping: [
    'debtor_name',
    'charge_reference',
    'charge_on',
    'amount',
    'phone',
    'address_line1',
    'city',
    'region',
    'postal_code',
    'birth_date',
  ],
};
const bring = async (...rows: string[]) => valueIn(await desk.write(file(...rows), columns));
const attempt = (fileId: string, change: PlanChange = {}) => desk.attempt(fileId, { ...columns, ...change });
const write = (fileId: string, change: PlanChange = {}) => desk.write(fileId, { ...columns, ...change });

function table(sql: string): unknown[] {
  return desk.store.db.prepare(sql).raw().all();
}

const ana = 'Ana Reyes,100,1/5/2026,50.00,757-555-0142,12 Pier Road,Norfolk,VA,23510,2/3/1980';

describe('somebody the book may have', () => {
  it('is asked about side by side, with a score and what speaks for and against, and refused until decided', async () => {
    await bring(ana);
    const second = file('Ana M Reyes,101,2/5/2026,70.00,757-555-0199,12 Pier Rd,Norfolk,VA,23510,');
    const tried = valueIn(await attempt(second));
    expect(tried).toMatchObject({ accepted: 0, refused: 1, undecided: 1, peopleCount: 1 });
    expect(tried.refusals).toMatchObject([{ line: 2, code: 'debtor_undecided' }]);
    const [asked] = tried.people;
    expect(asked).toMatchObject({
      line: 2,
      rows: 1,
      standing: 'undecided',
      debtorId: null,
      candidates: [{ debtorId: 1, name: 'Ana Reyes' }],
    });
    const candidate = asked?.candidates[0];
    expect(candidate?.score).toBeGreaterThanOrEqual(50);
    expect(candidate?.score).toBeLessThan(85);
    expect(candidate?.because).toContainEqual({ text: 'same address', agrees: true });
    expect(candidate?.because).toContainEqual({ text: 'other phones', agrees: false });
    expect(candidate?.facts).toContainEqual({ label: 'Birth date', value: expect.stringContaining('1980') });
    expect(asked?.facts).toContainEqual({ label: 'Name', value: 'Ana M Reyes' });
  });

  it('is taken for them on the user’s word, keeps the other name, and is found by it without asking next time', async () => {
    await bring(ana);
    const second = file('Ana Quill,101,2/5/2026,70.00,757-555-0142,,,,,2/3/1980');
    const tried = valueIn(await attempt(second));
    expect(tried.undecided).toBe(1);
    const people = tried.people.map(({ key }) => ({ key, debtorId: 1 }));
    const decided = valueIn(await attempt(second, { people }));
    expect(decided).toMatchObject({ undecided: 0, refused: 0, accepted: 1, newDebtors: 0 });
    // Without a word of the user's it would still be open: a wizard can take the word back.
    expect(decided.people).toMatchObject([{ standing: 'undecided' }]);
    valueIn(await write(second, { people }));
    expect(table('SELECT debtor_id, name FROM aliases')).toEqual([[1, 'Ana Quill']]);
    const third = valueIn(await attempt(file('"Quill, Ana",102,3/5/2026,10.00,,,,,,')));
    expect(third).toMatchObject({ undecided: 0, accepted: 1, newDebtors: 0 });
  });

  it('is somebody new on the user’s word, for every row that says the same of them', async () => {
    await bring(ana);
    const second = file(
      'Ana Quill,101,2/5/2026,70.00,757-555-0142,,,,,2/3/1980',
      'Ana Quill,102,2/6/2026,30.00,757-555-0142,,,,,2/3/1980',
    );
    const tried = valueIn(await attempt(second));
    expect(tried.people).toMatchObject([{ rows: 2 }]);
    const people = tried.people.map(({ key }) => ({ key, debtorId: null }));
    const done = valueIn(await write(second, { people }));
    expect(done.import).toMatchObject({ debtors: 1, charges: 2 });
    expect(table('SELECT name FROM debtors ORDER BY id')).toEqual([['Ana Reyes'], ['Ana Quill']]);
  });

  it('of another client is no answer: the row stays open', async () => {
    await bring(ana);
    valueIn(await write(file('Ines Roble,1,1/5/2026,5.00,,,,,,'), { clientName: 'Another Clinic' }));
    const second = file('Ana M Reyes,101,2/5/2026,70.00,757-555-0142,,,,,');
    const people = valueIn(await attempt(second)).people.map(({ key }) => ({ key, debtorId: 2 }));
    expect(people).toHaveLength(1);
    expect(valueIn(await attempt(second, { people }))).toMatchObject({ accepted: 0, refused: 1 });
  });
});

it.each<[string, string]>([
  [
    'a child of the same name',
    'Ana Reyes Jr,101,2/5/2026,70.00,757-555-0142,12 Pier Road,Norfolk,VA,23510,2/4/1999',
  ],
  [
    'a namesake born on another day',
    'Ana Reyes,101,2/5/2026,70.00,757-555-0142,12 Pier Road,Norfolk,VA,23510,2/4/1999',
  ],
  [
    'a spouse at the same address',
    'Tam Reyes,101,2/5/2026,70.00,757-555-0142,12 Pier Road,Norfolk,VA,23510,',
  ],
])('%s is somebody else and not asked about', async (_, row) => {
  await bring(ana);
  expect(valueIn(await attempt(file(row)))).toMatchObject({ undecided: 0, newDebtors: 1, accepted: 1 });
});

it.each<[string, string]>([
  ['last name first, the same phone', '"REYES, ANA",101,2/5/2026,70.00,(757) 555-0142,,,,,'],
  [
    'moved, with the birth date to tell',
    'Ana Reyes,101,2/5/2026,70.00,757-555-0177,4 Elm Ave,El Paso,TX,79901,2/3/1980',
  ],
  ['nothing but the name', 'ana reyes,101,2/5/2026,70.00,,,,,,'],
])('%s is the same without asking', async (_, row) => {
  await bring(ana);
  expect(valueIn(await attempt(file(row)))).toMatchObject({ undecided: 0, newDebtors: 0, accepted: 1 });
});

it('people of one file join only when they are the same for certain', async () => {
  const done = await bring(
    'Tam Oake,1,1/5/2026,1.00,757-555-0101,,,,,',
    '"OAKE, TAM",2,1/5/2026,2.00,757-555-0101,,,,,',
    'Tam Oake,3,1/5/2026,3.00,757-555-0102,4 Elm Ave,El Paso,TX,79901,',
    'Tam B Oake,4,1/5/2026,4.00,757-555-0101,,,,,',
  );
  expect(done.refused).toBe(0);
  expect(done.import.debtors).toBe(3);
});

it('birth dates are kept as a fact, a contradicting one is told and not taken, and all of it goes with the import', async () => {
  await bring('Ines Roble,1,1/5/2026,5.00,,,,,,');
  const before = dumpBook(desk.store);
  const done = await bring('Ines Roble,2,1/6/2026,6.00,,,,,,7/8/1975');
  expect(table("SELECT debtor_id, value FROM person_facts WHERE name = 'born_on'")).toEqual([
    [1, '1975-07-08'],
  ]);
  const again = valueIn(await attempt(file('Ines Roble,3,1/7/2026,7.00,,,,,,7/8/1975')));
  expect(again).toMatchObject({ undecided: 0, newDebtors: 0, doubted: 0 });
  valueIn(await desk.call('imports.undo', { importId: done.import.importId }));
  expect(dumpBook(desk.store)).toEqual(before);
});

it('a job is kept with its customer, and found again only under the same one', async () => {
  const jobs = (...rows: string[]) =>
    desk.file(`${['Customer,Parent,Invoice,Date,Amount', ...rows].join('\n')}\n`);
  const mapping = ['debtor_name', 'parent_name', 'charge_reference', 'charge_on', 'amount'] as const;
  valueIn(
    await desk.write(jobs('Unit 4,Harbor View,1,1/5/2026,10.00', 'Unit 4,Bay View,2,1/5/2026,20.00'), {
      mapping: [...mapping],
    }),
  );
  expect(table('SELECT debtor_id, name FROM aliases ORDER BY debtor_id')).toEqual([
    [1, 'Harbor View:Unit 4'],
    [2, 'Bay View:Unit 4'],
  ]);
  const next = valueIn(
    await desk.attempt(jobs('Unit 4,Bay View,3,2/5/2026,30.00', 'Unit 4,Sea View,4,2/5/2026,40.00'), {
      mapping: [...mapping],
    }),
  );
  expect(next).toMatchObject({ undecided: 0, newDebtors: 1, knownDebtors: 1, accepted: 2 });
});

it('the same file again asks nothing and adds nothing', async () => {
  const rows = [
    ana,
    'Ana M Quill,7,1/5/2026,9.00,,9 Quay St,Norfolk,VA,23510,',
    'Unit 4 LLC,8,1/5/2026,9.00,,,,,,',
  ];
  await bring(...rows);
  const again = valueIn(await attempt(file(...rows)));
  expect(again).toMatchObject({ undecided: 0, newDebtors: 0, newAccounts: 0, charges: 0, alreadyThere: 3 });
});

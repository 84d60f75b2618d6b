/** Letters of the office in a real book: versions, standing in for a shipped one, out of use and back, what may not be kept. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ensureTemplates } from '../../../../electron/book/services/letters.ts';
import { ensureTemplate } from '../../../../electron/book/store/queries/letters.ts';
import { findLastPrinted } from '../../../../electron/book/store/queries/print-queue.ts';
import { findLetterByCode } from '../../../../electron/book/store/queries/strategies.ts';
import type { EditedTemplate, TemplateListRow } from '../../../../shared/contract/templates.ts';
import { doc, filled, p, passage, prescribed, when } from '../../../../shared/templates/document/build.ts';
import type { LetterDoc } from '../../../../shared/templates/document/letter-doc.ts';
import { plainAbout } from '../../../../shared/templates/letter-about.ts';
import { shippedLetters } from '../../../../shared/templates/letters/library.ts';
import { type Desk, makeDesk } from '../../../builders/desk.ts';
import { makeTestStore } from '../../../builders/store.ts';

let desk: Desk;
beforeEach(() => {
  const store = makeTestStore();
  ensureTemplates(store, 1);
  desk = makeDesk(store);
});

const shipped = 'friendly-reminder';
const letter = (text: string): LetterDoc =>
  doc(
    {
      type: 'paragraph',
      content: [
        { type: 'field', attrs: { name: 'debtor.name' } },
        { type: 'text', text: `: ${text}` },
      ],
    },
    passage('closing'),
  );
const edited = (text: string, change: Partial<EditedTemplate> = {}): EditedTemplate => ({
  name: 'Our reminder',
  description: '',
  about: plainAbout,
  doc: letter(text),
  ...change,
});

async function rowOf(code: string): Promise<TemplateListRow> {
  const { templates } = await desk.get('templates.list', {});
  const row = templates.find((one) => one.code === code);
  if (!row) throw new Error(`no ${code}`);
  return row;
}

async function begin(from: string | null, replace = false, name = 'Our reminder'): Promise<string> {
  const row = from === null ? null : await rowOf(from);
  const made = await desk.get('templates.create', { from: row?.templateId ?? null, name, replace });
  return made.code;
}

const save = (code: string, template: EditedTemplate, draft = false) =>
  desk.call('templates.save', { code, draft, template });
const offered = async () => (await desk.get('letters.templates', {})).templates.map(({ code }) => code);

describe('the library', () => {
  it('lists every shipped letter as a document, in use, by stage', async () => {
    const { templates } = await desk.get('templates.list', {});
    expect(templates).toHaveLength(shippedLetters.length);
    expect(templates.every((row) => row.editable && row.inForce !== null && row.origin === 'shipped')).toBe(
      true,
    );
    const stages = templates.map(({ about }) => about.stage);
    expect(stages.filter((stage, at) => stage !== stages[at - 1])).toHaveLength(new Set(stages).size);
  });

  it('finds nothing in what is shipped that would stop a letter', async () => {
    for (const { name, description, about, doc: body } of shippedLetters) {
      const { problems } = await desk.get('templates.check', {
        template: { name, description, about, doc: body },
      });
      expect(
        problems.filter(({ severity }) => severity === 'stop'),
        name,
      ).toEqual([]);
    }
  });
});

describe('a letter of the office', () => {
  it('begins as a draft nobody can send, and is used from the first version that is put in use', async () => {
    const code = await begin(null);
    expect(await rowOf(code)).toMatchObject({ draft: true, inForce: null, origin: 'office', author: 'Desk' });
    expect(await offered()).not.toContain(code);
    expect(await save(code, edited('One.'))).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await rowOf(code)).toMatchObject({ draft: false, inForce: 2, name: 'Our reminder' });
    expect(await offered()).toContain(code);
  });

  it('makes a version of each change, none of saving the same again; a draft leaves what is in use alone', async () => {
    const code = await begin(null);
    await save(code, edited('One.'));
    expect(await save(code, edited('One.'))).toMatchObject({ value: { version: 2 } });
    await save(code, edited('Two.'), true);
    expect(await rowOf(code)).toMatchObject({ version: 3, draft: true, inForce: 2 });
    expect(findLetterByCode(desk.store, code)).toMatchObject({ name: 'Our reminder' });
    await save(code, edited('Three.'), true);
    await save(code, edited('Three.'));
    const { row, doc: shown, versions } = await desk.get('templates.get', { code });
    expect(row).toMatchObject({ version: 5, draft: false, inForce: 5 });
    expect(shown).toEqual(letter('Three.'));
    expect(versions.map(({ version, inForce }) => `${version}${inForce ? ' in use' : ''}`)).toEqual([
      '5 in use',
      '4',
      '3',
      '2',
      '1',
    ]);
    const old = versions.find(({ version }) => version === 2);
    expect((await desk.get('templates.version', { templateId: old?.templateId ?? 0 })).doc).toEqual(
      letter('One.'),
    );
  });

  it('stands in for a shipped one wherever that is named, and gives it back when it is taken out of use', async () => {
    const code = await begin(shipped, true);
    const before = findLetterByCode(desk.store, shipped);
    expect(before?.name).toBe((await rowOf(shipped)).name);
    expect(await save(code, edited('Ours.', { name: 'Friendly reminder' }))).toMatchObject({ ok: true });
    expect(findLetterByCode(desk.store, shipped)?.templateId).toBe((await rowOf(code)).templateId);
    expect(await rowOf(shipped)).toMatchObject({ inForce: null, replacedBy: { code } });
    expect(await offered()).not.toContain(shipped);
    const { letters } = await desk.get('strategies.letters', {});
    expect(letters.filter((one) => one.code === shipped)).toEqual([
      { code: shipped, name: 'Friendly reminder' },
    ]);
    expect(letters.map((one) => one.code)).not.toContain(code);
    await desk.get('templates.retire', { code });
    expect(findLetterByCode(desk.store, shipped)).toEqual(before);
    expect(await rowOf(code)).toMatchObject({ retired: true, inForce: null });
    await desk.get('templates.restore', { code });
    expect(await rowOf(shipped)).toMatchObject({ replacedBy: { code } });
  });

  it('counts as the same letter as the one it stands in for when it is asked what went out', async () => {
    const code = await begin(shipped, true);
    await save(code, edited('Ours.'));
    const accountId = await desk.account();
    desk.store
      .sql(
        `INSERT INTO letters (account_id, template_id, made_at, author, balance_cents, pages, printed_at, pdf_sha256, facts, html, pdf)
         VALUES (?, ?, 1, 'Desk', 1, 1, 77, '', '{}', '', x'00')`,
      )
      .run(accountId, (await rowOf(code)).templateId);
    expect(findLastPrinted(desk.store, accountId, shipped)).toBe(77);
    expect(findLastPrinted(desk.store, accountId, code)).toBe(77);
    expect(findLastPrinted(desk.store, accountId, 'past-due-notice')).toBeNull();
  });

  it.each([
    ['another party', 'friendly-reminder', { to: 'attorney' }],
    ['another stage', 'friendly-reminder', { stage: 'special' }],
    ['no money asked for', 'friendly-reminder', { asksForMoney: false }],
    ['a validation notice that is none', 'validation-notice', { stage: 'reminder', needs: [] }],
    ['a validation notice that asks nothing of the account', 'validation-notice', { needs: [] }],
  ] as const)('stands in for a letter only as what that is: %s', async (_, of, change) => {
    const code = await begin(of, true);
    const { row, doc: body } = await desk.get('templates.get', { code });
    const { name, description, about } = row;
    const template = { name, description, about, doc: body as LetterDoc };
    expect(await save(code, { ...template, about: { ...about, ...change } })).toMatchObject({
      error: { code: 'template.faults' },
    });
    expect(await save(code, template)).toMatchObject({ ok: true });
  });

  it('is the only one that stands in for a letter', async () => {
    await begin(shipped, true);
    const { templateId } = await rowOf(shipped);
    expect(await desk.codeOf('templates.create', { from: templateId, name: 'Other', replace: true })).toBe(
      'template.replaced_already',
    );
    expect(await desk.codeOf('templates.create', { from: templateId, name: 'Other', replace: false })).toBe(
      'ok',
    );
  });

  it.each([
    ['a letter that says nothing', { doc: doc() }, 'template.faults'],
    ['wording nobody knows', { doc: doc(prescribed('nobody.knows')) }, 'template.faults'],
    [
      'markup',
      { doc: { type: 'doc', content: [{ type: 'html' }] } as unknown as LetterDoc },
      'template.doc_broken',
    ],
    ['the number of a card', { doc: letter('Use 4111 1111 1111 1111.') }, 'payment.card_number'],
    ['the name of another', { name: 'Past-due notice' }, 'template.name_taken'],
  ])('refuses %s', async (_what, change, code) => {
    const own = await begin(null);
    const named = (await rowOf('past-due-notice')).name;
    const template = edited('x', 'name' in change ? { name: named } : change);
    expect(await save(own, template)).toMatchObject({ ok: false, error: { code } });
    expect(await rowOf(own)).toMatchObject({ version: 1, draft: true });
  });

  it('never changes a shipped letter itself', async () => {
    expect(await desk.codeOf('templates.save', { code: shipped, draft: false, template: edited('x') })).toBe(
      'template.shipped',
    );
    expect(
      await desk.codeOf('templates.save', { code: 'own-nobody', draft: false, template: edited('x') }),
    ).toBe('template.not_found');
  });
});

it('leaves a letter out of use when a new version of it is shipped', async () => {
  await desk.get('templates.retire', { code: shipped });
  ensureTemplate(desk.store, {
    code: shipped,
    version: 99,
    name: 'New',
    description: '',
    body: 'x',
    madeAt: 5,
  });
  expect(await rowOf(shipped)).toMatchObject({ retired: true, inForce: null });
  await desk.get('templates.restore', { code: shipped });
  expect(await rowOf(shipped)).toMatchObject({ inForce: 99 });
});

it('finds in a text what no letter may say', async () => {
  const body = doc(p`Pay today or you will be arrested.`, passage('closing'));
  const { findings } = await desk.get('templates.check', { template: edited('', { doc: body }) });
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toContain('stop THREAT_OF_ARREST');
});

it('says what is wrong without an account', async () => {
  const check = async (body: unknown, about = plainAbout) =>
    (
      await desk.get('templates.check', { template: edited('', { doc: body as LetterDoc, about }) })
    ).problems.map(({ code, severity }) => `${severity} ${code}`);
  expect(await check(doc())).toEqual(['stop EMPTY']);
  expect(await check({ type: 'doc', content: [{ type: 'image' }] })).toEqual(['stop DOC_BROKEN']);
  expect(await check(doc(p`Pay ${'plan.amount'}.`, passage('closing')))).toEqual(['look NEED_NOT_ASKED']);
  expect(await check(doc(when(filled('plan.amount'), p`Pay ${'plan.amount'}.`), passage('closing')))).toEqual(
    [],
  );
  expect(
    await check(doc(p`Pay ${'plan.amount'}.`, passage('closing')), { ...plainAbout, needs: ['plan'] }),
  ).toEqual([]);
  expect(await check(doc(p`Hello.`), { ...plainAbout, review: 'by counsel' })).toEqual([
    'look NO_CLOSING',
    'look REVIEW',
  ]);
  expect(
    await check(doc(passage('how_to_pay'), passage('closing')), { ...plainAbout, asksForMoney: false }),
  ).toEqual(['look ASKS_FOR_MONEY']);
});

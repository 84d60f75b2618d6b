/** The page of a letter that is being edited: every shipped letter prints on the invented account, whole and as what it is. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrandContext } from '../../../../electron/book/errand-context.ts';
import { ensureTemplates } from '../../../../electron/book/services/letters.ts';
import { composeTemplate } from '../../../../electron/book/services/template-preview.ts';
import type { EditedTemplate } from '../../../../shared/contract/templates.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { doc, is, isNot, p, when } from '../../../../shared/templates/document/build.ts';
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

type Page = { html: string };
function compose(template: EditedTemplate, accountId: number | null = null, business = false): string {
  const around = { store: desk.store, moment: desk.moment() } as ErrandContext;
  const page = composeTemplate(around, { template, accountId, business }) as Result<Page>;
  if (!page.ok) throw new Error(`${template.name}: ${JSON.stringify(page.error)}`);
  return page.value.html;
}
const template = (body: EditedTemplate['doc']): EditedTemplate => ({
  name: 'Trial',
  description: '',
  about: plainAbout,
  doc: body,
});

describe('on an invented account', () => {
  it.each(shippedLetters.map((letter) => [letter.name, letter] as const))('%s prints', (_name, letter) => {
    const { name, description, about, doc: body } = letter;
    const html = compose({ name, description, about, doc: body });
    expect(html).toContain('TD-1042');
    expect(html).toContain('Sample office: invented people');
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });

  it('shows what a person and what a business would get', () => {
    const body = doc(when(is('business'), p`For a business.`), when(isNot('business'), p`For a person.`));
    expect(compose(template(body))).toContain('For a person.');
    expect(compose(template(body), null, true)).toContain('For a business.');
  });
});

it('prints on an account of the book with its sums, and keeps nothing', async () => {
  const accountId = await desk.account({
    line1: '18 Mill Road',
    city: 'Dover',
    region: 'NH',
    postalCode: '03820',
  });
  const html = compose(template(doc(p`You owe ${'amount_due'}, ${'debtor.name'}.`)), accountId);
  expect(html.replace(/<\/?bdi>/g, '')).toContain('You owe $100.00, Mara Okafor.');
  expect((await desk.get('letters.list', { accountId, before: null, limit: 5 })).letters).toEqual([]);
});

it('says why there is no page', async () => {
  const around = { store: desk.store, moment: desk.moment() } as ErrandContext;
  const ask = (accountId: number | null, body: unknown) =>
    composeTemplate(around, {
      template: template(body as EditedTemplate['doc']),
      accountId,
      business: false,
    });
  expect(ask(null, { type: 'doc', content: [{ type: 'image' }] })).toMatchObject({
    error: { code: 'template.doc_broken' },
  });
  expect(ask(99, doc(p`x`))).toMatchObject({ error: { code: 'account.not_found' } });
});

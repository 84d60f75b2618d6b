/** Documents through the engine that prints letters: what was typed prints as typed, and only what is known gets in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeLetter } from '../../../../electron/book/services/merge-letter.ts';
import {
  bold,
  bullets,
  doc,
  each,
  empty,
  facts,
  filled,
  h1,
  is,
  isNot,
  modelForm,
  p,
  pageBreak,
  passage,
  prescribed,
  rows,
  stateTexts,
  t,
  when,
  whenInline,
} from '../../../../shared/templates/document/build.ts';
import { compileDoc } from '../../../../shared/templates/document/compile-doc.ts';
import { docText } from '../../../../shared/templates/document/doc-text.ts';
import { type LetterDoc, passageNames } from '../../../../shared/templates/document/letter-doc.ts';
import { docLimits, readDoc } from '../../../../shared/templates/document/read-doc.ts';
import { factConditions, letterFields, letterLists } from '../../../../shared/templates/fields.ts';
import { type LetterFacts, letterFactsOf } from '../../../../shared/templates/letter-facts.ts';
import { makeLetterData } from '../../../builders/letter-data.ts';

type Bag = Record<string, unknown>;

/** Every field, condition and list, besides what an account has. */
function allFacts(change: (facts: Bag) => void = () => undefined): LetterFacts {
  const made: Bag = structuredClone(letterFactsOf(makeLetterData())) as unknown as Bag;
  for (const { name, example } of letterFields) {
    const [first = '', second] = name.split('.');
    if (second === undefined) made[first] ||= example;
    else {
      const before = (made[first] ?? {}) as Bag;
      made[first] = { ...before, [second]: before[second] || example };
    }
  }
  made.is = Object.fromEntries(factConditions.map(([name]) => [name, true]));
  for (const { name, fields } of letterLists) {
    if (Array.isArray(made[name]) && made[name].length > 0) continue;
    made[name] = [1, 2].map((row) =>
      Object.fromEntries(fields.map((field) => [field.name.slice('item.'.length), `${field.label} ${row}`])),
    );
  }
  made.texts = { 'mini-miranda.first': 'This is an attempt to collect a debt.', 'not-here': '' };
  made.state_texts = [{ title: 'Notice', text: 'Line one\nline <two>', style: 'Bold, at least 12 point.' }];
  const line = (kind: string, text: string, amount = '') => ({
    id: kind,
    kind,
    text,
    amount,
    sign: amount === '' ? '' : '+',
  });
  const form = {
    lead: [line('text', 'Lead')],
    information: [line('heading', 'Our information shows:'), line('row', 'Owed:', '$960.00')],
    dispute: [],
    rights: [],
    optional: [],
    response: [line('prompt', 'This is not my debt.')],
  };
  made.form = { en: form, es: form };
  change(made);
  return made as unknown as LetterFacts;
}

/** The page between head and foot. */
function print(letter: LetterDoc, change?: (facts: Bag) => void): string {
  const read = readDoc(JSON.parse(JSON.stringify(letter)));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const merged = mergeLetter('Letter', compileDoc(read.value), allFacts(change));
  if (!merged.ok) throw new Error(JSON.stringify(merged.error));
  return merged.value.split('<main class="text">')[1]?.split('</main>')[0]?.trim() ?? '';
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
/** What the reader sees of a page. */
function seen(html: string): string {
  return html
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|([a-z]+));/g, (_whole, code, name) =>
      code === undefined ? (named[name] ?? '?') : String.fromCharCode(Number(code)),
    );
}

describe('what was typed', () => {
  const nasty = [
    '{{ 7 | times: 6 }}',
    '{% if true %}no{% endif %}',
    "{% render 'subject' %}",
    '{%- raw -%}{{ sender.name }}{%- endraw -%}',
    '{{{{ }}}} %} {% {',
    '<script>alert(1)</script>',
    '</main></body><img src=x onerror=alert(1)>',
    '&lt;b&gt; &amp; &#123;&#123;',
    `"quotes" and 'apostrophes'`,
    '{# comment #}',
    '${7*7} #{7*7} <%= 7 %>',
    '{%',
    '}}',
  ];

  test.each(nasty)('prints as typed: %s', (typed) => {
    expect(seen(print(doc(p`Before ${t`${[{ type: 'text', text: typed }]}`} after`)))).toBe(
      `Before ${typed} after`,
    );
  });

  test('whatever it is, in text, headings, lists, labels', () => {
    const anything = fc
      .array(
        fc.oneof(
          fc.constantFrom(...nasty, '{', '}', '%', '{{', '}}', '{%', '%}', '<', '>', '&', '-'),
          fc.string(),
        ),
      )
      .map((parts) => parts.join(''))
      // What is no character of print becomes a blank; that is the business of the facts' own test.
      .filter((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) && text.length < 80);
    fc.assert(
      fc.property(anything, (typed) => {
        const node = [{ type: 'text', text: typed }] as const;
        const page = print(
          doc(
            { type: 'heading', attrs: { level: 1 }, content: node },
            bullets(node),
            facts({ label: typed, name: 'amount_due' }),
            rows('charges', [{ name: 'item.open', label: typed }], { label: typed, name: 'amount_due' }),
          ),
        );
        expect(seen(page).split(typed).length - 1).toBeGreaterThanOrEqual(typed === '' ? 0 : 5);
        expect(page).not.toMatch(/<(script|img|b|iframe)\b/);
        expect(page).not.toContain('{');
      }),
      { numRuns: 150 },
    );
  });

  test('what a fact holds prints as it is, in a chip, a table and a condition', () => {
    const page = print(
      doc(
        p`Dear ${'debtor.name'}`,
        rows('charges', [{ name: 'item.description', label: 'For' }]),
        when(filled('debtor.name'), p`${bold('debtor.name')}`),
        each('charges', p`${'item.description'}`),
      ),
      (made) => {
        made.debtor = { ...(made.debtor as Bag), name: '{{ 7*7 }}<script>' };
        made.charges = [{ ...((made.charges as Bag[])[0] ?? {}), description: '{% assign a = 1 %}' }];
      },
    );
    expect(seen(page).match(/\{\{ 7\*7 \}\}<script>/g)).toHaveLength(2);
    expect(seen(page).match(/\{% assign a = 1 %\}/g)).toHaveLength(2);
    expect(page).not.toContain('<script');
  });
});

test('every field, condition, list and passage has its place in the facts', () => {
  const page = print(
    doc(
      ...letterFields.map(({ name }) => p`${name}`),
      ...factConditions.map(([name]) => when(is(name), p`yes`)),
      ...letterLists.flatMap(({ name, fields }) => [
        rows(
          name,
          fields.map((field) => ({ name: field.name, label: field.label })).slice(0, docLimits.columns),
        ),
        each(name, ...fields.map((field) => p`${field.name}`)),
      ]),
      ...passageNames.map(passage),
    ),
  );
  for (const { name, example } of letterFields.filter(({ name }) => name.startsWith('plan.'))) {
    expect(seen(page), name).toContain(example);
  }
  expect(page.match(/yes/g)).toHaveLength(factConditions.length);
  expect(page).toContain('Dana Whitlock');
  expect(page.match(/class="slip"/g)).toHaveLength(3);
});

test('a condition shows its words only when it holds', () => {
  const letter = doc(
    when(is('business'), p`for a business`),
    when(isNot('business'), p`for a person`),
    p`One.${whenInline(filled('oldest_due'), t` Since ${'oldest_due'}.`)}${whenInline(empty('oldest_due'), t` No day.`)}`,
  );
  const change = (business: boolean, oldest: string) => (made: Bag) => {
    (made.is as Bag).business = business;
    made.oldest_due = oldest;
  };
  expect(seen(print(letter, change(true, 'May 1, 2026')))).toBe('for a business\nOne. Since May 1, 2026.');
  expect(seen(print(letter, change(false, '')))).toBe('for a person\nOne. No day.');
});

test('a table has its headings once, a row an item, and adds up to the amount due', () => {
  const letter = doc(
    rows(
      'charges',
      [
        { name: 'item.description', label: 'For' },
        { name: 'item.open', label: 'Still owed' },
      ],
      { label: 'Amount due', name: 'amount_due' },
    ),
  );
  const page = print(letter, (made) => {
    made.not_tied = { label: 'Payments not tied to a charge', amount: '-$5.00' };
  });
  expect(page.match(/<thead>/g)).toHaveLength(1);
  expect(page).toContain('<td colspan="1">Payments not tied to a charge</td><td class="sum">-$5.00</td>');
  expect(page).toContain('<tr class="total"><td colspan="1">Amount due</td><td class="sum">$505.00</td>');
  const none = print(letter, (made) => {
    made.charges = [];
  });
  expect(none).not.toContain('<table');
});

test('prescribed texts print filled and escaped, in the type the law asks for; what does not apply is left out', () => {
  const page = print(
    doc(
      prescribed('mini-miranda.first'),
      prescribed('not-here'),
      stateTexts,
      modelForm('information'),
      modelForm('response'),
      modelForm('rights'),
    ),
  );
  expect(page.match(/class="typed prescribed"/g)).toHaveLength(1);
  expect(page).toContain('class="prescribed large strong"');
  expect(page).toContain('line &lt;two&gt;');
  expect(page).toContain('<span class="sum">+ $960.00</span>');
  expect(page.match(/class="model-form"/g)).toHaveLength(1);
  expect(page.match(/class="form form-response tear-off"/g)).toHaveLength(1);
  expect(page.match(/class="form form-information"/g)).toHaveLength(1);
  expect(page).not.toContain('form-rights');
});

describe('what is refused', () => {
  const text = { type: 'text', text: 'x' };
  const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
  const broken: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a text', 'doc'],
    ['a paragraph alone', paragraph(text)],
    ['an unknown node', { type: 'image', attrs: { src: 'https://example.com/x.png' } }],
    ['markup', { type: 'html', content: '<b>' }],
    ['an unknown field', paragraph({ type: 'field', attrs: { name: 'constructor' } })],
    ['Liquid for a field', paragraph({ type: 'field', attrs: { name: 'amount_due }}{{ sender' } })],
    ['an item field outside of a list', paragraph({ type: 'field', attrs: { name: 'item.open' } })],
    [
      'a field of another list',
      {
        type: 'each',
        attrs: { list: 'payments' },
        content: [paragraph({ type: 'field', attrs: { name: 'item.open' } })],
      },
    ],
    ['an unknown condition', { type: 'when', attrs: { test: { is: 'true %}' } }, content: [] }],
    [
      'two conditions in one',
      { type: 'when', attrs: { test: { is: 'business', filled: 'amount_due' } }, content: [] },
    ],
    ['an unknown list', { type: 'each', attrs: { list: 'secrets' }, content: [] }],
    [
      'a list in a list',
      {
        type: 'each',
        attrs: { list: 'charges' },
        content: [{ type: 'each', attrs: { list: 'charges' }, content: [] }],
      },
    ],
    ['a table without columns', { type: 'rows', attrs: { list: 'charges', columns: [] } }],
    ['a text id that is none', { type: 'prescribed', attrs: { id: "'] }}" } }],
    ['a link', paragraph({ ...text, marks: [{ type: 'link', attrs: { href: 'x' } }] })],
    ['an attribute too many', { type: 'paragraph', attrs: { style: 'color: red' }, content: [text] }],
    ['a heading of size 4', { type: 'heading', attrs: { level: 4 }, content: [text] }],
    [
      'a table in an item',
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'pageBreak' }] }] },
    ],
    ['no plain data', new Map()],
    ['words that are none', paragraph({ type: 'text', text: { toString: () => 'x' } })],
  ];

  test.each(broken)('%s', (_what, node) => {
    const read = readDoc(
      node === null || typeof node !== 'object' || (node as Bag).type === 'paragraph'
        ? node
        : { type: 'doc', content: [node] },
    );
    expect(read).toMatchObject({ ok: false, error: { code: 'template.doc_broken' } });
    const inside = readDoc({ type: 'doc', content: [paragraph(text), node] });
    if (_what !== 'a paragraph alone') expect(inside.ok).toBe(false);
  });

  test('too much and too deep', () => {
    const long = {
      type: 'doc',
      content: [paragraph({ type: 'text', text: 'x'.repeat(docLimits.characters + 1) })],
    };
    const many = { type: 'doc', content: Array.from({ length: docLimits.nodes + 1 }, () => paragraph()) };
    let deep: unknown = paragraph(text);
    for (let i = 0; i < 50_000; i++)
      deep = { type: 'when', attrs: { test: { is: 'business' } }, content: [deep] };
    for (const value of [long, many, { type: 'doc', content: [deep] }]) expect(readDoc(value).ok).toBe(false);
  });

  test('every part of the model form and a new page are read', () => {
    expect(readDoc(doc(h1`A`, pageBreak, modelForm('optional', 'es'))).ok).toBe(true);
  });
});

test('what a document says can be read without an account', () => {
  const text = docText(
    doc(
      p`Dear ${'debtor.name'},`,
      when(isNot('business'), p`Hello`),
      bullets(t`one`, t`two`),
      passage('closing'),
    ),
  );
  expect(text).toBe(
    'Dear [Name of the debtor],\nUnless the debtor is a business:\n  Hello\n• one\n• two\n(Closing and signature)',
  );
});

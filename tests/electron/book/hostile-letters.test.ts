/**
 * Names, notes and templates nobody should trust. A thousand names print as typed and nothing else; five hundred attempts at the engine run
 * nothing, read nothing and end within a second. All are made here, from a fixed seed; the merged page is read back by a parser.
 */
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { letterTextOf } from '../../../electron/book/services/letter-text.ts';
import { mergeLetter } from '../../../electron/book/services/merge-letter.ts';
import { doc, facts as factsBlock, p, passage, rows } from '../../../shared/templates/document/build.ts';
import { compileDoc } from '../../../shared/templates/document/compile-doc.ts';
import { letterFactsOf } from '../../../shared/templates/letter-facts.ts';
import { plainHead } from '../../../shared/templates/letters/sheet-head.ts';
import { usualSheet } from '../../../shared/templates/letters/sheet-setup.ts';
import { makeLetterData } from '../../builders/letter-data.ts';

/** Deterministic, so that a failure names the same case again. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const bits = [
  '{{ 7*7 }}',
  '{{ sender.name }}',
  '{% raw %}',
  '{% endraw %}',
  '{% if true %}',
  '{% include "x" %}',
  '{%- assign a = 1 -%}',
  '{# note #}',
  '{{{ x }}}',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<style>*{display:none}</style>',
  '</main></body>',
  '<!--',
  ']]>',
  '<svg/onload=1>',
  '&lt;b&gt;',
  '&#123;&#123;',
  '"><a href="x">',
  "' or 1=1 --",
  '\\u003cscript\\u003e',
  '${1+1}',
  '`id`',
  '\\0 \\a \\27',
  'letterhead-image:1',
  'url(file:///etc/passwd)',
  '; } body { color: red',
  '@import url(x)',
  'عبد الرحمن',
  'שלום עולם',
  '李小龍',
  'Привет',
  'नमस्ते',
  'สมชาย',
  'ᏣᎳᎩ',
  '👩‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'Zalgo̷̡̢',
  'a̐éö̲',
  'O’Neil',
  'D’Angelo-Łukasiewicz',
  'İstanbul',
  'ﬁne',
  '％7B％7B',
  'x'.repeat(300),
  '.'.repeat(120),
  '$960.00',
  'January 1, 2027',
] as const;

function hostileNames(count: number): string[] {
  const random = makeRandom(20_261_122);
  const names = new Set<string>(bits);
  while (names.size < count) {
    const parts = Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => bits[Math.floor(random() * bits.length)] ?? '',
    );
    names.add(`${parts.join(random() < 0.5 ? ' ' : '')} ${Math.floor(random() * 10_000)}`);
  }
  return [...names].slice(0, count);
}

/** What a reader sees of a text: runs of blanks as one. */
const seen = (text: string) => text.normalize().replace(/\s+/g, ' ').trim();

type Shape = { readonly tags: string; readonly attributes: string };

/** Elements and attributes of a page in their order: what a name must never change. */
function shapeOf(html: string): Shape {
  const tags: string[] = [];
  const attributes = new Set<string>();
  const parser = new Parser({
    onopentag(name, attribs) {
      tags.push(name);
      for (const [key, value] of Object.entries(attribs)) attributes.add(`${name} ${key}=${value}`);
    },
    onclosetag: (name) => void tags.push(`/${name}`),
    oncomment: () => void tags.push('comment'),
    oncdatastart: () => void tags.push('cdata'),
    onprocessinginstruction: (name) => void tags.push(name),
  });
  parser.end(html);
  return { tags: tags.join(' '), attributes: [...attributes].sort().join('\n') };
}

const body = compileDoc(
  doc(
    passage('subject'),
    factsBlock({ label: 'Name', name: 'debtor.name' }, { label: 'Client', name: 'client.name' }),
    p`Dear ${'recipient.greeting'}: you wrote ${'dispute.what'}, signed ${'sender.signer'}.`,
    passage('how_to_pay'),
    rows('charges', [{ name: 'item.description', label: 'For' }], { label: 'Due', name: 'amount_due' }),
    passage('charges'),
    passage('closing'),
  ),
);

function pageOf(name: string): string {
  const data = makeLetterData({
    debtor: { kind: 'business', name, addressLines: [name.slice(0, 40), '18 Mill Road', 'Dover NH 03820'] },
    account: { number: name.slice(0, 80), clientName: name, originalCreditor: '' },
    sender: { signer: name, howToPay: name },
    charges: [
      {
        kind: 'charge',
        reference: name,
        memo: '',
        effectiveOn: '2025-10-02',
        dueOn: null,
        chargedCents: 100,
        openCents: 100,
      },
    ],
    balanceCents: 100,
    dispute: { receivedOn: '2026-01-01', what: name, cents: null, answers: [] },
  });
  const head = { ...plainHead('Harbor Lane', ['210 Harbor Lane']), footer: name, notices: [name] };
  const merged = mergeLetter(name, body, letterFactsOf(data), { setup: usualSheet, head });
  if (!merged.ok) throw new Error(`${name}: ${JSON.stringify(merged.error)}`);
  return merged.value;
}

describe('a thousand hostile names', () => {
  const names = hostileNames(1000);
  const plain = shapeOf(pageOf('Ann Stone'));

  test('print literally, each where it belongs, and change no element of the page', () => {
    expect(names).toHaveLength(1000);
    for (const name of names) {
      const html = pageOf(name);
      const shape = shapeOf(html);
      expect([name, shape.tags]).toEqual([name, plain.tags]);
      expect([name, shape.attributes]).toEqual([name, plain.attributes]);
      const lines = letterTextOf(html).split('\n').map(seen);
      expect(lines).toContain(seen(`Name\t${name}`));
      expect(lines).toContain(seen(`Dear ${name}: you wrote ${name}, signed ${name}.`));
    }
  });

  test('what turns, hides or joins text unseen is taken out of a name, and only that', () => {
    const name = 'Ann\u202e\u2066\u0000\u200f \u2028Stone';
    expect(letterTextOf(pageOf(name))).toContain('Ann');
    const page = pageOf(name);
    for (const unseen of name.replace(/[A-Za-z ]/g, '')) expect(page.includes(unseen)).toBe(false);
  });
});

/** Things to name, in the many ways a template can try to. */
const targets = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'process',
  'global',
  'globalThis',
  'require',
  'module',
  'Function',
  'eval',
  'Object',
  'this',
  'self',
  'window',
  'import',
  'env',
  'fs',
  'child_process',
  'size.constructor',
  'length',
  'then',
] as const;

function attempts(): string[] {
  const made: string[] = [];
  for (const target of targets) {
    made.push(
      `{{ ${target} }}`,
      `{{ debtor.${target} }}`,
      `{{ debtor['${target}'] }}`,
      `{{ debtor.name.${target} }}`,
      `{{ charges.${target} }}`,
      `{{ charges[0].${target} }}`,
      `{% assign x = '${target}' %}{{ debtor[x] }}`,
      `{% assign x = debtor.${target} %}{{ x }}`,
      `{% for item in debtor.${target} %}{{ item }}{% endfor %}`,
      `{{ debtor.name | ${target.replace(/\W/g, '_')} }}`,
      `{{ '' | append: ${target} }}`,
      `{% render '${target}' %}`,
      `{% render "../../${target}" %}`,
    );
  }
  const files = [
    '/etc/passwd',
    '../../../../etc/passwd',
    'file:///etc/passwd',
    'C:\\Windows\\win.ini',
    '\\\\host\\share',
    '.env',
    'package.json',
    './parts.ts',
    'subject.liquid',
    'http://example.com/x',
  ];
  for (const file of files)
    for (const tag of ['render', 'include', 'layout', 'section', 'extends', 'import', 'liquid'])
      made.push(`{% ${tag} '${file}' %}`, `{% ${tag} ${JSON.stringify(file)}, a: debtor %}`);
  for (const tag of [
    'raw',
    'capture',
    'increment',
    'decrement',
    'tablerow',
    'echo',
    'block',
    'inline_comment',
  ])
    made.push(
      `{% ${tag} x %}{{ 7 }}{% end${tag} %}`,
      `{% ${tag} %}`,
      `{%- ${tag} a in (1..9) -%}x{%- end${tag} -%}`,
    );
  for (const filter of [
    'raw',
    'escape',
    'json',
    'inspect',
    'date',
    'where_exp',
    'map',
    'sort',
    'group_by_exp',
    'find_exp',
    'url_decode',
    'base64_decode',
    'strip_html',
    'newline_to_br',
    'replace',
    'slice',
    'split',
    'push',
    'times',
    'xml_escape',
    'money',
    'to_integer',
    'safe',
    'html_safe',
    'escape_once',
  ])
    made.push(`{{ debtor.name | ${filter} }}`, `{{ '<script>' | ${filter}: 'x' }}`);
  const nested = (count: number, open: string, inner: string, close: string) =>
    `${open.repeat(count)}${inner}${close.repeat(count)}`;
  made.push(
    '{% for a in (1..100000000) %}x{% endfor %}',
    '{% for a in (1..1000000) %}{% for b in (1..1000000) %}x{% endfor %}{% endfor %}',
    nested(6, '{% for a in (1..5000) %}', 'x', '{% endfor %}'),
    '{% for a in (1..20000) %}{% for b in (1..20000) %}{% assign c = a %}{% endfor %}{% endfor %}',
    `{% assign x = 'xxxxxxxxxxxxxxxx' %}${'{% assign x = x | append: x %}'.repeat(40)}{{ x }}`,
    `{% assign x = 'ab' %}${'{% assign x = x | prepend: x | append: x %}'.repeat(30)}{{ x | upcase }}`,
    '{% for a in (1..9000) %}{{ charges | join: "xxxxxxxxxxxxxxxxxxxxxxxxxxxx" }}{% endfor %}',
    nested(20_000, '{% if true %}', 'x', '{% endif %}'),
    nested(5_000, '{% if true %}', 'x', '{% endif %}'),
    nested(60_000, '{', '', '}'),
    nested(50_000, '(', '', ')'),
    `{{ ${'a.'.repeat(50_000)}b }}`,
    `{{ ${'['.repeat(30_000)} }}`,
    `{{ '${'\\'.repeat(100_000)}' }}`,
    `{% if ${'true and '.repeat(15_000)}true %}x{% endif %}`,
    `{% case 1 %}${'{% when 2 %}x'.repeat(12_000)}{% endcase %}`,
    `{{ debtor.name ${'| append: "x" '.repeat(12_000)} }}`,
    `{%${' '.repeat(190_000)}%}`,
    `{{${'\t'.repeat(190_000)}}}`,
    `{% comment %}${'{% comment %}'.repeat(10_000)}`,
    `{% # ${'x'.repeat(190_000)} %}`,
    'x'.repeat(5_000_000),
    '{{',
    '{%',
    '}}',
    '%}',
    '{% if %}',
    '{% for %}{% endfor %}',
    '{% endfor %}',
    '{{ | }}',
    '{{ .. }}',
    '{{ debtor. }}',
    '{{ debtor[ }}',
    "{{ 'abc }}",
    '{% render subject %}',
    '{% render %}',
    "{% render 'subject' with debtor as account %}",
    "{% render 'charges' for charges as charge %}",
    "{% render 'pay', sender: sender.__proto__ %}",
    "{% assign sender = 'evil' %}{{ sender }}",
    "{% assign is = 'x' %}{{ is.consumer }}",
    '{% cycle a, b, c %}',
    "{% cycle 'x': '<script>', '</script>' %}",
    '{{ "{{ 7 }}" }}',
    "{{ '{% if %}' }}",
    '{{ 7 | default: debtor.constructor }}',
    '{{ debtor | first }}',
    '{{ is | size }}',
    '{{ texts | last }}',
    '{{ texts["__proto__"] }}',
    "{{ form.en['constructor'] }}",
    '{{ state_texts.map }}',
    '{{ charges.push }}',
    '{{ charges.at }}',
    '{{ charges.filter.constructor }}',
    '{{ title }}{{ title.constructor }}',
  );
  return [...new Set(made)];
}

describe('five hundred attempts at the engine', () => {
  const facts = letterFactsOf(
    makeLetterData({ debtor: { name: 'SECRET-OF-NOBODY', addressLines: ['SECRET-OF-NOBODY'] } }),
  );
  /** What a template may print of itself is what it was given; anything of the machine is not. */
  const leaks =
    /root:|\[native code\]|function ?\(|=>|class \w+|node:|\/home\/|\/usr\/|process\.|NODE_|<script>alert/;

  test('none runs, none reads, none takes a second', () => {
    const all = attempts();
    expect(all.length).toBeGreaterThanOrEqual(500);
    let slowest = 0;
    for (const attempt of all) {
      const startedAt = performance.now();
      const merged = mergeLetter('Letter', attempt, facts);
      const took = performance.now() - startedAt;
      slowest = Math.max(slowest, took);
      const short = attempt.slice(0, 80);
      expect([short, took < 1000]).toEqual([short, true]);
      if (!merged.ok) {
        expect(merged.error.code).toBe('letter.template_broken');
        expect(String(merged.error.params.reason)).not.toMatch(/root:|SECRET-OF-NOBODY/);
        continue;
      }
      const main = merged.value.slice(merged.value.indexOf('<main'), merged.value.lastIndexOf('</main>'));
      expect([short, leaks.test(main)]).toEqual([short, false]);
      expect([short, main.includes('<script')]).toEqual([short, false]);
    }
    expect(slowest).toBeLessThan(1000);
  });

  test('and afterwards the engine makes letters as before', () => {
    const page = pageOf('Ann Stone');
    expect(letterTextOf(page)).toContain('Dear Ann Stone: you wrote Ann Stone');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

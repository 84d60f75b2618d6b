/** A finished page as the plain text a check reads. */
import { expect, test } from 'vitest';
import { letterTextOf } from '../../../electron/book/services/letter-text.ts';

const page = (main: string) =>
  `<!doctype html><html><head><title>T</title><style>p { color: red }</style></head><body>
<div class="head"><address class="to"><span>Ann</span></address><div class="date">March 1, 2026</div></div>
<main class="text">${main}</main></body></html>`;

test('lines follow paragraphs, headings, list items, rows and breaks; the sheet is left out', () => {
  const text = letterTextOf(
    page(
      '<h1>Notice</h1>\n<p>Dear <bdi>Ann</bdi>,\n you owe <strong>$1.00</strong>.<br>Pay.</p><ul><li>One</li><li>Two</li></ul>',
    ),
  );
  expect(text).toBe('Notice\nDear Ann, you owe $1.00.\nPay.\nOne\nTwo');
});

test('cells of a row are parted by a tab, empty ones too', () => {
  expect(letterTextOf(page('<table><tr><th>Amount due</th><td></td><td>$5.00</td></tr></table>'))).toBe(
    'Amount due\t\t$5.00',
  );
});

test('what was typed reads back as typed, signs of markup and lines of a typed passage among them', () => {
  expect(
    letterTextOf(page('<p>&lt;script&gt;{{ 7*7 }} &amp;amp; &#39;</p><p class="typed">a\nb  c</p>')),
  ).toBe("<script>{{ 7*7 }} &amp; '\na\nb c");
});

test('nothing hidden is read, and a page without a main part is read whole', () => {
  expect(letterTextOf(page('<p hidden>no</p><style>x</style><p>yes</p>'))).toBe('yes');
  expect(letterTextOf('<body><p>a</p>b</body>')).toBe('a\nb');
});

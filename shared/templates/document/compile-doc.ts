/**
 * Makes the Liquid body of a letter from its document. Nothing a person typed can become a template or markup: in literal text the
 * characters both are made of (`{ } % < > & " '`) become character references, so the engine never sees one and the page shows them
 * as typed. Names come from closed lists (`readDoc`), and a value is escaped by the engine when it is merged.
 *
 * What the facts carry for it besides the fields: `is.<condition>`, the lists, `texts['<id>']` and `state_texts` (already filled),
 * `form.<language>.<part>` (`../form-facts.ts`).
 */
import { type FieldName, type FieldShape, type ItemFieldName, letterFields } from '../fields.ts';
import type {
  Align,
  BlockNode,
  DocTest,
  FactsBlock,
  InlineNode,
  LetterDoc,
  MarkName,
  PassageName,
  RowsBlock,
} from './letter-doc.ts';

const shapes: ReadonlyMap<string, FieldShape> = new Map(letterFields.map(({ name, shape }) => [name, shape]));

/** Columns of sums stand right, digit under digit. */
const sumColumns: ReadonlySet<ItemFieldName> = new Set<ItemFieldName>([
  'item.charged',
  'item.paid',
  'item.open',
  'item.running',
  'item.balance',
  'item.amount',
]);
/** Columns whose words need room; the others are as wide as what is in them. */
const wideColumns: ReadonlySet<ItemFieldName> = new Set<ItemFieldName>([
  'item.description',
  'item.creditor',
  'item.original_creditor',
  'item.debtor',
]);

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
  '%': '&#37;',
};

/** Words as typed, for a place in the page where nothing may be anything but words. */
export function literal(text: string): string {
  return text.replace(/[&<>"'{}%]/g, (character) => references[character] ?? character);
}

/** Liquid, for a document that `readDoc` has read. */
export function compileDoc(doc: LetterDoc): string {
  return blocks(doc.content);
}

/**
 * What has to stay on one page stands in an element of its own: the parts of the model form that follow each other, and a closing with
 * what comes right before and after it, so that no signature stands alone on a sheet.
 */
function blocks(nodes: readonly BlockNode[]): string {
  const closingAt = nodes.findIndex(isClosing);
  const [keepFrom, keepTo] = closingAt < 0 ? [-1, -1] : keptWith(nodes, closingAt);
  let html = '';
  for (const [index, node] of nodes.entries()) {
    const inForm = node.type === 'modelForm';
    if (index === keepFrom) html += '<div class="kept">';
    if (inForm && nodes[index - 1]?.type !== 'modelForm') html += '<div class="model-form">';
    html += block(node);
    if (inForm && nodes[index + 1]?.type !== 'modelForm') html += '</div>\n';
    if (index === keepTo) html += '</div>\n';
  }
  return html;
}

function isClosing(node: BlockNode): boolean {
  return node.type === 'passage' && (node.attrs.name === 'closing' || node.attrs.name === 'signatures');
}

/** From the last words before the closing, which a condition may leave out, to the disclosure after it. */
function keptWith(nodes: readonly BlockNode[], closingAt: number): readonly [number, number] {
  let from = closingAt;
  while (from > 0 && closingAt - from < 3) {
    const before = nodes[from - 1];
    if (before === undefined || !isShort(before)) break;
    from -= 1;
    if (before.type !== 'when') break;
  }
  const after = nodes[closingAt + 1];
  return [from, after !== undefined && isDisclosure(after) ? closingAt + 1 : closingAt];
}

function isShort(node: BlockNode): boolean {
  if (node.type === 'when') return node.content.every(isShort);
  return node.type === 'paragraph' || (node.type === 'passage' && node.attrs.name === 'reach');
}

function isDisclosure(node: BlockNode): boolean {
  return node.type === 'prescribed' || (node.type === 'when' && node.content.every(isDisclosure));
}

function block(node: BlockNode): string {
  switch (node.type) {
    case 'heading': {
      const tag = node.attrs.level === 1 ? 'h1' : 'h2';
      return `<${tag}${alignment(node.attrs.textAlign)}>${inline(node.content)}</${tag}>\n`;
    }
    case 'paragraph':
      // An empty line is there to leave room; an element without a line box would have no height.
      return `<p${alignment(node.attrs?.textAlign)}>${inline(node.content) || '<br>'}</p>\n`;
    case 'bulletList':
    case 'orderedList': {
      const tag = node.type === 'bulletList' ? 'ul' : 'ol';
      const items = node.content.map((item) => `<li>${blocks(item.content)}</li>`).join('\n');
      return `<${tag}>${items}</${tag}>\n`;
    }
    case 'when':
      return when(node.attrs.test, blocks(node.content));
    case 'each':
      return `{% for item in ${node.attrs.list} %}${blocks(node.content)}{% endfor %}`;
    case 'rows':
      return rows(node.attrs);
    case 'facts':
      return facts(node.attrs);
    case 'passage':
      return passages[node.attrs.name];
    case 'prescribed': {
      const text = `texts['${node.attrs.id}']`;
      return `{% if ${text} != blank %}<p class="typed prescribed">{{ ${text} }}</p>\n{% endif %}`;
    }
    case 'stateTexts':
      return "{% render 'state-texts', state_texts: state_texts %}";
    case 'modelForm': {
      const { part, language } = node.attrs;
      return part === 'response'
        ? `{% render 'form-response', lines: form.${language}.response %}`
        : `{% render 'form-part', part: '${part}', lines: form.${language}.${part} %}`;
    }
    case 'pageBreak':
      return '<div class="page-break"></div>\n';
  }
}

function alignment(align: Align | undefined): string {
  return align === undefined || align === 'left' ? '' : ` class="${align}"`;
}

function inline(nodes: readonly InlineNode[] | undefined): string {
  return (nodes ?? []).map(piece).join('');
}

function piece(node: InlineNode): string {
  switch (node.type) {
    case 'text':
      return marked(literal(node.text), node.marks);
    case 'field':
      return marked(field(node.attrs.name), node.marks);
    case 'hardBreak':
      return '<br>';
    case 'whenInline':
      return when(node.attrs.test, inline(node.content));
  }
}

const tags: Readonly<Record<MarkName, string>> = { bold: 'strong', italic: 'em', underline: 'u' };

function marked(html: string, marks: readonly { readonly type: MarkName }[] = []): string {
  return marks.reduce((inner, { type }) => `<${tags[type]}>${inner}</${tags[type]}>`, html);
}

/** Sums and days are ours; what people typed may run in another direction and is kept from turning what stands around it. */
function field(name: FieldName | ItemFieldName): string {
  const shape = shapes.get(name);
  if (shape === 'lines') return `<span class="typed">{{ ${name} }}</span>`;
  return shape === 'money' || shape === 'day' || shape === 'number'
    ? `{{ ${name} }}`
    : `<bdi>{{ ${name} }}</bdi>`;
}

function when(test: DocTest, html: string): string {
  const tag = test.not ? 'unless' : 'if';
  const asked = 'is' in test ? `is.${test.is}` : `${test.filled} != blank`;
  return `{% ${tag} ${asked} %}${html}{% end${tag} %}`;
}

/**
 * A table of a list, left out whole when the list is empty. Where the last line is the amount due of an account, the sum that no
 * charge explains has a line of its own, so that what stands above adds up to it.
 */
function rows({ list, columns, total }: RowsBlock['attrs']): string {
  const sums = (name: ItemFieldName) => (sumColumns.has(name) ? ' class="sum"' : '');
  const width = columns.map(({ name }) => (wideColumns.has(name) ? '<col class="wide">' : '<col>')).join('');
  const head = columns
    .map(({ name, label }) => `<th scope="col"${sums(name)}>${literal(label)}</th>`)
    .join('');
  const cells = columns.map(({ name }) => `<td${sums(name)}>${field(name)}</td>`).join('');
  const last = (label: string, sum: string, kind: string) =>
    columns.length === 1
      ? `<tr${kind}><td>${label} ${sum}</td></tr>\n`
      : `<tr${kind}><td colspan="${columns.length - 1}">${label}</td><td class="sum">${sum}</td></tr>\n`;
  const notTied =
    total?.name === 'amount_due' && list === 'charges'
      ? `{% if not_tied %}${last('{{ not_tied.label }}', '{{ not_tied.amount }}', '')}{% endif %}`
      : '';
  const end = total ? `${notTied}${last(literal(total.label), field(total.name), ' class="total"')}` : '';
  return `{% if ${list}.size > 0 %}<table class="rows{% if ${list}.size <= 8 %} whole{% endif %}"><colgroup>${width}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
{% for item in ${list} %}<tr>${cells}</tr>
{% endfor %}${end}</tbody>
</table>
{% endif %}`;
}

function facts({ rows: lines }: FactsBlock['attrs']): string {
  const body = lines
    .map(({ label, name, ifFilled, strong }) => {
      const line = `<tr${strong ? ' class="due"' : ''}><th scope="row">${literal(label)}</th><td>${field(name)}</td></tr>\n`;
      return ifFilled ? when({ filled: name }, line) : line;
    })
    .join('');
  return `<table class="subject">\n${body}</table>\n`;
}

const passages: Readonly<Record<PassageName, string>> = {
  subject: "{% render 'subject', account: account, amount_due: amount_due %}",
  how_to_pay: "{% render 'pay', sender: sender %}",
  reach: "<p>{% render 'reach', sender: sender %}</p>\n",
  closing: "{% render 'closing', sender: sender %}",
  charges: "{% render 'charges', charges: charges, not_tied: not_tied, amount_due: amount_due %}",
  coupons:
    "{% render 'coupons', instalments: instalments, sender: sender, debtor: debtor, account: account %}",
  payment_slip:
    "{% render 'payment-slip', sender: sender, debtor: debtor, account: account, amount_due: amount_due %}",
  signatures: "{% render 'signatures', sender: sender, debtor: debtor %}",
};

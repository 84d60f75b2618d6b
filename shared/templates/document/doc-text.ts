/** A document as plain words, line by line: for reading, comparing two versions, and looking for words in it. */
import {
  type FactCondition,
  type FieldName,
  factConditions,
  type ItemFieldName,
  letterFields,
  letterLists,
} from '../fields.ts';
import type { BlockNode, DocTest, InlineNode, LetterDoc, PassageName } from './letter-doc.ts';

const labels: ReadonlyMap<string, string> = new Map<string, string>([
  ...letterFields.map(({ name, label }): [string, string] => [name, label]),
  ...letterLists.flatMap(({ fields }) => fields.map(({ name, label }): [string, string] => [name, label])),
]);
const conditions: ReadonlyMap<string, string> = new Map(factConditions);
const listLabels: ReadonlyMap<string, string> = new Map(letterLists.map(({ name, label }) => [name, label]));

/** What a field is called on screen. */
export function fieldLabel(name: FieldName | ItemFieldName): string {
  return labels.get(name) ?? name;
}

/** Where “Unless” would say a thing twice over. */
const denied: Readonly<Partial<Record<FactCondition, string>>> = {
  first_writing: 'Only if something was written to the debtor about this debt before',
};

/** “Only if the debtor is a business”, “Unless there is a judgment”. */
export function testWords(test: DocTest): string {
  const start = test.not ? 'Unless' : 'Only if';
  if (!('is' in test)) return `${start} “${fieldLabel(test.filled)}” is filled in`;
  return (test.not ? denied[test.is] : undefined) ?? `${start} ${conditions.get(test.is) ?? test.is}`;
}

export const passageLabels: Readonly<Record<PassageName, string>> = {
  subject: 'What the letter is about',
  how_to_pay: 'How to pay',
  reach: 'How to reach your office',
  closing: 'Closing and signature',
  charges: 'Open charges, itemized',
  coupons: 'Payment coupons',
  payment_slip: 'Payment slip to tear off',
  signatures: 'Lines to sign on',
};

/** How a field reads; by default its name in brackets. */
export type FieldWords = (name: FieldName | ItemFieldName) => string;
const bracketed: FieldWords = (name) => `[${fieldLabel(name)}]`;

/** One line a paragraph; what stands under a condition follows a line that says so. */
export function docText(doc: LetterDoc, fieldWords: FieldWords = bracketed): string {
  return doc.content.flatMap((node) => blockLines(node, fieldWords)).join('\n');
}

function blockLines(node: BlockNode, words: FieldWords): string[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return inlineText(node.content ?? [], words).split('\n');
    case 'bulletList':
      return node.content.flatMap((item) => marked('• ', item.content, words));
    case 'orderedList':
      return node.content.flatMap((item, index) => marked(`${index + 1}. `, item.content, words));
    case 'when':
      return [`${testWords(node.attrs.test)}:`, ...indented(node.content, words)];
    case 'each':
      return [`For each of “${listLabels.get(node.attrs.list) ?? ''}”:`, ...indented(node.content, words)];
    case 'rows': {
      const { list, columns, total } = node.attrs;
      return [
        `Table of “${listLabels.get(list) ?? ''}”: ${columns.map(({ label, name }) => `${label} ${words(name)}`).join(' | ')}`,
        ...(total ? [`${total.label}: ${words(total.name)}`] : []),
      ];
    }
    case 'facts':
      return node.attrs.rows.map(({ label, name }) => `${label}: ${words(name)}`);
    case 'passage':
      return [`(${passageLabels[node.attrs.name]})`];
    case 'prescribed':
      return [`(Prescribed text: ${node.attrs.id})`];
    case 'stateTexts':
      return ['(Statements the debtor’s state asks for)'];
    case 'modelForm':
      return [`(Model form B-1: ${node.attrs.part}${node.attrs.language === 'es' ? ', Spanish' : ''})`];
    case 'pageBreak':
      return ['(New page)'];
  }
}

function indented(nodes: readonly BlockNode[], words: FieldWords): string[] {
  return nodes.flatMap((node) => blockLines(node, words)).map((line) => `  ${line}`);
}

function marked(mark: string, nodes: readonly BlockNode[], words: FieldWords): string[] {
  return nodes
    .flatMap((node) => blockLines(node, words))
    .map((line, index) => (index === 0 ? `${mark}${line}` : `  ${line}`));
}

function inlineText(nodes: readonly InlineNode[], words: FieldWords): string {
  return nodes.map((node) => pieceText(node, words)).join('');
}

function pieceText(node: InlineNode, words: FieldWords): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'field':
      return words(node.attrs.name);
    case 'hardBreak':
      return '\n';
    case 'whenInline':
      return `{${testWords(node.attrs.test)}: ${inlineText(node.content, words)}}`;
  }
}

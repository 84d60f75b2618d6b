/**
 * What an account must have for a document to be filled: the needs of every field it prints, but for those that stand only where
 * they are filled. A letter that names a plan to an account without one would print a hole.
 */
import { type LetterNeed, type ListName, letterFields } from '../fields.ts';
import type { BlockNode, DocTest, InlineNode, LetterDoc } from './letter-doc.ts';

const needOfField: ReadonlyMap<string, LetterNeed | null> = new Map(
  letterFields.map(({ name, need }) => [name, need]),
);

export function docNeeds(doc: LetterDoc): ReadonlySet<LetterNeed> {
  const needs = new Set<LetterNeed>();
  const add = (name: string, met: ReadonlySet<LetterNeed>) => {
    const need = needOfField.get(name) ?? null;
    if (need !== null && !met.has(need)) needs.add(need);
  };
  const inline = (nodes: readonly InlineNode[] | undefined, met: ReadonlySet<LetterNeed>) => {
    for (const node of nodes ?? []) {
      if (node.type === 'field') add(node.attrs.name, met);
      else if (node.type === 'whenInline') inline(node.content, within(node.attrs.test, met));
    }
  };
  const blocks = (nodes: readonly BlockNode[], met: ReadonlySet<LetterNeed>): void => {
    for (const node of nodes) {
      switch (node.type) {
        case 'heading':
        case 'paragraph':
          inline(node.content, met);
          break;
        case 'bulletList':
        case 'orderedList':
          for (const item of node.content) blocks(item.content, met);
          break;
        case 'when':
          blocks(node.content, within(node.attrs.test, met));
          break;
        case 'each':
          blocks(node.content, withList(node.attrs.list, met));
          break;
        case 'rows':
          if (node.attrs.total) add(node.attrs.total.name, withList(node.attrs.list, met));
          break;
        case 'facts':
          for (const row of node.attrs.rows) if (!row.ifFilled) add(row.name, met);
          break;
        case 'modelForm':
          if (!met.has('validation')) needs.add('validation');
          break;
        case 'passage':
          if (node.attrs.name === 'coupons' && !met.has('plan')) needs.add('plan');
          break;
        case 'prescribed':
        case 'stateTexts':
        case 'pageBreak':
          break;
      }
    }
  };
  blocks(doc.content, new Set());
  return needs;
}

const needOfCondition: Readonly<Partial<Record<string, LetterNeed>>> = {
  judgment: 'judgment',
  has_plan: 'plan',
  disputed: 'dispute',
  in_validation: 'validation',
};

/** Where a test holds, what it asks for is there. */
function within(test: DocTest, met: ReadonlySet<LetterNeed>): ReadonlySet<LetterNeed> {
  if (test.not) return met;
  const need = 'is' in test ? needOfCondition[test.is] : needOfField.get(test.filled);
  return need ? new Set([...met, need]) : met;
}

const needOfList: Readonly<Partial<Record<ListName, LetterNeed>>> = {
  instalments: 'plan',
  disputes: 'dispute',
  placed: 'placement',
};

/** Nothing of an empty list is printed, its last line neither. */
function withList(list: ListName, met: ReadonlySet<LetterNeed>): ReadonlySet<LetterNeed> {
  const need = needOfList[list];
  return need ? new Set([...met, need]) : met;
}

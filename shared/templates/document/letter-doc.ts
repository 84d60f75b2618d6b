/**
 * A letter as a document: what the editor edits, what is stored, and what its Liquid body and its Word file are made from. The
 * shape is that of the editor's own JSON (`type`, `attrs`, `content`), closed: a node, mark or attribute that is not here does
 * not exist, and a document that holds one is refused (`readDoc`). Text is literal, whatever it looks like.
 */
import type { FactCondition, FieldName, ItemFieldName, ListName } from '../fields.ts';

export type MarkName = 'bold' | 'italic' | 'underline';
export type Marks = readonly { readonly type: MarkName }[];

/** What a condition asks: a yes or no of the facts, or whether a field has anything in it. */
export type DocTest =
  | { readonly is: FactCondition; readonly not?: boolean }
  | { readonly filled: FieldName; readonly not?: boolean };

export type TextNode = { readonly type: 'text'; readonly text: string; readonly marks?: Marks };
/** A merge field, one piece in the text. In a row or a block of a list also a field of its item. */
export type FieldNode = {
  readonly type: 'field';
  readonly attrs: { readonly name: FieldName | ItemFieldName };
  readonly marks?: Marks;
};
export type BreakNode = { readonly type: 'hardBreak' };
/** Words that stand only when the test holds. */
export type InlineWhen = {
  readonly type: 'whenInline';
  readonly attrs: { readonly test: DocTest };
  readonly content: readonly InlineNode[];
};
export type InlineNode = TextNode | FieldNode | BreakNode | InlineWhen;

export type Align = 'left' | 'center' | 'right';
export type Heading = {
  readonly type: 'heading';
  readonly attrs: { readonly level: 1 | 2; readonly textAlign?: Align };
  readonly content?: readonly InlineNode[];
};
export type Paragraph = {
  readonly type: 'paragraph';
  readonly attrs?: { readonly textAlign?: Align };
  readonly content?: readonly InlineNode[];
};
export type ListItem = { readonly type: 'listItem'; readonly content: readonly BlockNode[] };
export type BulletList = { readonly type: 'bulletList'; readonly content: readonly ListItem[] };
export type OrderedList = { readonly type: 'orderedList'; readonly content: readonly ListItem[] };
/** Blocks that stand only when the test holds. */
export type WhenBlock = {
  readonly type: 'when';
  readonly attrs: { readonly test: DocTest };
  readonly content: readonly BlockNode[];
};
/** Blocks repeated for each item of a list; inside, the item's fields may be named. */
export type EachBlock = {
  readonly type: 'each';
  readonly attrs: { readonly list: ListName };
  readonly content: readonly BlockNode[];
};
/** A table of a list: a row an item, its headings repeated on every page, a last line with a sum. */
export type RowsBlock = {
  readonly type: 'rows';
  readonly attrs: {
    readonly list: ListName;
    readonly columns: readonly { readonly name: ItemFieldName; readonly label: string }[];
    /** A field with the sum that stands below the last column, and its words; left out for no last line. */
    readonly total?: { readonly label: string; readonly name: FieldName };
  };
};
/** Two columns of words and figures, without ruling: what a letter is about, or how a sum is made up. */
export type FactsBlock = {
  readonly type: 'facts';
  readonly attrs: {
    readonly rows: readonly {
      readonly label: string;
      readonly name: FieldName;
      /** Left out where the field is empty. */
      readonly ifFilled?: boolean;
      readonly strong?: boolean;
    }[];
  };
};
/** A passage of Duebook's own, the same in every letter: how to pay, how to reach the office, the closing with its signature. */
export const passageNames = [
  'subject',
  'how_to_pay',
  'reach',
  'closing',
  'charges',
  'coupons',
  'payment_slip',
  'signatures',
] as const;
export type PassageName = (typeof passageNames)[number];
export type PassageBlock = { readonly type: 'passage'; readonly attrs: { readonly name: PassageName } };
/** A statement the law prescribes, word for word, by its id in shared/rules; nobody edits it here. */
export type PrescribedBlock = { readonly type: 'prescribed'; readonly attrs: { readonly id: string } };
/** Every statement the law of the debtor's state asks for in this letter, or none. */
export type StateTextsBlock = { readonly type: 'stateTexts' };
/** Model form B-1 from its lead to the tear-off part, or one part of it. */
export const formParts = ['lead', 'information', 'dispute', 'rights', 'optional', 'response'] as const;
export type ModelFormBlock = {
  readonly type: 'modelForm';
  readonly attrs: { readonly part: (typeof formParts)[number]; readonly language: 'en' | 'es' };
};
export type PageBreak = { readonly type: 'pageBreak' };

export type BlockNode =
  | Heading
  | Paragraph
  | BulletList
  | OrderedList
  | WhenBlock
  | EachBlock
  | RowsBlock
  | FactsBlock
  | PassageBlock
  | PrescribedBlock
  | StateTextsBlock
  | ModelFormBlock
  | PageBreak;

export type LetterDoc = { readonly type: 'doc'; readonly content: readonly BlockNode[] };

/**
 * What is wrong with a letter before any account is looked at: it says nothing, it names what only some accounts have without
 * asking for it, it asks for money and does not say so. A letter with a `stop` can be kept as a draft and is never sent.
 */
import { holdsCardData } from '../../domain/card-number.ts';
import {
  type FieldName,
  type ItemFieldName,
  type LetterNeed,
  type ListName,
  letterFields,
} from '../fields.ts';
import type { LetterAbout } from '../letter-about.ts';
import { letterNeedWords } from '../letter-words.ts';
import { docText, fieldLabel } from './doc-text.ts';
import type { BlockNode, DocTest, InlineNode, LetterDoc } from './letter-doc.ts';

export type DocProblem = {
  /** Stable, in capitals. */
  readonly code: string;
  readonly severity: 'stop' | 'look';
  /** What is wrong and what to do about it. */
  readonly text: string;
};

const needOf: ReadonlyMap<string, LetterNeed> = new Map(
  letterFields.flatMap(({ name, need }) => (need === null ? [] : [[name, need] as const])),
);
const needOfList: Readonly<Partial<Record<ListName, LetterNeed>>> = {
  instalments: 'plan',
  disputes: 'dispute',
  placed: 'placement',
};

type Found = {
  /** Fields that print whatever the account has: under no condition. */
  readonly bare: Set<FieldName | ItemFieldName>;
  readonly all: Set<string>;
  readonly needs: Map<LetterNeed, string>;
  readonly prescribed: Set<string>;
  words: boolean;
  closing: boolean;
};

/** `prescribed` are the ids of the texts the law prescribes. */
export function checkDoc(
  doc: LetterDoc,
  about: LetterAbout,
  { prescribed }: { readonly prescribed: ReadonlySet<string> },
): readonly DocProblem[] {
  const found: Found = {
    bare: new Set(),
    all: new Set(),
    needs: new Map(),
    prescribed: new Set(),
    words: false,
    closing: false,
  };
  for (const node of doc.content) lookAt(node, false, found);
  const problems: DocProblem[] = [];
  const stop = (code: string, text: string) => problems.push({ code, severity: 'stop', text });
  const look = (code: string, text: string) => problems.push({ code, severity: 'look', text });

  if (!found.words) stop('EMPTY', 'The letter says nothing yet. Write its text.');
  if (holdsCardData(docText(doc))) {
    stop('CARD_NUMBER', 'The text holds the number of a card. Take it out; it may never stand in a letter.');
  }
  const missing = new Map(found.needs);
  for (const name of found.bare) {
    const need = needOf.get(name);
    if (need !== undefined && !missing.has(need)) missing.set(need, `“${fieldLabel(name)}”`);
  }
  for (const [need, what] of missing) {
    if (about.needs.includes(need)) continue;
    stop(
      'NEED_NOT_ASKED',
      `The letter names ${what}, which stays empty unless the account has ${letterNeedWords[need]}. Say under “For whom” that it must have that, or put these words under a condition.`,
    );
  }
  for (const id of found.prescribed) {
    if (!prescribed.has(id)) {
      stop(
        'TEXT_UNKNOWN',
        `The prescribed text “${id}” is not one Duebook knows. Take it out and choose it again.`,
      );
    }
  }
  const pays = [...found.all].some(
    (name) => name.startsWith('pay_by.') || name === 'passage:how_to_pay' || name === 'passage:payment_slip',
  );
  if (pays && !about.asksForMoney) {
    look(
      'ASKS_FOR_MONEY',
      'The letter says how or by when to pay, and under “For whom” it says that it asks for no money. The rules are asked other questions for a letter that asks for money.',
    );
  }
  if (found.words && !found.closing) {
    look(
      'NO_CLOSING',
      'Nothing signs the letter. Put the closing and signature at its end, or write your own.',
    );
  }
  if (about.review !== '') {
    look('REVIEW', `Have the text read before it goes out: ${about.review}`);
  }
  return problems;
}

function lookAt(node: BlockNode, conditional: boolean, found: Found): void {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      lookAlong(node.content ?? [], conditional, found);
      return;
    case 'bulletList':
    case 'orderedList':
      for (const item of node.content) for (const one of item.content) lookAt(one, conditional, found);
      return;
    case 'when':
      noteTest(node.attrs.test, found);
      for (const one of node.content) lookAt(one, true, found);
      return;
    case 'each':
      noteList(node.attrs.list, found);
      for (const one of node.content) lookAt(one, conditional, found);
      return;
    case 'rows':
      found.words = true;
      noteList(node.attrs.list, found);
      if (node.attrs.total) noteField(node.attrs.total.name, conditional, found);
      return;
    case 'facts':
      found.words = true;
      for (const { name, ifFilled } of node.attrs.rows)
        noteField(name, conditional || ifFilled === true, found);
      return;
    case 'passage': {
      const { name } = node.attrs;
      found.words = true;
      found.all.add(`passage:${name}`);
      if (name === 'closing' || name === 'signatures') found.closing = true;
      if (name === 'coupons' && !conditional) noteNeed('plan', 'payment coupons', found);
      return;
    }
    case 'prescribed':
      found.words = true;
      found.prescribed.add(node.attrs.id);
      return;
    case 'modelForm':
      found.words = true;
      found.closing = true;
      if (!conditional) noteNeed('validation', 'the validation notice', found);
      return;
    case 'stateTexts':
    case 'pageBreak':
      return;
  }
}

function lookAlong(nodes: readonly InlineNode[], conditional: boolean, found: Found): void {
  for (const node of nodes) {
    if (node.type === 'text') found.words ||= node.text.trim() !== '';
    if (
      node.type === 'text' &&
      /^(sincerely|respectfully|thank you|atentamente)[,.]?$/i.test(node.text.trim())
    ) {
      found.closing = true;
    }
    if (node.type === 'field') noteField(node.attrs.name, conditional, found);
    if (node.type === 'whenInline') {
      noteTest(node.attrs.test, found);
      lookAlong(node.content, true, found);
    }
  }
}

function noteField(name: FieldName | ItemFieldName, conditional: boolean, found: Found): void {
  found.words = true;
  found.all.add(name);
  if (name === 'sender.signer' || name === 'sender.name') found.closing = true;
  if (!conditional) found.bare.add(name);
}

function noteTest(test: DocTest, found: Found): void {
  if ('filled' in test) found.all.add(test.filled);
}

/** A list that is empty prints nothing, so only the lists a letter would be about ask for something. */
function noteList(list: ListName, found: Found): void {
  found.words = true;
  const need = needOfList[list];
  if (need !== undefined) noteNeed(need, 'a list', found);
}

function noteNeed(need: LetterNeed, what: string, found: Found): void {
  if (!found.needs.has(need)) found.needs.set(need, what);
}

/**
 * What is wrong with a letter before any account is looked at: it says nothing, it names what only some accounts have without
 * asking for it, it asks for money and does not say so. A letter with a `stop` can be kept as a draft and is never sent.
 */
import { holdsCardData } from '../../domain/card-number.ts';
import type { LetterNeed } from '../fields.ts';
import type { LetterAbout } from '../letter-about.ts';
import { letterNeedWords } from '../letter-words.ts';
import { docNeeds } from './doc-needs.ts';
import { docText } from './doc-text.ts';
import type { BlockNode, InlineNode, LetterDoc } from './letter-doc.ts';

export type DocProblem = {
  /** Stable, in capitals. */
  readonly code: string;
  readonly severity: 'stop' | 'look';
  /** What is wrong and what to do about it. */
  readonly text: string;
  /** Of `NEED_NOT_ASKED`: what the account would have to have. */
  readonly need?: LetterNeed;
};

type Found = {
  /** Fields and passages that print, by name. */
  readonly names: Set<string>;
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
  const found: Found = { names: new Set(), prescribed: new Set(), words: false, closing: false };
  for (const node of doc.content) lookAt(node, found);
  const problems: DocProblem[] = [];
  const stop = (code: string, text: string) => problems.push({ code, severity: 'stop', text });
  const look = (code: string, text: string) => problems.push({ code, severity: 'look', text });

  if (!found.words) stop('EMPTY', 'The letter says nothing yet. Write its text.');
  if (holdsCardData(docText(doc))) {
    stop('CARD_NUMBER', 'The text holds the number of a card. Take it out; it may never stand in a letter.');
  }
  for (const need of docNeeds(doc)) {
    if (about.needs.includes(need)) continue;
    problems.push({
      code: 'NEED_NOT_ASKED',
      severity: 'look',
      need,
      text: `The letter names what only an account with ${letterNeedWords[need]} has, so it is made for no other. Say so under “For whom”, or put those words under a condition that it is filled in.`,
    });
  }
  for (const id of found.prescribed) {
    if (!prescribed.has(id)) {
      stop(
        'TEXT_UNKNOWN',
        `The prescribed text “${id}” is not one Duebook knows. Take it out and choose it again.`,
      );
    }
  }
  const pays = [...found.names].some(
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

function lookAt(node: BlockNode, found: Found): void {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      lookAlong(node.content ?? [], found);
      return;
    case 'bulletList':
    case 'orderedList':
      for (const item of node.content) for (const one of item.content) lookAt(one, found);
      return;
    case 'when':
    case 'each':
      for (const one of node.content) lookAt(one, found);
      return;
    case 'rows':
      found.words = true;
      if (node.attrs.total) noteField(node.attrs.total.name, found);
      return;
    case 'facts':
      for (const { name } of node.attrs.rows) noteField(name, found);
      return;
    case 'passage':
      found.words = true;
      found.names.add(`passage:${node.attrs.name}`);
      found.closing ||= node.attrs.name === 'closing' || node.attrs.name === 'signatures';
      return;
    case 'prescribed':
      found.words = true;
      found.prescribed.add(node.attrs.id);
      return;
    case 'modelForm':
      // The form names who sends it at its head and is not signed.
      found.words = true;
      found.closing = true;
      return;
    case 'stateTexts':
    case 'pageBreak':
      return;
  }
}

const farewell = /^(sincerely|respectfully|thank you|atentamente)[,.]?$/i;

function lookAlong(nodes: readonly InlineNode[], found: Found): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      found.words ||= node.text.trim() !== '';
      found.closing ||= farewell.test(node.text.trim());
    } else if (node.type === 'field') noteField(node.attrs.name, found);
    else if (node.type === 'whenInline') lookAlong(node.content, found);
  }
}

function noteField(name: string, found: Found): void {
  found.words = true;
  found.names.add(name);
  found.closing ||= name === 'sender.signer';
}

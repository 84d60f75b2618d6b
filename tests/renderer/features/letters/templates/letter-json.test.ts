/** Letters through the editor and back: what it does not change stays as it was, to the byte. */
import { describe, expect, it } from 'vitest';
import {
  narrowOffers,
  offersFor,
} from '../../../../../renderer/features/letters/templates/edit/field-groups.ts';
import {
  type EditorNode,
  fromEditor,
  toEditor,
} from '../../../../../renderer/features/letters/templates/edit/letter-json.ts';
import {
  bold,
  bullets,
  doc,
  each,
  filled,
  is,
  isNot,
  p,
  t,
  when,
  whenInline,
} from '../../../../../shared/templates/document/build.ts';
import type { LetterDoc } from '../../../../../shared/templates/document/letter-doc.ts';
import { readDoc } from '../../../../../shared/templates/document/read-doc.ts';
import { letterFields, letterLists } from '../../../../../shared/templates/fields.ts';
import { shippedLetters } from '../../../../../shared/templates/letters/library.ts';

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function read(letter: LetterDoc): LetterDoc {
  const answer = readDoc(plain(letter));
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

describe('through the editor and back', () => {
  it.each(shippedLetters.map((letter) => [letter.name, letter.doc] as const))('%s', (_name, letter) => {
    expect(read(fromEditor(plain(toEditor(read(letter)))))).toEqual(read(letter));
  });

  it('keeps words under conditions, one in another, side by side, with fields and bold in them', () => {
    const letter = doc(
      p`Before ${whenInline(is('business'), [
        ...t`a firm ${whenInline(filled('oldest_due'), t`since ${bold('oldest_due')}`)} owes`,
      ])}${whenInline(isNot('business'), t`you owe ${'amount_due'}`)} after.`,
    );
    expect(read(fromEditor(plain(toEditor(letter))))).toEqual(read(letter));
  });

  it('opens what is empty so that it can be written in', () => {
    const opened = toEditor(doc(when(is('business')), each('charges'), bullets([])));
    const inner = (opened.content ?? []).map((node) => node.content?.[0]?.type);
    expect(inner).toEqual(['paragraph', 'paragraph', 'listItem']);
    expect(toEditor(doc()).content).toEqual([{ type: 'paragraph' }]);
  });

  it('leaves out the spare line below a frame, and keeps an empty line somebody made', () => {
    const empty: EditorNode = { type: 'paragraph' };
    const text: EditorNode = { type: 'paragraph', content: [{ type: 'text', text: 'x' }] };
    const card: EditorNode = { type: 'passage', attrs: { name: 'closing' } };
    expect(fromEditor({ type: 'doc', content: [card, empty] }).content).toHaveLength(1);
    expect(fromEditor({ type: 'doc', content: [text, empty] }).content).toHaveLength(2);
    expect(fromEditor({ type: 'doc', content: [empty] }).content).toHaveLength(0);
  });

  it('lets nothing of the editor’s own into the letter', () => {
    const list: EditorNode = {
      type: 'orderedList',
      attrs: { start: 1, type: null },
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', attrs: { textAlign: null }, content: [{ type: 'text', text: 'x' }] },
          ],
        },
      ],
    };
    expect(readDoc(fromEditor({ type: 'doc', content: [list] }))).toMatchObject({ ok: true });
  });
});

describe('finding what is put in', () => {
  it('offers every field, and those of a list only inside of it', () => {
    const names = (offers: ReturnType<typeof offersFor>) => offers.map(({ id }) => id);
    const all = names(offersFor('everything', null, []));
    expect(all).toEqual(expect.arrayContaining(letterFields.map(({ name }) => name)));
    expect(all).not.toContain('item.open');
    const charges = letterLists.find(({ name }) => name === 'charges') ?? null;
    const inside = names(offersFor('everything', charges, []));
    expect(inside).toContain('item.open');
    expect(inside).not.toContain('table');
    expect(new Set(inside).size).toBe(inside.length);
  });

  it('puts what begins with the words first', () => {
    const offers = offersFor('fields', null, []);
    expect(narrowOffers(offers, 'amount')[0]?.label).toBe('Amount due');
    expect(narrowOffers(offers, 'plan next').map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Next payment due', 'Sum of the next payment']),
    );
    expect(narrowOffers(offers, 'zebra')).toEqual([]);
  });
});

/** What the editor can hold is what a letter can hold: every shipped letter opens in it whole and comes out the same. */
import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import {
  type EditorNode,
  fromEditor,
  toEditor,
} from '../../../../../renderer/features/letters/templates/edit/letter-json.ts';
import { letterExtensions } from '../../../../../renderer/features/letters/templates/edit/letter-schema.ts';
import { readDoc } from '../../../../../shared/templates/document/read-doc.ts';
import { shippedLetters } from '../../../../../shared/templates/letters/library.ts';

const schema = getSchema(letterExtensions(() => undefined));

describe('the schema of the editor', () => {
  it.each(shippedLetters.map((letter) => [letter.name, letter.doc] as const))('holds %s', (_name, letter) => {
    const saved = readDoc(JSON.parse(JSON.stringify(letter)));
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    const node = schema.nodeFromJSON(toEditor(saved.value));
    node.check();
    expect(readDoc(fromEditor(node.toJSON() as EditorNode))).toEqual(saved);
  });

  it('knows no picture, link, code or script', () => {
    const names = [...Object.keys(schema.nodes), ...Object.keys(schema.marks)].sort();
    expect(names).toEqual(
      [
        'bold',
        'bulletList',
        'doc',
        'each',
        'facts',
        'field',
        'hardBreak',
        'heading',
        'italic',
        'listItem',
        'modelForm',
        'orderedList',
        'pageBreak',
        'paragraph',
        'passage',
        'prescribed',
        'rows',
        'stateTexts',
        'text',
        'underline',
        'when',
        'whenInline',
      ].sort(),
    );
  });
});

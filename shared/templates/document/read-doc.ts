/**
 * The only way a document comes in, from the window, a file or the book. The shape is closed: a node, mark, attribute, field,
 * condition or list that is not known is refused with its place, and so is a document that is too large or too deep. What is given
 * back is built anew, piece by piece, so nothing that was not looked at is in it.
 *
 * `null` for an attribute is as if it were not there: an editor writes it so.
 */
import { fail, ok, type Result } from '../../errors/result.ts';
import {
  type FactCondition,
  type FieldName,
  factConditions,
  type ItemFieldName,
  type LetterList,
  type ListName,
  letterFields,
  letterLists,
} from '../fields.ts';
import { printable } from '../letter-facts.ts';
import {
  type Align,
  type BlockNode,
  type DocTest,
  formParts,
  type InlineNode,
  type LetterDoc,
  type ListItem,
  type MarkName,
  type Marks,
  passageNames,
} from './letter-doc.ts';

/**
 * Nodes and characters of one document, and how deep it may nest; what the window may send at once must hold it. A letter of ten pages
 * has about 600 nodes.
 */
export const docLimits = {
  nodes: 2500,
  characters: 60_000,
  depth: 12,
  columns: 8,
  rows: 30,
  label: 80,
} as const;

const fields: ReadonlySet<string> = new Set(letterFields.map(({ name }) => name));
const conditions: ReadonlySet<string> = new Set(factConditions.map(([name]) => name));
const lists: ReadonlyMap<string, LetterList> = new Map(letterLists.map((list) => [list.name, list]));
const aligns: ReadonlySet<string> = new Set(['left', 'center', 'right'] satisfies Align[]);
const markOrder: readonly MarkName[] = ['bold', 'italic', 'underline'];
const textId = /^[a-z0-9][a-z0-9.-]{0,59}$/i;

/** Found wrong at one place; caught by `readDoc` and never seen outside. */
class Refused extends Error {
  readonly place: string;
  constructor(place: string, what: string) {
    super(what);
    this.place = place;
  }
}

type Bag = Readonly<Record<string, unknown>>;
type Where = {
  readonly place: string;
  readonly depth: number;
  /** The list whose item may be named here. */
  readonly list: LetterList | null;
};
type Count = { nodes: number; characters: number };

/** Returns `template.doc_broken` (`place`, `what`) for anything that is not a whole document. */
export function readDoc(value: unknown): Result<LetterDoc> {
  const count: Count = { nodes: 0, characters: 0 };
  const where: Where = { place: 'the letter', depth: 0, list: null };
  try {
    const node = bag(value, where.place, ['type', 'content']);
    if (node.type !== 'doc') throw new Refused(where.place, 'it is not a letter');
    return ok({ type: 'doc', content: readBlocks(node.content, where, count, false) });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return fail('template.doc_broken', { place: error.place, what: error.message });
  }
}

/** A plain object with no other keys than these. */
function bag(value: unknown, place: string, keys: readonly string[]): Bag {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused(place, 'something is missing');
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Refused(place, 'it is not plain data');
  for (const [key, inside] of Object.entries(value)) {
    if (!keys.includes(key) && inside !== null && inside !== undefined) {
      throw new Refused(place, `“${shown(key)}” is not known here`);
    }
  }
  return value as Bag;
}

function shown(value: unknown): string {
  return printable(String(value)).slice(0, 40);
}

function listOf(value: unknown, place: string, most: number): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Refused(place, 'a list is missing');
  if (value.length > most) throw new Refused(place, `more than ${most} pieces`);
  return value as readonly unknown[];
}

function attrsOf(node: Bag, place: string, keys: readonly string[]): Bag {
  return node.attrs === undefined || node.attrs === null ? {} : bag(node.attrs, place, keys);
}

/** Words of a label or a text: as typed, without what cannot be printed. */
function words(value: unknown, place: string, most: number, count: Count): string {
  if (typeof value !== 'string') throw new Refused(place, 'words are missing');
  count.characters += value.length;
  if (value.length > most) throw new Refused(place, `longer than ${most} characters`);
  if (count.characters > docLimits.characters) throw new Refused(place, 'the letter is too long');
  return printable(value);
}

/** Told by the part of the letter it stands in, counted from its head: that is what a reader can find. */
function inside(where: Where, index: number): Where {
  const place = where.depth === 0 ? `part ${index + 1} of the letter` : where.place;
  return { ...where, place, depth: where.depth + 1 };
}

function enter(value: unknown, where: Where, index: number, count: Count): { node: Bag; at: Where } {
  const at = inside(where, index);
  const node = bag(value, at.place, ['type', 'attrs', 'content', 'marks', 'text']);
  if (typeof node.type !== 'string') throw new Refused(at.place, 'something is missing');
  count.nodes += 1;
  if (count.nodes > docLimits.nodes) throw new Refused(at.place, 'the letter has too many parts');
  if (at.depth > docLimits.depth) throw new Refused(at.place, 'it is nested too deeply');
  return { node, at };
}

function readBlocks(value: unknown, where: Where, count: Count, inItem: boolean): BlockNode[] {
  return listOf(value, where.place, docLimits.nodes).map((one, index) => {
    const { node, at } = enter(one, where, index, count);
    const block = readBlock(node, at, count);
    if (inItem && block.type !== 'paragraph' && block.type !== 'bulletList' && block.type !== 'orderedList') {
      throw new Refused(at.place, 'it cannot stand in a list');
    }
    return block;
  });
}

function readBlock(node: Bag, at: Where, count: Count): BlockNode {
  switch (node.type) {
    case 'heading': {
      const { level, textAlign } = attrsOf(node, at.place, ['level', 'textAlign']);
      if (level !== 1 && level !== 2) throw new Refused(at.place, 'a heading is of size 1 or 2');
      const align = readAlign(textAlign, at.place);
      return {
        type: 'heading',
        attrs: { level, ...(align ? { textAlign: align } : {}) },
        content: readInline(node.content, at, count),
      };
    }
    case 'paragraph': {
      const align = readAlign(attrsOf(node, at.place, ['textAlign']).textAlign, at.place);
      return {
        type: 'paragraph',
        ...(align ? { attrs: { textAlign: align } } : {}),
        content: readInline(node.content, at, count),
      };
    }
    case 'bulletList':
    case 'orderedList':
      attrsOf(node, at.place, []);
      return { type: node.type, content: readItems(node.content, at, count) };
    case 'when':
      return {
        type: 'when',
        attrs: { test: readTest(attrsOf(node, at.place, ['test']).test, at.place) },
        content: readBlocks(node.content, at, count, false),
      };
    case 'each': {
      if (at.list !== null) throw new Refused(at.place, 'a list cannot stand inside a list');
      const list = readList(attrsOf(node, at.place, ['list']).list, at.place);
      return {
        type: 'each',
        attrs: { list: list.name },
        content: readBlocks(node.content, { ...at, list }, count, false),
      };
    }
    case 'rows':
      return readRows(node, at, count);
    case 'facts': {
      const rows = listOf(attrsOf(node, at.place, ['rows']).rows, at.place, docLimits.rows);
      return {
        type: 'facts',
        attrs: {
          rows: rows.map((value) => {
            const row = bag(value, at.place, ['label', 'name', 'ifFilled', 'strong']);
            return {
              label: words(row.label, at.place, docLimits.label, count),
              name: readField(row.name, at.place),
              ...(readFlag(row.ifFilled, at.place) ? { ifFilled: true } : {}),
              ...(readFlag(row.strong, at.place) ? { strong: true } : {}),
            };
          }),
        },
      };
    }
    case 'passage': {
      const { name } = attrsOf(node, at.place, ['name']);
      const found = passageNames.find((one) => one === name);
      if (!found) throw new Refused(at.place, `there is no passage “${shown(name)}”`);
      return { type: 'passage', attrs: { name: found } };
    }
    case 'prescribed': {
      const { id } = attrsOf(node, at.place, ['id']);
      if (typeof id !== 'string' || !textId.test(id)) throw new Refused(at.place, 'its text is not named');
      return { type: 'prescribed', attrs: { id } };
    }
    case 'stateTexts':
      attrsOf(node, at.place, []);
      return { type: 'stateTexts' };
    case 'modelForm': {
      const { part, language } = attrsOf(node, at.place, ['part', 'language']);
      const found = formParts.find((one) => one === part);
      if (!found) throw new Refused(at.place, `the form has no part “${shown(part)}”`);
      if (language !== 'en' && language !== 'es') throw new Refused(at.place, 'its language is missing');
      return { type: 'modelForm', attrs: { part: found, language } };
    }
    case 'pageBreak':
      attrsOf(node, at.place, []);
      return { type: 'pageBreak' };
    default:
      throw new Refused(at.place, 'it cannot stand in a letter');
  }
}

function readItems(value: unknown, where: Where, count: Count): ListItem[] {
  return listOf(value, where.place, docLimits.nodes).map((one, index) => {
    const { node, at } = enter(one, where, index, count);
    if (node.type !== 'listItem') throw new Refused(at.place, 'a list holds items');
    attrsOf(node, at.place, []);
    return { type: 'listItem', content: readBlocks(node.content, at, count, true) };
  });
}

function readRows(node: Bag, at: Where, count: Count): BlockNode {
  if (at.list !== null) throw new Refused(at.place, 'a table cannot stand inside a list');
  const attrs = attrsOf(node, at.place, ['list', 'columns', 'total']);
  const list = readList(attrs.list, at.place);
  const columns = listOf(attrs.columns, at.place, docLimits.columns).map((value) => {
    const column = bag(value, at.place, ['name', 'label']);
    return {
      name: readItemField(column.name, list, at.place),
      label: words(column.label, at.place, docLimits.label, count),
    };
  });
  if (columns.length === 0) throw new Refused(at.place, 'a table needs a column');
  if (attrs.total === undefined || attrs.total === null) {
    return { type: 'rows', attrs: { list: list.name, columns } };
  }
  const total = bag(attrs.total, at.place, ['label', 'name']);
  return {
    type: 'rows',
    attrs: {
      list: list.name,
      columns,
      total: {
        label: words(total.label, at.place, docLimits.label, count),
        name: readField(total.name, at.place),
      },
    },
  };
}

function readInline(value: unknown, where: Where, count: Count): InlineNode[] {
  const nodes = listOf(value, where.place, docLimits.nodes).map((one, index): InlineNode => {
    const { node, at } = enter(one, where, index, count);
    switch (node.type) {
      case 'text': {
        const text = words(node.text, at.place, docLimits.characters, count);
        const marks = readMarks(node.marks, at.place);
        return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
      }
      case 'field': {
        const { name } = attrsOf(node, at.place, ['name']);
        const marks = readMarks(node.marks, at.place);
        const known =
          typeof name === 'string' && name.startsWith('item.')
            ? readItemField(name, where.list, at.place)
            : readField(name, at.place);
        return { type: 'field', attrs: { name: known }, ...(marks.length > 0 ? { marks } : {}) };
      }
      case 'hardBreak':
        attrsOf(node, at.place, []);
        return { type: 'hardBreak' };
      case 'whenInline':
        return {
          type: 'whenInline',
          attrs: { test: readTest(attrsOf(node, at.place, ['test']).test, at.place) },
          content: readInline(node.content, at, count),
        };
      default:
        throw new Refused(at.place, 'it cannot stand in a line');
    }
  });
  return joined(nodes);
}

/** Words in the same type that stand together are one piece, and no words are none: a letter has one way to be written down. */
function joined(nodes: readonly InlineNode[]): InlineNode[] {
  const made: InlineNode[] = [];
  for (const node of nodes) {
    const last = made.at(-1);
    if (node.type === 'text' && node.text === '') continue;
    if (
      node.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks)
    ) {
      made[made.length - 1] = { ...last, text: last.text + node.text };
    } else made.push(node);
  }
  return made;
}

function readMarks(value: unknown, place: string): Marks {
  const found = new Set<unknown>();
  for (const one of listOf(value, place, 8)) {
    const { type } = bag(one, place, ['type', 'attrs']);
    if (!markOrder.some((name) => name === type)) {
      throw new Refused(place, `letters are not written in “${shown(type)}”`);
    }
    found.add(type);
  }
  return markOrder.filter((name) => found.has(name)).map((type) => ({ type }));
}

function readTest(value: unknown, place: string): DocTest {
  const test = bag(value, place, ['is', 'filled', 'not']);
  const not = readFlag(test.not, place) ? { not: true } : {};
  if (typeof test.is === 'string' && (test.filled === undefined || test.filled === null)) {
    if (!conditions.has(test.is)) throw new Refused(place, `there is no condition “${shown(test.is)}”`);
    return { is: test.is as FactCondition, ...not };
  }
  if (test.is !== undefined && test.is !== null) throw new Refused(place, 'it asks two things at once');
  return { filled: readField(test.filled, place), ...not };
}

function readFlag(value: unknown, place: string): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw new Refused(place, 'a yes or no is missing');
  return value;
}

function readAlign(value: unknown, place: string): Align | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !aligns.has(value))
    throw new Refused(place, 'lines stand left, center or right');
  return value as Align;
}

function readField(value: unknown, place: string): FieldName {
  if (typeof value !== 'string' || !fields.has(value)) {
    throw new Refused(place, `there is no field “${shown(value)}”`);
  }
  return value as FieldName;
}

function readItemField(value: unknown, list: LetterList | null, place: string): ItemFieldName {
  const found = list?.fields.find(({ name }) => name === value);
  if (!found) throw new Refused(place, `“${shown(value)}” belongs to a list and cannot be named here`);
  return found.name;
}

function readList(value: unknown, place: string): LetterList & { readonly name: ListName } {
  const list = typeof value === 'string' ? lists.get(value) : undefined;
  if (!list) throw new Refused(place, `there is no list “${shown(value)}”`);
  return list;
}

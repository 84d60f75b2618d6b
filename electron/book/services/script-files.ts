/**
 * Scripts and cards from a file and to one. A file is looked at before anything of it is taken; what is taken becomes the next
 * version of the office, as a draft where it has a fault. Whatever stands in a file is data: sizes are limited, shapes checked,
 * and what a part says it is named is only a name.
 */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { cardSchema, type ScriptFileItem, scriptSchema } from '../../../shared/contract/scripts.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { checkCard } from '../../../shared/scripts/check.ts';
import { cardDifferences, scriptDifferences } from '../../../shared/scripts/difference.ts';
import {
  largestScriptFile,
  mostInScriptFile,
  scriptFileFormat,
  scriptFileVersion,
} from '../../../shared/scripts/file.ts';
import type { ObjectionCard, Script } from '../../../shared/scripts/script.ts';
import type { JobHandler } from '../context.ts';
import type { ErrandHandlers } from '../errand-context.ts';
import { faultOfFile } from '../vault/file-fault.ts';
import { writeWhole } from '../vault/write-whole.ts';
import { type Library, readLibrary } from './script-library.ts';
import { keepCard, keepScript } from './scripts.ts';

type Content = { readonly scripts: readonly Script[]; readonly cards: readonly ObjectionCard[] };

const envelope = z.object({
  format: z.literal(scriptFileFormat),
  version: z.int(),
  scripts: z.array(z.unknown()).max(mostInScriptFile).default([]),
  cards: z.array(z.unknown()).max(mostInScriptFile).default([]),
});

const unreadable = (reason: string) => fail('script.file_unreadable', { reason });

async function readText(path: string | null): Promise<Result<string>> {
  if (path === null) return fail('file.gone');
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return fail('file.gone');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return fail('file.gone');
    if (stat.size > largestScriptFile) return unreadable('it is too large');
    return ok(await handle.readFile('utf8'));
  } catch {
    // A folder, a broken disk, a file that went away: nothing was read.
    return fail('file.gone');
  } finally {
    await handle.close();
  }
}

/** Which part of which item cannot be used, for whoever wrote the file. */
function readItems<T>(items: readonly unknown[], schema: z.ZodType<T>, what: string): Result<readonly T[]> {
  const read: T[] = [];
  for (const [at, item] of items.entries()) {
    const checked = schema.safeParse(item);
    if (!checked.success) {
      const path = checked.error.issues[0]?.path.join('.') ?? '';
      return unreadable(
        `${what} ${at + 1} has something that cannot be used${path === '' ? '' : ` (${path})`}`,
      );
    }
    read.push(checked.data);
  }
  return ok(read);
}

export function readScriptFile(text: string): Result<Content> {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return unreadable('it is not written as scripts are');
  }
  const outer = envelope.safeParse(data);
  if (!outer.success) return unreadable('it does not begin as such a file does');
  if (outer.data.version > scriptFileVersion) {
    return unreadable('it was saved by a newer Duebook, which this one cannot read');
  }
  const scripts = readItems(outer.data.scripts, scriptSchema, 'script');
  if (!scripts.ok) return scripts;
  const cards = readItems(outer.data.cards, cardSchema, 'card');
  if (!cards.ok) return cards;
  if (scripts.value.length + cards.value.length === 0) return unreadable('there is nothing in it');
  const twice = [scripts.value, cards.value].some(
    (items) => new Set(items.map(({ code }) => code)).size < items.length,
  );
  if (twice) return unreadable('it holds one script or card twice');
  return ok({ scripts: scripts.value, cards: cards.value });
}

async function readChosen(path: string | null): Promise<Result<Content>> {
  const text = await readText(path);
  return text.ok ? readScriptFile(text.value) : text;
}

function itemsOf({ scripts, cards }: Content, library: Library): ScriptFileItem[] {
  const changeOf = (before: unknown, differences: readonly string[]): ScriptFileItem['change'] =>
    before === undefined ? 'new' : differences.length === 0 ? 'same' : 'changed';
  return [
    ...scripts.map((script): ScriptFileItem => {
      const before = library.scripts.get(script.code)?.current.body;
      const differences = before ? scriptDifferences(before, script) : [];
      return {
        kind: 'script',
        code: script.code,
        name: script.name,
        language: script.language,
        change: changeOf(before, differences),
        differences,
        problems: library.problemsOf(script),
      };
    }),
    ...cards.map((card): ScriptFileItem => {
      const before = library.cards.get(card.code)?.current.body;
      const differences = before ? cardDifferences(before, card) : [];
      return {
        kind: 'card',
        code: card.code,
        name: card.objection,
        language: card.language,
        change: changeOf(before, differences),
        differences,
        problems: checkCard(card),
      };
    }),
  ];
}

export const previewScriptFile: JobHandler<'scripts.previewFile'> = async ({ store, pathOf }, { fileId }) => {
  const content = await readChosen(pathOf(fileId));
  return content.ok ? ok({ items: itemsOf(content.value, readLibrary(store)) }) : content;
};

export const takeScriptFile: JobHandler<'scripts.takeFile'> = async ({ pathOf, write }, { fileId, take }) => {
  const content = await readChosen(pathOf(fileId));
  if (!content.ok) return content;
  const { scripts, cards } = content.value;
  const wanted = new Set(take.map(({ kind, code }) => `${kind} ${code}`));
  return write((context) => {
    let taken = 0;
    let drafts = 0;
    for (const script of scripts) {
      if (!wanted.has(`script ${script.code}`)) continue;
      const kept = keepScript(context, script, false);
      if (!kept.ok) return kept;
      taken += 1;
      if (kept.value.draft) drafts += 1;
    }
    for (const card of cards) {
      if (!wanted.has(`card ${card.code}`)) continue;
      const kept = keepCard(context, card);
      if (!kept.ok) return kept;
      taken += 1;
      if (kept.value.draft) drafts += 1;
    }
    return ok({ taken, drafts });
  });
};

/** Writes what is shown of each, drafts too: a file is a copy to pass on, not a proof. */
export const saveScripts: ErrandHandlers['scripts.saveTo'] = async ({ store }, { items, path }) => {
  if (!store) return fail('book.not_open');
  const library = readLibrary(store);
  const scripts: Script[] = [];
  const cards: ObjectionCard[] = [];
  for (const { kind, code } of items) {
    const script = kind === 'script' ? library.scripts.get(code)?.current.body : undefined;
    const card = kind === 'card' ? library.cards.get(code)?.current.body : undefined;
    if (script) scripts.push(script);
    else if (card) cards.push(card);
    else return fail('script.not_found');
  }
  const file = { format: scriptFileFormat, version: scriptFileVersion, scripts, cards };
  try {
    await writeWhole(path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
    return ok(null);
  } catch (error) {
    const fault = faultOfFile(error);
    if (fault === null) throw error;
    return fault.error.code === 'book.disk_full'
      ? fault
      : fail('file.not_writable', { name: basename(path) });
  }
};

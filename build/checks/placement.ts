// Two rules that imports cannot show: SQL is written in the store only, and only the bridge touches what the preload
// exposes. Both are looked for in the syntax tree, so that a word in a comment or a sentence does not count.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

export interface Misplaced {
  file: string;
  line: number;
  what: string;
}

// SQL keywords are written in one case throughout; "Select a file from …" is a sentence.
const sqlWords = [
  'SELECT\\b[\\s\\S]*\\bFROM\\b',
  'INSERT\\s+(OR\\s+\\w+\\s+)?INTO\\b',
  'UPDATE\\s+\\w+\\s+SET\\b',
  'DELETE\\s+FROM\\b',
  'CREATE\\s+(UNIQUE\\s+|VIRTUAL\\s+|TEMP\\s+)?(TABLE|INDEX|TRIGGER|VIEW)\\b',
  'DROP\\s+(TABLE|INDEX|TRIGGER|VIEW)\\b',
];
const sqlPattern = new RegExp(
  `^\\s*(${[...sqlWords, ...sqlWords.map((word) => word.replace(/[A-Z]{2,}/g, (all) => all.toLowerCase()))].join('|')})`,
);

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `x${span.literal.text}`).join('');
}

/** The misplaced lines of one file; `file` is relative to the checkout, with forward slashes. */
export function findMisplaced(file: string, source: string): Misplaced[] {
  const mayHoldSql = !/^(electron|shared|renderer)\//.test(file) || file.startsWith('electron/book/store/');
  const mayTouchBridge = !file.startsWith('renderer/') || file.startsWith('renderer/bridge/');
  if (mayHoldSql && mayTouchBridge) return [];
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false, kind);
  const found: Misplaced[] = [];
  const note = (node: ts.Node, what: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    found.push({ file, line: line + 1, what });
  };
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (!mayHoldSql && text !== null && sqlPattern.test(text)) {
      note(node, 'SQL is written in electron/book/store only');
    }
    if (!mayTouchBridge && ts.isPropertyAccessExpression(node) && node.name.text === 'duebook') {
      note(node, 'only renderer/bridge touches window.duebook');
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Looks through the product's folders; also returns how many files were read, since none would prove nothing. */
export async function checkPlacement(checkout: string): Promise<{ files: number; misplaced: Misplaced[] }> {
  const misplaced: Misplaced[] = [];
  let files = 0;
  for (const folder of ['shared', 'electron', 'renderer']) {
    const names = await readdir(path.join(checkout, folder), { recursive: true }).catch(() => []);
    for (const name of names.filter((entry) => /\.tsx?$/.test(entry))) {
      const file = `${folder}/${name.split(path.sep).join('/')}`;
      misplaced.push(...findMisplaced(file, await readFile(path.join(checkout, file), 'utf8')));
      files += 1;
    }
  }
  return { files, misplaced };
}

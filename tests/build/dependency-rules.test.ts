// Each import rule is broken once on purpose: a rule that catches nothing looks the same as a clean tree.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDependencies, judgeCruise } from '../../build/checks/static-checks.ts';

const refused: [rule: string, from: string, to: string][] = [
  ['renderer-imports', 'renderer/features/x/screen-1.tsx', 'electron/window/w.ts'],
  ['shared-imports', 'shared/domain/x-2.ts', 'electron/platform/b.ts'],
  ['electron-imports', 'electron/window/x-3.ts', 'renderer/components/b.tsx'],
  ['electron-imports', 'electron/window/x-4.ts', 'tests/builders/b.ts'],
  ['book-imports', 'electron/book/services/x-5.ts', 'electron/platform/b.ts'],
  ['main-starts-the-book-only', 'electron/ipc/x-6.ts', 'electron/book/protocol.ts'],
  ['shared-without-node', 'shared/domain/x-7.ts', 'node:fs'],
  ['renderer-without-node', 'renderer/app/x-8.ts', 'node:path'],
  ['electron-package-in-main-only', 'electron/book/services/x-9.ts', 'electron'],
  ['electron-package-in-main-only', 'renderer/app/x-10.ts', 'electron'],
  ['driver-in-the-store-only', 'electron/book/services/x-11.ts', 'better-sqlite3'],
  ['store-is-the-ground', 'electron/book/store/queries/x-12.ts', 'electron/book/services/b.ts'],
  ['services-under-jobs', 'electron/book/services/x-13.ts', 'electron/book/jobs/b.ts'],
  ['jobs-under-worker', 'electron/book/jobs/x-14.ts', 'electron/book/worker.ts'],
  ['main-wires', 'electron/window/x-15.ts', 'electron/main.ts'],
  ['platform-is-the-ground', 'electron/platform/x-16.ts', 'electron/ipc/b.ts'],
  ['ipc-under-its-users', 'electron/ipc/x-17.ts', 'electron/window/b.ts'],
  ['errors-are-the-ground', 'shared/errors/x-18.ts', 'shared/domain/b.ts'],
  ['domain-over-errors', 'shared/domain/x-19.ts', 'shared/text/b.ts'],
  ['domain-over-errors', 'shared/domain/x-20.ts', 'shared/contract/b.ts'],
  ['text-over-domain', 'shared/text/x-21.ts', 'shared/contract/b.ts'],
  ['features-stand-alone', 'renderer/features/x/screen-22.tsx', 'renderer/features/y/b.ts'],
  ['components-only-look', 'renderer/components/x-23.tsx', 'renderer/bridge/b.ts'],
  ['bridge-knows-no-screen', 'renderer/bridge/x-24.ts', 'renderer/features/y/b.ts'],
  ['features-under-app', 'renderer/features/x/screen-25.tsx', 'renderer/app/b.ts'],
];

const allowed: [from: string, to: string, kind: 'value' | 'type'][] = [
  ['renderer/features/x/screen.tsx', 'renderer/features/x/row.tsx', 'value'],
  ['renderer/features/x/other.tsx', 'renderer/bridge/b.ts', 'value'],
  ['electron/ipc/fine.ts', 'electron/book/protocol.ts', 'type'],
  ['electron/book/store/open.ts', 'better-sqlite3', 'value'],
  ['electron/book/services/fine.ts', 'electron/book/store/queries/b.ts', 'value'],
  ['electron/window/fine.ts', 'electron', 'value'],
  ['shared/text/fine.ts', 'shared/domain/b.ts', 'value'],
  ['tests/shared/x.test.ts', 'shared/domain/b.ts', 'value'],
];

let checkout: string;
let details: string;

// One tree holds all the cases and is analysed once: an analysis takes most of a second.
beforeAll(async () => {
  checkout = await mkdtemp(path.join(os.tmpdir(), 'duebook-rules-'));
  for (const name of ['electron', 'better-sqlite3']) {
    await plant(`node_modules/${name}/package.json`, `{"name":"${name}","main":"index.js"}`);
    await plant(`node_modules/${name}/index.js`, 'module.exports = {};');
  }
  for (const [, from, to] of refused) await plantImport(from, to);
  for (const [from, to, kind] of allowed) await plantImport(from, to, kind);
  await plantImport('shared/domain/cycle-a.ts', 'shared/domain/cycle-b.ts');
  await plant('shared/domain/cycle-b.ts', "import * as a from './cycle-a.ts';\nexport const b = a;");
  await plant('shared/domain/lost.ts', "import * as b from './gone.ts';\nexport const c = b;");
  const outcome = await checkDependencies(checkout);
  expect(outcome.failed).toBe(1);
  details = outcome.details;
});

afterAll(async () => {
  await rm(checkout, { recursive: true, force: true });
});

async function plant(file: string, text: string): Promise<void> {
  await mkdir(path.join(checkout, path.dirname(file)), { recursive: true });
  await writeFile(path.join(checkout, file), text);
}

async function plantImport(from: string, to: string, kind: 'value' | 'type' = 'value'): Promise<void> {
  if (to.endsWith('.ts') || to.endsWith('.tsx'))
    await plant(to, 'export const b = 1;\nexport type B = number;');
  const relative = path.posix.relative(path.posix.dirname(from), to);
  const name = /^(node:|electron$|better-sqlite3$)/.test(to)
    ? to
    : relative.startsWith('.')
      ? relative
      : `./${relative}`;
  const line = kind === 'type' ? `import type { B } from '${name}';` : `import * as b from '${name}';`;
  await plant(from, `${line}\nexport const ${kind === 'type' ? 'c: B = 1' : 'c = b'};`);
}

describe('imports that are refused', () => {
  it.each(refused)('%s: %s imports %s', (rule, from) => {
    expect(details).toContain(`${rule}: ${from} `);
  });

  it('a cycle', () => {
    expect(details).toContain('no-cycles: shared/domain/cycle-a.ts');
  });

  it('an import that leads nowhere', () => {
    expect(details).toContain('resolvable: shared/domain/lost.ts');
  });
});

describe('imports that are allowed', () => {
  it.each(allowed)('%s imports %s (%s)', (from) => {
    expect(details).not.toContain(`: ${from} `);
  });
});

describe('a check that analysed nothing', () => {
  it('fails', () => {
    const report = { modules: [], summary: { totalCruised: 0, violations: [] } };
    const outcome = judgeCruise(report, ['shared', 'electron']);
    expect(outcome.failed).toBe(1);
    expect(outcome.details).toContain('No TypeScript file of shared/ was analysed');
  });

  it('fails when one folder is missing from the report', () => {
    const report = {
      modules: [{ source: 'shared/domain/a.ts' }],
      summary: { totalCruised: 1, violations: [] },
    };
    expect(judgeCruise(report, ['shared', 'electron']).details).toContain('electron/');
  });
});

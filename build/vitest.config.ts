// The tests that need no window. One project per group of `npm test`, so that each can be run and counted alone.

import { defineConfig } from 'vitest/config';
import { root } from './runtime/places.ts';

function project(name: string, include: string[], testTimeout: number) {
  return {
    extends: true as const,
    test: { name, include, testTimeout, hookTimeout: testTimeout },
  };
}

export default defineConfig({
  root,
  envDir: false,
  test: {
    environment: 'node',
    // The SQLite addon is native code: a process of its own for each file keeps a crash with its file.
    pool: 'forks',
    passWithNoTests: false,
    projects: [
      project('unit', ['tests/{shared,electron,renderer,build,builders}/**/*.test.{ts,tsx}'], 60_000),
      project('contract', ['tests/contract/**/*.test.ts'], 60_000),
      project('migrations', ['tests/migrations/**/*.test.ts'], 60_000),
      project('faults', ['tests/faults/**/*.test.ts'], 300_000),
      project('long', ['tests/long/**/*.test.ts'], 1_800_000),
    ],
  },
});

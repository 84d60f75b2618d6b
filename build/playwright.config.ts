// The tests that drive the real app in a real Electron. Started by build/scripts/test.ts and tour.ts, which bring the
// runtime and the build first.

import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { outDir, root } from './runtime/places.ts';

const tests = path.join(root, 'tests');

export default defineConfig({
  testDir: tests,
  outputDir: path.join(outDir, 'test-results'),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  // A window under a busy machine may be late once. A second try tells that from a fault; the report names it.
  retries: 1,
  workers: 2,
  reporter: 'line',
  projects: [
    { name: 'e2e', testDir: path.join(tests, 'e2e'), testMatch: '**/*.spec.ts', testIgnore: '**/tour/**' },
    { name: 'tour', testDir: path.join(tests, 'e2e', 'tour'), testMatch: '**/*.spec.ts', timeout: 600_000 },
    { name: 'package', testDir: path.join(tests, 'package'), testMatch: '**/*.spec.ts', timeout: 300_000 },
  ],
});

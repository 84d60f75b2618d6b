// What the README says stands where does stand there, and every rule of contact is named in it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const folder = new URL('shared/rules/', root);
const readme = readFileSync(new URL('README.md', folder), 'utf8');
const table = readme.slice(readme.indexOf('## What of the facts stands where'));
const named = [...table.matchAll(/`([a-z][\w./-]*\.(?:tsx?|md))`/g)].map(([, path]) => path ?? '');

it('names files that exist', () => {
  expect(named.length).toBeGreaterThan(100);
  const missing = named.filter(
    (path) => !existsSync(new URL(path, /^(?:shared|electron)\//.test(path) ? root : folder)),
  );
  expect(missing).toEqual([]);
});

it('names every file of a rule of contact', () => {
  const rules = readdirSync(new URL('contact/', folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `contact/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.startsWith('contact/house/'))
    .filter((path) => /contactRule</.test(readFileSync(new URL(path, folder), 'utf8')));
  expect(rules.length).toBeGreaterThan(60);
  expect(rules.filter((path) => !named.includes(path))).toEqual([]);
});

/**
 * A test that starts many processes of one script bundles it first: reading a hundred files anew takes longer than what
 * the process is for. The bundle lies under `out/`, from where the SQLite addon is found.
 */
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');

/** Returns the path of one ES module that Node runs. */
export async function bundleForNode(script: string, name: string): Promise<string> {
  const outDir = join(root, 'out', 'test-scripts');
  const entryFileNames = `${name}.mjs`;
  await build({
    configFile: false,
    envDir: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: script,
      outDir,
      emptyOutDir: false,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { output: { format: 'es', entryFileNames, codeSplitting: false } },
    },
  });
  return join(outDir, entryFileNames);
}

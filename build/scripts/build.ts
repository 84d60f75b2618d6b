// `npm run build`: builds what changed. --force builds everything, --tests adds the tests' own main file.

import { runCommand } from '../runtime/setup-error.ts';
import { buildApp } from '../vite/build-app.ts';

await runCommand(async () => {
  const force = process.argv.includes('--force');
  const built = await buildApp({ force, tests: process.argv.includes('--tests') });
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(
    built.length === 0 ? `Nothing to build (${seconds} s).` : `Built ${built.join(', ')} (${seconds} s).`,
  );
  return 0;
});

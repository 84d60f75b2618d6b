// Brings one npm package as files, without making it a dependency that every user would download.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npmProgram, runTool } from './run-tool.ts';
import { SetupError } from './setup-error.ts';

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Downloads `name@version` into `folder` and unpacks it there; returns the folder that holds its files. With
 * `integrity` given, a package that differs by a byte is refused before anything of it is unpacked.
 */
export async function unpackNpmPackage(
  nameAndVersion: string,
  folder: string,
  integrity?: string,
): Promise<string> {
  const [npm, first] = npmProgram();
  const args = [...first, 'pack', nameAndVersion, '--pack-destination', folder, '--silent'];
  const packed = await runTool(npm, args, { cwd: folder });
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || file === undefined) {
    throw new SetupError(
      `The npm package ${nameAndVersion} could not be downloaded. ` +
        'Check that this computer reaches the npm registry and run the command again.',
    );
  }
  const archive = path.join(folder, file);
  if (integrity !== undefined && (await sha512(archive)) !== integrity) {
    throw new SetupError(
      `The npm package ${nameAndVersion} is not the one that was checked when Duebook was made (its integrity ` +
        'differs), so it is not used. Run the command again; if it stays so, do not trust the registry in use.',
    );
  }
  const unpacked = await runTool('tar', ['-xzf', archive, '-C', folder]);
  if (unpacked.code !== 0) {
    throw new SetupError(
      `The npm package ${nameAndVersion} could not be unpacked: ${unpacked.output.trim()}`,
    );
  }
  return path.join(folder, 'package');
}

/**
 * The long work on books as a whole. It runs beside the open book, or with none open; how far it is and whether it
 * is to stop go the same way as for the jobs of the book.
 */
import { basename } from 'node:path';
import type { CheckedInputOf, OutputOf, VaultJobName } from '../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { Moment } from './protocol.ts';
import type { Surroundings } from './run-call.ts';
import { faultOfSqlite } from './store/classify-error.ts';
import type { CopyWatch } from './vault/copy-watch.ts';
import type { Vault } from './vault.ts';

type VaultJobContext = Pick<Surroundings, 'announce'> & {
  readonly vault: Vault;
  readonly moment: Moment;
  readonly watch: CopyWatch;
};

type VaultJobs = {
  readonly [C in VaultJobName]: (
    context: VaultJobContext,
    input: CheckedInputOf<C>,
  ) => Promise<Result<OutputOf<C>>>;
};

const vaultJobs: VaultJobs = {
  async 'book.backUp'({ vault, moment, watch }, { fileId }) {
    const toPath = vault.takePlace(fileId);
    if (toPath === null) return fail('file.gone');
    const written = await vault.backUp({ toPath }, moment, watch);
    return written.ok ? ok({ fileName: basename(toPath), bytes: written.value.bytes }) : written;
  },
  async 'book.restore'({ vault, moment, watch, announce }, { fileId }) {
    const fromPath = vault.pathOf(fileId);
    if (fromPath === null) return fail('file.gone');
    const restored = await vault.restore({ fromPath }, moment, watch);
    if (restored.ok) announce([{ subject: 'books', accountIds: null }]);
    return restored;
  },
  async 'book.takeOut'({ vault, moment, watch }, { fileId, passphrase }) {
    const toPath = vault.takePlace(fileId);
    if (toPath === null) return fail('file.gone');
    const written = await vault.takeOut({ toPath, passphrase }, moment, watch);
    return written.ok ? ok({ fileName: basename(toPath), ...written.value }) : written;
  },
  async 'book.lookAtWhole'({ vault }, { fileId, exportPassphrase }) {
    const fromPath = vault.pathOf(fileId);
    return fromPath === null ? fail('file.gone') : vault.lookAtWhole({ fromPath, exportPassphrase });
  },
  async 'book.bringIn'({ vault, moment, watch, announce }, { fileId, exportPassphrase, passphrase }) {
    const fromPath = vault.pathOf(fileId);
    if (fromPath === null) return fail('file.gone');
    const brought = await vault.bringIn({ fromPath, exportPassphrase, passphrase }, moment, watch);
    if (brought.ok) announce([{ subject: 'books', accountIds: null }]);
    return brought;
  },
};

export async function runVaultJob(
  call: VaultJobName,
  input: unknown,
  around: Pick<Surroundings, 'announce' | 'cancelled' | 'incident' | 'moment' | 'progress'> & {
    readonly vault: Vault;
  },
): Promise<Result<unknown>> {
  const { cancelled } = around;
  const watch: CopyWatch = { cancelled, progress: (progress) => around.progress(call, progress) };
  // The map's types tie each job to its input; here the call is only known at run time.
  const job = vaultJobs[call] as (context: VaultJobContext, input: unknown) => Promise<Result<unknown>>;
  try {
    return await job({ ...around, watch }, input);
  } catch (error) {
    return faultOfSqlite(error) ?? fail('call.failed', { incident: around.incident(call, error) });
  }
}

export function isVaultJob(call: string): call is VaultJobName {
  return Object.hasOwn(vaultJobs, call);
}

/**
 * The vault: which books there are, the key of the open one, and the open connection itself. Everything
 * slow about keys happens here, in the worker, so that no window waits for it.
 */
import type { BookListing } from '../../shared/contract/book.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { Errands, Moment, OpenedBook, WorkerData } from './protocol.ts';
import type { Store } from './store/store.ts';

type In<E extends keyof Errands> = Errands[E]['input'];
type Out<E extends keyof Errands> = Promise<Result<Errands[E]['output']>>;

export type Vault = {
  /** The open book's connection, or `null` while locked. */
  store(): Store | null;
  pathOf(fileId: string): string | null;
  list(): Promise<Result<readonly BookListing[]>>;
  create(input: In<'vault.create'>, moment: Moment): Out<'vault.create'>;
  open(input: In<'vault.open'>, moment: Moment): Promise<Result<OpenedBook>>;
  openWithRecovery(input: In<'vault.openWithRecovery'>, moment: Moment): Promise<Result<OpenedBook>>;
  openSample(moment: Moment): Promise<Result<OpenedBook>>;
  deleteSample(): Out<'vault.deleteSample'>;
  close(): Out<'vault.close'>;
  changePassphrase(input: In<'vault.changePassphrase'>, moment: Moment): Out<'vault.changePassphrase'>;
  renewRecovery(input: In<'vault.renewRecovery'>, moment: Moment): Out<'vault.renewRecovery'>;
  confirmRecovery(input: In<'vault.confirmRecovery'>, moment: Moment): Out<'vault.confirmRecovery'>;
  backUp(input: In<'vault.backUp'>): Out<'vault.backUp'>;
  restore(input: In<'vault.restore'>, moment: Moment): Out<'vault.restore'>;
  registerFile(input: In<'files.register'>): Out<'files.register'>;
};

export function makeVault(_data: WorkerData): Vault {
  throw new Error('the vault is not written yet');
}

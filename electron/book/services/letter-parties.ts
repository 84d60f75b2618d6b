/** Who writes to whom about which account, for everything that goes on paper. */
import { addressLinesOf } from '../../../shared/domain/address.ts';
import { type Fault, ok, type Result } from '../../../shared/errors/result.ts';
import { canBeMailed, whyNotMailed } from '../../../shared/rules/mail/address-problems.ts';
import type { PartyAccount, PartySender } from '../../../shared/templates/letter-data.ts';
import { fitAddress } from '../../../shared/templates/letters/address-lines.ts';
import { type AccountRecord, findAccount } from '../store/queries/accounts.ts';
import {
  type AddressRow,
  type DebtorRow,
  findClient,
  findDebtor,
  listAddresses,
} from '../store/queries/debtors.ts';
import { findLetterhead } from '../store/queries/letters.ts';
import { readOffice } from '../store/queries/office.ts';
import { findSheetSetup } from '../store/queries/print-setup.ts';
import type { Store } from '../store/store.ts';

export type LetterParties = {
  readonly record: AccountRecord;
  readonly debtor: DebtorRow;
  readonly account: PartyAccount;
  readonly sender: PartySender;
  readonly sample: boolean;
};

/** `null` for an account that does not exist. */
export function readParties(store: Store, accountId: number): LetterParties | null {
  const record = findAccount(store, accountId);
  if (!record) return null;
  const debtor = findDebtor(store, record.debtorId);
  const client = findClient(store, record.clientId);
  const office = readOffice(store);
  if (!debtor || !client || !office) throw new Error('an account without a debtor, client or office');
  const head = findLetterhead(store);
  return {
    record,
    debtor,
    account: { number: record.number, clientName: client.name, originalCreditor: record.originalCreditor },
    sender: {
      name: office.name,
      addressLines: addressLinesOf('', { ...head, country: '' }),
      phone: head.phone,
      email: head.email,
      hours: head.hours,
      howToPay: head.howToPay,
    },
    sample: office.sample,
  };
}

/**
 * Where a letter about a debt may go: an address that is not known to be bad or old. For a person never the place of work, where
 * others would open it.
 */
function inUse(addresses: readonly AddressRow[], debtor: DebtorRow): readonly AddressRow[] {
  return addresses.filter(
    (address) =>
      (address.status === 'current' || address.status === 'unverified') &&
      !(debtor.kind === 'consumer' && address.kind === 'work'),
  );
}

function bestOf(usable: readonly AddressRow[]): AddressRow | null {
  const best = usable.filter((address) => address.status === usable[0]?.status);
  return best.find((address) => address.kind === 'mailing') ?? best[0] ?? null;
}

/** Whether a letter about a debt of this debtor may go to this address: it need not be the best one. */
export function mayWriteTo(store: Store, debtor: DebtorRow, addressId: number): boolean {
  return inUse(listAddresses(store, debtor.debtorId), debtor).some(
    (address) => address.addressId === addressId && canBeMailed(address),
  );
}

/** The address a letter about this debtor goes to, one the post can deliver to; `null` without a usable one. */
export function findLetterAddress(store: Store, debtor: DebtorRow): AddressRow | null {
  return bestOf(inUse(listAddresses(store, debtor.debtorId), debtor).filter(canBeMailed));
}

/**
 * Where there is none: the fault that says so, `letter.address_bad` (`name`, `addressId`, `why`) for an address in use that the post cannot
 * deliver to, else `letter.no_address` (`name`).
 */
export function noLetterAddress(store: Store, debtor: DebtorRow): Fault {
  const { name } = debtor;
  const bad = bestOf(inUse(listAddresses(store, debtor.debtorId), debtor).filter(isStarted));
  return bad === null
    ? { code: 'letter.no_address', params: { name } }
    : { code: 'letter.address_bad', params: { name, addressId: bad.addressId, why: whyNotMailed(bad) } };
}

/** More than a state or a country was ever entered. */
function isStarted({ line1, line2, city }: AddressRow): boolean {
  return `${line1}${line2}${city}`.trim() !== '';
}

/** Name and address fitted to the envelope's window; `null` without a usable one. Returns `letter.address_too_long`. */
export function readAddressLines(store: Store, debtor: DebtorRow): Result<readonly string[] | null> {
  const address = findLetterAddress(store, debtor);
  if (!address) return ok(null);
  const lines = fitAddress(debtor.name, address, findSheetSetup(store));
  return lines.ok
    ? lines
    : {
        ok: false,
        error: { ...lines.error, params: { ...lines.error.params, addressId: address.addressId } },
      };
}

/** Who writes to whom about which account, for everything that goes on paper. */
import { addressLinesOf, missingPartsOf } from '../../../shared/domain/address.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
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
 * Where a letter about a debt may go: an address that is not known to be bad or old and that the post can
 * deliver to. For a person never the place of work, where others would open it.
 */
function chooseAddress(addresses: readonly AddressRow[], debtor: DebtorRow): AddressRow | null {
  const usable = addresses.filter(
    (address) =>
      (address.status === 'current' || address.status === 'unverified') &&
      missingPartsOf(address).length === 0 &&
      !(debtor.kind === 'consumer' && address.kind === 'work'),
  );
  const best = usable.filter((address) => address.status === usable[0]?.status);
  return best.find((address) => address.kind === 'mailing') ?? best[0] ?? null;
}

/** The address a letter about this debtor goes to; `null` without a usable one. */
export function findLetterAddress(store: Store, debtor: DebtorRow): AddressRow | null {
  return chooseAddress(listAddresses(store, debtor.debtorId), debtor);
}

/** Name and address fitted to the envelope's window; `null` without a usable one. Returns `letter.address_too_long`. */
export function readAddressLines(store: Store, debtor: DebtorRow): Result<readonly string[] | null> {
  const address = findLetterAddress(store, debtor);
  return address ? fitAddress(debtor.name, address, findSheetSetup(store)) : ok(null);
}

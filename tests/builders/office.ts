/** Who the office of a test is. */
import { insertProfile } from '../../electron/book/store/queries/office-law.ts';
import type { Store } from '../../electron/book/store/store.ts';
import type { OfficeProfile } from '../../shared/contract/law.ts';
import { noHousePolicy } from '../../shared/domain/law.ts';

/** Its own debts in its own name: federal rules on collectors do not bind it. */
export const firstParty: OfficeProfile = { role: 'first_party_creditor', state: null, house: noHousePolicy };
/** Collects for others. */
export const thirdParty: OfficeProfile = { role: 'third_party_collector', state: null, house: noHousePolicy };

/** Says who the office is, as if it had been said when the book was made. */
export function giveProfile(store: Store, profile: OfficeProfile): void {
  insertProfile(store, { profile: JSON.stringify(profile), madeAt: 0, author: 'Desk' });
}

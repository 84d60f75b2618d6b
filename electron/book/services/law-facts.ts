/**
 * Gathers what the engine asks for: the office, the law in force in this book, and the facts of one account or of many. It
 * decides nothing.
 */
import type { ContactActInput, OfficeProfile } from '../../../shared/contract/law.ts';
import { noHousePolicy } from '../../../shared/domain/law.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type {
  ContactAct,
  ContactContent,
  GateFacts,
  LicenceFacts,
  OfficeFacts,
} from '../../../shared/rules/facts.ts';
import {
  type LawBook,
  lawBookOf,
  type RulePack,
  shippedLaw,
  shippedVersion,
} from '../../../shared/rules/law-book.ts';
import type { QueryContext } from '../context.ts';
import { findApprovedWordings } from '../store/queries/approved-texts.ts';
import {
  findNewestPack,
  findProfileJson,
  listLicencesInForce,
  readLawCases,
  readPackJson,
} from '../store/queries/law-facts.ts';
import type { Store } from '../store/store.ts';

/** Nothing is known of what will be said. */
export const plainContent: ContactContent = {
  optOutNotice: null,
  debtCollectorNotice: null,
  threatensSuit: null,
  postcard: false,
  revealingEnvelope: false,
  publicMessage: false,
};

/** A contact as it is meant, with what is not said taken for the plain case: to the debtor, by hand, to collect. */
export function plainAct(
  act: Pick<ContactAct, 'channel'> & Partial<ContactActInput>,
  content: Partial<ContactContent> = {},
): ContactAct {
  return {
    direction: 'out',
    to: 'debtor',
    partyName: '',
    phoneId: null,
    emailId: null,
    addressId: null,
    purpose: 'collect',
    dialing: 'by_hand',
    ...act,
    content: { ...plainContent, ...content },
  };
}

/** Who the office is; without a profile the role is `null`, and nothing is allowed. */
export function officeFactsOf(store: Store): OfficeFacts {
  const json = findProfileJson(store);
  const profile = json === null ? null : (JSON.parse(json) as OfficeProfile);
  const approvedTexts = findApprovedWordings(store);
  return {
    role: profile?.role ?? null,
    state: profile?.state ?? null,
    // What a later version of the program asks for is not in a profile of an earlier one.
    house: { ...noHousePolicy, ...profile?.house },
    licences: listLicencesInForce(store) as LicenceFacts[],
    ...(Object.keys(approvedTexts).length === 0 ? {} : { approvedTexts }),
  };
}

/** The law as a pack left it, for as long as the same pack is the newest. */
const kept = new WeakMap<Store, { readonly key: string; readonly law: LawBook }>();

/** The rules in force: those of this program, with the newest pack laid over them if it is newer than they are. */
export function lawInForce(store: Store): LawBook {
  const pack = findNewestPack(store);
  // A version is a day and a running number and compares as text.
  if (pack === null || pack.version <= shippedVersion) return shippedLaw;
  const key = `${pack.version} ${pack.signature}`;
  const before = kept.get(store);
  if (before?.key === key) return before.law;
  const law = lawBookOf(JSON.parse(readPackJson(store, pack.version)) as RulePack);
  kept.set(store, { key, law });
  return law;
}

/**
 * The facts for a verdict on one contact. `at` is the instant it is asked for when that is not now: of a contact that began
 * some minutes ago, what came after its beginning was no prior contact.
 */
export function gateFactsFor(
  { store, now, zone, today }: QueryContext,
  accountId: number,
  act: ContactAct,
  at: number = now,
): Result<GateFacts> {
  const found = readLawCases(store, [accountId], today)[0];
  if (!found) return fail('account.not_found');
  return ok({
    now: at,
    zone,
    act,
    office: officeFactsOf(store),
    ...found,
    contacts: at < now ? found.contacts.filter((contact) => contact.at <= at) : found.contacts,
  });
}

/**
 * What a letter is about, gathered once: the account and its people, the ledger explained as of the day, the law's view of the
 * debt. The parts of the facts are made from it (`letter-money.ts`, `letter-arrangements.ts`, `letter-events.ts`, ...).
 */
import type { LetterPick } from '../../../shared/contract/letters.ts';
import { type Explained, explain } from '../../../shared/domain/explain.ts';
import type { StateCode } from '../../../shared/domain/law.ts';
import { assertInRange } from '../../../shared/domain/money.ts';
import type { LedgerFacts } from '../../../shared/domain/replay.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { CaseView } from '../../../shared/rules/case-view.ts';
import type { LawBook } from '../../../shared/rules/law-book.ts';
import { type ValidationState, validationStateOf } from '../../../shared/rules/validation/state.ts';
import type { LetterAbout } from '../../../shared/templates/letter-about.ts';
import type { QueryContext } from '../context.ts';
import type { AddressRow } from '../store/queries/debtors.ts';
import { gateFactsFor, lawInForce, plainAct } from './law-facts.ts';
import { factsOf, type LedgerEntry, readLedger, type StoredLedger } from './ledger-facts.ts';
import { findLetterAddress, type LetterParties, readParties } from './letter-parties.ts';

export type LetterSubject = {
  readonly context: QueryContext;
  readonly accountId: number;
  readonly parties: LetterParties;
  readonly ledger: StoredLedger;
  readonly ledgerFacts: LedgerFacts<LedgerEntry>;
  /** As of the day of the letter, interest up to it included. */
  readonly explained: Explained<LedgerEntry>;
  readonly view: CaseView;
  readonly law: LawBook;
  readonly validationState: ValidationState;
  /** Where the post finds the debtor; `null` without a usable address. */
  readonly address: AddressRow | null;
  /** Of the debtor; `null` where nothing says which, or several things say different ones. */
  readonly state: StateCode | null;
  readonly about: LetterAbout;
  readonly pick: LetterPick;
};

/** Returns `account.not_found`. */
export function readSubject(
  context: QueryContext,
  accountId: number,
  about: LetterAbout,
  pick: LetterPick | null,
): Result<LetterSubject> {
  const { store, today } = context;
  const parties = readParties(store, accountId);
  if (!parties) return fail('account.not_found');
  const facts = gateFactsFor(context, accountId, plainAct({ channel: 'letter' }));
  if (!facts.ok) return facts;
  const law = lawInForce(store);
  const view = new CaseView(facts.value, law.states);
  const ledger = readLedger(store, accountId);
  const ledgerFacts = factsOf(ledger);
  const explained = explain(ledgerFacts, today);
  assertInRange(explained.totalCents);
  const address = findLetterAddress(store, parties.debtor);
  return ok({
    context,
    accountId,
    parties,
    ledger,
    ledgerFacts,
    explained,
    view,
    law,
    validationState: validationStateOf(view, today),
    address,
    state: stateOf(view, address),
    about,
    pick: pick ?? {},
  });
}

/** Where the debtor lives, as stated; else the state the letter goes to, else the only one that comes into question. */
function stateOf(view: CaseView, address: AddressRow | null): StateCode | null {
  const { states } = view;
  const [only] = states;
  if (states.length === 1 && only !== undefined) return only;
  const region = address?.region.trim().toUpperCase();
  return states.find((state) => state === region) ?? null;
}

/**
 * What a validation notice sent today would hold: the itemization built from the ledger, the period it starts, and everything
 * that is missing or does not fit (12 CFR 1006.34). Nothing is sent or kept here.
 */
import { spellDay } from '../../../shared/domain/days.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { CaseView } from '../../../shared/rules/case-view.ts';
import {
  type Itemization,
  itemizationOf,
  itemizationRows,
} from '../../../shared/rules/validation/itemization.ts';
import {
  type ItemizationChoice,
  itemizationCandidates,
  itemizationChoiceOf,
} from '../../../shared/rules/validation/itemization-date.ts';
import { noticeFaults } from '../../../shared/rules/validation/notice-fields.ts';
import { validationPeriod } from '../../../shared/rules/validation/period.ts';
import type { QueryHandler } from '../context.ts';
import { gateFactsFor, plainAct } from './law-facts.ts';
import { factsOf, readLedger } from './ledger-facts.ts';
import { readAddressLines, readParties } from './letter-parties.ts';

/** Whole cents as a debt fact holds them. */
function centsOf(value: string | null): number | null {
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

const yes: Readonly<Record<string, boolean>> = { yes: true, no: false };

export const readValidationNotice: QueryHandler<'law.validationNotice'> = (
  context,
  { accountId, choice },
) => {
  const { store, today, now } = context;
  const parties = readParties(store, accountId);
  if (!parties) return fail('account.not_found');
  const facts = gateFactsFor(
    context,
    accountId,
    plainAct({ channel: 'letter', purpose: 'validation_notice' }),
  );
  if (!facts.ok) return facts;
  const { debt, person } = facts.value;
  const view = new CaseView(facts.value);
  const stored = itemizationChoiceOf(debt);
  const chosen: ItemizationChoice | null = choice ?? stored;
  const table: Itemization | null =
    chosen === null
      ? null
      : itemizationOf(
          factsOf(readLedger(store, accountId)),
          chosen.on,
          today,
          centsOf(view.debtFact('itemized_cents')),
        );
  const lines = readAddressLines(store, parties.debtor);
  const financial = view.debtFact('consumer_financial');
  const period = validationPeriod(today);
  const sentBefore = view.eventsOf('validation_notice', now).length > 0;
  const faults = noticeFaults({
    collectorName: parties.sender.name,
    disputeAddress: parties.sender.addressLines,
    consumerName: parties.debtor.name,
    fullestName: person.known.full_name?.value ?? parties.debtor.name,
    consumerAddress: lines.ok && lines.value !== null ? lines.value : [],
    consumerFinancial: financial === null ? null : (yes[financial] ?? null),
    creditorThen: view.debtFact('itemization_creditor') ?? parties.account.originalCreditor,
    accountNumberThen: view.debtFact('itemization_number') ?? parties.account.number,
    currentCreditor: view.debtFact('current_creditor') ?? parties.account.clientName,
    itemization: chosen,
    // Once a notice has gone out, the day it used stays.
    usedBefore: sentBefore ? stored : null,
    table,
    currentAmountCents: table?.owedNowCents ?? null,
    sentOn: today,
    endsOn: period.endsOn,
    electronic: false,
    disputeElectronically: '',
    mayGoElectronically: null,
  });
  return ok({
    candidates: itemizationCandidates(debt),
    chosen,
    table,
    rows: table === null ? null : itemizationRows(table, spellDay),
    period,
    faults,
    sentBefore,
  });
};

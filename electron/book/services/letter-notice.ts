/** What the validation notice of an account holds (12 CFR 1006.34): its figures, its period, and what it lacks. */

import type { DebtType } from '../../../shared/domain/account.ts';
import { spellDay } from '../../../shared/domain/days.ts';
import {
  type Itemization,
  itemizationOf,
  itemizationRows,
} from '../../../shared/rules/validation/itemization.ts';
import { itemizationChoiceOf } from '../../../shared/rules/validation/itemization-date.ts';
import { type NoticeFault, noticeFaults } from '../../../shared/rules/validation/notice-fields.ts';
import { validationPeriod } from '../../../shared/rules/validation/period.ts';
import type { LetterSender, LetterValidation } from '../../../shared/templates/letter-data.ts';
import type { LetterSubject } from './letter-subject.ts';

/** How the form names what the debtor had: “You had a … from …”. */
const products: Readonly<Record<DebtType, string>> = {
  medical: 'medical account',
  consumer_services: 'service account',
  legal_fees: 'account for legal services',
  retail: 'retail account',
  utility: 'utility account',
  rent: 'lease',
  loan: 'loan',
  credit_card: 'credit card account',
  commercial: 'business account',
  other: 'account',
};

const yes: Readonly<Record<string, boolean>> = { yes: true, no: false };

export type LetterNotice = {
  /** `null` while the figures of a notice are not known: no itemization date, or sums that do not add up. */
  readonly validation: LetterValidation | null;
  /** What a notice sent today lacks, whether or not its figures are known. */
  readonly faults: readonly NoticeFault[];
  /** Names in braces of the form and of prescribed texts, and what stands for them. */
  readonly fill: Readonly<Record<string, string>>;
};

export type NoticeParties = {
  readonly sender: LetterSender;
  readonly electronicAddress: string;
  readonly fullName: string;
  readonly consumerLines: readonly string[];
};

/** A letter that begins a period names the end of the one it begins; any other the end of the one that runs. */
export function noticeOf(subject: LetterSubject, parties: NoticeParties): LetterNotice {
  const { view, ledgerFacts, context, about, validationState } = subject;
  const { today, now } = context;
  const { account, debtor } = subject.parties;
  const { debt } = view.facts;
  const choice = itemizationChoiceOf(debt);
  const stated = view.debtFact('itemized_cents');
  const table: Itemization | null =
    choice === null
      ? null
      : itemizationOf(
          ledgerFacts,
          choice.on,
          today,
          stated !== null && /^\d{1,15}$/.test(stated) ? Number(stated) : null,
        );
  const financial = view.debtFact('consumer_financial');
  const consumerFinancial = financial === null ? null : (yes[financial] ?? null);
  const creditorThen =
    view.debtFact('itemization_creditor') || account.originalCreditor || account.clientName;
  const numberThen = view.debtFact('itemization_number') ?? account.number;
  const currentCreditor = view.debtFact('current_creditor') ?? account.clientName;
  const begins = about.stage === 'first_notice';
  const endOn =
    !begins && validationState.stage === 'running' && validationState.endsOn !== null
      ? validationState.endsOn
      : validationPeriod(today).endsOn;
  const { sender, electronicAddress, fullName, consumerLines } = parties;
  const faults = noticeFaults({
    collectorName: sender.name,
    disputeAddress: sender.disputeLines,
    consumerName: fullName,
    fullestName: fullName,
    consumerAddress: consumerLines.slice(1),
    consumerFinancial,
    creditorThen,
    accountNumberThen: numberThen,
    currentCreditor,
    itemization: choice,
    usedBefore: view.eventsOf('validation_notice', now).length > 0 ? choice : null,
    table,
    currentAmountCents: table?.owedNowCents ?? null,
    sentOn: today,
    endsOn: endOn,
    electronic: false,
    disputeElectronically: electronicAddress,
    mayGoElectronically: null,
  });
  const fill = {
    collector: sender.name,
    currentCreditor,
    owner: currentCreditor,
    product: products[debt.type],
    creditorThen,
    accountNumberThen: numberThen,
    itemizationDate: choice === null ? '' : spellDay(choice.on),
    endDate: spellDay(endOn),
    electronicAddress,
    reference: account.number,
    consumerName: fullName,
    consumerAddress: consumerLines.slice(1).join(', '),
    disputeAddress: sender.disputeLines.join(', '),
    address: sender.addressLines.join(', '),
    phone: sender.phone,
    hours: sender.hours,
    email: sender.email,
    website: sender.website,
    debtor: debtor.name,
  };
  const rows = table === null ? null : itemizationRows(table, spellDay);
  if (choice === null || table === null || table.owedThenCents === null || rows === null)
    return { validation: null, faults, fill };
  const validation: LetterValidation = {
    itemizationOn: choice.on,
    creditorThen,
    numberThen,
    owedThenCents: table.owedThenCents,
    interestCents: table.interestCents,
    feesCents: table.feesCents,
    paidCents: table.paidCents,
    owedNowCents: table.owedNowCents,
    endOn,
    product: fill.product,
    electronicAddress,
    consumerFinancial: consumerFinancial === true,
    reference: account.number,
    currentCreditor,
  };
  return { validation, faults, fill };
}

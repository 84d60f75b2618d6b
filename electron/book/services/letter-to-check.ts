/** What the check of a letter's wording is given: the finished text, and every fact it holds the text against. */

import { isChargedOff, isMedicalDebt } from '../../../shared/rules/states/debt-kind.ts';
import { livesInNewYorkCity } from '../../../shared/rules/states/new-york-city.ts';
import { validationPeriod } from '../../../shared/rules/validation/period.ts';
import type { LetterToCheck } from '../../../shared/rules/wording/letter-check.ts';
import type { LetterFacts, MadeFacts } from '../../../shared/templates/letter-facts.ts';
import { type GatheredLetter, isFirstContact, isFirstWriting, timeBarredOf } from './letter-facts.ts';
import { letterTextOf } from './letter-text.ts';

const yes: Readonly<Record<string, boolean>> = { yes: true, no: false };

export function letterToCheck(
  { subject, notice, approved }: GatheredLetter,
  { facts, sums, days }: MadeFacts,
  html: string,
): LetterToCheck {
  const { view, about, context, state, validationState } = subject;
  const { role } = view.facts.office;
  return {
    text: letterTextOf(html),
    writtenOn: context.today,
    role,
    debtor: view.isConsumerDebt ? 'consumer' : 'business',
    state,
    stage: about.stage,
    to: about.to,
    language: about.language,
    asksForMoney: about.asksForMoney,
    must: about.must,
    firstWriting: isFirstWriting(subject),
    firstContact: isFirstContact(subject),
    // A notice, also one that is sent again, begins the period that it must not overshadow.
    validationEndsOn:
      about.stage === 'first_notice'
        ? validationPeriod(context.today).endsOn
        : validationState.stage === 'running'
          ? validationState.endsOn
          : null,
    timeBarred: timeBarredOf(subject),
    judgment: view.facts.debt.judgedOn !== null,
    chargedOff: isChargedOff(view) === true,
    medical: isMedicalDebt(view),
    debtBuyer: view.debtFact('debt_buyer') === 'yes',
    consumerFinancial: yes[view.debtFact('consumer_financial') ?? ''] ?? null,
    approved,
    sums,
    days,
    fill: { ...namesIn(facts), ...notice.fill },
    typed: typedIn(facts),
    newYorkCity: livesInNewYorkCity(view) === 'yes',
  };
}

/** People and offices the letter repeats, beside those its notice names. */
function namesIn(facts: LetterFacts): Readonly<Record<string, string>> {
  const { recipient, account, client, attorney, estate, sender } = facts;
  return {
    recipient: recipient.name,
    creditor: account.creditor,
    originalCreditor: account.original_creditor,
    client: client.name,
    attorney: attorney.name,
    attorneyFirm: attorney.firm,
    representative: estate.representative,
    signer: sender.signer,
  };
}

/** What the debtor, the client or a clerk typed, as the lists of the letter repeat it. */
function typedIn({
  charges,
  payments,
  disputes,
  dispute,
  returned,
  accounts,
  placed,
}: LetterFacts): string[] {
  return [
    ...charges.map(({ description }) => description),
    ...payments.map(({ reference }) => reference),
    ...disputes.map(({ description }) => description),
    ...accounts.flatMap((one) => [one.number, one.creditor, one.original_creditor]),
    ...placed.flatMap(({ number, debtor }) => [number, debtor]),
    dispute.what,
    returned.why,
  ];
}

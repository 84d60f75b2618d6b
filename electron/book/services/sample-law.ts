/** What the law finds in the sample office: who it is, its licenses, notices that went out, wishes and events of its debtors. */

import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import type { DebtType } from '../../../shared/domain/account.ts';
import { addDays, type Day } from '../../../shared/domain/days.ts';
import { type DebtFactName, noHousePolicy, stateCodes } from '../../../shared/domain/law.ts';
import type { EventDetail, EventScope } from '../../../shared/rules/facts.ts';
import { validationEnd } from '../../../shared/rules/validation/period.ts';
import type { CommandContext } from '../context.ts';
import { places } from '../sample/sample-words.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { insertKnownFact } from '../store/queries/known-facts.ts';
import { insertLegalEvent, type NewLegalEvent } from '../store/queries/legal-events.ts';
import { insertLicence, insertProfile } from '../store/queries/office-law.ts';
import { lawInForce } from './law-facts.ts';
import { recordEvent } from './legal-events.ts';

const anywhere: EventScope = { channel: null, phoneId: null, emailId: null, addressId: null, place: null };

/** An office that collects for others, licensed or bonded where its debtors live; one license has to be renewed soon. */
export function sayWhoTheOfficeIs({ store, now, author, today }: CommandContext): void {
  const madeAt = now - 200 * 86_400_000;
  insertProfile(store, {
    profile: JSON.stringify({ role: 'third_party_collector', state: 'NH', house: noHousePolicy }),
    madeAt,
    author,
  });
  const { states } = lawInForce(store);
  const regions = [...new Set(places.map(([, region]) => region as string))];
  for (const [index, state] of stateCodes.filter((code) => regions.includes(code)).entries()) {
    const need = states[state].licence?.need ?? 'none_known';
    const none = need === 'none_known' || need === 'city';
    insertLicence(store, {
      state,
      kind: none ? 'not_needed' : need,
      number: none ? '' : `${state}-${4021 + index * 37}`,
      basis: none ? 'No state license, checked with counsel in March' : '',
      renewsOn: none ? null : addDays(today, index === 2 ? 24 : 140 + index * 31),
      madeAt,
      author,
    });
  }
}

type Told = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly phoneId: number;
  readonly openedOn: Day;
  readonly kind: DebtType;
};

type Dice = { chance(share: number): boolean; between(least: number, most: number): number };

/** `at` gives the office as it stood on an earlier day. */
export function liveUnderLaw(
  at: (day: Day) => CommandContext,
  dice: Dice,
  today: Day,
  { accountId, debtorId, phoneId, openedOn, kind }: Told,
): void {
  const placedOn = findAccount(at(today).store, accountId)?.placedOn ?? addDays(openedOn, 30);
  const plain = (
    kindOf: NewLegalEvent['kind'],
    on: Day,
    rest: { scope?: Partial<EventScope>; detail?: EventDetail; source: string; everyDebt?: boolean },
  ) => {
    const context = at(on);
    insertLegalEvent(context.store, {
      debtorId,
      accountId: rest.everyDebt ? null : accountId,
      kind: kindOf,
      on,
      at: null,
      scope: rest.scope ?? anywhere,
      detail: rest.detail ?? {},
      source: rest.source,
      document: '',
      memo: '',
      contactId: null,
      letterId: null,
      madeAt: context.now,
      author: context.author,
      operationId: context.operationId,
    });
  };
  const fact = (name: DebtFactName, value: string, source: string) => {
    const context = at(placedOn);
    insertKnownFact(context.store, 'debt', {
      ownerId: accountId,
      name,
      value,
      source,
      since: placedOn,
      madeAt: context.now,
      author: context.author,
      operationId: context.operationId,
    });
  };
  const sentOn = addDays(placedOn, dice.between(0, 3));
  if (sentOn <= today && dice.chance(0.93)) {
    plain('validation_notice', sentOn, {
      source: 'Mailed by this office',
      detail: { sentOn, how: 'First-class mail', endsOn: validationEnd(sentOn) },
    });
  }
  fact('defaulted_on', addDays(openedOn, 30), 'The client’s file');
  if (kind === 'medical') fact('first_bill_on', addDays(openedOn, 12), 'The client’s file');
  // What the validation notice of the account is made from. A debt so new that no statement followed has none yet.
  const statementOn = addDays(openedOn, 40);
  if (statementOn <= today) {
    fact('last_statement_on', statementOn, 'The client’s file');
    fact('itemization_kind', 'last_statement', 'Chosen when the account was placed');
    fact('itemization_on', statementOn, 'Chosen when the account was placed');
  }
  fact('consumer_financial', kind === 'retail' ? 'yes' : 'no', 'The client’s file');
  if (kind === 'legal_fees') fact('form', 'signed_writing', 'Engagement letter on file');
  const luck = dice.between(1, 100);
  if (luck <= 5) {
    plain('inconvenient_time', addDays(today, -dice.between(3, 20)), {
      source: 'Said on the phone',
      everyDebt: true,
      detail: { days: [1, 2, 3, 4, 5], fromMinute: 8 * 60, toMinute: 16 * 60 },
    });
  } else if (luck <= 9) {
    plain('employer_prohibits', addDays(today, -dice.between(3, 40)), {
      source: 'Said on the phone',
      everyDebt: true,
    });
  } else if (luck <= 13) {
    plain('opt_out', addDays(today, -dice.between(2, 30)), {
      source: 'Said on the phone',
      everyDebt: true,
      scope: { channel: 'text' },
    });
  } else if (luck <= 16) {
    plain('consent', addDays(today, -dice.between(2, 30)), {
      source: 'Said on the phone',
      scope: { phoneId },
      detail: { consent: 'text', direct: true },
    });
  }
}

/** What a conversation was about that holds the account: the event with its hold, as recording it would leave them. */
export function heldBy(
  context: CommandContext,
  accountId: number,
  outcome: 'disputed' | 'attorney' | 'bankruptcy' | 'asked_to_stop',
): void {
  const plain = {
    accountId,
    allDebts: false,
    on: context.today,
    at: null,
    scope: anywhere,
    document: '',
    memo: '',
    letterId: null,
  };
  const { detail, kind, source } = {
    disputed: { kind: 'dispute', detail: { written: true }, source: 'Letter of the debtor' },
    attorney: {
      kind: 'attorney',
      detail: {
        name: 'Delia Brandt',
        firm: 'Brandt Legal Aid',
        address: '14 Bridge Street, Portsmouth NH 03801',
        phone: '(603) 555-0191',
        reach: 'known',
      },
      source: 'Said in a call',
    },
    bankruptcy: {
      kind: 'bankruptcy',
      detail: { chapter: '7', caseNumber: '26-10457', court: 'Bankruptcy Court, District of New Hampshire' },
      source: 'Notice of the court',
    },
    asked_to_stop: { kind: 'cease_written', detail: {}, source: 'Letter of the debtor' },
  }[outcome] as {
    kind: 'dispute' | 'attorney' | 'bankruptcy' | 'cease_written';
    detail: CheckedInputOf<'law.recordEvent'>['detail'];
    source: string;
  };
  const recorded = recordEvent(context, { ...plain, kind, detail, source });
  if (!recorded.ok) throw new Error(`the sample office was refused: ${recorded.error.code}`);
}

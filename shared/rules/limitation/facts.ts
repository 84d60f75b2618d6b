/** What the last day to sue is reckoned from, read out of the facts of a debt: states, default, payments, what stopped the clock. */
import { addDays, type Day, isDay } from '../../domain/days.ts';
import { type DebtForm, debtForms, type StateCode, stateCodes } from '../../domain/law.ts';
import type { CaseView } from '../case-view.ts';
import type { CandidateCase } from './candidates.ts';

/** Something that may have begun the period anew. */
export type Restart = {
  readonly on: Day;
  readonly kind: 'payment' | 'signed_writing' | 'oral' | 'promise';
};

export type LimitationInput = CandidateCase & {
  readonly today: Day;
  /** Every state whose period may apply; a borrowing statute makes the shortest count. */
  readonly states: readonly StateCode[];
  /** Counsel said which state’s period applies. */
  readonly byCounsel: boolean;
  readonly residenceKnown: boolean;
  /** First unpaid due day or breach: both the same when it is stated, else the span it is assumed to lie in. */
  readonly defaultedFrom: Day | null;
  readonly defaultedUntil: Day | null;
  readonly defaultStated: boolean;
  readonly defaultFrom: 'stated' | 'due_day' | 'delinquency' | 'charge_off' | 'opened';
  readonly openedOn: Day;
  readonly lastItemOn: Day | null;
  readonly lastPaymentOn: Day | null;
  readonly serviceOn: Day;
  readonly placedOn: Day | null;
  readonly judgedOn: Day | null;
  readonly restarts: readonly Restart[];
  readonly tolling: 'none' | 'some' | null;
  /** Military service, 50 U.S.C. 3936; `to` is `null` while it lasts. */
  readonly serviceTimes: readonly { readonly from: Day; readonly to: Day | null }[];
  /** Bankruptcy, 11 U.S.C. 108(c). */
  readonly bankruptcies: readonly { readonly on: Day; readonly endedOn: Day | null }[];
  readonly debtBuyer: boolean | null;
};

/**
 * A debt is commonly charged off 120 to 180 days after the first missed payment; where nothing but the charge-off is known, the
 * default is assumed as early as that.
 */
const chargeOffDays = 180;

const noRestarts: readonly Restart[] = [];
const noService: LimitationInput['serviceTimes'] = [];
const noBankruptcies: LimitationInput['bankruptcies'] = [];

function earlier(a: Day | null, b: Day | null): Day | null {
  return a === null ? b : b === null || a <= b ? a : b;
}

function later(a: Day | null, b: Day | null): Day | null {
  return a === null ? b : b === null || a >= b ? a : b;
}

const codes: ReadonlySet<string> = new Set(stateCodes);

function stateOf(value: string | undefined): StateCode | null {
  return value !== undefined && codes.has(value) ? (value as StateCode) : null;
}

function dayFact(view: CaseView, name: Parameters<CaseView['debtFact']>[0]): Day | null {
  const value = view.debtFact(name);
  return value !== null && isDay(value) ? value : null;
}

function statesOf(view: CaseView, byCounsel: boolean): readonly StateCode[] {
  const { known } = view.facts.debt;
  const governing = stateOf(known.governing_state?.value);
  if (byCounsel && governing !== null) return [governing];
  const contract = stateOf(known.contract_state?.value);
  const { states } = view;
  if (governing === null && contract === null) return states;
  const all = [...states];
  for (const state of [governing, contract]) if (state !== null && !all.includes(state)) all.push(state);
  return all;
}

function restartsOf(view: CaseView): readonly Restart[] {
  const paidOn = view.facts.debt.lastPaymentOn;
  const said = view.everyEventOf('time_acknowledged');
  if (paidOn === null && said.length === 0) return noRestarts;
  const found: Restart[] = said.map(({ on, detail }) => ({ on, kind: detail.form ?? 'oral' }));
  if (paidOn !== null) found.push({ on: paidOn, kind: 'payment' });
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export function limitationInputOf(view: CaseView, today: Day): LimitationInput {
  const { debt } = view.facts;
  const { known } = debt;
  const stated = dayFact(view, 'defaulted_on');
  let defaultedFrom = stated;
  let defaultedUntil = stated;
  let basis: LimitationInput['defaultFrom'] = 'stated';
  if (stated === null) {
    const delinquentOn = known.delinquent_on === undefined ? null : dayFact(view, 'delinquent_on');
    const chargedOffOn = known.charged_off_on === undefined ? null : dayFact(view, 'charged_off_on');
    defaultedFrom = earlier(debt.oldestDueOn, delinquentOn);
    defaultedUntil = later(debt.oldestDueOn, delinquentOn);
    basis = delinquentOn !== null && delinquentOn === defaultedFrom ? 'delinquency' : 'due_day';
    if (chargedOffOn !== null) {
      const early = addDays(chargedOffOn, -chargeOffDays);
      if (defaultedFrom === null || early < defaultedFrom) {
        defaultedFrom = early;
        basis = 'charge_off';
      }
      defaultedUntil ??= chargedOffOn;
    }
    if (defaultedFrom === null) {
      // A debt cannot be in default before it was made; how much later nobody has said.
      defaultedFrom = debt.openedOn;
      basis = 'opened';
    }
  }
  const byCounsel = known.governing_basis?.value === 'counsel';
  const form = known.form?.value;
  const tolling = known.tolling_known?.value;
  const buyer = known.debt_buyer?.value;
  const lastChargeOn = known.last_charge_on === undefined ? null : dayFact(view, 'last_charge_on');
  const transactionOn = known.transaction_on === undefined ? null : dayFact(view, 'transaction_on');
  const hasEvents = view.facts.events.length > 0;
  const served = hasEvents ? view.everyEventOf('servicemember') : [];
  const bankrupt = hasEvents ? view.everyEventOf('bankruptcy') : [];
  return {
    today,
    states: statesOf(view, byCounsel),
    byCounsel,
    residenceKnown: view.states.length > 0,
    form: form === undefined ? null : (debtForms.find((one): one is DebtForm => one === form) ?? null),
    type: debt.type,
    isConsumer: view.isConsumerDebt,
    service: known.medical_service?.value ?? null,
    defaultedFrom,
    defaultedUntil,
    defaultStated: stated !== null,
    defaultFrom: basis,
    openedOn: debt.openedOn,
    lastItemOn: later(lastChargeOn, debt.lastPaymentOn),
    lastPaymentOn: debt.lastPaymentOn,
    serviceOn: transactionOn ?? lastChargeOn ?? debt.openedOn,
    placedOn: debt.placedOn,
    judgedOn: debt.judgedOn,
    restarts: restartsOf(view),
    tolling: tolling === 'none' || tolling === 'some' ? tolling : null,
    serviceTimes:
      served.length === 0
        ? noService
        : served.map(({ on, detail, endedOn }) => ({
            from: detail.from ?? on,
            to: detail.to ?? endedOn,
          })),
    bankruptcies:
      bankrupt.length === 0 ? noBankruptcies : bankrupt.map(({ on, endedOn }) => ({ on, endedOn })),
    debtBuyer: buyer === undefined ? null : buyer === 'yes',
  };
}

/**
 * Which periods come into question for a debt in a state: by what it rests on, or, while nobody has said, by everything a debt of
 * its type may rest on. Kept by state, form and type, because a book asks for the same few over and over.
 */
import type { DebtType } from '../../domain/account.ts';
import type { Day } from '../../domain/days.ts';
import type { DebtForm, Source, StateCode } from '../../domain/law.ts';
import type { PeriodForm, StateLaw, StateLaws } from '../states/state-laws.ts';
import { demandNotes, type RunsFrom, type SpecialPeriod, specialPeriods } from './special-periods.ts';

export type Candidate = {
  readonly state: StateCode;
  readonly years: number;
  readonly words: string;
  readonly runsFrom: RunsFrom;
  readonly side: 'both' | 'latest';
  readonly cap: Day | null;
  readonly openedBefore: Day | null;
  /** For claims that arose before the first, and not before the second. */
  readonly defaultBefore: Day | null;
  readonly defaultFrom: Day | null;
  readonly source: Source;
};

export const periodWords: Readonly<Record<PeriodForm, string>> = {
  written: 'Written contract',
  oral: 'Oral contract',
  open_account: 'Open account',
  promissory_note: 'Promissory note',
  credit_card: 'Credit card',
  medical: 'Medical debt',
  medical_facility: 'Licensed medical facility',
  services_rendered: 'Fees for services',
  sealed: 'Contract under seal',
  sale_of_goods: 'Sale of goods',
  judgment: 'Judgment',
};

const byForm: Readonly<Record<DebtForm, readonly PeriodForm[]>> = {
  signed_writing: ['written'],
  unsigned_writing: ['written', 'oral'],
  oral: ['oral'],
  open_account: ['open_account'],
  // The uniform four years, and the state’s own where it is argued that a store account is not a sale.
  sale_of_goods: ['sale_of_goods', 'open_account', 'written'],
  promissory_note: ['promissory_note'],
  demand_note: ['promissory_note'],
  credit_card: ['credit_card'],
  medical: ['medical'],
  judgment: ['judgment'],
};

/** While nobody has said what a debt rests on. */
const byType: Readonly<Record<DebtType, readonly PeriodForm[]>> = {
  medical: ['medical'],
  consumer_services: ['written', 'oral', 'open_account', 'services_rendered'],
  legal_fees: ['written', 'oral', 'open_account', 'services_rendered'],
  retail: ['written', 'open_account', 'sale_of_goods'],
  // Whether gas and current are goods is argued.
  utility: ['written', 'oral', 'open_account', 'sale_of_goods'],
  rent: ['written', 'oral'],
  loan: ['written', 'oral', 'promissory_note'],
  credit_card: ['credit_card'],
  commercial: ['written', 'oral', 'open_account', 'sale_of_goods', 'promissory_note'],
  other: ['written', 'oral', 'open_account', 'sale_of_goods', 'promissory_note'],
};

const contractual: readonly PeriodForm[] = ['written', 'oral', 'open_account'];
const cardElse: readonly PeriodForm[] = ['open_account', 'written'];

export type CandidateCase = {
  readonly form: DebtForm | null;
  readonly type: DebtType;
  readonly isConsumer: boolean;
  /** Who gave the care: hospital, professional, ambulance, other; `null` while nobody has said. */
  readonly service: string | null;
};

/** The periods of the table that apply; a medical one stands in place of the contract’s where the care falls under it. */
function periodsAsked(law: StateLaw, { form, type, service }: CandidateCase): readonly PeriodForm[] {
  if (form === 'judgment') return ['judgment'];
  if (type === 'medical' || form === 'medical') {
    const contract = form === null || form === 'medical' ? contractual : byForm[form];
    const rest: readonly PeriodForm[] = law.periods.services_rendered
      ? [...contract, 'services_rendered']
      : contract;
    // The special period names hospitals and licensed professionals; of others, and of what is not said, both are possible.
    if (law.periods.medical)
      return service === 'hospital' || service === 'professional' ? ['medical'] : ['medical', ...rest];
    if (law.periods.medical_facility && service !== 'professional' && service !== 'ambulance')
      return service === 'hospital' ? ['medical_facility'] : ['medical_facility', ...rest];
    return rest;
  }
  const named = form === null ? byType[type] : byForm[form];
  return named.flatMap((one) => (one === 'credit_card' && !law.periods.credit_card ? cardElse : [one]));
}

function isMeant(special: SpecialPeriod, state: StateCode, form: PeriodForm, asked: CandidateCase): boolean {
  if (special.form !== form || special.notIn?.includes(state)) return false;
  if (special.states !== 'all' && !special.states.includes(state)) return false;
  // A writing known to be signed is not an unsigned one.
  if (state === 'VA' && form === 'written' && asked.form === 'signed_writing') return false;
  const { only } = special;
  if (only?.consumer === true && !asked.isConsumer) return false;
  return only?.types === undefined || only.types.includes(asked.type);
}

function makeCandidates(state: StateCode, law: StateLaw, asked: CandidateCase): readonly Candidate[] {
  const found: Candidate[] = [];
  const plain = {
    state,
    runsFrom: 'default',
    side: 'both',
    cap: null,
    openedBefore: null,
    defaultBefore: null,
    defaultFrom: null,
  } as const;
  for (const form of new Set(periodsAsked(law, asked))) {
    const specials = specialPeriods.filter((special) => isMeant(special, state, form, asked));
    const period = law.periods[form];
    if (period) {
      found.push({
        ...plain,
        years: period.years,
        words: periodWords[form],
        // Where an older law holds for older claims, this one is for the rest.
        defaultFrom: specials.find(({ replaces }) => replaces)?.only?.defaultBefore ?? null,
        source: period.source,
      });
    }
    for (const { years, words, runsFrom, side, cap, only, source } of specials) {
      found.push({
        ...plain,
        years,
        words,
        runsFrom,
        side,
        cap: cap ?? null,
        openedBefore: only?.openedBefore ?? null,
        defaultBefore: only?.defaultBefore ?? null,
        source,
      });
    }
    const { sealed } = law.periods;
    if (form === 'written' && sealed)
      found.push({
        ...plain,
        years: sealed.years,
        words: periodWords.sealed,
        side: 'latest',
        source: sealed.source,
      });
  }
  if (asked.form === 'demand_note')
    found.push({
      ...plain,
      years: demandNotes.withoutPaymentYears,
      words: 'Note payable on demand: ten years without a demand and without a payment',
      runsFrom: 'last_item',
      side: 'latest',
      source: demandNotes.source,
    });
  return found;
}

/** The candidates of a state; where all run from the default without any condition, also the shortest and the longest of them. */
export type CandidateSet = {
  readonly all: readonly Candidate[];
  readonly plain: {
    readonly shortest: number;
    readonly longest: number;
    readonly unverified: boolean;
  } | null;
};

function isPlain({ runsFrom, cap, openedBefore, defaultBefore, defaultFrom }: Candidate): boolean {
  return (
    runsFrom === 'default' &&
    cap === null &&
    openedBefore === null &&
    defaultBefore === null &&
    defaultFrom === null
  );
}

function setOf(all: readonly Candidate[]): CandidateSet {
  const both = all.filter(({ side }) => side === 'both');
  if (both.length === 0 || !all.every(isPlain)) return { all, plain: null };
  return {
    all,
    plain: {
      shortest: Math.min(...both.map(({ years }) => years)),
      longest: Math.max(...all.map(({ years }) => years)),
      unverified: both.some(({ source }) => source.confidence === 'unverified'),
    },
  };
}

const kept = new WeakMap<StateLaws, Map<string, CandidateSet>>();

export function candidatesOf(laws: StateLaws, state: StateCode, asked: CandidateCase): CandidateSet {
  let ofLaws = kept.get(laws);
  if (!ofLaws) {
    ofLaws = new Map();
    kept.set(laws, ofLaws);
  }
  const key = `${state}${asked.isConsumer ? '+' : '-'}${asked.type}/${asked.form ?? ''}/${asked.service ?? ''}`;
  let found = ofLaws.get(key);
  if (!found) {
    // A state no table knows has no periods: the answer is then uncertain.
    const law = laws[state] as StateLaw | undefined;
    found = setOf(law === undefined ? [] : makeCandidates(state, law, asked));
    ofLaws.set(key, found);
  }
  return found;
}

/**
 * What is known of each state’s law: limitation periods, what ends or revives a debt, licences, notices, medical debt,
 * whether creditors are bound. An entry that is missing means nothing is known, not that there is nothing.
 */
import type { Source, StateCode } from '../../domain/law.ts';

export type Period = {
  readonly years: number;
  readonly source: Source;
};

export type PeriodForm =
  | 'written'
  | 'oral'
  | 'open_account'
  | 'promissory_note'
  | 'credit_card'
  | 'medical'
  /** A licensed medical facility, where it has a period of its own. */
  | 'medical_facility'
  /** Fees for services, where they have a period of their own. */
  | 'services_rendered'
  | 'sealed'
  | 'sale_of_goods'
  | 'judgment';

/** What somebody needs who collects for others. `city`: only cities of the state ask for something. */
export type StateLicence =
  | {
      readonly need: 'licence' | 'registration' | 'bond' | 'city';
      readonly words: string;
      readonly source: Source;
    }
  | { readonly need: 'none_known'; readonly words: string; readonly source: null };

export type StateLaw = {
  readonly name: string;
  readonly periods: Readonly<Partial<Record<PeriodForm, Period>>>;
  readonly expiry: {
    readonly rule: string;
    readonly source: Source;
    /** The debt itself ends with the period. */
    readonly extinguishes: boolean;
    /** A payment after expiry makes it enforceable again; `null`: not known. */
    readonly revives: boolean | null;
    /** A payment before expiry starts the period anew; `null`: not known. */
    readonly paymentRestarts: boolean | null;
    /** Only debts a debt buyer owns. */
    readonly debtBuyersOnly: boolean;
  } | null;
  readonly timeBarredNotice: { readonly id: string; readonly source: Source } | null;
  readonly licence: StateLicence | null;
  readonly judgmentInterest: { readonly words: string; readonly source: Source } | null;
  readonly medical: { readonly words: string; readonly source: Source } | null;
  /** Creditors collecting their own debts are bound by the state’s collection law. */
  readonly bindsCreditors: Source | null;
};

export type StateLaws = Readonly<Record<StateCode, StateLaw>>;

export type RegionLaws<States extends StateCode> = Readonly<Record<States, StateLaw>>;

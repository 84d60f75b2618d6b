/**
 * What the table of states cannot say in one number: uniform laws, periods that run from another day, that hold for contracts of
 * some years only, or that are argued about. Each adds to the periods of the table; a longer one that is only argued for (`latest`)
 * never makes a debt look fresh, it only keeps it from looking barred for certain.
 */
import type { DebtType } from '../../domain/account.ts';
import type { Day } from '../../domain/days.ts';
import type { Source, StateCode } from '../../domain/law.ts';
import { known, secondary, text, unverified } from '../states/entry.ts';
import type { PeriodForm } from '../states/state-laws.ts';

/** The day a period runs from. */
export type RunsFrom =
  /** The first unpaid due day or breach. */
  | 'default'
  /** The later of the last charge and the last payment. */
  | 'last_item'
  /** Thirty calendar days after that. */
  | 'last_item_30'
  /** The later of the service and the last payment. */
  | 'service_or_payment'
  /** Hand-over to a third party for collection. */
  | 'placement';

export type SpecialPeriod = {
  readonly states: 'all' | readonly StateCode[];
  readonly notIn?: readonly StateCode[];
  /** The period of the table it stands beside. */
  readonly form: PeriodForm;
  readonly years: number;
  readonly words: string;
  readonly runsFrom: RunsFrom;
  /** `latest`: a longer period that is only possible. `both`: it may shorten as well. */
  readonly side: 'both' | 'latest';
  /** The one in the table does not apply where this does. */
  readonly replaces?: boolean;
  readonly only?: {
    readonly consumer?: boolean;
    readonly types?: readonly DebtType[];
    /** Contracts made before. */
    readonly openedBefore?: Day;
    /** Claims that arose before. */
    readonly defaultBefore?: Day;
  };
  /** The last day it can ever be. */
  readonly cap?: Day;
  readonly source: Source;
};

type Rest = Partial<Pick<SpecialPeriod, 'runsFrom' | 'notIn' | 'replaces' | 'only' | 'cap'>>;

/** A period that may be the shortest as well as the longest. */
function possible(
  states: SpecialPeriod['states'],
  form: PeriodForm,
  years: number,
  words: string,
  source: Source,
  rest: Rest = {},
): SpecialPeriod {
  return { states, form, years, words, source, side: 'both', runsFrom: 'default', ...rest };
}

/** A longer period somebody may argue for. */
function argued(
  states: readonly StateCode[],
  form: PeriodForm,
  years: number,
  words: string,
  source: Source,
  rest: Rest = {},
): SpecialPeriod {
  return { ...possible(states, form, years, words, source, rest), side: 'latest' };
}

const readOn = '2026-11-21';

export const specialPeriods: readonly SpecialPeriod[] = [
  // Louisiana has not adopted Article 2.
  possible(
    'all',
    'sale_of_goods',
    4,
    'Sale of goods, four years under the Uniform Commercial Code',
    known('UCC 2-725', readOn),
    { notIn: ['LA'] },
  ),
  possible(
    'all',
    'promissory_note',
    6,
    'Negotiable note, six years from the due date or acceleration under the Uniform Commercial Code',
    known('UCC 3-118', readOn),
  ),
  // Ohio shortened its periods from 16 June 2021.
  possible(
    ['OH'],
    'written',
    8,
    'Claims that arose before June 16, 2021: the old eight years, but never after June 16, 2027',
    secondary('ORC 2305.06', '2026'),
    { replaces: true, only: { defaultBefore: '2021-06-16' }, cap: '2027-06-16' },
  ),
  argued(['OH'], 'oral', 6, 'Consumer transactions, six years', secondary('ORC 2305.07(C)', '2026'), {
    only: { consumer: true },
  }),
  possible(
    ['OH'],
    'open_account',
    6,
    'Consumer transactions, six years from 30 days after the later of the last charge and the last payment',
    secondary('ORC 2305.07(C)', '2026'),
    { runsFrom: 'last_item_30', only: { consumer: true } },
  ),
  // New York: three years for consumer credit, six for other contracts.
  argued(
    ['NY'],
    'written',
    6,
    'Contracts other than consumer credit, six years',
    secondary('CPLR 213(2)', '2026'),
  ),
  argued(
    ['NY'],
    'oral',
    6,
    'Contracts other than consumer credit, six years',
    secondary('CPLR 213(2)', '2026'),
  ),
  // Accounts that accrue with their last item.
  possible(
    ['UT'],
    'open_account',
    4,
    'From the last charge or the last payment',
    secondary('Utah Code 78B-2-307(1)(b)-(c)', '2026'),
    { runsFrom: 'last_item' },
  ),
  possible(
    ['UT'],
    'oral',
    4,
    'From the last charge or the last payment',
    secondary('Utah Code 78B-2-307(1)(a)', '2026'),
    { runsFrom: 'last_item' },
  ),
  possible(
    ['IA'],
    'open_account',
    5,
    'From the last item of the account',
    text('Iowa Code 614.1(4); 614.5', '2026-02'),
    { runsFrom: 'last_item' },
  ),
  possible(
    ['ID'],
    'open_account',
    4,
    'A mutual account runs from its last item',
    text('Idaho Code 5-217; 5-222', '2026-02'),
    { runsFrom: 'last_item' },
  ),
  // Medical periods with a start of their own.
  possible(
    ['AR'],
    'medical',
    2,
    'From the service or the latest partial payment, whichever is later',
    secondary('Ark. Code 16-56-106(b)', '2026'),
    { runsFrom: 'service_or_payment' },
  ),
  possible(
    ['FL'],
    'medical_facility',
    3,
    'Licensed facility, from referral to a third party for collection',
    text('Fla. Stat. 95.11(4)', '2026-02'),
    { runsFrom: 'placement' },
  ),
  // Shorter or longer by what the contract is.
  possible(
    ['CO'],
    'written',
    3,
    'Sums that are neither liquidated nor determinable, three years',
    known('C.R.S. 13-80-101(1)(a)', '2025-06'),
  ),
  possible(
    ['CO'],
    'oral',
    3,
    'Sums that are neither liquidated nor determinable, three years',
    known('C.R.S. 13-80-101(1)(a)', '2025-06'),
  ),
  possible(
    ['VA'],
    'written',
    3,
    'Writings the debtor did not sign, three years',
    text('Va. Code 8.01-246(A)(4)', '2026-02'),
  ),
  argued(
    ['IN'],
    'written',
    10,
    'Written contracts other than for the payment of money, ten years',
    known('Ind. Code 34-11-2-11', '2025-06'),
  ),
  argued(
    ['KY'],
    'written',
    15,
    'Contracts made before July 15, 2014: fifteen years',
    known('KRS 413.090(2)', '2025-06'),
    { only: { openedBefore: '2014-07-15' } },
  ),
  argued(
    ['GA'],
    'open_account',
    6,
    'Credit cards: courts apply six years',
    known('O.C.G.A. 9-3-24', '2025-06'),
    { only: { types: ['credit_card'] } },
  ),
  argued(
    ['MT'],
    'written',
    8,
    'Long eight years; a newer page says six',
    unverified('Montana Code, written contracts', '2026'),
  ),
  possible(
    ['NJ'],
    'open_account',
    4,
    'Store accounts for goods, four years',
    known('N.J.S.A. 12A:2-725', '2025-06'),
    { only: { types: ['retail'] } },
  ),
  possible(
    ['RI'],
    'open_account',
    4,
    'Sale of goods, four years',
    known('R.I. Gen. Laws 6A-2-725', '2025-06'),
    { only: { types: ['retail'] } },
  ),
  argued(
    ['OK'],
    'open_account',
    5,
    'Five years if the account is in writing',
    unverified('Oklahoma, accounts in writing', '2025-06'),
  ),
  argued(
    ['WV'],
    'open_account',
    10,
    'Ten years if a signed agreement is proved',
    secondary('W. Va. Code 55-2-6', '2026'),
  ),
  argued(
    ['RI'],
    'promissory_note',
    10,
    'Ten years if the note is not negotiable',
    unverified('R.I. Gen. Laws 9-1-13(a)', '2025-06'),
  ),
  argued(
    ['MD'],
    'promissory_note',
    12,
    'Specialties, twelve years',
    unverified('Md. Code, Cts. & Jud. Proc. 5-102', '2025-06'),
  ),
  argued(['NC'], 'promissory_note', 10, 'Sealed notes, ten years', unverified('N.C.G.S. 1-47(2)', '2025-06')),
  argued(['VT'], 'promissory_note', 14, 'Witnessed notes, fourteen years', known('12 V.S.A. 508', '2025-06')),
  argued(
    ['MA'],
    'promissory_note',
    20,
    'Sealed or witnessed notes, twenty years',
    known('M.G.L. c. 260, s. 1', '2025-06'),
  ),
  argued(
    ['ME'],
    'promissory_note',
    20,
    'Sealed or witnessed notes, twenty years',
    known('14 M.R.S. 751', '2025-06'),
  ),
  argued(
    ['NH'],
    'promissory_note',
    20,
    'Notes secured by a mortgage, twenty years',
    known('N.H. RSA 508:6', '2025-06'),
  ),
  argued(
    ['SC'],
    'promissory_note',
    20,
    'Sealed or mortgage-secured notes, twenty years',
    unverified('S.C. Code 15-3-520', '2025-06'),
  ),
  argued(
    ['PA'],
    'promissory_note',
    20,
    'Sealed instruments, twenty years',
    text('Pennsylvania, instruments under seal', '2026-02'),
  ),
];

/** UCC 3-118(b), a note payable on demand: six years after the demand, or ten without a demand and without a payment. */
export const demandNotes = { withoutPaymentYears: 10, source: known('UCC 3-118(b)', readOn) } as const;

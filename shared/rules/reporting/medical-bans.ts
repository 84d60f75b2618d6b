/**
 * States that keep medical debt out of credit reports. The CFPB
 * holds that federal law overrides them and states dispute it; they are kept to.
 */
import type { Day } from '../../domain/days.ts';
import type { Source, StateCode } from '../../domain/law.ts';
import { known, secondary, text, unverified } from '../states/entry.ts';

export type MedicalBan = {
  readonly state: StateCode;
  readonly from: Day;
  readonly words: string;
  readonly source: Source;
};

const always: Day = '0001-01-01';

export const medicalBans: readonly MedicalBan[] = [
  {
    state: 'CA',
    from: always,
    words: 'Medical debt may not be reported; a violation voids the debt.',
    source: secondary('Cal. Civ. Code 1785.20.6; 1785.27', '2026'),
  },
  {
    state: 'CO',
    from: always,
    words: 'Bureaus may not report medical debt, and a collector may not say that it will be reported.',
    source: secondary('Colorado HB 23-1126', '2026'),
  },
  {
    state: 'CT',
    from: '2024-07-01',
    words: 'Medical debt may not be reported; a reported portion is void.',
    source: text('Conn. Gen. Stat. 20-7i', '2026-02'),
  },
  {
    state: 'DE',
    from: always,
    words: 'Medical debt may not be reported.',
    source: text('6 Del. C. 2504J-2509J', '2026-02'),
  },
  {
    state: 'IL',
    from: always,
    words: 'Medical debt may not be reported.',
    source: known('815 ILCS 505/2EEEE', '2025-06'),
  },
  {
    state: 'MD',
    from: always,
    words: 'Medical debt may not be reported.',
    source: unverified('Fair Medical Debt Reporting Act (2025)', '2025-06'),
  },
  {
    state: 'ME',
    from: always,
    words: 'Medical debt may not be reported.',
    source: unverified('10 M.R.S. 1310-H', '2025-06'),
  },
  {
    state: 'MN',
    from: always,
    words: 'Medical debt may not be reported.',
    source: unverified('Minn. Stat. 332C', '2025-06'),
  },
  {
    state: 'NJ',
    from: always,
    words: 'Medical debt may not be reported.',
    source: known('N.J.S.A. 56:11-56 to -63', '2025-06'),
  },
  {
    state: 'NY',
    from: always,
    words: 'Hospitals, professionals, ambulances and their agents may not report medical debt.',
    source: known('N.Y. Pub. Health Law 4925-4927', '2025-06'),
  },
  {
    state: 'OR',
    from: '2026-01-01',
    words: 'Medical debt may not be reported.',
    source: secondary('Oregon SB 605 (2025)', '2026'),
  },
  {
    state: 'RI',
    from: always,
    words: 'Medical debt may not be reported.',
    source: known('R.I. Gen. Laws 6-60', '2025-06'),
  },
  {
    state: 'VA',
    from: always,
    words: 'Medical debt may not be reported.',
    source: text('Va. Code 59.1-444.4', '2026-02'),
  },
  {
    state: 'VT',
    from: always,
    words: 'Medical debt may not be reported or sold.',
    source: known('9 V.S.A. 2466d; 18 V.S.A. 9485', '2025-06'),
  },
  {
    state: 'WA',
    from: always,
    words: 'Medical debt may not be reported; a reported debt becomes void.',
    source: text('RCW 70.54.470; 19.16.250', '2026-02'),
  },
];

export function medicalBansOn(states: readonly StateCode[], day: Day): readonly MedicalBan[] {
  return medicalBans.filter(({ state, from }) => states.includes(state) && from <= day);
}

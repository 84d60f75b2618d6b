/** The West: what is known of each state’s law. */
import { known, noneKnown, secondary, text, unverified, years } from './entry.ts';
import type { RegionLaws } from './state-laws.ts';

export const west: RegionLaws<
  'AK' | 'AZ' | 'CA' | 'CO' | 'HI' | 'ID' | 'MT' | 'NM' | 'NV' | 'OR' | 'UT' | 'WA' | 'WY'
> = {
  AK: {
    name: 'Alaska',
    periods: {
      written: years(3, known('Alaska Stat. 09.10.053', '2025-06')),
      oral: years(3, known('Alaska Stat. 09.10.053', '2025-06')),
      open_account: years(3, known('Alaska Stat. 09.10.053', '2025-06')),
      promissory_note: years(6, known('Alaska Stat. 45.03.118', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'AS 08.24',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: '12th Fed. Res. district discount rate + 3.',
      source: known('AS 09.30.070', '2025-06'),
    },
    medical: null,
    bindsCreditors: null,
  },
  AZ: {
    name: 'Arizona',
    periods: {
      written: years(6, known('A.R.S. 12-548(A)(1)', '2025-06')),
      oral: years(3, known('A.R.S. 12-543(1)', '2025-06')),
      open_account: years(3, known('A.R.S. 12-543(2)', '2025-06')),
      promissory_note: years(6, known('A.R.S. 12-548; 47-3118', '2025-06')),
      credit_card: years(6, known('A.R.S. 12-548(A)(2)', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'A.R.S. 32-1001',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'Prime + 1; medical debt capped at the lesser of one-year Treasury yield or 3%.',
      source: known('A.R.S. 44-1201', '2025-06'),
    },
    medical: { words: 'Interest cap.', source: known('A.R.S. 44-1201', '2025-06') },
    bindsCreditors: null,
  },
  CA: {
    name: 'California',
    periods: {
      written: years(4, secondary('Cal. Code Civ. Proc. 337(a)', '2026')),
      oral: years(2, secondary('Cal. Code Civ. Proc. 339(1)', '2026')),
      open_account: years(4, secondary('Cal. Code Civ. Proc. 337(b)', '2026')),
      promissory_note: years(
        4,
        secondary('Cal. Code Civ. Proc. 337(a)', '2026', 'A negotiable note: 6 years under Com. Code 3118.'),
      ),
    },
    expiry: {
      rule: 'No suit after expiry; written acknowledgment needed (payment matters only on a note before expiry).',
      source: secondary('Cal. Code Civ. Proc. 337(d), 360', '2026'),
      extinguishes: false,
      revives: null,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: { id: 'TB-CA', source: known('Cal. Civ. Code 1788.14(d); 1788.52(d)', '2025-06') },
    licence: {
      need: 'licence',
      words:
        'License for collection agencies from the Department of Financial Protection and Innovation (DFPI).',
      source: known(
        'Cal. Fin. Code 100000',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words:
        '10%; 5% on medical judgments under $200,000 and personal-debt judgments under $50,000 entered from 2023.',
      source: known('Cal. Code Civ. Proc. 685.010', '2025-06'),
    },
    medical: {
      words: 'No furnishing; contract terms; violation voids the debt.',
      source: secondary('Cal. Civ. Code 1785.20.6, 1785.27 (SB 1061)', '2026'),
    },
    bindsCreditors: secondary('Cal. Civ. Code 1788.2(c)', '2026'),
  },
  CO: {
    name: 'Colorado',
    periods: {
      written: years(
        6,
        known(
          'C.R.S. 13-80-103.5(1)(a)',
          '2025-06',
          'Liquidated or determinable sums; otherwise 3 under 13-80-101(1)(a).',
        ),
      ),
      oral: years(
        6,
        unverified('C.R.S. 13-80-103.5(1)(a)', '2025-06', '3 if not a liquidated or determinable sum.'),
      ),
      open_account: years(6, known('C.R.S. 13-80-103.5(1)(a)', '2025-06')),
      promissory_note: years(6, known('C.R.S. 13-80-103.5(1)', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'C.R.S. 5-16-115',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: '8% unless contract; medical 3% cap.',
      source: unverified('C.R.S. 5-12-102', '2025-06'),
    },
    medical: {
      words:
        'Bureaus may not report medical debt below the conforming-loan-limit use; collector may not say it will be reported.',
      source: secondary('HB 23-1126', '2026'),
    },
    bindsCreditors: null,
  },
  HI: {
    name: 'Hawaii',
    periods: {
      written: years(6, text('HRS 657-1(1)', '2026-02')),
      oral: years(6, text('HRS 657-1(1)', '2026-02')),
      open_account: years(6, text('HRS 657-1(1)', '2026-02')),
      promissory_note: years(6, known('HRS 490:3-118', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'registration',
      words: 'Registration of collection agencies.',
      source: known(
        'HRS 443B',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: '10%.', source: text('HRS 478-3', '2026-02') },
    medical: null,
    bindsCreditors: known('HRS 480D', '2025-06'),
  },
  ID: {
    name: 'Idaho',
    periods: {
      written: years(5, text('Idaho Code 5-216', '2026-02')),
      oral: years(4, text('Idaho Code 5-217', '2026-02')),
      open_account: years(
        4,
        text('Idaho Code 5-217; accrual 5-222', '2026-02', 'Mutual account accrues from the last item.'),
      ),
      promissory_note: years(
        5,
        unverified('Idaho Code 5-216', '2025-06', 'A negotiable note: 6 years under 28-3-118.'),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'Idaho Code 26-2223',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: '5% + Treasury base, set yearly.',
      source: known('Idaho Code 28-22-104(2)', '2025-06'),
    },
    medical: null,
    bindsCreditors: null,
  },
  MT: {
    name: 'Montana',
    periods: {
      written: years(
        6,
        secondary(
          'Mont. Code 27-2-202(1)',
          '2026',
          'Long 8 years; a 2026 secondary page quotes 6; verify and check which contracts.',
        ),
      ),
      oral: years(5, unverified('Mont. Code 27-2-202(2)', '2025-06')),
      open_account: years(5, unverified('Mont. Code 27-2-202(2)', '2025-06')),
      promissory_note: years(6, unverified('Mont. Code 27-2-202(1); 30-3-122', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: {
      words: 'Prime + 3 unless contract.',
      source: unverified('Mont. Code 25-9-205', '2025-06'),
    },
    medical: null,
    bindsCreditors: null,
  },
  NM: {
    name: 'New Mexico',
    periods: {
      written: years(6, text('NMSA 37-1-3', '2026-02')),
      oral: years(4, text('NMSA 37-1-4', '2026-02')),
      open_account: years(4, text('NMSA 37-1-4', '2026-02')),
      promissory_note: years(6, text('NMSA 37-1-3', '2026-02')),
    },
    expiry: {
      rule: 'Partial payment revives; admission or promise only if written and signed.',
      source: text('NMSA 37-1-16', '2026-02'),
      extinguishes: false,
      revives: true,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: { id: 'TB-NM', source: secondary('12.2.12.9 NMAC', '2026') },
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'NMSA 61-18A',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: '8.75% or contract.', source: text('NMSA 56-8-4', '2026-02') },
    medical: {
      words: 'No collection action against indigent patients; billing information needed first; receipts.',
      source: text('NMSA 57-32', '2026-02'),
    },
    bindsCreditors: secondary('12.2.12 NMAC (time-barred rule)', '2026'),
  },
  NV: {
    name: 'Nevada',
    periods: {
      written: years(6, known('NRS 11.190(1)(b)', '2025-06')),
      oral: years(4, known('NRS 11.190(2)(c)', '2025-06')),
      open_account: years(4, known('NRS 11.190(2)(a)', '2025-06')),
      promissory_note: years(6, known('NRS 104.3118', '2025-06')),
    },
    expiry: {
      rule: 'Payment on an expired debt does not revive it (2023 amendments).',
      source: unverified('NRS ch. 649 (SB 276 of 2023)', '2025-06'),
      extinguishes: false,
      revives: false,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'NRS 649.075',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: 'Prime + 2.', source: known('NRS 17.130', '2025-06') },
    medical: {
      words:
        '60-day mailed notice before any action to collect; limits on suits, fees and reporting in that time.',
      source: secondary('NRS 649.366-.369', '2026'),
    },
    bindsCreditors: null,
  },
  OR: {
    name: 'Oregon',
    periods: {
      written: years(6, known('ORS 12.080(1)', '2025-06')),
      oral: years(6, known('ORS 12.080(1)', '2025-06')),
      open_account: years(6, known('ORS 12.080(1)', '2025-06')),
      promissory_note: years(6, known('ORS 73.0118', '2025-06')),
    },
    expiry: {
      rule: 'No suit on expired debt by a debt buyer or collector; notice duties apply.',
      source: unverified('ORS 646A.670; 646.639', '2025-06'),
      extinguishes: false,
      revives: null,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: { id: 'TB-OR', source: unverified('ORS 646A.670 / 646.639', '2025-06') },
    licence: {
      need: 'registration',
      words: 'Registration of collection agencies.',
      source: known(
        'ORS 697.015',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: '9% or contract.', source: known('ORS 82.010', '2025-06') },
    medical: { words: 'No reporting from 2026-01-01.', source: secondary('SB 605 (2025)', '2026') },
    bindsCreditors: secondary('ORS 646.639(1)(h)', '2026'),
  },
  UT: {
    name: 'Utah',
    periods: {
      written: years(6, secondary('Utah Code 78B-2-309', '2026')),
      oral: years(
        4,
        secondary('Utah Code 78B-2-307(1)(a)', '2026', 'After the last charge or last payment.'),
      ),
      open_account: years(
        4,
        secondary('Utah Code 78B-2-307(1)(b)-(c)', '2026', 'After the last charge or last payment.'),
      ),
      promissory_note: years(6, secondary('Utah Code 70A-3-118', '2026')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: {
      words: 'Federal post-judgment rate + 2, or contract.',
      source: known('Utah Code 15-1-4', '2025-06'),
    },
    medical: null,
    bindsCreditors: null,
  },
  WA: {
    name: 'Washington',
    periods: {
      written: years(6, text('RCW 4.16.040(1)', '2026-02')),
      oral: years(3, text('RCW 4.16.080(3)', '2026-02')),
      open_account: years(
        6,
        text('RCW 4.16.040(2)', '2026-02', 'Account receivable in the ordinary course.'),
      ),
      promissory_note: years(6, known('RCW 62A.3-118', '2025-06')),
    },
    expiry: {
      rule: 'Payment before expiry restarts; payment after expiry never does; no suit or arbitration on barred claims.',
      source: text('RCW 4.16.270; 19.16.250(23)', '2026-02'),
      extinguishes: false,
      revives: false,
      paymentRestarts: true,
      debtBuyersOnly: false,
    },
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'RCW 19.16.110',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'Contract rate if stated in the judgment; otherwise 12% or T-bill + 4; consumer debt 9%.',
      source: unverified('RCW 4.56.110', '2025-06'),
    },
    medical: {
      words:
        'No reporting (debt becomes void); itemized statement stops collection until given; 120 days before assignment; 9% prejudgment cap.',
      source: text('RCW 19.16.250(28); 70.54.470, .475; 19.52.010', '2026-02'),
    },
    bindsCreditors: null,
  },
  WY: {
    name: 'Wyoming',
    periods: {
      written: years(10, text('Wyo. Stat. 1-3-105(a)(i)', '2026-02')),
      oral: years(8, text('Wyo. Stat. 1-3-105(a)(ii)', '2026-02')),
      open_account: years(8, text('Wyo. Stat. 1-3-105(a)(ii)', '2026-02')),
      promissory_note: years(
        10,
        unverified('Wyo. Stat. 1-3-105(a)(i)', '2025-06', 'A negotiable note: 6 years under 34.1-3-118.'),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'Wyo. Stat. 33-11-101',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: '10% or contract.', source: known('Wyo. Stat. 1-16-102', '2025-06') },
    medical: null,
    bindsCreditors: null,
  },
};

/** The Midwest: what is known of each state’s law. */
import { known, noneKnown, secondary, text, unverified, years } from './entry.ts';
import type { RegionLaws } from './state-laws.ts';

export const midwest: RegionLaws<
  'IA' | 'IL' | 'IN' | 'KS' | 'MI' | 'MN' | 'MO' | 'ND' | 'NE' | 'OH' | 'SD' | 'WI'
> = {
  IA: {
    name: 'Iowa',
    periods: {
      written: years(10, text('Iowa Code 614.1(5)', '2026-02')),
      oral: years(5, text('Iowa Code 614.1(4)', '2026-02')),
      open_account: years(
        5,
        text('Iowa Code 614.1(4); accrual 614.5', '2026-02', 'Accrues on the last item.'),
      ),
      promissory_note: years(
        10,
        unverified('Iowa Code 614.1(5)', '2025-06', 'A negotiable note: 6 years under 554.3118.'),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'registration',
      words: 'Notification by collection agencies.',
      source: known(
        'Iowa Code 537.6202',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'One-year Treasury + 2, or contract.',
      source: text('Iowa Code 535.3, 668.13', '2026-02'),
    },
    medical: null,
    bindsCreditors: text('Iowa Code 537.7102', '2026-02'),
  },
  IL: {
    name: 'Illinois',
    periods: {
      written: years(10, known('735 ILCS 5/13-206', '2025-06')),
      oral: years(5, known('735 ILCS 5/13-205', '2025-06')),
      open_account: years(5, known('735 ILCS 5/13-205', '2025-06', 'Credit cards treated as unwritten.')),
      promissory_note: years(
        10,
        unverified('735 ILCS 5/13-206', '2025-06', 'A negotiable note: 6 years under 810 ILCS 5/3-118.'),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        '225 ILCS 425',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: '9%; 5% on consumer debt judgments of $25,000 or less.',
      source: known('735 ILCS 5/2-1303', '2025-06'),
    },
    medical: { words: 'No reporting.', source: known('815 ILCS 505/2EEEE', '2025-06') },
    bindsCreditors: null,
  },
  IN: {
    name: 'Indiana',
    periods: {
      written: years(
        6,
        known(
          'Ind. Code 34-11-2-9',
          '2025-06',
          'Contracts for the payment of money; other written contracts 10 (34-11-2-11).',
        ),
      ),
      oral: years(6, known('Ind. Code 34-11-2-7', '2025-06')),
      open_account: years(6, known('Ind. Code 34-11-2-7', '2025-06')),
      promissory_note: years(6, known('Ind. Code 34-11-2-9', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'Ind. Code 25-11-1',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'Contract rate, at most 8%.',
      source: known('Ind. Code 24-4.6-1-101', '2025-06'),
    },
    medical: null,
    bindsCreditors: null,
  },
  KS: {
    name: 'Kansas',
    periods: {
      written: years(5, known('K.S.A. 60-511(1)', '2025-06')),
      oral: years(3, known('K.S.A. 60-512(1)', '2025-06')),
      open_account: years(3, known('K.S.A. 60-512(1)', '2025-06')),
      promissory_note: years(
        5,
        unverified('K.S.A. 60-511(1)', '2025-06', 'A negotiable note: 6 years under 84-3-118.'),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: { words: 'Discount rate + 4.', source: known('K.S.A. 16-204', '2025-06') },
    medical: null,
    bindsCreditors: null,
  },
  MI: {
    name: 'Michigan',
    periods: {
      written: years(6, known('MCL 600.5807(9)', '2025-06')),
      oral: years(6, known('MCL 600.5807(9)', '2025-06')),
      open_account: years(6, known('MCL 600.5807(9)', '2025-06')),
      promissory_note: years(6, known('MCL 440.3118', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'MCL 339.901',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'Formula, reset each January and July.',
      source: known('MCL 600.6013', '2025-06'),
    },
    medical: null,
    bindsCreditors: known('MCL 445.251', '2025-06'),
  },
  MN: {
    name: 'Minnesota',
    periods: {
      written: years(6, secondary('Minn. Stat. 541.05, subd. 1; 541.053', '2026')),
      oral: years(6, secondary('Minn. Stat. 541.05, subd. 1', '2026')),
      open_account: years(6, secondary('Minn. Stat. 541.05, subd. 1', '2026')),
      promissory_note: years(6, known('Minn. Stat. 336.3-118', '2025-06')),
    },
    expiry: {
      rule: 'Collection of a payment does not revive or extend a consumer debt claim.',
      source: unverified('Minn. Stat. 541.053', '2025-06'),
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
        'Minn. Stat. 332.33',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: '4% floor; lower consumer-debt rule since 2023-24.',
      source: unverified('Minn. Stat. 549.09', '2025-06'),
    },
    medical: {
      words: 'No reporting; medical debt conduct rules.',
      source: unverified('Minn. Stat. 332C', '2025-06'),
    },
    bindsCreditors: null,
  },
  MO: {
    name: 'Missouri',
    periods: {
      written: years(10, text('Mo. Rev. Stat. 516.110(1)', '2026-02', 'A writing for the payment of money.')),
      oral: years(5, text('Mo. Rev. Stat. 516.120(1)', '2026-02')),
      open_account: years(5, text('Mo. Rev. Stat. 516.120(1)', '2026-02')),
      promissory_note: years(
        10,
        unverified('Mo. Rev. Stat. 516.110(1)', '2025-06', 'A negotiable note: 6 years under 400.3-118.'),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: {
      words: '9% nontort or contract rate; payments go to post-judgment costs, interest, then balance.',
      source: text('Mo. Rev. Stat. 408.040', '2026-02'),
    },
    medical: null,
    bindsCreditors: null,
  },
  ND: {
    name: 'North Dakota',
    periods: {
      written: years(6, known('N.D.C.C. 28-01-16(1)', '2025-06')),
      oral: years(6, known('N.D.C.C. 28-01-16(1)', '2025-06')),
      open_account: years(6, known('N.D.C.C. 28-01-16(1)', '2025-06')),
      promissory_note: years(6, known('N.D.C.C. 41-03-18', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'N.D.C.C. 13-05',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: 'Prime + 3, set yearly.', source: known('N.D.C.C. 28-20-34', '2025-06') },
    medical: null,
    bindsCreditors: null,
  },
  NE: {
    name: 'Nebraska',
    periods: {
      written: years(5, text('Neb. Rev. Stat. 25-205', '2026-02')),
      oral: years(4, known('Neb. Rev. Stat. 25-206', '2025-06')),
      open_account: years(4, known('Neb. Rev. Stat. 25-206', '2025-06')),
      promissory_note: years(
        5,
        unverified('Neb. Rev. Stat. 25-205', '2025-06', 'A negotiable note: 6 years under UCC 3-118.'),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'Neb. Rev. Stat. 45-601',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: 'Treasury-based + 2.', source: known('Neb. Rev. Stat. 45-103', '2025-06') },
    medical: null,
    bindsCreditors: null,
  },
  OH: {
    name: 'Ohio',
    periods: {
      written: years(
        6,
        secondary(
          'ORC 2305.06',
          '2026',
          'Claims accrued before 2021-06-16: earlier of old 8-year period or 2027-06-16.',
        ),
      ),
      oral: years(4, secondary('ORC 2305.07(A)', '2026', 'But consumer transactions 6 under 2305.07(C).')),
      open_account: years(
        6,
        secondary(
          'ORC 2305.07(C)',
          '2026',
          'Consumer transactions, written or not; accrues 30 calendar days after the later of last charge or payment.',
        ),
      ),
      promissory_note: years(6, secondary('ORC 1303.16', '2026')),
    },
    expiry: {
      rule: 'Payment or signed promise restarts.',
      source: secondary('ORC 2305.08', '2026'),
      extinguishes: false,
      revives: null,
      paymentRestarts: true,
      debtBuyersOnly: false,
    },
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: {
      words: 'Federal short-term rate + 3, or contract.',
      source: known('ORC 1343.03; 5703.47', '2025-06'),
    },
    medical: null,
    bindsCreditors: null,
  },
  SD: {
    name: 'South Dakota',
    periods: {
      written: years(6, text('SDCL 15-2-13(1)', '2026-02')),
      oral: years(6, text('SDCL 15-2-13(1)', '2026-02')),
      open_account: years(6, text('SDCL 15-2-13(1)', '2026-02')),
      promissory_note: years(6, known('SDCL 57A-3-118', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: { words: '10% (category B).', source: text('SDCL 54-3-5.1, 54-3-16', '2026-02') },
    medical: null,
    bindsCreditors: null,
  },
  WI: {
    name: 'Wisconsin',
    periods: {
      written: years(6, known('Wis. Stat. 893.43', '2025-06')),
      oral: years(6, known('Wis. Stat. 893.43', '2025-06')),
      open_account: years(6, known('Wis. Stat. 893.43', '2025-06')),
      promissory_note: years(6, known('Wis. Stat. 403.118', '2025-06')),
    },
    expiry: {
      rule: 'Extinguishes the right; treat any collection of an expired debt as barred.',
      source: known('Wis. Stat. 893.05', '2025-06'),
      extinguishes: true,
      revives: null,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'Wis. Stat. 218.04',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: 'Prime + 1.', source: known('Wis. Stat. 815.05(8)', '2025-06') },
    medical: null,
    bindsCreditors: known('Wis. Stat. 427.103', '2025-06'),
  },
};

/** The Northeast: what is known of each state’s law. */
import { known, noneKnown, secondary, text, unverified, years } from './entry.ts';
import type { RegionLaws } from './state-laws.ts';

export const northeast: RegionLaws<'CT' | 'MA' | 'ME' | 'NH' | 'NJ' | 'NY' | 'PA' | 'RI' | 'VT'> = {
  CT: {
    name: 'Connecticut',
    periods: {
      written: years(6, text('Conn. Gen. Stat. 52-576', '2026-02')),
      oral: years(3, text('Conn. Gen. Stat. 52-581', '2026-02')),
      open_account: years(6, text('Conn. Gen. Stat. 52-576', '2026-02')),
      promissory_note: years(6, text('Conn. Gen. Stat. 52-576; 42a-3-118', '2026-02')),
    },
    expiry: null,
    timeBarredNotice: { id: 'TB-CT', source: text('Conn. Gen. Stat. 36a-805(a)(14)', '2026-02') },
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'Conn. Gen. Stat. 36a-801',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'Up to 10%, discretionary.',
      source: text('Conn. Gen. Stat. 37-3a', '2026-02'),
    },
    medical: {
      words: 'No reporting from 2024-07-01; reported portion void.',
      source: text('Conn. Gen. Stat. 20-7i', '2026-02'),
    },
    bindsCreditors: known('Conn. Gen. Stat. 36a-645 et seq.', '2025-06'),
  },
  MA: {
    name: 'Massachusetts',
    periods: {
      written: years(
        6,
        secondary(
          'M.G.L. c. 260, s. 2',
          '2026',
          '5-year bills for consumer debt were pending in 2025-26; verify not enacted.',
        ),
      ),
      oral: years(6, secondary('M.G.L. c. 260, s. 2', '2026')),
      open_account: years(6, secondary('M.G.L. c. 260, s. 2', '2026')),
      promissory_note: years(
        6,
        known('M.G.L. c. 106, s. 3-118', '2025-06', '20 under c. 260 s. 1 if sealed or witnessed.'),
      ),
    },
    expiry: {
      rule: 'Acknowledgment must be in a signed writing.',
      source: secondary('M.G.L. c. 260, s. 13', '2026'),
      extinguishes: false,
      revives: null,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: { id: 'TB-MA', source: unverified('940 CMR 7.07(24)', '2025-06') },
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'M.G.L. c. 93, s. 24A',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: '12% on contract unless otherwise agreed.',
      source: known('M.G.L. c. 231, s. 6C; c. 235, s. 8', '2025-06'),
    },
    medical: null,
    bindsCreditors: secondary('940 CMR 7.03', '2026'),
  },
  ME: {
    name: 'Maine',
    periods: {
      written: years(6, known('14 M.R.S. 752', '2025-06')),
      oral: years(6, known('14 M.R.S. 752', '2025-06')),
      open_account: years(6, known('14 M.R.S. 752', '2025-06')),
      promissory_note: years(
        6,
        known('11 M.R.S. 3-1118', '2025-06', '20 under 14 M.R.S. 751 if sealed or witnessed.'),
      ),
    },
    expiry: {
      rule: 'Collector may not sue after expiry; payment does not revive.',
      source: unverified('32 M.R.S. 11013', '2025-06'),
      extinguishes: false,
      revives: false,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: {
      id: 'TB-ME',
      source: unverified(
        '32 M.R.S. 11013',
        '2025-06',
        'A notice is likely; its wording and paragraph were not found.',
      ),
    },
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        '32 M.R.S. 11031',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'One-year Treasury + 6 after judgment.',
      source: known('14 M.R.S. 1602-C', '2025-06'),
    },
    medical: { words: 'No reporting.', source: unverified('10 M.R.S. 1310-H (2025)', '2025-06') },
    bindsCreditors: unverified('32 M.R.S. 11002, 9-A M.R.S. 5-116', '2025-06'),
  },
  NH: {
    name: 'New Hampshire',
    periods: {
      written: years(3, known('RSA 508:4', '2025-06')),
      oral: years(3, known('RSA 508:4', '2025-06')),
      open_account: years(3, known('RSA 508:4', '2025-06')),
      promissory_note: years(6, known('RSA 382-A:3-118', '2025-06', '20 if secured by mortgage (508:6).')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: { words: 'Set yearly from Treasury yield + 2.', source: known('RSA 336:1', '2025-06') },
    medical: null,
    bindsCreditors: known('RSA 358-C:1', '2025-06'),
  },
  NJ: {
    name: 'New Jersey',
    periods: {
      written: years(6, known('N.J.S.A. 2A:14-1', '2025-06')),
      oral: years(6, known('N.J.S.A. 2A:14-1', '2025-06')),
      open_account: years(
        6,
        known('N.J.S.A. 2A:14-1', '2025-06', 'Store accounts for goods: 4 (12A:2-725).'),
      ),
      promissory_note: years(6, known('N.J.S.A. 12A:3-118', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'bond',
      words: 'Bond for collection agencies.',
      source: known(
        'N.J.S.A. 45:18-1',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'Court rule rate, set yearly.',
      source: known('N.J. Ct. R. 4:42-11', '2025-06'),
    },
    medical: {
      words: 'No reporting; action limits; 3% interest cap.',
      source: known('N.J.S.A. 56:11-56 to -63', '2025-06'),
    },
    bindsCreditors: null,
  },
  NY: {
    name: 'New York',
    periods: {
      written: years(
        3,
        secondary('CPLR 214-i (consumer credit transaction)', '2026', 'Other contracts 6 under CPLR 213(2).'),
      ),
      oral: years(3, secondary('CPLR 214-i', '2026', 'Other contracts 6.')),
      open_account: years(3, secondary('CPLR 214-i', '2026')),
      promissory_note: years(
        3,
        unverified('CPLR 214-i', '2025-06', '6 under CPLR 213(2) or UCC if not consumer credit.'),
      ),
      medical: years(3, known('CPLR 213-d', '2025-06', 'Hospital or licensed health care professional.')),
    },
    expiry: {
      rule: 'No revival of consumer credit claims by payment, affirmation or other activity after expiry.',
      source: secondary('CPLR 214-i', '2026'),
      extinguishes: false,
      revives: false,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: { id: 'TB-NY', source: secondary('23 NYCRR 1.3', '2026') },
    licence: {
      need: 'city',
      words: 'City licenses only: New York City and Buffalo.',
      source: known(
        'NYC Admin. Code 20-490',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: '9%; 2% on consumer debt judgments from 2022-04-30.',
      source: known('CPLR 5004', '2025-06'),
    },
    medical: {
      words: 'No reporting by hospitals, professionals and ambulances or their agents.',
      source: known('N.Y. Pub. Health Law 4925-4927', '2025-06'),
    },
    bindsCreditors: secondary('N.Y. Gen. Bus. Law 600-601; 6 RCNY 5-76 in New York City', '2026'),
  },
  PA: {
    name: 'Pennsylvania',
    periods: {
      written: years(4, text('42 Pa.C.S. 5525(a)(8)', '2026-02')),
      oral: years(4, text('42 Pa.C.S. 5525(a)(3)', '2026-02')),
      open_account: years(4, text('42 Pa.C.S. 5525(a)', '2026-02')),
      promissory_note: years(
        4,
        text(
          '42 Pa.C.S. 5525(a)(7)',
          '2026-02',
          'Demand notes from the later of demand or last payment; 6 under 13 Pa.C.S. 3118 for negotiable paper; sealed 20.',
        ),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: { words: '6%.', source: known('41 P.S. 202; 42 Pa.C.S. 8101', '2025-06') },
    medical: null,
    bindsCreditors: known('73 P.S. 2270.3', '2025-06'),
  },
  RI: {
    name: 'Rhode Island',
    periods: {
      written: years(10, known('R.I. Gen. Laws 9-1-13(a)', '2025-06')),
      oral: years(10, known('R.I. Gen. Laws 9-1-13(a)', '2025-06')),
      open_account: years(10, known('R.I. Gen. Laws 9-1-13(a)', '2025-06', 'Sale of goods 4 (6A-2-725).')),
      promissory_note: years(
        6,
        unverified('R.I. Gen. Laws 6A-3-118', '2025-06', '10 under 9-1-13(a) if not negotiable.'),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'registration',
      words: 'Registration of collection agencies.',
      source: known(
        'R.I. Gen. Laws 19-14.9-12',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: '12%; medical debt capped separately (6-26-11).',
      source: known('R.I. Gen. Laws 9-21-10', '2025-06'),
    },
    medical: {
      words: 'No reporting; interest cap.',
      source: known('R.I. Gen. Laws 6-60, 6-26-11', '2025-06'),
    },
    bindsCreditors: null,
  },
  VT: {
    name: 'Vermont',
    periods: {
      written: years(6, known('12 V.S.A. 511', '2025-06')),
      oral: years(6, known('12 V.S.A. 511', '2025-06')),
      open_account: years(6, known('12 V.S.A. 511', '2025-06')),
      promissory_note: years(6, known('9A V.S.A. 3-118', '2025-06', '14 if witnessed (12 V.S.A. 508).')),
    },
    expiry: null,
    timeBarredNotice: { id: 'TB-VT', source: unverified('Vt. Consumer Protection Rule 104', '2025-06') },
    licence: noneKnown,
    judgmentInterest: { words: '12%.', source: known('12 V.S.A. 2903; 9 V.S.A. 41a', '2025-06') },
    medical: { words: 'No reporting; no sale.', source: known('9 V.S.A. 2466d; 18 V.S.A. 9485', '2025-06') },
    bindsCreditors: unverified('Vt. Rule CP 104', '2025-06'),
  },
};

/** The South and the District of Columbia: what is known of each state’s law. */
import { known, noneKnown, secondary, text, unverified, years } from './entry.ts';
import type { RegionLaws } from './state-laws.ts';

export const south: RegionLaws<
  | 'AL'
  | 'AR'
  | 'DC'
  | 'DE'
  | 'FL'
  | 'GA'
  | 'KY'
  | 'LA'
  | 'MD'
  | 'MS'
  | 'NC'
  | 'OK'
  | 'SC'
  | 'TN'
  | 'TX'
  | 'VA'
  | 'WV'
> = {
  AL: {
    name: 'Alabama',
    periods: {
      written: years(6, known('Ala. Code 6-2-34', '2025-06')),
      oral: years(6, known('Ala. Code 6-2-34', '2025-06')),
      open_account: years(3, known('Ala. Code 6-2-37', '2025-06')),
      promissory_note: years(6, known('Ala. Code 7-3-118', '2025-06')),
      sealed: years(10, known('Ala. Code 6-2-33', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: { words: '7.5%.', source: known('Ala. Code 8-8-10', '2025-06') },
    medical: null,
    bindsCreditors: null,
  },
  AR: {
    name: 'Arkansas',
    periods: {
      written: years(5, known('Ark. Code 16-56-111', '2025-06')),
      oral: years(3, known('Ark. Code 16-56-105', '2025-06')),
      open_account: years(3, known('Ark. Code 16-56-105', '2025-06')),
      promissory_note: years(
        5,
        unverified('Ark. Code 16-56-111', '2025-06', 'A negotiable note: 6 years under 4-3-118.'),
      ),
      medical: years(
        2,
        secondary(
          'Ark. Code 16-56-106(b)',
          '2026',
          'From service or latest partial payment, whichever is later; applies to physician and other medical service providers.',
        ),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'Ark. Code 17-24',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'Fed. discount rate + 2, within limits.',
      source: known('Ark. Code 16-65-114', '2025-06'),
    },
    medical: { words: 'Two-year limitation.', source: secondary('Ark. Code 16-56-106(b)', '2026') },
    bindsCreditors: null,
  },
  DC: {
    name: 'District of Columbia',
    periods: {
      written: years(
        3,
        text(
          'D.C. Code 28-3814(o)',
          '2026-06',
          'All theories, sealed contracts included, for consumer debt sued on from 2021-09-01.',
        ),
      ),
      oral: years(
        3,
        text(
          'D.C. Code 28-3814(o)',
          '2026-06',
          'All theories, sealed contracts included, for consumer debt sued on from 2021-09-01.',
        ),
      ),
      open_account: years(
        3,
        text(
          'D.C. Code 28-3814(o)',
          '2026-06',
          'All theories, sealed contracts included, for consumer debt sued on from 2021-09-01.',
        ),
      ),
      promissory_note: years(
        3,
        text(
          'D.C. Code 28-3814(o)',
          '2026-06',
          'All theories, sealed contracts included, for consumer debt sued on from 2021-09-01.',
        ),
      ),
    },
    expiry: {
      rule: 'Payment or affirmation after expiry does not extend.',
      source: text('D.C. Code 28-3814(l)', '2026-02'),
      extinguishes: false,
      revives: false,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: {
      words: '70% of the IRS underpayment rate, or contract rate.',
      source: text('D.C. Code 28-3302(c)', '2026-02'),
    },
    medical: null,
    bindsCreditors: text('D.C. Code 28-3814(b)(5)', '2026-02'),
  },
  DE: {
    name: 'Delaware',
    periods: {
      written: years(3, text('10 Del. C. 8106', '2026-02')),
      oral: years(3, text('10 Del. C. 8106', '2026-02')),
      open_account: years(3, text('10 Del. C. 8106', '2026-02')),
      promissory_note: years(6, known('10 Del. C. 8109', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: { words: 'Fed. discount rate + 5.', source: known('6 Del. C. 2301', '2025-06') },
    medical: {
      words:
        'No reporting; payment plan duty at $500; no collection during an insurance appeal or within 60 days.',
      source: text('6 Del. C. 2504J-2509J', '2026-02'),
    },
    bindsCreditors: null,
  },
  FL: {
    name: 'Florida',
    periods: {
      written: years(5, text('Fla. Stat. 95.11(2)(b)', '2026-02')),
      oral: years(4, text('Fla. Stat. 95.11(3)(j)', '2026-02')),
      open_account: years(4, text('Fla. Stat. 95.11(3)(j)', '2026-02', 'Store accounts named.')),
      promissory_note: years(5, text('Fla. Stat. 95.11(2)(b)', '2026-02')),
      medical_facility: years(
        3,
        text(
          'Fla. Stat. 95.11(4)',
          '2026-02',
          'Facility licensed under ch. 395; runs from referral to a third party for collection.',
        ),
      ),
    },
    expiry: {
      rule: 'Acknowledgment or promise must be written and signed; partial payment on a written instrument tolls.',
      source: text('Fla. Stat. 95.04, 95.051(1)(f)', '2026-02'),
      extinguishes: false,
      revives: null,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: null,
    licence: {
      need: 'registration',
      words: 'Registration of collection agencies.',
      source: known(
        'Fla. Stat. 559.553',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'Set quarterly by the Chief Financial Officer.',
      source: known('Fla. Stat. 55.03', '2025-06'),
    },
    medical: {
      words: 'Three-year limitation for facilities.',
      source: text('Fla. Stat. 95.11(4)', '2026-02'),
    },
    bindsCreditors: secondary('Fla. Stat. 559.72', '2026'),
  },
  GA: {
    name: 'Georgia',
    periods: {
      written: years(6, known('O.C.G.A. 9-3-24', '2025-06')),
      oral: years(4, known('O.C.G.A. 9-3-26', '2025-06')),
      open_account: years(
        4,
        known('O.C.G.A. 9-3-25', '2025-06', 'Credit cards: courts apply 6 years (9-3-24).'),
      ),
      promissory_note: years(6, known('O.C.G.A. 9-3-24; 11-3-118', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: { words: 'Prime + 3.', source: known('O.C.G.A. 7-4-12', '2025-06') },
    medical: null,
    bindsCreditors: null,
  },
  KY: {
    name: 'Kentucky',
    periods: {
      written: years(
        10,
        known('KRS 413.160', '2025-06', 'Contracts made from 2014-07-15; earlier 15 under 413.090(2).'),
      ),
      oral: years(5, known('KRS 413.120(1)', '2025-06')),
      open_account: years(5, known('KRS 413.120', '2025-06')),
      promissory_note: years(6, known('KRS 355.3-118', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: { words: '6% or contract.', source: known('KRS 360.040', '2025-06') },
    medical: null,
    bindsCreditors: null,
  },
  LA: {
    name: 'Louisiana',
    periods: {
      written: years(10, known('La. Civ. Code 3499', '2025-06')),
      oral: years(10, known('La. Civ. Code 3499', '2025-06')),
      open_account: years(3, known('La. Civ. Code 3494(4)', '2025-06')),
      promissory_note: years(5, known('La. Civ. Code 3498', '2025-06')),
      services_rendered: years(
        3,
        unverified('La. Civ. Code 3494(1)', '2025-06', 'May reach medical and professional fees.'),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'registration',
      words: 'Registration of collection agencies.',
      source: known(
        'La. R.S. 9:3576.1',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: 'Judicial rate, set yearly.', source: known('La. R.S. 13:4202', '2025-06') },
    medical: null,
    bindsCreditors: unverified('La. R.S. 9:3562', '2025-06'),
  },
  MD: {
    name: 'Maryland',
    periods: {
      written: years(3, known('Md. Code, Cts. & Jud. Proc. 5-101', '2025-06')),
      oral: years(3, known('Md. Code, Cts. & Jud. Proc. 5-101', '2025-06')),
      open_account: years(3, known('Md. Code, Cts. & Jud. Proc. 5-101', '2025-06')),
      promissory_note: years(
        3,
        unverified(
          'Md. Code, Cts. & Jud. Proc. 5-101',
          '2025-06',
          'A negotiable note: 6 years under Com. Law 3-118; specialties 12 (5-102).',
        ),
      ),
    },
    expiry: {
      rule: 'Collector may not sue after expiry; later payment does not revive.',
      source: known('Md. Code, Cts. & Jud. Proc. 5-1202', '2025-06'),
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
        'Md. Code, Bus. Reg. 7-301',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: '10%.', source: known('Md. Code, Cts. & Jud. Proc. 11-107', '2025-06') },
    medical: {
      words: 'No reporting.',
      source: unverified('Fair Medical Debt Reporting Act (2025)', '2025-06'),
    },
    bindsCreditors: known('Md. Code, Com. Law 14-201', '2025-06'),
  },
  MS: {
    name: 'Mississippi',
    periods: {
      written: years(3, text('Miss. Code 15-1-49', '2026-02')),
      oral: years(3, text('Miss. Code 15-1-29', '2026-02')),
      open_account: years(3, text('Miss. Code 15-1-29', '2026-02')),
      promissory_note: years(
        3,
        unverified('Miss. Code 15-1-49', '2025-06', 'A negotiable note: 6 years under 75-3-118.'),
      ),
    },
    expiry: {
      rule: 'Extinguishes the right as well as the remedy; payment or acknowledgment restarts only before expiry.',
      source: text('Miss. Code 15-1-3', '2026-02'),
      extinguishes: true,
      revives: false,
      paymentRestarts: true,
      debtBuyersOnly: false,
    },
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: {
      words: 'Contract rate or rate set by the judge.',
      source: known('Miss. Code 75-17-7', '2025-06'),
    },
    medical: null,
    bindsCreditors: null,
  },
  NC: {
    name: 'North Carolina',
    periods: {
      written: years(3, known('N.C.G.S. 1-52(1)', '2025-06')),
      oral: years(3, known('N.C.G.S. 1-52(1)', '2025-06')),
      open_account: years(3, known('N.C.G.S. 1-52(1)', '2025-06')),
      promissory_note: years(
        3,
        unverified('N.C.G.S. 1-52(1)', '2025-06', '10 if sealed (1-47(2)); negotiable 6 under 25-3-118.'),
      ),
    },
    expiry: {
      rule: 'Agency may not sue on a debt it knows is barred.',
      source: known('N.C.G.S. 58-70-115(4)', '2025-06'),
      extinguishes: false,
      revives: null,
      paymentRestarts: null,
      debtBuyersOnly: false,
    },
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'Permit for collection agencies.',
      source: known(
        'N.C.G.S. 58-70-1',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: { words: '8%.', source: known('N.C.G.S. 24-1', '2025-06') },
    medical: null,
    bindsCreditors: known('N.C.G.S. 75-50', '2025-06'),
  },
  OK: {
    name: 'Oklahoma',
    periods: {
      written: years(5, known('12 O.S. 95(A)(1)', '2025-06')),
      oral: years(3, known('12 O.S. 95(A)(2)', '2025-06')),
      open_account: years(3, unverified('12 O.S. 95(A)(2)', '2025-06', '5 if in writing.')),
      promissory_note: years(
        5,
        unverified('12 O.S. 95(A)(1)', '2025-06', 'A negotiable note: 6 years under 12A O.S. 3-118.'),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: { words: 'Prime + 2.', source: known('12 O.S. 727.1', '2025-06') },
    medical: null,
    bindsCreditors: null,
  },
  SC: {
    name: 'South Carolina',
    periods: {
      written: years(3, text('S.C. Code 15-3-530(1)', '2026-02')),
      oral: years(3, text('S.C. Code 15-3-530(1)', '2026-02')),
      open_account: years(3, text('S.C. Code 15-3-530(1)', '2026-02')),
      promissory_note: years(
        3,
        unverified(
          'S.C. Code 15-3-530(1)',
          '2025-06',
          'Sealed or mortgage-secured 20 (15-3-520); negotiable 6 (36-3-118).',
        ),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: {
      words: 'Prime + 4, compounded yearly.',
      source: text('S.C. Code 34-31-20(B)', '2026-02'),
    },
    medical: null,
    bindsCreditors: text('S.C. Code 37-5-108', '2026-02'),
  },
  TN: {
    name: 'Tennessee',
    periods: {
      written: years(6, known('Tenn. Code 28-3-109(a)(3)', '2025-06')),
      oral: years(6, known('Tenn. Code 28-3-109(a)(3)', '2025-06')),
      open_account: years(6, known('Tenn. Code 28-3-109(a)(3)', '2025-06')),
      promissory_note: years(6, known('Tenn. Code 47-3-118', '2025-06')),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'Tenn. Code 62-20-105',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'Formula rate less 2, set half-yearly.',
      source: known('Tenn. Code 47-14-121', '2025-06'),
    },
    medical: null,
    bindsCreditors: null,
  },
  TX: {
    name: 'Texas',
    periods: {
      written: years(4, secondary('Tex. Civ. Prac. & Rem. Code 16.004(a)(3)', '2026')),
      oral: years(4, secondary('Tex. Civ. Prac. & Rem. Code 16.004', '2026')),
      open_account: years(4, known('Tex. Civ. Prac. & Rem. Code 16.004(c)', '2025-06')),
      promissory_note: years(
        4,
        unverified(
          'Tex. Civ. Prac. & Rem. Code 16.004',
          '2025-06',
          'A negotiable note: 6 years under Bus. & Com. Code 3.118.',
        ),
      ),
    },
    expiry: {
      rule: 'Debt buyer: no suit after expiry and no revival by payment or other activity.',
      source: secondary('Tex. Fin. Code 392.307', '2026'),
      extinguishes: false,
      revives: false,
      paymentRestarts: null,
      debtBuyersOnly: true,
    },
    timeBarredNotice: { id: 'TB-TX', source: known('Tex. Fin. Code 392.307(e)', '2025-06') },
    licence: {
      need: 'bond',
      words: 'Bond for collection agencies.',
      source: known(
        'Tex. Fin. Code 392.101',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: 'Prime within 5%-15%, or contract up to 18%.',
      source: known('Tex. Fin. Code 304.002-.003', '2025-06'),
    },
    medical: null,
    bindsCreditors: known('Tex. Fin. Code 392.001(6)', '2025-06'),
  },
  VA: {
    name: 'Virginia',
    periods: {
      written: years(
        5,
        text(
          'Va. Code 8.01-246(A)(2)',
          '2026-02',
          'Only if signed by the party charged; unsigned writing 3 under (A)(4).',
        ),
      ),
      oral: years(3, text('Va. Code 8.01-246(A)(4)', '2026-02')),
      open_account: years(3, text('Va. Code 8.01-246(A)(4)', '2026-02')),
      promissory_note: years(
        5,
        unverified('Va. Code 8.01-246(A)(2)', '2025-06', 'A negotiable note: 6 years under 8.3A-118.'),
      ),
      medical: years(
        3,
        text(
          'Va. Code 8.01-246(B)',
          '2026-02',
          'From the due date on the final invoice; from breach if there is a payment plan; not Medicaid-program services.',
        ),
      ),
    },
    expiry: null,
    timeBarredNotice: null,
    licence: noneKnown,
    judgmentInterest: { words: '6% or contract rate.', source: text('Va. Code 6.2-302', '2026-02') },
    medical: {
      words:
        'No reporting; from 2026-07-01 120-day wait and 30-day notice before extraordinary action, 3% cap, no liens, no foreclosure.',
      source: text('Va. Code 59.1-444.4; 59.1-611 to -613', '2026-02'),
    },
    bindsCreditors: null,
  },
  WV: {
    name: 'West Virginia',
    periods: {
      written: years(10, secondary('W. Va. Code 55-2-6', '2026', 'Signed writing.')),
      oral: years(5, secondary('W. Va. Code 55-2-6', '2026')),
      open_account: years(5, secondary('W. Va. Code 55-2-6', '2026', '10 if a signed agreement is proved.')),
      promissory_note: years(6, secondary('W. Va. Code 46-3-118', '2026')),
    },
    expiry: {
      rule: 'Only a signed written promise or acknowledgment restarts.',
      source: text('W. Va. Code 55-2-8', '2026-02'),
      extinguishes: false,
      revives: false,
      paymentRestarts: false,
      debtBuyersOnly: false,
    },
    timeBarredNotice: { id: 'TB-WV', source: known('W. Va. Code 46A-2-128(f)', '2025-06') },
    licence: {
      need: 'licence',
      words: 'License for collection agencies.',
      source: known(
        'W. Va. Code 47-16-4',
        '2025-06',
        'Third-party agencies; exemptions for lawyers, out-of-state firms and own-account creditors differ.',
      ),
    },
    judgmentInterest: {
      words: '2 above Fed. secondary discount rate, 4%-9%.',
      source: known('W. Va. Code 56-6-31', '2025-06'),
    },
    medical: null,
    bindsCreditors: secondary('W. Va. Code 46A-2-122(d)', '2026'),
  },
};

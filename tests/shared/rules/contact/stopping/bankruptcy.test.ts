// The stay and the discharge: which debts and people they reach, what is left to say and to whom.
import { describe, expect, it } from 'vitest';
import type { ContactParty, ContactPurpose } from '../../../../../shared/domain/law.ts';
import { decide } from '../../../../../shared/rules/decide.ts';
import type { EventDetail } from '../../../../../shared/rules/facts.ts';
import { gateFacts, legalEvent } from '../../../../builders/gate-facts.ts';
import { businessDebt, firstParty, reasonBy, type Said, saidBy } from './asking.ts';

type Parts = NonNullable<Parameters<typeof gateFacts>[0]>;
type Case = [name: string, parts: Parts, said: Said];

/** A case filed in November, every debt of the person. */
function filed(on = '2026-11-02', rest: Parameters<typeof legalEvent>[2] = {}) {
  return legalEvent('bankruptcy', on, { accountId: null, detail: { chapter: '7' }, ...rest });
}

const stay = 'bankruptcy.stay';

describe('the stay', () => {
  it.each<Case>([
    [
      'with another debt, after an older case of this one',
      {
        events: [
          filed('2026-11-02', { accountId: 2 }),
          filed('2019-11-02', { accountId: 1, endedOn: '2020-02-02' }),
        ],
      },
      'undetermined',
    ],
    ['filed tomorrow', { events: [filed('2026-11-18')] }, 'pass'],
    ['filed today', { events: [filed('2026-11-17')] }, 'block'],
    ['filed yesterday', { events: [filed('2026-11-16')] }, 'block'],
    ['recorded with this debt', { events: [filed('2026-11-02', { accountId: 1 })] }, 'block'],
    ['recorded with another debt only', { events: [filed('2026-11-02', { accountId: 2 })] }, 'undetermined'],
    [
      'with another, and released for this one',
      {
        events: [
          filed('2026-11-02', { accountId: 2 }),
          filed('2026-11-02', { accountId: 1, endedOn: '2026-11-10' }),
        ],
      },
      'warn',
    ],
    [
      'with another, and a co-debtor’s chapter 7 with this one',
      {
        events: [
          filed('2026-11-02', { accountId: 2 }),
          filed('2026-11-02', { accountId: 1, detail: { codebtor: true, chapter: '7' } }),
        ],
      },
      'undetermined',
    ],
    ['a creditor’s own debt', { events: [filed()], office: firstParty() }, 'block'],
    ['a medical office', { events: [filed()], office: { role: 'medical_provider' } }, 'block'],
    ['a business debt', { events: [filed()], debt: businessDebt }, 'block'],
    [
      'a court order and consent change nothing',
      {
        events: [
          filed(),
          legalEvent('court_permission', '2026-11-03'),
          legalEvent('consent', '2026-11-03', { detail: { consent: 'contact', direct: true } }),
        ],
      },
      'block',
    ],
    [
      'ended today, outcome not on file',
      { events: [filed('2026-11-02', { endedOn: '2026-11-17' })] },
      'warn',
    ],
    ['ends tomorrow', { events: [filed('2026-11-02', { endedOn: '2026-11-18' })] }, 'block'],
    [
      'ended and discharged',
      {
        events: [
          filed('2026-11-02', { endedOn: '2026-11-10' }),
          legalEvent('discharge', '2026-11-10', { accountId: null }),
        ],
      },
      'pass',
    ],
    ['the person calls', { events: [filed()], act: { direction: 'in' } }, 'warn'],
  ])('%s', (_, parts, said) => {
    expect(saidBy(stay, gateFacts(parts))).toBe(said);
  });

  it.each<[to: ContactParty, purpose: ContactPurpose, said: Said]>([
    ['debtor', 'original_creditor_answer', 'block'],
    ['debtor', 'collect', 'block'],
    ['spouse', 'collect', 'block'],
    ['third_party', 'locate', 'block'],
    ['employer', 'collect', 'block'],
    ['debtor', 'limited_content', 'block'],
    ['debtor', 'validation_notice', 'block'],
    ['debtor', 'verification', 'block'],
    ['debtor', 'remedy_notice', 'block'],
    ['debtor', 'legal_process', 'undetermined'],
    ['debtor', 'required_by_law', 'warn'],
    ['debtor', 'efforts_end', 'warn'],
    ['debtor', 'answer_request', 'warn'],
    ['debtor', 'confirm_opt_out', 'pass'],
    ['attorney', 'answer_request', 'pass'],
    ['attorney', 'collect', 'warn'],
    ['trustee', 'legal_process', 'pass'],
    ['creditor', 'collect', 'pass'],
    ['bureau', 'required_by_law', 'pass'],
  ])('to %s for %s: %s', (to, purpose, said) => {
    expect(saidBy(stay, gateFacts({ events: [filed()], act: { to, purpose } }))).toBe(said);
  });

  const younger = { openedOn: '2026-11-03', placedOn: '2026-11-10', oldestDueOn: '2026-11-09' };
  it.each<Case>([
    [
      'opened after, but due on the day of the filing',
      { debt: { ...younger, oldestDueOn: '2026-11-02' }, events: [filed()] },
      'block',
    ],
    ['opened the day after the filing', { debt: younger, events: [filed()] }, 'warn'],
    [
      'opened on the day of the filing',
      { debt: { ...younger, openedOn: '2026-11-02' }, events: [filed()] },
      'block',
    ],
    [
      'opened after, but due before',
      { debt: { ...younger, oldestDueOn: '2026-10-01' }, events: [filed()] },
      'block',
    ],
    [
      'opened after, but a default from before is on file',
      {
        debt: {
          ...younger,
          known: { defaulted_on: { value: '2026-11-02', source: 'Ledger', since: '2026-11-10' } },
        },
        events: [filed()],
      },
      'block',
    ],
    [
      'opened after, but named in the event',
      { debt: younger, events: [filed('2026-11-02', { accountId: 1 })] },
      'block',
    ],
    [
      'opened after a case of another debt',
      { debt: younger, events: [filed('2026-11-02', { accountId: 2 })] },
      'pass',
    ],
  ])('%s', (_, parts, said) => {
    expect(saidBy(stay, gateFacts(parts))).toBe(said);
  });

  it.each<[name: string, detail: EventDetail, debt: Parts['debt'], said: Said]>([
    ['chapter 13', { codebtor: true, chapter: '13' }, {}, 'block'],
    ['chapter 12', { codebtor: true, chapter: '12' }, {}, 'block'],
    ['chapter 7', { codebtor: true, chapter: '7' }, {}, 'pass'],
    ['chapter 11', { codebtor: true, chapter: '11' }, {}, 'pass'],
    ['chapter not on file', { codebtor: true }, {}, 'undetermined'],
    ['chapter 13, a business debt', { codebtor: true, chapter: '13' }, businessDebt, 'pass'],
  ])('a co-debtor files, %s', (_, detail, debt, said) => {
    const events = [legalEvent('bankruptcy', '2026-11-02', { detail })];
    expect(saidBy(stay, gateFacts({ events, ...(debt ? { debt } : {}) }))).toBe(said);
  });

  it('comes before every later reason, cannot be overridden and names the case', () => {
    const facts = gateFacts({
      events: [
        legalEvent('cease_written', '2026-11-01'),
        filed('2026-11-02', { detail: { chapter: '7', caseNumber: '26-10445', court: 'W.D. Tex.' } }),
      ],
    });
    const verdict = decide(facts);
    expect(verdict.outcome).toBe('blocked');
    expect(verdict.primary?.code).toBe('BANKRUPTCY_STAY');
    expect(verdict.override).toBe('none');
    expect(verdict.earliestAt).toBeNull();
    expect(verdict.primary?.facts[0]?.value).toContain('case 26-10445');
    expect(verdict.primary?.facts[0]?.ref?.kind).toBe('event');
  });
});

describe('the discharge', () => {
  const id = 'bankruptcy.discharge';
  function discharged(detail: EventDetail = {}, rest: Parameters<typeof legalEvent>[2] = {}) {
    return legalEvent('discharge', '2026-10-01', { accountId: null, detail, ...rest });
  }
  it.each<Case>([
    ['verification', { events: [discharged()], act: { purpose: 'verification' } }, 'block'],
    ['every debt', { events: [discharged()] }, 'block'],
    ['this debt', { events: [discharged({}, { accountId: 1 })] }, 'block'],
    ['another debt', { events: [discharged({}, { accountId: 2 })] }, 'undetermined'],
    [
      'another debt, and this one left out',
      { events: [discharged({}, { accountId: 2 }), discharged({}, { accountId: 1, endedOn: '2026-10-02' })] },
      'pass',
    ],
    ['tomorrow', { events: [legalEvent('discharge', '2026-11-18')] }, 'pass'],
    ['today', { events: [legalEvent('discharge', '2026-11-17')] }, 'block'],
    ['revoked', { events: [discharged({}, { endedOn: '2026-11-17' })] }, 'pass'],
    [
      'a debt from after it',
      { events: [discharged()], debt: { openedOn: '2026-10-02', placedOn: null, oldestDueOn: null } },
      'pass',
    ],
    [
      'a creditor’s own business debt',
      { events: [discharged()], office: firstParty(), debt: businessDebt },
      'block',
    ],
    ['a suit', { events: [discharged()], act: { purpose: 'legal_process' } }, 'block'],
    ['to the attorney', { events: [discharged()], act: { to: 'attorney' } }, 'block'],
    ['to the creditor', { events: [discharged()], act: { to: 'creditor' } }, 'pass'],
    ['secured: a demand', { events: [discharged({ secured: true })] }, 'block'],
    [
      'secured: a notice about the property',
      { events: [discharged({ secured: true })], act: { purpose: 'remedy_notice' } },
      'warn',
    ],
    [
      'secured: foreclosure',
      { events: [discharged({ secured: true })], act: { purpose: 'legal_process' } },
      'warn',
    ],
    [
      'not secured: a notice of a remedy',
      { events: [discharged()], act: { purpose: 'remedy_notice' } },
      'block',
    ],
    ['an answer', { events: [discharged()], act: { purpose: 'answer_request' } }, 'warn'],
    ['the person calls', { events: [discharged()], act: { direction: 'in' } }, 'warn'],
  ])('%s', (_, parts, said) => {
    expect(saidBy(id, gateFacts(parts))).toBe(said);
  });

  it('says that only the property may be spoken of', () => {
    expect(reasonBy(id, gateFacts({ events: [discharged({ secured: true })] })).text).toContain('property');
  });
});

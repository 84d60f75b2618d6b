/** The check of a finished letter: what the law asks for is there, what it forbids is not, sums and days are those of the book. */
import { describe, expect, test } from 'vitest';
import { validationEnd } from '../../../../shared/rules/validation/period.ts';
import { checkLetter, mayGo } from '../../../../shared/rules/wording/check-letter.ts';
import type { LetterToCheck } from '../../../../shared/rules/wording/letter-check.ts';
import { prescribedTexts } from '../../../../shared/rules/wording/prescribed.ts';
import { cleanText, letterToCheck, withSentence } from '../../../builders/letter-to-check.ts';

const codes = (letter: LetterToCheck) =>
  checkLetter(letter).map(({ severity, code }) => `${severity} ${code}`);
const first =
  'This is an attempt to collect a debt, and any information obtained will be used for that purpose.';
const later = 'This communication is from a debt collector.';
const wordingOf = (id: string) => prescribedTexts.find((one) => one.id === id)?.text ?? '';

test('a letter in which nothing is wrong has no findings', () => {
  expect(checkLetter(letterToCheck())).toEqual([]);
});

test('an empty letter stops', () => {
  expect(codes(letterToCheck({ text: '  \n ' }))).toEqual(['stop LETTER_EMPTY']);
});

describe('disclosures of collectors (12 CFR 1006.18(e))', () => {
  const without = cleanText.replace(later, '');
  const firstGiven = { firstContact: true, firstWriting: true, validationEndsOn: '2027-01-05' } as const;
  test.each<[string, Partial<LetterToCheck>, readonly string[]]>([
    ['a later letter without it', { text: without }, ['stop REQUIRED_TEXT_MISSING']],
    ['a law office is a collector', { text: without, role: 'law_office' }, ['stop REQUIRED_TEXT_MISSING']],
    ['a creditor in its own name is none', { text: without, role: 'first_party_creditor' }, []],
    ['a medical provider is none', { text: without, role: 'medical_provider' }, []],
    ['a business is no consumer', { text: without, debtor: 'business' }, []],
    ['a letter to the client', { text: without, to: 'client' }, []],
    [
      'to the attorney it is a matter to look at',
      { text: without, to: 'attorney' },
      ['look REQUIRED_TEXT_MISSING'],
    ],
    [
      'to who acts for the estate it stops',
      { text: without, to: 'representative' },
      ['stop REQUIRED_TEXT_MISSING'],
    ],
    ['the first letter needs the first disclosure', firstGiven, ['stop REQUIRED_TEXT_MISSING']],
    ['with it the first letter is right', { ...firstGiven, text: cleanText.replace(later, first) }, []],
    [
      'the first letter after a call needs it too',
      { ...firstGiven, firstContact: false },
      ['stop REQUIRED_TEXT_MISSING'],
    ],
    [
      'a word changed in it is told as changed',
      { ...firstGiven, text: cleanText.replace(later, first.replace('will be', 'may be')) },
      ['stop REQUIRED_TEXT_CHANGED'],
    ],
    [
      'a “not” turns it round',
      { text: cleanText.replace(later, later.replace('is from', 'is not from')) },
      ['stop REQUIRED_TEXT_MISSING'],
    ],
    [
      'the first disclosure alone in a later letter',
      { text: cleanText.replace(later, first) },
      ['look REQUIRED_TEXT_MISSING'],
    ],
    ['D.C. asks for the first one always', { state: 'DC' }, ['stop REQUIRED_TEXT_MISSING']],
    [
      'a letter that asks for nothing may say so',
      { asksForMoney: false, text: cleanText.replace(later, 'This is not an attempt to collect a debt.') },
      [],
    ],
    [
      'a letter that asks for money may not',
      { text: cleanText.replace(later, 'This is not an attempt to collect a debt.') },
      ['stop REQUIRED_TEXT_MISSING'],
    ],
    ['a Spanish letter needs it in Spanish', { language: 'es' }, ['stop REQUIRED_TEXT_MISSING']],
    [
      'in Spanish it is right',
      {
        language: 'es',
        text: cleanText.replace(later, 'Esta comunicación proviene de un cobrador de deudas.'),
      },
      [],
    ],
    ['an office that never said what it is', { role: null }, ['stop ROLE_UNKNOWN']],
    ['an unknown state is to be looked at', { state: null }, ['look STATE_UNKNOWN']],
  ])('%s', (_, given, expected) => {
    expect(codes(letterToCheck(given))).toEqual(expected);
  });
});

describe('texts of states', () => {
  const firstLetter = { firstContact: true, firstWriting: true, validationEndsOn: '2027-01-05' } as const;
  const withText = (text: string) => `${cleanText.replace(later, first)}\n${text}`;
  test.each<[string, Partial<LetterToCheck>, readonly string[]]>([
    [
      'California, missing',
      { ...firstLetter, state: 'CA', text: withText('') },
      ['stop REQUIRED_TEXT_MISSING'],
    ],
    ['California, there', { ...firstLetter, state: 'CA', text: withText(wordingOf('ca.first-notice')) }, []],
    [
      'California, lines and quotes fall otherwise',
      {
        ...firstLetter,
        state: 'CA',
        text: withText(wordingOf('ca.first-notice').replace('debt. For more', 'debt.\nFor more')),
      },
      [],
    ],
    [
      'California, a word changed',
      {
        ...firstLetter,
        state: 'CA',
        text: withText(wordingOf('ca.first-notice').replace('9 p.m.', '10 p.m.')),
      },
      ['stop REQUIRED_TEXT_CHANGED'],
    ],
    [
      'California, a creditor',
      { ...firstLetter, state: 'CA', role: 'first_party_creditor', text: withText('') },
      [],
    ],
    ['California, a later letter', { state: 'CA' }, []],
    [
      'Massachusetts, missing',
      { ...firstLetter, state: 'MA', text: withText('') },
      ['stop REQUIRED_TEXT_MISSING'],
    ],
    ['Massachusetts, there', { ...firstLetter, state: 'MA', text: withText(wordingOf('ma.work-calls')) }, []],
    [
      'New York, not confirmed',
      { ...firstLetter, state: 'NY', text: withText('') },
      ['stop APPROVED_TEXT_NEEDED'],
    ],
    [
      'New York, confirmed by counsel and there',
      {
        ...firstLetter,
        state: 'NY',
        text: withText(wordingOf('ny.first-notice')),
        approved: { 'ny.first-notice': wordingOf('ny.first-notice') },
      },
      [],
    ],
    [
      'Colorado, no wording',
      { ...firstLetter, state: 'CO', text: withText('') },
      ['stop APPROVED_TEXT_NEEDED'],
    ],
    [
      'Colorado, counsel’s wording is not in the letter',
      {
        ...firstLetter,
        state: 'CO',
        text: withText(''),
        approved: {
          'co.first-letter': 'For information about the Colorado act see the site of the Attorney General.',
        },
      },
      ['stop REQUIRED_TEXT_MISSING'],
    ],
    [
      'D.C., a settlement lacks the notice of protected income',
      { state: 'DC', stage: 'arrangement', text: withText('') },
      ['stop REQUIRED_TEXT_MISSING'],
    ],
    [
      'D.C., a settlement of a creditor too',
      { state: 'DC', stage: 'arrangement', role: 'first_party_creditor' },
      ['stop REQUIRED_TEXT_MISSING'],
    ],
    [
      'D.C., to who acts for the estate',
      { state: 'DC', to: 'representative', text: withText(later) },
      ['stop ESTATE_LIABILITY_UNSAID'],
    ],
  ])('%s', (_, given, expected) => {
    const given2 = given.state === 'DC' ? { ...given, text: `${given.text ?? cleanText}\n${later}` } : given;
    expect(codes(letterToCheck(given2))).toEqual(expected);
  });

  test('says which words differ and how they should read', () => {
    const changed = wordingOf('ca.first-notice').replace('may not harass', 'may harass');
    const [finding] = checkLetter(letterToCheck({ ...firstLetter, state: 'CA', text: withText(changed) }));
    expect(finding).toMatchObject({ code: 'REQUIRED_TEXT_CHANGED', textId: 'ca.first-notice' });
    expect(finding?.why).toContain('“not”');
  });
});

describe('old debts', () => {
  const old = { timeBarred: 'may_be' } as const;
  const quiet = 'The law limits how long you can be sued on a debt. We will not sue you for it.';
  test.each<[string, LetterToCheck, readonly string[]]>([
    ['a state without a notice: silence is to be looked at', letterToCheck(old), ['look TIME_BARRED_SILENT']],
    ['a word of it is enough there', withSentence(quiet, old), []],
    ['nothing is asked for', letterToCheck({ ...old, asksForMoney: false }), []],
    ['a threat of suit', withSentence(`${quiet} We may file suit.`, old), ['stop TIME_BARRED_THREAT']],
    [
      'of a creditor too',
      withSentence('We may file suit.', { ...old, role: 'first_party_creditor' }),
      ['stop TIME_BARRED_THREAT'],
    ],
    ['Vermont: no wording found', letterToCheck({ ...old, state: 'VT' }), ['stop APPROVED_TEXT_NEEDED']],
    ['Oregon', letterToCheck({ ...old, state: 'OR' }), ['stop APPROVED_TEXT_NEEDED']],
    ['Maine', letterToCheck({ ...old, state: 'ME' }), ['stop APPROVED_TEXT_NEEDED']],
    [
      'Maine binds creditors',
      letterToCheck({ ...old, state: 'ME', role: 'first_party_creditor' }),
      ['stop APPROVED_TEXT_NEEDED'],
    ],
    [
      'New York City beside New York',
      letterToCheck({ ...old, state: 'NY', newYorkCity: true }),
      ['stop APPROVED_TEXT_NEEDED', 'stop APPROVED_TEXT_NEEDED'],
    ],
    ['a business has no such notice', letterToCheck({ ...old, state: 'VT', debtor: 'business' }), []],
    ['with a judgment the period is another', letterToCheck({ ...old, state: 'VT', judgment: true }), []],
    [
      'Vermont, with counsel’s wording',
      withSentence('You cannot be sued for this debt in Vermont because of its age.', {
        ...old,
        state: 'VT',
        approved: { 'TB-VT': 'You cannot be sued for this debt in Vermont because of its age.' },
      }),
      [],
    ],
    [
      'Connecticut, first letter, missing',
      letterToCheck({
        ...old,
        state: 'CT',
        stage: 'demand',
        firstWriting: true,
        validationEndsOn: '2027-01-05',
        text: cleanText.replace(later, first),
      }),
      ['stop REQUIRED_TEXT_MISSING'],
    ],
    [
      'Connecticut, first letter, there',
      withSentence(
        'The law limits how long you can be sued on a debt. Because of the age of your debt, Tidewater Dental will not sue you for it and Tidewater Dental will not report it to any credit reporting agencies.',
        { ...old, state: 'CT' },
      ),
      [],
    ],
    [
      'New Mexico with every request, not confirmed',
      letterToCheck({ ...old, state: 'NM' }),
      ['stop APPROVED_TEXT_NEEDED'],
    ],
    ['Texas binds debt buyers only', withSentence(quiet, { ...old, state: 'TX', firstWriting: false }), []],
  ])('%s', (_, letter, expected) => {
    expect(codes(letter)).toEqual(expected);
  });
});

describe('while the debtor may dispute (12 CFR 1006.38(b))', () => {
  const inPeriod = { validationEndsOn: '2026-12-29' } as const;
  test.each<[string, string, readonly string[]]>([
    ['pay at once', 'Payment in full is due immediately.', ['stop OVERSHADOWING']],
    ['a day before its end', 'Please pay by December 6, 2026.', ['stop OVERSHADOWING']],
    ['a number of days', 'Please pay within ten (10) days.', ['stop OVERSHADOWING']],
    ['a threat of suit', 'We may take legal action against you.', ['stop OVERSHADOWING']],
    ['a promise of the office itself', 'We will answer within 10 days.', []],
    ['a call is no threat', 'Please call today.', ['look OVERSHADOWING']],
    ['no deadline', 'Please contact us about your payment options.', []],
  ])('%s', (_, sentence, expected) => {
    expect(codes(withSentence(sentence, inPeriod))).toEqual(expected);
  });
  test.each<[string, Partial<LetterToCheck>]>([
    ['the period is over', { validationEndsOn: '2026-11-21' }],
    ['a business', { debtor: 'business', ...inPeriod }],
    ['a creditor', { role: 'first_party_creditor', ...inPeriod }],
    ['to the attorney', { to: 'attorney', ...inPeriod }],
  ])('not: %s', (_, given) => {
    expect(codes(withSentence('Please pay by December 6, 2026.', given))).toEqual([]);
  });
});

describe('sums', () => {
  test.each<[string, string, readonly string[]]>([
    ['a cent too much', 'Your balance is $960.01.', ['stop SUM_NOT_IN_LEDGER']],
    ['a sum typed into a letter', 'A fee of $25 was charged.', []],
    ['a sum of nothing', 'Interest: $0.00', []],
    ['without cents', 'You owe $960 today.', []],
    ['thousands', 'You owe $1,960.00.', ['stop SUM_NOT_IN_LEDGER']],
    ['in words of the currency', 'You owe 961 dollars.', ['stop SUM_NOT_IN_LEDGER']],
    ['three places', 'You owe $960.001.', ['stop SUM_NOT_IN_LEDGER']],
    ['a sum that says nothing of the debt', 'Parking in our garage is $5.', ['look SUM_NOT_IN_LEDGER']],
    ['the principal as what is owed', 'The total amount due is $900.00.', ['look SUM_UNDER_WRONG_NAME']],
    ['a threshold of the tax law', 'If $600 or more is forgiven, a Form 1099-C may be due.', []],
  ])('%s', (_, sentence, expected) => {
    expect(codes(withSentence(sentence))).toEqual(expected);
  });
  test('parts that do not make the whole', () => {
    const letter = letterToCheck();
    const sums = letter.sums.map((sum) => (sum.name === 'amounts.fees' ? { ...sum, cents: 2501 } : sum));
    expect(codes({ ...letter, sums })).toEqual(['stop SUMS_DO_NOT_ADD_UP']);
  });
  test('a sum in a name or note the letter repeats is nobody’s statement', () => {
    const letter = withSentence('Charge for $5 coffee club owed');
    expect(codes(letter)).toEqual(['stop SUM_NOT_IN_LEDGER']);
    expect(codes({ ...letter, fill: { ...letter.fill, memo: '$5 coffee club' } })).toEqual([]);
  });
});

describe('days', () => {
  test.each<[string, string, readonly string[]]>([
    ['the day of the letter', 'As of November 22, 2026 you owe $960.00.', []],
    ['in figures', 'As of 11/22/2026 you owe $960.00.', []],
    ['a day by which, from the facts', 'Please pay by December 6, 2026.', []],
    ['a day by which, from nowhere', 'Please pay by December 7, 2026.', ['stop DAY_NOT_COMPUTED']],
    ['a day by which, past', 'Please pay by July 1, 2026.', ['stop DEADLINE_PAST']],
    ['a day from nowhere', 'We wrote on October 3, 2026.', ['look DAY_NOT_COMPUTED']],
    ['no such day', 'Please pay by February 30, 2027.', ['stop DAY_IMPOSSIBLE']],
    ['no such day in figures', 'We wrote on 13/40/2026.', ['stop DAY_IMPOSSIBLE']],
    ['the wrong weekday', 'Please pay by Monday, December 6, 2026.', ['stop WEEKDAY_WRONG']],
    ['the right weekday', 'Please pay by Sunday, December 6, 2026.', []],
    ['in Spanish', 'Pague antes del 7 de diciembre de 2026.', ['stop DAY_NOT_COMPUTED']],
    ['no day at all', 'You may 5 times call us; see paragraph 5 may it help.', []],
    ['a telephone number', 'Call 512-555-0100.', []],
  ])('%s', (_, sentence, expected) => {
    expect(codes(withSentence(sentence))).toEqual(expected);
  });
});

describe('what was never filled in', () => {
  test.each(['Dear [insert name]:', 'Pay {collector}.', 'You owe $XX.', 'Balance: undefined', 'See TBD.'])(
    '%s',
    (sentence) => {
      expect(codes(withSentence(sentence))).toEqual(['stop NOT_FILLED_IN']);
    },
  );
  test('braces somebody typed are to be looked at, in a name they are the name', () => {
    const letter = withSentence('For {{ 7*7 }}');
    expect(codes(letter)).toEqual(['look NOT_FILLED_IN']);
    expect(codes({ ...letter, fill: { consumerName: '{{ 7*7 }}' } })).toEqual([]);
  });
});

describe('names are not words of the office', () => {
  test('a creditor of a frightening name', () => {
    const fill = { currentCreditor: 'Will Arrest Security Services', collector: 'Harbor Lane Receivables' };
    const sentence = 'The creditor is Will Arrest Security Services.';
    expect(codes(withSentence(sentence))).toEqual(['stop THREAT_OF_ARREST']);
    expect(codes(withSentence(sentence, { fill }))).toEqual([]);
  });
  test('the words of the law may name what they forbid', () => {
    expect(codes(withSentence(wordingOf('ca.first-notice')))).toEqual([]);
  });
});

test('a template’s own demands are met, and one nobody knows stops', () => {
  expect(codes(letterToCheck({ must: ['ma.work-calls'] }))).toEqual(['stop REQUIRED_TEXT_MISSING']);
  expect(codes(withSentence(wordingOf('ma.work-calls'), { must: ['ma.work-calls'] }))).toEqual([]);
  expect(codes(letterToCheck({ must: ['no-such'] }))).toEqual(['stop REQUIRED_TEXT_UNKNOWN']);
});

test('what stops keeps a letter back, what is to be looked at does not', () => {
  expect(mayGo(checkLetter(withSentence('FINAL NOTICE')))).toBe(true);
  expect(mayGo(checkLetter(withSentence('You will be arrested.')))).toBe(false);
});

test('a finding holds the words as they stand and their sentence', () => {
  const [finding] = checkLetter(withSentence('Please note: you’ll be arrested soon.'));
  expect(finding?.words).toBe('be arrested');
  expect(finding?.sentence).toBe('Please note: you’ll be arrested soon.');
});

test('a validation period that ends too early', () => {
  const letter = letterToCheck({ stage: 'first_notice', validationEndsOn: '2026-12-20' });
  expect(codes(letter)).toContain('stop VALIDATION_END_EARLY');
  expect(codes({ ...letter, validationEndsOn: validationEnd('2026-11-22') })).not.toContain(
    'stop VALIDATION_END_EARLY',
  );
});

test.each([
  'Please pay $960.00 by the end of the month.',
  'You must send us your payment.',
  'We demand that you pay.',
])('a letter that says it asks for no money does not ask: %s', (sentence) => {
  expect(codes({ ...withSentence(sentence), asksForMoney: false })).toContain('stop ASKS_FOR_MONEY');
  expect(codes({ ...withSentence(sentence), asksForMoney: true })).not.toContain('stop ASKS_FOR_MONEY');
});

test('a letter that asks for no money may say what would be owed, and that nothing has to be paid', () => {
  for (const sentence of [
    'You do not have to pay anything now.',
    'If you pay by then, we close the account.',
  ])
    expect(codes({ ...withSentence(sentence), asksForMoney: false })).toEqual([]);
});

test('what somebody typed of a charge states nothing in its cell, and is read in a sentence', () => {
  const memo = 'Urgent care $45.00 by 3/4/2026, arrest on site';
  const row = `July 1, 2026\t${memo}\t$960.00`;
  expect(checkLetter(withSentence(row, { typed: [memo] }))).toEqual([]);
  expect(codes(withSentence(row))).not.toEqual([]);
  expect(codes(withSentence('Pay or you face arrest on site.', { typed: ['arrest on site'] }))).toEqual([
    'stop THREAT_OF_ARREST',
  ]);
});

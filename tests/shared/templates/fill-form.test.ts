/** Model Form B-1 filled: every required line in its order, every sum there, nothing blank. */
import { describe, expect, test } from 'vitest';
import { modelFormB1 } from '../../../shared/rules/wording/model-form.ts';
import { formParts } from '../../../shared/templates/document/letter-doc.ts';
import { fillForm } from '../../../shared/templates/fill-form.ts';
import type { LetterValidation } from '../../../shared/templates/letter-data.ts';
import { fullLetterData, sampleValidation, stateTextsOf } from '../../builders/letter-samples.ts';

const form = (change: Partial<LetterValidation> = {}, asked = fullLetterData()) =>
  fillForm(asked, { ...sampleValidation, ...change });
const english = (change: Partial<LetterValidation> = {}, asked = fullLetterData()) =>
  formParts.flatMap((part) => form(change, asked).en[part]);
const textOf = (lines: ReturnType<typeof english>, id: string) => lines.find((line) => line.id === id)?.text;

describe('in English', () => {
  test('every required line of the body stands there once, in the order of the form', () => {
    const wanted = modelFormB1
      .filter(({ part, wanted: when }) => part !== 'sender' && part !== 'recipient' && when === 'always')
      .map(({ id }) => id);
    const ids = english().map(({ id }) => id);
    expect(ids.filter((id) => wanted.includes(id))).toEqual(wanted);
    expect(ids).toContain('rights.cfpb');
  });

  test('every sum is printed, one of nothing too, and they lead from the first to the last', () => {
    const sums = english({ feesCents: 0 }).filter(({ kind }) => kind === 'row');
    expect(sums.map(({ id, sign, amount }) => [id, sign, amount])).toEqual([
      ['owedThen', '', '$980.00'],
      ['interest', '+', '$12.40'],
      ['fees', '+', '$0.00'],
      ['paid', '-', '$500.00'],
      ['owedNow', '', '$517.40'],
    ]);
    const { owedThenCents, interestCents, feesCents, paidCents, owedNowCents } = sampleValidation;
    expect(owedThenCents + interestCents + feesCents - paidCents).toBe(owedNowCents);
  });

  test('no name in braces is left, and none that a value holds is filled', () => {
    for (const { text } of english()) expect(text).not.toMatch(/[{}]|undefined/);
    expect(textOf(english({ creditorThen: '{reference} & Co' }), 'account')).toBe(
      'You had a dental account from {reference} & Co with account number SFD-20418.',
    );
  });

  test.each([
    [
      'dental account',
      'SFD-1',
      'You had a dental account from Seacoast Family Dental with account number SFD-1.',
    ],
    ['auto loan', '', 'You had an auto loan from Seacoast Family Dental.'],
    ['utility account', '', 'You had a utility account from Seacoast Family Dental.'],
    ['', '', 'You had an account from Seacoast Family Dental.'],
  ])('the account line with “%s” and “%s”', (product, numberThen, line) => {
    expect(textOf(english({ product, numberThen }), 'account')).toBe(line);
  });

  test('the part to send back holds the address for disputes and the fullest name, with the address once', () => {
    expect(textOf(english(), 'mailTo')).toBe(
      'Mail this form to:\nHarbor Lane Recovery\nPO Box 7\nPortsmouth NH 03801',
    );
    expect(textOf(english(), 'mailFrom')).toBe('Rosa Maria Delgado\n18 Mill Road, Apt 2\nDover NH 03820');
    const full = fullLetterData();
    const long = {
      ...full,
      debtor: { ...full.debtor, name: 'Rosa Delgado of Mill Road', fullName: 'Rosa Delgado of Mill Road' },
      recipient: {
        name: 'Rosa Delgado of Mill Road',
        greeting: '',
        addressLines: ['ROSA DELGADO', 'OF MILL ROAD', '18 MILL RD', 'DOVER NH 03820'],
      },
    };
    expect(textOf(english({}, long), 'mailFrom')).toBe(
      'Rosa Delgado of Mill Road\n18 MILL RD\nDOVER NH 03820',
    );
  });

  test('what is at the office’s choice stands only where it applies', () => {
    const plain = english({ reference: '', electronicAddress: '' }).map(({ id }) => id);
    for (const id of [
      'reference',
      'dispute.electronic',
      'rights.electronic',
      'reverse',
      'spanish',
      'want.spanish',
    ])
      expect(plain).not.toContain(id);
    expect(textOf(english({ reference: '' }), 'want.pay.to')).toBe(
      'Make your check payable to Harbor Lane Recovery.',
    );
    const electronic = english({ electronicAddress: 'disputes@harborlane.example' });
    expect(textOf(electronic, 'dispute.electronic')).toContain('disputes@harborlane.example');
  });

  test('notices of a state are pointed to; one about the age of the debt stands under what is owed now', () => {
    const california = fullLetterData({}, { stateTexts: stateTextsOf('CA') });
    expect(textOf(english({}, california), 'reverse')).toContain('next page');
    const old = {
      id: 'TB-CT',
      title: '',
      text: 'The law limits how long you can be sued on a debt.',
      style: '',
    };
    const lines = english({}, fullLetterData({}, { stateTexts: [old] })).map(({ id }) => id);
    expect(lines[lines.indexOf('owedNow') + 1]).toBe('TB-CT');
    expect(lines).not.toContain('reverse');
  });
});

test('in Spanish it has the same lines in the same order, and its days are Spanish', () => {
  const made = form();
  const spanish = formParts.flatMap((part) => made.es[part]);
  expect(spanish.map(({ id, amount, sign }) => [id, amount, sign])).toEqual(
    english().map(({ id, amount, sign }) => [id, amount, sign]),
  );
  expect(textOf(spanish, 'dispute.assumed')).toContain('18 de abril de 2026');
  for (const { id, text } of spanish) {
    expect(text).not.toMatch(/[{}]/);
    if (id !== 'mailFrom') expect(text, id).not.toBe(textOf(english(), id));
  }
});

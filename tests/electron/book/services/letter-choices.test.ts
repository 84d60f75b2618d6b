/** Which letters an account is offered: those that fit first, the others with why not. */
import { expect, test } from 'vitest';
import { ensureTemplates } from '../../../../electron/book/services/letters.ts';
import { letterStages } from '../../../../shared/templates/letter-about.ts';
import { makeDesk } from '../../../builders/desk.ts';

function letterDesk() {
  const desk = makeDesk();
  ensureTemplates(desk.store, 1);
  return desk;
}

test('letters that fit come first, by stage; the others say what they are for', async () => {
  const desk = letterDesk();
  const accountId = await desk.account();
  const { letters, suggestedId, picks } = await desk.get('letters.choices', { accountId });
  const byCode = new Map(letters.map((letter) => [letter.code, letter]));
  expect(byCode.get('friendly-reminder')?.why).toEqual([]);
  expect(byCode.get('broken-plan')?.why.join(' ')).toContain('No payment of a plan was missed.');
  expect(byCode.get('demand-letter-law-office')?.why.join(' ')).toContain('another kind of office');
  expect(byCode.get('demand-letter-commercial')?.why.join(' ')).toContain('this debtor is a person');
  expect(byCode.get('paid-in-full')?.why.join(' ')).toContain('not paid in full');

  const fits = letters.map(({ why }) => why.length === 0);
  expect(fits).toEqual([...fits].sort((a, b) => Number(b) - Number(a)));
  const stages = letters
    .filter(({ why }) => why.length === 0)
    .map(({ stage }) => letterStages.indexOf(stage));
  expect(stages).toEqual([...stages].sort((a, b) => a - b));
  expect(letters[0]?.templateId).toBe(suggestedId);
  expect(picks).toEqual({ plan: [], offer: [], payment: [] });
});

test('several payments can be chosen between, and a letter about one says so', async () => {
  const desk = letterDesk();
  const accountId = await desk.account();
  await desk.pay(accountId, 1_000);
  await desk.pay(accountId, 2_000);
  const { letters, picks, receiptId } = await desk.get('letters.choices', { accountId });
  expect(picks.payment.map(({ words }) => words.split(' received')[0])).toEqual(['$20.00', '$10.00']);
  expect(receiptId).toBe(picks.payment[0]?.id);
  expect(letters.find(({ code }) => code === 'payment-receipt')).toMatchObject({
    why: [],
    picks: ['payment'],
  });
});

test('nothing owed: letters that ask for money do not fit, what thanks does', async () => {
  const desk = letterDesk();
  const accountId = await desk.account({ amountCents: 5_000 });
  await desk.pay(accountId, 5_000);
  const { letters } = await desk.get('letters.choices', { accountId });
  expect(letters.find(({ code }) => code === 'friendly-reminder')?.why).toEqual([
    'Nothing is owed on this account.',
  ]);
  expect(letters.find(({ code }) => code === 'paid-in-full')?.why).toEqual([]);
});

test('an account that does not exist', async () => {
  expect(await makeDesk().codeOf('letters.choices', { accountId: 999 })).toBe('account.not_found');
});

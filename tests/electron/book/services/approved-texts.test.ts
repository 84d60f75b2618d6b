/** Counsel’s wording is entered, replaced, withdrawn; what was approved once stays in the book. */
import { expect, test } from 'vitest';
import { findApprovedWordings } from '../../../../electron/book/store/queries/approved-texts.ts';
import { makeDesk } from '../../../builders/desk.ts';

const wording =
  'The law limits how long you can be sued on a debt. This one is too old, and nobody will sue you for it.';

test('texts whose wording is not sure wait for counsel, and take effect once entered', async () => {
  const desk = makeDesk();
  const before = (await desk.get('wording.texts', {})).texts;
  expect(before.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['TB-VT', 'TB-OR', 'TB-ME', 'TB-NYC', 'ny.first-notice', 'co.first-letter']),
  );
  expect(before.every(({ approved }) => approved === null)).toBe(true);

  await desk.get('wording.approve', { textId: 'TB-VT', text: wording, approvedBy: 'Lena Voss, counsel' });
  expect(findApprovedWordings(desk.store)).toEqual({ 'TB-VT': wording });
  const standing = (await desk.get('wording.texts', {})).texts.find(({ id }) => id === 'TB-VT');
  expect(standing?.approved).toMatchObject({ text: wording, approvedBy: 'Lena Voss, counsel' });

  await desk.get('wording.approve', { textId: 'TB-VT', text: `${wording} Ask us.`, approvedBy: 'Lena Voss' });
  expect(findApprovedWordings(desk.store)).toEqual({ 'TB-VT': `${wording} Ask us.` });

  await desk.get('wording.withdraw', { textId: 'TB-VT' });
  expect(findApprovedWordings(desk.store)).toEqual({});
});

test('a text nobody asks for, and one that is not approved, are refused', async () => {
  const desk = makeDesk();
  expect(await desk.codeOf('wording.approve', { textId: 'no-such', text: wording, approvedBy: 'Me' })).toBe(
    'wording.text_unknown',
  );
  expect(await desk.codeOf('wording.withdraw', { textId: 'TB-VT' })).toBe('wording.not_approved');
  await expect(
    desk.call('wording.approve', { textId: 'TB-VT', text: 'yes', approvedBy: 'Me' }),
  ).rejects.toThrow();
});

test('what counsel approved for the office is what the rules of contact ask for', async () => {
  const desk = makeDesk();
  const accountId = await desk.account({
    debtType: 'loan',
    openedOn: '2010-01-05',
    dueOn: '2010-02-01',
    line1: '12 Oak Street',
    city: 'Burlington',
    region: 'VT',
    postalCode: '05401',
  });
  const letter = async () => {
    const { verdict } = await desk.get('law.verdict', { accountId, act: { channel: 'letter' } });
    return `${verdict.outcome} ${verdict.primary?.code ?? ''}`;
  };
  expect(await letter()).toBe('blocked TIME_BARRED_NOTICE_REQUIRED');
  await desk.get('wording.approve', { textId: 'TB-VT', text: wording, approvedBy: 'Lena Voss' });
  expect(await letter()).not.toContain('blocked');
});

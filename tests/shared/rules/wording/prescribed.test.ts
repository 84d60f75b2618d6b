/** Texts a law prescribes stand here as their sources give them. */
import { expect, test } from 'vitest';
import { belowLine, modelFormB1, separatePageLines } from '../../../../shared/rules/wording/model-form.ts';
import { letterLines, prescribedTexts } from '../../../../shared/rules/wording/prescribed.ts';

const textOf = (id: string) => prescribedTexts.find((one) => one.id === id)?.text;

test('the two disclosures', () => {
  expect(textOf('mini-miranda.first')).toBe(
    'This is an attempt to collect a debt, and any information obtained will be used for that purpose.',
  );
  expect(textOf('mini-miranda.later')).toBe('This communication is from a debt collector.');
  expect(textOf('mini-miranda.dc')).toBe(textOf('mini-miranda.first'));
});

test('what is not confirmed is marked, and ids are used once', () => {
  expect(new Set(prescribedTexts.map(({ id }) => id)).size).toBe(prescribedTexts.length);
  for (const { id, text, confirmed, source } of prescribedTexts) {
    if (text === null) expect(confirmed, id).toBe(false);
    if (source.confidence === 'unverified') expect(confirmed, id).toBe(false);
  }
  expect(letterLines.every(({ source }) => source.confidence === 'unverified')).toBe(true);
});

test('the model form keeps the order of appendix B', () => {
  const order = modelFormB1.map(({ id }) => id);
  const wanted = ['collector', 'consumer', 'lead', 'owedThen', 'interest', 'fees', 'paid', 'owedNow'];
  wanted.push('dispute.assumed', 'dispute.written', 'rights.original', 'rights.cfpb', 'respond');
  wanted.push('want.dispute', 'want.notMine', 'want.amount', 'want.other', 'want.original', 'mailTo');
  const places = wanted.map((id) => order.indexOf(id));
  expect(places).not.toContain(-1);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
});

test('the lines that stand in for parts of the form refer to where those are', () => {
  expect(separatePageLines.itemization).toBe('See the enclosed separate page for an itemization of the debt');
  expect(separatePageLines.statement).toContain('periodic statement');
  expect(belowLine).toContain('below');
});

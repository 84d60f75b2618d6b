import { expect, test } from 'vitest';
import { keepOperations } from '../../../renderer/bridge/operation.ts';

function counting() {
  let made = 0;
  return keepOperations(() => `id-${++made}`);
}

test('a retry of the same input keeps its id', () => {
  const operations = counting();
  expect(operations.idFor({ amountCents: 500 })).toBe('id-1');
  expect(operations.idFor({ amountCents: 500 })).toBe('id-1');
});

test('changed input is another operation', () => {
  const operations = counting();
  operations.idFor({ amountCents: 500 });
  expect(operations.idFor({ amountCents: 600 })).toBe('id-2');
});

test('after success an equal input is a new operation', () => {
  const operations = counting();
  operations.idFor({ amountCents: 500 });
  operations.settle();
  expect(operations.idFor({ amountCents: 500 })).toBe('id-2');
});

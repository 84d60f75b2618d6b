/** Every field the contract knows can be chosen for a column, once. */
import { expect, test } from 'vitest';
import {
  fieldOf,
  fieldOptions,
  groupedFields,
  rowKindHints,
} from '../../../../renderer/features/import/field-groups.ts';
import { importFields, rowKinds } from '../../../../shared/domain/import.ts';

test('every field is offered once, in a group', () => {
  expect([...groupedFields].sort()).toEqual([...importFields].sort());
  expect(fieldOptions[0]).toEqual({ value: '', label: 'Leave out' });
});

test('a value that is no field leaves the column out', () => {
  expect(fieldOf('amount')).toBe('amount');
  expect(fieldOf('')).toBeNull();
  expect(fieldOf('toString')).toBeNull();
});

test('each kind of row says in a line what it is', () => {
  for (const kind of rowKinds) expect(rowKindHints[kind]).not.toBe('');
});

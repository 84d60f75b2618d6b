import { expect, test } from 'vitest';
import { addressLinesOf, missingPartsOf } from '../../../shared/domain/address.ts';

const address = {
  line1: '12 Elm St',
  line2: '',
  city: 'Austin',
  region: 'TX',
  postalCode: '78701',
  country: '',
};

test('the block has no empty line and names the country only abroad', () => {
  expect(addressLinesOf('Ana Garcia', address)).toEqual(['Ana Garcia', '12 Elm St', 'Austin TX 78701']);
  expect(addressLinesOf('Ana Garcia', { ...address, country: 'USA', line2: ' Apt  4 ' })).toEqual([
    'Ana Garcia',
    '12 Elm St',
    'Apt 4',
    'Austin TX 78701',
  ]);
  expect(addressLinesOf('Ana', { ...address, region: '', country: 'Canada' }).at(-1)).toBe('CANADA');
});

test('what the post cannot do without', () => {
  expect(missingPartsOf(address)).toEqual([]);
  expect(missingPartsOf({ ...address, line1: ' ', region: '', postalCode: '' })).toEqual([
    'street',
    'region',
    'postalCode',
  ]);
  expect(missingPartsOf({ ...address, region: '', postalCode: '', country: 'Ireland' })).toEqual([]);
  expect(missingPartsOf({ ...address, line1: '', line2: 'PO Box 9' })).toEqual([]);
});

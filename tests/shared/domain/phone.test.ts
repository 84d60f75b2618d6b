import { expect, test } from 'vitest';
import { phoneWordsOf, readPhone } from '../../../shared/domain/phone.ts';

test.each([
  ['(512) 555-0144', '+15125550144', '(512) 555-0144'],
  ['512.555.0144', '+15125550144', '(512) 555-0144'],
  ['1 512 555 0144', '+15125550144', '(512) 555-0144'],
  ['+1 (512) 555-0144', '+15125550144', '(512) 555-0144'],
  ['512-555-0144 x12', '+15125550144', '(512) 555-0144 x12'],
  ['5125550144 ext. 12', '+15125550144', '(512) 555-0144 x12'],
  ['+44 20 7946 0958', '+442079460958', '+44 20 7946 0958'],
])('%s is read', (typed, number, display) => {
  expect(readPhone(typed)).toEqual({ number, display });
});

test.each([
  ['555-0144', 'seven digits'],
  ['112-555-0144', 'an area code begins with 2 to 9'],
  ['512-155-0144', 'so does the exchange'],
  ['911-555-0144', 'no area code ends in 11'],
  ['512 555 01444', 'eleven digits, and not after a 1'],
  ['n/a', 'no digits'],
  ['', 'nothing'],
  ['512 555 0144 or 512 555 0199', 'two numbers'],
])('%s is no number: %s', (typed) => {
  expect(readPhone(typed)).toBeNull();
});

test('a number is found whole, without its 1, by its local part and by its last four', () => {
  expect(phoneWordsOf('+15125550144')).toEqual(['15125550144', '5125550144', '5550144', '0144']);
  expect(phoneWordsOf('none')).toEqual([]);
});

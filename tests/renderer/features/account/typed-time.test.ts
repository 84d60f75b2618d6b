import { expect, test } from 'vitest';
import { parseTypedTime } from '../../../../renderer/features/account/forms/typed-time.ts';

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9:30', '09:30'],
  ['14:00', '14:00'],
  ['2pm', '14:00'],
  ['2:15 p.m.', '14:15'],
  ['12am', '00:00'],
  ['12 pm', '12:00'],
  ['noon', '12:00'],
  ['3', '15:00'],
  ['03:00', '03:00'],
  ['7', '07:00'],
  ['0:05', '00:05'],
  ['23:59', '23:59'],
])('%s is %s', (text, time) => {
  expect(parseTypedTime(text)).toBe(time);
});

test.each(['', '24:00', '9:60', '13pm', '0am', 'nine', '9:3', '-1', '1234567'])('refuses %j', (text) => {
  expect(parseTypedTime(text)).toBeNull();
});

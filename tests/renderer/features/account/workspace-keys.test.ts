import { describe, expect, test } from 'vitest';
import {
  actionOf,
  type KeyPress,
  tabKeys,
  workTabs,
} from '../../../../renderer/features/account/workspace-keys.ts';

const press = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  alt: false,
  ctrl: false,
  meta: false,
  shift: false,
  typing: false,
  covered: false,
  ...changes,
});

describe('keys of the workspace', () => {
  test.each(workTabs)('%s has one key', (tab) => {
    expect(actionOf(press(tabKeys[tab].toLowerCase()))).toEqual({ act: 'tab', tab });
  });

  test.each([
    ['s', 'next-step'],
    ['e', 'explain'],
    ['w', 'why'],
    ['v', 'record-event'],
  ] as const)('%s is %s', (key, act) => {
    expect(actionOf(press(key))).toEqual({ act });
    expect(actionOf(press(key, { typing: true }))).toBeNull();
    expect(actionOf(press(key, { typing: true, alt: true }))).toEqual({ act });
  });

  test('a letter typed into a field is a letter', () => {
    expect(actionOf(press('n', { typing: true }))).toBeNull();
  });

  test('with Alt it works inside a field, whatever the layout makes of it', () => {
    expect(actionOf(press('n', { typing: true, alt: true }))).toEqual({ act: 'tab', tab: 'note' });
    expect(actionOf(press('˜', { code: 'KeyN', typing: true, alt: true }))).toEqual({
      act: 'tab',
      tab: 'note',
    });
  });

  test.each([{ ctrl: true }, { meta: true }, { shift: true }, { covered: true }])(
    'not with %j',
    (changes) => {
      expect(actionOf(press('p', changes))).toBeNull();
    },
  );

  test('Escape leaves the field first, then the account', () => {
    expect(actionOf(press('Escape', { typing: true }))).toEqual({ act: 'leave-field' });
    expect(actionOf(press('Escape'))).toEqual({ act: 'leave' });
    expect(actionOf(press('Escape', { covered: true }))).toBeNull();
  });

  test('D calls and I takes a call, also out of a field with Alt', () => {
    expect(actionOf(press('d'))).toEqual({ act: 'call', direction: 'out' });
    expect(actionOf(press('i', { typing: true, alt: true }))).toEqual({ act: 'call', direction: 'in' });
    expect(actionOf(press('d', { typing: true }))).toBeNull();
  });

  test('S opens the next step, other letters do nothing', () => {
    expect(actionOf(press('s'))).toEqual({ act: 'next-step' });
    expect(actionOf(press('x'))).toBeNull();
  });
});

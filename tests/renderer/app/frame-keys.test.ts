import { describe, expect, it } from 'vitest';
import { frameActionOf } from '../../../renderer/app/frame/frame-keys.ts';
import { areaOf, isPlace, placeOf } from '../../../renderer/app/frame/place.ts';

const press = { key: '', code: '', alt: false, shift: false, mod: false };

describe('keys of the frame', () => {
  it.each([
    [{ mod: true, key: 'k' }, { act: 'find' }],
    [{ mod: true, key: 'K' }, { act: 'find' }],
    [{ mod: true, key: 'n' }, { act: 'new-account' }],
    [{ mod: true, key: 'l' }, { act: 'lock' }],
    [
      { mod: true, key: ',' },
      { act: 'go', area: 'settings' },
    ],
    [
      { mod: true, shift: true, key: 'F' },
      { act: 'go', area: 'notes' },
    ],
    [{ key: 'F1' }, { act: 'shortcuts' }],
    [{ mod: true, key: '/', shift: true }, { act: 'shortcuts' }],
    [
      { alt: true, key: '1', code: 'Digit1' },
      { act: 'go', area: 'today' },
    ],
    // With the option key a Mac types another character.
    [
      { alt: true, key: '¡', code: 'Digit1' },
      { act: 'go', area: 'today' },
    ],
    [
      { alt: true, key: '7', code: 'Digit7' },
      { act: 'go', area: 'strategies' },
    ],
    [
      { alt: true, key: '0', code: 'Digit0' },
      { act: 'go', area: 'rules' },
    ],
    [{ alt: true, key: 'ArrowLeft', code: 'ArrowLeft' }, { act: 'back' }],
  ])('%o does %o', (keys, action) => expect(frameActionOf({ ...press, ...keys })).toEqual(action));

  it.each([
    [{ key: 'k' }],
    [{ key: 'n' }],
    [{ mod: true, alt: true, key: 'n' }],
    [{ mod: true, shift: true, key: 'n' }],
    [{ alt: true, key: '9', code: 'Numpad9' }],
    [{ alt: true, mod: true, key: '1', code: 'Digit1' }],
  ])('%o is left to others', (keys) => expect(frameActionOf({ ...press, ...keys })).toBeNull());
});

describe('places', () => {
  it('come back only as an area or an account', () => {
    for (const place of ['/today', '/accounts', '/accounts/7', '/settings', '/import'])
      expect(isPlace(place)).toBe(true);
    for (const text of [
      '',
      '/',
      'today',
      '/accounts/',
      '/accounts/0',
      '/accounts/7/x',
      '/settings?about=true',
      '//evil',
      '/nowhere',
    ])
      expect(isPlace(text)).toBe(false);
  });

  it('are named by what is asked for', () => {
    expect(placeOf('plans')).toBe('/plans');
    expect(placeOf({ accountId: 41 })).toBe('/accounts/41');
    expect(placeOf('about')).toBe('/settings?about=true');
  });

  it('belong to an area, but not inside an account', () => {
    expect(areaOf('/plans')).toBe('plans');
    expect(areaOf('/accounts/7')).toBeNull();
  });
});

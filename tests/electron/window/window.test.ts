import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, fileOf, typeOf } from '../../../electron/window/app-files.ts';
import { fittingState } from '../../../electron/window/window-state.ts';
import { nextZoom } from '../../../electron/window/zoom.ts';

describe('the file an address stands for', () => {
  const folder = path.resolve('/app/renderer');

  it.each([
    ['app://duebook/', 'index.html'],
    ['app://duebook/index.html', 'index.html'],
    ['app://duebook/assets/index-B1_x.js', 'assets/index-B1_x.js'],
    ['app://duebook/index.html?x=../../y#z', 'index.html'],
    ['app://duebook/../../etc/passwd', 'etc/passwd'],
  ])('%s is %s, inside the folder', (address, file) => {
    expect(fileOf(address, folder)).toBe(path.join(folder, file));
  });

  it.each([
    'app://duebook/..%2f..%2fetc%2fpasswd',
    'app://duebook/%2e%2e%2f%2e%2e%2fmain.js',
    'app://duebook/assets/..%5c..%5cmain.js',
    'app://duebook/%00index.html',
    'app://duebook/.env',
    'app://duebook/assets/.hidden.js',
    'app://duebook/C:/windows/win.ini',
    'app://duebook/%E0%A4%A',
    'app://elsewhere/index.html',
    'app://user:word@duebook/index.html',
    'app://duebook:81/index.html',
    'file:///etc/passwd',
    'https://duebook/index.html',
    'nonsense',
  ])('%s is none', (address) => {
    expect(fileOf(address, folder)).toBeNull();
  });

  it('has a type only if the build makes such files', () => {
    expect(typeOf('/x/index.html')).toBe('text/html; charset=utf-8');
    expect(typeOf('/x/book.db')).toBeNull();
    expect(typeOf('/x/passwd')).toBeNull();
  });
});

it('allows scripts from our own files only, and no address outside', () => {
  expect(contentSecurityPolicy).toContain("default-src 'none'");
  expect(contentSecurityPolicy).toContain("script-src 'self';");
  expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|http|\*/);
});

describe('where the window stood', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const left = { x: -1280, y: 100, width: 1280, height: 1024 };
  const at = (x: number, y: number, width = 1280, height = 800) => ({
    bounds: { x, y, width, height },
    maximised: false,
  });

  it.each([
    ['on the screen', at(100, 50), [screen]],
    ['on a second screen to the left', at(-1200, 150), [screen, left]],
    ['with just enough to take hold of', at(1720, 980), [screen]],
  ])('is kept %s', (_name, state, screens) => {
    expect(fittingState(state, screens)).toEqual(state);
  });

  it.each([
    ['a screen that is gone', at(-1200, 150), [screen]],
    ['a sliver at the edge', at(1721, 50), [screen]],
    ['above every screen', at(100, -750), [screen]],
    ['nothing stored', undefined, [screen]],
    ['a damaged file', { bounds: { x: 'left' } }, [screen]],
    ['absurd figures', at(1e9, 0), [screen]],
  ])('is dropped: %s', (_name, state, screens) => {
    expect(fittingState(state, screens)).toBeNull();
  });

  it('is never smaller than a window must be', () => {
    expect(fittingState(at(0, 0, 300, 300), [screen])?.bounds).toMatchObject({ width: 1024, height: 640 });
  });
});

it.each([
  [100, 1, 110],
  [105, 1, 110],
  [105, -1, 100],
  [200, 1, 200],
  [80, -1, 80],
  [125, -1, 110],
] as const)('zoom of %i in direction %i is %i', (percent, direction, expected) => {
  expect(nextZoom(percent, direction)).toBe(expected);
});

import { describe, expect, it } from 'vitest';
import { matchingCards } from '../../../../renderer/components/script/card-search.ts';
import { paragraphsOf } from '../../../../renderer/components/script/said-text.tsx';
import {
  answerKey,
  type ScriptKeyPress,
  scriptKeyAction,
} from '../../../../renderer/components/script/script-keys.ts';
import type { ObjectionCard } from '../../../../shared/scripts/script.ts';

const press = (key: string, change: Partial<ScriptKeyPress> = {}): ScriptKeyPress => ({
  key,
  code: '',
  shift: false,
  alt: false,
  ctrl: false,
  meta: false,
  repeat: false,
  typing: false,
  covered: false,
  ...change,
});

describe('keys of a script', () => {
  it('answer by figure, from the tenth on with Shift', () => {
    expect(scriptKeyAction(press('1'))).toEqual({ act: 'answer', index: 0 });
    expect(scriptKeyAction(press('9'))).toEqual({ act: 'answer', index: 8 });
    expect(scriptKeyAction(press('!', { code: 'Digit1', shift: true }))).toEqual({ act: 'answer', index: 9 });
    expect([0, 8, 9, 11].map(answerKey)).toEqual(['1', '9', 'Shift+1', 'Shift+3']);
  });

  it('tick, go back and search', () => {
    expect(scriptKeyAction(press('0'))).toEqual({ act: 'tick' });
    expect(scriptKeyAction(press('Backspace'))).toEqual({ act: 'back' });
    expect(scriptKeyAction(press('/'))).toEqual({ act: 'search' });
    expect(scriptKeyAction(press('n'))).toBeNull();
  });

  it('leave a typist alone, and a dialog; a key held down answers once', () => {
    for (const change of [
      { typing: true },
      { covered: true },
      { alt: true },
      { ctrl: true },
      { meta: true },
      { repeat: true },
    ]) {
      expect(scriptKeyAction(press('1', change)), JSON.stringify(change)).toBeNull();
    }
  });
});

describe('objection cards', () => {
  const card = (code: string, objection: string, answer: string): ObjectionCard => ({
    code,
    objection,
    answer,
    never: [],
    prompts: [],
    audiences: ['medical'],
    language: 'en',
    leadsTo: null,
  });
  const cards = [
    card('a', 'I have no money.', 'x'),
    card('b', 'I never got a bill.', 'y'),
    card('c', 'Later.', 'About the bill'),
  ];
  const codes = (typed: string, ofStep: string[] = []) =>
    matchingCards(cards, ofStep, typed).map(({ code }) => code);
  it('stand with those of the step first, and are found by every word typed', () => {
    expect(codes('', ['c'])).toEqual(['c', 'a', 'b']);
    expect(codes('BILL')).toEqual(['b', 'c']);
    expect(codes('got bill')).toEqual(['b']);
    expect(codes('zebra')).toEqual([]);
  });
});

it('cuts a text at empty lines of its own, never at those of a fact', () => {
  const paragraphs = paragraphsOf([
    { text: 'Hello ', merged: false },
    { text: 'Ann\n\nLee', merged: true },
    { text: '.\n\nSecond.\n \n', merged: false },
  ]);
  expect(paragraphs.map(({ parts }) => parts.map(({ text }) => text).join(''))).toEqual([
    'Hello Ann Lee.',
    'Second.',
  ]);
});

/**
 * Phrases while a note is typed: a code such as `;lm` with a blank, a Tab or a mark behind it becomes its phrase, Backspace or
 * Ctrl+Z takes that back, and Tab goes from one blank of the phrase to the next. Texts are put in as if typed, so that the field's own
 * undo knows them.
 */
import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { Phrase } from '../../../../shared/contract/notes.ts';
import {
  codeBefore,
  fillPhrase,
  nextBlank,
  type PhraseValues,
  phraseMark,
  type TypedCode,
} from '../../../../shared/domain/note-phrase.ts';

/** The most phrases offered at once. */
const mostOffered = 7;

/** Keys behind a code that make it its phrase; they follow it, but for the Tab. */
const endings: ReadonlySet<string> = new Set([' ', 'Tab', '.', ',', '!', '?']);

type Expansion = { readonly from: number; readonly to: number; readonly typed: string };

export type PhraseTyping = {
  /** What is offered for the code before the caret; empty when there is none. */
  readonly offered: readonly Phrase[];
  /** Which of the offered is chosen by Enter. */
  readonly active: number;
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void;
  /** After the text or the caret changed. */
  look(): void;
  /** Puts a phrase in at the code, else at the caret. */
  put(phrase: Phrase): void;
};

export function usePhraseTyping(
  field: RefObject<HTMLTextAreaElement | null>,
  phrases: readonly Phrase[],
  valuesNow: () => PhraseValues,
): PhraseTyping {
  const [typed, setTyped] = useState<TypedCode | null>(null);
  const [active, setActive] = useState(0);
  const closedAt = useRef<number | null>(null);
  const last = useRef<Expansion | null>(null);
  const hasBlanks = useRef(false);

  const offered = typed === null ? [] : offeredFor(typed.code, phrases);

  const look = useCallback(() => {
    const area = field.current;
    const found =
      area && area.selectionStart === area.selectionEnd ? codeBefore(area.value, area.selectionStart) : null;
    if (found === null) closedAt.current = null;
    setTyped(found !== null && closedAt.current === found.from ? null : found);
    setActive(0);
  }, [field]);

  const replace = (from: number, to: number, text: string) => {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(from, to);
    // The one way that keeps the undo of the field; it is kept in Chromium for that.
    document.execCommand('insertText', false, text);
  };

  const expand = (phrase: Phrase, code: Pick<TypedCode, 'from' | 'to'>, after: string) => {
    const area = field.current;
    if (!area) return;
    const before = area.value.slice(code.from, code.to);
    const text = `${fillPhrase(phrase.text, valuesNow())}${after}`;
    replace(code.from, code.to, text);
    last.current = { from: code.from, to: code.from + text.length, typed: before };
    const blank = nextBlank(area.value, code.from);
    hasBlanks.current = blank !== null && blank.to <= code.from + text.length;
    if (blank && hasBlanks.current) area.setSelectionRange(blank.from, blank.to);
    setTyped(null);
  };

  const put = (phrase: Phrase) => {
    const area = field.current;
    if (!area) return;
    expand(phrase, typed ?? { from: area.selectionStart, to: area.selectionEnd }, '');
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const area = event.currentTarget;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (offered.length > 0) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        setActive((now) => (now + (event.key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length);
        return;
      }
      const chosen = offered[active];
      if (event.key === 'Enter' && !event.shiftKey && chosen) {
        event.preventDefault();
        put(chosen);
        return;
      }
      if (event.key === 'Escape') {
        // Closes the list and nothing else.
        event.preventDefault();
        event.stopPropagation();
        closedAt.current = typed?.from ?? null;
        setTyped(null);
        return;
      }
    }
    const caret = area.selectionStart;
    if (endings.has(event.key) && !event.shiftKey && caret === area.selectionEnd) {
      const code = codeBefore(area.value, caret);
      const phrase = code && phrases.find((one) => one.code === code.code);
      if (code && phrase) {
        event.preventDefault();
        expand(phrase, code, event.key === 'Tab' ? '' : event.key);
        return;
      }
    }
    if (event.key === 'Tab' && !event.shiftKey && hasBlanks.current) {
      const blank = nextBlank(area.value, area.selectionEnd);
      hasBlanks.current = blank !== null;
      if (blank) {
        event.preventDefault();
        area.setSelectionRange(blank.from, blank.to);
        return;
      }
    }
    const done = last.current;
    last.current = null;
    if (event.key !== 'Backspace' || done === null) return;
    const atEnd = caret === area.selectionEnd && caret === done.to;
    const atBlank = area.selectionStart !== area.selectionEnd && area.selectionEnd <= done.to;
    if ((atEnd || atBlank) && area.selectionStart >= done.from) {
      event.preventDefault();
      hasBlanks.current = false;
      replace(done.from, done.to, done.typed);
    }
  };

  return { offered, active, onKeyDown, look, put };
}

/** By code first, then by words of the title. */
export function offeredFor(code: string, phrases: readonly Phrase[]): readonly Phrase[] {
  const byCode = phrases.filter((phrase) => phrase.code.startsWith(code));
  const byTitle = phrases.filter(
    (phrase) =>
      code.length > 1 &&
      !byCode.includes(phrase) &&
      phrase.title
        .toLowerCase()
        .split(/\s+/)
        .some((word) => word.startsWith(code)),
  );
  return [...byCode, ...byTitle].slice(0, mostOffered);
}

/** A code as it is typed. */
export function codeWords(code: string): string {
  return `${phraseMark}${code}`;
}

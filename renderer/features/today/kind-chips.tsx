/** What the list shows: everything, one kind, what is put off, or what was done. */
import { useRef } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { TodayKind } from '../../../shared/contract/today.ts';
import { todayKindWords } from '../../../shared/text/labels.ts';

export type Shown = 'all' | 'marked' | TodayKind;

export type KindChipsProps = {
  readonly counts: OutputOf<'today.list'>['counts'];
  readonly waiting: number;
  readonly marked: number;
  readonly shown: Shown;
  show(shown: Shown): void;
};

export function KindChips({ counts, waiting, marked, shown, show }: KindChipsProps) {
  const row = useRef<HTMLDivElement | null>(null);
  const reasons = counts.reduce((sum, { count }) => sum + count, 0);
  const chips: { readonly value: Shown; readonly label: string; readonly count: number }[] = [
    { value: 'all', label: 'All', count: reasons },
    ...counts.map(({ kind, count }) => ({ value: kind, label: todayKindWords[kind], count })),
  ];
  // A kind whose last item is done stays pressed until another is chosen.
  if (shown !== 'all' && shown !== 'marked' && !chips.some(({ value }) => value === shown))
    chips.push({ value: shown, label: todayKindWords[shown], count: 0 });
  if (marked > 0 || waiting > 0 || shown === 'marked')
    chips.push({ value: 'marked', label: 'Dealt with today', count: marked });
  const current = chips.findIndex(({ value }) => value === shown);
  return (
    <div
      className="today-chips"
      ref={row}
      role="toolbar"
      aria-label="Show"
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step === 0) return;
        const buttons = [...(row.current?.querySelectorAll('button') ?? [])];
        const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
        event.preventDefault();
        buttons[(now + step + buttons.length) % buttons.length]?.focus();
      }}
    >
      {chips.map(({ value, label, count }, index) => (
        <button
          key={value}
          type="button"
          className="today-chip"
          aria-pressed={value === shown}
          tabIndex={index === Math.max(0, current) ? 0 : -1}
          onClick={() => show(value === shown ? 'all' : value)}
        >
          {label} <span className="today-count">{count.toLocaleString('en-US')}</span>
        </button>
      ))}
    </div>
  );
}

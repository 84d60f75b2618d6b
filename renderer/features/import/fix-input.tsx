/** One cell of the file, put right in place. Enter keeps it and goes to the next one; Escape puts it back. */
import { useEffect, useState } from 'react';
import { cutCardData } from '../../../shared/domain/card-number.ts';

export type FixInputProps = {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  onFix(value: string): void;
};

export function FixInput({ label, value, disabled, onFix }: FixInputProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    // A card number belongs into no draft and no book.
    const clean = cutCardData(text);
    setText(clean);
    if (clean !== value) onFix(clean);
  };
  return (
    <input
      className="import-fix"
      aria-label={label}
      disabled={disabled}
      maxLength={2000}
      placeholder="empty"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== value) {
          event.stopPropagation();
          setText(value);
        }
        if (event.key !== 'Enter') return;
        event.preventDefault();
        commit();
        nextFix(event.currentTarget)?.focus();
      }}
    />
  );
}

function nextFix(from: HTMLInputElement): HTMLInputElement | null {
  const all = [...(from.closest('.import-list')?.querySelectorAll<HTMLInputElement>('.import-fix') ?? [])];
  return all[all.indexOf(from) + 1] ?? null;
}

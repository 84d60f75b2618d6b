/** A sum that may be left empty; what cannot be read is said beside it and changes nothing. */
import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatCents, parseMoney } from '../../../shared/domain/money.ts';

export type SumInputProps = {
  readonly label: string;
  readonly cents: number | null;
  readonly width?: number;
  onChange(cents: number | null): void;
};

const shownAs = (cents: number | null) => (cents === null ? '' : formatCents(cents));

/** `undefined`: no sum. */
function readSum(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const read = parseMoney(text);
  return read.ok && read.value >= 0 ? read.value : undefined;
}

export function SumInput({ label, cents, width = 120, onChange }: SumInputProps) {
  const [text, setText] = useState(shownAs(cents));
  // What came from elsewhere is shown; what is typed stays as it is typed.
  useEffect(() => setText((now) => (readSum(now) === cents ? now : shownAs(cents))), [cents]);
  return (
    <TextInput
      label={label}
      w={width}
      inputMode="decimal"
      autoComplete="off"
      placeholder="any"
      value={text}
      error={readSum(text) === undefined ? 'Not a sum' : undefined}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const read = readSum(typed);
        if (read !== undefined) onChange(read);
      }}
      onBlur={() => setText(shownAs(cents))}
    />
  );
}

/** How much a reminder weighs. */
import { NativeSelect } from '@mantine/core';
import type { Priority } from '../../shared/contract/reminders.ts';

export type PriorityFieldProps = { readonly value: Priority; onChange(priority: Priority): void };

const words = [
  { value: 'high', label: 'High' },
  { value: 'normal', label: 'Normal' },
  { value: 'low', label: 'Low' },
] as const satisfies readonly { value: Priority; label: string }[];

export function PriorityField({ value, onChange }: PriorityFieldProps) {
  return (
    <NativeSelect
      label="Priority"
      value={value}
      onChange={(event) => {
        const picked = words.find((word) => word.value === event.currentTarget.value);
        if (picked) onChange(picked.value);
      }}
      data={words.map((word) => ({ ...word }))}
    />
  );
}

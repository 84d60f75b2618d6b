/** What a settlement comes to that is not kept; chosen before it is offered, because it is stated before it is accepted. */
import { Radio, Stack } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { onDefaultWords } from './schedule-words.ts';
import { onDefaults, type WorkshopAsked, type WorkshopFields } from './workshop-form.ts';

export type DefaultChoiceProps = { readonly form: UseFormReturn<WorkshopFields, unknown, WorkshopAsked> };

export function DefaultChoice({ form }: DefaultChoiceProps) {
  return (
    <Controller
      control={form.control}
      name="onDefault"
      render={({ field }) => (
        <Radio.Group
          label="What a default does"
          value={field.value}
          onChange={(value) => {
            const chosen = onDefaults.find((one) => one === value);
            if (chosen) field.onChange(chosen);
          }}
        >
          <Stack gap={4} mt={4}>
            {onDefaults.map((one) => (
              <Radio key={one} value={one} label={onDefaultWords[one]} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    />
  );
}

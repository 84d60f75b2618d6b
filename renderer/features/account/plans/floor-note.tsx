/** Whether floors are kept: a sign and words, never colour alone; and the fields that allow going below one. */
import { SimpleGrid, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { BrokenFloor } from '../../../../shared/contract/offers.ts';
import { floorWords } from './floor-words.ts';

export function FloorNote({ broken }: { readonly broken: readonly BrokenFloor[] }) {
  if (broken.length === 0) {
    return (
      <p className="plan-note" data-good>
        <IconCheck size={15} aria-hidden />
        <span>Every floor is kept.</span>
      </p>
    );
  }
  return (
    <div className="plan-note" data-bad>
      <IconAlertTriangle size={15} aria-hidden />
      <span>{broken.map(floorWords).join('; ')}.</span>
    </div>
  );
}

export type Override = { readonly reason: string; readonly allowedBy: string };

export const noOverride: Override = { reason: '', allowedBy: '' };

/** What is sent: the override once both of its fields say something. */
export function overrideOf({ reason, allowedBy }: Override): Override | null {
  const trimmed = { reason: reason.trim(), allowedBy: allowedBy.trim() };
  return trimmed.reason === '' || trimmed.allowedBy === '' ? null : trimmed;
}

export type OverrideFieldsProps = {
  readonly value: Override;
  /** Whom the policy names; shown where it is asked for. */
  readonly mayGoBelow: string;
  /** The fields are to say what is missing. */
  readonly asked: boolean;
  onChange(value: Override): void;
};

export function OverrideFields({ value, mayGoBelow, asked, onChange }: OverrideFieldsProps) {
  const reason = useRef<HTMLInputElement>(null);
  const allowedBy = useRef<HTMLInputElement>(null);
  // As in any refused form, the focus goes to the first field that is still empty.
  useEffect(() => {
    if (!asked) return;
    [reason.current, allowedBy.current].find((input) => input?.value.trim() === '')?.focus();
  }, [asked]);
  return (
    <SimpleGrid cols={2} spacing="xs">
      <TextInput
        ref={reason}
        label="Why below the floor"
        data-autofocus
        withAsterisk
        maxLength={300}
        autoComplete="off"
        value={value.reason}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
        error={asked && value.reason.trim() === '' ? 'Type the reason; it is logged.' : undefined}
      />
      <TextInput
        ref={allowedBy}
        label="Who allowed it"
        withAsterisk
        maxLength={120}
        autoComplete="off"
        placeholder={mayGoBelow}
        value={value.allowedBy}
        onChange={(event) => onChange({ ...value, allowedBy: event.currentTarget.value })}
        error={asked && value.allowedBy.trim() === '' ? 'Name who allowed it.' : undefined}
      />
    </SimpleGrid>
  );
}

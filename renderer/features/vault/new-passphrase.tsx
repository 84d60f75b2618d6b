/** Choosing a passphrase: typed twice, with what it is worth said in words. */
import { PasswordInput, Stack, Text } from '@mantine/core';
import { useDeferredValue } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { z } from 'zod';
import {
  flawOfPassphrase,
  gaugePassphrase,
  normalisePassphrase,
  passphraseLeast,
  passphraseMost,
} from '../../../shared/domain/passphrase.ts';
import { strengthWords } from './strength-words.ts';

/** The two fields a form of a new passphrase has. */
export const newPassphraseShape = {
  passphrase: z.string().superRefine((typed, check) => {
    const flaw = flawOfPassphrase(typed);
    if (flaw === 'too_short') {
      check.addIssue({ code: 'custom', message: `Use at least ${passphraseLeast} characters.` });
    }
    if (flaw === 'too_long') {
      check.addIssue({
        code: 'custom',
        message: `Use at most ${passphraseMost.toLocaleString('en-US')} characters.`,
      });
    }
  }),
  again: z.string(),
};

/** For `superRefine` of the whole form: the second typing must be the first. */
export function checkAgain(typed: { passphrase: string; again: string }, check: z.RefinementCtx): void {
  if (normalisePassphrase(typed.passphrase) === normalisePassphrase(typed.again)) return;
  check.addIssue({ code: 'custom', path: ['again'], message: 'This is not the same as above.' });
}

export type NewPassphraseProps = {
  /** What `register` gave for the two fields. */
  readonly first: UseFormRegisterReturn;
  readonly second: UseFormRegisterReturn;
  /** What stands in the first field now. */
  readonly typed: string;
  readonly errors: Partial<Record<'passphrase' | 'again', { readonly message?: string | undefined }>>;
  readonly officeName: string;
  readonly label?: string;
};

export function NewPassphrase(props: NewPassphraseProps) {
  const { first, second, typed, errors, officeName, label = 'Passphrase' } = props;
  return (
    <Stack gap="xs">
      <PasswordInput
        size="sm"
        label={label}
        description={`At least ${passphraseLeast} characters. Spaces count.`}
        autoComplete="new-password"
        {...first}
        error={errors.passphrase?.message}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase', tabIndex: 0 }}
      />
      <StrengthHint passphrase={typed} officeName={officeName} />
      <PasswordInput
        size="sm"
        label={`${label} once more`}
        autoComplete="new-password"
        {...second}
        error={errors.again?.message}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the second passphrase', tabIndex: 0 }}
      />
    </Stack>
  );
}

function StrengthHint({
  passphrase,
  officeName,
}: {
  readonly passphrase: string;
  readonly officeName: string;
}) {
  const typed = useDeferredValue(passphrase);
  if (typed.length < 4) return null;
  const strength = gaugePassphrase(typed, officeName);
  const { meaning, advice } = strengthWords(strength);
  return (
    <div className="vault-strength" data-grade={strength.grade} role="status">
      <Text size="sm">{meaning}</Text>
      {advice === '' ? null : (
        <Text size="sm" c="dimmed">
          {advice}
        </Text>
      )}
    </div>
  );
}

/** A field for the recovery code, counting what has been typed so far. */
import { TextInput } from '@mantine/core';
import { normaliseRecoveryCode, recoveryCodeLength } from '../../../shared/domain/recovery-code.ts';

export type CodeInputProps = {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly autoFocus?: boolean;
  onChange(typed: string): void;
};

export function CodeInput({ label, value, error, autoFocus = false, onChange }: CodeInputProps) {
  const typed = [...normaliseRecoveryCode(value)].length;
  return (
    <TextInput
      size="sm"
      className="vault-code-input"
      label={label}
      description={`${typed} of ${recoveryCodeLength} letters and digits`}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={value}
      error={error}
      autoFocus={autoFocus}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A sum as typed: `1,234.5`, `$50`. It is written out with its cents once the field is left. */
import { TextInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { formatCents, parseMoney } from '../../../../shared/domain/money.ts';

export type MoneyFieldProps = {
  readonly label: string;
  /** Said but not shown: a column's heading stands for it. */
  readonly hiddenLabel?: boolean;
  readonly value: string;
  onChange(text: string): void;
  onBlur?: () => void;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly required?: boolean;
  /** What counts while the field is empty. */
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** The field the focus goes to when its panel is opened. */
  readonly first?: boolean;
};

export function MoneyField(props: MoneyFieldProps) {
  const { label, value, onChange } = props;
  return (
    <TextInput
      {...(props.hiddenLabel ? { 'aria-label': label } : { label })}
      value={value}
      ref={props.inputRef}
      {...(props.first ? { 'data-first': true } : {})}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        const sum = parseMoney(value);
        if (sum.ok) onChange(formatCents(sum.value));
        props.onBlur?.();
      }}
      error={props.error}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      description={props.description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      withAsterisk={props.required ?? false}
      leftSection={<span aria-hidden>$</span>}
      inputMode="decimal"
      autoComplete="off"
      className="account-money-field"
    />
  );
}

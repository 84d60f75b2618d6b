/**
 * Fields of a form that hold what was typed: a sum, a day, a line of text. A full card number in any of them is refused
 * beside the field at once, with a press that cuts it to its last four digits.
 */
import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { cutCardData, holdsCardData } from '../../../../shared/domain/card-number.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { DayField } from './day-field.tsx';
import { MoneyField } from './money-field.tsx';
import type { Leaning } from './typed-day.ts';

type Bound<T extends FieldValues, C, O> = {
  readonly control: Control<T, C, O>;
  readonly name: FieldPath<T>;
  readonly label: string;
  readonly required?: boolean;
};

/** A field of a form as a text with its refusal. */
function useText<T extends FieldValues, C, O>({ control, name }: Pick<Bound<T, C, O>, 'control' | 'name'>) {
  const { field, fieldState } = useController({ control, name });
  const value = String(field.value ?? '');
  // The value's type follows from the name; each field here is one of text.
  const change = (text: string) => field.onChange(text as never);
  return { field, value, change, error: fieldState.error?.message };
}

type LineProps<T extends FieldValues, C, O> = Bound<T, C, O> & {
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly first?: boolean;
  readonly autoFocus?: boolean;
};

export function LineInput<T extends FieldValues, C, O>(props: LineProps<T, C, O>) {
  const { field, value, change, error } = useText(props);
  return (
    <TextInput
      ref={field.ref}
      label={props.label}
      withAsterisk={props.required ?? false}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={field.onBlur}
      autoComplete="off"
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(props.first ? { 'data-first': true } : {})}
      {...(props.autoFocus ? { 'data-autofocus': true } : {})}
      description={props.description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={holdsCardData(value) ? <CardRefusal onCut={() => change(cutCardData(value))} /> : error}
    />
  );
}

type SumProps<T extends FieldValues, C, O> = Bound<T, C, O> & {
  readonly description?: ReactNode;
  readonly first?: boolean;
  readonly placeholder?: string;
  readonly hiddenLabel?: boolean;
};

export function SumInput<T extends FieldValues, C, O>(props: SumProps<T, C, O>) {
  const { field, value, change, error } = useText(props);
  return (
    <MoneyField
      inputRef={field.ref}
      label={props.label}
      required={props.required ?? false}
      value={value}
      onChange={change}
      onBlur={field.onBlur}
      {...(props.first ? { first: true } : {})}
      {...(props.hiddenLabel ? { hiddenLabel: true } : {})}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      description={props.description}
      error={holdsCardData(value) ? <CardRefusal label="Clear the field" onCut={() => change('')} /> : error}
    />
  );
}

type DayProps<T extends FieldValues, C, O> = Bound<T, C, O> & {
  readonly today: Day;
  readonly leaning?: Leaning;
};

export function DayInput<T extends FieldValues, C, O>(props: DayProps<T, C, O>) {
  const { field, value, change, error } = useText(props);
  return (
    <DayField
      inputRef={field.ref}
      label={props.label}
      required={props.required ?? false}
      today={props.today}
      {...(props.leaning === undefined ? {} : { leaning: props.leaning })}
      value={value}
      onChange={change}
      onBlur={field.onBlur}
      error={error}
    />
  );
}

type ChoiceProps<T extends FieldValues, C, O> = Bound<T, C, O> & {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly description?: ReactNode;
};

export function ChoiceInput<T extends FieldValues, C, O>(props: ChoiceProps<T, C, O>) {
  const { field, value, change, error } = useText(props);
  return (
    <NativeSelect
      ref={field.ref}
      label={props.label}
      withAsterisk={props.required ?? false}
      data={[...props.options]}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={field.onBlur}
      description={props.description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
    />
  );
}

/** The values of a closed list as options, in the list's own order. */
export function optionsOf<K extends string>(
  values: readonly K[],
  words: Readonly<Record<K, string>>,
): { value: K; label: string }[] {
  return values.map((value) => ({ value, label: words[value] }));
}

type CardRefusalProps = { readonly label?: string; onCut(): void };

function CardRefusal({ label = 'Keep only the last four', onCut }: CardRefusalProps) {
  const { what } = sentenceOf({ code: 'payment.card_number', params: {} });
  return (
    <>
      {what}{' '}
      <button type="button" className="account-link" onClick={onCut}>
        {label}
      </button>
    </>
  );
}

/**
 * The parts of an address with what the post would stumble over beside each, as soon as a part was left or somebody tried to go on.
 * What can be put right for sure is one press away. Looks only: who shows it keeps the parts and writes them.
 */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { PostalAddress } from '../../shared/domain/address.ts';
import { tidiedAddress } from '../../shared/rules/mail/address-form.ts';
import { type AddressProblem, addressProblems } from '../../shared/rules/mail/address-problems.ts';
import './address-fields.css';

export type AddressFieldsProps = {
  readonly value: PostalAddress;
  onChange(parts: Partial<PostalAddress>): void;
  /** Somebody tried to go on, or the address is an old one: everything is looked at. */
  readonly all: boolean;
  /** Besides what the post would say: an error of the whole, such as that it does not fit the window. */
  readonly error?: string | null;
  readonly autoFocus?: boolean;
};

type Field = keyof PostalAddress;
const fields = {
  line1: { label: 'Street or PO box', most: 200 },
  line2: { label: 'Apartment, suite', most: 200 },
  city: { label: 'City', most: 200 },
  region: { label: 'State', most: 40 },
  postalCode: { label: 'ZIP', most: 20 },
  country: { label: 'Country, if abroad', most: 60 },
} as const satisfies Record<Field, unknown>;

export function AddressFields({ value, onChange, all, error = null, autoFocus = false }: AddressFieldsProps) {
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set());
  const base = useId();
  const shown = addressProblems(value).filter(({ field, code }) =>
    // What is merely missing is no news while somebody is still on the way there.
    all ? true : left.has(field) && !code.endsWith('_MISSING'),
  );

  const leave = (field: Field) => {
    setLeft((before) => new Set(before).add(field));
    const tidied = tidiedAddress(value);
    if (tidied[field] !== value[field]) onChange({ [field]: tidied[field] });
  };

  const input = (field: Field) => {
    const problems = shown.filter((problem) => problem.field === field);
    const stop = problems.find(({ severity }) => severity === 'stop');
    const { label, most } = fields[field];
    return (
      <TextInput
        label={label}
        value={value[field]}
        maxLength={most}
        autoComplete="off"
        error={stop !== undefined}
        aria-describedby={problems.length > 0 ? `${base}-${field}` : undefined}
        data-autofocus={autoFocus && field === 'line1' ? true : undefined}
        onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        onBlur={() => leave(field)}
      />
    );
  };

  const said = (...which: readonly Field[]) =>
    which.flatMap((field) => {
      const problems = shown.filter((problem) => problem.field === field);
      return problems.length === 0
        ? []
        : [
            <div key={field} id={`${base}-${field}`}>
              {problems.map((problem) => (
                <Said key={problem.code} problem={problem} use={onChange} />
              ))}
            </div>,
          ];
    });

  return (
    <Stack gap="xs" className="address-fields">
      {input('line1')}
      {said('line1')}
      {input('line2')}
      {said('line2')}
      <div className="address-town">
        {input('city')}
        {input('region')}
        {input('postalCode')}
      </div>
      {said('city', 'region', 'postalCode')}
      {input('country')}
      {said('country')}
      {error === null ? null : (
        <Text size="sm" className="address-said" data-severity="stop" role="alert">
          <IconAlertTriangle size={15} aria-hidden />
          {error}
        </Text>
      )}
    </Stack>
  );
}

type SaidProps = { readonly problem: AddressProblem; use(parts: Partial<PostalAddress>): void };

function Said({ problem: { severity, text, fix, instead }, use }: SaidProps) {
  const parts = instead === null ? [] : Object.entries(instead).filter(([, part]) => part !== '');
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" className="address-said" data-severity={severity}>
      <IconAlertTriangle size={15} aria-hidden />
      <span>
        <span className="address-severity">{severity === 'stop' ? 'Letters stop: ' : 'Look: '}</span>
        {text} {fix}
      </span>
      {instead === null ? null : (
        <Button size="compact-xs" variant="default" onClick={() => use(instead)}>
          {parts.length === 0 ? 'Leave it empty' : `Write ${parts.map(([, part]) => part).join(', ')}`}
        </Button>
      )}
    </Group>
  );
}

/** The kinds of office the law tells apart, each with what it means: chosen when a book is made, and changed with the law. */
import { Radio, Stack, Text } from '@mantine/core';
import { type OfficeRole, officeRoles } from '../../shared/domain/law.ts';

const roles: Readonly<Record<OfficeRole, { readonly name: string; readonly means: string }>> = {
  third_party_collector: {
    name: 'Collects for others',
    means: 'An agency, an independent collector or a debt buyer. The federal FDCPA and Regulation F bind it.',
  },
  first_party_creditor: {
    name: 'Collects its own bills, in its own name',
    means: 'A creditor. Regulation F does not bind it, some states do; it can be kept to as house policy.',
  },
  medical_provider: {
    name: 'Medical office, its own patients',
    means: 'A practice or hospital. As a creditor, with the rules for medical bills.',
  },
  law_office: {
    name: 'Law office',
    means: 'Lawyers who regularly collect for clients. The FDCPA and Regulation F bind it.',
  },
  creditor_other_name: {
    name: 'Collects its own bills under another name',
    means: 'A name that suggests somebody else collects makes it a debt collector.',
  },
};

const order: readonly OfficeRole[] = [
  'third_party_collector',
  'first_party_creditor',
  'medical_provider',
  'law_office',
  'creditor_other_name',
];

export type RoleChoiceProps = {
  readonly value: OfficeRole | '';
  readonly error?: string | undefined;
  onChange(role: OfficeRole): void;
};

export function RoleChoice({ value, error, onChange }: RoleChoiceProps) {
  return (
    <Radio.Group
      label="What does this office do?"
      description="It decides which rules apply. It can be changed later."
      value={value}
      error={error}
      onChange={(chosen) => {
        const role = officeRoles.find((one) => one === chosen);
        if (role) onChange(role);
      }}
    >
      <Stack gap={6} mt={6}>
        {order.map((role) => (
          <Radio
            key={role}
            value={role}
            label={roles[role].name}
            description={
              <Text component="span" size="xs" c="dimmed">
                {roles[role].means}
              </Text>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

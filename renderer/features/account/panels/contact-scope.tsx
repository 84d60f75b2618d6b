/** Whom a contact is with, what for and about which debts: said in one line, and changed only where it is not the plain case. */
import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import { contactParties, contactPurposes, dialings } from '../../../../shared/domain/law.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { contactPartyWords, contactPurposeWords, dialingWords } from '../../../../shared/text/labels.ts';
import { optionsOf } from '../forms/bound-fields.tsx';
import { type CallFields, type CallToRecord, usesPhone } from './call-form.ts';

export type ContactScopeProps = {
  readonly form: UseFormReturn<CallFields, unknown, CallToRecord>;
  readonly debtor: DebtorFacts;
};

export function ContactScope({ form, debtor }: ContactScopeProps) {
  const [to, purpose, dialing, others, channel, direction] = useWatch({
    control: form.control,
    name: ['to', 'purpose', 'dialing', 'otherAccountIds', 'channel', 'direction'],
  });
  const byPhone = usesPhone(channel) && direction === 'out';
  const about =
    others.length === 0
      ? 'this debt only'
      : others.length === 1
        ? 'this debt and one more'
        : `this debt and ${others.length} more`;
  return (
    <details className="account-contact-scope">
      <summary className="account-contact-scope-line">
        {contactPartyWords[to]}, {lower(contactPurposeWords[purpose])}, {about}
        {byPhone && dialing !== 'by_hand' ? `, ${lower(dialingWords[dialing])}` : ''}
      </summary>
      <Stack gap="xs" mt="xs">
        <div className="account-pair">
          <NativeSelect
            label="With whom"
            data={optionsOf(contactParties, contactPartyWords)}
            {...form.register('to')}
          />
          <NativeSelect
            label="What for"
            data={optionsOf(contactPurposes, contactPurposeWords)}
            {...form.register('purpose')}
          />
          {to === 'debtor' ? null : (
            <TextInput
              label="Name"
              autoComplete="off"
              error={form.formState.errors.partyName?.message}
              {...form.register('partyName')}
            />
          )}
          {byPhone ? (
            <NativeSelect
              label="How it is dialed"
              data={optionsOf(dialings, dialingWords)}
              {...form.register('dialing')}
            />
          ) : null}
        </div>
        {debtor.otherAccounts.length === 0 ? null : (
          <Controller
            control={form.control}
            name="otherAccountIds"
            render={({ field }) => (
              <Checkbox.Group
                label="Other debts spoken of"
                description="The contact counts for each of them."
                value={field.value}
                onChange={field.onChange}
              >
                <Stack gap={4} mt={4}>
                  {debtor.otherAccounts.map((other) => (
                    <Checkbox
                      key={other.accountId}
                      value={String(other.accountId)}
                      label={`${other.number}, ${formatDollars(other.balanceCents)}`}
                    />
                  ))}
                </Stack>
              </Checkbox.Group>
            )}
          />
        )}
      </Stack>
    </details>
  );
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

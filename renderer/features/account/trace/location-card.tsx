/** What may be said to somebody else who may know where the person is, by the kind of office, and the way to such a call. */
import { Button, Group, Text } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { locationWording } from '../../../../shared/text/trace-words.ts';
import { useCall } from '../../../bridge/queries.ts';

export type LocationCardProps = {
  readonly account: AccountFacts;
  /** The source chosen below is somebody to be asked. */
  readonly open: boolean;
  onCall(): void;
};

export function LocationCard({ account, open, onCall }: LocationCardProps) {
  const office = useCall('law.profile', {});
  const book = useCall('book.state', {});
  const { debtor } = account;
  const wording = locationWording(office.data?.profile?.role ?? null, {
    person: debtor.name,
    office: book.data?.state === 'open' ? book.data.officeName : 'the office',
    business: debtor.kind === 'business',
  });
  return (
    <details key={String(open)} className="trace-location" open={open}>
      <summary>Asking somebody else: what to say</summary>
      <Text size="sm" mb={6}>
        {wording.binds}
      </Text>
      <ol className="trace-say">
        {wording.say.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <Text size="sm" mb={6}>
        {wording.ifAsked}
      </Text>
      <Text size="sm" fw={600}>
        Never
      </Text>
      <ul className="trace-never">
        {wording.never.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Group justify="space-between" gap="xs" mt={8}>
        <Text size="xs" c="dimmed">
          {wording.source}
        </Text>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPhoneCall size={15} aria-hidden />}
          onClick={onCall}
        >
          Start a location call
        </Button>
      </Group>
    </details>
  );
}

/** Whether a letter may go to this debtor now, before anything is printed. The account says why in full. */
import { Alert, Text } from '@mantine/core';
import { useCall } from '../../bridge/queries.ts';
import { ConfidenceMark } from '../../components/confidence-mark.tsx';
import { VerdictMark } from '../../components/verdict-mark.tsx';

export function LetterVerdict({ accountId }: { readonly accountId: number }) {
  const answer = useCall('law.verdict', { accountId, act: { channel: 'letter' } }, { keepPrevious: true });
  if (!answer.data) return null;
  const { verdict } = answer.data;
  const { primary } = verdict;
  if (primary === null) {
    return (
      <div className="letter-verdict">
        <VerdictMark outcome="allowed" word="A letter may be sent" />
      </div>
    );
  }
  return (
    <Alert color={verdict.outcome === 'blocked' ? 'red' : 'yellow'} className="letter-verdict">
      <VerdictMark outcome={verdict.outcome} later={verdict.earliestAt !== null} />
      <Text size="sm">{primary.text}</Text>
      <Text size="xs" component="div">
        {primary.source.cite}. <ConfidenceMark confidence={primary.source.confidence} />
      </Text>
    </Alert>
  );
}

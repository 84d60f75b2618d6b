/** What was done, skipped and snoozed today, each with its way back. */
import { Button, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { MarkedItem } from '../../../shared/contract/desk.ts';
import { todayReasonWords } from '../../../shared/text/labels.ts';
import { act } from '../../bridge/calls.ts';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText, instantWords } from '../../components/moments.tsx';
import { showFault } from '../../components/toasts.tsx';

const markWords = { done: 'Done', skipped: 'Skipped', snoozed: 'Snoozed' } as const;

export function MarkedList() {
  const marked = useCall('desk.marked', {}, { keepPrevious: true });
  if (marked.error) return <FaultAlert fault={marked.error.fault} />;
  if (!marked.data) return null;
  const { items, count } = marked.data;
  if (items.length === 0)
    return (
      <Text size="sm" c="dimmed" p="xs">
        Nothing was dealt with yet today. What is done, skipped or snoozed stands here, with its way back.
      </Text>
    );
  return (
    <>
      <ul className="today-rows" aria-label="Dealt with today">
        {items.map((item) => (
          <li key={item.key} className="today-row today-marked">
            <InstantText at={item.at} timeOnly />
            <span className="today-mark">{markWords[item.mark]}</span>
            <span className="today-who">
              {item.debtorName ?? 'The office'}
              {item.accountNumber === null ? null : (
                <span className="today-number">{item.accountNumber}</span>
              )}
            </span>
            <span className="today-what">
              {todayReasonWords[item.kind]}
              {item.word === '' ? '' : `: ${item.word}`}
              {item.untilAt === null ? '' : ` (until ${instantWords(item.untilAt)})`}
            </span>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              onClick={() => void giveBack(item)}
              aria-label={`Bring back: ${item.debtorName ?? ''} ${todayReasonWords[item.kind]}`}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
      {count > items.length ? (
        <Text size="sm" c="dimmed" px="xs" py={4}>
          and {(count - items.length).toLocaleString('en-US')} earlier ones.
        </Text>
      ) : null}
    </>
  );
}

async function giveBack({ key, kind, accountId }: MarkedItem): Promise<void> {
  const result = await act('desk.mark', { key, kind, accountId, mark: 'returned' });
  if (!result.ok) showFault(result.error);
}

/**
 * What a validation notice sent today would hold: the itemization from the ledger, the period it starts, and what is missing. The
 * itemization date is chosen here, from the days on file; once a notice has gone out it stays.
 */
import { Alert, Button, Group, Loader, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { spellDay } from '../../../../shared/domain/days.ts';
import { formatCents } from '../../../../shared/domain/money.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { itemizationKindHelp } from '../../../../shared/rules/validation/itemization-date.ts';
import { itemizationKindWords } from '../../../../shared/text/labels.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { Dialog } from '../forms/dialog.tsx';

type Notice = OutputOf<'law.validationNotice'>;
type Choice = NonNullable<Notice['chosen']>;

export type NoticeDialogProps = { readonly accountId: number; onClose(): void };

export function NoticeDialog({ accountId, onClose }: NoticeDialogProps) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const answer = useCall('law.validationNotice', { accountId, choice }, { keepPrevious: true });
  const notice = answer.data;
  const keep = async (chosen: Choice) => {
    setFault(null);
    for (const [name, value] of [
      ['itemization_kind', chosen.kind],
      ['itemization_on', chosen.on],
    ] as const) {
      const said = await act('law.setDebtFact', {
        accountId,
        name,
        value,
        source: 'Chosen for the validation notice',
      });
      if (!said.ok) return setFault(said.error);
    }
    showDone('The itemization date is kept with the account.');
  };
  return (
    <Dialog title="Validation notice, if it went out today" size="lg" onClose={onClose}>
      <Stack gap="sm">
        <FaultAlert fault={answer.error?.fault ?? fault} />
        {notice ? (
          <>
            <DateChoice notice={notice} choose={setChoice} keep={(chosen) => void keep(chosen)} />
            <Figures notice={notice} />
            <Text size="sm">
              Taken as received <DayText day={notice.period.receivedOn} />; the validation period would end{' '}
              <DayText day={notice.period.endsOn} />.
            </Text>
            <Missing notice={notice} />
          </>
        ) : answer.error ? null : (
          <Loader size="sm" role="status" aria-label="Reading the ledger" />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Close
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

type DateChoiceProps = { readonly notice: Notice; choose(choice: Choice): void; keep(choice: Choice): void };

function DateChoice({ notice, choose, keep }: DateChoiceProps) {
  const { candidates, chosen } = notice;
  const keyOf = ({ kind, on }: Choice) => `${kind} ${on}`;
  const listed = candidates.some((one) => chosen !== null && keyOf(one) === keyOf(chosen));
  const options = [
    ...(chosen === null ? [{ value: '', label: 'Choose…' }] : []),
    ...(chosen !== null && !listed
      ? [{ value: keyOf(chosen), label: `${itemizationKindWords[chosen.kind]}, ${spellDay(chosen.on)}` }]
      : []),
    ...candidates.map((one) => ({
      value: keyOf(one),
      label: `${itemizationKindWords[one.kind]}, ${spellDay(one.on)} (${one.source})`,
    })),
  ];
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NativeSelect
        flex={1}
        label="Itemization date"
        description={
          chosen === null
            ? 'Chosen once for this debtor and debt; every figure of the notice goes by it'
            : itemizationKindHelp[chosen.kind]
        }
        value={chosen === null ? '' : keyOf(chosen)}
        disabled={notice.sentBefore && chosen !== null}
        data={[...new Map(options.map((option) => [option.value, option])).values()]}
        onChange={(event) => {
          const picked = candidates.find((one) => keyOf(one) === event.currentTarget.value);
          if (picked) choose({ kind: picked.kind, on: picked.on });
        }}
      />
      {chosen === null || notice.sentBefore ? null : (
        <Button variant="default" onClick={() => keep(chosen)}>
          Keep this date
        </Button>
      )}
    </Group>
  );
}

function Figures({ notice }: { readonly notice: Notice }) {
  const { rows, table } = notice;
  if (table === null) return <Text size="sm">Choose the itemization date to see the figures.</Text>;
  return (
    <>
      {rows === null ? null : (
        <Table verticalSpacing={4} aria-label="Itemization">
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.label}>
                <Table.Td>{row.label}</Table.Td>
                <Table.Td ta="right" className="notice-sum">
                  {row.sign === '' ? '' : `${row.sign} `}${formatCents(row.cents)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {table.remarks.map((remark) => (
        <Text key={remark} size="sm" c="dimmed">
          {remark}
        </Text>
      ))}
    </>
  );
}

function Missing({ notice }: { readonly notice: Notice }) {
  if (notice.faults.length === 0) {
    return (
      <Alert color="green" icon={<IconCircleCheck size={18} aria-hidden />}>
        Every field the rule asks for is there, and the figures add up to what is owed to the cent.
      </Alert>
    );
  }
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={
        notice.faults.length === 1 ? 'One thing to put right' : `${notice.faults.length} things to put right`
      }
    >
      <ul className="notice-faults">
        {notice.faults.map((missing) => (
          <li key={`${missing.code} ${missing.field} ${missing.text}`}>
            {missing.text} <span className="notice-cite">{missing.cite}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

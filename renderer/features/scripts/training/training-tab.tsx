/** Training: certificates with the day they run out, hours by month and year, and what was logged. */
import { Badge, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCertificate, IconClockHour4 } from '@tabler/icons-react';
import { useState } from 'react';
import type { Certificate, TrainingEntry } from '../../../../shared/contract/training.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import {
  monthTotals,
  renewalOf,
  spellMinutes,
  type TrainingKind,
  type TrainingTotal,
  yearTotals,
} from '../../../../shared/domain/training.ts';
import { dayOrMonthWords } from '../../../../shared/text/day-words.ts';
import { useCall, useCommand } from '../../../bridge/queries.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { DayText } from '../../../components/moments.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { CertificateDialog } from './certificate-dialog.tsx';
import { LogDialog } from './log-dialog.tsx';
import './training.css';

const trainingKindWords: Readonly<Record<TrainingKind, string>> = {
  practice: 'Practice call',
  course: 'Course',
  reading: 'Reading',
};

/** The list shows so many; the totals count all. */
const shownEntries = 200;

export function TrainingTab() {
  const list = useCall('training.list', { limit: shownEntries }, { keepPrevious: true });
  const info = useCall('app.info', {});
  const today = info.data?.today;
  const [logging, setLogging] = useState(false);
  const [editing, setEditing] = useState<Certificate | 'new' | null>(null);
  if (list.data === undefined || today === undefined) return <FaultAlert fault={list.error?.fault} />;
  const { certificates, entries, minutes, more } = list.data;
  return (
    <div className="training">
      <FaultAlert fault={list.error?.fault} />
      <section aria-labelledby="training-certificates">
        <Group justify="space-between" gap="xs">
          <h2 id="training-certificates">Certificates</h2>
          <Button variant="default" onClick={() => setEditing('new')}>
            Add a certificate
          </Button>
        </Group>
        {certificates.length === 0 ? (
          <EmptyState icon={<IconCertificate size={32} />} title="No certificate yet">
            Add what the people of the office hold. Sixty days before one runs out, it is marked here.
          </EmptyState>
        ) : (
          <Certificates certificates={certificates} today={today} onEdit={setEditing} />
        )}
      </section>
      <section aria-labelledby="training-hours">
        <Group justify="space-between" gap="xs">
          <h2 id="training-hours">Hours</h2>
          <Button variant="default" onClick={() => setLogging(true)}>
            Log a course or reading
          </Button>
        </Group>
        {entries.length === 0 ? (
          <EmptyState icon={<IconClockHour4 size={32} />} title="Nothing logged yet">
            A practice call is logged from its sheet; courses and reading are entered here.
          </EmptyState>
        ) : (
          <>
            <Totals title="Year" rows={yearTotals(minutes)} />
            <Totals title="Month" rows={monthTotals(minutes).slice(0, 24)} />
            <Entries entries={entries} />
            {more ? (
              <Text size="sm" c="dimmed">
                The newest {shownEntries} are listed; the totals count all.
              </Text>
            ) : null}
          </>
        )}
      </section>
      {logging ? <LogDialog today={today} close={() => setLogging(false)} /> : null}
      {editing === null ? null : (
        <CertificateDialog
          stored={editing === 'new' ? null : editing}
          today={today}
          close={() => setEditing(null)}
        />
      )}
    </div>
  );
}

type CertificatesProps = {
  readonly certificates: readonly Certificate[];
  readonly today: Day;
  onEdit(certificate: Certificate): void;
};

function Certificates({ certificates, today, onEdit }: CertificatesProps) {
  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Who</Table.Th>
          <Table.Th>Certificate</Table.Th>
          <Table.Th>Number</Table.Th>
          <Table.Th>Issued</Table.Th>
          <Table.Th>Holds through</Table.Th>
          <Table.Th>
            <VisuallyHidden>Change</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {certificates.map((one) => (
          <Table.Tr key={one.certificateId}>
            <Table.Td>{one.holder}</Table.Td>
            <Table.Td>{one.name}</Table.Td>
            <Table.Td>{one.number === '' ? '–' : one.number}</Table.Td>
            <Table.Td>
              <DayText day={one.issuedOn} />
            </Table.Td>
            <Table.Td>
              <Holds renewsOn={one.renewsOn} today={today} />
            </Table.Td>
            <Table.Td ta="right">
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Renew or change ${one.name} of ${one.holder}`}
                onClick={() => onEdit(one)}
              >
                Renew or change…
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Holds({ renewsOn, today }: { readonly renewsOn: Day | null; readonly today: Day }) {
  const renewal = renewalOf(renewsOn, today);
  if (renewal === 'open_ended') return <span>No end</span>;
  return (
    <Group gap="xs">
      <DayText day={renewsOn} today={renewal === 'holds' ? undefined : today} />
      {renewal === 'soon' ? (
        <Badge color="yellow" variant="light">
          Renew soon
        </Badge>
      ) : null}
      {renewal === 'over' ? (
        <Badge color="red" variant="light">
          Ran out
        </Badge>
      ) : null}
    </Group>
  );
}

function Totals({ title, rows }: { readonly title: string; readonly rows: readonly TrainingTotal[] }) {
  return (
    <Table verticalSpacing={2} className="training-totals">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{title}</Table.Th>
          <Table.Th ta="right">Practice</Table.Th>
          <Table.Th ta="right">Courses</Table.Th>
          <Table.Th ta="right">Reading</Table.Th>
          <Table.Th ta="right">Together</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.period}>
            <Table.Td>{dayOrMonthWords(row.period)}</Table.Td>
            <Table.Td ta="right">{spellMinutes(row.practice)}</Table.Td>
            <Table.Td ta="right">{spellMinutes(row.course)}</Table.Td>
            <Table.Td ta="right">{spellMinutes(row.reading)}</Table.Td>
            <Table.Td ta="right" fw={600}>
              {spellMinutes(row.minutes)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Entries({ entries }: { readonly entries: readonly TrainingEntry[] }) {
  const [leaving, setLeaving] = useState<TrainingEntry | null>(null);
  const withdraw = useCommand('training.withdraw');
  return (
    <>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Day</Table.Th>
            <Table.Th>Kind</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th ta="right">Time</Table.Th>
            <Table.Th ta="right">Sheet</Table.Th>
            <Table.Th>Who</Table.Th>
            <Table.Th>
              <VisuallyHidden>Take back</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.entryId}>
              <Table.Td>
                <DayText day={entry.onDay} />
              </Table.Td>
              <Table.Td>{trainingKindWords[entry.kind]}</Table.Td>
              <Table.Td>{entry.subject}</Table.Td>
              <Table.Td ta="right">{spellMinutes(entry.minutes)}</Table.Td>
              <Table.Td ta="right">
                {entry.sheet === null ? '–' : `${entry.sheet.met} of ${entry.sheet.asked}`}
              </Table.Td>
              <Table.Td>{entry.author}</Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Take back ${entry.subject}`}
                  onClick={() => setLeaving(entry)}
                >
                  Take back…
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ConfirmDialog
        opened={leaving !== null}
        title="Take this entry back?"
        confirmLabel="Take it back"
        pending={withdraw.isPending}
        onClose={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving === null) return;
          withdraw.mutate(
            { entryId: leaving.entryId },
            {
              onSuccess: () => showDone('Taken back. It counts no longer.'),
              onSettled: () => setLeaving(null),
            },
          );
        }}
      >
        “{leaving?.subject ?? ''}” no longer counts toward the hours. The record of it stays in the book;
        enter it anew if it was only mistyped.
      </ConfirmDialog>
      <FaultAlert fault={withdraw.error?.fault} />
    </>
  );
}

/** Every letter that was made, newest first, each opening as the exact copy that was kept; looked through by words, kind, days and state. */
import { Button, Group, Select, Table, TextInput } from '@mantine/core';
import { IconMail, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type LetterRow, letterListStates } from '../../../shared/contract/letters.ts';
import { isDay } from '../../../shared/domain/days.ts';
import { letterStateWords } from '../../../shared/text/labels.ts';
import { mailStateWords } from '../../../shared/text/mail-words.ts';
import { useStoredView } from '../../bridge/drafts.ts';
import { useExport } from '../../bridge/exports.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { DayText, InstantText } from '../../components/moments.tsx';
import { Money } from '../../components/money.tsx';
import { KeptLetter } from './kept-letter.tsx';

const perPage = 50;

const storedView = z.object({
  text: z.string().max(200),
  templateCode: z.string().max(80).nullable(),
  from: z.string(),
  to: z.string(),
  state: z.enum(letterListStates),
});
type View = z.output<typeof storedView>;
const plainView: View = { text: '', templateCode: null, from: '', to: '', state: 'any' };

const stateChoices: readonly { value: View['state']; label: string }[] = [
  { value: 'any', label: 'Every state' },
  { value: 'printed', label: 'Printed' },
  { value: 'not_printed', label: 'Not printed' },
  { value: 'not_mailed', label: 'Printed, not mailed' },
  { value: 'mailed', label: 'Mailed' },
  { value: 'returned', label: 'Came back' },
];

const dayOr = (text: string) => (isDay(text) ? text : null);

export function MadeLetters() {
  const go = useGo();
  const [view, setView] = useStoredView('made-letters', storedView, plainView);
  /** The pages before the one shown, by the `before` they were asked with. */
  const [trail, setTrail] = useState<readonly (number | null)[]>([null]);
  const [typed, setTyped] = useState<string | null>(null);
  const [shown, setShown] = useState<LetterRow | null>(null);
  // What is typed is looked for once the hand rests.
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      setTrail([null]);
      setView((now) => ({ ...now, text: typed }));
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, setView]);
  const filter = view ?? plainView;
  const before = trail.at(-1) ?? null;
  const list = useCall(
    'letters.list',
    {
      accountId: null,
      text: filter.text,
      templateCode: filter.templateCode,
      from: dayOr(filter.from),
      to: dayOr(filter.to),
      state: filter.state,
      before,
      limit: perPage,
    },
    { enabled: view !== null, keepPrevious: true },
  );
  const kinds = useCall('letters.kinds', {}, { keepPrevious: true });
  const change = (part: Partial<View>) => {
    setTrail([null]);
    setView((now) => ({ ...now, ...part }));
  };
  const letters = list.data?.letters ?? [];
  const next = list.data?.next ?? null;
  const narrowed = JSON.stringify(filter) !== JSON.stringify(plainView);
  const empty = list.data !== undefined && letters.length === 0 && trail.length === 1;
  const openExport = useExport(() => [
    {
      label: 'Letters',
      asked: {
        list: 'letters',
        accountId: null,
        text: filter.text,
        templateCode: filter.templateCode,
        from: dayOr(filter.from),
        to: dayOr(filter.to),
        state: filter.state,
      },
    },
  ]);
  if (view === null) return null;
  return (
    <>
      <FaultAlert fault={list.error?.fault ?? kinds.error?.fault} />
      {empty && !narrowed ? (
        <EmptyState
          icon={<IconMail size={32} />}
          title="No letters yet"
          actions={
            <Button variant="default" onClick={() => go('accounts')}>
              Choose an account
            </Button>
          }
        >
          A letter is made in an account, under Letter. An exact copy of every letter that is printed or saved
          stands here afterwards.
        </EmptyState>
      ) : (
        <>
          <Group gap="xs" align="flex-end" role="search">
            <TextInput
              label="Search"
              placeholder="Name, account, city"
              leftSection={<IconSearch size={15} aria-hidden />}
              value={typed ?? filter.text}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setTyped(event.currentTarget.value)}
              flex="1 1 14rem"
            />
            <Select
              label="Letter"
              clearable
              searchable
              placeholder="Every letter"
              value={filter.templateCode}
              onChange={(templateCode) => change({ templateCode })}
              data={(kinds.data?.kinds ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              w="14rem"
            />
            <TextInput
              type="date"
              label="Made from"
              value={filter.from}
              onChange={(event) => change({ from: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label="to"
              value={filter.to}
              onChange={(event) => change({ to: event.currentTarget.value })}
            />
            <Select
              label="State"
              allowDeselect={false}
              value={filter.state}
              onChange={(value) =>
                change({ state: letterListStates.find((state) => state === value) ?? 'any' })
              }
              data={[...stateChoices]}
              w="12rem"
            />
            <ExportButton disabled={letters.length === 0} open={openExport} />
          </Group>
          {empty ? (
            <EmptyState
              icon={<IconMail size={32} />}
              title="No letter fits"
              actions={
                <Button
                  variant="default"
                  onClick={() => {
                    setTyped(null);
                    setTrail([null]);
                    setView(plainView);
                  }}
                >
                  Show every letter
                </Button>
              }
            >
              Try fewer words or more days.
            </EmptyState>
          ) : (
            <Table.ScrollContainer minWidth={760} className="letters-table">
              <Table highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Made</Table.Th>
                    <Table.Th>Letter</Table.Th>
                    <Table.Th>Debtor</Table.Th>
                    <Table.Th>Account</Table.Th>
                    <Table.Th ta="right">Amount due then</Table.Th>
                    <Table.Th ta="right">Pages</Table.Th>
                    <Table.Th>State</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {letters.map((letter) => (
                    <Table.Tr key={letter.letterId}>
                      <Table.Td>
                        <InstantText at={letter.madeAt} />
                      </Table.Td>
                      <Table.Td>
                        <button type="button" className="letters-open" onClick={() => setShown(letter)}>
                          {letter.templateName}
                        </button>
                      </Table.Td>
                      <Table.Td>
                        <button
                          type="button"
                          className="letters-open"
                          onClick={() => go({ accountId: letter.accountId })}
                        >
                          {letter.debtorName}
                        </button>
                      </Table.Td>
                      <Table.Td>{letter.accountNumber}</Table.Td>
                      <Table.Td ta="right">
                        <Money cents={letter.balanceCents} />
                      </Table.Td>
                      <Table.Td ta="right">{letter.pages}</Table.Td>
                      <Table.Td>
                        <StateOf letter={letter} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </>
      )}
      {trail.length > 1 || next !== null ? (
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            disabled={trail.length === 1}
            onClick={() => setTrail(trail.slice(0, -1))}
          >
            Newer
          </Button>
          <Button variant="default" disabled={next === null} onClick={() => setTrail([...trail, next])}>
            Older
          </Button>
        </Group>
      ) : null}
      <KeptLetter letter={shown} onClose={() => setShown(null)} />
    </>
  );
}

function StateOf({ letter: { state, mail } }: { readonly letter: LetterRow }) {
  if (mail === null) return letterStateWords[state];
  return (
    <>
      {mailStateWords[mail.state]} <DayText day={mail.on} />
    </>
  );
}

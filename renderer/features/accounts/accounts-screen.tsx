/**
 * The list of everything: search as you type, quick filters, one line of figures, and the grid. Stays as it
 * was left, after another screen and after a restart.
 */
import { ActionIcon, Button, Chip, CloseButton, Group, Menu, Select, TextInput } from '@mantine/core';
import {
  IconColumns,
  IconFilterOff,
  IconMail,
  IconPlus,
  IconSearch,
  IconUserPlus,
} from '@tabler/icons-react';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AccountFilter } from '../../../shared/contract/accounts.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { ask, onEvent } from '../../bridge/calls.ts';
import { useStoredView } from '../../bridge/drafts.ts';
import { useExport } from '../../bridge/exports.ts';
import { onNewDay } from '../../bridge/midnight.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { askForRun } from '../../bridge/run-ask.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { exportOf } from './export-list.ts';
import { AccountGrid, type AccountGridHandle, type GridRows, type GridSort } from './grid.tsx';
import { latestOnly } from './latest-only.ts';
import {
  filterOf,
  freshView,
  isNarrowed,
  type ListView,
  listView,
  quickFilters,
  quickFilterWords,
} from './list-view.ts';
import { makePageSource, type PageSource } from './page-source.ts';

/** Changes of these subjects can move or alter rows. */
const rowSubjects: ReadonlySet<string> = new Set([
  'accounts',
  'debtors',
  'timeline',
  'ledger',
  'plans',
  'reminders',
  'imports',
  'law',
]);

export function AccountsScreen() {
  const [view, changeView] = useStoredView<ListView>('view:accounts', listView, freshView);
  const info = useCall('app.info', {});
  const change = useCallback(
    (part: Partial<ListView>) => changeView((now) => ({ ...now, ...part })),
    [changeView],
  );
  if (view === null || !info.data) return <FaultAlert fault={info.error?.fault} />;
  return <AccountsList view={view} today={info.data.today} zone={info.data.zone} change={change} />;
}

type Figures = { readonly count: number; readonly balanceCents: number };

type AccountsListProps = {
  readonly view: ListView;
  readonly today: Day;
  readonly zone: string;
  change(part: Partial<ListView>): void;
};

function AccountsList({ view, today, zone, change }: AccountsListProps) {
  const go = useGo();
  const clients = useCall('clients.list', {});
  const grid = useRef<AccountGridHandle | null>(null);
  const search = useRef<HTMLInputElement | null>(null);
  const [figures, setFigures] = useState<Figures | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  /** The rows the grid began with; `null` until their number is known. */
  const [firstRows, setFirstRows] = useState<(GridRows & { count: number }) | null>(null);
  const filter = filterOf(view);
  const filterKey = JSON.stringify(filter);

  const lookUp = useMemo(
    () =>
      latestOnly(async ({ filter: wanted, first, showFirst }: LookUp) => {
        const rows = rowsOf(wanted);
        // The page is asked for before the count: calls are answered in turn, and rows are what is waited for.
        const order = grid.current?.order() ?? { sort: 'name', descending: false };
        const page = first ? null : rows.source(order).prepare();
        const counting = ask('accounts.count', { filter: wanted });
        if (page !== null) {
          // The first page is there before the grid lets go of the rows it shows.
          await page;
          grid.current?.show(rows);
        }
        const counted = await counting;
        if (!counted.ok) return setFault(counted.error);
        setFault(null);
        setFigures(counted.value);
        if (first) showFirst({ ...rows, count: counted.value.count });
        else grid.current?.setCount(counted.value.count);
      }),
    [],
  );

  const begun = useRef(false);
  useEffect(() => {
    lookUp({
      filter: JSON.parse(filterKey) as AccountFilter,
      first: !begun.current,
      showFirst: setFirstRows,
    });
    begun.current = true;
  }, [filterKey, lookUp]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const refresh = () => {
      timer = null;
      grid.current?.refresh();
      void ask('accounts.count', { filter: JSON.parse(filterKey) as AccountFilter }).then((counted) => {
        if (!counted.ok) return setFault(counted.error);
        setFigures(counted.value);
        grid.current?.setCount(counted.value.count);
      });
    };
    const stopEvents = onEvent((event) => {
      if (event.type !== 'changed' || !event.changes.some((one) => rowSubjects.has(one.subject))) return;
      // Several commands in a row refresh the list once.
      timer ??= setTimeout(refresh, 30);
    });
    const stopDays = onNewDay(refresh);
    return () => {
      stopEvents();
      stopDays();
      if (timer !== null) clearTimeout(timer);
    };
  }, [filterKey]);

  // Back from an account, the keys work on the row one came from.
  const selectedRow = useRef(view.selected?.row ?? 0);
  const focusList = useCallback(() => {
    const focused = document.activeElement;
    if (focused === document.body || focused?.id === 'screen') grid.current?.focusRow(selectedRow.current);
  }, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const mod = event.ctrlKey || event.metaKey;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const typing = target?.closest('input, textarea, [contenteditable]') !== null && target !== null;
      if (document.querySelector('[role="dialog"]') !== null || event.altKey) return;
      if ((mod && event.key.toLowerCase() === 'f') || (event.key === '/' && !typing && !mod)) {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      } else if (event.key.toLowerCase() === 'n' && !typing && !mod && !event.shiftKey) {
        event.preventDefault();
        go('new-account');
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [go]);

  const openExport = useExport(() => [
    exportOf(filter, grid.current?.order() ?? view, grid.current?.columns() ?? null),
  ]);

  const open = useCallback((accountId: number) => go({ accountId }), [go]);
  const leaveUp = useCallback(() => search.current?.focus(), []);
  const narrow = useCallback(
    (part: Partial<ListView>) => change({ ...part, topRow: 0, selected: null }),
    [change],
  );
  const widen = () => {
    narrow({ text: '', quick: 'all', clientId: null });
    search.current?.focus();
  };
  const narrowed = isNarrowed(view);
  const empty = figures !== null && figures.count === 0;
  const clientOptions = useMemo(
    () =>
      (clients.data?.clients ?? []).map((client) => ({ value: String(client.clientId), label: client.name })),
    [clients.data],
  );

  return (
    <div className="screen-fixed">
      <PageHeader
        title="Accounts"
        detail={
          <span role="status" aria-live="polite" data-testid="accounts-figures">
            {figures === null ? '' : figuresWords(figures, narrowed)}
          </span>
        }
      >
        <LettersButton count={figures?.count ?? 0} filterKey={filterKey} narrowed={narrowed} />
        <ExportButton open={openExport} />
        <ColumnsMenu grid={grid} />
        <NewAccountButton go={go} />
      </PageHeader>
      <Group gap="xs">
        <TextInput
          ref={search}
          w={280}
          value={view.text}
          maxLength={200}
          placeholder="Name, number, phone or reference"
          aria-label="Search accounts"
          aria-keyshortcuts="/ Control+F"
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={
            view.text === '' ? (
              <KeyHint keys="/" />
            ) : (
              <CloseButton size="xs" aria-label="Clear the search" onClick={() => narrow({ text: '' })} />
            )
          }
          onChange={(event) => narrow({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              grid.current?.focusRow(0);
            }
            if (event.key === 'Escape') {
              if (view.text === '') grid.current?.focusRow(view.selected?.row ?? 0);
              else narrow({ text: '' });
            }
          }}
        />
        <ListFilters quick={view.quick} clientId={view.clientId} clients={clientOptions} narrow={narrow} />
      </Group>
      <FaultAlert fault={fault} />
      {empty ? <NothingHere narrowed={narrowed} widen={widen} /> : null}
      {firstRows === null ? null : (
        <div className={empty ? 'account-grid-hidden' : 'account-grid-place'}>
          <AccountGrid
            ref={grid}
            view={view}
            today={today}
            zone={zone}
            rows={firstRows}
            open={open}
            leaveUp={leaveUp}
            change={change}
            failed={setFault}
            drawn={focusList}
          />
        </div>
      )}
    </div>
  );
}

type LookUp = {
  readonly filter: AccountFilter;
  /** Nothing is shown yet: the grid is made once the number of rows is known. */
  readonly first: boolean;
  showFirst(rows: GridRows & { count: number }): void;
};

/** The rows a filter leaves, in any order; each order keeps its own cursors. */
function rowsOf(filter: AccountFilter): GridRows {
  const sources = new Map<string, PageSource>();
  return {
    count: null,
    source({ sort, descending }: GridSort) {
      const key = `${sort} ${descending}`;
      const known = sources.get(key);
      if (known) return known;
      const made = makePageSource({ filter, sort, descending }, (question) => ask('accounts.list', question));
      sources.set(key, made);
      return made;
    },
  };
}

function figuresWords({ count, balanceCents }: Figures, narrowed: boolean): string {
  const accounts = `${count.toLocaleString('en-US')} ${count === 1 ? 'account' : 'accounts'}`;
  return `${accounts}${narrowed ? ' found' : ''} · ${formatDollars(balanceCents)} owed`;
}

function NothingHere({ narrowed, widen }: { readonly narrowed: boolean; widen(): void }) {
  const go = useGo();
  if (narrowed) {
    return (
      <EmptyState
        icon={<IconFilterOff size={32} />}
        title="No account matches"
        actions={<Button onClick={widen}>Clear search and filters</Button>}
      >
        Try part of a name, the last digits of a phone number, or another filter.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconUserPlus size={32} />}
      title="No accounts yet"
      actions={
        <>
          <Button onClick={() => go('import')}>Import a file</Button>
          <Button variant="default" onClick={() => go('new-account')}>
            Enter one by hand
          </Button>
        </>
      }
    >
      Bring in a list from a spreadsheet or another program, or enter the first debt yourself.
    </EmptyState>
  );
}

type ListFiltersProps = {
  readonly quick: ListView['quick'];
  readonly clientId: number | null;
  readonly clients: readonly { readonly value: string; readonly label: string }[];
  narrow(part: Partial<ListView>): void;
};

/** Left alone while somebody types: drawing it anew costs more than the search. */
const ListFilters = memo(function ListFilters({ quick, clientId, clients, narrow }: ListFiltersProps) {
  return (
    <>
      <Select
        w={180}
        aria-label="Client"
        placeholder="All clients"
        clearable
        searchable={clients.length > 8}
        clearButtonProps={{ 'aria-label': 'All clients' }}
        data={clients}
        value={clientId === null ? null : String(clientId)}
        onChange={(value) => narrow({ clientId: value === null ? null : Number(value) })}
      />
      <Chip.Group value={quick} onChange={(value) => narrow({ quick: value as ListView['quick'] })}>
        <Group gap={4} role="group" aria-label="Quick filters">
          {quickFilters.map((one) => (
            <Chip key={one} value={one} size="xs" variant="filled" radius="sm">
              {quickFilterWords[one]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </>
  );
});

const NewAccountButton = memo(function NewAccountButton({ go }: { go(to: 'new-account'): void }) {
  return (
    <Button
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => go('new-account')}
      rightSection={<KeyHint keys="N" />}
    >
      New account
    </Button>
  );
});

type LettersButtonProps = {
  readonly count: number;
  /** The filter as JSON, so that typing draws nothing anew but its figures. */
  readonly filterKey: string;
  readonly narrowed: boolean;
};

/** One letter to all accounts found: the dry list in Letters says who gets it before anything is made, and single ones are unticked there. */
const LettersButton = memo(function LettersButton({ count, filterKey, narrowed }: LettersButtonProps) {
  const go = useGo();
  const words = `${count.toLocaleString('en-US')} ${count === 1 ? 'account' : 'accounts'}${narrowed ? ' found' : ''}`;
  const begin = () => {
    askForRun({ kind: 'view', filter: JSON.parse(filterKey) as AccountFilter, words });
    go('letters');
  };
  return (
    <Button
      variant="default"
      leftSection={<IconMail size={14} aria-hidden />}
      disabled={count === 0}
      aria-label={`Letters to the ${words}…`}
      onClick={begin}
    >
      Letters…
    </Button>
  );
});

type ColumnsMenuProps = { readonly grid: { readonly current: AccountGridHandle | null } };

const ColumnsMenu = memo(function ColumnsMenu({ grid }: ColumnsMenuProps) {
  const [columns, setColumns] = useState<readonly { id: string; title: string; hidden: boolean }[]>([]);
  const read = () => setColumns(grid.current?.columns() ?? []);
  const shown = columns.filter((column) => !column.hidden).length;
  return (
    <Menu position="bottom-end" closeOnItemClick={false} onOpen={read}>
      <Menu.Target>
        <ActionIcon title="Columns" variant="default" size={30} aria-label="Columns">
          <IconColumns size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Columns shown</Menu.Label>
        {columns.map((column) => (
          <Menu.CheckboxItem
            key={column.id}
            checked={!column.hidden}
            disabled={!column.hidden && shown === 1}
            onChange={(checked) => {
              grid.current?.setColumnShown(column.id, checked);
              read();
            }}
          >
            {column.title}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});

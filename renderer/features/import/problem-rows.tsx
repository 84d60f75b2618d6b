/**
 * Refused rows, or doubtful ones that are taken: each with its reason, its cell to be put right in place, and a press that leaves it out.
 * What is put right is tried again at once.
 */
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconCopy } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import type { RefusedRow } from '../../../shared/contract/imports.ts';
import { type ListToExport, useExport } from '../../bridge/exports.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { showDone } from '../../components/toasts.tsx';
import { FixInput } from './fix-input.tsx';
import type { CellFix } from './import-state.ts';
import { countOf } from './import-words.ts';
import { leaveOut, setFix } from './import-work.ts';
import { columnOf, listText, reasonsOf } from './problems.ts';

export type ProblemRowsProps = {
  /** For the list's name: `Refused`. */
  readonly title: string;
  readonly about: 'refused' | 'doubts';
  readonly fileName: string;
  readonly rows: readonly RefusedRow[];
  readonly count: number;
  readonly counted: readonly { readonly code: string; readonly count: number }[] | undefined;
  readonly columnNames: readonly string[];
  readonly fixes: readonly CellFix[];
  readonly leftOutLines: ReadonlySet<number>;
  readonly busy: boolean;
};

export function ProblemRows(props: ProblemRowsProps) {
  const { title, rows, count, counted, columnNames, fixes, leftOutLines, busy } = props;
  const [code, setCode] = useState('');
  const reasons = useMemo(() => reasonsOf(rows, counted), [rows, counted]);
  // The reason chosen may be gone after the next trial.
  const chosen = reasons.some((reason) => reason.code === code) ? code : '';
  const shown = useMemo(
    () => rows.filter((row) => (chosen === '' || row.code === chosen) && !leftOutLines.has(row.line)),
    [rows, chosen, leftOutLines],
  );
  const fixAt = useMemo(
    () => new Map(fixes.map((fix) => [`${fix.line}:${fix.column}`, fix] as const)),
    [fixes],
  );
  const copy = async () => {
    await navigator.clipboard.writeText(listText(shown));
    showDone('The list is on the clipboard.');
  };
  const all = chosen === '' ? count : (reasons.find((reason) => reason.code === chosen)?.count ?? 0);
  const rest = all - rows.filter((row) => chosen === '' || row.code === chosen).length;
  const openExport = useExport(() => [toExport(props, shown, Math.max(0, rest))]);
  return (
    <div className="import-problems">
      <Group gap="xs" justify="space-between" align="flex-end" wrap="nowrap">
        <NativeSelect
          aria-label="Reason"
          className="import-reason-choice"
          value={chosen}
          onChange={(event) => setCode(event.currentTarget.value)}
          data={[
            { value: '', label: `All reasons (${count.toLocaleString('en-US')})` },
            ...reasons.map((reason) => ({
              value: reason.code,
              label: `${reason.count.toLocaleString('en-US')} × ${reason.example}`,
            })),
          ]}
        />
        <Group gap={4} wrap="nowrap">
          <Button
            variant="default"
            disabled={busy || shown.length === 0}
            onClick={() => leaveOut(shown.map(({ line, reason, value }) => ({ line, why: reason, value })))}
          >
            Leave out {countOf(new Set(shown.map(({ line }) => line)).size, 'row')}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconCopy size={14} aria-hidden />}
            onClick={() => void copy()}
          >
            Copy
          </Button>
          <ExportButton what="these rows" disabled={shown.length === 0} open={openExport} />
        </Group>
      </Group>
      <section className="import-list" aria-label={`${title}: ${countOf(count, 'row')}, list`}>
        <table className="import-problem-table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Column</th>
              <th scope="col">Value</th>
              <th scope="col">Reason</th>
              <th scope="col" aria-label="Leave out" />
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => {
              const at = columnOf(row, columnNames);
              return (
                <ProblemRow
                  // One line can have several remarks on one column.
                  key={`${row.line}:${row.code}:${at ?? ''}:${shown[index - 1]?.line === row.line ? index : ''}`}
                  row={row}
                  at={at}
                  fix={at === null ? undefined : fixAt.get(`${row.line}:${at}`)}
                  columnNames={columnNames}
                  busy={busy}
                />
              );
            })}
          </tbody>
        </table>
      </section>
      {rest > 0 ? (
        <Text size="xs" c="dimmed">
          The first {(all - rest).toLocaleString('en-US')} are listed; {rest.toLocaleString('en-US')} more
          follow when these are put right or left out.
        </Text>
      ) : null}
    </div>
  );
}

const mostCellsHandedOver = 15_000;
const mostCharactersHandedOver = 1_000_000;

/** What is in sight, with the cells of the file as far as they are told, to be sent back to whoever made it. */
function toExport(
  { title, about, fileName, columnNames }: ProblemRowsProps,
  rows: readonly RefusedRow[],
  more: number,
): ListToExport {
  // A window may not hand over more than this in one call; a very wide list leaves with its remarks alone.
  const cells = rows.flatMap((row) => row.cells ?? []);
  const fits =
    cells.length < mostCellsHandedOver &&
    cells.reduce((sum, { length }) => sum + length, 0) < mostCharactersHandedOver;
  return {
    label: title,
    asked: {
      list: 'trial_remarks',
      about,
      fileName,
      columnNames: [...columnNames],
      rows: rows.map((row) => ({
        line: row.line,
        column: row.column,
        value: row.value,
        reason: row.reason,
        cells: fits ? (row.cells ?? []) : [],
      })),
      more,
    },
  };
}

type ProblemRowProps = {
  readonly row: RefusedRow;
  readonly at: number | null;
  readonly fix: CellFix | undefined;
  readonly columnNames: readonly string[];
  readonly busy: boolean;
};

const ProblemRow = memo(function ProblemRow({ row, at, fix, columnNames, busy }: ProblemRowProps) {
  const [open, setOpen] = useState(false);
  const { line, cells } = row;
  const fixCell = (column: number, was: string) => (value: string) =>
    setFix({ line, column, value, was: fix?.column === column ? fix.was : was });
  return (
    <>
      <tr>
        <td className="import-problem-line">
          {cells && cells.length > 0 ? (
            <button
              type="button"
              className="import-unfold"
              aria-expanded={open}
              aria-label={`All cells of line ${line.toLocaleString('en-US')}`}
              onClick={() => setOpen(!open)}
            >
              {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
            </button>
          ) : null}
          {line.toLocaleString('en-US')}
        </td>
        <td className="import-wrap">{row.column ?? ''}</td>
        <td className="import-wrap">
          {at === null ? (
            row.value === '' ? (
              <span className="missing">empty</span>
            ) : (
              row.value
            )
          ) : (
            <FixInput
              label={`Line ${line.toLocaleString('en-US')}, ${columnNames[at] ?? ''}`}
              value={fix?.value ?? row.value}
              disabled={busy}
              onFix={fixCell(at, row.value)}
            />
          )}
        </td>
        <td className="import-wrap">{row.reason}</td>
        <td>
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={busy}
            aria-label={`Leave out line ${line.toLocaleString('en-US')}`}
            onClick={() => leaveOut([{ line, why: row.reason, value: row.value }])}
          >
            Leave out
          </Button>
        </td>
      </tr>
      {open && cells ? (
        <tr className="import-cells">
          <td colSpan={5}>
            <div className="import-cells-grid">
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
                <div key={column} className="import-cell">
                  <span>{columnNames[column] ?? `Column ${column + 1}`}</span>
                  <FixInput
                    label={`Line ${line.toLocaleString('en-US')}, ${columnNames[column] ?? ''}, of all cells`}
                    value={cell}
                    disabled={busy}
                    onFix={fixCell(column, cell)}
                  />
                </div>
              ))}
            </div>
          </td>
        </tr>
      ) : null}
    </>
  );
});

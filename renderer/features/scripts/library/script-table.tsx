/** The scripts of the library by situation; Enter opens one, the arrows move through them. */
import { Table, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent } from 'react';
import type { ScriptListRow } from '../../../../shared/contract/scripts.ts';
import { scriptSituations } from '../../../../shared/scripts/script.ts';
import {
  scriptAudienceWords,
  scriptLanguageWords,
  scriptSituationWords,
} from '../../../../shared/scripts/words.ts';
import { problemWords, stateWords } from './state-words.ts';

export type ScriptTableProps = {
  readonly rows: readonly ScriptListRow[];
  onOpen(code: string): void;
};

/** Up and down through the openers of a table. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const openers = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-opener]')];
  const at = openers.indexOf(document.activeElement as HTMLElement);
  const next = openers[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function ScriptTable({ rows, onOpen }: ScriptTableProps) {
  return (
    <Table className="scripts-table" onKeyDown={moveFocus} aria-label="Scripts">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Script</Table.Th>
          <Table.Th>Who speaks</Table.Th>
          <Table.Th>Language</Table.Th>
          <Table.Th className="scripts-figure">Steps</Table.Th>
          <Table.Th className="scripts-figure">Calls</Table.Th>
          <Table.Th className="scripts-state">In calls</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {scriptSituations.map((situation) => {
          const own = rows.filter((row) => row.situation === situation);
          if (own.length === 0) return null;
          return (
            <Fragment key={situation}>
              <Table.Tr className="scripts-group">
                <Table.Th colSpan={6} scope="rowgroup">
                  {scriptSituationWords[situation]}
                </Table.Th>
              </Table.Tr>
              {own.map((row) => (
                <Table.Tr key={row.code} onDoubleClick={() => onOpen(row.code)}>
                  <Table.Td>
                    <UnstyledButton className="scripts-opener" data-opener onClick={() => onOpen(row.code)}>
                      {row.name}
                    </UnstyledButton>
                    {row.review === '' ? null : (
                      <span className="script-review scripts-review">Review: {row.review}</span>
                    )}
                  </Table.Td>
                  <Table.Td>{row.audiences.map((one) => scriptAudienceWords[one]).join(', ')}</Table.Td>
                  <Table.Td>{scriptLanguageWords[row.language]}</Table.Td>
                  <Table.Td className="scripts-figure">{row.steps}</Table.Td>
                  <Table.Td className="scripts-figure">{row.runs === 0 ? '–' : row.runs}</Table.Td>
                  <Table.Td>
                    {stateWords(row)}
                    {row.shippedChanged ? '; the shipped one changed' : ''}
                    {row.faults + row.warnings === 0 ? null : (
                      <span className="scripts-wrong" data-fault={row.faults > 0 || undefined}>
                        <IconAlertTriangle size={13} aria-hidden /> {problemWords(row)}
                      </span>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Fragment>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

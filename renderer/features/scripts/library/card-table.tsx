/** The objection cards of the library: what they say, and what to answer. */
import { Table, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CardListRow } from '../../../../shared/contract/scripts.ts';
import { exampleFacts } from '../../../../shared/scripts/fields.ts';
import { renderSay } from '../../../../shared/scripts/render.ts';
import { scriptAudienceWords, scriptLanguageWords } from '../../../../shared/scripts/words.ts';
import { moveFocus } from './script-table.tsx';
import { problemWords, stateWords } from './state-words.ts';

/** With the examples of the fields put in; a text that cannot be read stands as it is. */
function reads({ answer, language }: CardListRow): string {
  const said = renderSay(answer, exampleFacts, true, language);
  return said.ok ? said.value : answer;
}

export type CardTableProps = { readonly rows: readonly CardListRow[]; onOpen(code: string): void };

export function CardTable({ rows, onOpen }: CardTableProps) {
  return (
    <Table className="scripts-table" onKeyDown={moveFocus} aria-label="Objection cards">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>They say</Table.Th>
          <Table.Th>You answer</Table.Th>
          <Table.Th>For</Table.Th>
          <Table.Th className="scripts-state">In calls</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.code} onDoubleClick={() => onOpen(row.code)}>
            <Table.Td className="scripts-objection">
              <UnstyledButton
                className="scripts-opener"
                data-opener
                lang={row.language}
                onClick={() => onOpen(row.code)}
              >
                {row.name}
              </UnstyledButton>
            </Table.Td>
            <Table.Td lang={row.language} className="scripts-answer-text">
              {reads(row)}
            </Table.Td>
            <Table.Td>
              {row.audiences.length === 4
                ? 'Every office'
                : row.audiences.map((one) => scriptAudienceWords[one]).join(', ')}
              {row.language === 'en' ? '' : `, ${scriptLanguageWords[row.language]}`}
            </Table.Td>
            <Table.Td>
              {stateWords(row)}
              {row.faults + row.warnings === 0 ? null : (
                <span className="scripts-wrong" data-fault={row.faults > 0 || undefined}>
                  <IconAlertTriangle size={13} aria-hidden /> {problemWords(row)}
                </span>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

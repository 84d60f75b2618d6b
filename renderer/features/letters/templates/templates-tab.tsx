/** The library of letters: what came with Duebook and what the office made of it, by stage. Enter opens one, the arrows move. */
import './templates.css';
import { Button, Group, Loader, Menu, NativeSelect, Table, TextInput, UnstyledButton } from '@mantine/core';
import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent, useState } from 'react';
import type { TemplateListRow } from '../../../../shared/contract/templates.ts';
import { letterStages } from '../../../../shared/templates/letter-about.ts';
import { letterStageWords } from '../../../../shared/templates/letter-words.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { FileDialog } from './file-dialog.tsx';
import { NewLetterDialog } from './new-letter-dialog.tsx';
import { plainTemplateView, type TemplateView } from './template-view.ts';
import { narrowTemplates, stateOf, whomOf } from './template-words.ts';

const shows = [
  { value: 'all', label: 'Every letter' },
  { value: 'used', label: 'In use' },
  { value: 'own', label: 'Your own' },
  { value: 'drafts', label: 'Drafts' },
  { value: 'unused', label: 'Out of use' },
] as const;

export type TemplatesTabProps = {
  readonly view: TemplateView;
  onView(view: TemplateView): void;
};

export function TemplatesTab({ view, onView }: TemplatesTabProps) {
  const library = useCall('templates.list', {});
  const [making, setMaking] = useState(false);
  const [fileId, setFileId] = useState<string | null>(null);
  if (library.error) return <FaultAlert fault={library.error.fault} />;
  if (!library.data) return <Loader size="sm" role="status" aria-label="Reading the letters" />;
  const rows = narrowTemplates(library.data.templates, view);
  const open = (code: string) => onView({ ...view, open: code });
  const choose = async () => {
    const chosen = await act('templates.chooseFile', {});
    if (chosen.ok) setFileId(chosen.value.fileId);
    else if (chosen.error.code !== 'file.dialog_cancelled') showFault(chosen.error);
  };
  const save = async () => {
    const templateIds = rows.filter(({ editable }) => editable).map(({ templateId }) => templateId);
    const saved = await act('templates.export', { templateIds: templateIds.slice(0, 200) });
    if (saved.ok) showDone(`Saved as ${saved.value.fileName}.`);
    else if (saved.error.code !== 'file.dialog_cancelled') showFault(saved.error);
  };
  return (
    <>
      <div className="templates-filter">
        <TextInput
          aria-label="Search the letters"
          placeholder="Search the letters"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={view.text}
          maxLength={200}
          onChange={(event) => onView({ ...view, text: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label="Which letters"
          data={shows.map(({ value, label }) => ({ value, label }))}
          value={view.show}
          onChange={(event) =>
            onView({
              ...view,
              show: shows.find(({ value }) => value === event.currentTarget.value)?.value ?? 'all',
            })
          }
        />
        <Group gap="xs" ml="auto">
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconDots size={15} aria-hidden />}>
                Files
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void choose()}>Take letters from a file…</Menu.Item>
              <Menu.Item disabled={rows.length === 0} onClick={() => void save()}>
                Save what is listed to a file…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setMaking(true)}>
            New letter
          </Button>
        </Group>
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title="No letter fits"
          actions={
            <Button variant="default" onClick={() => onView({ ...plainTemplateView, open: view.open })}>
              Show every letter
            </Button>
          }
        >
          Take a word out of the search, or show every letter.
        </EmptyState>
      ) : (
        <TemplateTable rows={rows} onOpen={open} />
      )}
      {making ? (
        <NewLetterDialog
          rows={library.data.templates}
          from={null}
          onMade={(code) => {
            setMaking(false);
            open(code);
          }}
          onClose={() => setMaking(false)}
        />
      ) : null}
      {fileId === null ? null : <FileDialog fileId={fileId} onClose={() => setFileId(null)} />}
    </>
  );
}

/** Up and down through the openers of the table. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const openers = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-opener]')];
  const next = openers[openers.indexOf(document.activeElement as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

type TableProps = { readonly rows: readonly TemplateListRow[]; onOpen(code: string): void };

function TemplateTable({ rows, onOpen }: TableProps) {
  return (
    <Table className="templates-table" onKeyDown={moveFocus} aria-label="Letters">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Letter</Table.Th>
          <Table.Th className="templates-whom">For whom</Table.Th>
          <Table.Th className="templates-figure">Made</Table.Th>
          <Table.Th className="templates-state">Use</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {letterStages.map((stage) => {
          const own = rows.filter(({ about }) => about.stage === stage);
          if (own.length === 0) return null;
          return (
            <Fragment key={stage}>
              <Table.Tr className="templates-group">
                <Table.Th colSpan={4} scope="rowgroup">
                  {letterStageWords[stage]}
                </Table.Th>
              </Table.Tr>
              {own.map((row) => (
                <Table.Tr key={row.code} onDoubleClick={() => onOpen(row.code)}>
                  <Table.Td>
                    <UnstyledButton className="templates-opener" data-opener onClick={() => onOpen(row.code)}>
                      {row.name}
                    </UnstyledButton>
                    <div className="templates-description">{row.description}</div>
                  </Table.Td>
                  <Table.Td>{whomOf(row.about)}</Table.Td>
                  <Table.Td className="templates-figure">
                    {row.letters === 0 ? '' : row.letters.toLocaleString('en-US')}
                  </Table.Td>
                  <Table.Td>{stateOf(row)}</Table.Td>
                </Table.Tr>
              ))}
            </Fragment>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

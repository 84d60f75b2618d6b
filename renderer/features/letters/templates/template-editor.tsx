/** A letter open: its text on the sheet, beside it the page as it prints, what was found, for whom it is, and its versions. */
import './templates.css';
import { ActionIcon, Badge, Button, Group, Loader, Menu, Tabs, Text, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowLeft, IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { EditedTemplate } from '../../../../shared/contract/templates.ts';
import type { LetterDoc } from '../../../../shared/templates/document/letter-doc.ts';
import { readDoc } from '../../../../shared/templates/document/read-doc.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { AboutForm } from './about-form.tsx';
import { DocEditor } from './edit/doc-editor.tsx';
import { FindingList } from './finding-list.tsx';
import { LivePreviewPane } from './live-preview.tsx';
import { NewLetterDialog } from './new-letter-dialog.tsx';
import { stateOf } from './template-words.ts';
import type { PreviewOn } from './use-live-preview.ts';
import { useTemplateEditing } from './use-template-editing.ts';
import { VersionList } from './version-list.tsx';

export type TemplateEditorProps = {
  readonly code: string;
  onOpen(code: string): void;
  onClose(): void;
};

export function TemplateEditor({ code, onOpen, onClose }: TemplateEditorProps) {
  const read = useCall('templates.get', { code });
  if (read.error || (read.data && read.data.doc === null)) {
    return (
      <div className="template-gone">
        <FaultAlert fault={read.error?.fault ?? { code: 'template.not_a_document', params: {} }} />
        <Button variant="default" onClick={onClose}>
          All letters
        </Button>
      </div>
    );
  }
  if (!read.data?.doc) return <Loader m="md" size="sm" role="status" aria-label="Reading the letter" />;
  return <Open key={code} kept={read.data} doc={read.data.doc} onOpen={onOpen} onClose={onClose} />;
}

/** In the order of keys that is kept, so that what is written compares with what is saved. What is no letter yet stays as it is. */
function evenDoc(doc: LetterDoc): LetterDoc {
  const read = readDoc(doc);
  return read.ok ? read.value : doc;
}

const sides = ['page', 'about', 'check', 'versions'] as const;
type Side = (typeof sides)[number];

type OpenProps = {
  readonly kept: OutputOf<'templates.get'>;
  readonly doc: LetterDoc;
  onOpen(code: string): void;
  onClose(): void;
};

function Open({ kept, doc, onOpen, onClose }: OpenProps) {
  const { row } = kept;
  const saved = useMemo<EditedTemplate>(
    () => ({ name: row.name, description: row.description, about: row.about, doc }),
    [row, doc],
  );
  const editing = useTemplateEditing(row.code, saved);
  const [side, setSide] = useState<Side>('page');
  const [on, setOn] = useState<PreviewOn>({ accountId: null, business: false });
  const [pending, setPending] = useState(false);
  const [copying, setCopying] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { template } = editing;
  const [looked] = useDebouncedValue(template ?? saved, 300);
  const check = useCall('templates.check', { template: looked }, { keepPrevious: true });
  const rows = useCall('templates.list', {});
  if (template === null) return <Loader m="md" size="sm" role="status" aria-label="Reading what was kept" />;

  const own = row.origin === 'office';
  const problems = check.data?.problems ?? [];
  const findings = check.data?.findings ?? [];
  const stops =
    problems.filter(({ severity }) => severity === 'stop').length +
    findings.filter(({ severity }) => severity === 'stop').length;
  const count = problems.length + findings.length;

  const save = async (draft: boolean) => {
    if (pending || !own) return;
    setPending(true);
    const result = await act('templates.save', { code: row.code, draft, template });
    setPending(false);
    if (!result.ok) {
      if (result.error.code === 'template.faults') setSide('check');
      return void showFault(result.error);
    }
    editing.settle();
    showDone(
      draft
        ? 'Kept as a draft. Nobody can send it yet.'
        : `Version ${result.value.version} is in use. Letters made before stay as they were.`,
    );
  };
  const use = async (call: 'templates.retire' | 'templates.restore', said: string) => {
    const result = await act(call, { code: row.code });
    if (result.ok) showDone(said);
    else showFault(result.error);
  };
  const toFile = async () => {
    const result = await act('templates.export', { templateIds: [row.templateId] });
    if (result.ok) showDone(`Saved as ${result.value.fileName}.`);
    else if (result.error.code !== 'file.dialog_cancelled') showFault(result.error);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (own && (editing.changed || row.draft)) void save(row.draft);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key saves wherever in the letter one is
    <div className="template-editor" onKeyDown={onKey}>
      <header className="template-head">
        <Tooltip label="All letters">
          <ActionIcon aria-label="All letters" onClick={onClose}>
            <IconArrowLeft size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <h1 ref={heading} tabIndex={-1}>
          {template.name || 'A letter without a name'}
        </h1>
        <Badge color="gray">{stateOf(row)}</Badge>
        <Text size="sm" c="dimmed" role="status">
          {own && editing.changed ? 'Changed, not saved' : ''}
        </Text>
        <Group gap="xs" ml="auto">
          {own ? (
            <>
              <Button
                variant="default"
                disabled={!editing.changed && (row.draft || row.retired)}
                loading={pending}
                onClick={() => void save(true)}
              >
                Keep as a draft
              </Button>
              <Button
                disabled={!editing.changed && row.inForce === row.version}
                loading={pending}
                onClick={() => void save(false)}
              >
                {row.inForce === null ? 'Put in use' : 'Save and use'}
              </Button>
            </>
          ) : row.replacedBy ? (
            <Button onClick={() => row.replacedBy && onOpen(row.replacedBy.code)}>Open yours</Button>
          ) : (
            <Button onClick={() => setCopying(true)}>Make it your own…</Button>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label="More for this letter">
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {own ? <Menu.Item onClick={() => setCopying(true)}>Make another of it…</Menu.Item> : null}
              <Menu.Item onClick={() => void toFile()}>Save it to a file…</Menu.Item>
              {own ? (
                <Menu.Item disabled={!editing.changed} onClick={() => editing.put(saved)}>
                  Go back to what is saved
                </Menu.Item>
              ) : null}
              <Menu.Divider />
              {row.retired ? (
                <Menu.Item onClick={() => void use('templates.restore', 'The letter can be sent again.')}>
                  Take it into use again
                </Menu.Item>
              ) : (
                <Menu.Item
                  onClick={() =>
                    void use(
                      'templates.retire',
                      row.replaces === ''
                        ? 'Nobody can send this letter any more. It can be taken into use again.'
                        : 'The shipped letter is sent again.',
                    )
                  }
                >
                  Take it out of use
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </Group>
      </header>
      {own ? null : (
        <p className="template-note">
          This letter came with Duebook and is only read here. Make it your own to change it; yours then
          stands in for it.
        </p>
      )}
      <div className="template-body">
        <DocEditor
          key={editing.round}
          doc={template.doc}
          editable={own}
          label={`Text of ${template.name}`}
          onChange={(next) => editing.change({ doc: evenDoc(next) })}
        />
        <aside className="template-side" aria-label="Beside the text">
          <Tabs
            value={side}
            keepMounted={false}
            onChange={(next) => setSide(sides.find((one) => one === next) ?? 'page')}
          >
            <Tabs.List>
              <Tabs.Tab value="page">The page</Tabs.Tab>
              <Tabs.Tab value="about">For whom</Tabs.Tab>
              <Tabs.Tab value="check">
                {count === 0 ? 'Check' : `Check (${stops === 0 ? count : stops})`}
              </Tabs.Tab>
              <Tabs.Tab value="versions">Versions</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="page" pt="xs">
              <LivePreviewPane template={template} on={on} onAccount={setOn} />
            </Tabs.Panel>
            <Tabs.Panel value="about" pt="sm">
              <AboutForm template={template} editable={own} onChange={editing.change} />
            </Tabs.Panel>
            <Tabs.Panel value="check" pt="sm">
              <FaultAlert fault={check.error?.fault} />
              {check.data && count === 0 ? (
                <Text size="sm">
                  Nothing was found in the text. Each finished letter is checked once more before it prints,
                  against the law of the debtor’s state and the sums of the account.
                </Text>
              ) : null}
              <FindingList
                problems={problems}
                findings={findings}
                {...(own
                  ? {
                      onNeed: (need) =>
                        editing.change({
                          about: { ...template.about, needs: [...template.about.needs, need] },
                        }),
                    }
                  : {})}
              />
            </Tabs.Panel>
            <Tabs.Panel value="versions" pt="sm">
              <VersionList template={template} kept={kept} editable={own} onTake={editing.put} />
            </Tabs.Panel>
          </Tabs>
        </aside>
      </div>
      {copying && rows.data ? (
        <NewLetterDialog
          rows={rows.data.templates}
          from={row}
          onMade={(made) => {
            setCopying(false);
            onOpen(made);
          }}
          onClose={() => setCopying(false)}
        />
      ) : null}
    </div>
  );
}

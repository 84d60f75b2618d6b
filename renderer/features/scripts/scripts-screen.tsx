/** Scripts: the library and its editor, the objection cards, and files of both. */
import './scripts.css';
import '../../components/script/script.css';
import { Button, Group, Loader, Menu, Tabs } from '@mantine/core';
import { IconDots, IconMicrophone, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { scriptCode, scriptSchema } from '../../../shared/contract/scripts.ts';
import { type Script, scriptAudiences, scriptLanguages } from '../../../shared/scripts/script.ts';
import { act } from '../../bridge/calls.ts';
import { useStoredView } from '../../bridge/drafts.ts';
import { useCall } from '../../bridge/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';
import { CardDialog } from './edit/card-dialog.tsx';
import { ScriptEditor } from './edit/script-editor.tsx';
import { CardTable } from './library/card-table.tsx';
import { FileDialog } from './library/file-dialog.tsx';
import { FilterBar } from './library/filter-bar.tsx';
import { type LibraryFilter, narrowCards, narrowScripts } from './library/narrow.ts';
import { NewScriptDialog } from './library/new-script-dialog.tsx';
import { ScriptTable } from './library/script-table.tsx';
import { SpokenDialog } from './library/spoken-dialog.tsx';
import { PracticeTab } from './practice/practice-tab.tsx';
import { TrainingTab } from './training/training-tab.tsx';

const tabs = ['scripts', 'cards', 'practice', 'training'] as const;

const storedView = z.object({
  tab: z.enum(tabs),
  /** The script that is open. */
  open: scriptCode.nullable(),
  /** A new one that is not kept yet. */
  fresh: scriptSchema.nullable() as z.ZodType<Script | null>,
  filter: z.object({
    text: z.string().max(200),
    audience: z.enum(scriptAudiences).nullable(),
    language: z.enum(scriptLanguages).nullable(),
    show: z.enum(['all', 'office', 'mend', 'unused']),
  }),
});
type View = z.output<typeof storedView>;

const plainFilter: LibraryFilter = { text: '', audience: null, language: null, show: 'all' };
const plainView: View = { tab: 'scripts', open: null, fresh: null, filter: plainFilter };

type Dialog =
  | { readonly kind: 'new'; readonly copyOf: Script | null }
  | { readonly kind: 'card'; readonly code: string | null }
  | { readonly kind: 'file'; readonly fileId: string }
  | { readonly kind: 'spoken' };

export function ScriptsScreen() {
  const library = useCall('scripts.list', {});
  const [view, setView] = useStoredView('scripts', storedView, plainView);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  if (library.error) {
    return (
      <div className="screen">
        <PageHeader title="Scripts" />
        <FaultAlert fault={library.error.fault} />
      </div>
    );
  }
  if (!library.data || view === null) {
    return <Loader m="md" size="sm" role="status" aria-label="Reading the scripts" />;
  }
  const { data } = library;
  return (
    <div className={view.open === null ? 'screen' : 'screen-fixed scripts-open'}>
      {view.open === null ? (
        <Library library={data} view={view} onView={setView} onDialog={setDialog} />
      ) : (
        <ScriptEditor
          key={view.open}
          code={view.open}
          library={data}
          fresh={view.fresh?.code === view.open ? view.fresh : null}
          onCopy={(copyOf) => setDialog({ kind: 'new', copyOf })}
          onClose={() => setView({ ...view, open: null, fresh: null })}
        />
      )}
      {dialog?.kind === 'new' ? (
        <NewScriptDialog
          copyOf={dialog.copyOf}
          taken={data.scripts.map(({ code }) => code)}
          onMade={(fresh) => {
            setView({ ...view, tab: 'scripts', open: fresh.code, fresh });
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog?.kind === 'card' ? (
        <CardDialog code={dialog.code} rows={data.cards} onClose={() => setDialog(null)} />
      ) : null}
      {dialog?.kind === 'file' ? <FileDialog fileId={dialog.fileId} onClose={() => setDialog(null)} /> : null}
      {dialog?.kind === 'spoken' ? <SpokenDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

type LibraryProps = {
  readonly library: OutputOf<'scripts.list'>;
  readonly view: View;
  onView(view: View): void;
  onDialog(dialog: Dialog): void;
};

function Library({ library, view, onView, onDialog }: LibraryProps) {
  const { filter, tab } = view;
  const scripts = narrowScripts(library.scripts, filter);
  const cards = narrowCards(library.cards, filter);
  const own = library.scripts.filter(({ inForce }) => inForce?.origin === 'office').length;
  const set = (next: LibraryFilter) => onView({ ...view, filter: next });
  const choose = async () => {
    const chosen = await act('scripts.chooseFile', {});
    if (chosen.ok) onDialog({ kind: 'file', fileId: chosen.value.fileId });
    else if (chosen.error.code !== 'file.dialog_cancelled') showFault(chosen.error);
  };
  const save = async (items: readonly { kind: 'script' | 'card'; code: string }[]) => {
    const saved = await act('scripts.export', { items: items.slice(0, 200) });
    if (saved.ok) showDone(`Saved as ${saved.value.fileName}.`);
    else if (saved.error.code !== 'file.dialog_cancelled') showFault(saved.error);
  };
  const listed =
    tab === 'cards'
      ? cards.map(({ code }) => ({ kind: 'card' as const, code }))
      : scripts.map(({ code }) => ({ kind: 'script' as const, code }));
  return (
    <>
      <PageHeader
        title="Scripts"
        detail={`${library.scripts.length} scripts, ${library.cards.length} cards${own === 0 ? '' : `; ${own} of the scripts are yours`}`}
      >
        <Button
          variant="default"
          leftSection={<IconMicrophone size={15} aria-hidden />}
          onClick={() => onDialog({ kind: 'spoken' })}
        >
          Your words on the phone
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={15} aria-hidden />}>
              Files
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void choose()}>Take scripts from a file…</Menu.Item>
            <Menu.Item disabled={listed.length === 0} onClick={() => void save(listed)}>
              Save what is listed to a file…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() =>
            onDialog(tab === 'cards' ? { kind: 'card', code: null } : { kind: 'new', copyOf: null })
          }
        >
          {tab === 'cards' ? 'New card' : 'New script'}
        </Button>
      </PageHeader>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => onView({ ...view, tab: tabs.find((one) => one === next) ?? 'scripts' })}
      >
        <Tabs.List>
          <Tabs.Tab value="scripts">Scripts</Tabs.Tab>
          <Tabs.Tab value="cards">Cards</Tabs.Tab>
          <Tabs.Tab value="practice">Practice</Tabs.Tab>
          <Tabs.Tab value="training">Training</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="scripts" pt="sm">
          <FilterBar filter={filter} what="scripts" onChange={set} />
          {scripts.length === 0 ? (
            <Nothing onAll={() => set(plainFilter)} />
          ) : (
            <ScriptTable rows={scripts} onOpen={(code) => onView({ ...view, open: code, fresh: null })} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="cards" pt="sm">
          <FilterBar filter={filter} what="cards" onChange={set} />
          {cards.length === 0 ? (
            <Nothing onAll={() => set(plainFilter)} />
          ) : (
            <CardTable rows={cards} onOpen={(code) => onDialog({ kind: 'card', code })} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="practice" pt="sm" keepMounted>
          <PracticeTab />
        </Tabs.Panel>
        <Tabs.Panel value="training" pt="sm">
          <TrainingTab />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Nothing({ onAll }: { onAll(): void }) {
  return (
    <EmptyState
      title="Nothing fits this search"
      actions={
        <Group>
          <Button variant="default" onClick={onAll}>
            Show everything
          </Button>
        </Group>
      }
    >
      Take a word out, or show every office and language.
    </EmptyState>
  );
}

/** A script open for editing: steps, the form of one, and beside it the check, a trial, the paths and the versions. */
import { ActionIcon, Button, Group, Loader, Menu, Tabs, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { checkScript, hasFault } from '../../../../shared/scripts/check.ts';
import type { Script } from '../../../../shared/scripts/script.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { landingFinder } from './landing-finder.ts';
import { OutlineView } from './outline-view.tsx';
import { ProblemList } from './problem-list.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { withoutBlanks } from './script-edits.ts';
import { ScriptForm } from './script-form.tsx';
import { StepForm } from './step-form.tsx';
import { StepList } from './step-list.tsx';
import { TryIt } from './try-it.tsx';
import { useScriptEditing } from './use-script-editing.ts';
import { VersionList } from './version-list.tsx';

export type ScriptEditorProps = {
  readonly code: string;
  readonly library: OutputOf<'scripts.list'>;
  /** One that is not kept yet. */
  readonly fresh: Script | null;
  onCopy(script: Script): void;
  onClose(): void;
};

export function ScriptEditor(props: ScriptEditorProps) {
  const { code, fresh, onClose } = props;
  const known = props.library.scripts.some((row) => row.code === code);
  const read = useCall('scripts.get', { code }, { enabled: known });
  const saved = known ? read.data?.current : fresh;
  if (read.error) {
    return (
      <>
        <FaultAlert fault={read.error.fault} />
        <Button variant="default" onClick={onClose}>
          All scripts
        </Button>
      </>
    );
  }
  if (!saved) return <Loader size="sm" role="status" aria-label="Reading the script" />;
  return <Open key={code} {...props} saved={saved} kept={read.data ?? null} />;
}

type OpenProps = ScriptEditorProps & {
  readonly saved: Script;
  readonly kept: OutputOf<'scripts.get'> | null;
};

const sides = ['check', 'try', 'paths', 'versions'] as const;
type Side = (typeof sides)[number];

function Open({ library, fresh, saved, kept, onCopy, onClose }: OpenProps) {
  const editing = useScriptEditing(saved.code, saved);
  const [chosen, setChosen] = useState<string | null>(saved.start);
  const [side, setSide] = useState<Side>('check');
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const script = editing.script;
  const checkedScript = useDeferredValue(script);
  const problems = useMemo(() => {
    if (checkedScript === null) return [];
    const cards = new Set(library.cards.filter(({ inForce }) => inForce !== null).map(({ code }) => code));
    return checkScript(checkedScript, { scriptFor: landingFinder(library.scripts, checkedScript), cards });
  }, [checkedScript, library]);
  if (script === null) return <Loader size="sm" role="status" aria-label="Reading what was kept" />;

  const save = async (asDraft: boolean) => {
    if (pending) return;
    setPending(true);
    const whole = withoutBlanks(script);
    if (JSON.stringify(whole) !== JSON.stringify(script)) editing.change(whole);
    const result = await act('scripts.save', { script: whole, draft: asDraft });
    setPending(false);
    if (!result.ok) return void showFault(result.error);
    setAsking(false);
    editing.settle();
    showDone(
      asDraft
        ? 'Kept as a draft. Calls go on as before.'
        : `Saved as version ${result.value.version}. Calls use it from now on.`,
    );
  };
  const press = () => {
    // The check of what is on screen now, not of a moment ago.
    const found = checkScript(script, { scriptFor: landingFinder(library.scripts, script) });
    if (hasFault(found)) setAsking(true);
    else void save(false);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 's' && !event.shiftKey) press();
    else if (key === 'z' && !event.shiftKey) editing.undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) editing.redo();
    else return;
    event.preventDefault();
  };
  const step = script.steps.find(({ id }) => id === chosen) ?? null;
  const faults = problems.filter(({ severity }) => severity === 'fault').length;
  const row = library.scripts.find(({ code }) => code === saved.code);
  const choose = (id: string | null) => {
    setChosen(id);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-step-title]')?.focus());
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole editor, like those of a window.
    <div className="scripts-editor" onKeyDown={onKey}>
      <header className="scripts-editor-head">
        <ActionIcon aria-label="All scripts" onClick={onClose}>
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
        <h2 ref={heading} tabIndex={-1}>
          {script.name || 'Script without a name'}
        </h2>
        <Text size="sm" c="dimmed" role="status">
          {fresh !== null && kept === null
            ? 'New, not kept yet'
            : editing.changed
              ? 'Changed; kept here until you save it'
              : row?.inForce?.origin === 'office'
                ? `Yours, version ${row.inForce.version}`
                : row?.draft
                  ? 'Draft, not used in calls'
                  : row?.inForce
                    ? 'As shipped'
                    : 'Not in use'}
        </Text>
        <Group gap={6} ml="auto" wrap="nowrap">
          <Tooltip label="Undo (Ctrl+Z)">
            <ActionIcon aria-label="Undo" disabled={!editing.canUndo} onClick={editing.undo}>
              <IconArrowBackUp size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Redo (Ctrl+Y)">
            <ActionIcon aria-label="Redo" disabled={!editing.canRedo} onClick={editing.redo}>
              <IconArrowForwardUp size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label="More">
                <IconDots size={17} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={!editing.changed} onClick={() => void save(true)}>
                Keep as a draft
              </Menu.Item>
              <Menu.Item disabled={!editing.changed} onClick={editing.discard}>
                Leave the changes
              </Menu.Item>
              <Menu.Item onClick={() => onCopy(script)}>Make a copy…</Menu.Item>
              <Use row={row} />
            </Menu.Dropdown>
          </Menu>
          <Button
            disabled={!editing.changed && kept !== null && row?.draft !== true}
            loading={pending}
            onClick={press}
          >
            Save
          </Button>
        </Group>
      </header>
      {kept?.origin === 'shipped' ? (
        <Text size="xs" c="dimmed">
          This script came with Duebook. Saving puts your version in its place; the original stays and can be
          taken back.
        </Text>
      ) : row?.shippedChanged ? (
        <Text size="xs" c="dimmed">
          The shipped script was changed since you made yours. Compare them under Versions.
        </Text>
      ) : null}
      <div className="scripts-editor-body">
        <StepList
          script={script}
          problems={problems}
          chosen={chosen}
          onChoose={setChosen}
          onChange={(next) => editing.change(next)}
        />
        <section className="scripts-form" aria-label={step ? 'The step' : 'The script as a whole'}>
          {step ? (
            <StepForm
              script={script}
              step={step}
              cards={library.cards}
              onChange={editing.change}
              key={step.id}
            />
          ) : (
            <ScriptForm script={script} onChange={editing.change} />
          )}
        </section>
        <aside className="scripts-side" aria-label="Beside the script">
          <Tabs
            value={side}
            keepMounted={false}
            onChange={(next) => setSide(sides.find((one) => one === next) ?? 'check')}
          >
            <Tabs.List>
              <Tabs.Tab value="check">
                Check{problems.length === 0 ? '' : ` (${faults === 0 ? problems.length : faults})`}
              </Tabs.Tab>
              <Tabs.Tab value="try">Try it</Tabs.Tab>
              <Tabs.Tab value="paths">Paths</Tabs.Tab>
              {kept === null ? null : <Tabs.Tab value="versions">Versions</Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel value="check" pt="sm">
              <ProblemList problems={problems} onChoose={choose} />
            </Tabs.Panel>
            <Tabs.Panel value="try" pt="sm">
              <TryIt script={script} />
            </Tabs.Panel>
            <Tabs.Panel value="paths" pt="sm">
              <OutlineView script={script} onChoose={choose} />
            </Tabs.Panel>
            {kept === null ? null : (
              <Tabs.Panel value="versions" pt="sm">
                <VersionList script={script} kept={kept} onTake={(body) => editing.change(body)} />
              </Tabs.Panel>
            )}
          </Tabs>
        </aside>
      </div>
      {asking ? (
        <SaveDialog
          problems={problems}
          pending={pending}
          onDraft={() => void save(true)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}

/** Taking a script out of use, and back. */
function Use({ row }: { readonly row: OutputOf<'scripts.list'>['scripts'][number] | undefined }) {
  if (!row) return null;
  const send = async (
    call: 'scripts.retire' | 'scripts.restore',
    origin: 'shipped' | 'office',
    said: string,
  ) => {
    const result = await act(call, { kind: 'script', code: row.code, origin });
    if (result.ok) showDone(said);
    else showFault(result.error);
  };
  return (
    <>
      <Menu.Divider />
      {row.officeVersion !== null && row.shippedVersion !== null ? (
        <Menu.Item
          onClick={() => void send('scripts.retire', 'office', 'Calls use the shipped script again.')}
        >
          Use the shipped one again
        </Menu.Item>
      ) : null}
      {row.retired ? (
        <Menu.Item
          onClick={() =>
            void send(
              'scripts.restore',
              row.shippedVersion === null ? 'office' : 'shipped',
              'Calls may use this script again.',
            )
          }
        >
          Use it again
        </Menu.Item>
      ) : (
        <Menu.Item
          disabled={row.officeVersion !== null && row.shippedVersion !== null}
          onClick={() =>
            void send(
              'scripts.retire',
              row.officeVersion === null ? 'shipped' : 'office',
              'No call uses this script any more.',
            )
          }
        >
          Take it out of use
        </Menu.Item>
      )}
    </>
  );
}

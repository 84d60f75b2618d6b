/**
 * Strategies: contact plans of several steps. The list with its figures, the editor, the accounts inside one, and what they came to
 * stand at one place; which is open outlives the screen.
 */
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { StrategyRow } from '../../../shared/contract/strategies.ts';
import { useExport } from '../../bridge/exports.ts';
import { useCall } from '../../bridge/queries.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { MembersPanel } from './members-panel.tsx';
import { ModelDialog } from './model-dialog.tsx';
import { type Edited, StrategyEditor } from './strategy-editor.tsx';
import { StrategyList } from './strategy-list.tsx';
import './strategies.css';

type Shown =
  | { readonly at: 'list' }
  | { readonly at: 'compare' }
  | { readonly at: 'members'; readonly strategyId: number }
  | { readonly at: 'edit'; readonly edited: Edited };

export function StrategiesScreen() {
  const list = useCall('strategies.list', {}, { keepPrevious: true });
  const [shown, setShown] = useState<Shown>({ at: 'list' });
  const [choosing, setChoosing] = useState(false);
  const strategies = list.data?.strategies ?? [];
  const back = () => setShown({ at: 'list' });
  const edit = (edited: Edited) => setShown({ at: 'edit', edited });
  const editRow = ({ strategyId, name, body, state, active }: StrategyRow) =>
    edit({ strategyId, name, body, state, active });

  if (shown.at === 'edit') return <StrategyEditor edited={shown.edited} onClose={back} />;
  if (shown.at === 'members') {
    const strategy = strategies.find(({ strategyId }) => strategyId === shown.strategyId);
    return strategy ? <MembersPanel strategy={strategy} onClose={back} /> : null;
  }
  const on = strategies.filter(({ state }) => state === 'on').length;
  return (
    <div className="screen">
      <PageHeader
        title="Strategies"
        detail={strategies.length === 0 ? undefined : `${strategies.length} kept, ${on} on`}
      >
        {strategies.length === 0 ? null : (
          <SegmentedControl
            aria-label="What is shown"
            value={shown.at}
            onChange={(at) => setShown({ at: at === 'compare' ? 'compare' : 'list' })}
            data={[
              { value: 'list', label: 'Strategies' },
              { value: 'compare', label: 'Compare' },
            ]}
          />
        )}
        {shown.at === 'list' && strategies.length > 0 ? <ListExport /> : null}
        <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setChoosing(true)}>
          New strategy…
        </Button>
      </PageHeader>
      <FaultAlert fault={list.error?.fault} />
      {shown.at === 'compare' ? (
        <ComparePanel strategies={strategies} />
      ) : (
        <StrategyList
          strategies={strategies}
          loaded={list.data !== undefined}
          onNew={() => setChoosing(true)}
          onEdit={editRow}
          onMembers={(strategyId) => setShown({ at: 'members', strategyId })}
        />
      )}
      <ModelDialog
        opened={choosing}
        taken={strategies.map(({ name }) => name)}
        onClose={() => setChoosing(false)}
        onChoose={edit}
      />
    </div>
  );
}

function ListExport() {
  return <ExportButton open={useExport(() => [{ label: 'Strategies', asked: { list: 'strategies' } }])} />;
}

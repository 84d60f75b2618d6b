/** The Files tool: what is kept with the account, and the search for the person. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { TracePart } from '../trace/trace-part.tsx';
import { FilesPart } from './files-part.tsx';

export type FilesPanelProps = { readonly account: AccountFacts; readonly today: Day; onLocationCall(): void };

export function FilesPanel({ account, today, onLocationCall }: FilesPanelProps) {
  const [part, setPart] = useState<'files' | 'tracing'>('files');
  return (
    <div className="files-panel">
      <SegmentedControl
        fullWidth
        aria-label="Files or tracing"
        data={[
          { value: 'files', label: 'Files' },
          { value: 'tracing', label: 'Tracing' },
        ]}
        value={part}
        onChange={(next) => setPart(next === 'tracing' ? 'tracing' : 'files')}
      />
      {/* Files stay mounted: whatever is shown, a file may be dropped on the account. */}
      <div hidden={part !== 'files'}>
        <FilesPart account={account} today={today} />
      </div>
      {part === 'tracing' ? (
        <TracePart account={account} today={today} onLocationCall={onLocationCall} />
      ) : null}
    </div>
  );
}

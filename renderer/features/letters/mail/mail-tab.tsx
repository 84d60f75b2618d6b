/** Mail: what is to be entered as mailed, the log, and what to do with an envelope in the hand. */
import { Button, Group } from '@mantine/core';
import { IconFileCertificate, IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useCall } from '../../../bridge/queries.ts';
import { EnvelopeFinder } from './envelope-finder.tsx';
import { MailEntry } from './mail-entry.tsx';
import { MailLog } from './mail-log.tsx';
import { askMailEntry, useMailView } from './mail-view.ts';
import { SheetDialog } from './sheet-dialog.tsx';
import './mail.css';

export function MailTab() {
  const entering = useMailView((view) => view.entering);
  return entering === null ? <Overview /> : <MailEntry key={String(entering.runId)} runId={entering.runId} />;
}

function Overview() {
  const waiting = useCall('mail.waiting', { limit: 1 }, { keepPrevious: true });
  const runs = useCall('mail.runs', { limit: 10 }, { keepPrevious: true });
  const [proving, setProving] = useState(false);
  const count = waiting.data?.count ?? 0;
  const open = (runs.data?.runs ?? []).filter(({ printed, mailed }) => mailed < printed).slice(0, 4);
  return (
    <>
      <div className="mail-top">
        <EnvelopeFinder />
        <Group gap="xs" justify="flex-end" wrap="nowrap" className="mail-actions">
          <Button
            leftSection={<IconMailForward size={15} aria-hidden />}
            disabled={count === 0}
            onClick={() => askMailEntry(null)}
          >
            Enter what was mailed{count === 0 ? '' : ` (${count.toLocaleString('en-US')})`}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileCertificate size={15} aria-hidden />}
            onClick={() => setProving(true)}
          >
            Proof of mailing…
          </Button>
        </Group>
      </div>
      {open.length === 0 ? null : (
        <ul className="mail-runs" aria-label="Print runs that are not in the log yet">
          {open.map((run) => (
            <li key={run.runId}>
              <span>
                <b>{run.name}</b>: {run.mailed === 0 ? 'none' : run.mailed.toLocaleString('en-US')} of{' '}
                {run.printed.toLocaleString('en-US')} entered as mailed
              </span>
              <Button size="compact-sm" variant="default" onClick={() => askMailEntry(run.runId)}>
                Enter this run…
              </Button>
            </li>
          ))}
        </ul>
      )}
      <MailLog />
      {proving ? <SheetDialog close={() => setProving(false)} /> : null}
    </>
  );
}

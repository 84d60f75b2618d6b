/** The versions of a script: what each says otherwise than what is open, and bringing one back as the next version. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { ScriptVersion } from '../../../../shared/contract/scripts.ts';
import { scriptDifferences } from '../../../../shared/scripts/difference.ts';
import type { Script } from '../../../../shared/scripts/script.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { InstantText } from '../../../components/moments.tsx';

export type VersionListProps = {
  readonly script: Script;
  readonly kept: OutputOf<'scripts.get'>;
  /** Puts the text of a version into the editor; saving makes it the next one. */
  onTake(script: Script): void;
};

const nameOf = ({ origin, version }: Pick<ScriptVersion, 'origin' | 'version'>) =>
  origin === 'shipped' ? `As shipped, version ${version}` : `Yours, version ${version}`;

export function VersionList({ script, kept, onTake }: VersionListProps) {
  const [open, setOpen] = useState<ScriptVersion | null>(null);
  const isInForce = ({ origin, version }: ScriptVersion) =>
    kept.inForce?.origin === origin && kept.inForce.version === version;
  return (
    <>
      <ul className="scripts-versions">
        {kept.versions.map((one) => (
          <li key={nameOf(one)}>
            <div>
              <Text size="sm" fw={600}>
                {nameOf(one)}
              </Text>
              <Text size="xs" c="dimmed">
                {isInForce(one) ? 'Used in calls. ' : ''}
                {one.draft ? 'Draft. ' : ''}
                {one.retired ? 'Not in use. ' : ''}
                {one.madeAt === null ? '' : `${one.author}, `}
                {one.madeAt === null ? null : <InstantText at={one.madeAt} />}
                {one.runs === 0 ? '' : `. ${one.runs} ${one.runs === 1 ? 'call' : 'calls'} followed it`}
              </Text>
            </div>
            <Button variant="default" size="compact-xs" onClick={() => setOpen(one)}>
              Compare
            </Button>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <CompareDialog
          script={script}
          version={open}
          onClose={() => setOpen(null)}
          onTake={(body) => {
            onTake(body);
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

type CompareProps = {
  readonly script: Script;
  readonly version: ScriptVersion;
  onTake(script: Script): void;
  onClose(): void;
};

function CompareDialog({ script, version, onTake, onClose }: CompareProps) {
  const read = useCall('scripts.version', {
    code: script.code,
    origin: version.origin,
    version: version.version,
  });
  const body = read.data?.script;
  const differences = body ? scriptDifferences(body, script) : [];
  return (
    <Modal opened centered size="lg" onClose={onClose} title={`${nameOf(version)}, and what is open`}>
      <Stack gap="sm">
        <FaultAlert fault={read.error?.fault} />
        {body === undefined ? null : differences.length === 0 ? (
          <Text size="sm">Both say the same.</Text>
        ) : (
          <>
            <Text size="sm">What is open has these differences:</Text>
            <ul className="scripts-differences">
              {differences.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button
            disabled={body === undefined || differences.length === 0}
            onClick={() => body && onTake(body)}
          >
            Restore as a new version…
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

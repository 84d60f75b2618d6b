/** The versions of a letter: what each says otherwise than what is open, and putting one back to be saved anew. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { EditedTemplate, TemplateVersion } from '../../../../shared/contract/templates.ts';
import { type DiffLine, docDifference } from '../../../../shared/templates/document/doc-difference.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { InstantText } from '../../../components/moments.tsx';

export type VersionListProps = {
  readonly template: EditedTemplate;
  readonly kept: OutputOf<'templates.get'>;
  readonly editable: boolean;
  /** Puts a version into the editor; saving makes it the next one. */
  onTake(template: EditedTemplate): void;
};

export function VersionList({ template, kept, editable, onTake }: VersionListProps) {
  const [open, setOpen] = useState<TemplateVersion | null>(null);
  return (
    <>
      <ul className="template-versions">
        {kept.versions.map((one) => (
          <li key={one.templateId}>
            <div>
              <Text size="sm" fw={600}>
                Version {one.version}
                {one.inForce ? ', in use' : one.draft ? ', a draft' : ''}
              </Text>
              <Text size="xs" c="dimmed">
                {one.author === '' ? 'Came with Duebook, taken in ' : `${one.author}, `}
                <InstantText at={one.madeAt} />
                {one.letters === 0
                  ? ''
                  : `. ${one.letters} ${one.letters === 1 ? 'letter' : 'letters'} made from it`}
              </Text>
            </div>
            <Button variant="default" size="compact-xs" disabled={!one.editable} onClick={() => setOpen(one)}>
              Compare
            </Button>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <CompareDialog
          template={template}
          version={open}
          editable={editable}
          onClose={() => setOpen(null)}
          onTake={(taken) => {
            onTake(taken);
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

type CompareProps = {
  readonly template: EditedTemplate;
  readonly version: TemplateVersion;
  readonly editable: boolean;
  onTake(template: EditedTemplate): void;
  onClose(): void;
};

const kindWords = { same: '', gone: 'Only in this version: ', new: 'Only in what is open: ' } as const;

function CompareDialog({ template, version, editable, onTake, onClose }: CompareProps) {
  const read = useCall('templates.version', { templateId: version.templateId });
  const found = read.data;
  const lines = found?.doc ? docDifference(found.doc, template.doc) : [];
  const differs = lines.some(({ kind }) => kind !== 'same');
  const aboutDiffers = found !== undefined && JSON.stringify(found.about) !== JSON.stringify(template.about);
  return (
    <Modal opened centered size="xl" onClose={onClose} title={`Version ${version.version}, and what is open`}>
      <Stack gap="sm">
        <FaultAlert fault={read.error?.fault} />
        {found === undefined ? null : (
          <>
            {found.name === template.name ? null : (
              <Text size="sm">
                It was named “{found.name}”, and is now “{template.name}”.
              </Text>
            )}
            {aboutDiffers ? <Text size="sm">For whom it is, or what it is for, was different.</Text> : null}
            {differs ? <Lines lines={lines} /> : <Text size="sm">Both texts say the same.</Text>}
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          {editable ? (
            <Button
              disabled={!found?.doc || (!differs && !aboutDiffers && found.name === template.name)}
              onClick={() =>
                found?.doc &&
                onTake({
                  name: found.name,
                  description: found.description,
                  about: found.about,
                  doc: found.doc,
                })
              }
            >
              Put this version into the editor
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}

/** Unchanged lines are shown only next to what changed. */
function Lines({ lines }: { readonly lines: readonly DiffLine[] }) {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - 1), at + 2).some(({ kind }) => kind !== 'same'),
  );
  return (
    <section className="template-difference" aria-label="What differs">
      {lines.map((line, at) =>
        near[at] ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison have no other name and do not move
          <p key={at} data-kind={line.kind}>
            <span aria-hidden>{line.kind === 'gone' ? '−' : line.kind === 'new' ? '+' : ''}</span>
            <span className="template-hidden">{kindWords[line.kind]}</span>
            <span>{line.text === '' ? ' ' : line.text}</span>
          </p>
        ) : null,
      )}
    </section>
  );
}

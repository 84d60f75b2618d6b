/**
 * Which rules are in force, and taking a newer pack from a signed file: first what it would change and whose it is, then
 * the taking. A publisher is added only after the fingerprint was compared.
 */
import { Alert, Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { PackDifference } from '../../../shared/contract/law.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { act, start } from '../../bridge/calls.ts';
import { useCall, useCommand } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';

type Rules = OutputOf<'law.rules'>;

export function RulePacks({ rules }: { readonly rules: Rules }) {
  const [fileId, setFileId] = useState<string | null>(null);
  const publishers = useCall('law.publishers', {});
  const choose = async () => {
    const chosen = await act('law.choosePack', {});
    if (chosen.ok) setFileId(chosen.value.fileId);
    else if (chosen.error.code !== 'file.dialog_cancelled') showFault(chosen.error);
  };
  const remove = async (key: string) => {
    const result = await act('law.removePublisher', { key });
    if (result.ok) showDone('Packs of this publisher are not taken any more.');
    else showFault(result.error);
  };
  return (
    <section aria-label="Rule packs" className="law-section">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          Rules in force: version <strong>{rules.version}</strong>
          {rules.packs.length === 0 ? ', as they came with Duebook' : ''}
        </Text>
        <Button variant="default" onClick={() => void choose()}>
          Take a rule pack…
        </Button>
      </Group>
      <Text size="sm" c="dimmed" maw={620}>
        Laws change. A pack brings newer values and sources in a signed file, without a network. Nothing is
        taken before you have seen what it changes; unsigned and older packs are refused, and earlier
        decisions keep the rules they were made by.
      </Text>
      {rules.packs.map((pack) => (
        <div key={pack.version} className="law-pack">
          <Text size="sm" fw={600}>
            {pack.version}, {pack.publisher}
          </Text>
          <Text size="xs" c="dimmed">
            Published {dayWords(pack.publishedOn)}, taken by {pack.author} <InstantText at={pack.loadedAt} />
          </Text>
          {pack.notes === '' ? null : <Text size="sm">{pack.notes}</Text>}
          <Differences differences={pack.differences} />
        </div>
      ))}
      {(publishers.data?.publishers ?? []).length === 0 ? null : (
        <>
          <h4>Publishers this office takes packs of</h4>
          <ul className="law-publishers">
            {(publishers.data?.publishers ?? []).map((publisher) => (
              <li key={publisher.key}>
                <span>
                  {publisher.name} <code>{publisher.fingerprint}</code>
                </span>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Remove ${publisher.name}`}
                  onClick={() => void remove(publisher.key)}
                >
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {fileId === null ? null : <PackDialog fileId={fileId} close={() => setFileId(null)} />}
    </section>
  );
}

function PackDialog({ fileId, close }: { readonly fileId: string; close(): void }) {
  const [preview, setPreview] = useState<Result<OutputOf<'law.previewPack'>> | null>(null);
  const [busy, setBusy] = useState(false);
  const look = useCallback(async () => {
    setPreview(await start('law.previewPack', { fileId }, () => undefined).finished);
  }, [fileId]);
  useEffect(() => void look(), [look]);
  const take = async () => {
    if (busy) return;
    setBusy(true);
    const result = await start('law.loadPack', { fileId }, () => undefined).finished;
    setBusy(false);
    if (!result.ok) return void showFault(result.error);
    showDone(`The rules are of version ${result.value.version} now.`);
    close();
  };
  const pack = preview?.ok ? preview.value : null;
  return (
    <Modal opened centered size="lg" onClose={close} title="Rule pack">
      <Stack gap="sm">
        <FaultAlert fault={preview === null || preview.ok ? undefined : preview.error} />
        {pack ? (
          <>
            <Text size="sm">
              Version <strong>{pack.version}</strong>, published {dayWords(pack.publishedOn)} by{' '}
              {pack.publisher}
            </Text>
            {pack.notes === '' ? null : <Text size="sm">{pack.notes}</Text>}
            {pack.trusted ? null : <Trust key={pack.key} pack={pack} done={() => void look()} />}
            <Differences differences={pack.differences} />
          </>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {pack ? 'Not now' : 'Close'}
          </Button>
          {pack ? (
            <Button disabled={!pack.trusted} aria-busy={busy || undefined} onClick={() => void take()}>
              Take these rules
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}

function Trust({ pack, done }: { readonly pack: OutputOf<'law.previewPack'>; done(): void }) {
  const [name, setName] = useState(pack.publisher.slice(0, 120));
  const trust = useCommand('law.trustPublisher');
  return (
    <Alert color="yellow" title="A publisher this office does not know">
      <Stack gap="xs">
        <Text size="sm">
          Anybody can sign a file. Call the publisher at a number you know and compare this fingerprint; add
          the publisher only if it is the same.
        </Text>
        <code className="law-fingerprint">{pack.fingerprint}</code>
        <Group gap="xs" align="end">
          <TextInput
            label="Name of the publisher"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={name.trim() === ''}
            onClick={() => trust.mutate({ key: pack.key, name }, { onSuccess: done })}
          >
            I compared it: add the publisher
          </Button>
        </Group>
        <FaultAlert fault={trust.error?.fault} />
      </Stack>
    </Alert>
  );
}

function Differences({ differences }: { readonly differences: readonly PackDifference[] }) {
  if (differences.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        It changes no rule.
      </Text>
    );
  }
  return (
    <Table verticalSpacing={4} className="law-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Rule</Table.Th>
          <Table.Th>Before</Table.Th>
          <Table.Th>Now</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map((difference) => (
          <Table.Tr key={difference.ruleId}>
            <Table.Td>{difference.title}</Table.Td>
            <Table.Td>{difference.before === '' ? 'New' : difference.before}</Table.Td>
            <Table.Td>{difference.after === '' ? 'Gone' : difference.after}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

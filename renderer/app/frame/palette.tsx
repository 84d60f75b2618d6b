/** Ctrl/Cmd+K: any debtor, account number or phone, any place, any command, from wherever one is. */
import { Group, Text } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconNotes, IconPaperclip, IconSearch, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { askForFile } from '../../bridge/asked-file.ts';
import { useDebtHidden } from '../../bridge/current-call.ts';
import { useGo } from '../../bridge/navigation.ts';
import { askNotesSearch } from '../../bridge/notes-search.ts';
import { useCall } from '../../bridge/queries.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Money } from '../../components/money.tsx';
import { StatusWord } from '../../components/status-word.tsx';
import { areaEntries, type CommandId, commandEntries } from './commands.ts';

const [paletteStore, palette] = createSpotlight();

/** Opens the palette from a button, a key or the menu. */
export function openPalette(): void {
  palette.open();
}

/** Whether every typed word begins a word of the label. */
export function matchesWords(label: string, query: string): boolean {
  const words = label.toLowerCase().split(/\s+/);
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}

export type PaletteProps = { run(command: CommandId): void };

export function Palette({ run }: PaletteProps) {
  const go = useGo();
  const hidden = useDebtHidden();
  const [query, setQuery] = useState('');
  const text = query.trim();
  const found = useCall('accounts.find', { text }, { enabled: text !== '', keepPrevious: true });
  const files = useCall(
    'attachments.find',
    { text, limit: 6 },
    { enabled: text.length > 1, keepPrevious: true },
  );
  const fileHits = text.length > 1 ? (files.data?.hits ?? []) : [];
  const hits = text === '' ? [] : (found.data?.hits ?? []);
  const places = areaEntries.filter((entry) => matchesWords(entry.label, text));
  const commands = commandEntries.filter((entry) => matchesWords(`${entry.label} ${entry.detail}`, text));
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight="min(60vh, 26rem)"
      transitionProps={{ duration: 0 }}
      size={560}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': 'Find' } }}
    >
      <Spotlight.Search
        placeholder="Name, account number, phone, file, or a command"
        aria-label="Find"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {hits.length === 0 ? null : (
          <Spotlight.ActionsGroup label="Accounts">
            {hits.map((hit) => (
              <Spotlight.Action key={hit.accountId} onClick={() => go({ accountId: hit.accountId })}>
                <Group gap="sm" wrap="nowrap" w="100%">
                  <IconUser size={16} aria-hidden />
                  <Text size="sm" truncate="end" flex={1} miw={0}>
                    {hit.debtorName}
                  </Text>
                  <Text size="xs" c="dimmed" component="span">
                    {hit.number}
                  </Text>
                  {hidden ? null : (
                    <>
                      <Text size="xs" component="span" w={84}>
                        <StatusWord status={hit.status} />
                      </Text>
                      <Text size="sm" component="span" ta="right" w={96}>
                        <Money cents={hit.balanceCents} />
                      </Text>
                    </>
                  )}
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {fileHits.length === 0 ? null : (
          <Spotlight.ActionsGroup label="Files">
            {fileHits.map((hit) => (
              <Spotlight.Action
                key={hit.attachmentId}
                onClick={() => {
                  askForFile(hit.accountId, hit.attachmentId);
                  go({ accountId: hit.accountId });
                }}
              >
                <Group gap="sm" wrap="nowrap" w="100%">
                  <IconPaperclip size={16} aria-hidden />
                  <Text size="sm" truncate="end" flex={1} miw={0}>
                    <bdi>{hit.name}</bdi>
                  </Text>
                  <Text size="xs" c="dimmed" component="span" truncate="end" maw={200}>
                    {hit.debtorName}
                  </Text>
                  <Text size="xs" c="dimmed" component="span">
                    {hit.accountNumber}
                  </Text>
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {places.length === 0 ? null : (
          <Spotlight.ActionsGroup label="Go to">
            {places.map(({ area, label, keys, icon: Icon }) => (
              <Spotlight.Action key={area} onClick={() => go(area)}>
                <Group gap="sm" wrap="nowrap" w="100%">
                  <Icon size={16} aria-hidden />
                  <Text size="sm" flex={1}>
                    {label}
                  </Text>
                  <KeyHint keys={keys} />
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length === 0 ? null : (
          <Spotlight.ActionsGroup label="Do">
            {commands.map(({ id, label, detail, keys, icon: Icon }) => (
              <Spotlight.Action key={id} onClick={() => run(id)}>
                <Group gap="sm" wrap="nowrap" w="100%">
                  <Icon size={16} aria-hidden />
                  <Text size="sm">{label}</Text>
                  <Text size="xs" c="dimmed" flex={1}>
                    {detail}
                  </Text>
                  {keys === null ? null : <KeyHint keys={keys} />}
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {text === '' ? null : (
          <Spotlight.ActionsGroup label="Notes">
            <Spotlight.Action
              onClick={() => {
                askNotesSearch(text);
                go('notes');
              }}
            >
              <Group gap="sm" wrap="nowrap" w="100%">
                <IconNotes size={16} aria-hidden />
                <Text size="sm" truncate="end" flex={1} miw={0}>
                  Search all notes for “{text}”
                </Text>
              </Group>
            </Spotlight.Action>
          </Spotlight.ActionsGroup>
        )}
        {hits.length + fileHits.length + places.length + commands.length > 0 || found.isFetching ? null : (
          <Text size="xs" c="dimmed" px="sm" py={4}>
            No account, file, place or command is called “{text}”.
          </Text>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

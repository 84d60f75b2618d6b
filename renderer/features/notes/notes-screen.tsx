/**
 * A search in all notes of the book: the last written first, each with whom, when and by whom, and the words around what was found.
 * Enter opens the account with its timeline at that note. What was looked for is kept.
 */
import './notes.css';
import { Button, Loader, TextInput } from '@mantine/core';
import { IconNotes, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef } from 'react';
import type { NoteHit } from '../../../shared/contract/notes.ts';
import { readNoteSearch } from '../../../shared/domain/note-search.ts';
import { contactOutcomeWords, noteKindWords } from '../../../shared/text/labels.ts';
import { ask } from '../../bridge/calls.ts';
import { useDraft } from '../../bridge/drafts.ts';
import { useExport } from '../../bridge/exports.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useAskedSearch } from '../../bridge/notes-search.ts';
import { answerOf, FaultError } from '../../bridge/queries.ts';
import { askTimelineJump } from '../../bridge/timeline-jump.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';
import { PageHeader } from '../../components/page-header.tsx';

/** About two screens. */
const pageSize = 40;

export function NotesScreen() {
  const go = useGo();
  const query = useDraft('view:notes');
  const [asked, takeAsked] = useAskedSearch();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const text = useDeferredValue(query.text.slice(0, 300));
  const terms = readNoteSearch(text);
  const found = useInfiniteQuery({
    queryKey: ['notes.search', text] as const,
    queryFn: async ({ pageParam }) =>
      answerOf(await ask('notes.search', { text, limit: pageSize, after: pageParam })),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    enabled: query.ready && terms.length > 0,
    placeholderData: keepPreviousData,
  });
  const hits = terms.length === 0 ? [] : (found.data?.pages ?? []).flatMap((page) => page.hits);
  const openExport = useExport(() => [{ label: 'Notes', asked: { list: 'notes', text } }]);
  const fault = found.error instanceof FaultError ? found.error.fault : null;

  const { setText, ready } = query;
  useEffect(() => {
    if (!ready || asked === null) return;
    setText(asked);
    takeAsked();
  }, [ready, asked, setText, takeAsked]);
  useEffect(() => {
    if (!ready) return;
    field.current?.focus();
    field.current?.select();
  }, [ready]);

  const open = (hit: NoteHit) => {
    askTimelineJump({ accountId: hit.accountId, key: hit.timelineKey, before: hit.timelineBefore });
    go({ accountId: hit.accountId });
  };

  const onKeys = (event: KeyboardEvent<HTMLElement>) => {
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = rows.findIndex((row) => document.activeElement?.isSameNode(row));
    const inField = document.activeElement === field.current;
    if (event.key === 'Enter' && inField && hits[0]) {
      event.preventDefault();
      open(hits[0]);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step === undefined || rows.length === 0 || (!inField && at === -1)) return;
    event.preventDefault();
    const next = (inField ? -1 : at) + step;
    if (next < 0) field.current?.focus();
    else rows[Math.min(next, rows.length - 1)]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the field and what was found
    <div className="screen notes-screen" onKeyDown={onKeys}>
      <PageHeader title="Search all notes">
        <ExportButton disabled={hits.length === 0} open={openExport} />
      </PageHeader>
      <TextInput
        ref={field}
        aria-label="Search all notes"
        placeholder="Words of a note; “in quotes” as they follow each other"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={found.isFetching ? <Loader size="xs" aria-label="Searching" /> : null}
        value={query.text}
        disabled={!query.ready}
        maxLength={300}
        onChange={(event) => query.setText(event.currentTarget.value)}
        autoComplete="off"
      />
      <FaultAlert fault={fault} />
      {terms.length === 0 ? (
        <EmptyState icon={<IconNotes size={28} />} title="Every note of the book, by its words">
          Type one or more words. A note must hold all of them; capitals and accents do not count, and the
          last word may be just its beginning.
        </EmptyState>
      ) : found.data && hits.length === 0 && !found.isFetching ? (
        <EmptyState title="No note has these words">
          Try fewer words, or only the beginning of one.
        </EmptyState>
      ) : (
        <ol className="notes-found" aria-label="Notes found, the last written first" ref={list}>
          {hits.map((hit) => (
            <li key={hit.noteId}>
              <button type="button" className="notes-hit" onClick={() => open(hit)}>
                <span className="notes-hit-head">
                  <strong>{hit.debtorName}</strong>
                  <span>{hit.accountNumber}</span>
                  <span className="notes-hit-kind">{kindWords(hit)}</span>
                  <span className="notes-hit-when">
                    <InstantText at={hit.at} /> {hit.author}
                  </span>
                </span>
                <span className="notes-hit-text">
                  {hit.snippet.map((part, index) =>
                    part.hit ? (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one snippet never change places
                      <mark key={index}>{part.text}</mark>
                    ) : (
                      part.text
                    ),
                  )}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {found.hasNextPage && hits.length > 0 ? (
        <div className="notes-more">
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            Show older notes
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function kindWords({ noteKind, contactOutcome }: NoteHit): string {
  return contactOutcome === null ? noteKindWords[noteKind] : contactOutcomeWords[contactOutcome];
}

/**
 * Money received: what banks, payers and files say came in, until each item has its account. The list on the left, the item in hand on the
 * right. After one is dealt with the next stands there, so that a statement is worked through from the keyboard.
 */
import { Button, Group, NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCashBanknote, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { IncomingDetail, IncomingRow } from '../../../shared/contract/incoming.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { incomingStateWords } from '../../../shared/text/incoming-words.ts';
import { act } from '../../bridge/calls.ts';
import { useStoredView } from '../../bridge/drafts.ts';
import { useExport } from '../../bridge/exports.ts';
import { useJob } from '../../bridge/jobs.ts';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { useOnce } from '../../bridge/use-once.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { JobLine } from '../../components/job-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';
import { ItemList } from './item-list.tsx';
import { ItemPanel, NoItem } from './item-panel.tsx';
import { counted, heldWords, whoWords } from './item-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { type CertainMatch, ReviewDialog } from './review-dialog.tsx';
import './incoming.css';

const states = ['open', 'posted', 'set_aside'] as const;

const shownView = z.strictObject({
  state: z.enum(states),
  flow: z.enum(['in', 'out']),
  heldAt: z.string().nullable(),
  text: z.string().max(120),
});
type Shown = z.output<typeof shownView>;
const whatWaits: Shown = { state: 'open', flow: 'in', heldAt: null, text: '' };

type Place = OutputOf<'incoming.list'>['next'];

export function IncomingScreen() {
  const go = useGo();
  const [stored, change] = useStoredView('incoming-shown', shownView, whatWaits);
  const shown = stored ?? whatWaits;
  const [text] = useDebouncedValue(shown.text, 150);
  const [trail, setTrail] = useState<readonly Place[]>([null]);
  const filter = { state: shown.state, flow: shown.flow, text, heldAt: shown.heldAt };
  const list = useCall(
    'incoming.list',
    { ...filter, after: trail.at(-1) ?? null },
    { keepPrevious: true, enabled: stored !== null },
  );
  const totals = useCall('incoming.totals', {}, { keepPrevious: true });
  const matching = useJob('incoming.match');
  const openExport = useExport(() => [{ label: 'Money received', asked: { list: 'incoming', ...filter } }]);
  const [selected, setSelected] = useState<number | null>(null);
  const [reviewing, setReviewing] = useState<readonly CertainMatch[] | null>(null);
  const [asideAsked, setAsideAsked] = useState<IncomingRow | IncomingDetail | null>(null);
  const [backAsked, setBackAsked] = useState<IncomingDetail | null>(null);
  const settingAside = useOnce('incoming.setAside');
  const takingBack = useOnce('incoming.takeBack');
  const body = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const items = list.data?.items ?? [];
  const open = totals.data?.open ?? 0;
  const narrow = (to: Partial<Shown>) => {
    setTrail([null]);
    setSelected(null);
    change((now) => ({ ...now, ...to }));
  };

  // Proposals are looked for when the screen opens and when more came in, not after each that is posted.
  const looked = useRef(0);
  const { run: match } = matching;
  useEffect(() => {
    if (open > looked.current) void match({});
    looked.current = open;
  }, [open, match]);
  const matches = useMemo(
    () => new Map((matching.output?.matches ?? []).map((one) => [one.row.incomingId, one])),
    [matching.output],
  );
  const certain = (matching.output?.matches ?? []).filter(isCertain).length;

  // The first of the list stands ready; what is dealt with makes room for the one after it.
  const order = useRef<readonly number[]>([]);
  useEffect(() => {
    if (list.data === undefined || list.isPlaceholderData) return;
    const ids = list.data.items.map(({ incomingId }) => incomingId);
    setSelected((now) => {
      if (now !== null && ids.includes(now)) return now;
      const before = now === null ? -1 : order.current.indexOf(now);
      const behind = before < 0 ? undefined : order.current.slice(before).find((id) => ids.includes(id));
      return behind ?? ids.at(before < 0 ? 0 : -1) ?? null;
    });
    order.current = ids;
  }, [list.data, list.isPlaceholderData]);

  const toList = () =>
    // Once the list has been drawn anew.
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>('.incoming-row[aria-current], .incoming-row')?.focus(),
    );
  // What was dealt with leaves the list a moment later; the focus goes to the one that follows it, not to nowhere.
  const dealtWith = useRef<number | null>(null);
  useEffect(() => {
    const gone = dealtWith.current;
    if (gone === null || selected === gone || items.some(({ incomingId }) => incomingId === gone)) return;
    dealtWith.current = null;
    body.current?.querySelector<HTMLElement>(`[data-incoming="${selected}"]`)?.focus();
  }, [selected, items]);
  const toPanel = () =>
    body.current
      ?.querySelector<HTMLElement>(
        '.incoming-panel [data-proposal], .incoming-panel input:not([disabled]), .incoming-panel button:not([disabled])',
      )
      ?.focus();
  const undoPosting = (incomingIds: readonly number[]) => async () => {
    for (const incomingId of incomingIds) {
      const back = await act('incoming.takeBack', { incomingId, reason: 'Posted by mistake' });
      if (!back.ok) {
        showFault(back.error);
        return;
      }
    }
  };
  const done = (incomingId: number) => (words: string, openCents: number) => {
    const rest = openCents > 0 ? `; ${formatDollars(openCents)} stays open` : '';
    showDone(`${words}${rest}.`, { undo: () => void undoPosting([incomingId])() });
    dealtWith.current = incomingId;
    toList();
  };
  const setAside = async (reason: string) => {
    if (asideAsked === null) return;
    const { incomingId } = asideAsked;
    const result = await settingAside.run({ incomingIds: [incomingId], reason });
    if (!result.ok) return;
    showDone(`Set aside: ${whoWords(asideAsked)}.`, { undo: () => void reopen(incomingId) });
    setAsideAsked(null);
    dealtWith.current = incomingId;
    toList();
  };
  const reopen = async (incomingId: number) => {
    const result = await act('incoming.reopen', { incomingIds: [incomingId] });
    if (!result.ok) showFault(result.error);
    else {
      dealtWith.current = incomingId;
      toList();
    }
  };
  const takeBack = async (reason: string) => {
    if (backAsked === null) return;
    const result = await takingBack.run({ incomingId: backAsked.incomingId, reason });
    if (!result.ok) return;
    showDone(`Taken back: ${whoWords(backAsked)} waits again.`);
    dealtWith.current = backAsked.incomingId;
    setBackAsked(null);
    toList();
  };
  const review = async () => {
    const result = await matching.run({});
    if (!result.ok) return;
    const found = result.value.matches.filter(isCertain);
    if (found.length > 0) setReviewing(found);
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.key !== '/') return;
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea')) return;
    event.preventDefault();
    search.current?.focus();
  };

  const all = totals.data;
  const isEmptyBook = all !== undefined && all.open + all.posted + all.setAside + all.out === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one key, beside the field it leads to
    <div className="screen-fixed incoming-screen" onKeyDown={press}>
      <PageHeader
        title="Money received"
        detail={
          all === undefined ? undefined : (
            <span role="status">{all.open === 0 ? 'Nothing waits' : waitingWords(all)}</span>
          )
        }
      >
        {certain === 0 || shown.state !== 'open' ? null : (
          <Button loading={matching.running} onClick={() => void review()}>
            Post the certain ones… ({certain})
          </Button>
        )}
        {isEmptyBook ? null : <ExportButton open={openExport} />}
        <Button variant="default" onClick={() => go('import')}>
          Import a file
        </Button>
      </PageHeader>
      {isEmptyBook ? (
        <EmptyState
          icon={<IconCashBanknote size={32} />}
          title="No money received yet"
          actions={<Button onClick={() => go('import')}>Import a file</Button>}
        >
          Import what your bank offers for download (QFX, QBO, OFX or CSV), or an insurer’s remittance (835).
          Each deposit then waits here with the accounts it may be for, until you post it.
        </EmptyState>
      ) : (
        <>
          <Group gap="xs" align="flex-end" wrap="wrap">
            <SegmentedControl
              aria-label="Which are shown"
              value={shown.state}
              onChange={(value) => {
                const state = states.find((one) => one === value);
                if (state) narrow({ state });
              }}
              data={states.map((state) => ({
                value: state,
                label: `${incomingStateWords[state]}${state === 'open' && open > 0 ? ` (${open.toLocaleString('en-US')})` : ''}`,
              }))}
            />
            <NativeSelect
              aria-label="Where it is held"
              value={shown.heldAt ?? ''}
              onChange={(event) => narrow({ heldAt: event.currentTarget.value || null })}
              data={[
                { value: '', label: 'Every account' },
                ...[...new Map((all?.held ?? []).map((one) => [one.heldAt, one])).values()]
                  .filter(({ heldAt }) => heldAt !== '')
                  .map(({ heldAt, kind, openCents }) => ({
                    value: heldAt,
                    label: `${heldWords(kind, heldAt)}${openCents === 0 ? '' : ` · ${formatDollars(openCents)} open`}`,
                  })),
              ]}
            />
            <NativeSelect
              aria-label="Which way it went"
              value={shown.flow}
              onChange={(event) => narrow({ flow: event.currentTarget.value === 'out' ? 'out' : 'in' })}
              data={[
                { value: 'in', label: 'Money in, and returned' },
                { value: 'out', label: 'Money out' },
              ]}
            />
            <TextInput
              ref={search}
              aria-label="Search in money received"
              placeholder="Name, number, sum or words"
              leftSection={<IconSearch size={14} aria-hidden />}
              value={shown.text}
              maxLength={120}
              autoComplete="off"
              flex={1}
              miw={180}
              onChange={(event) => narrow({ text: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown') {
                  event.preventDefault();
                  toList();
                }
              }}
            />
          </Group>
          {matching.running ? (
            <JobLine
              progress={matching.progress}
              starting="Looking for the accounts"
              onCancel={matching.cancel}
            />
          ) : null}
          <FaultAlert fault={list.error?.fault ?? totals.error?.fault ?? matching.fault} />
          <div className="incoming-body" ref={body}>
            <div className="incoming-left">
              {items.length === 0 && list.data !== undefined ? (
                <EmptyState
                  icon={<IconCashBanknote size={32} />}
                  title={
                    shown.state === 'open' && text === '' && shown.heldAt === null && shown.flow === 'in'
                      ? 'Everything is decided'
                      : 'None of these'
                  }
                >
                  {shown.state === 'open' && text === ''
                    ? 'What comes in with the next bank file or remittance stands here.'
                    : 'Choose another state or account, or search for something else.'}
                </EmptyState>
              ) : (
                <ItemList
                  items={items}
                  matches={matches}
                  selected={selected}
                  onSelect={setSelected}
                  onEnter={toPanel}
                  onSetAside={setAsideAsked}
                />
              )}
              {list.data === undefined || items.length === 0 ? null : (
                <Group justify="space-between" gap="xs" className="incoming-foot">
                  <Text size="sm" c="dimmed" role="status">
                    {counted(list.data.count, 'item')}
                    {list.data.cents === 0 ? '' : ` · ${formatDollars(list.data.cents)} came in`}
                    {shown.state === 'open' && list.data.openCents !== list.data.cents
                      ? `, ${formatDollars(list.data.openCents)} of it open`
                      : ''}
                    {list.data.outCents === 0 ? '' : ` · ${formatDollars(-list.data.outCents)} went out`}
                  </Text>
                  {trail.length > 1 || list.data.next !== null ? (
                    <Group gap={4}>
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={trail.length === 1}
                        onClick={() => setTrail(trail.slice(0, -1))}
                      >
                        Back
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={list.data.next === null}
                        onClick={() => setTrail([...trail, list.data.next])}
                      >
                        More
                      </Button>
                    </Group>
                  ) : null}
                </Group>
              )}
            </div>
            {selected === null ? (
              <NoItem />
            ) : (
              <ItemPanel
                incomingId={selected}
                onDone={done(selected)}
                onSetAside={setAsideAsked}
                onTakeBack={setBackAsked}
                onReopen={(item) => void reopen(item.incomingId)}
                onLeave={toList}
              />
            )}
          </div>
        </>
      )}
      {reviewing === null ? null : (
        <ReviewDialog
          matches={reviewing}
          onClose={() => setReviewing(null)}
          onPosted={(incomingIds, cents) => {
            showDone(`${counted(incomingIds.length, 'item')} posted, ${formatDollars(cents)}.`, {
              undo: () => void undoPosting(incomingIds)(),
            });
            void match({});
          }}
        />
      )}
      {asideAsked === null ? null : (
        <ReasonDialog
          title="Set this item aside?"
          usual={['Not from a debtor', 'A transfer between our own accounts', 'Entered by hand before']}
          confirmLabel="Set aside"
          pending={settingAside.pending}
          fault={settingAside.fault}
          onConfirm={(reason) => void setAside(reason)}
          onClose={() => setAsideAsked(null)}
        >
          {whoWords(asideAsked)}. It is put on no account and stays on file; under “Set aside” it can be put
          back among what waits.
        </ReasonDialog>
      )}
      {backAsked === null ? null : (
        <ReasonDialog
          title="Take back what was posted?"
          usual={['Put on the wrong account', 'Posted by mistake']}
          confirmLabel="Take back"
          dangerous
          pending={takingBack.pending}
          fault={takingBack.fault}
          onConfirm={(reason) => void takeBack(reason)}
          onClose={() => setBackAsked(null)}
        >
          Its payments are reversed as if they had not come, and interest runs on. Payments that were in the
          ledger before stay. The item waits again.
        </ReasonDialog>
      )}
    </div>
  );
}

function waitingWords({ open, openCents, returned, returnedCents }: OutputOf<'incoming.totals'>): string {
  const deposits = open - returned;
  const words = [
    deposits === 0 ? '' : `${counted(deposits, 'deposit')}, ${formatDollars(openCents)}`,
    returned === 0 ? '' : `${returned.toLocaleString('en-US')} returned, ${formatDollars(-returnedCents)}`,
  ];
  return `To decide: ${words.filter((part) => part !== '').join('; ')}`;
}

function isCertain(one: OutputOf<'incoming.match'>['matches'][number]): one is CertainMatch {
  return one.proposal?.certain === true;
}

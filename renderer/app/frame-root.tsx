/** Everything that is there whichever screen stands: navigation, palette, keys, dialogs, what came due. */
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GoTarget } from '../../shared/contract/events.ts';
import { act, onEvent } from '../bridge/calls.ts';
import { saveDraftsNow, useDraft } from '../bridge/drafts.ts';
import { DroppedProvider } from '../bridge/dropped.ts';
import { askForExportHere } from '../bridge/exports.ts';
import { NavigationProvider } from '../bridge/navigation.ts';
import { wantNextStep } from '../bridge/next-step.ts';
import { pauseWork, restoreWork, useWork } from '../bridge/work.ts';
import { showFault } from '../components/toasts.tsx';
import { NewAccountDialog } from '../features/account/new-account.tsx';
import { startBackUp } from '../features/vault/copy-work.ts';
import { ExportPlace } from './export-place.tsx';
import type { CommandId } from './frame/commands.ts';
import { DropCue } from './frame/drop-cue.tsx';
import { DueToasts } from './frame/due-toasts.tsx';
import { Frame } from './frame/frame.tsx';
import { frameActionOf } from './frame/frame-keys.ts';
import { openPalette, Palette } from './frame/palette.tsx';
import { accountOf, areaOf, isPlace, placeOf } from './frame/place.ts';
import { ShortcutSheet } from './frame/shortcut-sheet.tsx';
import { StepAsker } from './frame/step-asker.tsx';
import { WorkPlace } from './frame/work-place.tsx';
import { MailPlace } from './mail-place.tsx';
import { PaperPlace } from './paper-place.tsx';
import { PiecesPlace } from './pieces-place.tsx';

export function FrameRoot() {
  const { history } = useRouter();
  const [dialog, setDialog] = useState<'new-account' | 'shortcuts' | null>(null);
  const restored = usePlace();

  const go = useCallback(
    (to: GoTarget) => {
      if (to === 'find') openPalette();
      else if (to === 'new-account' || to === 'shortcuts') setDialog(to);
      else if (to === 'back-up') void startBackUp();
      else history.push(placeOf(to));
    },
    [history],
  );
  const lock = useCallback(() => {
    void saveDraftsNow()
      .then(() => act('book.lock', {}))
      .then((result) => {
        if (!result.ok) showFault(result.error);
      });
  }, []);

  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'go') go(event.to);
      }),
    [go],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = frameActionOf({
        key: event.key,
        code: event.code,
        alt: event.altKey,
        shift: event.shiftKey,
        mod: event.ctrlKey || event.metaKey,
      });
      if (action === null || event.defaultPrevented) return;
      // Alt with an arrow moves by a word inside a text on a Mac.
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
      if ((action.act === 'back' || action.act === 'forward') && typing) return;
      event.preventDefault();
      if (action.act === 'go') go(action.area);
      else if (action.act === 'back') history.back();
      else if (action.act === 'forward') history.forward();
      else if (action.act === 'lock') lock();
      else if (action.act === 'export') askForExportHere();
      else go(action.act);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [go, history, lock]);

  const importDropped = useCallback(
    (file: File) => {
      go('import');
      void import('../features/import/import-work.ts').then(({ takeDropped }) => takeDropped(file));
    },
    [go],
  );
  // The list an account was opened from; accounts opened from accounts do not count.
  const path = useRouterState({ select: (state) => state.location.pathname });
  const list = useRef('/accounts');
  useEffect(() => {
    if (areaOf(path) !== null) list.current = path;
  }, [path]);
  const leave = useCallback(() => {
    const accountId = accountOf(history.location.pathname);
    const work = useWork.getState();
    if (work.active && work.item?.accountId === accountId) {
      pauseWork();
      history.push('/today');
      return;
    }
    if (accountId === null) {
      history.push(list.current);
      return;
    }
    // No account is left with nothing planned before somebody was asked.
    void wantNextStep(accountId, [], false).then((choice) => {
      if (choice !== 'stay' && accountOf(history.location.pathname) === accountId) history.push(list.current);
    });
  }, [history]);
  const navigation = useMemo(() => ({ go, leave }), [go, leave]);
  useEffect(() => {
    void restoreWork();
  }, []);

  const run = (command: CommandId) => (command === 'lock' ? lock() : go(command));
  if (!restored) return null;
  return (
    <NavigationProvider value={navigation}>
      <DroppedProvider value={importDropped}>
        <PaperPlace>
          <MailPlace>
            <Frame lock={lock} find={openPalette} above={<WorkPlace accountId={accountOf(path)} />} />
          </MailPlace>
          <PiecesPlace />
          <ExportPlace />
        </PaperPlace>
      </DroppedProvider>
      <Palette run={run} />
      <NewAccountDialog
        opened={dialog === 'new-account'}
        onClose={() => setDialog(null)}
        onCreated={(accountId) => {
          setDialog(null);
          go({ accountId });
        }}
      />
      <ShortcutSheet opened={dialog === 'shortcuts'} onClose={() => setDialog(null)} />
      <DueToasts />
      <DropCue own={accountOf(path) !== null} take={importDropped} />
      <StepAsker />
    </NavigationProvider>
  );
}

/** Brings the window back to where it stood, and remembers where it goes. False until that is known. */
function usePlace(): boolean {
  const { history } = useRouter();
  const { text, setText, ready } = useDraft('place');
  const href = useRouterState({ select: (state) => state.location.href });
  const [restored, setRestored] = useState(false);
  const known = useRef<string | null>(null);
  const drawn = useRef<string | null>(null);
  useEffect(() => {
    if (!ready || restored) return;
    // The address bar's own memory may be another book's.
    const place = isPlace(text) ? text : '/today';
    known.current = place;
    history.replace(place);
    setRestored(true);
  }, [ready, restored, text, history]);
  useEffect(() => {
    if (!restored || known.current === href || !isPlace(href)) return;
    known.current = href;
    setText(href);
  }, [restored, href, setText]);
  useEffect(() => {
    if (!restored || drawn.current === href) return;
    drawn.current = href;
    document.getElementById('screen')?.scrollTo(0, 0);
    // The element that had the focus left with its screen: go on from the new one.
    if (document.activeElement === document.body) document.getElementById('screen')?.focus();
  }, [restored, href]);
  return restored;
}

/**
 * The account workspace: the screen a collector lives in while on the phone. Left the facts, in the middle
 * everything that happened, right the work at hand, one key each.
 */
import './account.css';
import './law/law.css';
import './money/money.css';
import { Button, Loader, Tabs } from '@mantine/core';
import { IconArrowLeft, IconLock, IconLockOpen, IconPencil, IconPhone } from '@tabler/icons-react';
import { type ReactNode, type Ref, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AccountFacts } from '../../../shared/contract/accounts.ts';
import type { AppInfo } from '../../../shared/contract/app.ts';
import { useAskedFile } from '../../bridge/asked-file.ts';
import { act } from '../../bridge/calls.ts';
import {
  type CallDirection,
  type CallInProgress,
  forgetAskedCall,
  showsDebt,
  useAskedCall,
  useCallKnown,
  useCurrentCall,
  useFoundCall,
} from '../../bridge/current-call.ts';
import { standsInTheWay, useDecision } from '../../bridge/decide.ts';
import { useGo, useLeave } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { useOnce } from '../../bridge/use-once.ts';
import { type WhyAsked, WhyProvider } from '../../bridge/why.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { StatusWord } from '../../components/status-word.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';
import { CallDesk } from './call/call-desk.tsx';
import { StartDialog } from './call/start-dialog.tsx';
import { FactsColumn } from './facts/facts-column.tsx';
import { RenameDialog } from './facts/rename-dialog.tsx';
import { FilesPanel } from './files/files-panel.tsx';
import { isCovered, isTyping } from './focus-facts.ts';
import { dropDoublePress } from './forms/double-press.ts';
import { ReasonDialog } from './forms/reason-dialog.tsx';
import { useKeptFocus } from './keep-focus.ts';
import type { LawForm } from './law/law-form.ts';
import { LawForms } from './law/law-forms.tsx';
import { type ActChoice, plainAct } from './law/reach-words.ts';
import { VerdictStrip } from './law/verdict-strip.tsx';
import { WhyDialog } from './law/why-dialog.tsx';
import { CallPanel, type DialledPhone } from './panels/call-panel.tsx';
import { type AddendumTarget, NotePanel } from './panels/note-panel.tsx';
import { PaymentPanel } from './panels/payment-panel.tsx';
import { ReminderPanel } from './panels/reminder-panel.tsx';
import { PlanPanel } from './plans/plan-panel.tsx';
import { TimelineColumn } from './timeline/timeline-column.tsx';
import { actionOf, tabKeys, type WorkspaceAction, type WorkTab, workTabs } from './workspace-keys.ts';

export type AccountScreenProps = {
  readonly accountId: number;
  /** The letters of this account; made elsewhere, because areas do not import each other. */
  readonly letterPanel: ReactNode;
};

export function AccountScreen({ accountId, letterPanel }: AccountScreenProps) {
  const go = useGo();
  const facts = useCall('accounts.get', { accountId });
  const info = useCall('app.info', {});
  const fault = facts.error?.fault ?? info.error?.fault;
  if (fault) {
    return (
      <div className="account-fault">
        <FaultAlert fault={fault}>
          <Button mt="xs" variant="default" onClick={() => go('accounts')}>
            Back to the accounts
          </Button>
        </FaultAlert>
      </div>
    );
  }
  if (!facts.data || !info.data)
    return <Loader m="md" size="sm" role="status" aria-label="Opening the account" />;
  // A new account starts from nothing: no field, no running timer of the last one may show in it.
  return <Workspace key={accountId} account={facts.data} info={info.data} letterPanel={letterPanel} />;
}

const tabNames: Readonly<Record<WorkTab, string>> = {
  note: 'Note',
  call: 'Call',
  payment: 'Payment',
  plan: 'Plan',
  reminder: 'Reminder',
  letter: 'Letter',
  files: 'Files',
};

type WorkspaceProps = {
  readonly account: AccountFacts;
  readonly info: AppInfo;
  readonly letterPanel: ReactNode;
};

function Workspace({ account, info, letterPanel }: WorkspaceProps) {
  const leave = useLeave();
  const { today, zone } = info;
  const { debtor } = account;
  const [tab, setTab] = useState<WorkTab>('note');
  const [letterSeen, setLetterSeen] = useState(false);
  const [nextStepOpen, setNextStepOpen] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const [addendum, setAddendum] = useState<AddendumTarget | null>(null);
  const [dialled, setDialled] = useState<DialledPhone | null>(null);
  const [locatingAt, setLocatingAt] = useState<number | null>(null);
  const [whyAsked, setWhyAsked] = useState<ActChoice | null>(null);
  const [lawForm, setLawForm] = useState<LawForm | null>(null);
  const lawAnswer = useCall('law.account', { accountId: account.accountId });
  const law = lawAnswer.data ?? null;
  const dialling = useDecision(`decision:dial:${account.accountId}`);
  const panels = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { call, waits, starting, setStarting } = useCallHere(account.accountId);
  // Set when the focus is to follow the tab; the panel can be focused only once it is shown.
  const [focusAsked, askFocus] = useState(0);

  const openTab = useCallback((next: WorkTab, withFocus: boolean) => {
    setTab(next);
    if (next === 'letter') setLetterSeen(true);
    if (withFocus) askFocus((count) => count + 1);
  }, []);

  useEffect(() => {
    if (focusAsked === 0) return;
    const panel = panels.current?.querySelector<HTMLElement>(`[data-panel="${tab}"]`);
    const first = panel?.querySelector<HTMLElement>('[data-first]:not(:disabled)');
    (first ?? panel)?.focus();
    // What stands in a one-line field is replaced by typing, not added to.
    if (first instanceof HTMLInputElement) first.select();
  }, [focusAsked, tab]);

  const askLocation = useCallback(() => {
    setLocatingAt(Date.now());
    openTab('call', true);
  }, [openTab]);
  const askedFile = useAskedFile(account.accountId);
  useEffect(() => {
    if (askedFile !== null) openTab('files', false);
  }, [askedFile, openTab]);

  // The keys are the screen's own at once: the focus lands on the name, which a screen reader then says.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useKeptFocus(heading);

  // Asked before anybody else sees the key: a menu or a drawer that Escape closes is gone by the time it gets
  // here. A layout effect runs before the effects in which those begin to listen.
  const covered = useRef(false);
  useLayoutEffect(() => {
    const onPress = () => {
      covered.current = isCovered();
    };
    window.addEventListener('keydown', onPress, true);
    return () => window.removeEventListener('keydown', onPress, true);
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = actionOf({
        key: event.key,
        code: event.code,
        alt: event.altKey,
        ctrl: event.ctrlKey,
        meta: event.metaKey,
        shift: event.shiftKey,
        typing: isTyping(event.target),
        covered: covered.current,
      });
      // In a call the keys are the call’s: an account left by a slip would take the script away.
      if (action === null || (call !== null && !isForCall(action.act, call))) return;
      event.preventDefault();
      if (action.act === 'tab') openTab(action.tab, true);
      else if (action.act === 'next-step') setNextStepOpen(true);
      else if (action.act === 'explain') setExplaining(true);
      else if (action.act === 'why') setWhyAsked(plainAct('call', debtor));
      else if (action.act === 'record-event') setLawForm({ form: 'record', kind: null });
      else if (action.act === 'call') setStarting(action.direction);
      else if (action.act === 'leave') leave();
      else heading.current?.focus({ preventScroll: true });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [leave, openTab, debtor, call, setStarting]);

  const askWhy = useCallback(
    ({ channel, purpose = 'collect', ...reach }: WhyAsked) =>
      setWhyAsked({ ...plainAct(channel, debtor), ...reach, purpose }),
    [debtor],
  );
  const { run: decided } = dialling;
  const [dialledPhone, setDialledPhone] = useState<number | null>(null);
  const dial = useCallback(
    async (phoneId: number) => {
      setDialledPhone(phoneId);
      const result = await decided((decision) =>
        act('app.dial', { phoneId, accountId: account.accountId, decision }),
      );
      if (!result.ok) {
        if (!standsInTheWay(result.error)) showFault(result.error);
        return;
      }
      setDialled({ phoneId, at: Date.now() });
      openTab('call', true);
    },
    [account.accountId, decided, openTab],
  );
  const showOnScreen = useCallback((what: 'account' | 'timeline') => {
    const region = document.querySelector<HTMLElement>(
      what === 'timeline' ? '.account-scroll' : '.account-facts',
    );
    // After the dialog has handed the focus back.
    setTimeout(() => (region?.matches('[tabindex]') ? region : heading.current)?.focus(), 50);
    if (what === 'account') region?.scrollTo({ top: 0 });
  }, []);
  const addToNote = useCallback(
    (noteId: number, text: string) => {
      setAddendum({ noteId, text });
      openTab('note', true);
    },
    [openTab],
  );

  return (
    <WhyProvider value={askWhy}>
      <div className="account-screen" onSubmitCapture={dropDoublePress}>
        {waits ? null : call !== null ? (
          <CallDesk
            account={account}
            call={call}
            law={law}
            today={today}
            zone={zone}
            headingRef={heading}
            onLawForm={setLawForm}
            onKept={(outcome) => {
              if (outcome === 'payment_taken') openTab('payment', true);
              else setTimeout(() => heading.current?.focus({ preventScroll: true }));
            }}
          />
        ) : (
          <div className="account-frame">
            <AccountHeader account={account} headingRef={heading} onCall={() => setStarting('out')} />
            <VerdictStrip account={account} law={law} zone={zone} />
            <div className="account-columns">
              <FactsColumn
                account={account}
                today={today}
                nextStepOpen={nextStepOpen}
                onNextStepOpen={setNextStepOpen}
                explaining={explaining}
                onExplaining={setExplaining}
                onDial={(phoneId) => void dial(phoneId)}
                law={law}
                lawFault={lawAnswer.error?.fault ?? null}
                onLawForm={setLawForm}
              />
              <TimelineColumn
                accountId={account.accountId}
                hasOtherAccounts={account.debtor.otherAccounts.length > 0}
                today={today}
                zone={zone}
                onAddToNote={addToNote}
              />
              <section className="account-column account-work" aria-label="Work" ref={panels}>
                <Tabs
                  value={tab}
                  keepMounted={false}
                  keepMountedMode="display-none"
                  onChange={(next) => {
                    const chosen = workTabs.find((one) => one === next);
                    if (chosen) openTab(chosen, false);
                  }}
                  className="account-tabs"
                >
                  <Tabs.List grow>
                    {workTabs.map((one) => (
                      <Tabs.Tab
                        key={one}
                        value={one}
                        aria-keyshortcuts={`${tabKeys[one]} Alt+${tabKeys[one]}`}
                        onClick={(event) => {
                          // A click means to type there at once; arrow keys only look through the tabs.
                          if (event.detail > 0) openTab(one, true);
                        }}
                      >
                        <span className="account-tab">
                          {tabNames[one]} <KeyHint keys={tabKeys[one]} />
                        </span>
                      </Tabs.Tab>
                    ))}
                  </Tabs.List>
                  <Panel tab="note">
                    <NotePanel
                      account={account}
                      today={today}
                      zone={zone}
                      addendum={addendum}
                      onAddendumLeft={() => setAddendum(null)}
                    />
                  </Panel>
                  <Panel tab="call">
                    <CallPanel
                      account={account}
                      today={today}
                      zone={zone}
                      active={tab === 'call'}
                      dialled={dialled}
                      locatingAt={locatingAt}
                      onPaymentTaken={() => openTab('payment', true)}
                    />
                  </Panel>
                  <Panel tab="payment">
                    <PaymentPanel account={account} today={today} />
                  </Panel>
                  <Panel tab="plan">
                    <PlanPanel account={account} today={today} />
                  </Panel>
                  <Panel tab="reminder">
                    <ReminderPanel
                      accountId={account.accountId}
                      debtorId={account.debtor.debtorId}
                      today={today}
                      zone={zone}
                    />
                  </Panel>
                  {/* A letter is laid out only once somebody asks for it. */}
                  <Panel tab="letter">{letterSeen ? letterPanel : null}</Panel>
                  <Panel tab="files">
                    <FilesPanel account={account} today={today} onLocationCall={askLocation} />
                  </Panel>
                </Tabs>
              </section>
            </div>
          </div>
        )}
        {starting === null ? null : (
          <StartDialog
            account={account}
            zone={zone}
            direction={starting}
            onDirection={setStarting}
            onClose={() => setStarting(null)}
          />
        )}
        <DecisionDialog
          asked={dialling.asked}
          verb="Dial"
          onWhy={() => askWhy({ channel: 'call', phoneId: dialledPhone })}
        />
        {whyAsked === null ? null : (
          <WhyDialog
            account={account}
            zone={zone}
            start={whyAsked}
            covered={lawForm !== null}
            onForm={setLawForm}
            onShow={showOnScreen}
            onClose={() => setWhyAsked(null)}
          />
        )}
        <LawForms form={lawForm} account={account} law={law} today={today} onForm={setLawForm} />
      </div>
    </WhyProvider>
  );
}

/** The call on this account, if one is on; and the choice of a number before one, asked for here or from a list. */
function useCallHere(accountId: number) {
  const current = useCurrentCall();
  const found = useFoundCall();
  const asked = useAskedCall(accountId);
  const [starting, setStarting] = useState<CallDirection | null>(null);
  const busy = current !== null;
  useEffect(() => {
    if (asked === null) return;
    forgetAskedCall();
    setStarting(asked.direction);
  }, [asked]);
  const start = useCallback(
    (direction: CallDirection | null) => {
      if (direction !== null && busy) return showOtherCall();
      setStarting(direction);
    },
    [busy],
  );
  const call = current !== null && found === null && current.accountId === accountId ? current : null;
  // Until it is said what becomes of a call found at the start, somebody may still be on the line.
  const known = useCallKnown();
  const waits = !known || (found !== null && found.accountId === accountId && !showsDebt(found));
  return { call, waits, starting: busy ? null : starting, setStarting: start };
}

/** Why and events may be looked at while the debt may be seen; nothing else of the account takes a key. */
function isForCall(act: WorkspaceAction['act'], call: CallInProgress): boolean {
  if (act === 'leave-field') return true;
  return (act === 'why' || act === 'record-event') && !call.wrapping && showsDebt(call);
}

function showOtherCall(): void {
  showDone('Another call is in progress. End it first; it waits above.');
}

/** Stays mounted, so that a half-filled form and a running timer outlive a look at another tab. */
function Panel({ tab, children }: { readonly tab: WorkTab; readonly children: ReactNode }) {
  return (
    <Tabs.Panel value={tab} keepMounted className="account-panel" data-panel={tab} tabIndex={-1}>
      {children}
    </Tabs.Panel>
  );
}

type AccountHeaderProps = {
  readonly account: AccountFacts;
  readonly headingRef: Ref<HTMLHeadingElement>;
  onCall(): void;
};

function AccountHeader({ account, headingRef, onCall }: AccountHeaderProps) {
  const leave = useLeave();
  const [asking, setAsking] = useState<'rename' | 'close' | null>(null);
  const close = useOnce('accounts.close');
  const reopen = useOnce('accounts.reopen');
  const { accountId, debtor } = account;
  const open = async () => {
    const result = await reopen.run({ accountId });
    if (result.ok) showDone('Account reopened.');
    else showFault(result.error);
  };
  return (
    <header className="account-header">
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        rightSection={<KeyHint keys="Esc" />}
        onClick={leave}
      >
        Back
      </Button>
      <h1 className="account-name" ref={headingRef} tabIndex={-1} title={debtor.name}>
        {debtor.name}
      </h1>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        leftSection={<IconPencil size={14} aria-hidden />}
        onClick={() => setAsking('rename')}
      >
        Rename
      </Button>
      <span className="account-number">{account.number}</span>
      <StatusWord status={account.status} />
      <span className="account-header-end">
        <Button
          leftSection={<IconPhone size={14} aria-hidden />}
          rightSection={<KeyHint keys="D" />}
          aria-keyshortcuts="D Alt+D"
          onClick={onCall}
        >
          Call…
        </Button>
        {account.closedAt === null ? (
          <Button
            variant="default"
            leftSection={<IconLock size={14} aria-hidden />}
            onClick={() => setAsking('close')}
          >
            Close account…
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconLockOpen size={14} aria-hidden />}
            loading={reopen.pending}
            onClick={() => void open()}
          >
            Reopen account
          </Button>
        )}
      </span>
      {asking === 'rename' ? <RenameDialog debtor={debtor} onClose={() => setAsking(null)} /> : null}
      {asking === 'close' ? (
        <ReasonDialog
          title="Close this account?"
          confirmLabel="Close account"
          most={200}
          suggestions={['Paid in full', 'Returned to the client', 'Not collectable', 'Entered by mistake']}
          pending={close.pending}
          fault={close.fault}
          onClose={() => setAsking(null)}
          onConfirm={async (reason) => {
            const result = await close.run({ accountId, reason });
            if (result.ok) showDone('Account closed.');
            return result;
          }}
        >
          It leaves the work lists. Its next step, open reminders and a running plan end with it and do not
          come back when it is reopened. Ledger, notes and letters stay, and it can be reopened at any time.
        </ReasonDialog>
      ) : null}
    </header>
  );
}

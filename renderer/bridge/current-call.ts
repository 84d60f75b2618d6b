/**
 * The call in progress: one at a time, whole, as it stands after every key. It is kept as a draft in the book, so that a crash, a
 * lock or a look elsewhere loses nothing of it; after a restart the window asks what is to become of it. What is on the
 * screen while it runs depends on who is on the line: until the right party is confirmed, and whenever somebody else listens,
 * nothing may show of a debt (`useDebtHidden`).
 */
import { useEffect } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { currentCallDraft } from '../../shared/contract/drafts.ts';
import { contactDecision } from '../../shared/contract/law.ts';
import { offerCalls } from '../../shared/contract/offers.ts';
import { cutCardData } from '../../shared/domain/card-number.ts';
import { contactOutcomes } from '../../shared/domain/contact.ts';
import { paymentMethods } from '../../shared/domain/ledger.ts';
import { mayShowDebt, type ScriptRun } from '../../shared/scripts/run.ts';
import { parseStored, useDraft } from './drafts.ts';

const instant = z.number();
const name = z.string().max(80);
const visit = z.strictObject({ script: name, step: name, at: instant, answer: name.nullable() });

const scriptRun = z.strictObject({
  script: name,
  step: name,
  party: z.enum(['unknown', 'right_party', 'third_party']),
  confirmedAt: instant.nullable(),
  startedAt: instant,
  path: z.array(visit).max(500),
  ticks: z.array(z.strictObject({ script: name, step: name, tick: name, at: instant })).max(500),
  exit: z.strictObject({ id: name, outcome: z.enum(contactOutcomes), at: instant }).nullable(),
}) satisfies z.ZodType<ScriptRun>;

/** Wider than any field takes: a text too long for its field must not cost the whole call. */
const typed = z.string().max(20_000);

/** An offer taken over from the workshop, as it will be logged. */
export const takenOffer = z.strictObject({
  offer: offerCalls['offers.make'].input.omit({ accountId: true }),
  accepted: z.boolean(),
  words: z.string().max(1000),
});

export const callInProgress = z.strictObject({
  accountId: z.int().min(1),
  debtorName: z.string(),
  direction: z.enum(['out', 'in']),
  phoneId: z.int().min(1).nullable(),
  /** The number as people read it; empty for one that is not on file. */
  number: z.string(),
  /** What was said against the verdict when it began; sent again when it is kept. */
  decision: contactDecision.nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** The last key or press. */
  touchedAt: instant,
  /** Being summed up. */
  wrapping: z.boolean(),
  /** `null` without a script: then who is there is said by hand. */
  run: scriptRun.nullable(),
  /** The versions of the scripts the run went through. */
  scripts: z.array(
    z.strictObject({ code: name, origin: z.enum(['shipped', 'office']), version: z.int().min(1) }),
  ),
  /** Said by hand, without a script. */
  party: z.enum(['unknown', 'right_party', 'third_party']),
  confirmedAt: instant.nullable(),
  /** Somebody else can hear or see: everything is covered until they are gone. */
  overheard: z.boolean(),
  note: z.string().max(110_000),
  /** Chosen by hand; `null` follows from the script and what was written down. */
  outcome: z.enum(contactOutcomes).nullable(),
  /** Who answered, when it was somebody else. */
  answeredBy: typed,
  /** They were asked where the debtor can be reached; `null` follows from the script. */
  askedLocation: z.boolean().nullable(),
  /** What was left on the machine: the limited-content message as it is written, or other words. */
  limitedMessage: z.boolean(),
  otherAccountIds: z.array(z.int().min(1)).max(50),
  promise: z
    .strictObject({ amount: typed, on: typed, payer: typed, method: z.enum(['', ...paymentMethods]) })
    .nullable(),
  offers: z.array(takenOffer).max(5),
  reminder: z.strictObject({ on: typed, time: typed, text: typed }).nullable(),
  /** `null` follows the outcome. */
  nextStep: z.strictObject({ on: typed, text: typed }).nullable(),
  noNextStep: z.boolean(),
  /** Led without a script, by choice. */
  withoutScript: z.boolean(),
});
export type CallInProgress = Readonly<
  Omit<z.output<typeof callInProgress>, 'run'> & { run: ScriptRun | null }
>;

export type CallDirection = CallInProgress['direction'];

/** A call that begins now, with nothing said yet. */
export function newCall(
  begun: Pick<CallInProgress, 'accountId' | 'debtorName' | 'direction' | 'phoneId' | 'number' | 'decision'>,
  at: number,
): CallInProgress {
  return {
    ...begun,
    startedAt: at,
    endedAt: null,
    touchedAt: at,
    wrapping: false,
    run: null,
    scripts: [],
    party: 'unknown',
    confirmedAt: null,
    overheard: false,
    note: '',
    outcome: null,
    answeredBy: '',
    askedLocation: null,
    limitedMessage: true,
    otherAccountIds: [],
    promise: null,
    offers: [],
    reminder: null,
    nextStep: null,
    noNextStep: false,
    withoutScript: false,
  };
}

/** With whom the call is, by the script or by hand. */
export function partyOnLine({ run, party }: Pick<CallInProgress, 'run' | 'party'>): CallInProgress['party'] {
  return run?.party ?? party;
}

/** Whether the debt may stand on the screen. */
export function showsDebt(call: Pick<CallInProgress, 'run' | 'party' | 'overheard'>): boolean {
  return !call.overheard && mayShowDebt({ party: partyOnLine(call) });
}

type Asked = { readonly accountId: number; readonly direction: CallDirection };

type CallStore = {
  /** The draft has been read. */
  readonly known: boolean;
  readonly call: CallInProgress | null;
  /** It was found in the book at the start, and nobody has said yet what is to become of it. */
  readonly found: boolean;
  /** A call to be started as soon as its account is on the screen. */
  readonly asked: Asked | null;
};

const nobody: CallStore = { known: false, call: null, found: false, asked: null };

const useCallStore = create<CallStore>(() => nobody);

/** Begins; a call in progress must have ended before. */
export function beginCurrentCall(call: CallInProgress): void {
  useCallStore.setState({ call, found: false, asked: null });
}

/** Changes the call in progress; every change is on the disk within half a second. */
export function changeCurrentCall(change: (call: CallInProgress) => CallInProgress): void {
  const { call } = useCallStore.getState();
  if (call !== null) useCallStore.setState({ call: { ...change(call), touchedAt: Date.now() } });
}

/** What was offered or agreed in the workshop goes along with the call; a later agreement stands for the one before it. */
export function takeIntoCall(taken: z.input<typeof takenOffer>): void {
  const kept = takenOffer.parse(taken);
  changeCurrentCall((call) => ({
    ...call,
    offers: [...call.offers.filter(({ accepted }) => !(accepted && kept.accepted)), kept].slice(-5),
  }));
}

/** Kept in the book, or discarded. */
export function endCurrentCall(): void {
  useCallStore.setState({ call: null, found: false });
}

/** Goes on with a call found at the start. */
export function resumeCurrentCall(): void {
  useCallStore.setState({ found: false });
}

/** From a list: the account's screen opens the choice of numbers as soon as it stands. Go to the account after it. */
export function askForCall(accountId: number, direction: CallDirection = 'out'): void {
  useCallStore.setState({ asked: { accountId, direction } });
}

export function forgetAskedCall(): void {
  useCallStore.setState({ asked: null });
}

/** `null` while there is none. */
export function useCurrentCall(): CallInProgress | null {
  return useCallStore((state) => state.call);
}

/** A call found at the start that nobody has decided on. */
export function useFoundCall(): CallInProgress | null {
  return useCallStore((state) => (state.found ? state.call : null));
}

/** The call to be started on this account, once. */
export function useAskedCall(accountId: number): Asked | null {
  return useCallStore((state) => (state.asked?.accountId === accountId ? state.asked : null));
}

/** A call is on and the debt may not be seen: bars and headings outside the account leave sums and creditors out. */
export function useDebtHidden(): boolean {
  return useCallStore(({ call }) => hidesDebt(call));
}

/** As `useDebtHidden`, asked once. */
export function isDebtHidden(): boolean {
  return hidesDebt(useCallStore.getState().call);
}

/** Once it has ended nobody listens any more. */
function hidesDebt(call: CallInProgress | null): boolean {
  return call !== null && !call.wrapping && !showsDebt(call);
}

/** False for the moment at the start in which nobody knows yet whether a call was on. */
export function useCallKnown(): boolean {
  return useCallStore(({ known }) => known);
}

/** Said by hand who is there. `unknown` takes back what was pressed by mistake. A script that is not there to ask follows it. */
export function partySaid(call: CallInProgress, party: CallInProgress['party'], at: number): CallInProgress {
  const before = call.confirmedAt ?? call.run?.confirmedAt ?? null;
  const confirmedAt = party === 'right_party' ? (before ?? at) : party === 'unknown' ? null : before;
  const run = call.run && {
    ...call.run,
    party,
    confirmedAt: party === 'right_party' ? confirmedAt : null,
  };
  return { ...call, party, confirmedAt, run };
}

/** No full card number may rest on the disk, encrypted or not. */
function keptText(call: CallInProgress): string {
  return JSON.stringify(call, (_name, value: unknown) =>
    typeof value === 'string' ? cutCardData(value) : value,
  );
}

/** Reads and keeps the draft; mounted once with the open book. */
export function useKeepCurrentCall(): void {
  const { ready, text, setText, clear } = useDraft(currentCallDraft);
  const known = useCallStore((state) => state.known);
  useEffect(() => {
    if (!ready || known) return;
    const call = parseStored(text, callInProgress);
    useCallStore.setState({ known: true, call, found: call !== null });
  }, [ready, known, text]);
  useEffect(() => {
    if (!known) return;
    return useCallStore.subscribe(({ call }, before) => {
      if (call === before.call) return;
      if (call === null) clear();
      else setText(keptText(call));
    });
  }, [known, setText, clear]);
  // Another book has another call.
  useEffect(() => () => useCallStore.setState(nobody), []);
}

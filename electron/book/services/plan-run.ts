/**
 * Which letters a print run would hold, and of each whether it may go: those that wait, or one letter for the accounts that were chosen.
 * Asked by the dry list, and once more when the run is begun; each letter is asked about a third time when it is made.
 */
import type { DryLetter, RunSource } from '../../../shared/contract/runs.ts';
import { isDomesticCountry } from '../../../shared/domain/address.ts';
import { mostRunLetters, type RunSort } from '../../../shared/domain/print-run.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { sentenceOf } from '../../../shared/text/faults.ts';
import type { JobContext, QueryContext } from '../context.ts';
import { countList, type ListPlace, listPage } from '../store/queries/account-list.ts';
import { findDebtor } from '../store/queries/debtors.ts';
import { readLawCases } from '../store/queries/law-facts.ts';
import { findTemplate } from '../store/queries/letters.ts';
import { countWaitingLetters, findWaitingOf } from '../store/queries/print-queue.ts';
import {
  findOpenRunOfCode,
  listWaitingForRun,
  type RunAccount,
  readRunAccounts,
} from '../store/queries/print-runs.ts';
import { findLetterByCode, findTemplateCode } from '../store/queries/strategies.ts';
import { findMemberCase } from '../store/queries/strategy-members.ts';
import { turnDay } from '../store/queries/summaries.ts';
import { compose } from './letter-errands.ts';
import { type AskLetter, type LetterOutlook, makeLetterOutlook } from './letter-outlook.ts';
import { findLetterAddress } from './letter-parties.ts';
import { endOfMember } from './print-queue.ts';

/** A letter that is wished for. */
type Wanted = {
  readonly accountId: number;
  readonly templateCode: string;
  readonly template: { readonly templateId: number; readonly name: string } | null;
  readonly queueId: number | null;
  readonly memberId: number | null;
  /** Made outside of a run, and nobody noted whether it was printed. */
  readonly maybePrinted: boolean;
};

export type PlannedLetter = DryLetter & {
  readonly templateCode: string;
  readonly street: string;
};

export type RunPlan = {
  readonly letters: readonly PlannedLetter[];
  /** Letters there are besides, past the greatest length of a run. */
  readonly beyond: number;
};

/** Of accounts the rules are asked about. */
const together = 10;

type Asked = { readonly source: RunSource; readonly sort: RunSort };
type Slices = Pick<JobContext, 'cancelled' | 'progress' | 'breathe'>;

/**
 * The letters of a run in their order. `merged` makes each as far as its page, which finds what is missing for it and what the check of
 * wording stops. Returns `letter.template_not_found`, or `call.cancelled`.
 */
export async function planRun(
  context: QueryContext & Slices,
  { source, sort }: Asked,
  { merged }: { readonly merged: boolean },
): Promise<Result<RunPlan>> {
  const { store, today } = context;
  turnDay(store, today);
  const wanted = source.kind === 'waiting' ? waitingOf(context) : chosenOf(context, source);
  if (!wanted.ok) return wanted;
  const { letters: wishes, beyond } = wanted.value;
  const ask = makeLetterOutlook(context);
  const taken = new Set<number>();
  const letters: PlannedLetter[] = [];
  for (let from = 0; from < wishes.length; from += together) {
    if (context.cancelled()) return fail('call.cancelled');
    const some = wishes.slice(from, from + together);
    const accounts = readRunAccounts(
      store,
      some.map(({ accountId }) => accountId),
    );
    for (const wish of some) {
      const account = accounts.get(wish.accountId);
      if (!account) continue;
      letters.push(planned(context, wish, account, { ask, merged, taken }));
    }
    context.progress({
      phase: merged ? 'Looking which letters may go' : 'Beginning the run',
      done: Math.min(from + together, wishes.length),
      total: wishes.length,
    });
    await context.breathe();
  }
  return ok({ letters: sorted(letters, sort), beyond });
}

type Wishes = { readonly letters: readonly Wanted[]; readonly beyond: number };

function waitingOf({ store }: QueryContext): Result<Wishes> {
  const rows = listWaitingForRun(store, mostRunLetters);
  const templates = new Map<string, ReturnType<typeof findLetterByCode>>();
  const letters = rows.map(({ queueId, accountId, templateCode, memberId, letterId }): Wanted => {
    if (!templates.has(templateCode)) templates.set(templateCode, findLetterByCode(store, templateCode));
    return {
      accountId,
      templateCode,
      template: templates.get(templateCode) ?? null,
      queueId,
      memberId,
      maybePrinted: letterId !== null,
    };
  });
  const beyond =
    rows.length < mostRunLetters ? 0 : Math.max(0, countWaitingLetters(store).waiting - rows.length);
  return ok({ letters, beyond });
}

function chosenOf(
  context: QueryContext,
  source: Exclude<RunSource, { readonly kind: 'waiting' }>,
): Result<Wishes> {
  const { store } = context;
  const template = findTemplate(store, source.templateId);
  const templateCode = template && findTemplateCode(store, source.templateId);
  if (!template || templateCode === null) return fail('letter.template_not_found');
  const all = source.kind === 'accounts' ? [...new Set(source.accountIds)] : accountsOf(context, source);
  const total = source.kind === 'accounts' ? all.length : countList(store, source.filter, context).count;
  const letters = all.map((accountId): Wanted => {
    // One that waits already is that letter: printed here, it waits no more.
    const waiting = findWaitingOf(store, accountId, templateCode);
    return { accountId, templateCode, template, queueId: waiting, memberId: null, maybePrinted: false };
  });
  return ok({ letters, beyond: Math.max(0, total - all.length) });
}

/** The accounts a filter leaves, as far as a run reaches. */
function accountsOf(
  { store, today, now }: QueryContext,
  { filter }: Extract<RunSource, { readonly kind: 'view' }>,
): number[] {
  const ids: number[] = [];
  let after: ListPlace | null = null;
  do {
    const limit = Math.min(500, mostRunLetters - ids.length);
    const page: ReturnType<typeof listPage> = listPage(
      store,
      { filter, sort: 'name', descending: false, after, offset: 0, limit },
      { today, now },
    );
    ids.push(...page.rows.map(({ accountId }) => accountId));
    after = page.next;
  } while (after !== null && ids.length < mostRunLetters);
  return ids;
}

type Asking = {
  readonly ask: AskLetter;
  readonly merged: boolean;
  /** Accounts that have a letter in this run already. */
  readonly taken: Set<number>;
};

function planned(
  context: QueryContext,
  wish: Wanted,
  account: RunAccount,
  { ask, merged, taken }: Asking,
): PlannedLetter {
  const { store } = context;
  const debtor = findDebtor(store, account.debtorId);
  const address = debtor ? findLetterAddress(store, debtor) : null;
  let outlook = outlookOf(context, wish, ask, taken);
  if (outlook.mayGo && merged) outlook = outlookOfPage(context, wish);
  if (outlook.mayGo) taken.add(wish.accountId);
  return {
    accountId: wish.accountId,
    debtorName: account.debtorName,
    number: account.number,
    clientName: account.clientName,
    templateId: wish.template?.templateId ?? null,
    templateName: wish.template?.name ?? wish.templateCode,
    templateCode: wish.templateCode,
    queueId: wish.queueId,
    balanceCents: account.balanceCents,
    postalCode: address && isDomesticCountry(address.country) ? address.postalCode.trim() : '',
    street: address?.line1 ?? '',
    mayGo: outlook.mayGo,
    why: outlook.mayGo ? '' : outlook.why,
    clearsOn: outlook.mayGo ? null : outlook.clearsOn,
  };
}

const no = (why: string): LetterOutlook => ({ mayGo: false, why, clearsOn: null });

function outlookOf(
  context: QueryContext,
  { accountId, templateCode, template, memberId, maybePrinted }: Wanted,
  ask: AskLetter,
  taken: ReadonlySet<number>,
): LetterOutlook {
  const { store, today } = context;
  if (template === null) return no('This letter is not in use any more.');
  if (maybePrinted && findOpenRunOfCode(store, accountId, templateCode) === null)
    return no('It was made before, and nobody noted whether it was printed.');
  const running = findOpenRunOfCode(store, accountId, templateCode);
  if (running !== null) return no(`It is part of the print run “${running.name}” already.`);
  if (taken.has(accountId))
    return no('Another letter to this account is in this run; it can go with the next.');
  const ended = memberId === null ? null : endOfMember(store, findMemberCase(store, memberId, today));
  if (ended !== null) return no(ended);
  const found = readLawCases(store, [accountId], today)[0];
  return found ? ask(found, templateCode) : no('The account is no longer in the book.');
}

/** The page as it would be made: what is missing for it, and what the check of its wording stops. */
function outlookOfPage(context: QueryContext, { accountId, template }: Wanted): LetterOutlook {
  if (template === null) return no('This letter is not in use any more.');
  const letter = compose(context, { accountId, templateId: template.templateId });
  if (!letter.ok) return no(sentenceOf(letter.error).what);
  const stop = letter.value.findings.find(({ severity }) => severity === 'stop');
  return stop ? no(stop.why) : { mayGo: true };
}

/** By the ZIP, as the post sorts; what has none comes last. Letters to one client stand together where that is asked. */
function sorted(letters: readonly PlannedLetter[], sort: RunSort): PlannedLetter[] {
  const byZip = (a: PlannedLetter, b: PlannedLetter) =>
    compare(a.postalCode === '' ? '~' : a.postalCode, b.postalCode === '' ? '~' : b.postalCode) ||
    compare(a.street, b.street) ||
    compare(a.debtorName, b.debtorName) ||
    a.accountId - b.accountId;
  return [...letters].sort((a, b) =>
    sort === 'client' ? compare(a.clientName, b.clientName) || byZip(a, b) : byZip(a, b),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

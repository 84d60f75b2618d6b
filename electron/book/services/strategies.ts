/** What the window does with strategies: keeps them as versions, shows where accounts stand, puts one in or takes it out. */
import { daysPastDue } from '../../../shared/domain/account.ts';
import { collectorRoles } from '../../../shared/domain/law.ts';
import {
  type CheckSurroundings,
  checkStrategy,
  dueAfter,
  lawStops,
  type StrategyProblem,
} from '../../../shared/domain/strategy.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { strategyModels } from '../../../shared/templates/strategies/models.ts';
import { lawStopWords } from '../../../shared/text/strategy-words.ts';
import type { CommandHandler, QueryContext, QueryHandler } from '../context.ts';
import { findSummary } from '../store/queries/account-list.ts';
import { findAccount, listHolds } from '../store/queries/accounts.ts';
import { countWaitingByStrategy, findWaitingOfMember } from '../store/queries/print-queue.ts';
import {
  bodyOf,
  findStrategy,
  insertStrategy,
  insertStrategyVersion,
  isStrategyNameTaken,
  listLetterCodes,
  listStrategies,
  updateRemoved,
  updateStrategyName,
} from '../store/queries/strategies.ts';
import {
  countMembers,
  countStanding,
  countStuck,
  findActiveMember,
  findMember,
  insertMember,
  listMembers,
  listOnOlder,
  listSteps,
  type MemberCounts,
  updatePlace,
  updateVersion,
} from '../store/queries/strategy-members.ts';
import { officeFactsOf } from './law-facts.ts';
import { endMember, finishStep } from './strategy-members.ts';

/** Where the office collects for others, Regulation F presumes more than seven calls about a debt in seven days to harass. */
const presumedCalls = 7;

function surroundingsOf({ store }: QueryContext): CheckSurroundings {
  const { role, house } = officeFactsOf(store);
  const collector = role !== null && collectorRoles.includes(role);
  const bound = collector || house.keepsRegulationF ? presumedCalls : null;
  const limits = [bound, house.callsInSevenDays].filter((limit) => limit !== null);
  return {
    collector,
    callsInSevenDays: limits.length === 0 ? null : Math.min(...limits),
    templateCodes: listLetterCodes(store).map(({ code }) => code),
  };
}

export function problemsOf(
  context: QueryContext,
  body: Parameters<typeof checkStrategy>[0],
): StrategyProblem[] {
  return checkStrategy(body, surroundingsOf(context));
}

export const listAll: QueryHandler<'strategies.list'> = ({ store, today }) => {
  const counts = countMembers(store);
  const stuck = countStuck(store);
  const standing = countStanding(store, today);
  const letters = countWaitingByStrategy(store);
  return ok({
    strategies: listStrategies(store).map(({ versionId: _, ...strategy }) => {
      const { strategyId, version } = strategy;
      const mine = counts.filter((count) => count.strategyId === strategyId);
      const sum = (wanted: (count: MemberCounts) => boolean) =>
        mine.filter(wanted).reduce((total, { accounts }) => total + accounts, 0);
      return {
        ...strategy,
        active: sum(({ state }) => state === 'active'),
        onOlder: sum((count) => count.state === 'active' && count.version !== version),
        due: standing.get(strategyId) ?? 0,
        stuck: stuck.get(strategyId) ?? 0,
        lettersWaiting: letters.get(strategyId) ?? 0,
        finished: sum(({ state }) => state === 'finished'),
        stopped: sum(({ state }) => state === 'stopped'),
      };
    }),
  });
};

export const checkBody: QueryHandler<'strategies.check'> = (context, { body }) =>
  ok({ problems: problemsOf(context, body) });

export const listStepLetters: QueryHandler<'strategies.letters'> = ({ store }) =>
  ok({ letters: listLetterCodes(store) });

export const listModels: QueryHandler<'strategies.models'> = () =>
  ok({ models: strategyModels.map(({ code, name, body }) => ({ code, name, body })) });

export const saveStrategy: CommandHandler<'strategies.save'> = (context, { strategyId, name, body }) => {
  const { store, now, author, operationId } = context;
  const error = problemsOf(context, body).find(({ kind }) => kind === 'error');
  if (error) {
    return fail('strategy.invalid', { step: error.step === null ? 0 : error.step + 1, text: error.text });
  }
  if (isStrategyNameTaken(store, name, strategyId)) return fail('strategy.name_taken', { name });
  const before = strategyId === null ? null : findStrategy(store, strategyId);
  if (strategyId !== null && !before) return fail('strategy.not_found');
  const kept = before?.strategyId ?? insertStrategy(store, name, now);
  if (before && before.name !== name) updateStrategyName(store, kept, name, now);
  let version = before?.version ?? 0;
  if (!before || JSON.stringify(before.body) !== JSON.stringify(body)) {
    version += 1;
    insertStrategyVersion(store, { strategyId: kept, version, body, madeAt: now, author, operationId });
    if (before) updateStrategyName(store, kept, name, now);
  }
  context.changed('strategies');
  return ok({ strategyId: kept, version });
};

export const removeStrategy: CommandHandler<'strategies.remove'> = (context, { strategyId }) => {
  const strategy = findStrategy(context.store, strategyId);
  if (!strategy) return fail('strategy.not_found');
  if (!updateRemoved(context.store, strategyId, context.now))
    return fail('strategy.in_use', { name: strategy.name });
  context.changed('strategies');
  return ok({});
};

/** A command that moved a whole book would hold up everybody else. */
const movedTogether = 300;

/** Those past the end of the newest version stay where they are. */
export const moveToNewest: CommandHandler<'strategies.moveToNewest'> = (context, { strategyId, after }) => {
  const { store, today } = context;
  const strategy = findStrategy(store, strategyId);
  if (!strategy) return fail('strategy.not_found');
  let moved = 0;
  const some = listOnOlder(store, strategyId, strategy.versionId, after ?? 0, movedTogether);
  for (const member of some) {
    const next = strategy.body.steps[member.step];
    const was = bodyOf(store, member.versionId).steps[member.step];
    // A letter that waits belongs to the step it was queued by.
    if (!next || (member.dueOn === null && next.templateCode !== was?.templateCode)) continue;
    updateVersion(store, member.memberId, strategy.versionId);
    // What stood for a person may be another kind of step now: the book looks at it anew.
    if (member.dueOn !== null && JSON.stringify(next) !== JSON.stringify(was)) {
      const { step, dueOn } = member;
      const lookOn = dueOn < today ? today : dueOn;
      updatePlace(store, member.memberId, { step, dueOn, lookOn, tries: 0, stuck: null });
    }
    moved += 1;
  }
  context.changed('strategies');
  return ok({ moved, next: some.length < movedTogether ? null : (some.at(-1)?.memberId ?? null) });
};

export const listStrategyMembers: QueryHandler<'strategies.members'> = ({ store }, input) => {
  const rows = listMembers(store, { ...input, limit: input.limit + 1 });
  const page = rows.slice(0, input.limit);
  return ok({
    members: page.map(({ versionId, lookOn: _, letterWaits, ...row }) => ({
      ...row,
      letterWaits: letterWaits === 1,
      kind: row.state === 'active' ? (bodyOf(store, versionId).steps[row.step]?.kind ?? null) : null,
    })),
    next: rows.length > input.limit ? (page.at(-1)?.memberId ?? null) : null,
  });
};

const mostPast = 30;

export const readStanding: QueryHandler<'strategies.ofAccount'> = ({ store }, { accountId }) => {
  const strategies = listStrategies(store);
  const mayEnter = strategies
    .filter(({ state }) => state === 'on')
    .map(({ strategyId, name }) => ({ strategyId, name }));
  const member = findActiveMember(store, accountId);
  if (!member) return ok({ standing: null, mayEnter });
  const strategy = strategies.find(({ strategyId }) => strategyId === member.strategyId);
  const { steps } = bodyOf(store, member.versionId);
  const next = steps[member.step];
  if (!strategy || !next) return ok({ standing: null, mayEnter });
  const { memberId, strategyId, enteredOn, step, dueOn, stuck } = member;
  return ok({
    standing: {
      memberId,
      strategyId,
      name: strategy.name,
      state: strategy.state,
      version: strategy.version,
      enteredOn,
      step,
      steps: steps.length,
      next,
      dueOn,
      stuck,
      letterWaits: findWaitingOfMember(store, memberId) !== null,
      past: listSteps(store, memberId, mostPast),
    },
    mayEnter,
  });
};

export const enterAccount: CommandHandler<'strategies.enter'> = (context, { strategyId, accountId }) => {
  const { store, now, today } = context;
  const strategy = findStrategy(store, strategyId);
  if (!strategy) return fail('strategy.not_found');
  const first = strategy.body.steps[0];
  if (strategy.state !== 'on' || !first) return fail('strategy.not_on', { name: strategy.name });
  const account = findAccount(store, accountId);
  const summary = findSummary(store, accountId);
  if (!account || !summary) return fail('account.not_found');
  const inside = findActiveMember(store, accountId);
  if (inside) {
    const other = findStrategy(store, inside.strategyId);
    return fail('strategy.already_in', { name: other?.name ?? '' });
  }
  const holds: readonly string[] = listHolds(store, accountId, today).map(({ kind }) => kind);
  const stop =
    account.closedAt !== null
      ? 'closed'
      : summary.balanceCents <= 0
        ? 'nothing_owed'
        : lawStops.find((kind) => holds.includes(kind));
  if (stop) return fail('strategy.kept_out', { why: lawStopWords[stop] });
  const memberId = insertMember(store, {
    versionId: strategy.versionId,
    strategyId,
    accountId,
    enteredOn: today,
    enteredAt: now,
    balanceCents: summary.balanceCents,
    daysPastDue: daysPastDue(summary.oldestDueOn, today),
    dueOn: dueAfter(today, first),
  });
  context.changed('strategies', [accountId]);
  return ok({ memberId });
};

export const leaveStrategy: CommandHandler<'strategies.leave'> = (context, { memberId, word }) => {
  const member = findMember(context.store, memberId);
  if (!member) return fail('strategy.member_not_found');
  if (member.state !== 'active') return fail('strategy.member_ended');
  endMember(context, member, 'left', word);
  context.changed('strategies', [member.accountId]);
  context.changed('letters', [member.accountId]);
  return ok({});
};

export const finishMemberStep: CommandHandler<'strategies.finishStep'> = (
  context,
  { memberId, step, outcome, word },
) => {
  const member = findMember(context.store, memberId);
  if (!member) return fail('strategy.member_not_found');
  if (member.state !== 'active' || member.step !== step) return fail('strategy.member_ended');
  if (outcome === 'left_out' && word === '') return fail('call.invalid_input', { field: 'word' });
  const finished = finishStep(context, memberId, outcome, { word });
  return finished.ok ? ok({}) : finished;
};

/**
 * The call desk of the sample office: goals, what is said on the telephone, reminders that repeat, notes pinned and of several
 * kinds, looks for people whose mail came back, a file, a strategy that runs, hours of training and certificates.
 */
import { createHash } from 'node:crypto';
import { addDays, type Day, instantOf, weekdayOf } from '../../../shared/domain/days.ts';
import { standardDesk } from '../../../shared/domain/desk.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { strategyModels } from '../../../shared/templates/strategies/models.ts';
import type { CommandContext } from '../context.ts';
import { findAccount, listAccountIds } from '../store/queries/accounts.ts';
import { insertAttachment } from '../store/queries/attachments.ts';
import { listAddresses } from '../store/queries/debtors.ts';
import { balanceOf } from '../store/queries/entries.ts';
import { insertNote, insertPin } from '../store/queries/notes.ts';
import { updateStrategyState } from '../store/queries/strategies.ts';
import { insertTrace } from '../store/queries/traces.ts';
import { setDeskSettings } from './desk-settings.ts';
import { ensureTemplates } from './letters.ts';
import { acceptOffer, makeOffer } from './offers.ts';
import { setReminder } from './reminders.ts';
import { setVoicemail } from './spoken.ts';
import { enterAccount, saveStrategy } from './strategies.ts';
import { logTraining, saveCertificate } from './training.ts';

export type SampleDay = (day: Day, wallTime: string) => CommandContext;

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the sample desk was refused: ${result.error.code}`);
  return result.value;
}

const noRelation = { debtorId: null, letterId: null, planId: null } as const;

/** What is kept as a file: a text, as an intake form typed over would be. */
const intake = `Intake form (sample)

Account: see the first line of the letter from the client
What was handed over: itemized statement, signed agreement, last three invoices
Asked of the client: copy of the last notice, day of the last payment
`;

function setTheDay(context: CommandContext): void {
  done(
    setDeskSettings(context, {
      ...standardDesk,
      day: { contacts: 25, conversations: 8, promises: 4, collectedCents: 120_000 },
      week: { contacts: 120, conversations: 40, promises: 18, collectedCents: 600_000 },
    }),
  );
  done(
    setVoicemail(context, {
      businessName: 'Harbor Lane',
      nameConfirmed: true,
      contactName: 'Dana Whitlock',
      callBackNumber: null,
      salutation: 'hello',
      replyTimes: { days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1020 },
      anyRepresentative: true,
    }),
  );
}

/** The next time a day of the week comes, tomorrow at the earliest. 1 Monday to 7 Sunday. */
function nextWeekday(today: Day, weekday: number): Day {
  for (let day = addDays(today, 1); ; day = addDays(day, 1)) {
    if (weekdayOf(day) === weekday) return day;
  }
}

function setSeries(context: CommandContext): void {
  const { today, zone } = context;
  const friday = nextWeekday(today, 5);
  done(
    setReminder(context, {
      ...noRelation,
      accountId: null,
      text: 'Deposit the checks of the week',
      dueAt: instantOf(friday, '15:00', zone),
      allDay: false,
      dueOn: null,
      repeat: 'FREQ=WEEKLY;BYDAY=FR',
      priority: 'normal',
    }),
  );
  done(
    setReminder(context, {
      ...noRelation,
      accountId: null,
      text: 'Remit to the clients and send the month’s report',
      dueAt: null,
      allDay: true,
      dueOn: addDays(today, 9),
      repeat: 'FREQ=MONTHLY;BYDAY=1MO',
      priority: 'high',
    }),
  );
}

function writeNotes(at: SampleDay, today: Day, accountIds: readonly number[]): void {
  const texts = [
    ['internal', 'Speaks softly and hears badly: speak slowly, and repeat sums and days.'],
    ['visit', 'Came to the office with the papers of the insurer. Copies are with the client.'],
    ['legal', 'Counsel looked at the agreement: clause 9 allows the late fee, clause 4 the interest.'],
    ['internal', 'Works nights. Best reached between two and four in the afternoon.'],
  ] as const;
  for (const [index, [kind, text]] of texts.entries()) {
    const accountId = accountIds[17 + index * 31];
    if (accountId === undefined) continue;
    const { store, now, author } = at(addDays(today, -6 - index), '11:40');
    const noteId = insertNote(store, {
      accountId,
      contactId: null,
      addendumTo: null,
      kind,
      text,
      author,
      at: now,
      importId: null,
    });
    if (kind === 'internal') insertPin(store, { noteId, accountId, at: now, author });
  }
}

/** Whoever’s mail came back was looked for. */
function lookForPeople(at: SampleDay, today: Day, accountIds: readonly number[]): void {
  const looks = [
    ['postal_service', 'Forwarding address', 'nothing', ''],
    ['directory', 'Name and former street', 'unclear', 'Two people of that name in the county'],
    ['client', 'Latest address on their file', 'found', 'They have the same street, another number'],
  ] as const;
  let look = 0;
  for (const accountId of accountIds) {
    const { store, now, author, operationId } = at(addDays(today, -3 - look), '10:05');
    const debtorId = findAccount(store, accountId)?.debtorId;
    if (debtorId === undefined || !listAddresses(store, debtorId).some(({ status }) => status === 'bad'))
      continue;
    const [source, asked, outcome, found] = looks[look % looks.length] ?? looks[0];
    insertTrace(store, {
      debtorId,
      accountId,
      source,
      triedOn: addDays(today, -3 - look),
      asked,
      outcome,
      found,
      madeAt: now,
      author,
      operationId,
    });
    look += 1;
    if (look === 5) return;
  }
}

function keepFile({ store, now, today, author, operationId }: CommandContext, accountId: number): void {
  const debtorId = findAccount(store, accountId)?.debtorId;
  if (debtorId === undefined) return;
  const content = Buffer.from(intake, 'utf8');
  insertAttachment(store, {
    accountId,
    debtorId,
    name: 'Intake form.txt',
    kind: 'agreement',
    mediaType: 'text/plain',
    onDay: today,
    description: 'What the client handed over',
    sha256: createHash('sha256').update(content).digest('hex'),
    addedAt: now,
    author,
    operationId,
    content,
  });
}

/** One strategy is on with a few accounts in it, another is a draft. */
function runStrategies(at: SampleDay, today: Day, accountIds: readonly number[]): void {
  // A strategy names its letters, which otherwise come in with the first opening.
  const first = at(addDays(today, -21), '09:00');
  ensureTemplates(first.store, first.now);
  const saved = new Map<string, number>();
  for (const code of ['broken-promise', 'small-balances']) {
    const model = strategyModels.find((one) => one.code === code);
    if (!model) continue;
    const { strategyId } = done(
      saveStrategy(at(addDays(today, -20), '16:00'), {
        strategyId: null,
        name: model.name,
        body: model.body,
      }),
    );
    saved.set(code, strategyId);
  }
  const strategyId = saved.get('broken-promise');
  if (strategyId === undefined) return;
  const { store, now } = at(addDays(today, -20), '16:05');
  updateStrategyState(store, strategyId, 'on', 20, now);
  let entered = 0;
  for (let index = 0; index < accountIds.length && entered < 9; index += 13) {
    const accountId = accountIds[index];
    if (accountId === undefined) break;
    const member = enterAccount(at(addDays(today, -entered), '08:30'), { strategyId, accountId });
    if (member.ok) entered += 1;
  }
}

/** Offers to settle for less: some are open, and one was taken. */
function offerLess(at: SampleDay, today: Day, accountIds: readonly number[]): void {
  const share = 0.65;
  let made = 0;
  for (const accountId of accountIds) {
    if (made === 4) return;
    const { balanceCents } = balanceOf(at(today, '09:00').store, accountId);
    if (balanceCents < 40_000) continue;
    const lastOn = addDays(today, 21);
    const offer = makeOffer(at(addDays(today, -2), '15:10'), {
      accountId,
      alsoAccountIds: [],
      kind: 'settlement',
      madeBy: 'office',
      countersOfferId: null,
      terms: {
        totalCents: Math.round((balanceCents * share) / 100) * 100,
        count: 1,
        frequency: 'monthly',
        firstOn: lastOn,
        secondDay: null,
        amountCents: null,
        downPayment: null,
        balloonCents: null,
        uneven: null,
        roll: 'none',
        interest: null,
      },
      settlement: { expiresOn: lastOn, onDefault: 'full_balance_less_paid' },
      override: null,
      memo: '',
    });
    // An account with a plan, or one the law keeps from being worked, gets none.
    if (!offer.ok) continue;
    made += 1;
    if (made === 1)
      done(acceptOffer(at(addDays(today, -1), '10:40'), { offerId: offer.value.offerId, override: null }));
  }
}

function train(at: SampleDay, today: Day): void {
  const entries = [
    ['course', 120, 'Regulation F: times, places and the seven calls', 40],
    ['practice', 25, 'First call, a worried debtor', 12],
    ['reading', 40, 'The office’s own letters, and what they must hold', 5],
  ] as const;
  for (const [kind, minutes, subject, daysAgo] of entries) {
    const onDay = addDays(today, -daysAgo);
    done(logTraining(at(onDay, '17:00'), { onDay, minutes, kind, subject, sheet: null }));
  }
  done(
    saveCertificate(at(addDays(today, -40), '17:10'), {
      certificateId: null,
      holder: 'Dana Whitlock',
      name: 'Certificate of a collections course',
      number: 'C-20418',
      issuedOn: addDays(today, -325),
      renewsOn: addDays(today, 40),
    }),
  );
}

/** Call it last: it works with the accounts as they stand, their summaries included. */
export function workTheDesk(at: SampleDay, today: Day): void {
  const context = at(today, '09:00');
  const accountIds = listAccountIds(context.store);
  setTheDay(at(addDays(today, -20), '15:30'));
  setSeries(context);
  writeNotes(at, today, accountIds);
  lookForPeople(at, today, accountIds);
  const first = accountIds[17];
  if (first !== undefined) keepFile(at(addDays(today, -8), '13:15'), first);
  offerLess(at, today, accountIds.slice(40));
  runStrategies(at, today, accountIds);
  train(at, today);
}

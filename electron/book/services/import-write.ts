/**
 * Writes a draft: clients, debtors, accounts, what is owed, what was paid before the import, what was said, each row marked
 * with the import it came by so that all of it can be taken back. Runs inside the one transaction of the job.
 *
 * At the end the ledger itself is asked what was posted: it must be what the draft says, kind by kind and to the cent, or everything
 * is rolled back.
 */
import type { DebtType } from '../../../shared/domain/account.ts';
import { holdOf } from '../../../shared/domain/contact.ts';
import { earliestDay } from '../../../shared/domain/days.ts';
import { type Components, type EntryKind, negative } from '../../../shared/domain/ledger.ts';
import { mostOnAccountCents } from '../../../shared/domain/money.ts';
import { readPhone } from '../../../shared/domain/phone.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext } from '../context.ts';
import { insertAccount, insertHold } from '../store/queries/accounts.ts';
import { appendAccruals, fillAccruals } from '../store/queries/accruals.ts';
import { insertContact } from '../store/queries/contacts.ts';
import {
  insertAddress,
  insertClient,
  insertDebtor,
  insertEmail,
  insertFormerName,
  insertPhone,
  listEmails,
  listPhones,
  updateDebtorName,
} from '../store/queries/debtors.ts';
import {
  type BulkEntry,
  type BulkOpenCharge,
  insertEntries,
  insertNamedApplications,
  insertOpenCharges,
} from '../store/queries/import-bulk.ts';
import { insertAlias, insertChange, moveExternal } from '../store/queries/import-changes.ts';
import { hasOnlyCharges, insertExternal } from '../store/queries/import-known.ts';
import { largestBalanceOfImport, sumEntriesOfImport } from '../store/queries/imports.ts';
import { insertIncoming } from '../store/queries/incoming.ts';
import { insertKnownFact } from '../store/queries/known-facts.ts';
import { insertNote } from '../store/queries/notes.ts';
import { refreshSummariesOfImport } from '../store/queries/summaries.ts';
import { checkRange, plainEntry } from './check-posting.ts';
import type {
  AccountDraft,
  ChangeDraft,
  ChargeDraft,
  ContactDraft,
  DebtorDraft,
  ImportDraft,
  ReliefDraft,
} from './import-drafts.ts';
import { noteText } from './import-match.ts';
import { readLedger } from './ledger-facts.ts';
import { holdImported } from './legal-events.ts';
import { type NewPrimary, newEntryId, post, postInPlace, reckon } from './post-ledger.ts';

export type WritePlan = {
  readonly importId: number;
  readonly fileName: string;
  readonly debtType: DebtType;
};

export type WriteSteps = { step(phase: string, done: number, total: number): void; cancelled(): boolean };

/** What was written, as the ledger and the tables say. */
export type Written = {
  /** The client, where the rows are all of one. */
  readonly clientId: number | null;
  readonly debtors: number;
  readonly accounts: number;
  readonly charges: number;
  readonly chargesCents: number;
  readonly payments: number;
  readonly paymentsCents: number;
};

const rowsBetweenChecks = 2000;
const chargesAtOnce = 5000;

/** What is posted to one account. */
type Work = {
  readonly charges: ChargeDraft[];
  readonly reliefs: ReliefDraft[];
  readonly changes: ChangeDraft[];
};

/** Faults: `call.cancelled`, `money.out_of_range`, `import.control_total`. */
export function writeDraft(
  context: CommandContext,
  draft: ImportDraft,
  plan: WritePlan,
  steps: WriteSteps,
): Result<Written> {
  const { store, now, today } = context;
  const { importId } = plan;
  const source = `Import: ${plan.fileName}`;
  const total = draft.debtors.length + draft.accounts.length + draft.charges.length + draft.reliefs.length;
  let done = 0;
  /** True when the user has asked to stop. */
  const advance = (): boolean => {
    done += 1;
    if (done % rowsBetweenChecks !== 0) return false;
    steps.step('Writing', done, total);
    return steps.cancelled();
  };
  const expected = new Map<EntryKind, { count: number; cents: number }>();
  const expect = (kind: EntryKind, cents: number) => {
    const sum = expected.get(kind);
    if (sum) {
      sum.count += 1;
      sum.cents += cents;
    } else expected.set(kind, { count: 1, cents });
  };

  for (const client of draft.clients) {
    const isUsed =
      draft.accounts.some((account) => account.client === client) ||
      draft.debtors.some((debtor) => debtor.client === client);
    if (client.id === null && isUsed)
      client.id = insertClient(store, {
        name: client.name,
        isOffice: client.isOffice,
        importId,
        createdAt: now,
      });
  }

  let newDebtors = 0;
  for (const debtor of draft.debtors) {
    if (advance()) return fail('call.cancelled');
    if (!debtor.known) {
      newDebtors += 1;
      debtor.id = insertDebtor(store, {
        kind: debtor.kind,
        name: debtor.name,
        reference: debtor.reference,
        importId,
        createdAt: now,
      });
      keepExternal(debtor, 'debtor', debtor.externalId, debtor.id);
    }
    writeContactData(context, debtor, importId, source);
  }

  for (const account of draft.accounts) {
    if (advance()) return fail('call.cancelled');
    account.id = insertAccount(store, {
      debtorId: idOf(account.debtor),
      clientId: idOf(account.client),
      number: account.number,
      originalCreditor: account.originalCreditor,
      debtType: account.debtType ?? plan.debtType,
      openedOn: account.openedOn,
      placedOn: account.placedOn ?? today,
      nextStepOn: null,
      nextStep: null,
      importId,
      createdAt: now,
    });
    keepExternal(account, 'account', account.externalId, account.id);
  }

  function keepExternal(
    of: { readonly client: { readonly id: number | null } },
    kind: string,
    externalId: string,
    subjectId: number,
  ): void {
    if (externalId !== '')
      insertExternal(store, { clientId: of.client.id, kind, externalId, subjectId, importId });
  }

  // An account's entries side by side: half the work for its index now, and fewer pages to read later. Rows of
  // one account keep the order of the file.
  const work = new Map<AccountDraft, Work>();
  const workOf = (account: AccountDraft): Work => {
    let own = work.get(account);
    if (!own) {
      own = { charges: [], reliefs: [], changes: [] };
      work.set(account, own);
    }
    return own;
  };
  for (const charge of draft.charges) workOf(charge.account).charges.push(charge);
  for (const relief of draft.reliefs) workOf(relief.account).reliefs.push(relief);
  for (const change of draft.changes) {
    if (change.fix.do === 'rename') rename(change, change.fix.name);
    else if (change.account !== null && change.fix.do !== 'nothing')
      workOf(change.account).changes.push(change);
  }
  const ordered = [...work].sort(([a], [b]) => idOf(a) - idOf(b));

  /**
   * New accounts with nothing but charges and what was paid of each, and those of the book that have nothing but charges: no two
   * things on them meet otherwise.
   */
  function isPlain(account: AccountDraft, { charges, reliefs, changes }: Work): boolean {
    if (
      account.known &&
      (charges.some(({ row }) => row.paidCents > 0) || !hasOnlyCharges(store, idOf(account)))
    )
      return false;
    return (
      reliefs.length === 0 &&
      changes.length === 0 &&
      charges.every(
        ({ row }) => row.paidCents <= row.amountCents && (row.paidCents === 0 || row.paidOn >= row.chargeOn),
      )
    );
  }

  /** Charges of such accounts, each with its own payment, many at a time. */
  function writePlainly(plain: readonly ChargeDraft[]): void {
    const shared = { postedAt: now, author: context.author, operationId: context.operationId, importId };
    const ids = insertEntries(
      store,
      shared,
      plain.map(({ account, row }) => ({
        ...partsOf(row),
        accountId: idOf(account),
        kind: 'charge',
        effectiveOn: row.chargeOn,
        dueOn: row.dueOn,
        reference: row.chargeReference,
        basis: basisOf(row),
        memo: row.memo,
        direction: null,
      })),
    );
    const paid: { readonly row: ChargeDraft['row']; readonly charge: number; readonly met: Components }[] =
      [];
    const payments: BulkEntry[] = [];
    const open: BulkOpenCharge[] = [];
    for (const [index, charge] of plain.entries()) {
      const { account, row } = charge;
      const entryId = ids[index];
      if (entryId === undefined) throw new Error('a charge just written has no id');
      charge.entryId = entryId;
      expect('charge', row.amountCents);
      keepExternal(account, 'charge', row.externalId, entryId);
      const openCents = row.amountCents - row.paidCents;
      const accountId = idOf(account);
      if (openCents !== 0)
        open.push({ accountId, entryId, clientId: idOf(account.client), dueOn: row.dueOn, openCents });
      if (row.paidCents === 0) continue;
      const met = spreadOver(partsOf(row), row.paidCents);
      paid.push({ row, charge: entryId, met });
      payments.push({
        ...negative(met),
        accountId,
        kind: 'payment',
        effectiveOn: row.paidOn,
        dueOn: null,
        reference: row.chargeReference,
        basis: paidBasis(row),
        memo: '',
        direction: JSON.stringify({ charges: [entryId], component: null }),
      });
      expect('payment', -row.paidCents);
    }
    const paymentIds = insertEntries(store, shared, payments);
    insertNamedApplications(
      store,
      paid.map(({ charge, met }, index) => ({
        ...met,
        entryId: paymentIds[index] ?? 0,
        chargeEntryId: charge,
      })),
    );
    insertOpenCharges(store, open);
  }

  /** Through the one way into the ledger: whatever meets what is reckoned by its rules. */
  function writeReckoned(account: AccountDraft, { charges, reliefs, changes }: Work): Result<null> {
    const accountId = idOf(account);
    const replaced = changes.flatMap(({ line, fix }) => (fix.do === 'replace' ? [{ line, ...fix }] : []));
    /** Places of new entries by the old charge they stand for. */
    const places = new Map<number, number>();
    const after: ((entryId: number) => void)[] = [];
    const make = (reversalIds: readonly number[], ledger: ReturnType<typeof readLedger>): NewPrimary[] => {
      const add: NewPrimary[] = [];
      const put = (entry: NewPrimary, then: (entryId: number) => void = () => undefined): number => {
        add.push(entry);
        after.push(then);
        return newEntryId(ledger, add.length - 1);
      };
      for (const [index, { charge, row }] of replaced.entries()) {
        if (row === null) continue;
        const key = put(
          {
            ...plainEntry,
            ...partsOf(row),
            kind: 'charge',
            // The day it counts from stays; what is put right is its sum or when it is due.
            effectiveOn: charge.on,
            dueOn: row.dueOn ?? charge.dueOn,
            reference: charge.reference,
            basis: 'Corrected by a later file',
            memo: row.memo === '' ? charge.memo : row.memo,
            restoresEntryId: reversalIds[index] ?? null,
          },
          (entryId) =>
            moveExternal(store, { importId, line: row.line, accountId, from: charge.entryId, to: entryId }),
        );
        places.set(charge.entryId, key);
        expect('charge', row.amountCents);
      }
      const keys = new Map<ChargeDraft, number>();
      for (const charge of charges) {
        const { row } = charge;
        const key = put(
          {
            ...plainEntry,
            ...partsOf(row),
            kind: 'charge',
            effectiveOn: row.chargeOn,
            dueOn: row.dueOn,
            reference: row.chargeReference,
            basis: basisOf(row),
            memo: row.memo,
          },
          (entryId) => {
            charge.entryId = entryId;
            keepExternal(account, 'charge', row.externalId, entryId);
          },
        );
        keys.set(charge, key);
        expect('charge', row.amountCents);
        if (row.paidCents === 0) continue;
        put({
          ...plainEntry,
          principalCents: -row.paidCents,
          kind: 'payment',
          effectiveOn: row.paidOn,
          reference: row.chargeReference,
          basis: paidBasis(row),
          direction: { charges: [key], component: null },
        });
        expect('payment', -row.paidCents);
      }
      const pays = changes.flatMap(({ fix }) => (fix.do === 'pay' ? [fix.relief] : []));
      for (const relief of [...reliefs, ...pays]) {
        const { charge } = relief;
        const named =
          charge === null
            ? null
            : 'account' in charge
              ? (keys.get(charge) ?? charge.entryId)
              : (places.get(charge.entryId) ?? charge.entryId);
        put(
          {
            ...plainEntry,
            principalCents: -relief.cents,
            kind: relief.kind,
            effectiveOn: relief.on,
            method: relief.method,
            reference: relief.reference,
            basis: relief.basis,
            memo: relief.memo,
            direction: named === null ? null : { charges: [named], component: null },
            ...(relief.kind === 'credit' ? { allowedBy: context.author } : {}),
          },
          (entryId) => keepExternal(account, relief.externalKind, relief.externalId, entryId),
        );
        expect(relief.kind, -relief.cents);
      }
      for (const { fix } of changes) {
        if (fix.do !== 'adjust') continue;
        put({
          ...plainEntry,
          principalCents: fix.cents,
          kind: 'adjustment',
          effectiveOn: fix.on,
          dueOn: fix.cents > 0 ? fix.on : null,
          basis: fix.basis,
          allowedBy: context.author,
        });
        expect('adjustment', fix.cents);
      }
      return add;
    };

    let entryIds: readonly number[];
    if (replaced.length > 0) {
      const takeBack = replaced.map(({ line, charge, row }) => {
        expect('reversal', -charge.cents);
        const why = row === null ? 'void in' : 'stated otherwise by';
        return { entryId: charge.entryId, reason: `Line ${line}: ${why} a later file` };
      });
      ({ entryIds } = postInPlace(context, accountId, takeBack, make, importId));
    } else {
      const ledger = readLedger(store, accountId);
      const reckoned = reckon(store, accountId, { add: make([], ledger) }, ledger);
      const range = checkRange(reckoned);
      if (!range.ok) return range;
      ({ entryIds } = post(context, reckoned, importId));
    }
    for (const [index, entryId] of entryIds.entries()) after[index]?.(entryId);
    return ok(null);
  }

  const reckoned: [AccountDraft, Work][] = [];
  const plainAccounts: number[] = [];
  const appendedTo: number[] = [];
  let plain: ChargeDraft[] = [];
  for (const one of ordered) {
    const [account, own] = one;
    if (!isPlain(account, own)) {
      reckoned.push(one);
      continue;
    }
    plainAccounts.push(idOf(account));
    if (account.known) appendedTo.push(idOf(account));
    for (const charge of own.charges) {
      if (advance()) return fail('call.cancelled');
      plain.push(charge);
    }
    // By whole accounts, so that their entries stay side by side.
    if (plain.length < chargesAtOnce) continue;
    writePlainly(plain);
    plain = [];
  }
  writePlainly(plain);
  fillAccruals(store, importId);
  const largest = Math.max(largestBalanceOfImport(store, importId), appendAccruals(store, appendedTo));
  if (largest > mostOnAccountCents) return fail('money.out_of_range');
  for (const [account, own] of reckoned) {
    if (advance()) return fail('call.cancelled');
    const written = writeReckoned(account, own);
    if (!written.ok) return written;
  }
  for (const change of draft.changes) {
    if (change.fix.do !== 'nothing') keepChange(change);
  }

  for (const { line, item, client } of draft.waiting) {
    if (advance()) return fail('call.cancelled');
    insertIncoming(store, { ...item, importId, line, details: { ...item.details, clientId: client.id } });
  }
  for (const { account, row } of draft.notes) {
    if (advance()) return fail('call.cancelled');
    insertNote(store, {
      accountId: idOf(account),
      contactId: null,
      addendumTo: null,
      text: noteText(row),
      author: context.author,
      at: now,
      importId,
    });
  }
  for (const contact of draft.contacts) {
    if (advance()) return fail('call.cancelled');
    writeContact(contact);
  }

  function writeContact({ account, row, at }: ContactDraft): void {
    const accountId = idOf(account);
    const debtorId = idOf(account.debtor);
    const number = row.phone === '' ? '' : (readPhone(row.phone)?.display ?? row.phone);
    const phone =
      number === '' ? undefined : listPhones(store, debtorId).find(({ display }) => display === number);
    const email =
      row.email === ''
        ? undefined
        : listEmails(store, debtorId).find(
            ({ address }) => address.toLowerCase() === row.email.toLowerCase(),
          );
    const contactId = insertContact(store, {
      accountId,
      debtorId,
      channel: row.channel,
      direction: row.direction,
      outcome: row.outcome,
      phoneId: phone?.phoneId ?? null,
      emailId: email?.emailId ?? null,
      at,
      zone: context.zone,
      seconds: null,
      author: context.author,
      recordedAt: now,
      importId,
    });
    if (row.text !== '') {
      insertNote(store, {
        accountId,
        contactId,
        addendumTo: null,
        text: row.text,
        author: context.author,
        at: now,
        importId,
      });
    }
    const hold = holdOf(row.outcome);
    if (hold === null) return;
    insertHold(store, {
      accountId,
      kind: hold,
      reason: 'Said in a contact that came in with a file: record the event',
      source,
      fromOn: row.at.on,
      untilOn: null,
      contactId,
      createdAt: now,
    });
  }

  function rename({ debtor }: ChangeDraft, name: string): void {
    insertFormerName(store, idOf(debtor), debtor.name, now);
    updateDebtorName(store, idOf(debtor), debtor.kind, name);
  }

  function keepChange({ line, account, debtor, what, before, after }: ChangeDraft): void {
    const isName = what === 'name';
    insertChange(store, {
      importId,
      accountId: account?.id ?? null,
      debtorId: isName ? idOf(debtor) : null,
      line,
      what,
      subject: isName ? 'debtor' : 'account',
      subjectId: isName ? idOf(debtor) : (account?.id ?? 0),
      before,
      after,
    });
  }

  const inLedger = sumEntriesOfImport(store, importId);
  for (const kind of new Set([...expected.keys(), ...inLedger.keys()])) {
    const meant = expected.get(kind as EntryKind) ?? { count: 0, cents: 0 };
    const written = inLedger.get(kind) ?? { count: 0, cents: 0 };
    if (meant.count !== written.count || meant.cents !== written.cents)
      return fail('import.control_total', { fileCents: meant.cents, writtenCents: written.cents });
  }
  if (steps.cancelled()) return fail('call.cancelled');
  holdImported(context, importId);
  steps.step('Bringing lists and search up to date', total, total);
  refreshSummariesOfImport(store, importId, plainAccounts);
  if (steps.cancelled()) return fail('call.cancelled');
  const charges = inLedger.get('charge') ?? { count: 0, cents: 0 };
  const payments = inLedger.get('payment') ?? { count: 0, cents: 0 };
  const ofClients = new Set(
    [...draft.accounts, ...draft.debtors, ...work.keys()].map(({ client }) => client.id),
  );
  return ok({
    clientId: ofClients.size === 1 ? ([...ofClients][0] ?? null) : null,
    debtors: newDebtors,
    accounts: draft.accounts.length,
    charges: charges.count,
    chargesCents: charges.cents,
    payments: payments.count,
    paymentsCents: -payments.cents || 0,
  });
}

function partsOf(row: ChargeDraft['row']): Components {
  const { interestCents, feesCents, costsCents } = row;
  return {
    principalCents: row.amountCents - interestCents - feesCents - costsCents,
    interestCents,
    feesCents,
    costsCents,
  };
}

/** A payment within one charge: costs, fees, interest, principal, as the ledger's own order has it. */
function spreadOver(parts: Components, cents: number): Components {
  let left = cents;
  const take = (most: number) => {
    const part = Math.min(left, most);
    left -= part;
    return part;
  };
  const costsCents = take(parts.costsCents);
  const feesCents = take(parts.feesCents);
  const interestCents = take(parts.interestCents);
  return { principalCents: left, interestCents, feesCents, costsCents };
}

function basisOf({ balanceOnly, chargeOn }: ChargeDraft['row']): string {
  return balanceOnly ? `Opening balance as of ${chargeOn}` : '';
}

function paidBasis({ paidDayKnown }: ChargeDraft['row']): string {
  return paidDayKnown
    ? 'Paid before the import'
    : 'Paid before the import; day not given, the day of the charge stands in';
}

function writeContactData(
  context: CommandContext,
  debtor: DebtorDraft,
  importId: number,
  source: string,
): void {
  const { store, today, now, author, operationId } = context;
  const debtorId = idOf(debtor);
  for (const phone of debtor.newPhones) {
    insertPhone(store, {
      debtorId,
      kind: phone.kind ?? (debtor.kind === 'business' ? 'work' : 'other'),
      status: 'unverified',
      number: phone.number,
      display: phone.display,
      source,
      sinceOn: today,
      importId,
    });
  }
  for (const address of debtor.newEmails) {
    insertEmail(store, { debtorId, address, status: 'unverified', source, sinceOn: today, importId });
  }
  for (const address of debtor.newAddresses) {
    insertAddress(store, {
      ...address,
      debtorId,
      kind: debtor.kind === 'business' ? 'work' : 'home',
      status: 'unverified',
      source,
      sinceOn: today,
      importId,
    });
  }
  if (debtor.newBirthOn !== null && debtor.newBirthOn >= earliestDay) {
    insertKnownFact(store, 'person', {
      ownerId: debtorId,
      name: 'born_on',
      value: debtor.newBirthOn,
      source,
      since: today,
      madeAt: now,
      author,
      operationId,
      importId,
    });
  }
  for (const name of debtor.aliases) insertAlias(store, { debtorId, name, source, sinceOn: today, importId });
}

function idOf(draft: { readonly id: number | null }): number {
  if (draft.id === null) throw new Error('written before what it belongs to');
  return draft.id;
}

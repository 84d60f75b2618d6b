/**
 * Writes a draft: client, debtors, accounts, charges and the payments made before the import, each row marked
 * with the import it came by so that all of it can be taken back. Runs inside the one transaction of the job.
 *
 * At the end the ledger itself is asked what was written; together with what was refused and what was there
 * before it must come to the sum of the file, to the cent, or everything is rolled back.
 */
import type { DebtType } from '../../../shared/domain/account.ts';
import { noComponents } from '../../../shared/domain/ledger.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext } from '../context.ts';
import { insertAccount } from '../store/queries/accounts.ts';
import { fillAccruals } from '../store/queries/accruals.ts';
import { insertAddress, insertDebtor, insertEmail, insertPhone } from '../store/queries/debtors.ts';
import { insertApplication, insertEntry } from '../store/queries/entries.ts';
import { sumChargesOfImport, updateImportFigures } from '../store/queries/imports.ts';
import { refreshSummariesOfImport } from '../store/queries/summaries.ts';
import type { DebtorDraft, ImportDraft } from './import-match.ts';
import { holdImported } from './legal-events.ts';
import { rederive } from './post-ledger.ts';

export type WritePlan = {
  readonly importId: number;
  readonly clientId: number;
  readonly fileName: string;
  readonly debtType: DebtType;
  readonly refused: number;
  readonly refusedCents: number;
  /** The file's own sum, added up while it was read. */
  readonly fileCents: number;
};

export type WriteSteps = { step(phase: string, done: number, total: number): void; cancelled(): boolean };

const rowsBetweenChecks = 2000;

export function writeDraft(
  context: CommandContext,
  draft: ImportDraft,
  plan: WritePlan,
  steps: WriteSteps,
): Result<null> {
  const { store, now, today } = context;
  const { importId } = plan;
  const source = `Import: ${plan.fileName}`;
  const total = draft.debtors.length + draft.accounts.length + draft.charges.length;
  let done = 0;
  /** True when the user has asked to stop. */
  const advance = (): boolean => {
    done += 1;
    if (done % rowsBetweenChecks !== 0) return false;
    steps.step('Writing', done, total);
    return steps.cancelled();
  };

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
    }
    writeContactData(context, debtor, importId, source);
  }

  for (const account of draft.accounts) {
    if (advance()) return fail('call.cancelled');
    account.id = insertAccount(store, {
      debtorId: idOf(account.debtor),
      clientId: plan.clientId,
      number: account.number,
      originalCreditor: account.originalCreditor,
      debtType: plan.debtType,
      openedOn: account.openedOn,
      placedOn: today,
      nextStepOn: null,
      nextStep: null,
      importId,
      createdAt: now,
    });
  }

  const posted = {
    ...noComponents,
    postedAt: now,
    method: null,
    author: context.author,
    reversesEntryId: null,
    operationId: context.operationId,
    importId,
  };
  // An account's entries side by side: half the work for its index now, and fewer pages to read later. Rows of
  // one account keep the order of the file.
  const charges = draft.charges.toSorted((a, b) => idOf(a.account) - idOf(b.account));
  /** Accounts whose entries are not simply charges with their own payments: what meets what must be derived. */
  const derive = new Set<number>();
  for (const { account, row } of charges) {
    if (advance()) return fail('call.cancelled');
    const accountId = idOf(account);
    const charge = insertEntry(store, {
      ...posted,
      accountId,
      kind: 'charge',
      effectiveOn: row.chargeOn,
      dueOn: row.dueOn,
      principalCents: row.amountCents,
      reference: row.chargeReference,
      basis: '',
      memo: row.memo,
    });
    if (
      account.known ||
      row.paidCents > row.amountCents ||
      (row.paidCents > 0 && row.paidOn < row.chargeOn)
    ) {
      derive.add(accountId);
    }
    if (row.paidCents === 0) continue;
    const payment = insertEntry(store, {
      ...posted,
      accountId,
      kind: 'payment',
      effectiveOn: row.paidOn,
      dueOn: null,
      principalCents: -row.paidCents,
      reference: row.chargeReference,
      basis: row.paidDayKnown
        ? 'Paid before the import'
        : 'Paid before the import; day not given, the day of the charge stands in',
      memo: '',
      direction: { charges: [charge], component: null },
    });
    insertApplication(store, {
      ...noComponents,
      entryId: payment,
      chargeEntryId: charge,
      principalCents: Math.min(row.paidCents, row.amountCents),
      rule: 'named_charge',
    });
  }

  const written = sumChargesOfImport(store, importId);
  if (
    written.count !== draft.charges.length ||
    written.cents + plan.refusedCents + draft.alreadyThereCents !== plan.fileCents
  ) {
    return fail('import.control_total', { fileCents: plan.fileCents, writtenCents: written.cents });
  }
  updateImportFigures(store, importId, {
    clientId: plan.clientId,
    debtors: newDebtors,
    accounts: draft.accounts.length,
    charges: written.count,
    chargesCents: written.cents,
    payments: draft.payments,
    paymentsCents: draft.paymentsCents,
    refused: plan.refused,
  });
  if (steps.cancelled()) return fail('call.cancelled');
  fillAccruals(store, importId);
  for (const accountId of derive) rederive(context, accountId);
  holdImported(context, importId);
  steps.step('Bringing lists and search up to date', total, total);
  refreshSummariesOfImport(store, importId);
  return steps.cancelled() ? fail('call.cancelled') : ok(null);
}

function writeContactData(
  context: CommandContext,
  debtor: DebtorDraft,
  importId: number,
  source: string,
): void {
  const { store, today } = context;
  const debtorId = idOf(debtor);
  for (const phone of debtor.newPhones) {
    insertPhone(store, {
      debtorId,
      kind: debtor.kind === 'business' ? 'work' : 'other',
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
      country: '',
      source,
      sinceOn: today,
      importId,
    });
  }
}

function idOf(draft: { readonly id: number | null }): number {
  if (draft.id === null) throw new Error('written before what it belongs to');
  return draft.id;
}

/**
 * A bank file and a remittance of the sample office: deposits that name their account, some that only name a person, one that nobody can
 * place, one that was entered by hand before, one the bank took back, one that is no debtor's.
 */
import type { ImportPlan } from '../../../shared/contract/imports.ts';
import { addDays, type Day } from '../../../shared/domain/days.ts';
import type { IncomingItem } from '../../../shared/domain/incoming/incoming.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { insertImport } from '../store/queries/imports.ts';
import { insertIncoming } from '../store/queries/incoming.ts';
import { listSampleAccounts, listSamplePayments } from '../store/queries/incoming-matches.ts';
import { setAsideReceived } from './incoming.ts';
import { postReceived } from './incoming-post.ts';
import type { SampleDay } from './sample-desk.ts';

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the money of the sample was refused: ${result.error.code}`);
  return result.value;
}

const plan: ImportPlan = {
  reading: {
    sheet: 0,
    source: 'bank.ofx',
    encoding: 'utf-8',
    delimiter: ',',
    dateOrder: 'ymd',
    headerLine: 0,
    decimal: '.',
  },
  mapping: [],
  rowKind: 'bank_line',
  clientId: null,
  clientName: '',
  debtType: 'other',
  debtorKind: 'guess',
  settledMeansPaid: false,
  openingAsOf: null,
  paidItems: 'take',
  foreignCurrency: 'refuse',
  changed: 'update',
  restoreZeros: true,
  heldAt: '',
  people: [],
  fixes: [],
  leftOut: [],
  controlCents: null,
  controlRows: null,
  profileName: '',
};

export function receiveMoney(at: SampleDay, today: Day): void {
  const context = at(today, '08:45');
  const { store, now, author } = context;
  const importOf = (fileName: string, digit: string) =>
    insertImport(store, {
      fileName,
      fileSha256: digit.repeat(64),
      plan: JSON.stringify(plan),
      importedAt: now,
      author,
    });
  const bank = importOf('checking-4417.qfx', 'b');
  let serial = 0;
  const receive = (
    daysAgo: number,
    amountCents: number,
    change: Partial<IncomingItem>,
    importId: number = bank,
  ): number => {
    serial += 1;
    const incomingId = insertIncoming(store, {
      importId,
      line: serial,
      kind: 'bank',
      heldAt: 'Checking ••4417',
      externalId: `sample-${serial}`,
      receivedOn: addDays(today, -daysAgo),
      amountCents,
      currency: 'USD',
      payer: '',
      reference: '',
      checkNumber: '',
      memo: '',
      method: '',
      details: {},
      ...change,
    });
    if (incomingId === null) throw new Error('an item of the sample came twice');
    return incomingId;
  };

  const accounts = listSampleAccounts(store, today);
  const upper = (text: string) => text.toUpperCase();
  for (const [index, account] of accounts.slice(0, 4).entries()) {
    // The account's number, as banks write it: without dashes, among words of their own.
    receive(5 - index, account.balanceCents, {
      memo: `ACH CREDIT ${upper(account.debtorName)} ${account.number.replaceAll('-', '')} PPD`,
      method: 'CREDIT',
    });
  }
  for (const [index, account] of accounts.slice(4, 7).entries()) {
    receive(4 - index, Math.min(7_500, account.balanceCents), {
      payer: upper(account.debtorName),
      memo: 'Online transfer',
      method: 'XFER',
    });
  }
  const partly = accounts[7];
  if (partly) {
    const incomingId = receive(6, 5_000, { payer: upper(partly.debtorName), memo: 'Bill pay' });
    done(
      postReceived(context, {
        incomingId,
        shares: [
          { accountId: partly.accountId, amountCents: Math.min(5_000, partly.balanceCents), charges: [] },
        ],
        method: 'online',
        named: false,
        allowOverpayment: false,
        heldPaymentId: null,
      }),
    );
  }
  const [entered, returned] = listSamplePayments(store, today);
  if (entered) {
    receive(Math.max(0, entered.daysAgo - 1), entered.amountCents, {
      memo: `DEPOSIT CHECK ${upper(entered.debtorName)}`,
      checkNumber: entered.reference.replace(/\D/g, ''),
    });
  }
  if (returned) {
    receive(0, -returned.amountCents, { memo: `RETURNED ITEM NSF ${upper(returned.debtorName)}` });
  }
  receive(2, 13_725, { memo: 'MOBILE DEPOSIT' });
  receive(3, -184_000, { payer: 'HARBOR LANE PROPERTIES', memo: 'Rent' });
  const transfer = receive(3, 500_000, { memo: 'TRANSFER FROM SAVINGS 0092' });
  done(
    setAsideReceived(context, {
      incomingIds: [transfer],
      reason: 'A transfer between our own accounts',
    }),
  );

  const patient = accounts.find(({ debtType }) => debtType === 'medical');
  if (!patient) return;
  receive(
    1,
    Math.min(4_180, patient.balanceCents),
    {
      kind: 'remittance',
      heldAt: 'Granite State Health Plan',
      payer: 'Granite State Health Plan',
      reference: 'EFT 7719034',
      memo: 'Claim 26-00417',
      details: {
        debtorName: patient.debtorName,
        facts: [
          { label: 'Patient', value: patient.debtorName },
          { label: 'Charged', value: '$96.00' },
          { label: 'Patient responsibility', value: '$25.00' },
        ],
      },
    },
    importOf('granite-state.835', 'e'),
  );
}

/** Answers of the book as the wizard sees them, with a valid default; a test states only what matters to it. */
import type { DryRun, ImportPreview, ImportTally, PersonAsked } from '../../../../shared/contract/imports.ts';

export function makePreview(part: Partial<ImportPreview> = {}): ImportPreview {
  return {
    fileName: 'open invoices.csv',
    bytes: 1000,
    fileSha256: 'a'.repeat(64),
    format: 'text',
    sheets: [{ name: '', rows: 2, hidden: false }],
    reading: {
      sheet: 0,
      source: 'table',
      encoding: 'utf-8',
      delimiter: ',',
      dateOrder: 'mdy',
      headerLine: 1,
      decimal: '.',
    },
    recognisedBy: [],
    rowKind: 'charge',
    columns: [
      { name: 'Customer', examples: ['Ana Abara'] },
      { name: 'Amount', examples: ['100.00'] },
    ],
    mapping: ['debtor_name', 'amount'],
    reasons: ['by its name', 'by its name'],
    sample: [{ line: 2, cells: ['Ana Abara', '100.00'] }],
    rows: 2,
    skipped: [],
    skippedCount: 0,
    stated: [],
    asOf: null,
    doubts: [],
    importedAt: null,
    profile: null,
    ...part,
  };
}

export function makeTally(part: Partial<ImportTally> = {}): ImportTally {
  return {
    kind: 'charge',
    currency: 'USD',
    rows: 0,
    cents: 0,
    written: 0,
    writtenCents: 0,
    changed: 0,
    changedCents: 0,
    alreadyThere: 0,
    alreadyThereCents: 0,
    refused: 0,
    refusedCents: 0,
    leftOut: 0,
    leftOutCents: 0,
    apart: 0,
    apartCents: 0,
    waiting: 0,
    waitingCents: 0,
    ...part,
  };
}

export function makeTrial(part: Partial<DryRun> = {}): DryRun {
  return {
    rows: 0,
    accepted: 0,
    refused: 0,
    refusals: [],
    doubted: 0,
    doubts: [],
    newDebtors: 0,
    knownDebtors: 0,
    newAccounts: 0,
    charges: 0,
    payments: 0,
    paymentsCents: 0,
    openCents: 0,
    alreadyThere: 0,
    fileCents: 0,
    chargesCents: 0,
    refusedCents: 0,
    alreadyThereCents: 0,
    tallies: [],
    stated: [],
    changes: [],
    changesCount: 0,
    people: [],
    peopleCount: 0,
    undecided: 0,
    ...part,
  };
}

export function makePerson(key: string, part: Partial<PersonAsked> = {}): PersonAsked {
  return {
    key,
    line: 3,
    rows: 1,
    facts: [
      { label: 'Name', value: 'Rivera, Marisol' },
      { label: 'Phone', value: '(512) 555-0101' },
    ],
    candidates: [
      {
        debtorId: 7,
        name: 'Marisol Rivera',
        score: 88,
        because: [{ text: 'the same phone', agrees: true }],
        facts: [
          { label: 'Phone', value: '512-555-0101' },
          { label: 'Account', value: '1042' },
        ],
      },
    ],
    standing: 'undecided',
    debtorId: null,
    ...part,
  };
}

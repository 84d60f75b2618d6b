/** The report of an import on paper: every figure and line of it, and what a file says stays text. */
import { describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../shared/contract/imports.ts';
import { importPlan } from '../../../../shared/contract/imports.ts';
import {
  type ImportReportFacts,
  importReportPage,
} from '../../../../shared/templates/papers/import-report-page.ts';

function facts(part: Partial<ImportReport> = {}, more: Partial<ImportReportFacts> = {}): ImportReportFacts {
  return {
    officeName: 'Harbor Lane Recovery',
    sample: false,
    printedOn: '2026-11-22',
    author: 'dana',
    fileSha256: 'f'.repeat(64),
    importedAt: '20 Nov 2026, 9:14 AM',
    undoneAt: null,
    report: {
      import: {
        importId: 1,
        fileName: 'open invoices.csv',
        importedAt: 0,
        clientName: 'Ridge Dental',
        debtors: 2,
        accounts: 2,
        charges: 3,
        chargesCents: 120_050,
        payments: 1,
        paymentsCents: 2_000,
        refused: 2,
        source: 'quickbooks.open_invoices',
        state: 'done',
        undoneAt: null,
      },
      plan: importPlan.parse({
        reading: {
          sheet: 0,
          source: 'quickbooks.open_invoices',
          encoding: 'utf-8',
          delimiter: ',',
          dateOrder: 'mdy',
          headerLine: 5,
          decimal: '.',
        },
        mapping: ['debtor_name', 'amount'],
        clientId: 1,
        clientName: '',
        debtType: 'medical',
        debtorKind: 'guess',
        settledMeansPaid: true,
      }),
      tallies: [
        {
          kind: 'charge',
          currency: 'USD',
          rows: 5,
          cents: 150_050,
          written: 3,
          writtenCents: 120_050,
          changed: 0,
          changedCents: 0,
          alreadyThere: 0,
          alreadyThereCents: 0,
          refused: 2,
          refusedCents: 30_000,
          leftOut: 0,
          leftOutCents: 0,
          apart: 0,
          apartCents: 0,
          waiting: 0,
          waitingCents: 0,
        },
      ],
      stated: [{ line: 12, label: 'TOTAL', cents: 150_050, summedCents: 150_040 }],
      changes: [],
      changesCount: 0,
      refusals: [
        { line: 7, reason: 'No sum is given.', code: 'amount_missing', column: 'Amount', value: '' },
        {
          line: 8,
          reason: 'The sum cannot be read.',
          code: 'amount_unreadable',
          column: '<b>Amount</b>',
          value: '<img src=x onerror=alert(1)>{{ 7 * 7 }}',
        },
      ],
      doubts: [],
      standing: [],
      ...part,
    },
    ...more,
  };
}

describe('the report of an import', () => {
  test('says whose it is, what it made and how its file is known again', () => {
    const page = importReportPage(facts());
    for (const words of [
      'Harbor Lane Recovery',
      'open invoices.csv',
      'QuickBooks open invoices',
      'Ridge Dental',
      '3 charges ($1,200.50)',
      '1 payment ($20.00)',
      'f'.repeat(64),
      'dana',
    ])
      expect(page).toContain(words);
  });

  test('marks a stated total that its rows do not come to', () => {
    expect(importReportPage(facts())).toContain('differs');
    const agreeing = importReportPage(
      facts({ stated: [{ line: 12, label: 'TOTAL', cents: 150_050, summedCents: 150_050 }] }),
    );
    expect(agreeing).toContain('agrees');
    expect(agreeing).not.toContain('>differs<');
  });

  test('leaves out columns of the tally in which nothing stands, but never what was refused', () => {
    const page = importReportPage(facts());
    expect(page).toContain('$300.00');
    expect(page).not.toContain('Kept apart');
  });

  test('what a file says stays text', () => {
    const page = importReportPage(facts());
    expect(page).not.toContain('<img');
    expect(page).not.toContain('{{');
    expect(page).not.toContain('<b>Amount</b>');
    expect(page).toContain('&lt;img');
  });

  test('one that was taken back says so before anything else', () => {
    const page = importReportPage(facts({}, { undoneAt: '21 Nov 2026, 4:00 PM' }));
    expect(page).toContain('Taken back on 21 Nov 2026, 4:00 PM');
    expect(page.indexOf('Taken back')).toBeLessThan(page.indexOf('open invoices.csv'));
  });

  test('says how many lines it does not list', () => {
    const page = importReportPage(
      facts({
        changes: [{ line: 3, of: 'Marisol Rivera', what: 'amount', before: '$1.00', after: '$2.00' }],
        changesCount: 1200,
      }),
    );
    expect(page).toContain('1,200');
    expect(page).toContain('And 1,199 more, not listed.');
  });
});

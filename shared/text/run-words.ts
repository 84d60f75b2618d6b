/** Words of print runs, for the window and for the cover sheet. */
import type { RunLetterState, RunSort, RunState } from '../domain/print-run.ts';

export const runSortWords: Readonly<Record<RunSort, string>> = {
  zip: 'Sorted by ZIP code.',
  envelope: 'Sorted by sheets in the envelope, then by ZIP code.',
  client: 'Sorted by client, then by ZIP code.',
};

export const runSortNames: Readonly<Record<RunSort, string>> = {
  zip: 'ZIP code',
  envelope: 'Sheets in the envelope',
  client: 'Client',
};

export const runStateWords: Readonly<Record<RunState, string>> = {
  making: 'Not all made yet',
  made: 'Ready to print',
  printing: 'At the printer',
  asked: 'Printed well?',
  settled: 'Done',
  dropped: 'Dropped',
};

export const runLetterStateWords: Readonly<Record<RunLetterState, string>> = {
  planned: 'To be made',
  left_out: 'Left out',
  made: 'Made',
  sent_to_printer: 'Sent to the printer',
  printed: 'Printed',
  spoilt: 'To be printed again',
  dropped: 'Taken out',
};

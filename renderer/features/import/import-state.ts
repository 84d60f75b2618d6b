/** Where an import stands: held outside React, so that leaving the screen loses nothing and work goes on meanwhile. */
import { create } from 'zustand';
import type { JobProgress } from '../../../shared/contract/events.ts';
import type {
  ChosenReading,
  ColumnMapping,
  DryRun,
  ImportDone,
  ImportPreview,
} from '../../../shared/contract/imports.ts';
import type { DebtType } from '../../../shared/domain/account.ts';
import type { Day } from '../../../shared/domain/days.ts';
import type { RowKind } from '../../../shared/domain/import.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import type { KeptImport } from './kept-import.ts';

export const wizardSteps = ['file', 'columns', 'choices', 'people', 'trial'] as const;
export type WizardStep = (typeof wizardSteps)[number];

export type Work = 'looking' | 'trying' | 'writing';

/** `own` is the office itself, `new` a client still to be named, a number one the book has. */
export type ClientChoice = 'own' | 'new' | number;

/** What the user decides about all rows together. */
export type Choices = {
  readonly client: ClientChoice;
  readonly clientName: string;
  readonly debtType: DebtType;
  readonly debtorKind: 'consumer' | 'business' | 'guess';
  /** `null`: as the file was recognised. */
  readonly rowKind: RowKind | null;
  readonly settledMeansPaid: boolean;
  /** `file`: the day the file says it stands for; `null`: the day each row gives. */
  readonly openingAsOf: Day | 'file' | null;
  readonly paidItems: 'leave' | 'take';
  readonly foreignCurrency: 'refuse' | 'apart';
  readonly changed: 'update' | 'list';
  readonly restoreZeros: boolean;
  /** Which bank account a statement is of that names none. */
  readonly heldAt: string;
  /** What somebody said the file holds, as typed. */
  readonly controlSum: string;
  readonly controlCount: string;
  /** Empty: the columns are not remembered. */
  readonly profileName: string;
};

/** A cell put right here; the file stays as it is. */
export type CellFix = {
  readonly line: number;
  readonly column: number;
  readonly value: string;
  /** As the file has it. */
  readonly was: string;
};

/** A row left out, with what stood against it when it was. */
export type LeftOutRow = { readonly line: number; readonly why: string; readonly value: string };

export type ImportState = {
  readonly file: { readonly fileId: string; readonly fileName: string } | null;
  readonly chosen: ChosenReading;
  readonly useProfile: boolean;
  readonly preview: ImportPreview | null;
  readonly mapping: ColumnMapping;
  /** The names of the columns the mapping was made for. */
  readonly columnNames: readonly string[];
  /** Columns whose field the user has set; their reason is no guess any more. */
  readonly touched: readonly boolean[];
  readonly choices: Choices;
  /** Who a person of the file is, by the key the dry run asked under; `null` for somebody new. */
  readonly people: Readonly<Record<string, number | null>>;
  readonly fixes: readonly CellFix[];
  readonly leftOut: readonly LeftOutRow[];
  readonly step: WizardStep;
  readonly work: Work | null;
  readonly progress: JobProgress | null;
  /** Cancel was pressed and the work has not ended yet. */
  readonly cancelling: boolean;
  readonly trial: DryRun | null;
  /** Something was changed since the trial: only what was just tried can be imported. */
  readonly stale: boolean;
  readonly done: ImportDone | null;
  readonly fault: Fault | null;
  /** An import that was under way when the book was locked or the program ended; its file has to be chosen again. */
  readonly kept: KeptImport | null;
  /** An earlier import whose report is shown. */
  readonly shownImportId: number | null;
  /** A file that came while another is in work: it is asked about first. */
  readonly waitingFile: WaitingFile | null;
};

/** What can be brought in: a file dropped, one chosen in the dialog, or a pasted table. */
export type WaitingFile = { readonly name: string; take(): Promise<void> };

export const freshChoices: Choices = {
  client: 'own',
  clientName: '',
  debtType: 'other',
  debtorKind: 'guess',
  rowKind: null,
  settledMeansPaid: true,
  openingAsOf: 'file',
  paidItems: 'take',
  foreignCurrency: 'refuse',
  changed: 'update',
  restoreZeros: true,
  heldAt: '',
  controlSum: '',
  controlCount: '',
  profileName: '',
};

export const fresh: ImportState = {
  file: null,
  chosen: {},
  useProfile: true,
  preview: null,
  mapping: [],
  columnNames: [],
  touched: [],
  choices: freshChoices,
  people: {},
  fixes: [],
  leftOut: [],
  step: 'file',
  work: null,
  progress: null,
  cancelling: false,
  trial: null,
  stale: false,
  done: null,
  fault: null,
  kept: null,
  shownImportId: null,
  waitingFile: null,
};

export const useImport = create<ImportState>()(() => fresh);

/**
 * What was set for a file, kept as a draft in the book: a lock, the end of the program or a crash costs the place in the file dialog and
 * nothing else. Main forgets which file it was, so the file is chosen again; when it is the very same, everything set for it holds.
 */
import { z } from 'zod';
import { chosenReading, columnMapping } from '../../../shared/contract/imports.ts';
import { debtTypes } from '../../../shared/domain/account.ts';
import { rowKinds } from '../../../shared/domain/import.ts';
import { parseStored } from '../../bridge/drafts.ts';
import { type ImportState, wizardSteps } from './import-state.ts';

const keptImport = z.object({
  fileName: z.string(),
  /** `null` before it was read. */
  fileSha256: z.string().nullable(),
  chosen: chosenReading,
  useProfile: z.boolean(),
  mapping: columnMapping,
  columnNames: z.array(z.string()),
  touched: z.array(z.boolean()),
  choices: z.object({
    client: z.union([z.literal('own'), z.literal('new'), z.int()]),
    clientName: z.string(),
    debtType: z.enum(debtTypes),
    debtorKind: z.enum(['consumer', 'business', 'guess']),
    rowKind: z.enum(rowKinds).nullable(),
    settledMeansPaid: z.boolean(),
    openingAsOf: z.string().nullable(),
    paidItems: z.enum(['leave', 'take']),
    foreignCurrency: z.enum(['refuse', 'apart']),
    changed: z.enum(['update', 'list']),
    restoreZeros: z.boolean(),
    heldAt: z.string().default(''),
    controlSum: z.string(),
    controlCount: z.string(),
    profileName: z.string(),
  }),
  people: z.record(z.string(), z.int().nullable()),
  fixes: z.array(z.object({ line: z.int(), column: z.int(), value: z.string(), was: z.string() })),
  leftOut: z.array(z.object({ line: z.int(), why: z.string(), value: z.string() })),
  step: z.enum(wizardSteps),
  /** When writing began, if it had: it may have ended well after the window could still be told. */
  writingSince: z.number().nullable(),
});
export type KeptImport = z.output<typeof keptImport>;

export function keptOf(state: ImportState, writingSince: number | null): KeptImport | null {
  const { file, preview } = state;
  if (file === null) return null;
  const { chosen, useProfile, mapping, columnNames, touched, choices, people, fixes, leftOut, step } = state;
  return {
    fileName: file.fileName,
    fileSha256: preview?.fileSha256 ?? null,
    chosen,
    useProfile,
    mapping: [...mapping],
    columnNames: [...columnNames],
    touched: [...touched],
    choices,
    people,
    fixes: [...fixes],
    leftOut: [...leftOut],
    step,
    writingSince,
  };
}

export function readKept(text: string): KeptImport | null {
  return parseStored(text, keptImport);
}

type Restored = Partial<
  Pick<
    ImportState,
    | 'chosen'
    | 'useProfile'
    | 'mapping'
    | 'columnNames'
    | 'touched'
    | 'choices'
    | 'people'
    | 'fixes'
    | 'leftOut'
  >
>;

/**
 * What of a kept import holds for a file that was just read. The very same file: all of it. One with the same columns, as after a
 * correction: the columns and choices, but nothing that hangs on lines. Any other: whose debts they are, as a proposal.
 */
export function restoredBy(
  kept: KeptImport,
  found: { readonly fileSha256: string; readonly columnNames: readonly string[] },
): Restored {
  const { choices, mapping, columnNames, touched, people, fixes, leftOut } = kept;
  if (kept.fileSha256 === found.fileSha256)
    return { choices, mapping, columnNames, touched, people, fixes, leftOut };
  const same =
    columnNames.length > 0 &&
    columnNames.length === found.columnNames.length &&
    columnNames.every((name, at) => name === found.columnNames[at]);
  // What somebody was told about the earlier file is no control of this one.
  const ofAnyFile = {
    ...choices,
    controlSum: '',
    controlCount: '',
    heldAt: '',
    openingAsOf: 'file' as const,
  };
  if (same) return { choices: ofAnyFile, mapping, columnNames, touched, people };
  const { client, clientName, debtType, debtorKind } = choices;
  return {
    choices: { ...ofAnyFile, rowKind: null, profileName: '', client, clientName, debtType, debtorKind },
  };
}

/** From what is set on the screen to the plan that is tried and written, and what it still lacks. Pure. */
import type { ImportPlan, ImportPreview } from '../../../shared/contract/imports.ts';
import { faultsOfMapping, type ImportField, type RowKind } from '../../../shared/domain/import.ts';
import { parseMoney } from '../../../shared/domain/money.ts';
import type { Choices, ClientChoice, ImportState, WizardStep } from './import-state.ts';
import { lackOf } from './import-words.ts';

export type PlanParts = Pick<ImportState, 'preview' | 'mapping' | 'choices' | 'people' | 'fixes' | 'leftOut'>;

/** What a row states where neither its source nor a column says so. */
export function rowKindOf({ preview, choices }: Pick<PlanParts, 'preview' | 'choices'>): RowKind {
  return choices.rowKind ?? preview?.rowKind ?? 'charge';
}

/** Everything the trial and the import need, or `null` before the file has been read. */
export function planOf(parts: PlanParts): ImportPlan | null {
  const { preview, mapping, choices, people, fixes, leftOut } = parts;
  if (!preview) return null;
  const { client, clientName, openingAsOf, profileName, controlSum, controlCount } = choices;
  const { debtType, debtorKind, settledMeansPaid, paidItems, foreignCurrency, changed, restoreZeros } =
    choices;
  return {
    debtType,
    debtorKind,
    settledMeansPaid,
    paidItems,
    foreignCurrency,
    changed,
    restoreZeros,
    heldAt: questionsOf(parts).heldAt ? choices.heldAt.trim() : '',
    controlCents: readControlSum(controlSum) ?? null,
    controlRows: readControlCount(controlCount) ?? null,
    reading: preview.reading,
    mapping: [...mapping],
    rowKind: rowKindOf(parts),
    clientId: typeof client === 'number' ? client : null,
    clientName: client === 'new' ? clientName.trim() : '',
    openingAsOf: openingAsOf === 'file' ? preview.asOf : openingAsOf,
    profileName: profileName.trim(),
    people: Object.entries(people).map(([key, debtorId]) => ({ key, debtorId })),
    fixes: fixes.map(({ line, column, value }) => ({ line, column, value })),
    leftOut: leftOut.map(({ line }) => line),
  };
}

/** `null` when nothing was typed, `undefined` when it cannot be read. */
export function readControlSum(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const sum = parseMoney(typed);
  return sum.ok ? sum.value : undefined;
}

export function readControlCount(typed: string): number | null | undefined {
  const digits = typed.trim().replaceAll(',', '');
  if (digits === '') return null;
  return /^\d{1,7}$/.test(digits) ? Number(digits) : undefined;
}

/** What a remembered profile says about the choices; the client only when the book still has it. */
export function choicesOfProfile(choices: Choices, profile: NonNullable<ImportPreview['profile']>): Choices {
  const { plan } = profile;
  const client: ClientChoice =
    typeof plan.clientId === 'number' ? plan.clientId : plan.clientName ? 'new' : choices.client;
  return {
    ...choices,
    client,
    clientName: plan.clientName ?? choices.clientName,
    debtType: plan.debtType ?? choices.debtType,
    debtorKind: plan.debtorKind ?? choices.debtorKind,
    settledMeansPaid: plan.settledMeansPaid ?? choices.settledMeansPaid,
    paidItems: plan.paidItems ?? choices.paidItems,
    foreignCurrency: plan.foreignCurrency ?? choices.foreignCurrency,
    changed: plan.changed ?? choices.changed,
    restoreZeros: plan.restoreZeros ?? choices.restoreZeros,
    profileName: profile.name,
  };
}

export type Lack = { readonly step: WizardStep; readonly text: string };

/** What keeps the file from being tried, in the order of the steps. */
export function lacksOf(parts: PlanParts): Lack[] {
  if (!parts.preview) return [];
  const { choices } = parts;
  const lacks: Lack[] = faultsOfMapping(parts.mapping, rowKindOf(parts)).map((fault) => ({
    step: 'columns',
    text: lackOf(fault),
  }));
  if (choices.client === 'new' && choices.clientName.trim() === '')
    lacks.push({ step: 'choices', text: 'Type the name of the new client.' });
  if (questionsOf(parts).heldAt && choices.heldAt.trim() === '')
    lacks.push({ step: 'choices', text: 'Say which bank account these lines are of.' });
  if (readControlSum(choices.controlSum) === undefined)
    lacks.push({ step: 'choices', text: 'The total typed for the file is not a sum.' });
  if (readControlCount(choices.controlCount) === undefined)
    lacks.push({ step: 'choices', text: 'The number of rows typed for the file is not a number.' });
  return lacks;
}

/** Which questions this file raises at all. */
export function questionsOf(parts: PlanParts): {
  readonly openingAsOf: boolean;
  readonly settledMeansPaid: boolean;
  readonly paidItems: boolean;
  readonly restoreZeros: boolean;
  readonly clientByRow: boolean;
  readonly debtTypeByRow: boolean;
  readonly debtorKindByRow: boolean;
  readonly debts: boolean;
  /** A statement that does not name its account. */
  readonly heldAt: boolean;
} {
  const has = (...fields: ImportField[]) => fields.some((field) => parts.mapping.includes(field));
  const kind = rowKindOf(parts);
  const debts = has('row_type') || kind === 'charge' || kind === 'account';
  return {
    debts,
    heldAt: kind === 'bank_line' && !has('held_at') && parts.preview?.reading.source !== 'x12.835',
    openingAsOf: debts && has('balance') && !has('amount'),
    settledMeansPaid: has('settled_on'),
    paidItems: debts && has('status', 'settled_on', 'paid_amount', 'balance'),
    restoreZeros: has('postal_code', 'city_region_postal', 'address_block'),
    clientByRow: has('client_name'),
    debtTypeByRow: has('debt_type'),
    debtorKindByRow: has('debtor_kind'),
  };
}

/** Where a script or card stands, in words: whose version is used, a draft, something to mend. */
import type { CardListRow, ScriptListRow } from '../../../../shared/contract/scripts.ts';

type Row = Pick<
  ScriptListRow | CardListRow,
  'inForce' | 'draft' | 'retired' | 'officeVersion' | 'shippedVersion' | 'faults'
>;

export function stateWords(row: Row): string {
  const used =
    row.inForce === null
      ? 'Not in use'
      : row.inForce.origin === 'shipped'
        ? 'As shipped'
        : `Yours, version ${row.inForce.version}`;
  if (row.retired) return 'Not in use';
  if (row.draft) return `Draft (calls: ${used === 'Not in use' ? 'none' : used.toLowerCase()})`;
  return used;
}

export function problemWords({ faults, warnings }: Pick<ScriptListRow, 'faults' | 'warnings'>): string {
  const parts = [
    faults === 0 ? '' : faults === 1 ? '1 to mend' : `${faults} to mend`,
    warnings === 0 ? '' : warnings === 1 ? '1 to weigh' : `${warnings} to weigh`,
  ];
  return parts.filter(Boolean).join(', ');
}

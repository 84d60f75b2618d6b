/** Whether two figures are the same: a mark and a word, never colour alone. */
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { formatDollars } from '../../../shared/domain/money.ts';

export type AgreeMarkProps = {
  readonly agrees: boolean;
  /** By how much they differ, in cents. */
  readonly byCents?: number;
  /** By how many rows they differ. */
  readonly byRows?: number;
};

export function AgreeMark({ agrees, byCents, byRows }: AgreeMarkProps) {
  const Icon = agrees ? IconCircleCheck : IconAlertTriangle;
  const by =
    byCents !== undefined
      ? ` by ${formatDollars(Math.abs(byCents))}`
      : byRows !== undefined
        ? ` by ${Math.abs(byRows).toLocaleString('en-US')}`
        : '';
  return (
    <span className="import-agree" data-agrees={agrees}>
      <Icon size={15} aria-hidden />
      {agrees ? 'agrees' : `differs${by}`}
    </span>
  );
}

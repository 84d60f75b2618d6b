/** Aging: how old what is owed is, aged from the due day of each charge. */
export const agingBuckets = [
  'not_due',
  'd1_30',
  'd31_60',
  'd61_90',
  'd91_120',
  'd121_plus',
  'no_due_day',
] as const;
export type AgingBucket = (typeof agingBuckets)[number];

/** The bucket of a charge so many days past due; 0 or less is not yet past due. */
export function bucketOf(daysPastDue: number | null): AgingBucket {
  if (daysPastDue === null) return 'no_due_day';
  if (daysPastDue <= 0) return 'not_due';
  if (daysPastDue <= 30) return 'd1_30';
  if (daysPastDue <= 60) return 'd31_60';
  if (daysPastDue <= 90) return 'd61_90';
  if (daysPastDue <= 120) return 'd91_120';
  return 'd121_plus';
}

/**
 * What the house, or one client, allows: as it is typed, and the policy it means. An empty field states nothing; a
 * client's then falls back on the house's, the house's on what every book starts with.
 */
import { z } from 'zod';
import type { Policy } from '../../../shared/contract/offers.ts';
import { applicationOrders, basisKinds } from '../../../shared/domain/ledger.ts';
import { formatCents, mostOnAccountCents, parseMoney } from '../../../shared/domain/money.ts';
import { formatShare, parseShare } from '../../../shared/domain/share.ts';
import { sentenceOf } from '../../../shared/text/faults.ts';

export const policyFields = z.strictObject({
  applicationOrder: z.enum(['', ...applicationOrders]),
  leastPayment: z.string().max(60),
  longestMonths: z.string().max(20),
  leastShare: z.string().max(20),
  mayGoBelow: z.string().max(200),
  returnedFee: z.string().max(60),
  returnedFeeBasisKind: z.enum(['', ...basisKinds]),
  returnedFeeBasis: z.string().max(400),
  graceDays: z.string().max(20),
});
export type PolicyFields = z.output<typeof policyFields>;

export function fieldsOfPolicy(policy: Policy): PolicyFields {
  const sum = (cents: number | null) => (cents === null ? '' : formatCents(cents));
  return {
    applicationOrder: policy.applicationOrder ?? '',
    leastPayment: sum(policy.leastPaymentCents),
    longestMonths: policy.longestMonths === null ? '' : String(policy.longestMonths),
    leastShare: policy.leastSettlementShare === null ? '' : formatShare(policy.leastSettlementShare),
    mayGoBelow: policy.mayGoBelow,
    returnedFee: sum(policy.returnedFeeCents),
    returnedFeeBasisKind: policy.returnedFeeBasisKind ?? '',
    returnedFeeBasis: policy.returnedFeeBasis,
    graceDays: policy.graceDays === null ? '' : String(policy.graceDays),
  };
}

/** What to set, or at each field what is wrong. A fee is refused without what allows it (12 CFR 1006.22(b)). */
export const policySchema = policyFields.transform((fields, context): Policy => {
  const refuse = (path: keyof PolicyFields, message: string): null => {
    context.addIssue({ code: 'custom', path: [path], message });
    return null;
  };
  const sum = (path: 'leastPayment' | 'returnedFee'): number | null => {
    if (fields[path].trim() === '') return null;
    const read = parseMoney(fields[path]);
    if (!read.ok) return refuse(path, wordsOf(read.error));
    if (read.value < 1) return refuse(path, 'Type a sum of at least one cent, or leave it empty.');
    return read.value > mostOnAccountCents
      ? refuse(path, 'This is more than an account can hold. Check the sum.')
      : read.value;
  };
  const whole = (path: 'longestMonths' | 'graceDays', least: number, most: number): number | null => {
    const typed = fields[path].trim();
    if (typed === '') return null;
    const number = /^\d{1,4}$/.test(typed) ? Number(typed) : -1;
    return number >= least && number <= most
      ? number
      : refuse(path, `Type a whole number from ${least} to ${most}, or leave it empty.`);
  };
  const share = fields.leastShare.trim() === '' ? null : parseShare(fields.leastShare);
  if (share !== null && !share.ok) refuse('leastShare', wordsOf(share.error));
  const returnedFeeCents = sum('returnedFee');
  const basisKind = fields.returnedFeeBasisKind === '' ? null : fields.returnedFeeBasisKind;
  const basis = fields.returnedFeeBasis.trim();
  if (returnedFeeCents !== null && basisKind === null) {
    refuse('returnedFeeBasisKind', 'Choose what allows the fee.');
  }
  if (returnedFeeCents !== null && basis === '') {
    refuse('returnedFeeBasis', 'Name the clause, statute or order that allows the fee.');
  }
  if (basis.length > 300) refuse('returnedFeeBasis', 'At most 300 characters fit here.');
  const mayGoBelow = fields.mayGoBelow.trim();
  if (mayGoBelow.length > 120) refuse('mayGoBelow', 'At most 120 characters fit here.');
  return {
    applicationOrder: fields.applicationOrder === '' ? null : fields.applicationOrder,
    leastPaymentCents: sum('leastPayment'),
    longestMonths: whole('longestMonths', 1, 600),
    leastSettlementShare: share?.ok ? share.value : null,
    mayGoBelow,
    returnedFeeCents,
    returnedFeeBasisKind: returnedFeeCents === null ? null : basisKind,
    returnedFeeBasis: returnedFeeCents === null ? '' : basis,
    graceDays: whole('graceDays', 0, 60),
  };
});

function wordsOf(fault: Parameters<typeof sentenceOf>[0]): string {
  const { what, todo } = sentenceOf(fault);
  return `${what} ${todo}`;
}

/**
 * What a validation notice must hold before it may be printed or sent: 12 CFR 1006.34(c)(2) to (4). The check takes the finished
 * notice as plain fields and names every one that is missing or wrong; nothing is filled in for it.
 */
import type { Day } from '../../domain/days.ts';
import { foldWords } from '../../domain/names.ts';
import { type Itemization, isReconciled } from './itemization.ts';
import { changedItemization, type ItemizationChoice } from './itemization-date.ts';
import { validationEnd } from './period.ts';

export type NoticeFields = {
  readonly collectorName: string;
  /** Where disputes go by mail; a vendor’s address will do. */
  readonly disputeAddress: readonly string[];
  readonly consumerName: string;
  /** The most complete version of the name the office knows, middle names and suffix included. */
  readonly fullestName: string;
  readonly consumerAddress: readonly string[];
  /** A consumer financial product or service; `null` while nobody has said. */
  readonly consumerFinancial: boolean | null;
  /** The creditor on the itemization date. */
  readonly creditorThen: string;
  /** May be shortened, if the consumer can still tell; `null` when the debt had none. */
  readonly accountNumberThen: string | null;
  readonly currentCreditor: string;
  readonly itemization: ItemizationChoice | null;
  /** The choice an earlier notice to this debtor about this debt used. */
  readonly usedBefore: ItemizationChoice | null;
  readonly table: Itemization | null;
  readonly currentAmountCents: number | null;
  /** The day it goes out. */
  readonly sentOn: Day;
  readonly endsOn: Day | null;
  readonly electronic: boolean;
  /** How to dispute and to ask for the original creditor electronically. */
  readonly disputeElectronically: string;
  /** E-SIGN consent, or part of the initial electronic communication: 1006.42(b). */
  readonly mayGoElectronically: boolean | null;
};

export type NoticeField = Exclude<keyof NoticeFields, 'fullestName' | 'usedBefore' | 'mayGoElectronically'>;

export type NoticeFault = {
  readonly code:
    | 'VALIDATION_FIELD_MISSING'
    | 'VALIDATION_NAME_INCOMPLETE'
    | 'VALIDATION_ITEMIZATION_DATE_INCONSISTENT'
    | 'VALIDATION_ITEMIZATION_NOT_EXPLAINED'
    | 'VALIDATION_END_TOO_EARLY'
    | 'ESIGN_CONSENT_REQUIRED';
  readonly field: NoticeField;
  readonly text: string;
  readonly cite: string;
};

/** Every word of the fullest name must stand in the name on the notice; an initial does not stand for the whole. */
export function isCompleteName(name: string, fullest: string): boolean {
  const has = new Set(foldWords(name).split(' '));
  return foldWords(fullest)
    .split(' ')
    .every((word) => word === '' || has.has(word));
}

function isEmpty(lines: readonly string[]): boolean {
  return lines.every((line) => line.trim() === '');
}

/** Everything to put right, in the order of the notice; empty when it may go. */
export function noticeFaults(notice: NoticeFields): readonly NoticeFault[] {
  const faults: NoticeFault[] = [];
  const missing = (field: NoticeField, text: string, cite: string) =>
    faults.push({ code: 'VALIDATION_FIELD_MISSING', field, text, cite: `12 CFR ${cite}` });

  if (notice.collectorName.trim() === '')
    missing('collectorName', 'The name of this office is missing.', '1006.34(c)(2)(i)');
  if (isEmpty(notice.disputeAddress))
    missing(
      'disputeAddress',
      'The mailing address for disputes is missing. Enter it in the letterhead, under Letters.',
      '1006.34(c)(2)(i)',
    );
  if (notice.consumerName.trim() === '')
    missing('consumerName', 'The debtor’s name is missing.', '1006.34(c)(2)(ii)');
  else if (!isCompleteName(notice.consumerName, notice.fullestName))
    faults.push({
      code: 'VALIDATION_NAME_INCOMPLETE',
      field: 'consumerName',
      text: `The notice must bear the most complete version of the name that is known: ${notice.fullestName}.`,
      cite: '12 CFR 1006.34(c)(2)(ii)',
    });
  if (isEmpty(notice.consumerAddress))
    missing('consumerAddress', 'The debtor’s mailing address is missing.', '1006.34(c)(2)(ii)');
  if (notice.consumerFinancial === null)
    missing(
      'consumerFinancial',
      'State whether the debt comes from a consumer financial product, such as a loan or a card: two items of the notice depend on it.',
      '1006.34(c)(2)(iii), (c)(3)(iv)',
    );
  else if (notice.consumerFinancial && notice.creditorThen.trim() === '')
    missing(
      'creditorThen',
      'The name of the creditor on the itemization date is missing.',
      '1006.34(c)(2)(iii)',
    );
  if (notice.accountNumberThen !== null && notice.accountNumberThen.trim() === '')
    missing(
      'accountNumberThen',
      'The account number on the itemization date is missing. If the debt had none, say so on the account.',
      '1006.34(c)(2)(iv)',
    );
  if (notice.currentCreditor.trim() === '')
    missing('currentCreditor', 'The name of the current creditor is missing.', '1006.34(c)(2)(v)');

  checkItemization(notice, missing, faults);

  if (notice.endsOn === null)
    missing('endsOn', 'The end date of the validation period is missing.', '1006.34(c)(3)(i) to (iii)');
  else if (notice.endsOn < validationEnd(notice.sentOn))
    faults.push({
      code: 'VALIDATION_END_TOO_EARLY',
      field: 'endsOn',
      text: `The end date must not be before ${validationEnd(notice.sentOn)} for a notice sent on ${notice.sentOn}.`,
      cite: '12 CFR 1006.34(b)(5)',
    });

  if (notice.electronic) {
    if (notice.disputeElectronically.trim() === '')
      missing(
        'disputeElectronically',
        'A notice sent electronically must say how to dispute and how to ask for the original creditor electronically.',
        '1006.34(c)(3)(v)',
      );
    if (notice.mayGoElectronically !== true)
      faults.push({
        code: 'ESIGN_CONSENT_REQUIRED',
        field: 'electronic',
        text: 'After the first communication a validation notice may go electronically only with the debtor’s consent under the E-SIGN Act. Send it by mail, or record the consent.',
        cite: '12 CFR 1006.42(b); 15 U.S.C. 7001(c)',
      });
  }
  return faults;
}

function checkItemization(
  notice: NoticeFields,
  missing: (field: NoticeField, text: string, cite: string) => void,
  faults: NoticeFault[],
): void {
  const { itemization, table, usedBefore } = notice;
  if (itemization === null) {
    missing('itemization', 'Choose the itemization date.', '1006.34(b)(3), (c)(2)(vi)');
    return;
  }
  const inconsistent = (field: NoticeField, text: string) =>
    faults.push({
      code: 'VALIDATION_ITEMIZATION_DATE_INCONSISTENT',
      field,
      text,
      cite: '12 CFR 1006.34(b)(3), (c)(2)(vi) to (viii)',
    });
  const changed = usedBefore === null ? null : changedItemization(usedBefore, itemization);
  if (changed !== null) inconsistent('itemization', changed);
  if (table === null) {
    missing('table', 'The itemization of the debt is missing.', '1006.34(c)(2)(vii), (viii)');
    return;
  }
  if (table.itemizationOn !== itemization.on)
    inconsistent(
      'table',
      'The itemization was made for another day than the itemization date on the notice.',
    );
  for (const { code, text } of table.faults)
    faults.push({ code, field: 'table', text, cite: '12 CFR 1006.34(c)(2)(vii), (viii)' });
  if (table.faults.length === 0 && !isReconciled(table))
    faults.push({
      code: 'VALIDATION_ITEMIZATION_NOT_EXPLAINED',
      field: 'table',
      text: 'The itemization does not add up to what is owed now.',
      cite: '12 CFR 1006.34(c)(2)(viii), (ix)',
    });
  if (notice.currentAmountCents === null)
    missing('currentAmountCents', 'The current amount of the debt is missing.', '1006.34(c)(2)(ix)');
  else if (notice.currentAmountCents !== table.owedNowCents)
    faults.push({
      code: 'VALIDATION_ITEMIZATION_NOT_EXPLAINED',
      field: 'currentAmountCents',
      text: 'The current amount on the notice is not the total of its itemization.',
      cite: '12 CFR 1006.34(c)(2)(ix)',
    });
}

/** What a debt is, as rules of states tell debts apart. */
import type { CaseView } from '../case-view.ts';

/** The debt comes from medical care. */
export function isMedicalDebt(view: CaseView): boolean {
  return (
    view.facts.debt.type === 'medical' ||
    view.debtFact('form') === 'medical' ||
    view.debtFact('medical_service') !== null
  );
}

/** The creditor has charged it off: `null` when nobody has said. */
export function isChargedOff(view: CaseView): boolean | null {
  if (view.debtFact('charged_off_on') !== null) return true;
  const said = view.debtFact('charged_off');
  return said === null ? null : said === 'yes';
}

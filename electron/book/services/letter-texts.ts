/** The statements of law a letter can carry, filled: by id for the places a document names, and those the debtor's state asks for. */
import { isDay } from '../../../shared/domain/days.ts';
import { collectorRoles } from '../../../shared/domain/law.ts';
import { limitationAt } from '../../../shared/rules/contact/clocks/limitation-at.ts';
import { timeBarredWordings } from '../../../shared/rules/contact/clocks/time-barred-notice.ts';
import { lastReportableDay } from '../../../shared/rules/reporting/delinquency.ts';
import { isChargedOff } from '../../../shared/rules/states/debt-kind.ts';
import { reportableId } from '../../../shared/rules/wording/approvable.ts';
import { prescribedTexts } from '../../../shared/rules/wording/prescribed.ts';
import { fillBraces, stateStatementsFor } from '../../../shared/rules/wording/state-texts.ts';
import type { LetterData, LetterText } from '../../../shared/templates/letter-data.ts';
import { findApprovedWordings } from '../store/queries/approved-texts.ts';
import type { LetterSubject } from './letter-subject.ts';

type Texts = Pick<LetterData, 'texts' | 'stateTexts'> & {
  readonly approved: Readonly<Record<string, string>>;
};

/**
 * What counsel of the office approved stands in the place of what ships. A text whose wording was not found, and that nobody
 * approved, is empty: the check stops the letter for it.
 */
export function textsOf(
  subject: LetterSubject,
  fill: Readonly<Record<string, string>>,
  firstWriting: boolean,
): Texts {
  const { context, view, about, state } = subject;
  const approved = findApprovedWordings(context.store);
  const filled = (id: string, text: string | null) => fillBraces(approved[id] ?? text ?? '', fill);
  const texts: Record<string, string> = {};
  for (const { id, text } of prescribedTexts) texts[id] = filled(id, text);
  const stateTexts: LetterText[] = [];
  const statements = stateStatementsFor({
    role: view.facts.office.role,
    consumerDebt: view.isConsumerDebt,
    state,
    to: about.to,
    arrangement: about.stage === 'arrangement',
    firstWriting,
    chargedOff: isChargedOff(view),
  });
  for (const { id, title, style } of statements) {
    const text = texts[id] ?? '';
    if (text !== '') stateTexts.push({ id, title, text, style });
  }
  for (const { approvedAs, ...old } of oldDebtTexts(subject)) {
    const text = filled(approvedAs, old.text);
    texts[old.id] = text;
    if (text !== '') stateTexts.push({ ...old, text });
  }
  return { texts, stateTexts, approved };
}

type OldDebtText = LetterText & {
  /** The id counsel approves it under, which differs by whether the debt may still be reported. */
  readonly approvedAs: string;
};

/** What the places the debtor may live in have said of a debt that may be too old to sue on. */
function oldDebtTexts({ view, context, about }: LetterSubject): OldDebtText[] {
  if (!about.asksForMoney || about.to === 'client' || about.to === 'attorney' || !view.isConsumerDebt)
    return [];
  const delinquentOn = view.debtFact('delinquent_on');
  const reportable =
    delinquentOn !== null && isDay(delinquentOn) && context.today <= lastReportableDay(delinquentOn);
  return timeBarredWordings(view, limitationAt(view, context.now)).map((wording) => {
    const { id, state, style, dependsOnReporting } = wording.notice;
    return {
      id,
      approvedAs: dependsOnReporting && reportable ? reportableId(id) : id,
      title: `About the age of this debt (${state})`,
      text: ('text' in wording ? wording.text : wording.draft) ?? '',
      style,
    };
  });
}

export function isCollector({ view }: LetterSubject): boolean {
  const { role } = view.facts.office;
  return role !== null && collectorRoles.includes(role);
}

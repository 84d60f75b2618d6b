/**
 * Which prescribed statements of a state belong in a letter: by who writes, to whom, what the letter is for, and whether it is the
 * first. What every state has said (the disclosure of a debt collector) has a place of its own in each letter and is not among
 * them. Where a fact is not known that a statement depends on, the statement stands.
 */
import { collectorRoles, type OfficeRole, type StateCode } from '../../domain/law.ts';
import { type PrescribedText, prescribedTexts } from './prescribed.ts';

export type StatementCase = {
  /** `null` while the office has not said who it is. */
  readonly role: OfficeRole | null;
  readonly consumerDebt: boolean;
  readonly state: StateCode | null;
  readonly to: 'debtor' | 'attorney' | 'representative' | 'client';
  /** A plan or a settlement is offered or agreed in it. */
  readonly arrangement: boolean;
  readonly firstWriting: boolean;
  /** `null`: nobody has said. */
  readonly chargedOff: boolean | null;
};

export function stateStatementsFor(asked: StatementCase): readonly PrescribedText[] {
  const { role, state, to } = asked;
  if (state === null || !asked.consumerDebt || to === 'client' || to === 'attorney') return [];
  const isCollector = role === null || collectorRoles.includes(role);
  return prescribedTexts.filter(
    ({ states, binds, where }) =>
      states !== 'all' &&
      states.includes(state) &&
      (binds === 'anyone' || isCollector) &&
      isWanted(where, asked),
  );
}

function isWanted(where: PrescribedText['where'], asked: StatementCase): boolean {
  switch (where) {
    case 'every_writing':
      return true;
    case 'first_letter':
      return asked.firstWriting;
    case 'first_letter_charged_off':
      return asked.firstWriting && asked.chargedOff !== false;
    case 'plans_and_settlements':
      // It follows the notice of the first letter on charged-off debt as well (D.C. Code 28-3814).
      return asked.arrangement || (asked.firstWriting && asked.chargedOff !== false);
    case 'first_contact':
    case 'later_contacts':
      return false;
  }
}

/** A text with its names in braces filled; one that nothing is known for stays, so that the check finds it. */
export function fillBraces(text: string, fill: Readonly<Record<string, string>>): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(fill, name) ? fill[name] : undefined;
    return value === undefined || value === '' ? whole : value;
  });
}

/**
 * Which figures of the workshop are typed and which are worked out. Total, amount and count hang together, and so do count,
 * first and last day: three of the five are typed, the one asked for and one more follow from them.
 *
 * Typing into a figure that was worked out is an answer to another question, so the question turns by itself; nobody has
 * to choose first what is known.
 */
import { type PlanUnknown, planUnknowns } from '../../../../shared/domain/plan-terms.ts';

export type Figure = PlanUnknown;
export const figures = planUnknowns;

export type Turn = {
  /** What is wanted. */
  readonly asked: Figure;
  /** What else follows. */
  readonly second: Figure;
};

/** The figures that may follow beside the one asked for, the usual one first. */
const follow: Readonly<Record<Figure, readonly Figure[]>> = {
  amount: ['lastOn', 'count'],
  count: ['lastOn'],
  firstOn: ['amount', 'count'],
  lastOn: ['amount', 'count'],
  total: ['lastOn', 'count'],
};

export function isTyped({ asked, second }: Turn, figure: Figure): boolean {
  return figure !== asked && figure !== second;
}

/** Asks for a figure; what followed before goes on following where it can. */
export function askFor(turn: Turn, asked: Figure): Turn {
  const choices = follow[asked];
  const kept = [turn.second, turn.asked].find((figure) => choices.includes(figure));
  return { asked, second: kept ?? choices[0] ?? 'lastOn' };
}

/** Somebody typed into a figure: it is known from now on, and what it was worked out from becomes the question. */
export function typedInto(turn: Turn, figure: Figure): Turn {
  if (isTyped(turn, figure)) return turn;
  const { asked, second } = turn;
  if (figure === second) {
    const other = follow[asked].find((one) => one !== figure);
    // How many by when, of so much each, settles the total; the amount is what people mean to ask then.
    return other === undefined ? { asked: 'amount', second: 'count' } : { asked, second: other };
  }
  switch (figure) {
    case 'amount':
      return { asked: 'count', second: 'lastOn' };
    case 'count':
      return { asked: 'amount', second: 'lastOn' };
    case 'firstOn':
      return { asked: 'lastOn', second };
    case 'lastOn':
      return { asked: 'amount', second: 'count' };
    case 'total':
      return { asked: 'amount', second };
  }
}

import { describe, expect, test } from 'vitest';
import {
  askFor,
  type Figure,
  figures,
  isTyped,
  type Turn,
  typedInto,
} from '../../../../../renderer/features/account/plans/workshop-turns.ts';

const turn = (asked: Figure, second: Figure): Turn => ({ asked, second });

/** Every question that can be asked. */
const turns: Turn[] = [
  turn('amount', 'lastOn'),
  turn('amount', 'count'),
  turn('count', 'lastOn'),
  turn('firstOn', 'amount'),
  turn('firstOn', 'count'),
  turn('lastOn', 'amount'),
  turn('lastOn', 'count'),
  turn('total', 'lastOn'),
  turn('total', 'count'),
];

describe('what is typed and what is worked out', () => {
  test.each(turns)('of $asked and $second three others are typed', (now) => {
    expect(figures.filter((figure) => isTyped(now, figure))).toHaveLength(3);
  });

  test.each(turns)('a figure typed into $asked or $second is known from then on', (now) => {
    for (const figure of [now.asked, now.second]) {
      const next = typedInto(now, figure);
      expect(isTyped(next, figure)).toBe(true);
      expect(turns).toContainEqual(next);
    }
  });

  test.each(turns)(
    'asking for each figure beside $asked and $second is a question that can be asked',
    (now) => {
      for (const figure of figures) {
        const next = askFor(now, figure);
        expect(next.asked).toBe(figure);
        expect(turns).toContainEqual(next);
      }
    },
  );

  test.each([
    ['so much each instead of so many', turn('amount', 'lastOn'), 'amount', turn('count', 'lastOn')],
    ['so many instead of so much each', turn('count', 'lastOn'), 'count', turn('amount', 'lastOn')],
    ['done by a day', turn('amount', 'lastOn'), 'lastOn', turn('amount', 'count')],
    ['done by a day, whatever was typed each', turn('count', 'lastOn'), 'lastOn', turn('amount', 'count')],
    ['a typed figure turns nothing', turn('amount', 'lastOn'), 'total', turn('amount', 'lastOn')],
  ] as const)('%s', (_name, now, figure, next) => {
    expect(typedInto(now, figure)).toEqual(next);
  });
});

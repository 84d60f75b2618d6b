import { expect, it } from 'vitest';
import { latestOnly } from '../../../../renderer/features/accounts/latest-only.ts';

function steps() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const work = (input: string) => {
    begun.push(input);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  return {
    begun,
    work,
    endFirst: () => {
      ends.shift()?.();
      return new Promise((done) => setTimeout(done));
    },
  };
}

it('begins at once, one at a time, and of those that wait does only the newest', async () => {
  const { begun, work, endFirst } = steps();
  const ask = latestOnly(work);
  ask('s');
  ask('sm');
  ask('smi');
  ask('smith');
  expect(begun).toEqual(['s']);
  await endFirst();
  expect(begun).toEqual(['s', 'smith']);
  await endFirst();
  expect(begun).toEqual(['s', 'smith']);
  ask('jones');
  expect(begun).toEqual(['s', 'smith', 'jones']);
});

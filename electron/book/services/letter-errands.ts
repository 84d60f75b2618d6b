import type { ErrandHandlers } from '../errands.ts';

export const composeLetter: ErrandHandlers['letters.compose'] = () => {
  throw new Error('letters.compose is not written yet');
};

export const keepLetter: ErrandHandlers['letters.keep'] = () => {
  throw new Error('letters.keep is not written yet');
};

export const markLetter: ErrandHandlers['letters.mark'] = () => {
  throw new Error('letters.mark is not written yet');
};

export const copyLetter: ErrandHandlers['letters.copy'] = () => {
  throw new Error('letters.copy is not written yet');
};

import type { QueryHandler } from '../context.ts';

export const listTemplates: QueryHandler<'letters.templates'> = () => {
  throw new Error('letters.templates is not written yet');
};

export const listLetters: QueryHandler<'letters.list'> = () => {
  throw new Error('letters.list is not written yet');
};

export const readLetterPdf: QueryHandler<'letters.pdf'> = () => {
  throw new Error('letters.pdf is not written yet');
};

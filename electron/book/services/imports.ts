import type { CommandHandler, QueryHandler } from '../context.ts';

export const previewImport: QueryHandler<'imports.preview'> = () => {
  throw new Error('imports.preview is not written yet');
};

export const listImports: QueryHandler<'imports.list'> = () => {
  throw new Error('imports.list is not written yet');
};

export const undoImport: CommandHandler<'imports.undo'> = () => {
  throw new Error('imports.undo is not written yet');
};

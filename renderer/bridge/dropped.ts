/** Handing a dropped file to the import from another area; the app's frame, which knows the import, does it. */
import { createContext, useContext } from 'react';

type ImportDropped = (file: File) => void;

const DroppedContext = createContext<ImportDropped | null>(null);

/** Given by the frame, once. */
export const DroppedProvider = DroppedContext.Provider;

export function useImportDropped(): ImportDropped {
  const take = useContext(DroppedContext);
  if (take === null) throw new Error('a file was handed over outside the frame');
  return take;
}

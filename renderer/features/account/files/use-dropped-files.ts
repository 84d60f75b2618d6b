/**
 * Files dragged over an account and dropped on it. They are taken before the frame, which would hand them to the import. `over`
 * says that something is held above the window now.
 */
import { useEffect, useRef, useState } from 'react';
import { isCovered } from '../focus-facts.ts';

export type DroppedFiles = {
  readonly files: readonly File[];
  /** Dropped on the place made for it and not just somewhere on the screen. */
  readonly onPlace: boolean;
};

export function useDroppedFiles(take: (dropped: DroppedFiles) => void, refuse: () => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef({ take, refuse });
  latest.current = { take, refuse };
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    // Leaving one element is entering the next; only when nothing follows has the window been left.
    const dragged = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      clearTimeout(leaving);
      setOver(true);
      leaving = setTimeout(() => setOver(false), 250);
    };
    const dropped = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      clearTimeout(leaving);
      setOver(false);
      if (isCovered()) return latest.current.refuse();
      const onPlace = event.target instanceof Element && event.target.closest('[data-files-place]') !== null;
      latest.current.take({ files, onPlace });
    };
    window.addEventListener('dragover', dragged, true);
    window.addEventListener('drop', dropped, true);
    return () => {
      clearTimeout(leaving);
      window.removeEventListener('dragover', dragged, true);
      window.removeEventListener('drop', dropped, true);
    };
  }, []);
  return over;
}

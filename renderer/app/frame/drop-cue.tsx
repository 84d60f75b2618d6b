/**
 * Files dropped on any screen go to the import; an account takes its own before this sees them. While something is held above the
 * window it says so, so that nobody has to look for the right place.
 */
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { somethingAbove } from '../../components/covered.ts';
import { showDone } from '../../components/toasts.tsx';

export type DropCueProps = {
  /** The screen takes files itself: nothing is shown over it. */
  readonly own: boolean;
  take(file: File): void;
};

/** Leaving one element is entering the next; only when nothing follows has the window been left. */
const leftAfterMs = 250;

export function DropCue({ own, take }: DropCueProps) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const dragged = (event: DragEvent) => {
      event.preventDefault();
      if (!event.dataTransfer?.types.includes('Files')) return;
      clearTimeout(leaving);
      setOver(true);
      leaving = setTimeout(() => setOver(false), leftAfterMs);
    };
    const dropped = (event: DragEvent) => {
      clearTimeout(leaving);
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const file = files[0];
      if (event.defaultPrevented || !file) return;
      event.preventDefault();
      if (somethingAbove()) showDone('Finish or close what is open first, then drop the file again.');
      else if (files.length > 1) showDone('One file at a time: drop the first one alone, then the next.');
      else take(file);
    };
    window.addEventListener('dragover', dragged);
    window.addEventListener('drop', dropped);
    return () => {
      clearTimeout(leaving);
      window.removeEventListener('dragover', dragged);
      window.removeEventListener('drop', dropped);
    };
  }, [take]);
  if (!over || own) return null;
  return (
    <div className="frame-drop" role="status">
      <IconFileImport size={40} aria-hidden />
      <span>Drop the file to bring it in</span>
      <small>Nothing is written before you have seen what it would do.</small>
    </div>
  );
}

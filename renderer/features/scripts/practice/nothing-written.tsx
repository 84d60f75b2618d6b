/** Nobody may take a practice call for a real one, or a real one for practice. */
import { IconSchool } from '@tabler/icons-react';

export function NothingWritten() {
  return (
    <p className="practice-mark">
      <IconSchool size={16} aria-hidden /> Practice – nothing is written to the book. Nobody in here exists.
    </p>
  );
}

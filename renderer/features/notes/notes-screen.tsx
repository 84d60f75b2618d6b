/** Notes. */
import { PageHeader } from '../../components/page-header.tsx';

export function NotesScreen() {
  return (
    <div className="screen">
      <PageHeader title="Notes" />
    </div>
  );
}

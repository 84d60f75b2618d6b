/** Scripts. */
import { PageHeader } from '../../components/page-header.tsx';

export function ScriptsScreen() {
  return (
    <div className="screen">
      <PageHeader title="Scripts" />
    </div>
  );
}

/** Calendar. */
import { PageHeader } from '../../components/page-header.tsx';

export function CalendarScreen() {
  return (
    <div className="screen">
      <PageHeader title="Calendar" />
    </div>
  );
}

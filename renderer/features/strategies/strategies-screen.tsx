/** Strategies. */
import { PageHeader } from '../../components/page-header.tsx';

export function StrategiesScreen() {
  return (
    <div className="screen">
      <PageHeader title="Strategies" />
    </div>
  );
}

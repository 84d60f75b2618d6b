/** A mark of each kind, so that none is told by its colour alone. */
import {
  IconBell,
  IconBuildingBank,
  IconCalendarDue,
  IconCertificate,
  IconGavel,
  IconHandStop,
  IconHourglassEmpty,
  IconListCheck,
  IconRoute,
} from '@tabler/icons-react';
import type { CalendarKind } from '../../../shared/contract/calendar.ts';

const icons = {
  reminder: IconBell,
  promise: IconHandStop,
  instalment: IconCalendarDue,
  held: IconBuildingBank,
  step: IconListCheck,
  strategy: IconRoute,
  validation: IconHourglassEmpty,
  limitation: IconGavel,
  renewal: IconCertificate,
} as const satisfies Readonly<Record<CalendarKind, unknown>>;

export function KindIcon({ kind }: { readonly kind: CalendarKind }) {
  const Icon = icons[kind];
  return (
    <span aria-hidden className="calendar-kind" data-kind={kind}>
      <Icon size={13} />
    </span>
  );
}

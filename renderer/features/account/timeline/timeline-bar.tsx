/** What of the timeline is shown: kinds, this account or all of the debtor, from which day on; and its way onto paper. */
import { Button, Menu, Popover } from '@mantine/core';
import {
  IconCalendarSearch,
  IconCheck,
  IconChevronDown,
  IconPrinter,
  IconTableExport,
  IconUsers,
} from '@tabler/icons-react';
import { useState } from 'react';
import {
  type TimelineKind,
  type TimelineScope,
  timelineKinds,
} from '../../../../shared/contract/timeline.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { timelineKindWords } from '../../../../shared/text/labels.ts';
import { DayField } from '../forms/day-field.tsx';
import { dayRefusal } from '../forms/schemas.ts';
import { parseTypedDay } from '../forms/typed-day.ts';

/** Asked for most often; the others stand in the menu. */
const often: readonly TimelineKind[] = ['note', 'contact', 'entry'];

export type TimelineBarProps = {
  readonly kinds: readonly TimelineKind[];
  onKinds(kinds: readonly TimelineKind[]): void;
  readonly scope: TimelineScope;
  /** `null` where the debtor has no other account. */
  readonly onScope: ((scope: TimelineScope) => void) | null;
  readonly today: Day;
  onJump(day: Day): void;
  onPrint(): void;
  onExport(): void;
};

export function TimelineBar(props: TimelineBarProps) {
  const { kinds, onKinds, scope, onScope } = props;
  const toggle = (kind: TimelineKind) =>
    onKinds(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind]);
  const others = kinds.filter((kind) => !often.includes(kind));
  return (
    <div className="account-timeline-bar">
      <fieldset className="account-chips" aria-label="Show only">
        <button
          type="button"
          className="account-chip"
          aria-pressed={kinds.length === 0}
          onClick={() => onKinds([])}
        >
          All
        </button>
        {often.map((kind) => (
          <button
            key={kind}
            type="button"
            className="account-chip"
            aria-pressed={kinds.includes(kind)}
            onClick={() => toggle(kind)}
          >
            {timelineKindWords[kind]}
          </button>
        ))}
        <Menu position="bottom-start" closeOnItemClick={false}>
          <Menu.Target>
            <button type="button" className="account-chip" aria-pressed={others.length > 0}>
              {others.length === 0 ? 'More' : others.map((kind) => timelineKindWords[kind]).join(', ')}
              <IconChevronDown size={12} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown mah="min(70vh, 32rem)" className="account-kinds">
            {timelineKinds.map((kind) => (
              <Menu.Item
                key={kind}
                role="menuitemcheckbox"
                aria-checked={kinds.includes(kind)}
                leftSection={
                  <span className="account-check">
                    {kinds.includes(kind) ? <IconCheck size={14} aria-hidden /> : null}
                  </span>
                }
                onClick={() => toggle(kind)}
              >
                {timelineKindWords[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </fieldset>
      <div className="account-timeline-tools">
        {onScope === null ? null : (
          <button
            type="button"
            className="account-tool"
            aria-pressed={scope === 'debtor'}
            title="All accounts of this debtor in one line"
            aria-label="All accounts of this debtor"
            onClick={() => onScope(scope === 'debtor' ? 'account' : 'debtor')}
          >
            <IconUsers size={16} aria-hidden />
          </button>
        )}
        <JumpTool today={props.today} onJump={props.onJump} />
        <button
          type="button"
          className="account-tool"
          title="Print or save the contact history"
          aria-label="Contact history…"
          onClick={props.onPrint}
        >
          <IconPrinter size={16} aria-hidden />
        </button>
        <button
          type="button"
          className="account-tool"
          title="Export the timeline, contacts or ledger"
          aria-label="Export…"
          aria-keyshortcuts="Control+Shift+E"
          onClick={props.onExport}
        >
          <IconTableExport size={16} aria-hidden />
        </button>
      </div>
    </div>
  );
}

function JumpTool({ today, onJump }: Pick<TimelineBarProps, 'today' | 'onJump'>) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus withRoles>
      <Popover.Target>
        <button
          type="button"
          className="account-tool"
          title="Go to a day"
          aria-label="Go to a day…"
          onClick={() => setOpen((now) => !now)}
        >
          <IconCalendarSearch size={16} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label="Go to a day">
        <form
          className="account-jump"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const day = parseTypedDay(typed, today, 'behind');
            if (!day.ok) return setError(dayRefusal(typed));
            setOpen(false);
            setError(undefined);
            onJump(day.value);
          }}
        >
          <DayField
            label="Day"
            leaning="behind"
            today={today}
            value={typed}
            error={error}
            onChange={(text) => {
              setError(undefined);
              setTyped(text);
            }}
          />
          <Button type="submit" size="xs">
            Show
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

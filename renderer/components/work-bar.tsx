/** The bar above an account in work mode: what it is about, why it stands here, and what can be done with it. */
import './work-bar.css';
import { Badge, Button, Popover } from '@mantine/core';
import { IconCheck, IconClockPause, IconPlayerSkipForward, IconX } from '@tabler/icons-react';
import type { QueueKind } from '../../shared/domain/queue.ts';
import { todayReasonWords } from '../../shared/text/labels.ts';
import { KeyHint } from './key-hint.tsx';
import { PointsTable } from './points-table.tsx';

export type WorkBarProps = {
  readonly kind: QueueKind;
  readonly text: string;
  readonly also: readonly { readonly key: string; readonly kind: QueueKind; readonly text: string }[];
  readonly points: number;
  readonly parts: readonly { readonly words: string; readonly points: number }[];
  /** `7 of 23`. */
  readonly place: string;
  /** Something was recorded since: finishing is what comes next. */
  readonly touched: boolean;
  readonly pending: boolean;
  done(): void;
  skip(): void;
  snooze(): void;
  stop(): void;
};

export function WorkBar(props: WorkBarProps) {
  const { kind, text, also, points, parts, place, touched, pending } = props;
  return (
    <section className="work-bar" aria-label="In work">
      <span className="work-place" role="status">
        {place}
      </span>
      <Badge size="sm" variant="light" className="work-kind">
        {todayReasonWords[kind]}
      </Badge>
      <span className="work-text" title={text}>
        {text}
        {also.length === 0 ? null : (
          <span className="work-also" title={also.map((one) => one.text).join('\n')}>
            {' '}
            also: {also.map((one) => todayReasonWords[one.kind].toLowerCase()).join(', ')}
          </span>
        )}
      </span>
      <Popover position="bottom-end" withArrow trapFocus returnFocus>
        <Popover.Target>
          <Button variant="subtle" color="gray" size="compact-sm" aria-label={`Why ranked: ${points} points`}>
            {points}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <PointsTable parts={parts} points={points} />
        </Popover.Dropdown>
      </Popover>
      <span className="work-actions">
        <Button
          size="compact-sm"
          variant={touched ? 'filled' : 'default'}
          leftSection={<IconCheck size={15} aria-hidden />}
          rightSection={<KeyHint keys="X" />}
          loading={pending}
          aria-keyshortcuts="X"
          onClick={props.done}
        >
          Done, next
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlayerSkipForward size={15} aria-hidden />}
          rightSection={<KeyHint keys="K" />}
          disabled={pending}
          aria-keyshortcuts="K"
          onClick={props.skip}
        >
          Skip
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconClockPause size={15} aria-hidden />}
          rightSection={<KeyHint keys="Z" />}
          disabled={pending}
          aria-keyshortcuts="Z"
          onClick={props.snooze}
        >
          Snooze
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconX size={15} aria-hidden />}
          onClick={props.stop}
        >
          Stop
        </Button>
      </span>
    </section>
  );
}

/** A verdict as a mark and a word: may this contact be made. */
import './verdict.css';
import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClockHour4,
  IconHelpCircle,
  IconHourglass,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { VerdictOutcome } from '../../shared/domain/law.ts';
import { type ClockRow, type ClockWords, callClockWords } from '../../shared/text/call-clock-words.ts';
import { verdictWord } from '../../shared/text/law-words.ts';

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
type Tone = 'good' | 'care' | 'unclear' | 'stop' | 'later' | 'waiting';

const marks: Readonly<Record<VerdictOutcome, { readonly icon: Icon; readonly tone: Tone }>> = {
  allowed: { icon: IconCircleCheck, tone: 'good' },
  warning: { icon: IconAlertTriangle, tone: 'care' },
  undetermined: { icon: IconHelpCircle, tone: 'unclear' },
  blocked: { icon: IconBan, tone: 'stop' },
};

export type VerdictMarkProps = {
  readonly outcome: VerdictOutcome;
  /** By time alone it will be allowed: `Not now` instead of `Not allowed`. */
  readonly later?: boolean;
  /** Says something else than the outcome’s word. */
  readonly word?: string;
  readonly large?: boolean;
};

export function VerdictMark({ outcome, later = false, word, large = false }: VerdictMarkProps) {
  const { icon: Icon, tone } = marks[outcome];
  return (
    <span className="verdict-mark" data-tone={tone} data-nowrap data-large={large || undefined}>
      <Icon size={large ? 24 : 15} aria-hidden />
      {word ?? verdictWord(outcome, later)}
    </span>
  );
}

const clockMarks: Readonly<Record<ClockWords['state'], { readonly icon: Icon; readonly tone: Tone }>> = {
  now: { icon: IconCircleCheck, tone: 'good' },
  care: { icon: IconAlertTriangle, tone: 'care' },
  later: { icon: IconClockHour4, tone: 'later' },
  blocked: { icon: IconBan, tone: 'stop' },
  unclear: { icon: IconHelpCircle, tone: 'unclear' },
  waiting: { icon: IconHourglass, tone: 'waiting' },
};

export type CallClockMarkProps = {
  readonly clock: ClockRow;
  readonly now: number;
  /** The user’s zone, IANA name. */
  readonly zone: string;
};

/** The call clock of a list’s row, in one phrase. */
export function CallClockMark({ clock, now, zone }: CallClockMarkProps) {
  const { state, text } = callClockWords(clock, now, zone);
  const { icon: Icon, tone } = clockMarks[state];
  return (
    <span className="verdict-mark" data-tone={tone} data-clock={state}>
      <Icon size={14} aria-hidden />
      {text}
    </span>
  );
}

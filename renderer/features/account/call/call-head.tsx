/** The line above a call: with whom, on which number, what their clock shows, how long it has lasted, and its end. */
import { Button } from '@mantine/core';
import { IconEar, IconPhoneIncoming, IconPhoneOff, IconPhoneOutgoing } from '@tabler/icons-react';
import type { Ref } from 'react';
import { type CallInProgress, changeCurrentCall } from '../../../bridge/current-call.ts';
import { useMinute } from '../../../bridge/use-minute.ts';
import { KeyHint } from '../../../components/key-hint.tsx';
import { localTimesWords } from '../law/verdict-words.ts';
import { RunningClock } from '../panels/running-clock.tsx';

export type CallHeadProps = {
  readonly call: CallInProgress;
  /** Where the debtor may be. */
  readonly zones: readonly string[];
  readonly headingRef: Ref<HTMLHeadingElement>;
  onEnd(): void;
};

export function CallHead({ call, zones, headingRef, onEnd }: CallHeadProps) {
  const now = useMinute();
  const { direction, number, debtorName, wrapping, overheard } = call;
  const [Icon, way] =
    direction === 'out'
      ? [IconPhoneOutgoing, 'Outgoing call with']
      : [IconPhoneIncoming, 'Incoming call with'];
  return (
    <header className="call-head">
      <Icon size={20} aria-label={way} />
      <h1 className="account-name" ref={headingRef} tabIndex={-1} title={debtorName}>
        {debtorName}
      </h1>
      <span className="call-head-number">{number === '' ? 'Number not on file' : number}</span>
      {zones.length === 0 ? null : (
        <span className="call-head-clock">
          <span className="law-dim">Their time</span> {localTimesWords(zones, now)}
        </span>
      )}
      <span className="call-head-end">
        <RunningClock timer={{ startedAt: call.startedAt, endedAt: call.endedAt }} />
        {wrapping ? null : (
          <>
            <Button
              variant={overheard ? 'filled' : 'default'}
              size="compact-sm"
              aria-pressed={overheard}
              leftSection={<IconEar size={16} aria-hidden />}
              rightSection={<KeyHint keys="O" />}
              onClick={() => changeCurrentCall((one) => ({ ...one, overheard: !one.overheard }))}
            >
              Overheard
            </Button>
            <Button
              color="red"
              leftSection={<IconPhoneOff size={16} aria-hidden />}
              rightSection={<KeyHint keys="Mod+Enter" />}
              onClick={onEnd}
            >
              End call
            </Button>
          </>
        )}
      </span>
    </header>
  );
}

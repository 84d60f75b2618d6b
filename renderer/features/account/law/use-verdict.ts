/** A verdict as it stands this minute: asked again with every minute and whenever the book changes. Never kept past its time. */
import { useEffect, useRef } from 'react';
import type { Fault } from '../../../../shared/errors/result.ts';
import type { Verdict } from '../../../../shared/rules/verdict.ts';
import { useCall } from '../../../bridge/queries.ts';
import type { ActChoice } from './reach-words.ts';

export type VerdictAnswer = {
  /** `null` while it is asked, and when it cannot be had. */
  readonly verdict: Verdict | null;
  readonly fault: Fault | null;
};

export function useVerdict(
  accountId: number,
  act: ActChoice,
  minute: number,
  withNotBinding = false,
): VerdictAnswer {
  const answer = useCall('law.verdict', { accountId, act: { ...act, direction: 'out' }, withNotBinding });
  const { refetch } = answer;
  const asked = useRef(minute);
  useEffect(() => {
    if (asked.current === minute) return;
    asked.current = minute;
    void refetch();
  }, [minute, refetch]);
  const fault = answer.error?.fault ?? null;
  return { verdict: fault === null ? (answer.data?.verdict ?? null) : null, fault };
}

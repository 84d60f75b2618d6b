/**
 * The account while somebody is on the phone: the script left, what is written down in the middle, what one looks up on the
 * right. Until the right party is confirmed, and whenever somebody else listens, nothing of the debt is on the screen.
 */
import './call.css';
import { Loader } from '@mantine/core';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { ContactOutcome } from '../../../../shared/domain/contact.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import {
  type CallInProgress,
  changeCurrentCall,
  showsDebt,
  takeIntoCall,
} from '../../../bridge/current-call.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { isCovered, isTyping } from '../focus-facts.ts';
import type { LawForm } from '../law/law-form.ts';
import { CallHead } from './call-head.tsx';
import { outcomeOfCall } from './call-outcome.ts';
import { CallReference } from './call-reference.tsx';
import { CallScriptSide } from './call-script.tsx';
import { CallWriting } from './call-writing.tsx';
import { startedScript, useCallScript } from './use-call-script.ts';
import { WrapUp } from './wrap-up.tsx';

export type CallDeskProps = {
  readonly account: AccountFacts;
  readonly call: CallInProgress;
  readonly law: OutputOf<'law.account'> | null;
  readonly today: Day;
  readonly zone: string;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  onLawForm(form: LawForm): void;
  onKept(outcome: ContactOutcome): void;
};

export function CallDesk(props: CallDeskProps) {
  const { account, call, law, today, zone, headingRef } = props;
  const { accountId } = account;
  // The scripts offered when it began stay: what is kept of the call may change what fits next.
  const answer = useCall('scripts.forCall', { accountId, direction: call.direction });
  const offered = answer.data ?? null;
  const script = useCallScript(call, offered);
  const { scriptByCode } = script;
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const covered = !showsDebt(call);
  const outcome = outcomeOfCall(call, scriptByCode);

  useEffect(() => {
    if (offered === null || call.run !== null || call.withoutScript || call.party !== 'unknown') return;
    const { code } = offered.suggested;
    const first = code === null ? null : scriptByCode(code);
    if (first === null) return changeCurrentCall((now) => ({ ...now, withoutScript: true }));
    changeCurrentCall((now) => (now.run === null ? startedScript(now, offered, first, Date.now()) : now));
  }, [offered, call.run, call.withoutScript, call.party, scriptByCode]);

  const wrapUp = useCallback((chosen: ContactOutcome | null) => {
    changeCurrentCall((now) => ({
      ...now,
      wrapping: true,
      endedAt: now.endedAt ?? Date.now(),
      outcome: chosen ?? now.outcome,
    }));
  }, []);

  const { wrapping } = call;
  useEffect(() => {
    if (wrapping) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || isCovered()) return;
      const mod = event.ctrlKey || event.metaKey;
      if (event.key === 'Enter' && mod && !event.altKey) {
        event.preventDefault();
        wrapUp(null);
        return;
      }
      if (mod || event.shiftKey || (isTyping(event.target) && !event.altKey)) return;
      const letter = event.code.startsWith('Key') ? event.code.slice(3) : '';
      if (letter === 'N') noteRef.current?.focus();
      else if (letter === 'O') changeCurrentCall((now) => ({ ...now, overheard: !now.overheard }));
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [wrapping, wrapUp]);

  return (
    <div className="call-desk" data-covered={covered || undefined}>
      <CallHead call={call} zones={law?.zones ?? []} headingRef={headingRef} onEnd={() => wrapUp(null)} />
      {call.wrapping ? (
        <WrapUp
          account={account}
          call={call}
          offered={offered}
          scriptByCode={scriptByCode}
          today={today}
          zone={zone}
          onKept={props.onKept}
        />
      ) : (
        <div className="call-columns">
          {offered === null ? (
            <section className="call-column call-script" aria-label="Script">
              {answer.error ? (
                <FaultAlert fault={answer.error.fault} />
              ) : (
                <Loader size="sm" role="status" aria-label="Reading the scripts" />
              )}
            </section>
          ) : (
            <CallScriptSide call={call} offered={offered} script={script} />
          )}
          <CallWriting
            account={account}
            call={call}
            today={today}
            outcome={outcome}
            covered={covered}
            noteRef={noteRef}
            onGone={() => changeCurrentCall((now) => ({ ...now, overheard: false }))}
            onEnd={wrapUp}
          />
          {covered ? null : (
            <CallReference
              account={account}
              today={today}
              zone={zone}
              law={law}
              onLawForm={props.onLawForm}
              onTake={takeIntoCall}
            />
          )}
        </div>
      )}
    </div>
  );
}

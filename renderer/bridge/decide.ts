/**
 * Doing what the rules may stand in the way of: dialing, recording a contact, printing a letter. The book answers with a fault
 * that names the rule; the person is asked for a reason (and for calls presumed too many, what rebuts that), or says that it
 * took place all the same, and the same call goes again with the decision. What was typed for a reason is kept as a draft.
 */
import { useCallback, useRef, useState } from 'react';
import type { ContactDecision } from '../../shared/contract/law.ts';
import { cutCardData } from '../../shared/domain/card-number.ts';
import type { RebuttalFactor } from '../../shared/domain/law.ts';
import type { Fault, Result } from '../../shared/errors/result.ts';
import { useDraft } from './drafts.ts';

type DecisionAsked = {
  /** What stands in the way: `contact.blocked`, `contact.needs_reason` or `contact.needs_factor`. */
  readonly fault: Fault;
  readonly pending: boolean;
  readonly reason: string;
  readonly factor: RebuttalFactor | null;
  changeReason(reason: string): void;
  changeFactor(factor: RebuttalFactor): void;
  decide(decision: ContactDecision): void;
  /** Nothing is done; what was typed is kept. */
  leave(): void;
};

type Decide = {
  /** Sends without a decision first; resolves with the last answer, which is the fault itself when the person leaves it. */
  run<T>(send: (decision: ContactDecision | null) => Promise<Result<T>>): Promise<Result<T>>;
  /** For the dialog; `null` while nothing is asked. */
  readonly asked: DecisionAsked | null;
};

/** Whether a fault is one a decision, a fact or a later hour may answer. */
export function standsInTheWay(fault: Fault): boolean {
  return (
    fault.code === 'contact.blocked' ||
    fault.code === 'contact.needs_reason' ||
    fault.code === 'contact.needs_factor'
  );
}

type Open = { readonly fault: Fault; readonly pending: boolean };

/** `key` names the draft of the reason: `decision:dial:7`. */
export function useDecision(key: string): Decide {
  const draft = useDraft(key);
  const [open, setOpen] = useState<Open | null>(null);
  const [factor, setFactor] = useState<RebuttalFactor | null>(null);
  const answer = useRef<((decision: ContactDecision | null) => void) | null>(null);
  const { clear, setText } = draft;

  const run = useCallback(
    async <T>(send: (decision: ContactDecision | null) => Promise<Result<T>>): Promise<Result<T>> => {
      // A question left open by an earlier press gives way.
      answer.current?.(null);
      let result = await send(null);
      while (!result.ok && standsInTheWay(result.error)) {
        const { error } = result;
        setOpen({ fault: error, pending: false });
        const decision = await new Promise<ContactDecision | null>((resolve) => {
          answer.current = resolve;
        });
        answer.current = null;
        if (decision === null) break;
        setOpen({ fault: error, pending: true });
        result = await send(decision);
      }
      setOpen(null);
      if (result.ok) {
        clear();
        setFactor(null);
      }
      return result;
    },
    [clear],
  );

  return {
    run,
    asked:
      open === null
        ? null
        : {
            ...open,
            reason: draft.text,
            factor,
            changeReason: (reason) => setText(cutCardData(reason)),
            changeFactor: setFactor,
            decide: (decision) => answer.current?.(decision),
            leave: () => answer.current?.(null),
          },
  };
}

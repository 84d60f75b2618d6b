/** The verdict of the very contact that is being prepared, in one line above the button that begins it. */
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { useMinute } from '../../../bridge/use-minute.ts';
import { useWhy } from '../../../bridge/why.ts';
import { VerdictMark } from '../../../components/verdict-mark.tsx';
import type { ActChoice } from '../law/reach-words.ts';
import { useVerdict } from '../law/use-verdict.ts';
import { changeWords, comesLater } from '../law/verdict-words.ts';

export type ContactVerdictProps = {
  readonly accountId: number;
  readonly act: ActChoice;
  readonly zone: string;
};

export function ContactVerdict({ accountId, act, zone }: ContactVerdictProps) {
  const now = useMinute();
  const why = useWhy();
  const { verdict, fault } = useVerdict(accountId, act, now);
  const change = verdict === null ? null : changeWords(verdict, now, zone);
  return (
    <div className="account-contact-verdict" role="status">
      {verdict === null ? (
        <span className="law-dim">{fault === null ? 'Asking the rules…' : sentenceOf(fault).what}</span>
      ) : (
        <VerdictMark outcome={verdict.outcome} later={comesLater(verdict)} />
      )}
      {change === null ? null : <span>{change}</span>}
      <button type="button" className="account-link" onClick={() => why?.(act)}>
        Why
      </button>
      {verdict?.primary ? <div className="account-contact-reason">{verdict.primary.text}</div> : null}
    </div>
  );
}

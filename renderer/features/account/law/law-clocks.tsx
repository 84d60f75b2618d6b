/** The clocks of the debt: how long it can be sued on, its validation notice, disputes to answer, reporting, medical waits, keeping. */
import { IconAlertTriangle, IconCircleCheck, IconClockHour4, IconHelpCircle } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { Day } from '../../../../shared/domain/days.ts';
import type { Source } from '../../../../shared/domain/law.ts';
import type { DebtClocks } from '../../../../shared/rules/clocks.ts';
import { legalEventKindWords } from '../../../../shared/text/labels.ts';
import { stateListWords } from '../../../../shared/text/law-words.ts';
import { ConfidenceMark } from '../../../components/confidence-mark.tsx';
import { DayText } from '../../../components/moments.tsx';
import {
  type ClockTone,
  furnishWords,
  limitationWords,
  medicalWords,
  validationWords,
} from './clock-words.ts';
import type { LawForm } from './law-form.ts';

export type LawClocksProps = {
  readonly clocks: DebtClocks;
  readonly today: Day;
  onForm(form: LawForm): void;
};

export function LawClocks({ clocks, today, onForm }: LawClocksProps) {
  const validation = validationWords(clocks.validation);
  const limitation = limitationWords(clocks.limitation);
  const furnish = furnishWords(clocks.reporting);
  const medical = clocks.medical === null ? null : medicalWords(clocks.medical);
  const waiting = clocks.disputes.filter(({ state }) => state !== 'answered');
  return (
    <div className="law-clocks">
      <Clock
        title="Time to sue"
        tone={limitation.tone}
        said={limitation.text}
        on={limitation.on}
        today={today}
      >
        <Limitation clocks={clocks} onForm={onForm} />
      </Clock>
      {validation === null ? null : (
        <Clock
          title="Validation notice"
          tone={validation.tone}
          said={validation.text}
          on={validation.on}
          today={today}
        >
          <Validation clocks={clocks} onForm={onForm} />
        </Clock>
      )}
      {waiting.map((dispute) => (
        <Clock
          key={dispute.eventId}
          title={legalEventKindWords[dispute.kind]}
          tone={dispute.state === 'overdue' ? 'stop' : 'care'}
          said={dispute.text}
          on={dispute.dueOn}
          today={today}
        >
          <p>
            Came in <DayText day={dispute.receivedOn} />.{' '}
            <button
              type="button"
              className="account-link"
              onClick={() => onForm({ form: 'event', eventId: dispute.eventId })}
            >
              Look at it…
            </button>
          </p>
        </Clock>
      ))}
      {medical === null ? null : (
        <Clock
          title="Hospital wait, 501(r)"
          tone={medical.tone}
          said={medical.text}
          on={medical.on}
          today={today}
        >
          {clocks.medical === null ? null : (
            <>
              {clocks.medical.applicationsUntil === null ? null : (
                <p>
                  Applications for assistance are taken until{' '}
                  <DayText day={clocks.medical.applicationsUntil} />.
                </p>
              )}
              <Cited source={clocks.medical.source} />
            </>
          )}
        </Clock>
      )}
      <Clock title="Credit reporting" tone={furnish.tone} said={furnish.text} on={furnish.on} today={today}>
        <Reporting clocks={clocks} />
      </Clock>
      <Clock
        title="Keeping records"
        tone="plain"
        said={clocks.retention.keepUntil === null ? 'nothing may be disposed of yet' : 'until'}
        on={clocks.retention.keepUntil}
        today={today}
      >
        <p>{clocks.retention.text}</p>
      </Clock>
    </div>
  );
}

const toneIcons: Readonly<Record<ClockTone, ComponentType<{ size?: number }>>> = {
  good: IconCircleCheck,
  plain: IconClockHour4,
  care: IconAlertTriangle,
  stop: IconAlertTriangle,
  unclear: IconHelpCircle,
};

type ClockProps = {
  readonly title: string;
  readonly tone: ClockTone;
  readonly said: string;
  readonly on: Day | null;
  readonly today: Day;
  readonly children: ReactNode;
};

function Clock({ title, tone, said, on, today, children }: ClockProps) {
  const Icon = toneIcons[tone];
  return (
    <details className="law-clock">
      <summary>
        <span className="law-clock-mark" data-tone={tone} aria-hidden>
          <Icon size={14} />
        </span>
        <span>
          <span className="law-clock-title">{title}</span> {said}{' '}
          {on === null ? null : <DayText day={on} today={today} />}
        </span>
      </summary>
      <div className="law-clock-more">{children}</div>
    </details>
  );
}

type PartProps = { readonly clocks: DebtClocks; onForm(form: LawForm): void };

function Limitation({ clocks, onForm }: PartProps) {
  const { limitation, oldDebtNotices } = clocks;
  return (
    <>
      <p>{limitation.text}</p>
      {limitation.latestLastDay !== null && limitation.latestLastDay !== limitation.earliestLastDay ? (
        <p>
          It may run as late as <DayText day={limitation.latestLastDay} />; that day is not to be relied on.
        </p>
      ) : null}
      {limitation.questions.length === 0 ? null : (
        <>
          <h3>What would make it surer</h3>
          <ul>
            {limitation.questions.map(({ fact, text }) => (
              <li key={`${fact.kind}.${fact.name}`}>
                {text}{' '}
                <button
                  type="button"
                  className="account-link"
                  onClick={() =>
                    onForm({
                      form: 'fact',
                      known:
                        fact.kind === 'debt_fact'
                          ? { of: 'debt', name: fact.name }
                          : { of: 'person', name: fact.name },
                    })
                  }
                >
                  Answer…
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Worked out from</h3>
      <ul>
        {limitation.steps.map((step) => (
          <li key={step.text}>
            {step.text} <Cited source={step.source} />
          </li>
        ))}
        {limitation.restarts.map((restart) => (
          <li key={`${restart.kind} ${restart.on}`}>{restart.text}</li>
        ))}
      </ul>
      {limitation.paymentToday.length === 0 ? null : (
        <>
          <h3>What a payment or promise today may do</h3>
          <ul>
            {limitation.paymentToday.map((effect) => (
              <li key={`${effect.state} ${effect.text}`}>
                {effect.text} <Cited source={effect.source} />
              </li>
            ))}
          </ul>
        </>
      )}
      {limitation.extinguished === 'no' ? null : (
        <>
          <h3>
            The debt itself {limitation.extinguished === 'yes' ? 'ended' : 'may have ended'} with the period
          </h3>
          <ul>
            {limitation.extinguishing.map((effect) => (
              <li key={`${effect.state} ${effect.text}`}>
                {effect.text} <Cited source={effect.source} />
              </li>
            ))}
          </ul>
        </>
      )}
      {oldDebtNotices.length === 0 ? null : (
        <>
          <h3>Notices for old debts</h3>
          <ul>
            {oldDebtNotices.map((notice) => (
              <li key={notice.id}>
                {notice.state === 'NYC' ? 'New York City' : stateListWords([notice.state])}:{' '}
                {notice.text ?? notice.blocked ?? notice.draft} <Cited source={notice.source} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Validation({ clocks, onForm }: PartProps) {
  const { validation } = clocks;
  return (
    <>
      {validation.initialOn === null ? (
        <p>Nothing has been said about the debt yet.</p>
      ) : (
        <p>
          First communication <DayText day={validation.initialOn} />.
        </p>
      )}
      {validation.providedOn === null ? null : (
        <p>
          Given <DayText day={validation.providedOn} />
          {validation.receivedOn === null ? null : (
            <>
              , taken as received <DayText day={validation.receivedOn} />
            </>
          )}
          .
        </p>
      )}
      {validation.returnedOn === null ? null : (
        <p>
          It came back <DayText day={validation.returnedOn} />: send it anew.
        </p>
      )}
      {validation.printedTooEarly ? (
        <p>The end printed on it is earlier than the law allows. The later day is kept to.</p>
      ) : null}
      <p>
        <button type="button" className="account-link" onClick={() => onForm({ form: 'notice' })}>
          What a notice would hold today…
        </button>
      </p>
      <button
        type="button"
        className="account-link"
        onClick={() => onForm({ form: 'record', kind: 'validation_notice' })}
      >
        Record a notice that was sent…
      </button>
    </>
  );
}

function Reporting({ clocks }: { readonly clocks: DebtClocks }) {
  const { reporting } = clocks;
  return (
    <>
      {reporting.disputeFlag ? <p>A report must say that the debt is disputed.</p> : null}
      {reporting.lastReportableOn === null ? (
        <p>The last day it may be reported is not known: the date of first delinquency is missing.</p>
      ) : (
        <p>
          It may be reported until <DayText day={reporting.lastReportableOn} />.
        </p>
      )}
      {reporting.furnishedOn === null ? null : (
        <p>
          First reported <DayText day={reporting.furnishedOn} />
          {reporting.delinquencyDueOn === null ? null : (
            <>
              ; the bureau must have the date of first delinquency by{' '}
              <DayText day={reporting.delinquencyDueOn} />
            </>
          )}
          .
        </p>
      )}
      <ul>
        {reporting.reasons.map((reason) => (
          <li key={`${reason.code} ${reason.text}`}>
            {reason.text} <Cited source={reason.source} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Cited({ source }: { readonly source: Source | null }) {
  if (source === null) return null;
  return (
    <span className="law-source">
      {source.cite}. <ConfidenceMark confidence={source.confidence} />
    </span>
  );
}

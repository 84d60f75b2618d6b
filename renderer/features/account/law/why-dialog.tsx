/**
 * “Why not now”: a contact is chosen, and every rule that was asked about it answers: what objects first, with its source, the facts
 * it used and where to put each right; then what was passed; then what does not bind here.
 */
import { Button, Loader, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconCopy, IconHelpCircle } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import { contactChannels } from '../../../../shared/domain/contact.ts';
import { contactParties, contactPurposes, dialings } from '../../../../shared/domain/law.ts';
import type { FactUsed, Passed, Reason, Verdict } from '../../../../shared/rules/verdict.ts';
import { dayOrMonthWords } from '../../../../shared/text/day-words.ts';
import {
  contactChannelWords,
  contactPartyWords,
  contactPurposeWords,
  dialingWords,
  legalEventKindWords,
  ruleForceWords,
} from '../../../../shared/text/labels.ts';
import { jurisdictionWords, stateListWords } from '../../../../shared/text/law-words.ts';
import { whenWords } from '../../../../shared/text/moment-words.ts';
import { useGo } from '../../../bridge/navigation.ts';
import { useMinute } from '../../../bridge/use-minute.ts';
import { ConfidenceMark } from '../../../components/confidence-mark.tsx';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { VerdictMark } from '../../../components/verdict-mark.tsx';
import { copyText } from '../facts/copy-text.ts';
import { optionsOf } from '../forms/bound-fields.tsx';
import { correctionOf, type LawForm } from './law-form.ts';
import { type ActChoice, plainAct, reachBy, reachOptions } from './reach-words.ts';
import { useVerdict } from './use-verdict.ts';
import { comesLater, localTimesWords, momentIn, verdictForFile } from './verdict-words.ts';
import { whatLifts } from './what-lifts.ts';

export type WhyDialogProps = {
  readonly account: AccountFacts;
  readonly zone: string;
  readonly start: ActChoice;
  /** A form stands open above it: the keys are that form’s. */
  readonly covered: boolean;
  onForm(form: LawForm): void;
  /** The fact is on the account’s screen itself. */
  onShow(what: 'account' | 'timeline'): void;
  onClose(): void;
};

export function WhyDialog(props: WhyDialogProps) {
  const { account, zone, start, covered, onClose } = props;
  const [act, setAct] = useState(start);
  const now = useMinute();
  const { verdict, fault } = useVerdict(account.accountId, act, now, true);
  return (
    <Modal
      opened
      onClose={onClose}
      title="May I contact this person?"
      size="58rem"
      closeOnEscape={!covered}
      className="law-why-dialog"
    >
      <Stack gap="sm">
        <Chooser act={act} account={account} onChange={setAct} />
        <FaultAlert fault={fault} />
        {verdict === null ? (
          fault === null ? (
            <Loader size="sm" role="status" aria-label="Asking the rules" />
          ) : null
        ) : (
          <Answer {...props} verdict={verdict} act={act} now={now} zone={zone} />
        )}
      </Stack>
    </Modal>
  );
}

type ChooserProps = {
  readonly act: ActChoice;
  readonly account: AccountFacts;
  onChange(act: ActChoice): void;
};

function Chooser({ act, account, onChange }: ChooserProps) {
  const by = reachBy(act.channel);
  const value = by === 'phone' ? act.phoneId : by === 'email' ? act.emailId : act.addressId;
  const reach = (text: string) => {
    const id = text === '' ? null : Number(text);
    onChange({
      ...act,
      phoneId: by === 'phone' ? id : null,
      emailId: by === 'email' ? id : null,
      addressId: by === 'address' ? id : null,
    });
  };
  const chosen = <K extends string>(values: readonly K[], text: string, then: (value: K) => ActChoice) => {
    const known = values.find((one) => one === text);
    if (known !== undefined) onChange(then(known));
  };
  return (
    <div className="law-chooser">
      <NativeSelect
        label="By"
        data-autofocus
        data={optionsOf(contactChannels, contactChannelWords)}
        value={act.channel}
        onChange={(event) =>
          chosen(contactChannels, event.currentTarget.value, (channel) => ({
            ...plainAct(channel, account.debtor),
            to: act.to,
            partyName: act.partyName,
            purpose: act.purpose,
          }))
        }
      />
      {by === null ? null : (
        <NativeSelect
          label={by === 'phone' ? 'Number' : by === 'email' ? 'E-mail address' : 'Address'}
          data={[...reachOptions(by, account.debtor)]}
          value={value === null ? '' : String(value)}
          onChange={(event) => reach(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        label="To"
        data={optionsOf(contactParties, contactPartyWords)}
        value={act.to}
        onChange={(event) =>
          chosen(contactParties, event.currentTarget.value, (to) => ({
            ...act,
            to,
            partyName: to === 'debtor' ? '' : act.partyName,
          }))
        }
      />
      {act.to === 'debtor' ? null : (
        <TextInput
          label="Name"
          autoComplete="off"
          maxLength={200}
          value={act.partyName}
          onChange={(event) => onChange({ ...act, partyName: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label="For"
        data={optionsOf(contactPurposes, contactPurposeWords)}
        value={act.purpose}
        onChange={(event) =>
          chosen(contactPurposes, event.currentTarget.value, (purpose) => ({ ...act, purpose }))
        }
      />
      {by === 'phone' ? (
        <NativeSelect
          label="How"
          data={optionsOf(dialings, dialingWords)}
          value={act.dialing}
          onChange={(event) =>
            chosen(dialings, event.currentTarget.value, (dialing) => ({ ...act, dialing }))
          }
        />
      ) : null}
    </div>
  );
}

type AnswerProps = WhyDialogProps & {
  readonly verdict: Verdict;
  readonly act: ActChoice;
  readonly now: number;
};

function Answer({ verdict, act, now, zone, account, onForm, onShow, onClose }: AnswerProps) {
  const go = useGo();
  const correct: Correct = (fact) => {
    const correction = correctionOf(fact.ref);
    if (correction === null) return;
    if (correction.at === 'form') return onForm(correction.form);
    onClose();
    if (correction.at === 'settings') go('rules');
    else onShow(fact.ref?.kind === 'contact' ? 'timeline' : 'account');
  };
  const copy = () =>
    void copyText(verdictForFile(verdict, headingOf(act, account), zone), 'the verdict with every rule');
  return (
    <>
      <div className="law-answer" role="status">
        <VerdictMark outcome={verdict.outcome} later={comesLater(verdict)} large />
        <Button
          className="law-copy"
          size="compact-xs"
          variant="default"
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={copy}
        >
          Copy for the file
        </Button>
        <Moments verdict={verdict} now={now} zone={zone} />
      </div>
      {verdict.reasons.length === 0 ? (
        <Text size="sm">No rule objects to this contact now.</Text>
      ) : (
        <section aria-label="What objects">
          <h3 className="law-part">
            {verdict.reasons.length === 1 ? 'One rule objects' : `${verdict.reasons.length} rules object`}
          </h3>
          <ul className="law-reasons">
            {verdict.reasons.map((reason) => (
              <ReasonCard
                key={reason.ruleId}
                reason={reason}
                now={now}
                zone={zone}
                correct={correct}
                onForm={onForm}
              />
            ))}
          </ul>
        </section>
      )}
      <details className="law-more">
        <summary>
          {verdict.passed.length} {verdict.passed.length === 1 ? 'rule' : 'rules'} passed
        </summary>
        <ul className="law-reasons">
          {verdict.passed.map((passed) => (
            <PassedCard key={passed.ruleId} passed={passed} correct={correct} />
          ))}
        </ul>
      </details>
      {verdict.notBinding.length === 0 ? null : (
        <details className="law-more">
          <summary>
            {verdict.notBinding.length} {verdict.notBinding.length === 1 ? 'rule does' : 'rules do'} not bind
            here
          </summary>
          <dl className="law-unbound">
            {verdict.notBinding.map(({ ruleId, title, why }) => (
              <div key={ruleId}>
                <dt>{title}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

/** `Call to the debtor, to collect: Robin Sample, account 1001`. */
function headingOf(act: ActChoice, { debtor, number }: AccountFacts): string {
  const by = reachBy(act.channel);
  const value = by === 'phone' ? act.phoneId : by === 'email' ? act.emailId : act.addressId;
  const through =
    by === null || value === null
      ? ''
      : ` (${reachOptions(by, debtor).find((one) => one.value === String(value))?.label ?? 'another'})`;
  const name = act.partyName === '' ? '' : ` ${act.partyName}`;
  return `${contactChannelWords[act.channel]}${through} to: ${contactPartyWords[act.to]}${name}. For: ${contactPurposeWords[act.purpose]}. ${debtor.name}, account ${number}`;
}

type MomentsProps = { readonly verdict: Verdict; readonly now: number; readonly zone: string };

function Moments({ verdict, now, zone }: MomentsProps) {
  const { earliestAt, until, waitsFor, zones, states } = verdict;
  const may = verdict.outcome === 'allowed' || verdict.outcome === 'warning';
  return (
    <dl className="account-dl law-moments">
      {may ? (
        until === null ? null : (
          <Moment name="Until" at={until} now={now} zone={zone} zones={zones} />
        )
      ) : earliestAt === null ? (
        <div>
          <dt>Lawful from</dt>
          <dd>
            {waitsFor.length === 0
              ? 'Nothing that time alone brings.'
              : `No hour by itself. It waits for ${waitsFor.join('; for ')}.`}
          </dd>
        </div>
      ) : (
        <Moment name="Lawful from" at={earliestAt} now={now} zone={zone} zones={zones} />
      )}
      {waitsFor.length > 0 && (may || earliestAt !== null) ? (
        <div>
          <dt>Waits for</dt>
          <dd>{waitsFor.join('; ')}</dd>
        </div>
      ) : null}
      <div>
        <dt>Their time</dt>
        <dd>
          {localTimesWords(zones, now)}
          {states.length === 0 || states.length > 6 ? '' : `. Law of ${stateListWords(states)}`}
        </dd>
      </div>
    </dl>
  );
}

type MomentProps = {
  readonly name: string;
  readonly at: number;
  readonly now: number;
  readonly zone: string;
  readonly zones: readonly string[];
};

function Moment({ name, at, now, zone, zones }: MomentProps) {
  const ours = whenWords(at, now, zone);
  const theirs = momentIn(zones, at, now);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{ours}</strong> your time{theirs === '' ? '' : `, ${theirs} theirs`}
      </dd>
    </div>
  );
}

type Correct = (fact: FactUsed) => void;

type ReasonCardProps = {
  readonly reason: Reason;
  readonly now: number;
  readonly zone: string;
  readonly correct: Correct;
  onForm(form: LawForm): void;
};

const resultWords = { block: 'objects', undetermined: 'cannot tell', warn: 'warns' } as const;

const resultIcons = {
  block: { icon: IconBan, said: 'Not met:' },
  undetermined: { icon: IconHelpCircle, said: 'Cannot tell:' },
  warn: { icon: IconAlertTriangle, said: 'Look at:' },
  pass: { icon: IconCheck, said: 'Met:' },
} as const;

/** A rule’s title says what must be so; the mark and the word before it whether it is. */
function ResultIcon({ result }: { readonly result: keyof typeof resultIcons }) {
  const { icon: Icon, said } = resultIcons[result];
  return (
    <>
      <Icon size={14} aria-hidden className="law-result" data-result={result} /> {said}
    </>
  );
}

function ReasonCard({ reason, now, zone, correct, onForm }: ReasonCardProps) {
  const { clears } = reason;
  const lift = whatLifts(reason.ruleId);
  const id = useId();
  return (
    <li className="law-reason" data-result={reason.result} aria-labelledby={id}>
      <div className="law-reason-head">
        <strong id={id} className="law-reason-title">
          <ResultIcon result={reason.result} /> {reason.title}
        </strong>
        <span className="law-tag">
          {reason.result === 'block' ? ruleForceWords[reason.force] : resultWords[reason.result]}
        </span>
      </div>
      <p className="law-reason-text">{reason.text}</p>
      {clears === null ? null : (
        <p className="law-dim">
          {'at' in clears
            ? `This one ends ${whenWords(clears.at, now, zone)} your time.`
            : `Waits for ${clears.waitsFor}.`}{' '}
          {'at' in clears || lift === null ? null : (
            <button
              type="button"
              className="account-link"
              aria-label={`Record: ${legalEventKindWords[lift]}`}
              onClick={() => onForm({ form: 'record', kind: lift })}
            >
              Record it…
            </button>
          )}
        </p>
      )}
      <Facts facts={reason.facts} correct={correct} />
      <SourceLine source={reason.source} jurisdiction={reason.jurisdiction} />
    </li>
  );
}

function PassedCard({ passed, correct }: { readonly passed: Passed; readonly correct: Correct }) {
  const id = useId();
  return (
    <li className="law-reason" data-result="pass" aria-labelledby={id}>
      <div className="law-reason-head">
        <strong id={id} className="law-reason-title">
          <ResultIcon result="pass" /> {passed.title}
        </strong>
      </div>
      {passed.text === '' ? null : <p className="law-reason-text">{passed.text}</p>}
      <Facts facts={passed.facts} correct={correct} />
      <SourceLine source={passed.source} jurisdiction={passed.jurisdiction} />
    </li>
  );
}

function Facts({ facts, correct }: { readonly facts: readonly FactUsed[]; readonly correct: Correct }) {
  if (facts.length === 0) return null;
  return (
    <dl className="law-facts-used">
      {facts.map((fact, index) => {
        const correction = correctionOf(fact.ref);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule names its facts in one order; two may read the same
          <div key={index}>
            <dt>{fact.name}</dt>
            <dd>
              {fact.value}
              {fact.source === '' ? null : <span className="law-dim"> ({fact.source})</span>}{' '}
              {correction === null ? null : (
                <button
                  type="button"
                  className="account-link"
                  aria-label={`${correction.verb.replace('…', '')}: ${fact.name}`}
                  onClick={() => correct(fact)}
                >
                  {correction.verb}
                </button>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function SourceLine({ source, jurisdiction }: Pick<Reason, 'source' | 'jurisdiction'>) {
  return (
    <p className="law-source">
      {jurisdictionWords(jurisdiction)}: {source.cite}.{' '}
      {jurisdiction === 'house' ? (
        source.note
      ) : (
        <>
          Read {dayOrMonthWords(source.readOn)}. <ConfidenceMark confidence={source.confidence} />
          {source.note === undefined ? null : `. ${source.note}`}
        </>
      )}
    </p>
  );
}

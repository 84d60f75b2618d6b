/**
 * Every figure of an account on any day, past or future, with all it is made of: one line for each charge, stretch of
 * interest and payment, the balance after each, and sums that add up to the figure. The same can be read out or printed.
 */
import { ActionIcon, Button, Group, Loader, SegmentedControl } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconChevronsLeft,
  IconChevronsRight,
  IconCopy,
  IconPrinter,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';
import type { Explanation } from '../../../../shared/contract/ledger.ts';
import { addDays, addMonths, type Day } from '../../../../shared/domain/days.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { daysAway, dayWords } from '../../../../shared/text/day-words.ts';
import { componentWords } from '../../../../shared/text/labels.ts';
import { usePaper } from '../../../bridge/papers.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { KeyHint } from '../../../components/key-hint.tsx';
import { Money } from '../../../components/money.tsx';
import { copyText } from '../facts/copy-text.ts';
import { isTyping } from '../focus-facts.ts';
import { DayField } from '../forms/day-field.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { parseTypedDay, showTypedDay } from '../forms/typed-day.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import { steppedDay, within } from './day-steps.ts';
import { ExplanationTable } from './explanation-table.tsx';
import { explanationSentences } from './explanation-words.ts';
import { useSettled } from './use-settled.ts';

export type ExplanationDialogProps = {
  readonly account: AccountFacts;
  readonly today: Day;
  onClose(): void;
};

export function ExplanationDialog({ account, today, onClose }: ExplanationDialogProps) {
  const { accountId } = account;
  const paper = usePaper();
  const [asOfText, setAsOfText] = useState(showTypedDay(today));
  const [knownText, setKnownText] = useState<string | null>(null);
  const [mode, setMode] = useState<'table' | 'words'>('table');
  const asOf = readDay(asOfText, today, 'ahead') ?? today;
  const knownOn = knownText === null ? null : readDay(knownText, today, 'behind');
  const asked = useSettled({ accountId, asOf, knownOn }, 120);
  const answer = useCall('ledger.explain', asked, { keepPrevious: true });
  const explanation = answer.data;
  const go = (day: Day) => setAsOfText(showTypedDay(within(day)));

  return (
    <Dialog
      onClose={onClose}
      title={`What ${account.debtor.name} owes on ${account.number}, and why`}
      size="min(1180px, 96vw)"
      classNames={{ body: 'money-explain', content: 'money-explain-content' }}
      onKeyDown={(event) => {
        if (isTyping(event.target) || isTab(event.target)) return;
        const day = steppedDay(asOf, today, {
          key: event.key,
          shift: event.shiftKey,
          alt: event.altKey,
          ctrl: event.ctrlKey,
          meta: event.metaKey,
        });
        if (day === null) return;
        event.preventDefault();
        go(day);
      }}
    >
      <div className="money-explain-bar">
        <div className="money-explain-day">
          <Step label="A month earlier" onStep={() => go(addMonths(asOf, -1))}>
            <IconChevronsLeft size={16} aria-hidden />
          </Step>
          <Step label="A day earlier" first onStep={() => go(addDays(asOf, -1))}>
            <IconChevronLeft size={16} aria-hidden />
          </Step>
          <DayField label="At the end of" today={today} value={asOfText} onChange={setAsOfText} />
          <Step label="A day later" onStep={() => go(addDays(asOf, 1))}>
            <IconChevronRight size={16} aria-hidden />
          </Step>
          <Step label="A month later" onStep={() => go(addMonths(asOf, 1))}>
            <IconChevronsRight size={16} aria-hidden />
          </Step>
          <Button variant="default" disabled={asOf === today} onClick={() => go(today)}>
            Today
          </Button>
        </div>
        {knownText === null ? (
          <button
            type="button"
            className="account-link"
            onClick={() => setKnownText(showTypedDay(addDays(today, -1)))}
          >
            As the book stood on an earlier day
          </button>
        ) : (
          <div className="money-explain-known">
            <DayField
              label="As the book stood on"
              today={today}
              leaning="behind"
              value={knownText}
              onChange={setKnownText}
            />
            <button type="button" className="account-link" onClick={() => setKnownText(null)}>
              As it stands now
            </button>
          </div>
        )}
        <Group gap={6} ml="auto" wrap="nowrap">
          <SegmentedControl
            aria-label="How it is shown"
            value={mode}
            onChange={(value) => setMode(value === 'words' ? 'words' : 'table')}
            data={[
              { value: 'table', label: 'Table' },
              { value: 'words', label: 'Read aloud' },
            ]}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter size={14} aria-hidden />}
            disabled={knownOn !== null}
            onClick={() => paper({ paper: 'explanation', accountId, asOf })}
          >
            Print
          </Button>
        </Group>
      </div>
      <FaultAlert fault={answer.error?.fault} />
      {explanation ? (
        <>
          <Figure explanation={explanation} today={today} knownOn={knownOn} />
          <ScrollRegion className="money-explain-body" label="What the figure is made of">
            {mode === 'table' ? (
              <ExplanationTable explanation={explanation} />
            ) : (
              <Sentences explanation={explanation} />
            )}
          </ScrollRegion>
          <p className="money-explain-keys">
            <KeyHint keys="Left" /> <KeyHint keys="Right" /> a day, <KeyHint keys="Shift+Left" />{' '}
            <KeyHint keys="Shift+Right" /> a month, <KeyHint keys="T" /> today
          </p>
        </>
      ) : answer.error ? null : (
        <Loader size="sm" role="status" aria-label="Adding it up" />
      )}
    </Dialog>
  );
}

function readDay(text: string, today: Day, leaning: 'ahead' | 'behind'): Day | null {
  const read = parseTypedDay(text, today, leaning);
  return read.ok ? within(read.value) : null;
}

/** Arrows choose between table and words while the focus is there. */
function isTab(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'radio';
}

type StepProps = {
  readonly label: string;
  /** Has the focus first: the arrows then move the day. */
  readonly first?: boolean;
  onStep(): void;
  readonly children: ReactNode;
};

function Step({ label, first = false, onStep, children }: StepProps) {
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={label}
      title={label}
      onClick={onStep}
      {...(first ? { 'data-autofocus': true } : {})}
    >
      {children}
    </ActionIcon>
  );
}

type FigureProps = {
  readonly explanation: Explanation;
  readonly today: Day;
  readonly knownOn: Day | null;
};

/** The figure itself, its parts, and how it grows. */
function Figure({ explanation, today, knownOn }: FigureProps) {
  const { asOf, totalCents, parts, unpostedCents, unappliedCents, perDiem } = explanation;
  return (
    <div className="money-figure">
      <div>
        <div className="account-balance-name">
          {totalCents < 0 ? 'In credit' : 'Owed'} at the end of {dayWords(asOf)} ({daysAway(asOf, today)})
          {knownOn === null ? '' : `, as the book stood on ${dayWords(knownOn)}`}
        </div>
        <div className="account-balance-sum" role="status" aria-live="polite">
          <Money cents={totalCents} />
        </div>
      </div>
      <dl className="money-figure-parts">
        <Part name={componentWords.principal} cents={parts.principalCents} always />
        <Part name={componentWords.interest} cents={parts.interestCents} always />
        <Part name={componentWords.fees} cents={parts.feesCents} />
        <Part name={componentWords.costs} cents={parts.costsCents} />
        <Part name="Of it accrued, not posted" cents={unpostedCents} />
        <Part name="Credit waiting" cents={unappliedCents} />
        {perDiem.cents === 0 && /^0\.0*$/.test(perDiem.unrounded) ? null : (
          <div>
            <dt>One more day</dt>
            <dd title={`${perDiem.unrounded} cents, before rounding`}>
              <Money cents={perDiem.cents} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

type PartProps = { readonly name: string; readonly cents: number; readonly always?: boolean };

function Part({ name, cents, always = false }: PartProps) {
  if (cents === 0 && !always) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Money cents={cents} />
      </dd>
    </div>
  );
}

function Sentences({ explanation }: { readonly explanation: Explanation }) {
  const sentences = explanationSentences(explanation);
  return (
    <div className="money-sentences">
      <Button
        variant="default"
        leftSection={<IconCopy size={14} aria-hidden />}
        onClick={() =>
          void copyText(
            sentences.join('\n'),
            `how ${formatDollars(explanation.totalCents)} of ${dayWords(explanation.asOf)} is made up`,
          )
        }
      >
        Copy the text
      </Button>
      {sentences.map((sentence, index) => (
        // Two equal payments make equal sentences; only the place tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
        <p key={index}>{sentence}</p>
      ))}
    </div>
  );
}

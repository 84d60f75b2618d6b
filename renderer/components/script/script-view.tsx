/**
 * A call by its script: the step it stands at, large enough to be read at arm's length; what to tick; the answers on the
 * figure keys; what never to say; and, once the right party is confirmed, the objection cards. It shows and asks nothing of
 * the book: the state of the run belongs to whoever mounts it (a call, practice, the editor's preview).
 */
import './script.css';
import { VisuallyHidden } from '@mantine/core';
import { IconLanguage, IconPhoneOff } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import type { Fault, Result } from '../../../shared/errors/result.ts';
import type { ScriptFacts } from '../../../shared/scripts/fields.ts';
import { type SaidPart, sayParts } from '../../../shared/scripts/render.ts';
import { missingTicks, type ScriptRun, stepOf } from '../../../shared/scripts/run.ts';
import type { ObjectionCard, Script, ScriptStep } from '../../../shared/scripts/script.ts';
import { mayTell } from '../../../shared/scripts/tell.ts';
import { scriptLanguageWords, scriptStageWords } from '../../../shared/scripts/words.ts';
import { contactOutcomeWords } from '../../../shared/text/labels.ts';
import { FaultAlert } from '../fault-alert.tsx';
import { AnswerList } from './answer-list.tsx';
import { CardList } from './card-list.tsx';
import { PartyMark } from './party-mark.tsx';
import { PathStrip } from './path-strip.tsx';
import { SaidText } from './said-text.tsx';
import { liesUnder, scriptKeyAction, takesLetters } from './script-keys.ts';
import { NeverList, PromptList } from './side-lists.tsx';
import { TickList, tickedAt } from './tick-list.tsx';

export type ScriptViewProps = {
  /** The script the run is in now. */
  readonly script: Script;
  readonly run: ScriptRun;
  readonly facts: ScriptFacts;
  readonly cards: readonly ObjectionCard[];
  /** The instant the window shows, ms UTC. */
  readonly now: number;
  /** What the last answer met with: an open tick, a script that is missing. */
  readonly fault: Fault | null;
  /** The limited-content message of this office, shown where a voicemail can be left; or why there is none. */
  readonly voicemail?: Result<string> | undefined;
  /** For the names of steps the call has left by a jump; only the present script is known without it. */
  scriptByCode?: ((code: string) => Script | null) | undefined;
  /** Off where another part of the screen has the keys. */
  readonly keys?: boolean;
  onAnswer(answerId: string): void;
  onTick(tickId: string, done: boolean): void;
  onBack(): void;
  onOpenCard?: ((code: string) => void) | undefined;
};

export function ScriptView(props: ScriptViewProps) {
  const { script, run, onBack } = props;
  const view = useRef<HTMLElement>(null);
  const stand = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const step = run.exit === null ? stepOf(script, run.step) : null;
  useScriptKeys(view, search, step, props);
  useFocusOnStep(view, stand, `${run.script}:${run.path.length}:${run.step}:${run.exit?.id ?? ''}`);
  const byCode = props.scriptByCode ?? ((code) => (code === script.code ? script : null));
  return (
    <section ref={view} className="script-view" aria-label="Script of the call">
      <div className="script-top">
        <PartyMark run={run} />
        {script.language === 'en' ? null : (
          <span className="script-language">
            <IconLanguage size={16} aria-hidden /> {scriptLanguageWords[script.language]}
          </span>
        )}
        {script.review === '' ? null : (
          <span className="script-review">To be looked at before use: {script.review}</span>
        )}
      </div>
      <PathStrip run={run} scriptByCode={byCode} onBack={onBack} />
      {step === null ? (
        <Ended run={run} script={script} stand={stand} />
      ) : (
        <Step {...props} step={step} stand={stand} search={search} />
      )}
    </section>
  );
}

type StepProps = ScriptViewProps & {
  readonly step: ScriptStep;
  readonly stand: React.RefObject<HTMLDivElement | null>;
  readonly search: React.RefObject<HTMLInputElement | null>;
};

function Step({ stand, search, step, ...props }: StepProps) {
  const { script, run, facts, cards, fault } = props;
  const titleId = useId();
  const said = saidAt(props, step);
  const open = mayTell(script, run).debt;
  const words = said.ok ? said.value.map(({ text }) => text).join('') : '';
  return (
    <div className="script-grid" data-cards={open || undefined}>
      <section ref={stand} tabIndex={-1} className="script-step" aria-labelledby={titleId}>
        <h2 id={titleId}>
          {step.title} <span className="script-stage">{scriptStageWords[step.stage]}</span>
        </h2>
        <SaidText said={said} language={script.language} large />
        <Message script={script} step={step} voicemail={props.voicemail} />
      </section>
      <VisuallyHidden role="status" aria-live="polite">
        {step.title}. {words}
      </VisuallyHidden>
      <div className="script-aside">
        <NeverList sentences={step.never} language={script.language} />
        <PromptList sentences={step.prompts} />
      </div>
      <div className="script-do">
        <TickList run={run} step={step} language={script.language} onTick={props.onTick} />
        <FaultAlert fault={fault} />
        <AnswerList
          script={script}
          answers={step.answers}
          waiting={missingTicks(script, run).length > 0}
          onAnswer={props.onAnswer}
        />
      </div>
      {open ? (
        <CardList
          cards={cards}
          ofStep={step.cards}
          facts={facts}
          search={search}
          onOpenCard={props.onOpenCard}
          onLeave={() => stand.current?.focus({ preventScroll: true })}
        />
      ) : null}
    </div>
  );
}

/** A voicemail can be left from here. */
function leavesMessage(script: Script, step: ScriptStep): boolean {
  const left = new Set(
    script.exits.filter(({ outcome }) => outcome === 'voicemail_left').map(({ id }) => id),
  );
  return step.answers.some(({ to }) => 'exit' in to && left.has(to.exit));
}

/** Where there is no message that may be left, no words for one are shown either. */
function saidAt(
  { script, run, facts, voicemail }: ScriptViewProps,
  step: ScriptStep,
): Result<readonly SaidPart[]> {
  if (voicemail?.ok === false && leavesMessage(script, step)) return voicemail;
  return sayParts(step.say, facts, mayTell(script, run), script.language);
}

/** The limited-content message, word for word; it is English, so that a script in another language says its own. */
function Message({
  script,
  step,
  voicemail,
}: Pick<ScriptViewProps, 'script' | 'voicemail'> & { readonly step: ScriptStep }) {
  if (!voicemail?.ok || script.language !== 'en' || !leavesMessage(script, step)) return null;
  return (
    <figure className="script-message">
      <figcaption>The message, word for word</figcaption>
      <blockquote className="script-said" data-large>
        {voicemail.value}
      </blockquote>
    </figure>
  );
}

type EndedProps = {
  readonly run: ScriptRun;
  readonly script: Script;
  readonly stand: React.RefObject<HTMLDivElement | null>;
};

function Ended({ run, script, stand }: EndedProps) {
  const exit = script.exits.find(({ id }) => id === run.exit?.id);
  return (
    <section ref={stand} tabIndex={-1} className="script-ended">
      {run.exit === null ? (
        <p role="status" className="script-ended-words">
          This step is no longer part of the script. Go back, or choose another script.
        </p>
      ) : (
        <p role="status" className="script-ended-words">
          <IconPhoneOff size={20} aria-hidden /> The script ends here:{' '}
          <strong>{exit?.label ?? run.exit.id}</strong>{' '}
          <span className="script-quiet">({contactOutcomeWords[run.exit.outcome]})</span>
        </p>
      )}
    </section>
  );
}

function useScriptKeys(
  view: React.RefObject<HTMLElement | null>,
  search: React.RefObject<HTMLInputElement | null>,
  step: ScriptStep | null,
  props: ScriptViewProps,
): void {
  const latest = useRef({ step, props });
  latest.current = { step, props };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { step: now, props: given } = latest.current;
      if (event.defaultPrevented || event.isComposing || view.current === null || given.keys === false)
        return;
      if (!view.current.checkVisibility({ visibilityProperty: true })) return;
      const action = scriptKeyAction({
        key: event.key,
        code: event.code,
        shift: event.shiftKey,
        alt: event.altKey,
        ctrl: event.ctrlKey,
        meta: event.metaKey,
        repeat: event.repeat,
        typing: takesLetters(event.target),
        covered: liesUnder(view.current),
      });
      if (action === null) return;
      if (action.act === 'back') {
        event.preventDefault();
        given.onBack();
      }
      if (action.act === 'search' && search.current !== null) {
        event.preventDefault();
        search.current.focus();
        search.current.select();
      }
      if (action.act === 'answer') {
        const chosen = now?.answers[action.index];
        if (chosen === undefined) return;
        event.preventDefault();
        given.onAnswer(chosen.id);
      }
      if (action.act === 'tick' && now !== null) {
        const open = now.ticks.find(({ id }) => tickedAt(given.run, now, id) === null);
        if (open === undefined) return;
        event.preventDefault();
        given.onTick(open.id, true);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [view, search]);
}

/** A button that was pressed is gone with its step: the focus goes to the next step and not to nowhere. */
function useFocusOnStep(
  view: React.RefObject<HTMLElement | null>,
  stand: React.RefObject<HTMLDivElement | null>,
  place: string,
): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    const focused = document.activeElement;
    if (focused === document.body || focused === null || view.current?.contains(focused) === true) {
      stand.current?.focus({ preventScroll: true });
    }
    stand.current?.scrollIntoView({ block: 'nearest' });
  }, [place, view, stand]);
}

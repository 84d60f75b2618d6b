/**
 * The objection cards, beside the step: those that fit it first, the others by search. One is open at a time; its answer is made
 * ready to say like the step itself.
 */
import { TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { ScriptFacts } from '../../../shared/scripts/fields.ts';
import { sayParts } from '../../../shared/scripts/render.ts';
import type { ObjectionCard } from '../../../shared/scripts/script.ts';
import { scriptSituationWords } from '../../../shared/scripts/words.ts';
import { KeyHint } from '../key-hint.tsx';
import { matchingCards } from './card-search.ts';
import { SaidText } from './said-text.tsx';
import { NeverList, PromptList } from './side-lists.tsx';

export type CardListProps = {
  readonly cards: readonly ObjectionCard[];
  readonly ofStep: readonly string[];
  readonly facts: ScriptFacts;
  readonly search: RefObject<HTMLInputElement | null>;
  onOpenCard?: ((code: string) => void) | undefined;
  /** Escape in the empty search gives the keys back to the script. */
  onLeave(): void;
};

/** So many stand there before anything is typed, and all of the step’s. */
const fewest = 6;

export function CardList({ cards, ofStep, facts, search, onOpenCard, onLeave }: CardListProps) {
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const titleId = useId();
  const matching = matchingCards(cards, ofStep, typed);
  const shown =
    all || typed.trim() !== ''
      ? matching
      : matching.slice(0, Math.max(fewest, matching.filter(({ code }) => ofStep.includes(code)).length));
  const open = (code: string | null) => {
    setOpened(code);
    if (code !== null) onOpenCard?.(code);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && shown[0] !== undefined) {
      event.preventDefault();
      open(shown[0].code);
    }
    if (event.key === 'Escape') {
      // The search is left first; the screen it stands in stays.
      event.preventDefault();
      event.stopPropagation();
      if (typed === '') onLeave();
      setTyped('');
    }
  };
  return (
    <section className="script-cards" aria-labelledby={titleId}>
      <h3 id={titleId}>What they may say</h3>
      <TextInput
        ref={search}
        aria-label="Search the objection cards"
        placeholder="Search what they said"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<KeyHint keys="/" />}
        rightSectionPointerEvents="none"
        autoComplete="off"
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      {shown.length === 0 ? (
        <p className="script-quiet" role="status">
          {cards.length === 0 ? 'There are no cards for this call.' : 'No card holds these words.'}
        </p>
      ) : (
        <ul className="script-card-list">
          {shown.map((card) => (
            <Card
              key={card.code}
              card={card}
              opened={opened === card.code}
              fits={ofStep.includes(card.code)}
              facts={facts}
              onToggle={() => open(opened === card.code ? null : card.code)}
            />
          ))}
        </ul>
      )}
      {shown.length < matching.length ? (
        <UnstyledButton className="script-more" onClick={() => setAll(true)}>
          All {matching.length} cards
        </UnstyledButton>
      ) : null}
    </section>
  );
}

type CardProps = {
  readonly card: ObjectionCard;
  readonly opened: boolean;
  readonly fits: boolean;
  readonly facts: ScriptFacts;
  onToggle(): void;
};

function Card({ card, opened, fits, facts, onToggle }: CardProps) {
  const bodyId = useId();
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <li className="script-card" data-fits={fits || undefined}>
      <UnstyledButton
        className="script-card-head"
        aria-expanded={opened}
        aria-controls={opened ? bodyId : undefined}
        onClick={onToggle}
      >
        <Chevron size={15} aria-hidden />
        <span lang={card.language}>{card.objection}</span>
      </UnstyledButton>
      {opened ? (
        <section id={bodyId} className="script-card-body" aria-label="What to answer" aria-live="polite">
          <SaidText said={sayParts(card.answer, facts, true, card.language)} language={card.language} />
          <NeverList sentences={card.never} language={card.language} />
          <PromptList sentences={card.prompts} />
          {card.leadsTo === null ? null : (
            <p className="script-quiet">
              Script that goes on from here: {scriptSituationWords[card.leadsTo]}
            </p>
          )}
        </section>
      ) : null}
    </li>
  );
}

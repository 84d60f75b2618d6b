/** Finding what is put into the letter: a search over fields, conditions, passages and wording, where the cursor stands. */
import { Paper, Portal, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { prescribedTexts } from '../../../../../shared/rules/wording/prescribed.ts';
import type { LetterList } from '../../../../../shared/templates/fields.ts';
import { type Insertion, narrowOffers, type Offer, offersFor } from './field-groups.ts';

export type FinderProps = {
  readonly what: 'fields' | 'everything';
  /** The character that opened it, which is put in when nothing is chosen. */
  readonly typed: string;
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
  /** The list the cursor stands in. */
  readonly list: LetterList | null;
  onChoose(insertion: Insertion): void;
  /** Nothing was chosen; the text stays as it was but for what is put in. */
  onClose(putIn: string): void;
};

const width = 380;
const height = 340;

export function Finder({ what, typed, at, list, onChoose, onClose }: FinderProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const offers = useMemo(() => offersFor(what, list, prescribedTexts), [what, list]);
  const found = useMemo(() => narrowOffers(offers, text), [offers, text]);
  const current = found[Math.min(chosen, found.length - 1)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: which one is chosen is read from the page
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setChosen((now) => Math.max(0, Math.min(found.length - 1, now + by)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (current) onChoose(current.insertion);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose(typed + text);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      onClose('');
    } else if (event.key === typed && text === '') {
      // Twice the same: the character itself was meant.
      event.preventDefault();
      onClose(typed);
    } else if (event.key === 'Backspace' && text === '') {
      event.preventDefault();
      onClose('');
    }
  };
  const left = Math.max(8, Math.min(at.left, window.innerWidth - width - 8));
  const below = at.bottom + 4 + height <= window.innerHeight;
  const upright = below ? { top: at.bottom + 4 } : { bottom: Math.max(8, window.innerHeight - at.top + 4) };
  return (
    <Portal>
      <Paper
        ref={box}
        className="letter-finder"
        withBorder
        shadow="md"
        style={{ left, width, maxHeight: height, ...upright }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) onClose('');
        }}
      >
        <TextInput
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-label={what === 'fields' ? 'Find a field' : 'Find what to put in'}
          aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
          placeholder={
            what === 'fields' ? 'Find a field: amount, name, plan…' : 'Find: field, condition, table, notice…'
          }
          value={text}
          maxLength={60}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKey}
        />
        <div className="letter-finder-list" id={listId} role="listbox" aria-label="What can be put in">
          {found.length === 0 ? (
            <Text size="sm" p="xs">
              Nothing fits these words. Escape puts them into the letter.
            </Text>
          ) : (
            found.map((offer, index) => (
              <Option
                key={offer.id}
                id={`${listId}-${offer.id}`}
                offer={offer}
                chosen={offer === current}
                heading={text === '' && offer.group !== found[index - 1]?.group}
                withGroup={text !== ''}
                onChoose={() => onChoose(offer.insertion)}
              />
            ))
          )}
        </div>
      </Paper>
    </Portal>
  );
}

type OptionProps = {
  readonly id: string;
  readonly offer: Offer;
  readonly chosen: boolean;
  readonly heading: boolean;
  readonly withGroup: boolean;
  onChoose(): void;
};

function Option({ id, offer, chosen, heading, withGroup, onChoose }: OptionProps) {
  return (
    <>
      {heading ? (
        <div className="letter-finder-group" role="presentation">
          {offer.group}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the search above, which names the chosen one */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        className="letter-finder-option"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onChoose}
      >
        <span>{offer.label}</span>
        <span className="letter-finder-hint">{withGroup ? `${offer.group}: ${offer.hint}` : offer.hint}</span>
      </div>
    </>
  );
}

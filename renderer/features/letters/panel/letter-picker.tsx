/**
 * Choosing a letter or a paper for one account: grouped by what it is for, found by typing. Those that fit stand first; the others can be
 * chosen too and then say why they do not fit, because a letter that is simply missing sends people looking for it.
 */
import { type ComboboxItem, type ComboboxParsedItem, Select, type SelectProps } from '@mantine/core';
import { IconBan, IconFileText } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { LetterChoice } from '../../../../shared/contract/letter-choices.ts';
import { letterStageWords } from '../../../../shared/templates/letter-words.ts';
import { type PaperName, shippedPapers } from '../../../../shared/templates/papers/library.ts';

export type Choices = OutputOf<'letters.choices'>;

/** Papers of figures that can be made of an account, in the order they are listed. */
const paperOrder: readonly PaperName[] = [
  'receipt',
  'statement',
  'payoff',
  'explanation',
  'agreement',
  'coupons',
  'contact-history',
];

const paperValue = (paper: PaperName) => `paper:${paper}`;

export type LetterPickerProps = {
  readonly choices: Choices;
  readonly chosen: LetterChoice | null;
  choose(templateId: number): void;
  choosePaper(paper: PaperName): void;
};

export function LetterPicker({ choices, chosen, choose, choosePaper }: LetterPickerProps) {
  const data = useMemo(() => groupsOf(choices), [choices]);
  const hints = useMemo(() => hintsOf(choices), [choices]);
  const field = useRef<HTMLInputElement>(null);
  // Asked for by its key before it was there, the panel holds the focus for it.
  useEffect(() => {
    const panel = field.current?.closest('[data-panel]');
    if (panel && panel === document.activeElement) field.current?.focus();
  }, []);
  return (
    <Select
      ref={field}
      label="Letter"
      data-first
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
      nothingFoundMessage="No letter of that name. Letters are written under Letters, Templates."
      maxDropdownHeight={360}
      comboboxProps={{ width: 'target', shadow: 'md' }}
      data={data}
      value={chosen === null ? null : String(chosen.templateId)}
      // Opened with a letter chosen, the list shows all of them and not that one.
      filter={({ options, search }) => (search === chosen?.name ? options : narrowed(options, search, hints))}
      renderOption={optionOf(hints)}
      onChange={(value) => {
        if (value === null) return;
        const paper = paperOrder.find((name) => paperValue(name) === value);
        if (paper === undefined) choose(Number(value));
        else choosePaper(paper);
      }}
    />
  );
}

type Hint = { readonly words: string; readonly fits: boolean; readonly paper: boolean };

function hintsOf({ letters }: Choices): ReadonlyMap<string, Hint> {
  return new Map<string, Hint>([
    ...letters.map(({ templateId, why, description }): [string, Hint] => [
      String(templateId),
      { words: why[0] ?? description, fits: why.length === 0, paper: false },
    ]),
    ...paperOrder.map((name): [string, Hint] => [
      paperValue(name),
      { words: shippedPapers[name].description, fits: true, paper: true },
    ]),
  ]);
}

type Groups = { group: string; items: ComboboxItem[] }[];

const notNow = 'Not for this account now';

function groupsOf({ letters, planId, receiptId }: Choices): Groups {
  const groups = new Map<string, ComboboxItem[]>();
  for (const { templateId, name, stage, why } of letters) {
    const group = why.length === 0 ? letterStageWords[stage] : notNow;
    const items = groups.get(group) ?? [];
    items.push({ value: String(templateId), label: name });
    groups.set(group, items);
  }
  const papers = paperOrder.filter(
    (name) =>
      (name !== 'receipt' || receiptId !== null) &&
      ((name !== 'agreement' && name !== 'coupons') || planId !== null),
  );
  const unfit = groups.get(notNow);
  groups.delete(notNow);
  return [
    ...[...groups].map(([group, items]) => ({ group, items })),
    {
      group: 'Papers of figures',
      items: papers.map((name) => ({ value: paperValue(name), label: `${shippedPapers[name].name}…` })),
    },
    ...(unfit ? [{ group: notNow, items: unfit }] : []),
  ];
}

/** By the words of its name or of what it is for, in any order. */
function narrowed(
  options: readonly ComboboxParsedItem[],
  search: string,
  hints: ReadonlyMap<string, Hint>,
): ComboboxParsedItem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const has = ({ label, value }: ComboboxItem) => {
    const text = `${label} ${hints.get(value)?.words ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) return has(option) ? [option] : [];
    const items = option.items.filter(has);
    return items.length === 0 ? [] : [{ ...option, items }];
  });
}

function optionOf(hints: ReadonlyMap<string, Hint>): NonNullable<SelectProps['renderOption']> {
  return ({ option }) => {
    const hint = hints.get(option.value);
    return (
      <span className="letter-option" data-fits={hint?.fits ?? true}>
        <span className="letter-option-name">
          {hint?.paper ? <IconFileText size={14} aria-hidden /> : null}
          {hint?.fits === false ? <IconBan size={14} aria-hidden /> : null}
          {option.label}
        </span>
        <span className="letter-option-words">{hint?.words}</span>
      </span>
    );
  };
}

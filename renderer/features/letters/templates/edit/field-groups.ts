/** What can be put into a letter, in the order and words of the finder. */
import { passageLabels } from '../../../../../shared/templates/document/doc-text.ts';
import { formParts, passageNames } from '../../../../../shared/templates/document/letter-doc.ts';
import {
  type FieldName,
  type ItemFieldName,
  type LetterList,
  type LetterNeed,
  type ListName,
  letterFields,
  letterLists,
} from '../../../../../shared/templates/fields.ts';
import { letterNeedWords } from '../../../../../shared/templates/letter-words.ts';
import type { EditorNode } from './letter-json.ts';

export type Insertion =
  | { readonly kind: 'field'; readonly name: FieldName | ItemFieldName }
  | { readonly kind: 'block'; readonly node: EditorNode }
  | { readonly kind: 'condition' }
  | { readonly kind: 'table' }
  | { readonly kind: 'facts' }
  | { readonly kind: 'list'; readonly list: ListName };

export type Offer = {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** What it looks like printed, or what it is. */
  readonly hint: string;
  readonly insertion: Insertion;
};

const groupOfPrefix: Readonly<Record<string, string>> = {
  letter: 'Days',
  pay_by: 'Days',
  sender: 'Your office',
  debtor: 'Debtor',
  recipient: 'Debtor',
  account: 'Account',
  amounts: 'Sums',
  validation: 'Validation notice',
  dispute: 'Dispute',
  cease: 'Request to stop',
  offer: 'Offer',
  settlement: 'Settlement',
  plan: 'Payment plan',
  payment: 'Payment',
  returned: 'Returned payment',
  paid: 'Paid in full',
  payoff: 'Payoff',
  judgment: 'Judgment',
  bankruptcy: 'Bankruptcy',
  estate: 'Estate',
  attorney: 'Attorney',
  placement: 'Placement',
  client: 'Client',
};

/** The group a field stands in; sums of the account have no prefix. */
export function groupOf(name: string): string {
  return groupOfPrefix[name.split('.')[0] ?? ''] ?? 'Sums';
}

export function needHint(need: LetterNeed | null): string {
  return need === null ? '' : ` Only filled where the account has ${letterNeedWords[need]}.`;
}

const order = ['Sums', 'Days', 'Debtor', 'Account', 'Your office'];
const place = (group: string) => (order.includes(group) ? order.indexOf(group) : order.length);

const fieldOffers: readonly Offer[] = letterFields
  .map(
    ({ name, label, example, need }): Offer => ({
      id: name,
      group: groupOf(name),
      label,
      hint: `${example}${need === null ? '' : ` · needs ${letterNeedWords[need]}`}`,
      insertion: { kind: 'field', name },
    }),
  )
  .sort((a, b) => place(a.group) - place(b.group));

const formPartWords: Readonly<Record<(typeof formParts)[number], string>> = {
  lead: 'who collects and that this is a debt',
  information: 'the debt and how it is made up',
  dispute: 'how to dispute',
  rights: 'other rights',
  optional: 'optional lines',
  response: 'the tear-off part',
};

const block = (id: string, group: string, label: string, hint: string, node: EditorNode): Offer => ({
  id,
  group,
  label,
  hint,
  insertion: { kind: 'block', node },
});

const passageOffers = passageNames.map((name) =>
  block(`passage:${name}`, 'Passages', passageLabels[name], 'The same in every letter', {
    type: 'passage',
    attrs: { name },
  }),
);

const lawOffers: readonly Offer[] = [
  block(
    'stateTexts',
    'Wording the law asks for',
    'Statements of the debtor’s state',
    'Every one it asks for, or none',
    {
      type: 'stateTexts',
    },
  ),
  ...formParts.map((part) =>
    block(
      `form:${part}`,
      'Wording the law asks for',
      `Validation notice: ${formPartWords[part]}`,
      'Model form B-1',
      {
        type: 'modelForm',
        attrs: { part, language: 'en' },
      },
    ),
  ),
];

const pageOffer = block('pageBreak', 'Layout', 'New page', 'What follows starts on the next page', {
  type: 'pageBreak',
});

export type PrescribedOffer = { readonly id: string; readonly title: string };

/** Fields, or everything; inside a list also the fields of its item, and no list in a list. */
export function offersFor(
  what: 'fields' | 'everything',
  list: LetterList | null,
  prescribed: readonly PrescribedOffer[],
): readonly Offer[] {
  const items = (list?.fields ?? []).map(
    ({ name, label }): Offer => ({
      id: name,
      group: `Of each of “${list?.label ?? ''}”`,
      label,
      hint: 'Of the item',
      insertion: { kind: 'field', name },
    }),
  );
  if (what === 'fields') return [...items, ...fieldOffers];
  const shapes: readonly Offer[] = [
    {
      id: 'condition',
      group: 'Conditions and lists',
      label: 'Only if…',
      hint: 'Words that print only for some letters',
      insertion: { kind: 'condition' },
    },
    {
      id: 'facts',
      group: 'Conditions and lists',
      label: 'Lines of figures…',
      hint: 'Words at the left, a field at the right',
      insertion: { kind: 'facts' },
    },
    ...(list === null
      ? [
          {
            id: 'table',
            group: 'Conditions and lists',
            label: 'Table…',
            hint: 'A row for each charge, payment or account',
            insertion: { kind: 'table' } as const,
          },
          ...letterLists.map(
            (one): Offer => ({
              id: `list:${one.name}`,
              group: 'Conditions and lists',
              label: `For each of “${one.label}”`,
              hint: 'Text repeated for each',
              insertion: { kind: 'list', list: one.name },
            }),
          ),
        ]
      : []),
  ];
  const texts = prescribed.map(({ id, title }) =>
    block(`text:${id}`, 'Wording the law asks for', title, 'Word for word, filled in', {
      type: 'prescribed',
      attrs: { id },
    }),
  );
  return [...shapes, ...items, ...passageOffers, ...lawOffers, ...texts, pageOffer, ...fieldOffers];
}

/** Those whose words hold every word typed; where the name begins so first. */
export function narrowOffers(offers: readonly Offer[], typed: string): readonly Offer[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return offers;
  const found = offers.filter(({ label, group, hint }) => {
    const text = `${label} ${group} ${hint}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const first = words[0] ?? '';
  const rank = ({ label }: Offer) =>
    label.toLowerCase().startsWith(first) ? 0 : label.toLowerCase().includes(first) ? 1 : 2;
  return [...found].sort((a, b) => rank(a) - rank(b));
}

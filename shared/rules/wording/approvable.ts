/**
 * Texts a law asks for whose wording was not found or is not sure. Nothing that needs one goes out until the office has entered what its
 * counsel approved, under the id given here. What is sure needs no approval; of it an office may still keep counsel’s own variant.
 */
import type { Source, StateCode } from '../../domain/law.ts';
import { prescribedTexts } from './prescribed.ts';
import { timeBarredNotices } from './time-barred.ts';

export type ApprovableText = {
  readonly id: string;
  readonly state: StateCode | 'NYC' | null;
  readonly title: string;
  /** When it is asked for, in words. */
  readonly when: string;
  /** How it must look, in words; empty where nothing is known of it. */
  readonly style: string;
  /** A draft for counsel to confirm or correct, with names in braces; `null` where no wording is known. */
  readonly draft: string | null;
  readonly source: Source;
};

/** Names in braces counsel’s wording may use, and what stands for them. */
export const fillNames: readonly (readonly [name: string, words: string])[] = [
  ['collector', 'the name of your office'],
  ['currentCreditor', 'the creditor'],
  ['address', 'the address of your office'],
  ['phone', 'the telephone of your office'],
  ['email', 'the email of your office'],
];

const whenWords = {
  first_contact: 'In the first communication.',
  later_contacts: 'In every later communication.',
  every_writing: 'In everything in writing.',
  first_letter: 'In the first letter.',
  first_letter_charged_off: 'In the first letter on a charged-off debt.',
  plans_and_settlements: 'In every payment plan and settlement.',
} as const;

const timeBarredWhen = {
  first_writing: 'In the first letter, when the time to sue has passed or may have.',
  every_request: 'With every request for payment, when the time to sue has passed or may have.',
  before_payment: 'Before a payment is asked for, when the time to sue has passed or may have.',
  unknown: 'In letters that ask for money, when the time to sue has passed or may have.',
} as const;

/** Of a notice whose words depend on it, the variant for a debt that may still be reported has an id of its own. */
export const reportableId = (id: string): string => `${id}.reportable`;

const names = { owner: '{currentCreditor}', collector: '{collector}' };

/** A draft in capitals would shout the names in braces too, and then they are no names. */
function withNames(draft: string | undefined): string | null {
  return draft?.replaceAll('{CURRENTCREDITOR}', names.owner) ?? null;
}

export const approvableTexts: readonly ApprovableText[] = [
  ...prescribedTexts
    .filter(({ text, confirmed }) => text === null || !confirmed)
    .map(
      ({ id, states, title, where, style, text, source }): ApprovableText => ({
        id,
        state: states === 'all' ? null : (states[0] ?? null),
        title,
        when: whenWords[where],
        style,
        draft: text,
        source,
      }),
    ),
  ...timeBarredNotices
    .filter(({ draft, confirmed }) => draft === null || !confirmed)
    .flatMap((notice): ApprovableText[] => {
      const { id, state, when, style, draft, dependsOnReporting, source } = notice;
      const one = { state, when: timeBarredWhen[when], style, source };
      const title = 'Notice on a debt that may be too old to sue on';
      if (!dependsOnReporting)
        return [
          {
            ...one,
            id,
            title,
            draft: withNames(draft?.({ ...names, reportable: null, reportedBefore: false })),
          },
        ];
      return [
        {
          ...one,
          id,
          title: `${title}, no longer reported to credit bureaus`,
          draft: withNames(draft?.({ ...names, reportable: false, reportedBefore: false })),
        },
        {
          ...one,
          id: reportableId(id),
          title: `${title}, may still be reported to credit bureaus`,
          draft: withNames(draft?.({ ...names, reportable: true, reportedBefore: true })),
        },
      ];
    }),
];

const byId: ReadonlyMap<string, ApprovableText> = new Map(approvableTexts.map((one) => [one.id, one]));

export function findApprovableText(id: string): ApprovableText | null {
  return byId.get(id) ?? null;
}

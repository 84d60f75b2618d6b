/**
 * What a compiled document prints of the texts the law prescribes: already filled, plain words. They come with the facts of the
 * letter (`texts`, `state_texts`, `form`) and are printed escaped.
 */
import type { formParts } from './letter-doc.ts';

/** A statement the debtor's state asks for in this letter. `style` is how the law wants it to look, in its words. */
export type StateTextFacts = { readonly title: string; readonly text: string; readonly style: string };

/** One line of a part of model form B-1, in its order; `sum` of a row, otherwise empty. */
export type FormLineFacts = {
  readonly id: string;
  readonly kind: 'heading' | 'field' | 'text' | 'row' | 'prompt';
  readonly text: string;
  readonly sum: string;
};

/** By part; a part of which nothing is wanted is empty. */
export type FormFacts = Readonly<Record<(typeof formParts)[number], readonly FormLineFacts[]>>;

/** What facts carry besides the fields, conditions and lists of `fields.ts`. */
export type WordingFacts = {
  /** By the id of the text. A text that does not apply, or whose wording the office does not have yet, is empty. */
  readonly texts: Readonly<Record<string, string>>;
  readonly state_texts: readonly StateTextFacts[];
  readonly form: { readonly en: FormFacts; readonly es: FormFacts };
};

/** The lines of model form B-1 as a letter prints them: every name in braces filled, every sum beside its words. */
import { formParts } from './document/letter-doc.ts';

export type FormFactLine = {
  readonly id: string;
  readonly kind: 'heading' | 'field' | 'text' | 'row' | 'prompt';
  readonly text: string;
  /** Of a row: its sum, else empty. */
  readonly amount: string;
  /** What stands before the sum of a row that is added or taken off. */
  readonly sign: '' | '+' | '-';
};

export type FormPartName = (typeof formParts)[number];
export type FormFacts = {
  readonly [language in 'en' | 'es']: Readonly<Record<FormPartName, readonly FormFactLine[]>>;
};

function emptyForm(): FormFacts['en'] {
  const parts: Partial<Record<FormPartName, readonly FormFactLine[]>> = {};
  for (const part of formParts) parts[part] = [];
  return parts as FormFacts['en'];
}

/** Of an account that has no validation notice to send. */
export const noForm: FormFacts = { en: emptyForm(), es: emptyForm() };

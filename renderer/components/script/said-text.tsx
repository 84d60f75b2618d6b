/** A text to say, in paragraphs, what came from the account set apart; or, where it may not be said, the sentence that says why. */
import { Fragment } from 'react';
import type { Result } from '../../../shared/errors/result.ts';
import type { SaidPart } from '../../../shared/scripts/render.ts';
import { FaultAlert } from '../fault-alert.tsx';

export type SaidTextProps = {
  readonly said: Result<readonly SaidPart[]>;
  readonly language: string;
  readonly large?: boolean;
};

export function SaidText({ said, language, large = false }: SaidTextProps) {
  if (!said.ok) return <FaultAlert fault={said.error} />;
  const paragraphs = paragraphsOf(said.value);
  if (paragraphs.length === 0) return null;
  return (
    <div className="script-said" lang={language} data-large={large || undefined}>
      {paragraphs.map(({ at, parts }) => (
        <p key={at}>
          {parts.map((part) =>
            part.merged ? (
              <b key={part.at} className="script-merged">
                {part.text}
              </b>
            ) : (
              <Fragment key={part.at}>{part.text}</Fragment>
            ),
          )}
        </p>
      ))}
    </div>
  );
}

type Placed = SaidPart & { readonly at: number };
/** `at` is the place in the text, which tells paragraphs and their parts apart. */
export type Paragraph = { readonly at: number; readonly parts: readonly Placed[] };

/** Cuts at empty lines in what was written; a fact never opens a paragraph of its own. */
export function paragraphsOf(said: readonly SaidPart[]): readonly Paragraph[] {
  let at = 0;
  let open: { at: number; parts: Placed[] } = { at, parts: [] };
  const paragraphs = [open];
  const add = (text: string, merged: boolean) => {
    at += 1;
    if (text !== '') open.parts.push({ text, merged, at });
  };
  for (const part of said) {
    if (part.merged) {
      add(part.text.replace(/\s+/g, ' '), true);
      continue;
    }
    part.text.split(/\n\s*\n/).forEach((text, index) => {
      if (index > 0) {
        open = { at: at + 1, parts: [] };
        paragraphs.push(open);
      }
      add(text, false);
    });
  }
  return paragraphs.filter(({ parts }) => parts.some(({ text }) => text.trim() !== ''));
}

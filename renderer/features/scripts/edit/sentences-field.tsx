/** A list of sentences as a text, one on a line. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';

export type SentencesFieldProps = {
  readonly label: string;
  readonly description: string;
  readonly sentences: readonly string[];
  onChange(sentences: readonly string[]): void;
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 500))
    .filter((line) => line !== '')
    .slice(0, 30);

export function SentencesField({ label, description, sentences, onChange }: SentencesFieldProps) {
  // While a line is being typed it may still be empty, which the script does not keep.
  const [typed, setTyped] = useState(sentences.join('\n'));
  const kept = sentences.join('\n');
  const shown = linesOf(typed).join('\n') === kept ? typed : kept;
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={2}
      maxRows={10}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(linesOf(event.currentTarget.value));
      }}
    />
  );
}

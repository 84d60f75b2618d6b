/** What never to say, and what to keep in mind while listening. */
import { IconBan, IconEar } from '@tabler/icons-react';
import { useId } from 'react';

export function NeverList({
  sentences,
  language,
}: {
  readonly sentences: readonly string[];
  readonly language: string;
}) {
  const titleId = useId();
  if (sentences.length === 0) return null;
  return (
    <section className="script-never" aria-labelledby={titleId}>
      <h3 id={titleId}>
        <IconBan size={15} aria-hidden /> Never say
      </h3>
      <ul lang={language}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

export function PromptList({ sentences }: { readonly sentences: readonly string[] }) {
  const titleId = useId();
  if (sentences.length === 0) return null;
  return (
    <section className="script-prompts" aria-labelledby={titleId}>
      <h3 id={titleId}>
        <IconEar size={15} aria-hidden /> For you
      </h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

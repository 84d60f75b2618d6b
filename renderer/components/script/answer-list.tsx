/** The answers of a step as buttons: what the other side said or did, its figure, and where it leads when that matters. */
import { UnstyledButton } from '@mantine/core';
import { IconPhoneOff, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import type { Script, ScriptAnswer } from '../../../shared/scripts/script.ts';
import { scriptSituationWords } from '../../../shared/scripts/words.ts';
import { KeyHint } from '../key-hint.tsx';
import { answerKey } from './script-keys.ts';

export type AnswerListProps = {
  readonly script: Script;
  readonly answers: readonly ScriptAnswer[];
  /** Required ticks are open: answers that go on will be refused until then. */
  readonly waiting: boolean;
  onAnswer(answerId: string): void;
};

export function AnswerList({ script, answers, waiting, onAnswer }: AnswerListProps) {
  return (
    <ol className="script-answers" aria-label="What they say">
      {answers.map((answer, index) => (
        <li key={answer.id}>
          <UnstyledButton
            className="script-answer"
            data-answer={answer.id}
            data-waiting={(waiting && !('exit' in answer.to) && answer.party !== 'third_party') || undefined}
            aria-keyshortcuts={answerKey(index)}
            onClick={() => onAnswer(answer.id)}
          >
            <span className="script-answer-key">
              <KeyHint keys={answerKey(index)} />
            </span>
            <span className="script-answer-label">{answer.label}</span>
            <Leads script={script} answer={answer} />
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}

function Leads({ script, answer }: { readonly script: Script; readonly answer: ScriptAnswer }) {
  const { to } = answer;
  const exit = 'exit' in to ? script.exits.find(({ id }) => id === to.exit) : undefined;
  return (
    <span className="script-answer-leads">
      {answer.party === 'right_party' ? (
        <>
          <IconUserCheck size={15} aria-hidden /> <span>Right party</span>
        </>
      ) : null}
      {answer.party === 'third_party' ? (
        <>
          <IconUserOff size={15} aria-hidden /> <span>Somebody else</span>
        </>
      ) : null}
      {exit === undefined ? null : (
        <>
          <IconPhoneOff size={15} aria-hidden /> <span>{exit.label}</span>
        </>
      )}
      {'situation' in to ? <span>Script: {scriptSituationWords[to.situation]}</span> : null}
    </span>
  );
}

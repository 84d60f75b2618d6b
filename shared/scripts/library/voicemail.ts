/** A machine answers: the limited-content message, word for word, and nothing else. The words come from the office’s settings. */
import type { Script } from '../script.ts';
import { scriptAudiences } from '../script.ts';
import { ends, goes, jumps, script, step } from './build.ts';

const never = [
  'Never add a word: with one more it is no longer the message the law protects.',
  'Never say the name of the person, why you call, or that it matters or is urgent.',
  'Never speak to anybody you take to be listening.',
];

export const voicemails: readonly Script[] = [
  script({
    situation: 'voicemail',
    name: 'Voicemail',
    audiences: scriptAudiences,
    start: 'machine',
    resume: null,
    steps: [
      step({
        id: 'machine',
        stage: 'voicemail',
        title: 'Listen to the greeting first',
        say: 'Listen to the end. Is it the voicemail of {{ debtor.name }}, or one that names nobody?',
        never,
        prompts: ['A shared machine, a place of work or a stranger’s name: hang up without a word.'],
        answers: [
          goes('theirs', 'Theirs, or it names nobody', 'message'),
          goes('shared', 'A family, a company or somebody else', 'silent'),
          ends('full', 'It takes no messages', 'no_message'),
          jumps('picked_up', 'Somebody picks up', 'first_call'),
        ],
      }),
      step({
        id: 'message',
        stage: 'voicemail',
        title: 'Leave the message, word for word',
        say: 'Read out the message of your office exactly as it stands here, then hang up.',
        never,
        prompts: ['Slowly, and the number twice as slowly. Stop when it ends.'],
        answers: [
          ends('left', 'Left, word for word', 'voicemail_left'),
          ends('not_left', 'Hung up without leaving it', 'no_message'),
          jumps('picked_up', 'Somebody picks up', 'first_call'),
        ],
      }),
      step({
        id: 'silent',
        stage: 'voicemail',
        title: 'Hang up without a message',
        say: 'Say nothing, and hang up.',
        never,
        prompts: ['If the greeting names somebody else, the number may be wrong. Note what it said.'],
        answers: [
          ends('other_name', 'It named somebody else', 'wrong_number'),
          ends('bye', 'No message left', 'no_message'),
        ],
      }),
    ],
  }),
];

/** Putting an item of the queue off: a word why, and for a snooze until when. One press for the usual ones. */
import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

export type PutOffDialogProps = {
  readonly as: 'skipped' | 'snoozed';
  readonly who: string;
  readonly pending: boolean;
  /** When it may come back; the first is chosen unless another is. */
  readonly times: readonly { readonly label: string; readonly until: number }[];
  putOff(word: string, until: number): void;
  close(): void;
};

const usual = ['No answer', 'Line busy', 'Waits for papers', 'Asked for later', 'No time now'] as const;
/** As the book takes it. */
const mostWord = 200;

export function PutOffDialog({ as, who, pending, times, putOff, close }: PutOffDialogProps) {
  const [word, setWord] = useState('');
  const [chosen, setChosen] = useState('0');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const other = chosen === 'other';
  const parsed = other ? new Date(typed).getTime() : (times[Number(chosen)]?.until ?? Number.NaN);
  const until = Number.isFinite(parsed) && parsed > Date.now() ? parsed : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (word.trim() === '' || until === null || pending) return;
    putOff(word.trim(), until);
  };
  const skipping = as === 'skipped';
  return (
    <Modal opened onClose={close} title={`${skipping ? 'Skip' : 'Snooze'} ${who}`} size="md" centered>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Why"
            data-autofocus
            value={word}
            maxLength={mostWord}
            onChange={(event) => setWord(event.currentTarget.value)}
            error={tried && word.trim() === '' ? 'A word is enough, and it stays with the item.' : null}
            autoComplete="off"
          />
          <Group gap={6}>
            {usual.map((one) => (
              <Button
                key={one}
                size="compact-xs"
                variant={word === one ? 'light' : 'default'}
                onClick={() => setWord(one)}
              >
                {one}
              </Button>
            ))}
          </Group>
          {skipping ? (
            <Text size="sm" c="dimmed">
              It comes back tomorrow.
            </Text>
          ) : (
            <Radio.Group label="Back" value={chosen} onChange={setChosen}>
              <Stack gap={6} mt={4}>
                {times.map(({ label }, index) => (
                  <Radio key={label} value={String(index)} label={label} />
                ))}
                <Radio value="other" label="Another time" />
                {other ? (
                  <TextInput
                    type="datetime-local"
                    aria-label="Day and time"
                    value={typed}
                    onChange={(event) => setTyped(event.currentTarget.value)}
                    error={tried && until === null ? 'Choose a time that is still to come.' : null}
                  />
                ) : null}
              </Stack>
            </Radio.Group>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Leave it
            </Button>
            <Button type="submit" loading={pending}>
              {skipping ? 'Skip for today' : 'Snooze'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

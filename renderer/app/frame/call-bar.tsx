/**
 * A call that is on while another screen is looked at, and one that was on when the program ended: it is offered once, to be
 * gone back to, summed up, or discarded with a word.
 */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { act } from '../../bridge/calls.ts';
import {
  type CallInProgress,
  changeCurrentCall,
  endCurrentCall,
  resumeCurrentCall,
  useCurrentCall,
  useFoundCall,
  useKeepCurrentCall,
} from '../../bridge/current-call.ts';
import { useGo } from '../../bridge/navigation.ts';
import { showDone, showFault } from '../../components/toasts.tsx';

export function CallBar({ path }: { readonly path: string }) {
  useKeepCurrentCall();
  const call = useCurrentCall();
  const found = useFoundCall();
  const go = useGo();
  if (call === null) return null;
  if (found !== null) return <FoundCall call={found} />;
  if (path === `/accounts/${call.accountId}`) return null;
  return (
    <div className="frame-call" role="status">
      <IconPhoneCall size={16} aria-hidden />
      <span className="frame-call-name">
        {call.wrapping ? 'A call with' : 'In a call with'} <strong>{call.debtorName}</strong>
        {call.wrapping ? ' is not kept yet' : ''}
      </span>
      <Button size="compact-xs" onClick={() => go({ accountId: call.accountId })}>
        Back to the call
      </Button>
    </div>
  );
}

/** `12 minutes ago`; a clock set back counts as just now. */
export function agoWords(at: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? 'an hour ago' : `${hours} hours ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? 'a day ago' : `${days} days ago`;
}

function FoundCall({ call }: { readonly call: CallInProgress }) {
  const go = useGo();
  const [discarding, setDiscarding] = useState(false);
  const [word, setWord] = useState('');
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [now] = useState(() => Date.now());
  // A key that was meant for the screen before must not decide about the call.
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 300);
    return () => clearTimeout(timer);
  }, []);
  const back = () => {
    resumeCurrentCall();
    go({ accountId: call.accountId });
  };
  const wrap = () => {
    // Nobody knows how long it went on after the last key.
    changeCurrentCall((one) => ({ ...one, wrapping: true, endedAt: one.endedAt ?? call.touchedAt }));
    back();
  };
  const discard = async () => {
    setTried(true);
    if (word.trim() === '' || pending) return;
    setPending(true);
    const text = `A call in progress was discarded: ${word.trim()}`;
    const result = await act('notes.add', { accountId: call.accountId, text, addendumTo: null });
    setPending(false);
    if (!result.ok) return void showFault(result.error);
    endCurrentCall();
    showDone('The call was discarded; why stands in a note.');
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={`A call with ${call.debtorName} was in progress`}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">
          It was last worked on {agoWords(call.touchedAt, now)}
          {call.number === '' ? '' : `, on ${call.number}`}. What was typed and ticked is there. Go back to it
          if you are still talking; sum it up if it is over.
        </Text>
        {discarding ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void discard();
            }}
          >
            <TextInput
              data-autofocus
              label="Why it is not to be kept"
              description="It becomes a note of the account. A call that took place belongs in the book."
              withAsterisk
              maxLength={300}
              autoComplete="off"
              value={word}
              error={tried && word.trim() === '' ? 'Say why, in a word.' : undefined}
              onChange={(event) => setWord(event.currentTarget.value)}
            />
            <Group justify="flex-end" gap="xs" mt="sm">
              <Button variant="default" onClick={() => setDiscarding(false)}>
                Keep it for now
              </Button>
              <Button type="submit" color="red" aria-busy={pending || undefined}>
                Discard the call
              </Button>
            </Group>
          </form>
        ) : (
          <Group justify="space-between" gap="xs">
            <Button variant="default" onClick={() => setDiscarding(true)}>
              Discard…
            </Button>
            <Group gap="xs">
              <Button variant="default" disabled={!settled} onClick={wrap}>
                Sum it up
              </Button>
              <Button data-autofocus disabled={!settled} onClick={back}>
                Back to the call
              </Button>
            </Group>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}

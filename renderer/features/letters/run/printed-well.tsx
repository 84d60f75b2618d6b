/**
 * Did it print well? Nothing counts as sent before this is answered. After a jam one says from which sheet on, which sheets, or ticks the
 * letters in the list below; what is read from the answer is named before it is kept.
 */
import { Alert, Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconQuestionMark } from '@tabler/icons-react';
import { useState } from 'react';
import { readSheets, spoiltBetween } from '../../../../shared/domain/print-run.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { act } from '../../../bridge/calls.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { counted } from './count-words.ts';
import type { RunAnswer } from './run-view.tsx';

const ways = ['last', 'sheets', 'none'] as const;
type Way = (typeof ways)[number];

export function PrintedWell({ answer: { run, letters } }: { readonly answer: RunAnswer }) {
  const [jammed, setJammed] = useState(false);
  const [way, setWay] = useState<Way>('last');
  const [last, setLast] = useState<number | null>(null);
  const [typed, setTyped] = useState('');
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const sent = letters.filter(({ state }) => state === 'sent_to_printer');
  const stack = sent.map(({ place, firstSheet, sheets }) => ({
    place,
    firstSheet: firstSheet ?? 1,
    sheets: sheets ?? 1,
  }));
  const end = stack.at(-1);
  const mostSheets = end ? end.firstSheet + end.sheets - 1 : 0;
  const spoilt = spoiltOf();

  function spoiltOf(): ReadonlySet<number> | null {
    if (way === 'none') return new Set(sent.map(({ place }) => place));
    if (way === 'last')
      return last === null ? null : new Set(sent.flatMap(({ place }) => (place > last ? place : [])));
    const ranges = readSheets(typed, mostSheets);
    return ranges && new Set(ranges.flatMap((range) => [...spoiltBetween(stack, range.first, range.last)]));
  }
  const say = async (places: ReadonlySet<number>) => {
    setPending(true);
    const kept = await act('runs.answer', { runId: run.runId, spoilt: [...places] });
    setPending(false);
    if (!kept.ok) setFault(kept.error);
  };
  return (
    <Alert
      p="sm"
      color="yellow"
      className="run-next"
      icon={<IconQuestionMark size={20} aria-hidden />}
      title={`Did ${sent.length === 1 ? 'the letter' : `all ${counted(sent.length, 'letter')}`} come out well?`}
    >
      <Stack gap="xs">
        <Text size="sm">
          {sent.length === 1 ? 'It counts' : 'They count'} as sent only when you say so. Look through the
          stack first: {counted(mostSheets, 'sheet')} after the cover sheet.
        </Text>
        <FaultAlert fault={fault} />
        {jammed ? (
          <>
            <Radio.Group
              aria-label="What did not come out well"
              value={way}
              onChange={(value) => setWay(ways.find((one) => one === value) ?? 'last')}
            >
              <Stack gap={6}>
                <Radio value="last" label="It stopped: this is the last good letter" data-autofocus />
                <Radio value="sheets" label="These sheets are spoilt" />
                <Radio value="none" label="Nothing came out" />
              </Stack>
            </Radio.Group>
            {way === 'last' ? (
              <Select
                aria-label="The last good letter"
                placeholder="Name, account or number in the list"
                searchable
                w={420}
                limit={50}
                data={sent.map(({ place, debtorName, number, firstSheet }) => ({
                  value: String(place),
                  label: `${place}. ${debtorName}, ${number} (sheet ${firstSheet ?? '?'})`,
                }))}
                value={last === null ? null : String(last)}
                onChange={(value) => setLast(value === null ? null : Number(value))}
              />
            ) : null}
            {way === 'sheets' ? (
              <TextInput
                aria-label="Spoilt sheets"
                placeholder="12, 15-18, 120-"
                description={`Sheets counted after the cover sheet, 1 to ${mostSheets.toLocaleString('en-US')}; “120-” means all from 120 on.`}
                error={
                  typed !== '' && spoilt === null ? 'Write numbers of sheets, such as 12 or 15-18.' : null
                }
                w={420}
                maxLength={400}
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            ) : null}
            <Text size="sm" role="status">
              {spoilt === null
                ? ''
                : `${counted(sent.length - spoilt.size, 'letter counts', 'letters count')} as sent; ${counted(spoilt.size, 'letter is', 'letters are')} printed again.`}
            </Text>
            <Group gap="xs">
              <Button
                loading={pending}
                disabled={spoilt === null}
                onClick={() => spoilt !== null && void say(spoilt)}
              >
                {spoilt === null || spoilt.size === 0
                  ? 'Keep this answer'
                  : `Print ${counted(spoilt.size, 'letter')} again`}
              </Button>
              <Button variant="default" onClick={() => setJammed(false)}>
                Back
              </Button>
            </Group>
          </>
        ) : (
          <Group gap="xs">
            <Button loading={pending} onClick={() => void say(new Set())}>
              All came out well
            </Button>
            <Button variant="default" disabled={pending} onClick={() => setJammed(true)}>
              Something went wrong…
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

/**
 * What stands at the foot of letters into a state: the number of the licence, which comes from the licences of the office, and a line of
 * the office's own for what the state asks besides.
 */
import { Button, Group, NativeSelect, Stack, Text, Textarea, VisuallyHidden } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { isStateCode, stateCodes } from '../../../../shared/domain/law.ts';
import { stateNames } from '../../../../shared/domain/state-names.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { useCommand } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';

export type StateLinesProps = Pick<OutputOf<'letters.letterheadMore'>, 'stateLines' | 'licences'>;

const byName = [...stateCodes].sort((one, other) => stateNames[one].localeCompare(stateNames[other]));

export function StateLines({ stateLines, licences }: StateLinesProps) {
  const [state, setState] = useState('');
  const [line, setLine] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const save = useCommand('letters.setStateLine');
  const standing = stateLines.find((one) => one.state === state)?.line ?? '';

  const choose = (code: string) => {
    setState(code);
    setLine(stateLines.find((one) => one.state === code)?.line ?? '');
    setFault(null);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isStateCode(state)) return;
    setFault(null);
    save.mutate(
      { state, line },
      {
        onSuccess: () => {
          showDone(
            line.trim() === ''
              ? `Letters into ${stateNames[state]} carry no line of their own any more.`
              : `Letters into ${stateNames[state]} carry this line from now on.`,
          );
          choose('');
        },
        onError: (error) => setFault(error.fault),
      },
    );
  };

  const states = byName.filter(
    (code) => stateLines.some((one) => one.state === code) || licences.some((one) => one.state === code),
  );
  return (
    <Stack gap="sm">
      <Text size="sm">
        Printed at the end of letters to people who get their mail in that state. Numbers of licenses and
        registrations come from Rules, Licenses; a sentence a state asks for besides is entered here.
      </Text>
      {states.length === 0 ? (
        <Text size="sm">Nothing stands at the foot for any state yet.</Text>
      ) : (
        <ul className="state-lines">
          {states.map((code) => (
            <li key={code}>
              <Text fw={600} size="sm">
                {stateNames[code]}
              </Text>
              <div>
                {licences
                  .filter((one) => one.state === code)
                  .map(({ notice }) => (
                    <Text key={notice} size="sm">
                      {notice}
                    </Text>
                  ))}
                {stateLines
                  .filter((one) => one.state === code)
                  .map((one) => (
                    <Text key={one.line} size="sm">
                      {one.line}
                    </Text>
                  ))}
              </div>
              <Button size="compact-sm" variant="default" onClick={() => choose(code)}>
                Change<VisuallyHidden> the line of {stateNames[code]}</VisuallyHidden>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit}>
        <Stack gap="xs">
          <NativeSelect
            label="State"
            value={state}
            onChange={(event) => choose(event.currentTarget.value)}
            data={[
              { value: '', label: 'Choose a state' },
              ...byName.map((code) => ({ value: code, label: stateNames[code] })),
            ]}
          />
          <Textarea
            label="Line at the foot"
            description="As counsel or the state words it. Empty takes it away."
            value={line}
            maxLength={400}
            autosize
            minRows={2}
            maxRows={5}
            disabled={state === ''}
            onChange={(event) => setLine(event.currentTarget.value)}
          />
          <FaultAlert fault={fault} />
          <Group justify="flex-end">
            <Button
              type="submit"
              loading={save.isPending}
              disabled={state === '' || line.trim() === standing}
            >
              Save the line
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}

/** What a kept letter was made with: by whom and when, from which version, for which sheet, on which facts; and whether it is still the same. */
import { Alert, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { LetterAboutKept } from '../../../shared/contract/letters.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { letterFields } from '../../../shared/templates/fields.ts';
import type { SheetSetup } from '../../../shared/templates/letters/sheet-setup.ts';
import { verdictOutcomeWords } from '../../../shared/text/labels.ts';
import { ask } from '../../bridge/calls.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { InstantText } from '../../components/moments.tsx';

const labels: ReadonlyMap<string, string> = new Map(letterFields.map(({ name, label }) => [name, label]));

const papers = { letter: 'US Letter', legal: 'US Legal', a4: 'A4' } as const;
const envelopes: Readonly<Record<SheetSetup['envelope'], string>> = {
  ten: '#10 window',
  ten_double: '#10 double window',
  nine: '#9 window',
  nine_double: '#9 double window',
  none: 'no window',
};
const folds = { c: 'folded in thirds (C)', z: 'folded in a zigzag (Z)' } as const;

function sheetWords({ paper, envelope, fold, upperCase, offsetMm }: SheetSetup): string {
  const moved = offsetMm.right !== 0 || offsetMm.down !== 0;
  return [
    papers[paper],
    `${envelopes[envelope]} envelope`,
    folds[fold],
    ...(upperCase ? ['address in capitals'] : []),
    ...(moved ? [`printer offset ${offsetMm.right} mm right, ${offsetMm.down} mm down`] : []),
  ].join(', ');
}

export function KeptAbout({ about }: { readonly about: LetterAboutKept }) {
  const [checked, setChecked] = useState<OutputOf<'letters.verify'> | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState(false);
  const [text, setText] = useState('');
  const verify = async () => {
    setPending(true);
    const answer = await ask('letters.verify', { letterId: about.letterId });
    setPending(false);
    setFault(answer.ok ? null : answer.error);
    setChecked(answer.ok ? answer.value : null);
  };
  const wanted = text.trim().toLowerCase();
  const facts = about.facts.filter(
    ({ name, value }) =>
      wanted === '' ||
      value.toLowerCase().includes(wanted) ||
      name.includes(wanted) ||
      (labels.get(name) ?? '').toLowerCase().includes(wanted),
  );
  return (
    <Stack gap="sm" className="kept-about">
      <dl className="kept-facts">
        <dt>Number</dt>
        <dd>{about.letterId}</dd>
        <dt>Template</dt>
        <dd>
          {about.templateName}, version {about.templateVersion} ({about.templateCode})
        </dd>
        <dt>Made</dt>
        <dd>
          <InstantText at={about.madeAt} /> by {about.author}
        </dd>
        <dt>Printed</dt>
        <dd>{about.printedAt === null ? 'Not printed' : <InstantText at={about.printedAt} />}</dd>
        <dt>To</dt>
        <dd>{about.addressLines.length === 0 ? 'Without an address' : about.addressLines.join(', ')}</dd>
        <dt>Sheet</dt>
        <dd>{about.sheet === null ? 'Made before sheets could be set up' : sheetWords(about.sheet)}</dd>
        <dt>Rules</dt>
        <dd>
          {about.verdict === null ? 'Not asked: it went to nobody' : verdictOutcomeWords[about.verdict]}
          {about.overrideReason === '' ? '' : `. Reason given: ${about.overrideReason}`}
        </dd>
        <dt>Wording</dt>
        <dd>
          {about.findings.length === 0
            ? 'Nothing was found'
            : about.findings.map(({ code, why, words }) => (
                <div key={`${code} ${words} ${why}`}>
                  {why}
                  {words === '' ? null : <span className="letters-from"> “{words}”</span>}
                </div>
              ))}
        </dd>
        {about.copies.length === 0 ? null : (
          <>
            <dt>Copies</dt>
            <dd>
              {about.copies.map(({ kind, at, author, to }) => (
                <div key={`${kind} ${at}`}>
                  {kind === 'word' ? 'Word file, to be changed elsewhere' : `Draft of an email to ${to}`},{' '}
                  <InstantText at={at} /> by {author}
                </div>
              ))}
            </dd>
          </>
        )}
        <dt>SHA-256</dt>
        <dd>
          <Group gap="xs" align="center">
            <code className="kept-hash">{about.sha256}</code>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconShieldCheck size={15} aria-hidden />}
              loading={pending}
              onClick={() => void verify()}
            >
              Verify
            </Button>
          </Group>
          <span className="letters-from">
            {about.bytes.toLocaleString('en-US')} bytes, {about.pages} {about.pages === 1 ? 'page' : 'pages'}
          </span>
        </dd>
      </dl>
      <FaultAlert fault={fault} />
      {checked === null ? null : checked.matches ? (
        <Alert color="green" icon={<IconCheck size={18} aria-hidden />} p="xs" role="status">
          The copy in the book is, byte for byte, the one that was kept: its hash was worked out anew and is
          the same.
        </Alert>
      ) : (
        <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />} p="xs" role="alert">
          The copy in the book is not the one that was kept: its hash is now {checked.sha256}. Restore a
          backup and compare.
        </Alert>
      )}
      <Group justify="space-between" align="flex-end" gap="xs">
        <Text size="sm" fw={600}>
          What it was filled with
        </Text>
        <TextInput
          size="xs"
          aria-label="Search the fields"
          placeholder="Search the fields"
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      <Table.ScrollContainer minWidth={480} mah={320} className="letters-table">
        <Table aria-label="Fields" verticalSpacing={3}>
          <Table.Tbody>
            {facts.map(({ name, value }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {labels.get(name) ?? name}
                </Table.Th>
                <Table.Td className="kept-value">{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

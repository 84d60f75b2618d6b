/** Before a file: drop it, choose it, or paste a table; what was under way when the book was closed; what was brought in before. */
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconClipboard, IconFileImport, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { importLimits } from '../../../shared/domain/import.ts';
import { useImport } from './import-state.ts';
import { countOf } from './import-words.ts';
import { chooseFile, forgetKept, takePasted } from './import-work.ts';

export function StartView() {
  const kept = useImport((state) => state.kept);
  const [pasting, setPasting] = useState(false);
  return (
    <>
      {kept === null ? null : (
        <Alert
          color="yellow"
          variant="light"
          role="status"
          icon={<IconHistory size={18} aria-hidden />}
          title={`The import of ${kept.fileName} was not finished`}
        >
          <Text size="sm">
            Nothing of this file is in the book. Choose it again to go on; what you set for it is kept.
          </Text>
          <Group gap="xs" mt="xs">
            <Button variant="default" onClick={forgetKept}>
              Forget it
            </Button>
          </Group>
        </Alert>
      )}
      <section className="import-drop" aria-label="A file to bring in">
        <IconFileImport size={34} aria-hidden />
        <div className="import-drop-words">
          <Text fw={600}>Drop a file here, or anywhere in the window</Text>
          <Text size="sm" c="dimmed">
            CSV and other tables, Excel and OpenDocument workbooks, QuickBooks reports and IIF, lists from
            Xero, FreshBooks, Wave, Zoho, Stripe and Invoice Ninja, bank files (OFX, QBO, QFX), remittances
            (X12 835). Nothing is written before you have seen what it would do, and it can be taken back.
          </Text>
        </div>
        <Group gap="xs" className="import-drop-ways">
          <Button onClick={() => void chooseFile()}>Choose file…</Button>
          <Button
            variant="default"
            leftSection={<IconClipboard size={15} aria-hidden />}
            onClick={() => setPasting(true)}
          >
            Paste a table…
          </Button>
        </Group>
      </section>
      <PasteDialog opened={pasting} onClose={() => setPasting(false)} />
    </>
  );
}

type PasteDialogProps = { readonly opened: boolean; onClose(): void };

/** Rows shown of what was pasted; all of it is taken. */
const shownLines = 6;

/** The program may not read the clipboard by itself: the person pastes into the field. */
function PasteDialog({ opened, onClose }: PasteDialogProps) {
  const [text, setText] = useState('');
  const close = () => {
    setText('');
    onClose();
  };
  const tooLong = text.length > importLimits.pastedCharacters;
  const lines = linesIn(text);
  return (
    <Modal opened={opened} onClose={close} title="Paste a table" size="lg">
      <Stack gap="sm">
        <Text size="sm">
          Copy the cells in Excel or another program, with the line that names the columns, and paste them
          here.
        </Text>
        <Textarea
          aria-label="The table"
          data-autofocus
          rows={7}
          className="import-paste"
          placeholder="Press Ctrl+V or ⌘V here"
          wrap="off"
          value={shownOf(text)}
          error={
            tooLong
              ? `More than ${(importLimits.pastedCharacters / 1024 / 1024).toFixed(0)} million characters. Save it as a file and choose that.`
              : undefined
          }
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            if (pasted === '') return;
            // A large table in a field would make the window wait: it is held here and only its top is shown.
            event.preventDefault();
            setText(pasted);
          }}
          readOnly={text.split('\n', shownLines + 1).length > shownLines}
        />
        <Group justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {text === '' ? '' : `${countOf(lines, 'line')} pasted`}
          </Text>
          <Group gap="xs">
            {text === '' ? null : (
              <Button variant="default" onClick={() => setText('')}>
                Clear
              </Button>
            )}
            <Button
              disabled={text.trim() === '' || tooLong}
              onClick={() => {
                close();
                void takePasted(text);
              }}
            >
              Take the table
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}

function linesIn(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function shownOf(text: string): string {
  const lines = text.split('\n', shownLines + 1);
  return lines.length > shownLines ? `${lines.slice(0, shownLines).join('\n')}\n…` : text;
}

/**
 * How the office prints: paper, envelope, fold and printer, beside a letter as it would come out, with the window drawn over it. The
 * printer's own error is found with a test page: two numbers are read off and typed here.
 */
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
} from '@mantine/core';
import { IconAlertTriangle, IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { printSetup as setupShape } from '../../../../shared/contract/print.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import {
  envelopeOf,
  inch,
  linesAnywhere,
  overlayOf,
  sheetFaultOf,
} from '../../../../shared/templates/letters/sheet-geometry.ts';
import {
  type Envelope,
  envelopes,
  type Fold,
  mostOffsetMm,
  type PaperSize,
  type PrinterSetup,
  type PrintSetup,
  paperSizes,
  type SheetSetup,
  type WindowPlace,
} from '../../../../shared/templates/letters/sheet-setup.ts';
import { act, ask } from '../../../bridge/calls.ts';
import { parseStored, useDraft } from '../../../bridge/drafts.ts';
import { useCall, useCommand } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { PdfView } from '../../../components/pdf/pdf-view.tsx';
import { showDone } from '../../../components/toasts.tsx';
import { PrinterFields } from './printer-fields.tsx';
import './setup.css';

export type PrintSetupDialogProps = { readonly opened: boolean; onClose(): void };

export function PrintSetupDialog({ opened, onClose }: PrintSetupDialogProps) {
  const current = useCall('print.setup', {}, { enabled: opened });
  return (
    <Modal opened={opened} onClose={onClose} title="Print setup" size="64rem">
      <FaultAlert fault={current.error?.fault} />
      {opened && current.data ? <SetupForm saved={current.data.setup} onClose={onClose} /> : null}
    </Modal>
  );
}

const paperWords: Readonly<Record<PaperSize, string>> = {
  letter: 'US Letter, 8 1/2 × 11 in',
  legal: 'US Legal, 8 1/2 × 14 in',
  a4: 'A4, 210 × 297 mm',
};
const envelopeWords: Readonly<Record<Envelope, string>> = {
  ten: '#10, one window',
  ten_double: '#10, two windows',
  nine: '#9, one window',
  nine_double: '#9, two windows',
  none: 'Without a window',
};

function foldWords(paper: PaperSize): Readonly<Record<Fold, string>> {
  return paper === 'legal'
    ? { c: 'In half, and again', z: 'Zigzag in four' }
    : { c: 'In three, tucked in', z: 'Zigzag in three' };
}

type SetupFormProps = { readonly saved: PrintSetup; onClose(): void };

function SetupForm({ saved, onClose }: SetupFormProps) {
  const [setup, setSetup] = useState(saved);
  const [fault, setFault] = useState<Fault | null>(null);
  const { ready, text, setText, clear } = useDraft('print-setup');
  const save = useCommand('print.saveSetup');

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was half-chosen comes back once, when it has been read
  useEffect(() => {
    if (ready) setSetup(parseStored(text, setupShape) ?? saved);
  }, [ready]);

  const keep = (next: PrintSetup) => {
    setSetup(next);
    setText(JSON.stringify(next) === JSON.stringify(saved) ? '' : JSON.stringify(next));
  };
  const change = (part: Partial<SheetSetup>) => keep({ ...setup, sheet: { ...setup.sheet, ...part } });
  const changePrinter = (part: Partial<PrinterSetup>) =>
    keep({ ...setup, printer: { ...setup.printer, ...part } });

  const { sheet } = setup;
  const why = sheetFaultOf(sheet);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    save.mutate(setup, {
      onSuccess: () => {
        clear();
        showDone('The print setup was saved. Letters made from now on are printed so.');
        onClose();
      },
      onError: (error) => setFault(error.fault),
    });
  };

  return (
    <form onSubmit={submit} className="print-setup">
      <Stack gap="md">
        <fieldset>
          <legend>Paper and envelope</legend>
          <Stack gap="xs">
            <div className="print-setup-row">
              <NativeSelect
                label="Paper"
                value={sheet.paper}
                data={paperSizes.map((value) => ({ value, label: paperWords[value] }))}
                onChange={(event) => {
                  const paper = paperSizes.find((one) => one === event.currentTarget.value);
                  if (paper) change({ paper });
                }}
              />
              <NativeSelect
                label="Envelope"
                value={sheet.envelope}
                data={envelopes.map((value) => ({ value, label: envelopeWords[value] }))}
                onChange={(event) => {
                  const envelope = envelopes.find((one) => one === event.currentTarget.value);
                  if (envelope) keep({ ...setup, sheet: { ...withoutWindow(sheet), envelope } });
                }}
              />
            </div>
            {sheet.envelope === 'none' ? null : (
              <>
                <SegmentedControl
                  fullWidth
                  aria-label="How the sheet is folded"
                  value={sheet.fold}
                  onChange={(value) => change({ fold: value === 'z' ? 'z' : 'c' })}
                  data={(['c', 'z'] as const).map((value) => ({
                    value,
                    label: foldWords(sheet.paper)[value],
                  }))}
                />
                <Checkbox
                  label="Short marks at the left edge where the sheet is folded"
                  checked={sheet.foldMarks}
                  onChange={(event) => change({ foldMarks: event.currentTarget.checked })}
                />
                <OwnWindow sheet={sheet} change={(next) => keep({ ...setup, sheet: next })} />
              </>
            )}
            <Checkbox
              label="Addresses in capitals without punctuation, as the post’s machines read them best"
              checked={sheet.upperCase}
              onChange={(event) => change({ upperCase: event.currentTarget.checked })}
            />
            <SheetWords sheet={sheet} why={why} />
          </Stack>
        </fieldset>
        <fieldset>
          <legend>Printer</legend>
          <PrinterFields printer={setup.printer} change={changePrinter} />
        </fieldset>
        <Offset sheet={sheet} change={change} />
        <FaultAlert fault={fault} />
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={() => {
              clear();
              onClose();
            }}
          >
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending} disabled={why !== null}>
            Save
          </Button>
        </Group>
      </Stack>
      <Sample sheet={sheet} possible={why === null} />
    </form>
  );
}

function withoutWindow({ window: _window, ...sheet }: SheetSetup): SheetSetup {
  return sheet;
}

function SheetWords({ sheet, why }: { readonly sheet: SheetSetup; readonly why: string | null }) {
  if (why !== null)
    return (
      <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />} title="These do not go together">
        {why}
      </Alert>
    );
  if (sheet.envelope === 'none')
    return <Text size="sm">Envelopes or labels can be printed for these letters from their list.</Text>;
  const lines = linesAnywhere(sheet);
  return (
    <>
      <Text size="sm">
        The address may have six lines.{' '}
        {lines === 0
          ? 'This fold leaves the sheet room to move up: it keeps clear of the window while it rests on the lower edge of the envelope.'
          : `Up to ${lines} ${lines === 1 ? 'line stays' : 'lines stay'} whole in the window wherever the sheet slides; longer ones while it rests on the lower edge of the envelope.`}
      </Text>
      {sheet.envelope.endsWith('_double') ? (
        <Text size="sm">
          The name of the office shows in the upper window. On an envelope a debt collector may use its name
          only if the name does not say that it collects debts (15 U.S.C. 1692f(8)).
        </Text>
      ) : null}
    </>
  );
}

type OwnWindowProps = { readonly sheet: SheetSetup; change(sheet: SheetSetup): void };

const windowParts = [
  ['leftMm', 'From the left'],
  ['fromBottomMm', 'From the bottom'],
  ['widthMm', 'Width'],
  ['heightMm', 'Height'],
] as const satisfies readonly (readonly [keyof WindowPlace, string])[];

/** Makers differ: an office whose envelopes differ by more than an eighth of an inch measures its own. */
function OwnWindow({ sheet, change }: OwnWindowProps) {
  const { window } = envelopeOf(sheet);
  return (
    <Stack gap={6}>
      <Checkbox
        label="The window of our envelopes is elsewhere: measured by us"
        checked={sheet.window !== undefined}
        onChange={(event) =>
          change(event.currentTarget.checked ? { ...sheet, window } : withoutWindow(sheet))
        }
      />
      {sheet.window === undefined ? null : (
        <div className="print-setup-row">
          {windowParts.map(([part, label]) => (
            <NumberInput
              key={part}
              label={label}
              suffix=" in"
              value={Math.round((window[part] / inch) * 1000) / 1000}
              min={0}
              max={10}
              step={0.0625}
              decimalScale={3}
              onChange={(value) => {
                if (typeof value === 'number')
                  change({ ...sheet, window: { ...window, [part]: value * inch } });
              }}
            />
          ))}
        </div>
      )}
    </Stack>
  );
}

type OffsetProps = { readonly sheet: SheetSetup; change(part: Partial<SheetSetup>): void };

function Offset({ sheet, change }: OffsetProps) {
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { right, down } = sheet.offsetMm;

  const print = async () => {
    setFault(null);
    setPending(true);
    const answer = await act('print.testPage', { sheet });
    setPending(false);
    if (!answer.ok) setFault(answer.error);
    else if (answer.value.printed)
      showDone('The test page was printed. Fold it as it says, and type the two numbers.');
  };

  const number = (label: string, part: 'right' | 'down', value: number) => (
    <NumberInput
      label={label}
      suffix=" mm"
      value={value}
      min={-mostOffsetMm}
      max={mostOffsetMm}
      step={0.5}
      decimalScale={1}
      clampBehavior="strict"
      onChange={(typed) =>
        change({ offsetMm: { ...sheet.offsetMm, [part]: typeof typed === 'number' ? typed : 0 } })
      }
    />
  );
  return (
    <fieldset>
      <legend>Printer’s own error</legend>
      <Stack gap="xs">
        <Text size="sm">
          Few printers hit the paper to the millimeter. Print the test page, fold it as it says, read two
          numbers, and type them here.
        </Text>
        <div className="print-setup-row">
          {number('Right', 'right', right)}
          {number('Down', 'down', down)}
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            loading={pending}
            onClick={print}
          >
            Test page…
          </Button>
        </div>
        <FaultAlert fault={fault} />
      </Stack>
    </fieldset>
  );
}

type Made = OutputOf<'print.sample'>;

/** Made anew a moment after the last change. */
const restMs = 250;

function Sample({ sheet, possible }: { readonly sheet: SheetSetup; readonly possible: boolean }) {
  const [made, setMade] = useState<{ pdf: Made['pdf']; sheet: SheetSetup } | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => {
    if (!possible) return;
    let current = true;
    const timer = setTimeout(() => {
      void ask('print.sample', { sheet }).then((answer) => {
        if (!current) return;
        setFault(answer.ok ? null : answer.error);
        if (answer.ok) setMade({ pdf: answer.value.pdf, sheet });
      });
    }, restMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [sheet, possible]);
  const overlay = useMemo(() => (made ? overlayOf(made.sheet) : null), [made]);
  return (
    <div className="print-setup-preview">
      <FaultAlert fault={fault} />
      {possible ? null : (
        <Text size="sm">A letter is shown here as soon as paper and envelope go together.</Text>
      )}
      {made === null || !possible ? null : (
        <PdfView pdf={made.pdf} label="A letter on this sheet" overlay={overlay} overlayOn />
      )}
    </div>
  );
}

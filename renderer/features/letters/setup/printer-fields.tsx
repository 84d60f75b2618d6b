/**
 * How letters go to the printer: through the system's dialog, or straight to one printer and tray of this computer; one side or
 * both, how many. A printer that is remembered and gone stays named, so that nobody wonders where it went.
 */
import { NativeSelect, NumberInput } from '@mantine/core';
import type { PrinterSetup } from '../../../../shared/templates/letters/sheet-setup.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';

export type PrinterFieldsProps = {
  readonly printer: PrinterSetup;
  change(part: Partial<PrinterSetup>): void;
};

const duplexes = [
  ['off', 'One side'],
  ['long_edge', 'Both sides, turned at the long edge'],
  ['short_edge', 'Both sides, turned at the short edge'],
] as const;

export function PrinterFields({ printer, change }: PrinterFieldsProps) {
  const known = useCall('print.printers', {});
  const printers = known.data?.printers ?? [];
  const chosen = printers.find(({ name }) => name === printer.printer);
  const gone = printer.printer !== '' && known.data !== undefined && chosen === undefined;
  const trays = chosen?.trays ?? [];
  const trayGone =
    printer.tray !== '' && chosen !== undefined && !trays.some(({ code }) => code === printer.tray);
  return (
    <div className="print-setup-row" data-wide>
      <FaultAlert fault={known.error?.fault} />
      <NativeSelect
        label="Printer"
        value={printer.printer}
        error={gone ? 'This computer does not have this printer any more.' : undefined}
        data={[
          { value: '', label: 'Ask each time' },
          ...printers.map(({ name, title }) => ({ value: name, label: title })),
          ...(printer.printer !== '' && chosen === undefined
            ? [{ value: printer.printer, label: printer.printer }]
            : []),
        ]}
        onChange={(event) => change({ printer: event.currentTarget.value, tray: '' })}
      />
      {trays.length === 0 && !trayGone ? null : (
        <NativeSelect
          label="Tray"
          value={printer.tray}
          error={trayGone ? 'The printer does not name this tray any more.' : undefined}
          data={[
            { value: '', label: 'As the printer is set' },
            ...trays.map(({ code, name }) => ({ value: code, label: name })),
            ...(trayGone ? [{ value: printer.tray, label: printer.tray }] : []),
          ]}
          onChange={(event) => change({ tray: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label="Sides"
        value={printer.duplex}
        data={duplexes.map(([value, label]) => ({ value, label }))}
        onChange={(event) => {
          const found = duplexes.find(([value]) => value === event.currentTarget.value);
          if (found) change({ duplex: found[0] });
        }}
      />
      <NumberInput
        label="Copies"
        value={printer.copies}
        min={1}
        max={20}
        clampBehavior="strict"
        onChange={(value) => change({ copies: typeof value === 'number' ? value : 1 })}
      />
    </div>
  );
}

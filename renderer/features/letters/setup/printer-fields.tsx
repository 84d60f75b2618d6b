/** How letters go to the printer: one side or both, how many. */
import { NativeSelect, NumberInput } from '@mantine/core';
import type { PrinterSetup } from '../../../../shared/templates/letters/sheet-setup.ts';

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
  return (
    <div className="print-setup-row">
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

/** A table nobody recognised: what stands above the header is a title, everything below it a row. */
import { importLimits } from '../../import.ts';
import { isBlankRecord, type RawRecord, type ShapeAsked, type ShapeSink, type SourceShape } from './shape.ts';

export const plainTable: SourceShape = {
  source: 'table',
  recognise: () => null,
  open({ beginning, headerLine }: ShapeAsked, sink: ShapeSink) {
    const header = headerLine === 0 ? undefined : beginning.find((record) => record.line >= headerLine);
    const below = beginning.filter(
      (record) => record.line >= headerLine && record !== header && !isBlankRecord(record.cells),
    );
    const width = Math.min(
      importLimits.columns,
      header ? header.cells.length : below.reduce((most, record) => Math.max(most, record.cells.length), 0),
    );
    const columns = Array.from({ length: width }, (_, index) => ({
      name: (header?.cells[index] ?? '').trim(),
      field: null,
    }));
    let pastHeader = headerLine === 0;
    return {
      columns,
      rowKind: 'charge',
      take(record: RawRecord) {
        if (!pastHeader) {
          if (record.line >= headerLine) pastHeader = true;
          else if (!isBlankRecord(record.cells))
            sink.skip({ line: record.line, why: 'title', text: record.cells.join(' ').trim().slice(0, 200) });
          return;
        }
        if (isBlankRecord(record.cells)) return;
        sink.row({ line: record.line, cells: record.cells, stray: record.stray, kind: null });
      },
      end() {
        // Every record was a row of its own.
      },
    };
  },
};

/**
 * The top of the file as it is read now: titles above, the line with the names of the columns, the first rows. Pressing the number of a
 * line says that the names stand there.
 */
import { Fragment, memo } from 'react';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import type { ImportField } from '../../../shared/domain/import.ts';
import { importFieldWords } from '../../../shared/text/labels.ts';
import { skippedWords } from './skipped-lines.tsx';
import './sample-table.css';

export type SampleTableProps = {
  readonly preview: ImportPreview;
  readonly mapping: readonly (ImportField | null)[];
  /** Off where the format itself says what its columns are. */
  readonly canChoose: boolean;
  readonly busy: boolean;
  onHeaderLine(line: number): void;
};

type Line =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly why: ImportPreview['skipped'][number]['why']; readonly text: string };

const titlesShown = 8;

/** Rows and what was passed over between them, in the order of the file. */
export function linesOf(preview: ImportPreview): { readonly above: Line[]; readonly below: Line[] } {
  const { headerLine } = preview.reading;
  const last = preview.sample.at(-1)?.line ?? headerLine;
  const above = preview.skipped.filter(({ line }) => line < headerLine).slice(-titlesShown);
  const between = preview.skipped.filter(({ line }) => line > headerLine && line < last);
  const below = [...preview.sample, ...between].sort((one, other) => one.line - other.line);
  return { above, below };
}

export const SampleTable = memo(function SampleTable(props: SampleTableProps) {
  const { preview, mapping, canChoose, busy, onHeaderLine } = props;
  const { above, below } = linesOf(preview);
  const { headerLine } = preview.reading;
  const width = preview.columns.length;
  const head = (line: number, current: boolean) => (
    <th scope="row" className="import-sample-line">
      {canChoose ? (
        <button
          type="button"
          disabled={busy}
          aria-pressed={current}
          aria-label={
            current
              ? `Line ${line} names the columns; press if it is a row`
              : `Line ${line}: take it as the names of the columns`
          }
          title={
            current
              ? 'These are the names of the columns. Press if this line is a row.'
              : 'Press if this line holds the names of the columns.'
          }
          onClick={() => onHeaderLine(current ? 0 : line)}
        >
          {line.toLocaleString('en-US')}
        </button>
      ) : (
        line.toLocaleString('en-US')
      )}
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="import-sample" aria-label="The first rows as they are read" tabIndex={0}>
      <table>
        <tbody>
          {above.map((line) => (
            <PassedLine key={line.line} line={line} width={width} head={head(line.line, false)} />
          ))}
          <tr className="import-sample-names">
            {headerLine > 0 ? (
              head(headerLine, true)
            ) : (
              <th scope="row" className="import-sample-line">
                –
              </th>
            )}
            {preview.columns.map((column, index) => {
              const field = mapping[index] ?? null;
              return (
                // Columns can share a name; their place is what they are.
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <th key={index} scope="col" title={column.name}>
                  <span className="import-sample-name">{column.name}</span>
                  <span className="import-sample-field" data-used={field !== null}>
                    {field === null ? 'left out' : importFieldWords[field]}
                  </span>
                </th>
              );
            })}
          </tr>
          {below.map((line) => (
            <Fragment key={line.line}>
              {'cells' in line ? (
                <tr>
                  {head(line.line, false)}
                  {preview.columns.map((_, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                    <td key={index} title={line.cells[index] ?? ''}>
                      {line.cells[index] ?? ''}
                    </td>
                  ))}
                </tr>
              ) : (
                <PassedLine line={line} width={width} head={head(line.line, false)} />
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
});

type PassedLineProps = { readonly line: Line; readonly width: number; readonly head: React.ReactNode };

function PassedLine({ line, width, head }: PassedLineProps) {
  if ('cells' in line) return null;
  return (
    <tr className="import-sample-passed">
      {head}
      <td colSpan={Math.max(1, width)}>
        <span className="import-sample-why">{skippedWords[line.why].one}</span> {line.text}
      </td>
    </tr>
  );
}

/**
 * The system's own print spooler where it takes PDFs as they are: CUPS, on macOS and Linux. The bytes go to it through a pipe and
 * never touch a disk of ours; its printers know their trays. Windows has no such thing.
 */
import { spawn } from 'node:child_process';
import type { PrinterSetup } from '../../shared/templates/letters/sheet-setup.ts';
import { mediaOf, sheetOfPdf } from './sheet-size.ts';

export type Tray = { readonly code: string; readonly name: string };

export type Spooler = {
  /** The trays of a printer; empty when it has no choice or does not say. */
  trays(printer: string): Promise<readonly Tray[]>;
  /** Hands a PDF over. Returns the spooler's reason when it refuses, `null` when it took it. */
  print(pdf: Uint8Array, to: PrinterSetup): Promise<string | null>;
};

export type Ran = { readonly code: number | null; readonly out: string; readonly error: string };
export type RunProgram = (program: string, args: readonly string[], input?: Uint8Array) => Promise<Ran>;

/** How CUPS calls the choice of a tray, by the age of the printer's description. */
const trayOptions = ['InputSlot', 'media-source', 'MediaSource'] as const;
const sides: Readonly<Record<PrinterSetup['duplex'], string>> = {
  off: 'one-sided',
  long_edge: 'two-sided-long-edge',
  short_edge: 'two-sided-short-edge',
};
const mostMs = 60_000;

/** The line of `lpoptions -l` about trays: `InputSlot/Paper Source: *Auto Tray1 Tray2`. */
export function traysIn(
  listing: string,
): { readonly option: string; readonly trays: readonly Tray[] } | null {
  for (const line of listing.split('\n')) {
    const found = /^([\w-]+)(?:\/[^:]*)?:\s*(.+)$/.exec(line.trim());
    const option = trayOptions.find((name) => name === found?.[1]);
    if (option === undefined || found === null) continue;
    const codes = (found[2] ?? '').split(/\s+/).map((code) => code.replace(/^\*/, ''));
    const trays = codes
      .filter((code) => /^[\w.-]+$/.test(code))
      .map((code) => ({ code, name: wordsOf(code) }));
    return { option, trays };
  }
  return null;
}

/** `Tray1` and `tray-1` as a person would write them. */
function wordsOf(code: string): string {
  const words = code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function makeSpooler(run: RunProgram = runProgram): Spooler {
  const listing = async (printer: string) => {
    const named = printer === '' ? [] : ['-p', printer];
    const { code, out } = await run('lpoptions', [...named, '-l']);
    return code === 0 ? traysIn(out) : null;
  };
  return {
    trays: async (printer) => (await listing(printer))?.trays ?? [],
    async print(pdf, { printer, tray, duplex, copies }) {
      const named = printer === '' ? [] : ['-d', printer];
      const args = [...named, '-n', String(copies), '-t', 'Duebook', '-s'];
      const option = (name: string, value: string) => args.push('-o', `${name}=${value}`);
      option('media', mediaOf(sheetOfPdf(pdf)));
      option('sides', sides[duplex]);
      // The address must stand in the window: nothing is fitted to the printer's margins.
      option('print-scaling', 'none');
      if (copies > 1) option('collate', 'true');
      if (tray !== '') {
        const known = await listing(printer);
        if (!known?.trays.some(({ code }) => code === tray)) return `it has no tray ${tray}`;
        option(known.option, tray);
      }
      const { code, error } = await run('lp', args, pdf);
      if (code === 0) return null;
      return error.trim().split('\n').at(-1)?.slice(0, 200) || 'the spooler refused it';
    },
  };
}

/** Runs a program without a shell; one that is missing or hangs ends with a code that is not 0. */
function runProgram(program: string, args: readonly string[], input?: Uint8Array): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<Ran>();
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], timeout: mostMs });
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  child.on('error', (cause) => resolve({ code: null, out, error: cause.message }));
  child.on('close', (code) => resolve({ code, out, error }));
  // A program that ends before it has read everything says so by its code.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return promise;
}

/**
 * The calls about print runs that need Electron: making the letters one after the other, and printing or saving the one document of a
 * run. Every step is noted in the book before the next begins, so stopping, locking or a crash anywhere loses nothing and repeats
 * nothing; what is done here is only to go on from what the book says.
 *
 * The one thing the book cannot know is whether paper came out. So letters are noted as sent just before the printer gets them, and
 * only a printer that surely took nothing takes that back.
 */
import type { DuebookEvent, RunProgress } from '../../shared/contract/events.ts';
import type { FaultCode } from '../../shared/errors/codes.ts';
import { type Failed, fail, ok, type Result } from '../../shared/errors/result.ts';
import type { ComposedLetter, RunDocument } from '../book/protocol.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { OpenBook } from '../ipc/open-book.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { baseNameOf } from '../platform/file-names.ts';
import type { Ids } from '../platform/ids.ts';
import type { Log } from '../platform/log-file.ts';
import type { Printer, PrintHow } from '../platform/printer.ts';
import { emptyPage } from './empty-page.ts';
import type { LaidOut, LetterPress } from './letter-press.ts';
import type { PdfPart } from './merge-pdf.ts';
import type { PdfThread } from './pdf-thread.ts';
import { writeFileWhole } from './write-file.ts';

export type RunDeskCall = 'runs.make' | 'runs.stop' | 'runs.print' | 'runs.savePdf' | 'runs.cover';

export type RunDeskParts = {
  readonly client: Pick<BookClient, 'errand'>;
  readonly openBook: Pick<OpenBook, 'current' | 'onChange'>;
  readonly dialogs: Pick<Dialogs, 'savePdf'>;
  readonly press: Pick<LetterPress, 'layOut' | 'layOutMany' | 'print'>;
  readonly pdfs: Pick<PdfThread, 'merge'>;
  readonly printer: Pick<Printer, 'takesPdf' | 'printPdf'>;
  readonly ids: Ids;
  readonly log: Pick<Log, 'note'>;
  emit(event: DuebookEvent): void;
};

export type RunDesk = {
  readonly handlers: SomeDeskHandlers<RunDeskCall>;
  /** A run is being made or printed: the book is not to be locked for idleness. */
  busy(): boolean;
};

type Made = { readonly made: number; readonly leftOut: number; readonly stopped: boolean };
type Composed = { readonly place: number; readonly letter: ComposedLetter };

/** The window is told of progress at most this often. */
const tellEveryMs = 100;
/** Letters in a row that cannot be laid out: then it is not the letters. */
const mostFailures = 3;
/** Exact copies brought over together. */
const atOnce = 20;
/** Faults that come before the printer gets anything. */
const nothingWent: ReadonlySet<FaultCode> = new Set([
  'letter.no_printer',
  'run.not_put_together',
  'print.printer_gone',
  'print.printers_unknown',
]);
/** An account that keeps changing is left for the next run. */
const mostTries = 3;

export function makeRunDesk(parts: RunDeskParts): RunDesk {
  const { client, openBook, dialogs, press, pdfs, printer, ids, log, emit } = parts;
  let making: AbortController | null = null;
  let atPaper = false;
  let bookId = openBook.current()?.bookId ?? null;

  openBook.onChange((book) => {
    if (book !== null && book.bookId === bookId) return;
    bookId = book?.bookId ?? null;
    making?.abort();
    if (book !== null) void wake();
  });

  /** What was on its way to the printer when the program ended is asked about from now on. */
  async function wake(): Promise<void> {
    const woken = await client.errand('runs.wake', { operationId: ids.uuid() });
    if (!woken.ok && woken.error.code !== 'book.not_open')
      log.note('runs.not_woken', { code: woken.error.code });
  }

  function tellLetters(): void {
    const changes = (['letters', 'timeline'] as const).map((subject) => ({ subject, accountIds: null }));
    emit({ type: 'changed', changes });
  }

  // ---- making ----------------------------------------------------------------------------------------------

  async function make(runId: number): Promise<Result<Made>> {
    if (making !== null || atPaper) return fail('run.busy');
    const stop = new AbortController();
    making = stop;
    try {
      const counted = await client.errand('runs.count', { runId });
      if (!counted.ok) return counted;
      if (counted.value.state !== 'making') return fail('run.not_now', { state: counted.value.state });
      return await makeAll(runId, counted.value.planned, stop.signal);
    } finally {
      making = null;
      emit({ type: 'run', runId, progress: null });
      tellLetters();
    }
  }

  /** Letters are composed ahead of what is laid out; each is kept by itself, in the order of the run. */
  async function makeAll(runId: number, total: number, signal: AbortSignal): Promise<Result<Made>> {
    const tell = teller(runId, total);
    const sums = { made: 0, leftOut: 0 };
    let failures = 0;
    /** What ended the composing early; letters not made yet stay planned. */
    let broken: Failed | null = null;
    async function* pages() {
      for (let after = 0; !signal.aborted; ) {
        const next = await client.errand('runs.next', { runId, after, operationId: ids.uuid() });
        if (!next.ok) {
          broken = next;
          return;
        }
        const { at, letter, leftOut, done } = next.value;
        sums.leftOut += leftOut;
        if (letter !== null) yield { place: at, letter, html: letter.html };
        else if (done) return;
        after = at;
      }
    }
    tell({ done: 0, total, leftOut: 0 });
    for await (const { page, laidOut } of press.layOutMany(pages(), signal)) {
      if (signal.aborted) break;
      const dealt = await finishLetter(runId, page, laidOut, signal);
      if (signal.aborted) break;
      if (!dealt.ok) return dealt;
      const { outcome, fault } = dealt.value;
      sums[outcome === 'kept' ? 'made' : 'leftOut'] += 1;
      failures = fault === null ? 0 : failures + 1;
      if (fault !== null && failures >= mostFailures) return fault;
      tell({ done: sums.made + sums.leftOut, total, leftOut: sums.leftOut });
    }
    if (broken !== null && !signal.aborted) return broken;
    return ok({ ...sums, stopped: signal.aborted });
  }

  type Dealt = { readonly outcome: 'kept' | 'left_out'; readonly fault: Failed | null };

  /** Keeps one letter. What changed since it was composed is composed and laid out once more. */
  async function finishLetter(
    runId: number,
    { place, letter: first }: Composed,
    laidOutFirst: Result<LaidOut>,
    signal: AbortSignal,
  ): Promise<Result<Dealt>> {
    let letter = first;
    let laidOut = laidOutFirst;
    for (let turn = 1; ; turn += 1) {
      // A window that broke is another one the second time.
      if (!laidOut.ok && !signal.aborted) laidOut = await press.layOut(letter.html, signal);
      if (signal.aborted) return ok({ outcome: 'left_out', fault: null });
      if (!laidOut.ok) return leaveOut(runId, place, laidOut);
      const { pdf, pages } = laidOut.value;
      const kept = await client.errand('runs.keep', {
        runId,
        place,
        letter,
        pdf,
        pages,
        operationId: ids.uuid(),
      });
      if (!kept.ok) return kept;
      if (kept.value.outcome !== 'again') return ok({ outcome: kept.value.outcome, fault: null });
      if (turn >= mostTries) return leaveOut(runId, place, fail('letter.preview_expired'), null);
      const again = await client.errand('runs.next', {
        runId,
        after: place - 1,
        operationId: ids.uuid(),
      });
      if (!again.ok) return again;
      // It may have been left out now, and then a later one comes back.
      if (again.value.at !== place || again.value.letter === null)
        return ok({ outcome: 'left_out', fault: null });
      letter = again.value.letter;
      laidOut = await press.layOut(letter.html, signal);
    }
  }

  async function leaveOut(
    runId: number,
    place: number,
    failed: Failed,
    counts: Failed | null = failed,
  ): Promise<Result<Dealt>> {
    const left = await client.errand('runs.leaveOut', {
      runId,
      place,
      fault: failed.error,
      operationId: ids.uuid(),
    });
    return left.ok ? ok({ outcome: 'left_out', fault: counts }) : left;
  }

  function teller(runId: number, total: number): (progress: RunProgress) => void {
    let told = Number.NEGATIVE_INFINITY;
    return (progress) => {
      if (progress.done < total && performance.now() - told < tellEveryMs) return;
      told = performance.now();
      emit({ type: 'run', runId, progress });
    };
  }

  // ---- the document ----------------------------------------------------------------------------------------

  type Whole = { readonly about: RunDocument; readonly pdf: Uint8Array<ArrayBuffer> };

  /** Everything to be printed as one document, after each letter was asked about once more. */
  async function putTogether(runId: number): Promise<Result<Whole>> {
    const ready = await client.errand('runs.ready', { runId, operationId: ids.uuid() });
    if (!ready.ok) return ready;
    const about = ready.value;
    const { letters, cover, fileName } = about;
    if (letters.length === 0) return fail('run.nothing_to_print');
    const laidOut = await press.layOut(cover);
    if (!laidOut.ok) return laidOut;
    const sheet = laidOut.value;
    /** A letter that could not be read ends it; the thread that merges knows nothing of faults. */
    let broken: Failed | null = null;
    async function* parts() {
      yield* filled(about, { title: 'Cover sheet', ...sheet });
      for (let from = 0; from < letters.length; from += atOnce) {
        const some = letters.slice(from, from + atOnce);
        const copies = await client.errand('runs.pdfs', { letterIds: some.map(({ letterId }) => letterId) });
        if (!copies.ok) {
          broken = copies;
          return;
        }
        for (const [index, { title, pages }] of some.entries()) {
          const pdf = copies.value.pdfs[index];
          if (pdf) yield* filled(about, { title, pages, pdf });
        }
      }
    }
    const merged = await pdfs.merge(parts(), fileName.replace(/\.pdf$/, ''));
    if (broken !== null) return broken;
    return merged.ok ? ok({ about, pdf: merged.value.pdf }) : merged;
  }

  /** One at a time, and never while letters are being made. */
  async function alone<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (making !== null || atPaper) return fail('run.busy');
    atPaper = true;
    try {
      return await work();
    } finally {
      atPaper = false;
    }
  }

  type Printed = { readonly printed: boolean; readonly letters: number; readonly sheets: number };

  /** The one document, as it can be saved, straight to the printer of the setup: where the system’s spooler takes PDFs. */
  async function printWhole(runId: number): Promise<Result<Printed>> {
    const whole = await putTogether(runId);
    if (!whole.ok) return whole;
    const { about, pdf } = whole.value;
    return send(runId, about, () => printer.printPdf(pdf, about.printer));
  }

  /** Elsewhere each letter is a job of its own, from its very page, in the order of the run, the cover sheet first. */
  async function printEach(runId: number): Promise<Result<Printed>> {
    const ready = await client.errand('runs.ready', { runId, operationId: ids.uuid() });
    if (!ready.ok) return ready;
    const about = ready.value;
    if (about.letters.length === 0) return fail('run.nothing_to_print');
    const how: PrintHow = { silent: true, printer: about.printer };
    return send(runId, about, async () => {
      const total = about.letters.length;
      const cover = await press.print(about.cover, how);
      if (!cover.ok || !cover.value.printed) return cover;
      for (const [index, { letterId }] of about.letters.entries()) {
        emit({ type: 'run', runId, progress: { done: index, total, leftOut: 0 } });
        const copy = await client.errand('letters.copy', { letterId });
        if (!copy.ok) return copy;
        const printed = await press.print(copy.value.html, how);
        // Some of the run is at the printer already: whether it came out is for a person to say.
        if (!printed.ok || !printed.value.printed)
          return fail('letter.print_failed', { reason: `it stopped at letter ${index + 1} of ${total}` });
      }
      emit({ type: 'run', runId, progress: null });
      return cover;
    });
  }

  /** Notes the letters as sent, hands them over, and takes that back only when surely nothing went. */
  async function send(
    runId: number,
    { letters, sheets }: RunDocument,
    hand: () => Promise<Result<{ printed: boolean }>>,
  ): Promise<Result<Printed>> {
    const places = letters.map(({ place }) => place);
    const sent = await client.errand('runs.send', { runId, places, operationId: ids.uuid() });
    if (!sent.ok) return sent;
    const printed = await hand();
    // Closed by hand, or no printer at all: nothing went. After any other fault paper may lie in the tray.
    const surelyNot = printed.ok ? !printed.value.printed : nothingWent.has(printed.error.code);
    const settled = await client.errand('runs.sent', { runId, went: !surelyNot, operationId: ids.uuid() });
    if (!printed.ok) return printed;
    if (!settled.ok) return settled;
    return ok({ printed: printed.value.printed, letters: letters.length, sheets });
  }

  async function savePdf(runId: number): Promise<Result<{ fileName: string }>> {
    const whole = await putTogether(runId);
    if (!whole.ok) return whole;
    const { letters, fileName } = whole.value.about;
    const file = await dialogs.savePdf(fileName);
    if (file === null) return fail('file.dialog_cancelled');
    const written = await writeFileWhole(file, whole.value.pdf);
    if (!written.ok) return written;
    const letterIds = letters.map(({ letterId }) => letterId);
    const marked = await client.errand('runs.saved', { letterIds, operationId: ids.uuid() });
    if (!marked.ok) log.note('runs.not_marked', { code: marked.error.code, runId });
    return ok({ fileName: baseNameOf(file) });
  }

  return {
    busy: () => making !== null || atPaper,
    handlers: {
      'runs.make': ({ runId }) => make(runId),
      async 'runs.stop'() {
        making?.abort();
        return ok({});
      },
      'runs.print': ({ runId }) => alone(() => (printer.takesPdf ? printWhole(runId) : printEach(runId))),
      'runs.savePdf': ({ runId }) => alone(() => savePdf(runId)),
      async 'runs.cover'({ runId }) {
        const page = await client.errand('runs.coverPage', { runId });
        if (!page.ok) return page;
        const laidOut = await press.layOut(page.value.html);
        return laidOut.ok ? ok({ pdf: laidOut.value.pdf }) : laidOut;
      },
    },
  };
}

/** A part of the document, filled up to whole sheets where both sides are printed: each letter goes into an envelope of its own. */
function filled(
  { bothSides, paper }: Pick<RunDocument, 'bothSides' | 'paper'>,
  { pages, ...part }: PdfPart & { readonly pages: number },
): PdfPart[] {
  return bothSides && pages % 2 === 1
    ? [part, { title: `${part.title} (back)`, pdf: emptyPage(paper) }]
    : [part];
}

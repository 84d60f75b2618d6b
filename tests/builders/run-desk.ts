/** Main’s part of a print run without Electron: composed, “laid out” as a small PDF, kept, sent. */
import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { ErrandContext } from '../../electron/book/errand-context.ts';
import { errands } from '../../electron/book/errands.ts';
import type { ErrandName, Errands } from '../../electron/book/protocol.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { Desk } from './desk.ts';

export type Press = {
  errand<E extends ErrandName>(errand: E, input: Errands[E]['input']): Promise<Result<Errands[E]['output']>>;
  /** The value of an errand that must succeed. */
  must<E extends ErrandName>(errand: E, input: Errands[E]['input']): Promise<Errands[E]['output']>;
  /** Makes letters of a run until it is done, or so many were kept. */
  make(runId: number, most?: number): Promise<number>;
  /** Sends everything that is ready to the printer; `went` is what the printer says, `null` for a crash before it said anything. */
  print(runId: number, went?: boolean | null): Promise<readonly number[]>;
};

export async function smallPdf(words: string, pages = 1): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) made.addPage([612, 792]).drawText(words, { x: 72, y: 700 });
  return made.save();
}

/** No errand of a run opens or closes a book. */
const noVault = {} as ErrandContext['vault'];

export function makePress(desk: Pick<Desk, 'store' | 'moment'>, pagesOf = (_: number) => 1): Press {
  const errand: Press['errand'] = async (name, input) => {
    const context: ErrandContext = {
      store: desk.store,
      moment: desk.moment(),
      pathOf: () => null,
      takePlace: () => null,
      announce: () => undefined,
      incident(where, error) {
        throw error instanceof Error ? error : new Error(where);
      },
      vault: noVault,
    };
    const handler = errands[name] as (
      around: ErrandContext,
      input: unknown,
    ) => Promise<Result<never>> | Result<never>;
    return handler(context, input);
  };
  const must: Press['must'] = async (name, input) => {
    const result = await errand(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${JSON.stringify(result.error.params)}`);
    return result.value;
  };
  return {
    errand,
    must,
    async make(runId, most = Number.POSITIVE_INFINITY) {
      let kept = 0;
      for (let after = 0; kept < most; ) {
        const next = await must('runs.next', { runId, after, operationId: randomUUID() });
        if (next.done) break;
        after = next.at;
        if (next.letter === null) continue;
        const pages = pagesOf(next.letter.accountId);
        const pdf = await smallPdf(`Letter for account ${next.letter.accountId}`, pages);
        const { outcome } = await must('runs.keep', {
          runId,
          place: next.at,
          letter: next.letter,
          pdf,
          pages,
          operationId: randomUUID(),
        });
        if (outcome === 'kept') kept += 1;
      }
      return kept;
    },
    async print(runId, went = true) {
      const { letters } = await must('runs.ready', { runId, operationId: randomUUID() });
      const places = letters.map(({ place }) => place);
      await must('runs.send', { runId, places, operationId: randomUUID() });
      if (went !== null) await must('runs.sent', { runId, went, operationId: randomUUID() });
      return places;
    },
  };
}

/** The thread PDFs are put together in; see `pdf-thread.ts`. Plain Node, no Electron. */
import { parentPort } from 'node:worker_threads';
import { extractPages, makePdfStack, type PdfStack } from './merge-pdf.ts';
import type { PdfReply, PdfRequest } from './pdf-thread.ts';

const stacks = new Map<number, PdfStack>();

async function answer(request: PdfRequest): Promise<Extract<PdfReply, { ok: true }>['value']> {
  switch (request.do) {
    case 'add': {
      const stack = stacks.get(request.stack) ?? makePdfStack();
      stacks.set(request.stack, stack);
      return { pages: await stack.add(request) };
    }
    case 'finish': {
      const stack = stacks.get(request.stack) ?? makePdfStack();
      stacks.delete(request.stack);
      return stack.finish(request.title);
    }
    case 'drop':
      stacks.delete(request.stack);
      return { pages: 0 };
    case 'extract':
      return {
        pdf: await extractPages(request.pdf, request.from, request.to),
        pages: request.to - request.from + 1,
      };
  }
}

let line: Promise<void> = Promise.resolve();

// One after the other: parts of a stack must keep their order.
parentPort?.on('message', (request: PdfRequest) => {
  line = line.then(async () => {
    let reply: PdfReply;
    try {
      reply = { id: request.id, ok: true, value: await answer(request) };
    } catch (error) {
      reply = { id: request.id, ok: false, reason: error instanceof Error ? error.message : 'unknown' };
    }
    const bytes = reply.ok ? reply.value.pdf?.buffer : undefined;
    parentPort?.postMessage(reply, bytes ? [bytes] : []);
  });
});

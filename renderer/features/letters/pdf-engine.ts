/**
 * pdf.js with its worker, loaded when the first letter is shown. The worker is one of our own files; it is
 * started here because pdf.js would wrap an address of our scheme in a blob, which the policy refuses.
 */
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

const worker = PDFWorker.create({ port: new Worker(workerAddress, { type: 'module' }) });

export type OpenedPdf = { readonly document: Promise<PDFDocumentProxy>; close(): void };

/** Opens a PDF held in memory. The bytes are copied, so the caller's stay whole. */
export function openPdf(bytes: Uint8Array): OpenedPdf {
  const task = getDocument({
    data: bytes.slice(),
    worker,
    useWorkerFetch: false,
    enableXfa: false,
  });
  return {
    document: task.promise,
    close() {
      void task.destroy();
    },
  };
}

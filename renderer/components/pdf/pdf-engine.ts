/**
 * pdf.js with its worker, loaded when the first letter is shown. The worker is one of our own files; it is
 * started here because pdf.js would wrap an address of our scheme in a blob, which the policy refuses.
 */
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

const worker = PDFWorker.create({ port: new Worker(workerAddress, { type: 'module' }) });

export type OpenedPdf = { readonly document: Promise<PDFDocumentProxy>; close(): void };

/** Decoders, fonts and tables that pdf.js loads as a page needs them (build/vite/pdf-parts.ts). */
const parts = new URL('./pdf/', document.baseURI).href;

/** Opens a PDF held in memory. The bytes are copied, so the caller's stay whole. Nothing in it runs: no scripts, no forms. */
export function openPdf(bytes: Uint8Array): OpenedPdf {
  const task = getDocument({
    data: bytes.slice(),
    worker,
    useWorkerFetch: false,
    enableXfa: false,
    // The policy of the window compiles no WebAssembly; the same decoders are there as plain JavaScript.
    useWasm: false,
    wasmUrl: `${parts}wasm/`,
    standardFontDataUrl: `${parts}standard_fonts/`,
    cMapUrl: `${parts}cmaps/`,
    cMapPacked: true,
  });
  return {
    document: task.promise,
    close() {
      void task.destroy();
    },
  };
}

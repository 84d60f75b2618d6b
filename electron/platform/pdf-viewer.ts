/**
 * Where Chromium’s own viewer of PDFs keeps its files: a finished document is printed from it. Only the session that shows such a
 * document lets requests for them through; in every other they are refused like any other address.
 */
const files = ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/', 'chrome://resources/'];

export function isPdfViewer(address: string): boolean {
  return files.some((start) => address.startsWith(start));
}

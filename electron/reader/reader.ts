/**
 * The reading process's entry: started by main for files of other programs, with a limit on its memory, and ended when it takes
 * too long. It knows no book, opens no window and asks for nothing over a network.
 */
import type { ReaderOrder, ReaderPart } from '../book/protocol.ts';
import { serveReading } from './serve.ts';

/** Electron's port in a utility process; a plain Node child has `process.send` instead. */
type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
};
const port = (process as unknown as { readonly parentPort?: ParentPort }).parentPort;

if (port) {
  const take = serveReading((part: ReaderPart) => port.postMessage(part));
  port.on('message', ({ data }) => take(data as ReaderOrder));
} else {
  const take = serveReading((part: ReaderPart) => void process.send?.(part));
  process.on('message', (order) => take(order as ReaderOrder));
  process.on('disconnect', () => process.exit());
}

/** Fresh ids: of jobs, of files the user chose, of what main does by itself. */
import { randomUUID } from 'node:crypto';

export type Ids = { uuid(): string };

export function makeIds(): Ids {
  return { uuid: () => randomUUID() };
}

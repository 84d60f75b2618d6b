/**
 * The log: what happened, by codes and ids, for somebody who has to find a fault on this computer. It is a
 * plain file beside an encrypted book, so it is safe by construction and not by care: a line takes numbers,
 * truth values and short words of code; a text that looks like anything else is withheld, and of an
 * error only its kind and the places in the code are kept (its message may quote a name or a sum).
 */
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export type Log = {
  /** `what` is a short word of code such as `worker.ended`. */
  note(what: string, facts?: LogFacts): void;
  /** The same with the kind of an error and the places in the code it came through. */
  trouble(what: string, error: unknown, facts?: LogFacts): void;
  /** The same for an error of the book worker, whose stack comes as text with frames parted by `|`. */
  relay(what: string, stack: string, facts?: LogFacts): void;
  /** Resolves when everything noted has been written. */
  settled(): Promise<void>;
};

const codeWord = /^[A-Za-z0-9_.:-]{1,64}$/;
const frame = /^\s*at (?:(?:async |new )*([\w$.<>]+)[^(]*\()?.*?([\w.-]+:\d+:\d+)\)?\s*$/;

function safeWord(text: string): string {
  return codeWord.test(text) ? text : '[withheld]';
}

/** Kind and places of an error, without its message and without the folders (they hold the user's name). */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  return `${safeWord(error.name)}${placesIn(error.stack ?? '', '\n')}`;
}

/** The same from a stack that came as text, its frames parted by `separator`. */
export function placesIn(stack: string, separator: string): string {
  let places = '';
  let count = 0;
  for (const line of stack.split(separator)) {
    const found = frame.exec(line);
    if (!found) continue;
    places += ` < ${found[1] ?? ''}@${found[2] ?? ''}`;
    if (++count === 8) break;
  }
  return places;
}

/** One line: the instant, the word, the facts as `name=value`. */
export function lineOf(now: number, what: string, facts: LogFacts): string {
  const parts = [new Date(now).toISOString(), safeWord(what)];
  for (const [name, value] of Object.entries(facts)) {
    parts.push(`${safeWord(name)}=${typeof value === 'string' ? safeWord(value) : String(value)}`);
  }
  return parts.join(' ');
}

const mostBytes = 1_000_000;
const olderFiles = 3;

/** Opens the log in `folder`: `duebook.log`, and up to three older ones of a megabyte each. */
export function openLog(folder: string, now: () => number): Log {
  const current = path.join(folder, 'duebook.log');
  let pending: string[] = [];
  let writing: Promise<void> | null = null;

  async function rotate(): Promise<void> {
    const size = await stat(current).then(
      (entry) => entry.size,
      () => 0,
    );
    if (size < mostBytes) return;
    for (let number = olderFiles; number >= 1; number -= 1) {
      const from = number === 1 ? current : path.join(folder, `duebook.${number - 1}.log`);
      // A gap in the row of older files is no reason to stop.
      await rename(from, path.join(folder, `duebook.${number}.log`)).catch(() => undefined);
    }
  }

  async function drain(): Promise<void> {
    while (pending.length > 0) {
      const text = `${pending.join('\n')}\n`;
      pending = [];
      try {
        await mkdir(folder, { recursive: true });
        await rotate();
        await appendFile(current, text, { mode: 0o600 });
      } catch {
        // A full or read-only disk must not stop the work; there is nowhere left to say so.
      }
    }
    writing = null;
  }

  function add(line: string): void {
    pending.push(line);
    writing ??= drain();
  }

  return {
    note: (what, facts = {}) => add(lineOf(now(), what, facts)),
    trouble: (what, error, facts = {}) => add(`${lineOf(now(), what, facts)} ${traceOf(error)}`),
    relay: (what, stack, facts = {}) => add(`${lineOf(now(), what, facts)}${placesIn(stack, '|')}`),
    settled: async () => {
      await writing;
    },
  };
}

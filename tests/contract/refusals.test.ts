/**
 * Every call of the contract with broken input, through the one door there is: each answers a typed refusal, no
 * handler is reached and nothing is sent to the book. The list is the contract itself, so a new call is in it.
 */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DeskHandlers } from '../../electron/ipc/desk-calls.ts';
import { makeDispatch } from '../../electron/ipc/dispatch.ts';
import { sizeLimits } from '../../electron/ipc/plain-data.ts';
import { isOurWindow } from '../../electron/ipc/sender.ts';
import { type CallName, contract } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/errors/result.ts';

const calls = Object.keys(contract) as CallName[];
const uuid = '7b1f6d9a-2c34-4e58-9a6b-0d1e2f3a4b5c';

function makeDoor() {
  const reached: string[] = [];
  const desk = new Proxy({} as DeskHandlers, {
    get: (_target, call: string) => async () => {
      reached.push(call);
      return { ok: true, value: {} };
    },
  });
  const dispatch = makeDispatch({
    desk,
    book: {
      async call(call) {
        reached.push(call);
        return { ok: true, value: {} };
      },
      startJob(call) {
        reached.push(call);
        return { ok: true, value: { jobId: uuid } };
      },
    },
    log: {
      note: () => undefined,
      trouble: () => undefined,
      relay: () => undefined,
      settled: async () => undefined,
    },
    incident: () => 'incident',
  });
  return { dispatch, reached };
}

const operationIdOf = (call: CallName) => (contract[call].kind === 'query' ? null : uuid);

/** An input of the call made from its own schema: enough to be let through. */
function validInput(call: CallName): Record<string, unknown> {
  return sampleOf(z.toJSONSchema(contract[call].input, { io: 'input' }) as Shape) as Record<string, unknown>;
}

type Shape = {
  type?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minimum?: number;
  minItems?: number;
  minLength?: number;
};

/** One of these fits every pattern of the contract. */
const texts = ['note:1', uuid, '2026-03-12', 'a0'.repeat(32), '7.25', '09:00', 'lm'];

function sampleOf(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const options = shape.anyOf ?? shape.oneOf;
  if (options) return sampleOf(options.find((option) => option.type === 'null') ?? options[0] ?? {});
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((key) => [key, sampleOf(shape.properties?.[key] ?? {})]),
      );
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => sampleOf(shape.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default: {
      const fits = new RegExp(shape.pattern ?? '');
      return (texts.find((text) => fits.test(text)) ?? 'no text for this pattern').padEnd(
        shape.minLength ?? 0,
        'x',
      );
    }
  }
}

function cyclic(): unknown {
  const ring: Record<string, unknown> = {};
  ring.again = ring;
  return ring;
}

/** Broken in ways that structured cloning lets through. */
const hostile: Readonly<Record<string, () => unknown>> = {
  nothing: () => undefined,
  null: () => null,
  text: () => 'accounts',
  number: () => 7,
  'big number': () => 7n,
  list: () => [],
  date: () => new Date(0),
  map: () => new Map([['accountId', 1]]),
  bytes: () => new Uint8Array(8),
  error: () => new Error('x'),
  cycle: cyclic,
  'own __proto__': () => JSON.parse('{"__proto__":{"accountId":1}}'),
  'own constructor': () => JSON.parse('{"constructor":{"prototype":{"ok":true}}}'),
  'deep own __proto__': () => JSON.parse('{"filter":{"text":{"__proto__":[]}}}'),
  'foreign prototype': () => Object.create({ accountId: 1 }),
  accessor: () => ({
    get accountId() {
      throw new Error('it was read');
    },
  }),
  symbol: () => ({ [Symbol('accountId')]: 1 }),
  'a key nobody asked for': () => ({ surplus: 1 }),
  'a huge text': () => ({ text: 'x'.repeat(sizeLimits.characters + 1) }),
  'a huge sparse list': () => ({ mapping: new Array(2 ** 32 - 1) }),
  'deep nesting': () => JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`),
};

function refusal(result: Result<unknown>): string {
  return result.ok ? 'let through' : result.error.code;
}

describe.each(calls)('%s', (call) => {
  it('is let through with a valid input', async () => {
    const { dispatch, reached } = makeDoor();
    const result = await dispatch(true, { call, input: validInput(call), operationId: operationIdOf(call) });
    expect(result).toMatchObject({ ok: true });
    expect(reached).toEqual([call]);
  });

  it('refuses every hostile input before any handler', async () => {
    const { dispatch, reached } = makeDoor();
    for (const [name, make] of Object.entries(hostile)) {
      const result = await dispatch(true, { call, input: make(), operationId: operationIdOf(call) });
      expect(refusal(result), name).toBe('call.invalid_input');
    }
    expect(reached).toEqual([]);
  });

  it('refuses each field that is missing, of another type, or surplus', async () => {
    const { dispatch, reached } = makeDoor();
    const input = validInput(call);
    const broken: [string, Record<string, unknown>][] = [['surplus', { ...input, surplus: true }]];
    for (const key of Object.keys(input)) {
      const { [key]: _left, ...rest } = input;
      broken.push(
        [`without ${key}`, rest],
        [`${key} as something else`, { ...input, [key]: { is: 'something else' } }],
      );
    }
    for (const [name, message] of broken) {
      const result = await dispatch(true, { call, input: message, operationId: operationIdOf(call) });
      expect(refusal(result), name).toBe('call.invalid_input');
    }
    expect(reached).toEqual([]);
  });

  it('refuses an operation id that is missing, malformed or out of place', async () => {
    const { dispatch, reached } = makeDoor();
    const wrong =
      contract[call].kind === 'query' ? [uuid, '', 7, undefined] : [null, '', 'again', 7, {}, undefined];
    for (const operationId of wrong) {
      const result = await dispatch(true, { call, input: validInput(call), operationId });
      expect(refusal(result), String(operationId)).toBe('call.invalid_input');
    }
    expect(reached).toEqual([]);
  });

  it('refuses another sender whatever it sends', async () => {
    const { dispatch, reached } = makeDoor();
    const result = await dispatch(false, { call, input: validInput(call), operationId: operationIdOf(call) });
    expect(refusal(result)).toBe('call.refused_sender');
    expect(reached).toEqual([]);
  });
});

describe('the envelope', () => {
  it.each([
    ['no envelope', undefined, 'call.invalid_input'],
    ['a text', 'app.info', 'call.invalid_input'],
    ['a list', ['app.info'], 'call.invalid_input'],
    ['an extra key', { call: 'app.info', input: {}, operationId: null, path: '/etc' }, 'call.invalid_input'],
    ['a call that does not exist', { call: 'app.eval', input: {}, operationId: null }, 'call.unknown'],
    ['a name every object has', { call: 'toString', input: {}, operationId: null }, 'call.unknown'],
    ['the name of a prototype', { call: '__proto__', input: {}, operationId: null }, 'call.unknown'],
    [
      'a name that is no text',
      { call: { toString: 'app.info' }, input: {}, operationId: null },
      'call.unknown',
    ],
    ['an errand of main', { call: 'vault.open', input: {}, operationId: null }, 'call.unknown'],
    ['a cycle', cyclic(), 'call.invalid_input'],
  ])('%s', async (_name, message, code) => {
    const { dispatch, reached } = makeDoor();
    expect(refusal(await dispatch(true, message))).toBe(code);
    expect(reached).toEqual([]);
  });
});

describe('a handler that throws', () => {
  it('becomes a fault with an incident number', async () => {
    const { dispatch } = makeDoor();
    const broken = makeDispatch({
      desk: {} as DeskHandlers,
      book: {
        call: () => Promise.reject(new Error('bug')),
        startJob: () => ({ ok: true, value: { jobId: uuid } }),
      },
      log: {
        note: () => undefined,
        trouble: () => undefined,
        relay: () => undefined,
        settled: async () => undefined,
      },
      incident: (where) => `seen at ${where}`,
    });
    const message = { call: 'clients.list', input: {}, operationId: null };
    expect(refusal(await dispatch(true, message))).toBe('let through');
    expect(await broken(true, message)).toEqual({
      ok: false,
      error: { code: 'call.failed', params: { incident: 'seen at clients.list' } },
    });
  });
});

describe('the sender', () => {
  const mainFrame = { origin: 'app://duebook' };
  const ours = { mainFrame };

  it.each([
    ['our main frame', { sender: ours, senderFrame: mainFrame }, true],
    ['a frame inside our window', { sender: ours, senderFrame: { origin: 'app://duebook' } }, false],
    ['another window', { sender: { mainFrame }, senderFrame: mainFrame }, false],
    ['a frame that is gone', { sender: ours, senderFrame: null }, false],
  ])('%s', (_name, event, expected) => {
    expect(isOurWindow(event, ours)).toBe(expected);
  });

  it('is nobody while there is no window', () => {
    expect(isOurWindow({ sender: ours, senderFrame: mainFrame }, null)).toBe(false);
  });

  it('is not our page once the window shows another origin', () => {
    const frame = { origin: 'https://example.org' };
    expect(isOurWindow({ sender: { mainFrame: frame }, senderFrame: frame }, { mainFrame: frame })).toBe(
      false,
    );
  });
});

import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BookClient, makeBookClient } from '../../../electron/ipc/book-client.ts';
import type { DuebookEvent, JobEvent } from '../../../shared/contract/events.ts';

let events: DuebookEvent[];
let lost: string[];
let client: BookClient;
const logged: string[] = [];

beforeEach(() => {
  events = [];
  lost = [];
  let ids = 0;
  client = makeBookClient({
    workerFile: path.join(import.meta.dirname, 'quick-worker.ts'),
    data: { booksFolder: '/nowhere', sqliteBinding: null },
    ids: { uuid: () => `id-${++ids}` },
    log: {
      note: (what) => void logged.push(what),
      trouble: (what) => void logged.push(what),
      relay: (what) => void logged.push(what),
      settled: async () => undefined,
    },
    moment: () => ({ now: 1234, zone: 'America/Chicago', author: 'otis' }),
    reading: {
      read: () => ({ more: () => undefined, stop: () => undefined }),
      warm: () => undefined,
      end: () => undefined,
    },
    onOpening: () => undefined,
    emit: (event) => void events.push(event),
    onLost: (incident) => void lost.push(incident),
  });
});

afterEach(() => client.end());

const jobEvents = (): JobEvent[] => events.flatMap((event) => (event.type === 'job' ? [event.event] : []));
const lastJobEvent = () => jobEvents().at(-1)?.state;

describe('requests', () => {
  it('gives each answer to who asked, with the moment', async () => {
    const answers = await Promise.all([
      client.errand('vault.list', null),
      client.call('clients.list', {}, null),
      client.call('notes.add', {}, 'op-1'),
      client.errand('reminders.takeDue', { missedBefore: 4, operationId: 'op-2' }),
    ]);
    expect(answers).toEqual([
      { ok: true, value: { errand: 'vault.list', input: null, now: 1234 } },
      { ok: true, value: { call: 'clients.list', operationId: null } },
      { ok: true, value: { call: 'notes.add', operationId: 'op-1' } },
      {
        ok: true,
        value: { errand: 'reminders.takeDue', input: { missedBefore: 4, operationId: 'op-2' }, now: 1234 },
      },
    ]);
    expect(events).toContainEqual({ type: 'changed', changes: [{ subject: 'timeline', accountIds: [3] }] });
  });
});

describe('a job', () => {
  it('is answered at once, reports now and then, and ends with its output', async () => {
    const started = client.startJob('imports.run', {}, 'op-1');
    expect(started).toEqual({ ok: true, value: { jobId: 'id-1' } });
    expect(client.jobsRunning()).toBe(1);
    await vi.waitFor(() => expect(lastJobEvent()).toBe('done'), { timeout: 10_000 });
    expect(jobEvents().at(-1)).toEqual({ state: 'done', output: { written: 400 } });
    expect(client.jobsRunning()).toBe(0);
    // 400 reports came from the worker; the window hears of about twenty a second.
    const running = jobEvents().filter(({ state }) => state === 'running');
    expect(running.length).toBeGreaterThan(1);
    expect(running.length).toBeLessThan(60);
  });

  it('stops when asked, and says so', async () => {
    const started = client.startJob('imports.run', {}, 'op-1');
    const jobId = started.ok ? started.value.jobId : '';
    expect(client.cancelJob(jobId)).toEqual({ ok: true, value: {} });
    await client.stopJobs(5_000);
    expect(lastJobEvent()).toBe('cancelled');
    expect(client.cancelJob(jobId)).toMatchObject({ error: { code: 'job.not_found' } });
  });

  it('runs once for an operation id, and one of a kind at a time', async () => {
    const first = client.startJob('imports.run', {}, 'op-1');
    expect(client.startJob('imports.run', {}, 'op-1')).toEqual(first);
    expect(client.startJob('imports.run', {}, 'op-2')).toMatchObject({ error: { code: 'job.busy' } });
    await client.stopJobs(5_000);
  });
});

describe('a worker that ends by itself', () => {
  it('answers everything that waited, ends its jobs, and is started again', async () => {
    client.startJob('imports.run', {}, 'op-1');
    const unanswered = client.errand('vault.deleteSample', null);
    await client.errand('vault.close', null);
    // It may have been written before the answer was lost, so nobody may be told that nothing was.
    expect(await unanswered).toMatchObject({ error: { code: 'book.lost' } });
    await vi.waitFor(() => expect(lastJobEvent()).toBe('failed'));
    expect(lost).toHaveLength(1);
    expect(await client.errand('vault.list', null)).toMatchObject({ ok: true });
  });

  it('is not started for ever', async () => {
    for (let time = 0; time < 6; time += 1) await client.errand('vault.close', null);
    expect(lost).toHaveLength(4);
    expect(await client.errand('vault.list', null)).toMatchObject({ error: { code: 'call.failed' } });
    expect(logged).toContain('worker.given_up');
  });
});

/**
 * Run by the kill test in a process of its own: opens the book as the program does and writes a mix of everything, as
 * fast as it can, until it is killed. Each command that was answered is told on one line of stdout, synchronously,
 * so that whatever the other side reads had been answered before the process died.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { makeVault } from '../../electron/book/vault.ts';
import type { BookCommandName, InputOf } from '../../shared/contract/contract.ts';
import { callBook } from '../builders/surroundings.ts';
import { moment as began, passphrase } from '../builders/vault.ts';

const [booksFolder, bookId, seed] = process.argv.slice(2);
if (booksFolder === undefined || bookId === undefined || seed === undefined) {
  throw new Error('needs the folder of the books, the id of one and a number');
}

const moment = { ...began, now: began.now + Number(seed) * 1000 };
const today = '2026-11-21';
const vault = makeVault({ booksFolder, sqliteBinding: null });
const opened = await vault.open({ bookId, passphrase }, moment);
if (!opened.ok) throw new Error(opened.error.code);

const accountIds = vault.store()?.sql('SELECT id FROM accounts ORDER BY id').pluck().all() as number[];
let turn = Number(seed);

async function act<C extends BookCommandName>(call: C, input: InputOf<C>): Promise<void> {
  const operationId = randomUUID();
  const result = await callBook(vault.store(), moment, call, input, operationId);
  if (!result.ok) throw new Error(`${call}: ${result.error.code} ${JSON.stringify(result.error.params)}`);
  writeSync(1, `${JSON.stringify({ operationId, call, output: result.value })}\n`);
}

writeSync(1, 'ready\n');
for (;;) {
  turn += 1;
  const accountId = accountIds[turn % accountIds.length] ?? 1;
  const words = `turn ${turn} `;
  await act('notes.add', { accountId, text: words.repeat((turn * 7) % 200 || 1) });
  await act('ledger.addCharge', {
    accountId,
    kind: 'charge',
    amountCents: 5000 + (turn % 997),
    effectiveOn: today,
    dueOn: today,
    reference: `R-${turn}`,
    basis: '',
    memo: '',
  });
  await act('contacts.record', {
    accountId,
    channel: 'call',
    direction: 'out',
    outcome: turn % 3 === 0 ? 'right_party' : 'no_answer',
    phoneId: null,
    at: moment.now,
    seconds: turn % 600,
    text: `spoke on ${words}`,
    // Whatever the hour is while this runs: what took place is recorded.
    decision: { kind: 'happened' },
  });
  await act('ledger.recordPayment', {
    shares: [{ accountId, amountCents: 1 + (turn % 4999) }],
    receivedOn: today,
    method: 'cash',
    reference: '',
    memo: words,
  });
  await act('reminders.set', { accountId, text: words, dueAt: moment.now + 86_400_000 });
  await act('accounts.setNextStep', { accountId, nextStepOn: today, nextStep: words });
}

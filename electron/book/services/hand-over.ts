/**
 * Accounts handed over to an attorney, an agency or a client as one packed file: a workbook, papers as PDF, letters as they were kept, files,
 * and a list of everything with hashes. Main lays the papers out and gives them back; the file takes its place in the transaction that notes with
 * each account what went to whom.
 */
import { basename } from 'node:path';
import { Writable } from 'node:stream';
import type { HandOverAsked } from '../../../shared/contract/hand-over.ts';
import { type HandedOver, mostHandedOver } from '../../../shared/contract/hand-over.ts';
import type { PaperAsked } from '../../../shared/contract/papers.ts';
import { holdsCardDataWithin } from '../../../shared/domain/card-number.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { cutToBytes } from '../../../shared/text/cut-to-bytes.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { sentenceOf } from '../../../shared/text/faults.ts';
import { handOverToWords } from '../../../shared/text/labels.ts';
import type { QueryContext, QueryHandler } from '../context.ts';
import { contextOf, type ErrandContext, type ErrandHandlers } from '../errand-context.ts';
import { runCommand } from '../run-call.ts';
import { listIds } from '../store/queries/account-list.ts';
import { findDebtor } from '../store/queries/debtors.ts';
import { insertExport, readAccountsForExport } from '../store/queries/exports.ts';
import { listLetterRows } from '../store/queries/letters.ts';
import { insertNote } from '../store/queries/notes.ts';
import { readOffice } from '../store/queries/office.ts';
import { turnDay } from '../store/queries/summaries.ts';
import { wholeAttachment } from './attachments.ts';
import { faultOfPlace } from './exports/write-out.ts';
import { quietly } from './exports.ts';
import { filesOf, type HandedAccount, handOverTables, readHanded } from './hand-over-tables.ts';
import { readCopy } from './letters.ts';
import { beginPack, nameKey, type PackFile } from './pack-file.ts';
import { composePaper } from './paper-errands.ts';
import { csvCell } from './tables/write-csv.ts';
import { writeXlsx } from './tables/write-xlsx.ts';

/** Which accounts are meant: `export.no_accounts`, or `export.too_many_accounts` (`most`). */
function accountsOf(context: QueryContext, whose: HandedOver): Result<HandedAccount[]> {
  turnDay(context.store, context.today);
  const ids =
    'accountIds' in whose
      ? [...new Set(whose.accountIds)]
      : listIds(context.store, { filter: whose.filter, sort: 'name', descending: false }, context);
  if (ids.length > mostHandedOver) return fail('export.too_many_accounts', { most: mostHandedOver });
  const accounts = readHanded(context, ids);
  return accounts.length === 0 ? fail('export.no_accounts') : ok(accounts);
}

export const describeHandOver: QueryHandler<'handOver.describe'> = (context, { whose }) => {
  const found = accountsOf(context, whose);
  if (!found.ok) return found;
  const accounts = found.value;
  const { store } = context;
  const rows = readAccountsForExport(
    store,
    accounts.map(({ accountId }) => accountId),
  );
  const files = accounts.flatMap((account) => filesOf(context, account));
  const [only] = rows;
  return ok({
    accounts: accounts.length,
    clients: new Set(accounts.map(({ clientName }) => clientName)).size,
    only: rows.length === 1 && only ? `${only.debtorName}, account ${only.number}` : '',
    balanceCents: rows.reduce((sum, { balanceCents }) => sum + balanceCents, 0),
    letters: accounts.reduce((sum, { accountId }) => sum + lettersOf(context, accountId).length, 0),
    files: files.length,
    fileBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  });
};

function lettersOf({ store }: Pick<QueryContext, 'store'>, accountId: number) {
  const filter = {
    accountId,
    match: null,
    templateCode: null,
    since: null,
    until: null,
    state: 'any',
  } as const;
  return listLetterRows(store, filter, { before: null, limit: 100_000 });
}

// ---- the file under way -----------------------------------------------------------------------------------

type UnderWay = {
  readonly asked: HandOverAsked;
  readonly accounts: readonly HandedAccount[];
  readonly path: string;
  readonly pack: PackFile;
  /** Of each account, by its id. */
  readonly folders: ReadonlyMap<number, string>;
  /** Papers that could not be made, and why. */
  readonly missing: string[];
  /** What the workbook could not hold whole. */
  readonly cut: string[];
};

/** One at a time; a new one throws away what another left. */
let underWay: { readonly packId: string; readonly work: UnderWay } | null = null;

async function dropUnderWay(): Promise<void> {
  const left = underWay;
  underWay = null;
  await left?.work.pack.file.discard();
}

function workOf(around: ErrandContext, packId: string): Result<{ work: UnderWay; context: QueryContext }> {
  const context = contextOf(around);
  if (context === null) return fail('book.not_open');
  return underWay?.packId === packId ? ok({ work: underWay.work, context }) : fail('call.cancelled');
}

export const nameHandOver: ErrandHandlers['handOver.name'] = (around, { asked }) => {
  const context = contextOf(around);
  if (context === null) return fail('book.not_open');
  if (holdsCardDataWithin({ recipient: asked.recipient, reason: asked.reason }))
    return fail('payment.card_number');
  const accounts = accountsOf(context, asked.whose);
  if (!accounts.ok) return accounts;
  const [only] = accounts.value;
  const whose =
    accounts.value.length === 1 && only
      ? `account ${only.number}`
      : `${accounts.value.length.toLocaleString('en-US')} accounts`;
  return ok({ name: `${asked.recipient}, ${whose}, ${context.today}.zip` });
};

export const beginHandOver: ErrandHandlers['handOver.begin'] = async (around, { asked, packId, path }) => {
  const context = contextOf(around);
  if (context === null) return fail('book.not_open');
  await dropUnderWay();
  const accounts = accountsOf(context, asked.whose);
  if (!accounts.ok) return accounts;
  const pack = beginPack(path);
  underWay = {
    packId,
    work: {
      asked,
      accounts: accounts.value,
      folders: foldersOf(accounts.value),
      path,
      pack,
      missing: [],
      cut: [],
    },
  };
  return ok({ accountIds: accounts.value.map(({ accountId }) => accountId) });
};

/** Of one account; what cannot be made (a ledger past what a sum can be) is listed and left out. */
export const composeHandOver: ErrandHandlers['handOver.papers'] = async (around, { packId, accountId }) => {
  const found = workOf(around, packId);
  if (!found.ok) return found;
  const { work, context } = found.value;
  const account = work.accounts.find((one) => one.accountId === accountId);
  const facts = readAccountsForExport(context.store, [accountId])[0];
  if (!account || !facts) return fail('account.not_found');
  const { today } = context;
  const papers: readonly { readonly name: string; readonly asked: PaperAsked }[] = [
    {
      name: 'Statement',
      asked: {
        paper: 'statement',
        accountId,
        fromOn: facts.openedOn < today ? facts.openedOn : today,
        toOn: today,
      },
    },
    { name: 'Explanation of the balance', asked: { paper: 'explanation', accountId, asOf: today } },
    {
      name: 'Contact history',
      asked: {
        paper: 'contact-history',
        accountId,
        scope: 'account',
        fromOn: facts.openedOn < today ? facts.openedOn : today,
        toOn: today,
        kinds: ['contact', 'note', 'letter', 'promise', 'event', 'hold'],
      },
    },
  ];
  const pages: { name: string; html: string }[] = [];
  for (const { name, asked } of papers) {
    const made = await composePaper(around, asked);
    if (made.ok) pages.push({ name, html: made.value.letter.html });
    else if (made.error.code !== 'paper.history_empty')
      work.missing.push(`${name} of account ${account.number}: ${sentenceOf(made.error).what}`);
  }
  return ok({ pages });
};

export const addHandOver: ErrandHandlers['handOver.add'] = async (
  around,
  { packId, accountId, name, pdf, fault },
) => {
  const found = workOf(around, packId);
  if (!found.ok) return found;
  const { work } = found.value;
  const account = work.accounts.find((one) => one.accountId === accountId);
  if (!account) return fail('account.not_found');
  if (pdf === null) {
    const why = fault === null ? '' : `: ${sentenceOf(fault).what}`;
    work.missing.push(`${name} of account ${account.number}${why}`);
    return ok(null);
  }
  return guarded(work, async () => {
    await work.pack.add(
      `${folderOf(work, account)}/${name}.pdf`,
      `${name}, account ${account.number}`,
      pdf,
      true,
    );
    return ok(null);
  });
};

export const finishHandOver: ErrandHandlers['handOver.finish'] = async (around, { packId, operationId }) => {
  const found = workOf(around, packId);
  if (!found.ok) return found;
  const { work, context } = found.value;
  return guarded(work, async () => {
    const { pack, asked, accounts } = work;
    const workbook = await workbookOf(context, accounts);
    if (!workbook.ok) return workbook;
    const { bytes, shortened } = workbook.value;
    if (shortened > 0)
      work.cut.push(
        `${shortened === 1 ? 'One text is' : `${shortened.toLocaleString('en-US')} texts are`} longer than the 32,767 characters a cell takes, and cut there`,
      );
    await pack.add('Accounts.xlsx', 'Everything on file, a sheet for each kind', bytes, true);
    for (const account of accounts) {
      const kept = await addKept(context, work, account);
      if (!kept.ok) return kept;
    }
    const contents = contentsOf(work);
    await pack.add('Contents.csv', 'This list', Buffer.from(contents, 'utf8'));
    await pack.add('Read me.txt', 'What this file is', Buffer.from(readMe(context, work), 'utf8'));
    const packed = await pack.settle();
    // Locked or stopped meanwhile.
    if (underWay?.packId !== packId) return fail('call.cancelled');
    const fileName = basename(work.path);
    const noted = runCommand(
      context,
      { call: 'handOver.make', operationId, input: { asked, ...packed }, audited: true },
      around,
      (command) => {
        const { now, author, store } = command;
        insertExport(store, {
          what: `Hand-over to ${asked.recipient}`,
          format: 'zip',
          fileName,
          rows: accounts.length,
          ...packed,
          asked: JSON.stringify({ ...asked, accountIds: accounts.map(({ accountId }) => accountId) }),
          madeAt: now,
          author,
        });
        const text = noteOf(work, {
          fileName,
          sha256: packed.sha256,
          today: dayOfInstant(now, command.zone),
        });
        for (const { accountId } of accounts) {
          insertNote(store, {
            accountId,
            contactId: null,
            addendumTo: null,
            text,
            kind: asked.to === 'attorney' ? 'legal' : 'note',
            author,
            at: now,
            importId: null,
          });
        }
        command.changed('exports');
        command.changed(
          'timeline',
          accounts.map(({ accountId }) => accountId),
        );
        try {
          pack.file.take();
        } catch (error) {
          return faultOfPlace(error, fileName);
        }
        return ok({
          fileName,
          accounts: accounts.length,
          files: pack.files.length,
          bytes: packed.bytes,
          missing: work.missing.length,
        });
      },
    );
    if (!noted.ok) return noted;
    underWay = null;
    await pack.file.taken();
    return noted;
  });
};

export const dropHandOver: ErrandHandlers['handOver.drop'] = async (_around, { packId }) => {
  if (underWay?.packId === packId) await dropUnderWay();
  return ok(null);
};

/** A fault ends the file; what the disk refuses is a fault. */
async function guarded<T>(work: UnderWay, act: () => Promise<Result<T>>): Promise<Result<T>> {
  let done: Result<T>;
  try {
    done = await act();
  } catch (error) {
    done = faultOfPlace(error, basename(work.path));
  }
  if (!done.ok && underWay?.work === work) await dropUnderWay();
  return done;
}

/** Letters and files of an account, as far as they were asked for. */
async function addKept(
  { store, zone }: QueryContext,
  work: UnderWay,
  account: HandedAccount,
): Promise<Result<null>> {
  const { asked, pack } = work;
  const folder = folderOf(work, account);
  if (asked.withLetters) {
    for (const { letterId, templateName, madeAt } of lettersOf({ store }, account.accountId)) {
      const copy = readCopy(store, letterId);
      if (!copy.ok) return copy;
      const name = plainName(`${dayOfInstant(madeAt, zone)} ${templateName} (letter ${letterId})`);
      await pack.add(`${folder}/Letters/${name}.pdf`, `Letter ${letterId}, as kept`, copy.value.pdf, true);
    }
  }
  if (asked.withFiles) {
    for (const { attachmentId, name, onDay } of filesOf({ store }, account)) {
      const whole = wholeAttachment(store, attachmentId);
      if (!whole.ok) return whole;
      await pack.add(
        `${folder}/Files/${onDay} ${plainName(name)}`,
        `File of account ${account.number}`,
        whole.value,
      );
    }
  }
  return ok(null);
}

async function workbookOf(
  context: QueryContext,
  accounts: readonly HandedAccount[],
): Promise<Result<{ readonly bytes: Buffer; readonly shortened: number }>> {
  const pieces: Buffer[] = [];
  const sink = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
  });
  const written = await writeXlsx(sink, handOverTables(quietly(context), accounts));
  return written.ok ? ok({ bytes: Buffer.concat(pieces), shortened: written.value.shortened }) : written;
}

/** A folder for each account: two clients may count their accounts alike, and `A/1` and `A_1` are one name on a disk. */
function foldersOf(accounts: readonly HandedAccount[]): ReadonlyMap<number, string> {
  const plain = (account: HandedAccount) => plainName(`Account ${account.number}`);
  const withClient = (account: HandedAccount) =>
    plainName(`Account ${account.number}, ${account.clientName}`);
  const isOnlyOne = (name: (account: HandedAccount) => string) => {
    const keys = accounts.map((account) => nameKey(name(account)));
    return (key: string) => keys.indexOf(key) === keys.lastIndexOf(key);
  };
  const plainIsEnough = isOnlyOne(plain);
  const clientIsEnough = isOnlyOne(withClient);
  return new Map(
    accounts.map((account) => {
      const choices = [plain(account), withClient(account)] as const;
      if (plainIsEnough(nameKey(choices[0]))) return [account.accountId, choices[0]];
      if (clientIsEnough(nameKey(choices[1]))) return [account.accountId, choices[1]];
      return [account.accountId, `${choices[1]} (${account.accountId})`];
    }),
  );
}

function folderOf({ folders }: UnderWay, { accountId }: HandedAccount): string {
  return folders.get(accountId) ?? `Account ${accountId}`;
}

/** Bytes of a part of a path; systems take 255, and a day and a number may stand before and after. */
const mostBytes = 180;

/** Part of a path any system takes, and that leads nowhere else. */
function plainName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{C}<>:"/\\|?*]/gu, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const ending = /\.[^. ]{1,8}$/.exec(plain)?.[0] ?? '';
  return `${cutToBytes(plain.slice(0, plain.length - ending.length), mostBytes).replace(/[ .]+$/, '') || 'file'}${ending}`;
}

function contentsOf({ pack: { files }, missing, cut }: UnderWay): string {
  const line = (cells: readonly [string, string, number | null, string]) =>
    [
      csvCell('text', cells[0]),
      csvCell('text', cells[1]),
      csvCell('integer', cells[2]),
      csvCell('text', cells[3]),
    ].join(',');
  return `\ufeff${[
    'File,What,Bytes,SHA-256',
    ...files.map(({ name, what, bytes, sha256 }) => line([name, what, bytes, sha256])),
    ...missing.map((why) => line(['Not made', why, null, ''])),
    ...cut.map((what) => line(['Accounts.xlsx', what, null, ''])),
  ].join('\r\n')}\r\n`;
}

function readMe(
  { store, today, author }: QueryContext,
  { asked, accounts, pack, missing, cut }: UnderWay,
): string {
  const names = accounts.map(
    ({ number, debtorId, clientName }) =>
      `  ${number}  ${findDebtor(store, debtorId)?.name ?? ''}, for ${clientName}`,
  );
  return [
    `From ${readOffice(store)?.name ?? ''}, made by ${author} on ${dayWords(today)}.`,
    `For ${asked.recipient} (${handOverToWords[asked.to].toLowerCase()}).`,
    ...(asked.reason === '' ? [] : [`Reason: ${asked.reason}`]),
    '',
    `${accounts.length === 1 ? 'The account' : `The ${accounts.length.toLocaleString('en-US')} accounts`}:`,
    ...names,
    '',
    'Accounts.xlsx holds everything on file, a sheet for each kind: accounts, phones and addresses, ledger with the balance after each entry,',
    'payments, contacts, letters, legal events, files, and everything by day.',
    `Contents.csv lists the ${pack.files.length.toLocaleString('en-US')} files before it with their size and SHA-256, by which a change can be told.`,
    ...(missing.length === 0 ? [] : ['', 'Not made:', ...missing.map((why) => `  ${why}`)]),
    ...(cut.length === 0 ? [] : ['', 'In Accounts.xlsx:', ...cut.map((what) => `  ${what}`)]),
    '',
    'This file is not encrypted and holds personal and financial information.',
    '',
  ].join('\r\n');
}

function noteOf(
  { asked, accounts, pack, missing }: UnderWay,
  { fileName, sha256, today }: { readonly fileName: string; readonly sha256: string; readonly today: string },
): string {
  const parts = [
    'everything on file as a workbook',
    ...(asked.withPapers ? ['statement, explanation of the balance and contact history as PDF'] : []),
    ...(asked.withLetters ? ['letters as kept'] : []),
    ...(asked.withFiles ? ['files'] : []),
  ];
  return [
    `Handed over to ${asked.recipient} (${handOverToWords[asked.to].toLowerCase()}) on ${dayWords(today)}.`,
    ...(asked.reason === '' ? [] : [`Reason: ${asked.reason}`]),
    `What: ${parts.join('; ')}.`,
    ...(accounts.length === 1
      ? []
      : [`Together with ${accounts.length - 1} other ${accounts.length === 2 ? 'account' : 'accounts'}.`]),
    `File: ${fileName}, ${pack.files.length} files inside, SHA-256 ${sha256}.`,
    ...(missing.length === 0 ? [] : [`Not made: ${missing.length}, see the list of contents.`]),
  ].join('\n');
}

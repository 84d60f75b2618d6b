/**
 * OFX: what banks write for money programs, as SGML (1.x: values end where the next tag begins) and as XML (2.x), also under the
 * names QBO and QFX. Files of both kinds break their own rules: tags without an end, several in one line, ampersands and `<` in
 * texts, a decimal comma, empty days. So tags are read one by one and nothing is fetched, declared or expanded but the five
 * entities of XML and character numbers.
 *
 * One row for each `STMTTRN`. What the file says of its balance is told, not added up: it is no sum of the rows.
 */
import { fail, ok, type Result } from '../../../errors/result.ts';
import { spellDayShort } from '../../days.ts';
import { formatCents } from '../../money.ts';
import type { SourceRefusal } from '../file-look.ts';
import type { ShapeSink } from '../sources/shape.ts';
import { compactDay, emit, type FlatFormat, type FlatReading, makeLayout, plainSum } from './flat-format.ts';

const layout = makeLayout([
  ['heldAt', 'Bank account', 'held_at'],
  ['on', 'Day', 'payment_on'],
  ['amount', 'Amount', 'payment_amount'],
  ['currency', 'Currency', 'currency'],
  ['payer', 'Name', 'payer'],
  ['memo', 'Memo', 'memo'],
  ['check', 'Check number', 'check_number'],
  ['reference', 'Reference', 'payment_reference'],
  ['method', 'Method', 'payment_method'],
  ['type', 'Type', null],
  ['externalId', 'Id of the bank', 'external_id'],
]);

/** Faults: `import.bank_error` when the bank answered with an error, `import.no_entries` when no transaction is inside. */
export function openOfx(text: string): Result<FlatFormat> {
  const summary = summaryOf(text);
  if (summary.entries === 0) {
    if (summary.error !== null) return fail('import.bank_error', summary.error);
    return fail('import.no_entries', { what: 'ofx' });
  }
  return ok({
    format: 'ofx',
    source: 'bank.ofx',
    because: ['It is an OFX bank file (also written as QBO or QFX).', ...summary.told],
    rowKind: 'bank_line',
    columns: layout.columns,
    read: (sink) => readOfx(text, summary, sink),
  });
}

type Token =
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly at: number; readonly value: string }
  | { readonly kind: 'end' };

/** Values a bank writes as text: what looks like a tag inside one, but is none of the format's, is part of it. */
const textTags = new Set(['NAME', 'MEMO', 'NAME2', 'EXTDNAME', 'MESSAGE', 'PAYEEID', 'REFNUM']);
const tagAt = /<(\/?)([A-Za-z][A-Za-z0-9._]*)\s*(\/?)>|<!\[CDATA\[/g;
/** Tags that end a text although no `</NAME>` does: those that stand beside or above it. */
const knownTags = new Set(
  (
    'OFX STMTTRN BANKTRANLIST STMTRS CCSTMTRS STMTTRNRS CCSTMTTRNRS BANKMSGSRSV1 CREDITCARDMSGSRSV1 TRNTYPE DTPOSTED DTUSER ' +
    'DTAVAIL TRNAMT FITID CORRECTFITID CORRECTACTION SRVRTID CHECKNUM REFNUM SIC PAYEEID NAME EXTDNAME PAYEE ADDR1 ADDR2 ADDR3 ' +
    'CITY STATE POSTALCODE COUNTRY PHONE BANKACCTTO CCACCTTO BANKID BRANCHID ACCTID ACCTTYPE ACCTKEY MEMO IMAGEDATA CURRENCY ' +
    'ORIGCURRENCY CURRATE CURSYM INV401KSOURCE CURDEF BANKACCTFROM CCACCTFROM DTSTART DTEND LEDGERBAL AVAILBAL BALAMT DTASOF ' +
    'STATUS CODE SEVERITY MESSAGE TRNUID SIGNONMSGSRSV1 SONRS DTSERVER LANGUAGE FI ORG FID MKTGINFO VALUEDATE CATEGORY ' +
    'TRANSACTIONSPLIT ACCTBAL INVSTMTMSGSRSV1 INVSTMTTRNRS INVSTMTRS INVTRANLIST INVBANKTRAN SUBACCTFUND'
  ).split(' '),
);

/** Reads tags one after the other; each opening tag with the text up to the next one. */
function makeScanner(text: string): { next(): Token } {
  let at = 0;
  const nextTag = (from: number): RegExpExecArray | null => {
    tagAt.lastIndex = from;
    return tagAt.exec(text);
  };
  return {
    next() {
      for (;;) {
        const tag = nextTag(at);
        if (tag === null) return { kind: 'end' };
        at = tagAt.lastIndex;
        if (tag[0] === '<![CDATA[') {
          const close = text.indexOf(']]>', at);
          at = close === -1 ? text.length : close + 3;
          continue;
        }
        const name = (tag[2] ?? '').toUpperCase();
        if (tag[1] === '/') return { kind: 'close', name, at: tag.index, value: '' };
        if (tag[3] === '/') return { kind: 'open', name, at: tag.index, value: '' };
        // The value ends at the next tag; in a text one that no bank writes is a part of it.
        let value = '';
        let from = at;
        for (;;) {
          const following = nextTag(from);
          if (following === null) {
            value += decoded(text.slice(from));
            at = text.length;
            break;
          }
          value += decoded(text.slice(from, following.index));
          if (following[0] === '<![CDATA[') {
            const begin = tagAt.lastIndex;
            const close = text.indexOf(']]>', begin);
            value += text.slice(begin, close === -1 ? text.length : close);
            from = close === -1 ? text.length : close + 3;
            continue;
          }
          const inside = (following[2] ?? '').toUpperCase();
          const isText = textTags.has(name) && inside !== name && !knownTags.has(inside);
          const upper = following[2] === inside && /[.\d]|^[A-Z]{3,}$/.test(inside);
          if (isText && !(upper && endsLine(text, following.index))) {
            value += following[0];
            from = following.index + following[0].length;
            continue;
          }
          at = following.index;
          break;
        }
        return { kind: 'open', name, at: tag.index, value: value.trim() };
      }
    },
  };
}

/** Whether a tag opens its line, as elements that a bank adds of its own do. */
function endsLine(text: string, at: number): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    const letter = text[index];
    if (letter === '\n' || letter === '\r' || letter === '>') return true;
    if (letter !== ' ' && letter !== '\t') return false;
  }
  return true;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isLetter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isLetter ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Cents of an OFX amount: a sign, digits, and a point or comma before the decimals; no sign of money and no groups. Banks that write
 * groups all the same (`1,234.50`) are understood when both signs stand there. `null` for anything else.
 */
export function ofxCents(text: string): number | null {
  const plain = /^([+-]?)(\d{0,13})(?:[.,](\d*))?$/.exec(text) ?? null;
  const grouped =
    /^([+-]?)(\d{1,3}(?:,\d{3})+)\.(\d*)$/.exec(text) ?? /^([+-]?)(\d{1,3}(?:\.\d{3})+),(\d*)$/.exec(text);
  const parts = grouped ?? plain;
  if (parts === null || !/\d/.test(text)) return null;
  const whole = (parts[2] ?? '').replace(/\D/g, '');
  const fraction = parts[3] ?? '';
  // `1,234` may be one and a bit, or more than a thousand: nothing is guessed.
  if (
    !/^\d{0,2}0*$/.test(fraction) ||
    (grouped === null && fraction.length === 3 && whole.length <= 3 && whole !== '0')
  )
    return null;
  const cents = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  return parts[1] === '-' && cents > 0 ? -cents : cents;
}

/** `…5678`: enough to tell accounts apart, not enough to use one. */
function masked(account: string, type: string): string {
  const last = account.replace(/[^\p{L}\p{N}]/gu, '').slice(-4);
  const words: Readonly<Record<string, string>> = {
    CHECKING: 'Checking',
    SAVINGS: 'Savings',
    MONEYMRKT: 'Money market',
    CREDITLINE: 'Credit line',
    CD: 'Certificate',
  };
  const name = words[type.toUpperCase()] ?? (type === 'card' ? 'Card' : 'Account');
  return last === '' ? name : `${name} …${last}`;
}

const methods: Readonly<Record<string, string>> = {
  CHECK: 'check',
  CASH: 'cash',
  ATM: 'cash',
  POS: 'card',
  DIRECTDEP: 'ach',
  DIRECTDEBIT: 'ach',
  PAYMENT: 'online',
  XFER: 'ach',
};

type Summary = {
  readonly entries: number;
  readonly told: readonly string[];
  readonly error: { readonly message: string; readonly code: string } | null;
  /** Several entries stand on one line: they are counted instead, so that each has a number of its own. */
  readonly counted: boolean;
};

/** Once through the file for what stands outside its entries. */
function summaryOf(text: string): Summary {
  const scanner = makeScanner(text);
  const told: string[] = [];
  let entries = 0;
  let counted = false;
  let lastStart = -1;
  let error: Summary['error'] = null;
  let account = '';
  let type = '';
  let currency = '';
  let block: 'ledger' | 'status' | null = null;
  let balance = '';
  let code = '';
  let severity = '';
  let message = '';
  const endStatus = () => {
    if (
      block === 'status' &&
      (severity.toUpperCase() === 'ERROR' || (code !== '' && code !== '0' && severity === ''))
    )
      error ??= { code: code.slice(0, 20), message: message.slice(0, 200) };
    block = null;
  };
  for (let token = scanner.next(); token.kind !== 'end'; token = scanner.next()) {
    const { name, value } = token;
    if (token.kind === 'close') {
      if (name === 'STATUS') endStatus();
      if (name === 'LEDGERBAL') block = null;
      continue;
    }
    switch (name) {
      case 'STMTTRN': {
        entries += 1;
        if (lastStart !== -1 && !/[\r\n]/.test(text.slice(lastStart, token.at))) counted = true;
        lastStart = token.at;
        break;
      }
      case 'STATUS':
        endStatus();
        block = 'status';
        code = '';
        severity = '';
        message = '';
        break;
      case 'CODE':
        code = value;
        break;
      case 'SEVERITY':
        severity = value;
        break;
      case 'MESSAGE':
        message = value;
        break;
      case 'CURDEF':
        currency = value;
        break;
      case 'ACCTTYPE':
        type = value;
        break;
      case 'CCACCTFROM':
        type = 'card';
        break;
      case 'ACCTID':
        account = value;
        break;
      case 'LEDGERBAL':
        block = 'ledger';
        balance = '';
        break;
      case 'AVAILBAL':
        block = null;
        break;
      case 'BALAMT':
        if (block === 'ledger') balance = value;
        break;
      case 'DTASOF': {
        if (block !== 'ledger') break;
        const cents = ofxCents(balance);
        const day = compactDay(value);
        if (cents !== null && balance !== '')
          told.push(
            `${masked(account, type)}: the bank states a balance of ${currency === '' || currency === 'USD' ? '$' : `${currency} `}${formatCents(cents)}${day === null ? '' : ` on ${spellDayShort(day)}`}.`,
          );
        break;
      }
      default:
    }
  }
  endStatus();
  return { entries, told: told.slice(0, 20), error, counted };
}

const entriesBetweenBreaths = 2000;

function* readOfx(text: string, { counted }: Summary, sink: ShapeSink): FlatReading {
  const scanner = makeScanner(text);
  const seen = new Map<string, string>();
  let line = 1;
  let lineAt = 0;
  let entries = 0;
  let account = '';
  let type = '';
  let currency = '';
  let entry: Record<string, string> | null = null;
  let entryLine = 0;
  let block = '';

  const finish = () => {
    if (entry === null) return;
    const own = entry;
    entry = null;
    takeEntry(entryLine, own, { heldAt: masked(account, type), currency }, seen, sink);
  };

  for (let token = scanner.next(); token.kind !== 'end'; token = scanner.next()) {
    const { name, value } = token;
    if (token.kind === 'close') {
      if (name === 'STMTTRN' || name === 'BANKTRANLIST') finish();
      else if (name === block) block = '';
      continue;
    }
    switch (name) {
      case 'STMTTRN': {
        finish();
        entries += 1;
        for (; lineAt < token.at; lineAt += 1) {
          const letter = text.charCodeAt(lineAt);
          if (letter === 10 || (letter === 13 && text.charCodeAt(lineAt + 1) !== 10)) line += 1;
        }
        entryLine = counted ? entries : line;
        entry = {};
        block = '';
        if (entries % entriesBetweenBreaths === 0) yield token.at;
        break;
      }
      case 'STMTRS':
      case 'CCSTMTRS':
        finish();
        account = '';
        currency = '';
        type = name === 'CCSTMTRS' ? 'card' : '';
        break;
      case 'LEDGERBAL':
      case 'AVAILBAL':
        finish();
        break;
      case 'CURDEF':
        currency = value;
        break;
      case 'ACCTTYPE':
        if (entry === null) type = value;
        break;
      case 'ACCTID':
        if (entry === null) account = value;
        break;
      case 'CURRENCY':
      case 'ORIGCURRENCY':
      case 'PAYEE':
      case 'BANKACCTTO':
      case 'CCACCTTO':
      case 'IMAGEDATA':
        block = name;
        break;
      default:
        if (entry === null || value === '') break;
        if (block === 'CURRENCY' && name === 'CURSYM') entry.CURSYM ??= value;
        else if (block === 'PAYEE' && name === 'NAME') entry.PAYEE ??= value;
        else entry[name] ??= value;
    }
  }
  finish();
  return ok(null);
}

function takeEntry(
  line: number,
  entry: Readonly<Record<string, string>>,
  { heldAt, currency }: { readonly heldAt: string; readonly currency: string },
  seen: Map<string, string>,
  sink: ShapeSink,
): void {
  const posted = entry.DTPOSTED ?? '';
  const on = compactDay(posted);
  const amount = entry.TRNAMT ?? '';
  const cents = ofxCents(amount);
  const refuse = (code: SourceRefusal['code'], column: 'on' | 'amount', value: string): SourceRefusal => ({
    code,
    column: layout.columnOf(column),
    value: value.slice(0, 200),
    params: {},
  });
  const refused =
    posted === ''
      ? refuse('day_missing', 'on', '')
      : on === null
        ? refuse('day_unreadable', 'on', posted)
        : cents === null
          ? refuse('amount_unreadable', 'amount', amount)
          : null;
  const payer = entry.PAYEE ?? entry.NAME ?? '';
  const memo = entry.MEMO ?? '';
  const check = entry.CHECKNUM ?? '';
  emit(
    sink,
    layout,
    line,
    'bank_line',
    {
      heldAt,
      on: on ?? posted,
      amount: cents === null ? amount : plainSum(cents),
      currency: (entry.CURSYM ?? currency).toUpperCase(),
      payer,
      memo: memo === payer ? '' : memo,
      check: /^0*$/.test(check) ? '' : check,
      reference: entry.REFNUM ?? entry.SRVRTID ?? '',
      method: methods[(entry.TRNTYPE ?? '').toUpperCase()] ?? '',
      type: entry.TRNTYPE ?? '',
      externalId:
        refused === null ? idOf(entry.FITID ?? '', heldAt, `${on} ${cents}`, seen) : (entry.FITID ?? ''),
    },
    refused,
  );
}

/** A bank's id is one transaction's. Some banks use one again; then day and sum tell, so that no money is lost as a repetition. */
function idOf(fitid: string, heldAt: string, facts: string, seen: Map<string, string>): string {
  if (fitid === '') return '';
  const key = `${heldAt}|${fitid}`;
  const before = seen.get(key);
  if (before === undefined) seen.set(key, facts);
  return before === undefined || before === facts ? fitid : `${fitid} ${facts}`;
}

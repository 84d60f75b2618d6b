/**
 * Templates, the letterhead, and letters with their exact copies. A template is never changed: a new text is a
 * new version and the old one is retired. Lists leave the copies alone; they are read one at a time.
 */
import type { Letterhead } from '../../../../shared/contract/letters.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { VerdictOutcome } from '../../../../shared/domain/law.ts';
import type { EntryKind } from '../../../../shared/domain/ledger.ts';
import type { LetterDoc } from '../../../../shared/templates/document/letter-doc.ts';
import type { LetterAbout } from '../../../../shared/templates/letter-about.ts';
import { paperCodeStart } from '../../../../shared/templates/papers/library.ts';
import type { Store } from '../store.ts';
import { namePictures, showPictures } from './letter-pictures.ts';

export type NewTemplate = {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  /** Liquid; empty for a paper of figures. */
  readonly body: string;
  /** The document the body was made from; `null` for a paper of figures, and for text that was never a document. */
  readonly doc?: LetterDoc | null;
  readonly about?: LetterAbout | null;
  readonly madeAt: number;
};

/**
 * Adds a version unless the book has it, and retires the earlier versions of the same code. What the office took out of use stays
 * so with its new version.
 */
export function ensureTemplate(store: Store, template: NewTemplate): void {
  const { code, version, name, description, body, doc = null, about = null, madeAt } = template;
  const added = store
    .sql(
      `INSERT INTO templates (code, version, name, description, body, doc, about, made_at, retired_at)
       SELECT :code, :version, :name, :description, :body, :doc, :about, :madeAt,
         CASE WHEN EXISTS (SELECT 1 FROM templates WHERE code = :code)
           AND NOT EXISTS (SELECT 1 FROM templates WHERE code = :code AND retired_at IS NULL) THEN :madeAt END
       WHERE true ON CONFLICT (code, version) DO NOTHING`,
    )
    .run({
      code,
      version,
      name,
      description,
      body,
      doc: doc === null ? null : JSON.stringify(doc),
      about: JSON.stringify(about ?? {}),
      madeAt,
    });
  if (added.changes === 0) return;
  store
    .sql('UPDATE templates SET retired_at = ? WHERE code = ? AND version < ? AND retired_at IS NULL')
    .run(madeAt, code, version);
}

/** The codes and versions a book has, retired ones included. */
export function listTemplateVersions(store: Store): { code: string; version: number }[] {
  return store.sql('SELECT code, version FROM templates').all() as { code: string; version: number }[];
}

export type TemplateRow = {
  readonly templateId: number;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  /** JSON. */
  readonly about: string;
  readonly origin: 'shipped' | 'office';
  readonly replaces: string;
};

/** Papers of figures are templates by name only: nobody picks one, and none has a text to merge. */
const isLetter = `code NOT GLOB '${paperCodeStart}*'`;

/** In use: not retired, no draft, and no letter of the office stands in for it. */
const isInUse = `retired_at IS NULL AND draft = 0 AND ${isLetter} AND NOT EXISTS (
  SELECT 1 FROM templates own WHERE own.replaces = templates.code AND own.retired_at IS NULL AND own.draft = 0)`;

const templateColumns = 'id AS templateId, code, name, description, version, about, origin, replaces';

/** Templates of letters in use, in the order they were added. */
export function listCurrentTemplates(store: Store): TemplateRow[] {
  return store
    .sql(`SELECT ${templateColumns} FROM templates WHERE ${isInUse} ORDER BY id`)
    .all() as TemplateRow[];
}

export type TemplateRecord = TemplateRow & {
  readonly body: string;
  /** JSON of the document the body was made from; `null` for text that was never a document. */
  readonly doc: string | null;
};

/** In use: neither retired nor a draft. */
export function findTemplate(store: Store, templateId: number): TemplateRecord | null {
  const row = store
    .sql(
      `SELECT ${templateColumns}, body, doc FROM templates
       WHERE id = ? AND retired_at IS NULL AND draft = 0 AND ${isLetter}`,
    )
    .get(templateId);
  return (row as TemplateRecord | undefined) ?? null;
}

/** The template a kept paper of this code belongs to. */
export function findPaperTemplate(store: Store, code: string): { templateId: number; name: string } | null {
  const row = store
    .sql('SELECT id AS templateId, name FROM templates WHERE code = ? AND retired_at IS NULL')
    .get(code);
  return (row as { templateId: number; name: string } | undefined) ?? null;
}

const emptyLetterhead: Letterhead = {
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
  phone: '',
  email: '',
  hours: '',
  howToPay: '',
  website: '',
  signerName: '',
  signerTitle: '',
  disputeAddress: '',
  disputeElectronically: '',
  footer: '',
};

/** All empty until the office has filled it in. */
export function findLetterhead(store: Store): Letterhead {
  const row = store
    .sql(
      `SELECT line1, line2, city, region, postal_code AS postalCode, phone, email, hours, how_to_pay AS howToPay,
         website, signer_name AS signerName, signer_title AS signerTitle, dispute_address AS disputeAddress,
         dispute_electronically AS disputeElectronically, footer
       FROM letterhead WHERE id = 1`,
    )
    .get();
  return (row as Letterhead | undefined) ?? emptyLetterhead;
}

export function saveLetterhead(store: Store, head: Letterhead): void {
  store
    .sql(
      `INSERT OR REPLACE INTO letterhead (id, line1, line2, city, region, postal_code, phone, email, hours, how_to_pay,
         website, signer_name, signer_title, dispute_address, dispute_electronically, footer)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      head.line1,
      head.line2,
      head.city,
      head.region,
      head.postalCode,
      head.phone,
      head.email,
      head.hours,
      head.howToPay,
      head.website,
      head.signerName,
      head.signerTitle,
      head.disputeAddress,
      head.disputeElectronically,
      head.footer,
    );
}

/** The kind of each entry of an account, by its id. */
export function entryKindsOf(store: Store, accountId: number): ReadonlyMap<number, EntryKind> {
  const rows = store.sql('SELECT id, kind FROM entries WHERE account_id = ?').raw().all(accountId);
  return new Map(rows as [number, EntryKind][]);
}

export type NewLetter = {
  readonly accountId: number;
  readonly templateId: number;
  readonly madeAt: number;
  readonly author: string;
  readonly balanceCents: number;
  readonly pages: number;
  /** Hexadecimal. */
  readonly pdfSha256: string;
  readonly facts: string;
  readonly html: string;
  readonly pdf: Uint8Array;
  /** What the rules said of it, and what was typed against them; `null` for an office copy. */
  readonly verdict: string | null;
  readonly overrideReason: string;
  /** JSON of how it was laid out, and of what the check of its wording found. */
  readonly sheet: string;
  readonly findings: string;
  readonly addressId: number | null;
};

export function insertLetter(store: Store, letter: NewLetter): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO letters (account_id, template_id, made_at, author, balance_cents, pages, pdf_sha256, facts, html, pdf,
         verdict, override_reason, sheet, findings, address_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      letter.accountId,
      letter.templateId,
      letter.madeAt,
      letter.author,
      letter.balanceCents,
      letter.pages,
      letter.pdfSha256,
      letter.facts,
      namePictures(store, letter.html),
      letter.pdf,
      letter.verdict,
      letter.overrideReason,
      letter.sheet,
      letter.findings,
      letter.addressId,
    );
  return Number(lastInsertRowid);
}

export type LetterState = 'kept' | 'printed' | 'saved';

/** The account of a letter, or `null` when there is no such letter. */
export function findLetterAccount(store: Store, letterId: number): number | null {
  const id = store.sql('SELECT account_id FROM letters WHERE id = ?').pluck().get(letterId);
  return (id as number | undefined) ?? null;
}

/** For whom and for what a version is, in use or retired: a letter made from it once may go out again. */
export function findAnyTemplate(
  store: Store,
  templateId: number,
): Pick<TemplateRecord, 'code' | 'about' | 'body'> | null {
  const row = store.sql('SELECT code, about, body FROM templates WHERE id = ?').get(templateId);
  return (row as Pick<TemplateRecord, 'code' | 'about' | 'body'> | undefined) ?? null;
}

/** Whom a kept letter names on its page, and where; `name` and `lines` are `null` where its facts do not say. */
export type KeptRecipient = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly addressId: number | null;
  readonly code: string;
  /** JSON, of its template. */
  readonly about: string;
  readonly name: string | null;
  readonly lines: readonly string[] | null;
};

export function findKeptRecipient(store: Store, letterId: number): KeptRecipient | null {
  const row = store
    .sql(
      `SELECT l.account_id AS accountId, a.debtor_id AS debtorId, l.address_id AS addressId, t.code, t.about,
         l.facts ->> '$.recipient.name' AS name, l.facts -> '$.recipient.address_lines' AS lines
       FROM letters l JOIN accounts a ON a.id = l.account_id JOIN templates t ON t.id = l.template_id WHERE l.id = ?`,
    )
    .get(letterId) as (Omit<KeptRecipient, 'lines'> & { readonly lines: string | null }) | undefined;
  return row ? { ...row, lines: row.lines === null ? null : (JSON.parse(row.lines) as string[]) } : null;
}

/** The version a letter was made from. */
export function findLetterTemplate(
  store: Store,
  letterId: number,
): { readonly templateId: number; readonly code: string } | null {
  const row = store
    .sql(
      'SELECT t.id AS templateId, t.code FROM letters l JOIN templates t ON t.id = l.template_id WHERE l.id = ?',
    )
    .get(letterId);
  return (row as { templateId: number; code: string } | undefined) ?? null;
}

/** The code of the template a letter was made from; a paper's begins with `paperCodeStart`. */
export function findLetterCode(store: Store, letterId: number): string | null {
  const code = store
    .sql('SELECT t.code FROM letters l JOIN templates t ON t.id = l.template_id WHERE l.id = ?')
    .pluck()
    .get(letterId);
  return (code as string | undefined) ?? null;
}

/** Notes when a letter was printed or saved; the first time stays. */
export function markLetterAs(store: Store, letterId: number, as: 'printed' | 'saved', at: number): void {
  const column = as === 'printed' ? 'printed_at' : 'saved_at';
  store.sql(`UPDATE letters SET ${column} = ? WHERE id = ? AND ${column} IS NULL`).run(at, letterId);
}

/** What happened to a letter last counts for less than paper: one that was printed shows as printed. */
export const letterStateOf = `CASE WHEN l.printed_at IS NOT NULL THEN 'printed' WHEN l.saved_at IS NOT NULL THEN 'saved'
  ELSE 'kept' END`;

export type LetterListRow = {
  readonly letterId: number;
  readonly accountId: number;
  readonly debtorName: string;
  readonly accountNumber: string;
  readonly templateName: string;
  readonly madeAt: number;
  readonly balanceCents: number;
  readonly pages: number;
  readonly state: LetterState;
  readonly mail: { readonly state: 'mailed' | 'delivered' | 'returned'; readonly on: Day } | null;
};

export type LetterFilter = {
  readonly accountId: number | null;
  /** A full-text expression over debtors and accounts; `null` for all. */
  readonly match: string | null;
  readonly templateCode: string | null;
  /** Made from this instant on, and before that one. */
  readonly since: number | null;
  readonly until: number | null;
  readonly state: 'any' | 'printed' | 'not_printed' | 'not_mailed' | 'mailed' | 'returned';
};

const inLog = 'EXISTS (SELECT 1 FROM mailings m WHERE m.letter_id = l.id AND m.withdrawn_at IS NULL)';
const cameBack = `EXISTS (SELECT 1 FROM mail_returns r
  WHERE r.letter_id = l.id AND r.kind = 'returned' AND r.withdrawn_at IS NULL)`;
const stateIs: Readonly<Record<LetterFilter['state'], string>> = {
  any: 'true',
  printed: 'l.printed_at IS NOT NULL',
  not_printed: 'l.printed_at IS NULL',
  not_mailed: `l.printed_at IS NOT NULL AND NOT ${inLog}`,
  mailed: inLog,
  returned: cameBack,
};

type LetterSql = Omit<LetterListRow, 'mail'> & {
  readonly mailedOn: Day | null;
  readonly outcome: 'delivered' | 'returned' | null;
  readonly outcomeOn: Day | null;
};

/** Letters of one account or of the whole book that fit, newest first, from below `before`. */
export function listLetterRows(
  store: Store,
  filter: LetterFilter,
  page: { readonly before: number | null; readonly limit: number },
): LetterListRow[] {
  const { accountId, match, templateCode, since, until, state } = filter;
  const conditions = ['l.id < :before', stateIs[state]];
  const values: Record<string, string | number> = {
    before: page.before ?? Number.MAX_SAFE_INTEGER,
    limit: page.limit,
  };
  const add = (sql: string, name: string, value: string | number | null) => {
    if (value === null) return;
    conditions.push(sql);
    values[name] = value;
  };
  add('l.account_id = :accountId', 'accountId', accountId);
  add('l.account_id IN (SELECT rowid FROM account_search WHERE account_search MATCH :match)', 'match', match);
  add('l.template_id IN (SELECT id FROM templates WHERE code = :code)', 'code', templateCode);
  add('l.made_at >= :since', 'since', since);
  add('l.made_at < :until', 'until', until);
  const rows = store
    .sql(
      `SELECT l.id AS letterId, l.account_id AS accountId, d.name AS debtorName, a.number AS accountNumber,
         t.name AS templateName, l.made_at AS madeAt, l.balance_cents AS balanceCents, l.pages,
         ${letterStateOf} AS state, m.mailed_on AS mailedOn, r.kind AS outcome, r.on_day AS outcomeOn
       FROM letters l
       JOIN accounts a ON a.id = l.account_id
       JOIN debtors d ON d.id = a.debtor_id
       JOIN templates t ON t.id = l.template_id
       LEFT JOIN mailings m ON m.id = (SELECT max(n.id) FROM mailings n WHERE n.letter_id = l.id AND n.withdrawn_at IS NULL)
       LEFT JOIN mail_returns r ON r.id = (SELECT max(o.id) FROM mail_returns o
         WHERE o.letter_id = l.id AND o.withdrawn_at IS NULL)
       WHERE ${conditions.join(' AND ')}
       ORDER BY l.id DESC LIMIT :limit`,
    )
    .all(values) as LetterSql[];
  return rows.map(({ mailedOn, outcome, outcomeOn, ...row }) => ({
    ...row,
    mail:
      outcome !== null && outcomeOn !== null
        ? { state: outcome, on: outcomeOn }
        : mailedOn === null
          ? null
          : { state: 'mailed', on: mailedOn },
  }));
}

/** The kinds of letter there are copies of; of several versions the newest names it. */
export function listLetterKinds(store: Store): { code: string; name: string }[] {
  // At a bare column SQLite takes the row of the max.
  const rows = store
    .sql(
      `SELECT code, name, max(version) FROM templates t
       WHERE EXISTS (SELECT 1 FROM letters l WHERE l.template_id = t.id) GROUP BY code ORDER BY name COLLATE NOCASE`,
    )
    .all() as { code: string; name: string }[];
  return rows.map(({ code, name }) => ({ code, name }));
}

export type KeptLetterRow = {
  readonly letterId: number;
  readonly templateName: string;
  readonly templateCode: string;
  readonly templateVersion: number;
  readonly madeAt: number;
  readonly author: string;
  readonly printedAt: number | null;
  readonly savedAt: number | null;
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly verdict: VerdictOutcome | null;
  readonly overrideReason: string;
  /** JSON each. */
  readonly findings: string;
  readonly sheet: string;
  readonly facts: string;
};

/** What one letter was made with; `null` when there is none. */
export function findKeptLetter(store: Store, letterId: number): KeptLetterRow | null {
  const row = store
    .sql(
      `SELECT l.id AS letterId, t.name AS templateName, t.code AS templateCode, t.version AS templateVersion, l.made_at AS madeAt,
         l.author, l.printed_at AS printedAt, l.saved_at AS savedAt, l.pages, length(l.pdf) AS bytes, l.pdf_sha256 AS sha256,
         l.verdict ->> '$.outcome' AS verdict, l.override_reason AS overrideReason, l.findings, l.sheet, l.facts
       FROM letters l JOIN templates t ON t.id = l.template_id WHERE l.id = ?`,
    )
    .get(letterId);
  return (row as KeptLetterRow | undefined) ?? null;
}

export type LetterCopy = {
  readonly html: string;
  readonly pdf: Uint8Array;
  readonly pdfSha256: string;
  readonly madeAt: number;
  readonly debtorName: string;
  readonly templateName: string;
};

export function findLetterCopy(store: Store, letterId: number): LetterCopy | null {
  const row = store
    .sql(
      `SELECT l.html, l.pdf, l.pdf_sha256 AS pdfSha256, l.made_at AS madeAt, d.name AS debtorName,
         t.name AS templateName
       FROM letters l
       JOIN accounts a ON a.id = l.account_id
       JOIN debtors d ON d.id = a.debtor_id
       JOIN templates t ON t.id = l.template_id
       WHERE l.id = ?`,
    )
    .get(letterId);
  if (row === undefined) return null;
  const copy = row as LetterCopy;
  return { ...copy, html: showPictures(store, copy.html) };
}

/** What the rules said of a letter when it was kept; `null` where they were not asked. Behind the PDF in its row, so not for lists. */
export function readLetterOutcome(store: Store, letterId: number): VerdictOutcome | null {
  const outcome = store.sql("SELECT verdict ->> '$.outcome' FROM letters WHERE id = ?").pluck().get(letterId);
  return (outcome as VerdictOutcome | null | undefined) ?? null;
}

/** What was written, the rules, and strategies with who is in them, as tables. */
import type { ListAsked } from '../../../../shared/contract/exports.ts';
import type { LibraryRow } from '../../../../shared/contract/law.ts';
import type { NoteHit } from '../../../../shared/contract/notes.ts';
import type { StrategyMember, StrategyRow } from '../../../../shared/contract/strategies.ts';
import { dayOfInstant } from '../../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import {
  confidenceWords,
  contactOutcomeWords,
  noteKindWords,
  ruleForceWords,
} from '../../../../shared/text/labels.ts';
import { jurisdictionWords } from '../../../../shared/text/law-words.ts';
import { memberEndWords, stepKindWords, strategyStateWords } from '../../../../shared/text/strategy-words.ts';
import { readNoteText } from '../../store/queries/notes.ts';
import { findStrategy } from '../../store/queries/strategies.ts';
import { searchNotes } from '../notes.ts';
import { readRules } from '../rule-library.ts';
import { listAll, listStrategyMembers } from '../strategies.ts';
import { momentCell } from './moment-cell.ts';
import {
  answered,
  byPlace,
  column,
  inPages,
  spare,
  summed,
  type Table,
  type TableContext,
  tableOf,
} from './table.ts';

/** What a search of the notes finds, each note whole. */
export function notesTable(context: TableContext, { text }: Extract<ListAsked, { list: 'notes' }>): Table {
  const { store, zone } = context;
  return tableOf<NoteHit>({
    title: 'Notes',
    about: [`Found by “${text.trim()}”`],
    count: null,
    columns: [
      column('at', 'When', 'moment', (row) => momentCell(row.at, zone)),
      column('debtor', 'Debtor', 'text', (row) => row.debtorName),
      column('number', 'Account number', 'text', (row) => row.accountNumber),
      column('kind', 'Kind', 'text', (row) =>
        row.contactOutcome === null
          ? noteKindWords[row.noteKind]
          : `Contact: ${contactOutcomeWords[row.contactOutcome].toLowerCase()}`,
      ),
      column('text', 'Note', 'text', (row) => readNoteText(store, row.noteId)),
      column('author', 'By', 'text', (row) => row.author),
    ],
    rows: () =>
      byPlace<NoteHit, number>((after) => {
        const { hits, next } = answered(searchNotes(context, { text, after, limit: 100 }));
        return { rows: hits, next };
      }),
  });
}

export function rulesTable(
  context: TableContext,
  { ruleIds }: Extract<ListAsked, { list: 'rules' }>,
): Result<Table> {
  const read = readRules(context, {});
  if (!read.ok) return read;
  const { zone } = context;
  const byId = new Map(read.value.rules.map((rule) => [rule.id, rule]));
  const rules = ruleIds === null ? read.value.rules : ruleIds.flatMap((ruleId) => byId.get(ruleId) ?? []);
  return ok(
    tableOf<LibraryRow>({
      title: 'Rules',
      about: [`Rules of version ${read.value.version}`],
      count: rules.length,
      columns: [
        column('title', 'Rule', 'text', (row) => row.title),
        column('jurisdiction', 'Whose law', 'text', (row) => jurisdictionWords(row.jurisdiction)),
        column('subject', 'Subject', 'text', (row) => row.subject.replace('licences', 'licenses')),
        column('applies', 'Applies to this office', 'text', (row) =>
          row.applies ? (row.as === 'house' ? 'As house policy' : 'Yes') : 'No',
        ),
        column('why', 'Why', 'text', (row) => row.why),
        column('force', 'Force', 'text', (row) => ruleForceWords[row.force]),
        column('text', 'What it says', 'text', (row) => row.text),
        column('values', 'Figures', 'text', (row) => row.values.map(valueWords).join('\n')),
        column('cite', 'Source', 'text', (row) => row.source?.cite ?? null),
        column('readOn', 'Source read', 'text', (row) => row.source?.readOn ?? null),
        column('confidence', 'How sure', 'text', (row) =>
          row.source === null ? null : confidenceWords[row.source.confidence],
        ),
        column('note', 'Our note', 'text', (row) => row.note),
        spare(
          column('noteOn', 'Note of', 'day', (row) =>
            row.noteAt === null ? null : dayOfInstant(row.noteAt, zone),
          ),
        ),
        spare(column('noteAuthor', 'Note by', 'text', (row) => row.noteAuthor)),
        spare(column('id', 'Rule id', 'text', (row) => row.id)),
      ],
      rows: () => inPages(rules),
    }),
  );
}

function valueWords({ from, until, words }: LibraryRow['values'][number]): string {
  return `${from}${until === null ? '' : ` to ${until}`}: ${words}`;
}

export function strategiesTable(context: TableContext): Result<Table> {
  const listed = listAll(context, {});
  if (!listed.ok) return listed;
  const { strategies } = listed.value;
  const { zone } = context;
  return ok(
    tableOf<StrategyRow>({
      title: 'Strategies',
      about: [],
      count: strategies.length,
      columns: [
        column('name', 'Strategy', 'text', (row) => row.name),
        column('state', 'State', 'text', (row) => strategyStateWords[row.state]),
        column('version', 'Version', 'integer', (row) => row.version),
        column('about', 'What it is for', 'text', (row) => row.body.about),
        column('steps', 'Steps', 'text', (row) =>
          row.body.steps.map(({ kind }, index) => `${index + 1}. ${stepKindWords[kind]}`).join('\n'),
        ),
        summed(column('active', 'In it now', 'integer', (row) => row.active)),
        summed(column('due', 'Waiting for somebody', 'integer', (row) => row.due)),
        summed(column('stuck', 'Held back', 'integer', (row) => row.stuck)),
        summed(column('letters', 'Letters waiting', 'integer', (row) => row.lettersWaiting)),
        summed(column('finished', 'Finished', 'integer', (row) => row.finished)),
        summed(column('stopped', 'Stopped', 'integer', (row) => row.stopped)),
        column('changed', 'Last changed', 'moment', (row) => momentCell(row.changedAt, zone)),
      ],
      rows: () => inPages(strategies),
    }),
  );
}

const memberStateWords = { active: 'In it', stopped: 'Stopped', finished: 'Finished' } as const;

export function membersTable(
  context: TableContext,
  { list: _, ...asked }: Extract<ListAsked, { list: 'members' }>,
): Result<Table> {
  const strategy = findStrategy(context.store, asked.strategyId);
  if (!strategy) return fail('strategy.not_found');
  const { zone } = context;
  return ok(
    tableOf<StrategyMember>({
      title: 'Accounts in a strategy',
      about: [
        strategy.name,
        ...(asked.state === null ? [] : [memberStateWords[asked.state]]),
        ...(asked.step === null ? [] : [`At step ${asked.step + 1}`]),
      ],
      count: null,
      columns: [
        column('debtor', 'Debtor', 'text', (row) => row.debtorName),
        column('number', 'Account number', 'text', (row) => row.number),
        column('enteredOn', 'Entered', 'day', (row) => row.enteredOn),
        summed(column('entry', 'Balance at entry', 'money', (row) => row.entryCents)),
        summed(column('balance', 'Balance', 'money', (row) => row.balanceCents)),
        column('state', 'State', 'text', (row) => memberStateWords[row.state]),
        column('step', 'Step', 'integer', (row) => (row.state === 'active' ? row.step + 1 : null)),
        column('kind', 'What comes next', 'text', (row) =>
          row.kind === null ? null : stepKindWords[row.kind],
        ),
        column('dueOn', 'Due', 'day', (row) => row.dueOn),
        column('stuck', 'Held back by', 'text', (row) => row.stuck),
        column('endedOn', 'Ended', 'day', (row) =>
          row.endedAt === null ? null : dayOfInstant(row.endedAt, zone),
        ),
        column('why', 'Why it ended', 'text', (row) =>
          row.endedWhy === null
            ? null
            : [memberEndWords[row.endedWhy], row.endedWord].filter((part) => part !== '').join(': '),
        ),
        spare(column('version', 'Version', 'integer', (row) => row.version)),
      ],
      rows: () =>
        byPlace<StrategyMember, number>((after) => {
          const { members, next } = answered(listStrategyMembers(context, { ...asked, after, limit: 200 }));
          return { rows: members, next };
        }),
    }),
  );
}

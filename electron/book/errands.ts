/** Which function answers which errand of main. Complete by type, like the handlers of calls. */
import { fail, ok } from '../../shared/errors/result.ts';
import type { ErrandHandlers } from './errand-context.ts';
import { freshenClocks } from './jobs/clocks.ts';
import { advanceDay } from './jobs/strategies.ts';
import { composeActivity } from './services/activity.ts';
import { nameAttachment, saveAttachment } from './services/attachment-errands.ts';
import { composeCalendar } from './services/calendar-file.ts';
import { dialNumber } from './services/dial.ts';
import { nextDueReminder, takeDueReminders } from './services/due-reminders.ts';
import { composeExportPaper, nameExport, noteExport } from './services/export-errands.ts';
import {
  addHandOver,
  beginHandOver,
  composeHandOver,
  dropHandOver,
  finishHandOver,
  nameHandOver,
} from './services/hand-over.ts';
import { composeImportReport } from './services/import-paper.ts';
import { composeEmail, composeWord, mayEmailLetter, noteCopy } from './services/letter-copies.ts';
import {
  checkLetter,
  composeLetter,
  copyLetter,
  keepLetter,
  markLetter,
  sendLetterAgain,
} from './services/letter-errands.ts';
import { composePieces } from './services/mail-pieces.ts';
import { composeMailSheet } from './services/mail-sheet.ts';
import { composePaper } from './services/paper-errands.ts';
import {
  composeNext,
  countRun,
  coverOfRun,
  keepRunLetter,
  leaveOutOfRun,
  markRunSaved,
  readRunPdfs,
  readyRun,
  sendRun,
  settleSent,
  wakeRuns,
} from './services/print-run-errands.ts';
import { saveScripts } from './services/script-files.ts';
import { composeSheetSample } from './services/sheet-sample.ts';
import { nameTemplate, saveTemplates } from './services/template-files.ts';
import { composeTemplate } from './services/template-preview.ts';

import { findPrintSetup } from './store/queries/print-setup.ts';

export const errands: ErrandHandlers = {
  'vault.list': ({ vault }) => vault.list(),
  'vault.create': ({ vault, moment }, input) => vault.create(input, moment),
  'vault.open': ({ vault, moment }, input) => vault.open(input, moment),
  'vault.openWithRecovery': ({ vault, moment }, input) => vault.openWithRecovery(input, moment),
  'vault.openSample': ({ vault, moment }) => vault.openSample(moment),
  'vault.deleteSample': ({ vault }) => vault.deleteSample(),
  'vault.close': ({ vault }) => vault.close(),
  'vault.changePassphrase': ({ vault, moment }, input) => vault.changePassphrase(input, moment),
  'vault.renewRecovery': ({ vault, moment }, input) => vault.renewRecovery(input, moment),
  'vault.confirmRecovery': ({ vault, moment }, input) => vault.confirmRecovery(input, moment),
  'files.register': ({ vault }, input) => vault.registerFile(input),
  'files.registerPasted': ({ vault }, input) => vault.registerPasted(input),
  'reminders.nextDue': nextDueReminder,
  'reminders.takeDue': takeDueReminders,
  'calendar.compose': composeCalendar,
  'exports.name': nameExport,
  'exports.composePaper': composeExportPaper,
  'exports.note': noteExport,
  'handOver.name': nameHandOver,
  'handOver.begin': beginHandOver,
  'handOver.papers': composeHandOver,
  'handOver.add': addHandOver,
  'handOver.finish': finishHandOver,
  'handOver.drop': dropHandOver,
  'clocks.freshen': freshenClocks,
  'strategies.advance': advanceDay,
  'phones.dialNumber': dialNumber,
  'letters.compose': composeLetter,
  'papers.compose': composePaper,
  'letters.sendAgain': sendLetterAgain,
  'letters.check': checkLetter,
  'letters.keep': keepLetter,
  'letters.mark': markLetter,
  'letters.copy': copyLetter,
  'print.findSetup': ({ store }) => (store ? ok(findPrintSetup(store)) : fail('book.not_open')),
  'runs.count': countRun,
  'runs.next': composeNext,
  'runs.keep': keepRunLetter,
  'runs.leaveOut': leaveOutOfRun,
  'runs.ready': readyRun,
  'runs.coverPage': coverOfRun,
  'runs.pdfs': readRunPdfs,
  'runs.send': sendRun,
  'runs.sent': settleSent,
  'runs.saved': markRunSaved,
  'runs.wake': wakeRuns,
  'attachments.name': nameAttachment,
  'attachments.saveTo': saveAttachment,
  'print.composePieces': composePieces,
  'print.composeSample': composeSheetSample,
  'scripts.saveTo': saveScripts,
  'letters.mayEmail': mayEmailLetter,
  'letters.noteCopy': noteCopy,
  'letters.composeWord': composeWord,
  'letters.composeEmail': composeEmail,
  'mail.composeSheet': composeMailSheet,
  'templates.compose': composeTemplate,
  'templates.name': nameTemplate,
  'templates.saveTo': saveTemplates,
  'desk.composeActivity': composeActivity,
  'imports.composeReport': composeImportReport,
};

/** Which function answers which call of the contract. Complete by type: a missing or extra one does not compile. */
import type { BookHandlers } from './context.ts';
import { attachFile } from './jobs/attach-file.ts';
import { runBookkeeping } from './jobs/bookkeeping.ts';
import { refreshClocks } from './jobs/clocks.ts';
import { runExport } from './jobs/export.ts';
import { dryRunImport, runImport } from './jobs/import.ts';
import { previewImport } from './jobs/import-preview.ts';
import { matchIncoming } from './jobs/match-incoming.ts';
import { reportPayoff } from './jobs/payoff.ts';
import { planOrphans } from './jobs/plan-orphans.ts';
import { beginRun, dryRun } from './jobs/print-runs.ts';
import { advanceAll, compareStrategies, previewStrategy, turnOff, turnOn } from './jobs/strategies.ts';
import {
  closeAccount,
  countAccounts,
  createAccount,
  endHold,
  findAccounts,
  getAccount,
  listAccounts,
  listClients,
  reopenAccount,
  setNextStep,
} from './services/accounts.ts';
import { adjust } from './services/adjustments.ts';
import { approveText, listTexts, withdrawText } from './services/approved-texts.ts';
import {
  findAttachments,
  listAttachments,
  readAttachment,
  removeAttachment,
  restoreAttachment,
} from './services/attachments.ts';
import { deleteBudget, getBudget, saveBudget } from './services/budgets.ts';
import { readCalendar } from './services/calendar.ts';
import { beginCall, prepareCall } from './services/calls.ts';
import { readClientContact, setClientContact } from './services/client-contact.ts';
import { recordContact } from './services/contacts.ts';
import {
  addAddress,
  addEmail,
  addPhone,
  renameDebtor,
  setAddressStatus,
  setEmailStatus,
  setPhoneStatus,
} from './services/debtors.ts';
import {
  countOrphans,
  listMarked,
  markItem,
  readLeaving,
  readLocalTimes,
  readProgress,
} from './services/desk.ts';
import { getDeskSettings, setDeskSettings } from './services/desk-settings.ts';
import { dropDraft, loadDraft, saveDraft } from './services/drafts.ts';
import { explainLedger } from './services/explain-ledger.ts';
import { describeExport, listExports } from './services/exports.ts';
import { finishCall } from './services/finish-call.ts';
import { describeHandOver } from './services/hand-over.ts';
import { depositHeld, endHeld, holdPayment, listHeld, noteHeldNotice } from './services/held-payments.ts';
import { listImportProfiles, retireImportProfile } from './services/import-profiles.ts';
import { listImports, reportImport, undoImport } from './services/imports.ts';
import {
  getReceived,
  listReceived,
  reopenReceived,
  setAsideReceived,
  totalReceived,
} from './services/incoming.ts';
import {
  linkReceived,
  postReceived,
  postReturned,
  previewReceived,
  takeBackReceived,
} from './services/incoming-post.ts';
import { enterJudgment, vacateJudgment } from './services/judgments.ts';
import { listKinds, readAboutKept, verifyKept } from './services/kept-letters.ts';
import { setDebtFact, setPersonFact } from './services/known-facts.ts';
import { askVerdict, readAccountLaw } from './services/law.ts';
import { addCharge, listCharges, reverseEntry, setOrder } from './services/ledger.ts';
import { endEvent, recordEvent, withdrawEvent } from './services/legal-events.ts';
import { listLetterChoices } from './services/letter-choices.ts';
import { readLetterheadMore, setLetterheadImage, setStateLine } from './services/letterhead.ts';
import {
  listLetters,
  listTemplates,
  readLetterhead,
  readLetterPdf,
  setLetterhead,
} from './services/letters.ts';
import {
  findMail,
  listMail,
  listRunsToMail,
  listWaitingMail,
  readUsual,
  recordMail,
  withdrawMail,
} from './services/mail.ts';
import { recordDelivery, recordReturn, withdrawOutcome } from './services/mail-returns.ts';
import { addNote, listPinnedNotes, pinNote, searchNotes, unpinNote } from './services/notes.ts';
import { acceptOffer, declineOffer, listOffers, makeOffer } from './services/offers.ts';
import { endLicence, readOfficeLaw, setLicence, setProfile } from './services/office-law.ts';
import { previewPayment, recordPayment, refund, takeBackPayment } from './services/payments.ts';
import { dropPhrase, readPhrases, savePhrase } from './services/phrases.ts';
import {
  cancelPlan,
  changeRunningPlan,
  defaultPlan,
  getPlan,
  listPlans,
  listVersions,
  previewChange,
  readBasis,
  startPlan,
} from './services/plans.ts';
import { getPolicy, setPolicy } from './services/policies.ts';
import {
  countWaiting,
  enqueueLetter,
  leaveOutLetter,
  listEnded,
  listWaitingLetters,
  putBackLetter,
  sayPrinted,
} from './services/print-queue.ts';
import {
  answerRun,
  dropRun,
  finishMaking,
  getRun,
  listRunsEnded,
  listRunsOpen,
  makeRunAnew,
  queueLeftOut,
  sayPrintedOutside,
  takeOutOfRun,
} from './services/print-runs.ts';
import { readPrintSetup, savePrintSetup } from './services/print-setup.ts';
import { cancelPromise, listPromisesOfAccount, recordPromise } from './services/promises.ts';
import { listReachHistory, undoReach } from './services/reach-history.ts';
import {
  cancelReminder,
  changeReminder,
  endReminderSeries,
  finishReminder,
  getReminder,
  listReminders,
  moveReminder,
  previewRepeat,
  readReminderSettings,
  reopenReminder,
  setMorning,
  setReminder,
  snoozeReminder,
} from './services/reminders.ts';
import { readAging } from './services/reports.ts';
import { readRules, setRuleNote } from './services/rule-library.ts';
import {
  listPackPublishers,
  loadPack,
  previewPack,
  removePublisher,
  trustPublisher,
} from './services/rule-packs.ts';
import { previewScriptFile, takeScriptFile } from './services/script-files.ts';
import {
  getCard,
  getScript,
  getScriptVersion,
  listScripts,
  restoreScript,
  retireScript,
  saveCard,
  saveScript,
} from './services/scripts.ts';
import { readScriptsForCall } from './services/scripts-for-call.ts';
import { readSpoken, setSpokenName, setVoicemail } from './services/spoken.ts';
import {
  checkBody,
  enterAccount,
  finishMemberStep,
  leaveStrategy,
  listAll,
  listModels,
  listStepLetters,
  listStrategyMembers,
  moveToNewest,
  readStanding,
  removeStrategy,
  saveStrategy,
} from './services/strategies.ts';
import { previewTemplateFile, takeTemplateFile } from './services/template-files.ts';
import {
  checkTemplate,
  createTemplate,
  getTemplate,
  getTemplateVersion,
  listTemplates as listAllTemplates,
  restoreRetired,
  retireTemplate,
  saveTemplate,
} from './services/templates.ts';
import { postInterest, readTerms, setTerms, withdrawTerms } from './services/terms.ts';
import { pageTimeline } from './services/timeline.ts';
import { listToday } from './services/today.ts';
import { listTraces, recordTrace } from './services/traces.ts';
import {
  closeCertificate,
  logTraining,
  readTraining,
  saveCertificate,
  takeBackTraining,
} from './services/training.ts';
import { readValidationNotice } from './services/validation-notice.ts';

export const handlers: BookHandlers = {
  'exports.describe': describeExport,
  'exports.run': runExport,
  'exports.list': listExports,
  'handOver.describe': describeHandOver,
  'handOver.runBookkeeping': runBookkeeping,
  'imports.preview': previewImport,
  'imports.dryRun': dryRunImport,
  'imports.run': runImport,
  'accounts.list': listAccounts,
  'accounts.count': countAccounts,
  'accounts.get': getAccount,
  'accounts.find': findAccounts,
  'accounts.create': createAccount,
  'accounts.setNextStep': setNextStep,
  'accounts.close': closeAccount,
  'accounts.endHold': endHold,
  'accounts.reopen': reopenAccount,
  'clients.list': listClients,
  'debtors.rename': renameDebtor,
  'debtors.addAddress': addAddress,
  'debtors.setAddressStatus': setAddressStatus,
  'debtors.addPhone': addPhone,
  'debtors.setPhoneStatus': setPhoneStatus,
  'debtors.addEmail': addEmail,
  'debtors.setEmailStatus': setEmailStatus,
  'debtors.reachHistory': listReachHistory,
  'debtors.undoReach': undoReach,
  'timeline.page': pageTimeline,
  'notes.add': addNote,
  'notes.pin': pinNote,
  'notes.unpin': unpinNote,
  'notes.pinned': listPinnedNotes,
  'notes.search': searchNotes,
  'phrases.list': readPhrases,
  'phrases.save': savePhrase,
  'phrases.retire': dropPhrase,
  'contacts.record': recordContact,
  'training.log': logTraining,
  'training.list': readTraining,
  'training.withdraw': takeBackTraining,
  'training.saveCertificate': saveCertificate,
  'training.endCertificate': closeCertificate,
  'calls.prepare': prepareCall,
  'calls.begin': beginCall,
  'calls.finish': finishCall,
  'ledger.addCharge': addCharge,
  'ledger.previewPayment': previewPayment,
  'ledger.recordPayment': recordPayment,
  'ledger.takeBackPayment': takeBackPayment,
  'ledger.reverse': reverseEntry,
  'ledger.adjust': adjust,
  'ledger.refund': refund,
  'ledger.setOrder': setOrder,
  'ledger.terms': readTerms,
  'ledger.setTerms': setTerms,
  'ledger.withdrawTerms': withdrawTerms,
  'ledger.postInterest': postInterest,
  'ledger.enterJudgment': enterJudgment,
  'ledger.vacateJudgment': vacateJudgment,
  'ledger.explain': explainLedger,
  'ledger.holdPayment': holdPayment,
  'ledger.noteHeldNotice': noteHeldNotice,
  'ledger.depositHeld': depositHeld,
  'ledger.endHeld': endHeld,
  'ledger.heldPayments': listHeld,
  'ledger.charges': listCharges,
  'promises.record': recordPromise,
  'promises.cancel': cancelPromise,
  'promises.list': listPromisesOfAccount,
  'plans.start': startPlan,
  'plans.previewChange': previewChange,
  'plans.change': changeRunningPlan,
  'plans.cancel': cancelPlan,
  'plans.default': defaultPlan,
  'plans.get': getPlan,
  'plans.versions': listVersions,
  'plans.basis': readBasis,
  'plans.list': listPlans,
  'offers.make': makeOffer,
  'offers.list': listOffers,
  'offers.decline': declineOffer,
  'offers.accept': acceptOffer,
  'policies.get': getPolicy,
  'policies.set': setPolicy,
  'budgets.get': getBudget,
  'budgets.save': saveBudget,
  'budgets.delete': deleteBudget,
  'calendar.range': readCalendar,
  'reminders.set': setReminder,
  'reminders.snooze': snoozeReminder,
  'reminders.done': finishReminder,
  'reminders.reopen': reopenReminder,
  'reminders.cancel': cancelReminder,
  'reminders.list': listReminders,
  'reminders.change': changeReminder,
  'reminders.move': moveReminder,
  'reminders.endSeries': endReminderSeries,
  'reminders.get': getReminder,
  'reminders.preview': previewRepeat,
  'reminders.settings': readReminderSettings,
  'reminders.setMorning': setMorning,
  'today.list': listToday,
  'desk.mark': markItem,
  'desk.marked': listMarked,
  'desk.settings': getDeskSettings,
  'desk.setSettings': setDeskSettings,
  'desk.progress': readProgress,
  'desk.localTimes': readLocalTimes,
  'desk.leaving': readLeaving,
  'desk.orphans': countOrphans,
  'desk.planOrphans': planOrphans,
  'law.verdict': askVerdict,
  'law.account': readAccountLaw,
  'law.validationNotice': readValidationNotice,
  'law.recordEvent': recordEvent,
  'law.endEvent': endEvent,
  'law.withdrawEvent': withdrawEvent,
  'law.setDebtFact': setDebtFact,
  'law.setPersonFact': setPersonFact,
  'law.profile': readOfficeLaw,
  'law.setProfile': setProfile,
  'law.setLicence': setLicence,
  'law.endLicence': endLicence,
  'law.rules': readRules,
  'law.setRuleNote': setRuleNote,
  'law.publishers': listPackPublishers,
  'law.previewPack': previewPack,
  'law.trustPublisher': trustPublisher,
  'law.removePublisher': removePublisher,
  'law.loadPack': loadPack,
  'law.refreshClocks': refreshClocks,
  'letters.clientContact': readClientContact,
  'letters.setClientContact': setClientContact,
  'letters.letterhead': readLetterhead,
  'letters.letterheadMore': readLetterheadMore,
  'letters.setLetterheadImage': setLetterheadImage,
  'letters.setStateLine': setStateLine,
  'print.setup': readPrintSetup,
  'print.saveSetup': savePrintSetup,
  'letters.setLetterhead': setLetterhead,
  'letters.templates': listTemplates,
  'letters.list': listLetters,
  'letters.kinds': listKinds,
  'letters.about': readAboutKept,
  'letters.verify': verifyKept,
  'letters.pdf': readLetterPdf,
  'letters.choices': listLetterChoices,
  'wording.texts': listTexts,
  'wording.approve': approveText,
  'wording.withdraw': withdrawText,
  'incoming.list': listReceived,
  'incoming.totals': totalReceived,
  'incoming.get': getReceived,
  'incoming.match': matchIncoming,
  'incoming.preview': previewReceived,
  'incoming.post': postReceived,
  'incoming.link': linkReceived,
  'incoming.postReturn': postReturned,
  'incoming.setAside': setAsideReceived,
  'incoming.reopen': reopenReceived,
  'incoming.takeBack': takeBackReceived,
  'imports.list': listImports,
  'imports.report': reportImport,
  'imports.profiles': listImportProfiles,
  'imports.retireProfile': retireImportProfile,
  'imports.undo': undoImport,
  'reports.aging': readAging,
  'reports.payoff': reportPayoff,
  'attachments.add': attachFile,
  'attachments.list': listAttachments,
  'attachments.find': findAttachments,
  'attachments.read': readAttachment,
  'attachments.remove': removeAttachment,
  'attachments.restore': restoreAttachment,
  'traces.record': recordTrace,
  'traces.list': listTraces,
  'templates.list': listAllTemplates,
  'templates.get': getTemplate,
  'templates.version': getTemplateVersion,
  'templates.create': createTemplate,
  'templates.save': saveTemplate,
  'templates.retire': retireTemplate,
  'templates.restore': restoreRetired,
  'templates.check': checkTemplate,
  'templates.previewFile': previewTemplateFile,
  'templates.takeFile': takeTemplateFile,
  'scripts.list': listScripts,
  'scripts.get': getScript,
  'scripts.version': getScriptVersion,
  'scripts.card': getCard,
  'scripts.save': saveScript,
  'scripts.saveCard': saveCard,
  'scripts.retire': retireScript,
  'scripts.restore': restoreScript,
  'scripts.forCall': readScriptsForCall,
  'scripts.spoken': readSpoken,
  'scripts.setSpokenName': setSpokenName,
  'scripts.setVoicemail': setVoicemail,
  'scripts.previewFile': previewScriptFile,
  'scripts.takeFile': takeScriptFile,
  'drafts.save': saveDraft,
  'drafts.load': loadDraft,
  'drafts.drop': dropDraft,
  'strategies.list': listAll,
  'strategies.check': checkBody,
  'strategies.letters': listStepLetters,
  'strategies.models': listModels,
  'strategies.save': saveStrategy,
  'strategies.remove': removeStrategy,
  'strategies.moveToNewest': moveToNewest,
  'strategies.preview': previewStrategy,
  'strategies.turnOn': turnOn,
  'strategies.turnOff': turnOff,
  'strategies.advance': advanceAll,
  'strategies.members': listStrategyMembers,
  'strategies.ofAccount': readStanding,
  'strategies.enter': enterAccount,
  'strategies.leave': leaveStrategy,
  'strategies.finishStep': finishMemberStep,
  'strategies.compare': compareStrategies,
  'mail.waiting': listWaitingMail,
  'mail.runs': listRunsToMail,
  'mail.usual': readUsual,
  'mail.record': recordMail,
  'mail.withdraw': withdrawMail,
  'mail.list': listMail,
  'mail.find': findMail,
  'mail.recordDelivery': recordDelivery,
  'mail.recordReturn': recordReturn,
  'mail.withdrawOutcome': withdrawOutcome,
  'runs.dry': dryRun,
  'runs.begin': beginRun,
  'runs.open': listRunsOpen,
  'runs.ended': listRunsEnded,
  'runs.get': getRun,
  'runs.finishMaking': finishMaking,
  'runs.makeAnew': makeRunAnew,
  'runs.takeOut': takeOutOfRun,
  'runs.answer': answerRun,
  'runs.printedOutside': sayPrintedOutside,
  'runs.drop': dropRun,
  'runs.queueLeftOut': queueLeftOut,
  'letters.waiting': listWaitingLetters,
  'letters.waitingCount': countWaiting,
  'letters.waitingEnded': listEnded,
  'letters.enqueue': enqueueLetter,
  'letters.leaveOut': leaveOutLetter,
  'letters.putBack': putBackLetter,
  'letters.wasPrinted': sayPrinted,
};

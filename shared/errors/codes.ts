/**
 * Every failure Duebook expects, by a code that is never reused or renamed.
 *
 * The wording for each stands in `shared/text/faults.ts` (a test holds the two lists together): what
 * happened, why, what to do next. Parameters named in a comment here may stand in that sentence.
 */
export const faultCodes = [
  // calls
  'call.unknown', // the window asked for a call that does not exist
  'call.refused_sender',
  'call.invalid_input', // field
  'call.operation_reused', // the same operation id came with other content
  'call.failed', // incident: a bug; details are in the log under that incident number
  'call.cancelled',
  // the book and its key
  'book.not_open',
  'book.not_found',
  'book.already_open',
  'book.wrong_passphrase', // the same whatever is wrong with it
  'book.passphrase_too_short', // least
  'book.passphrase_too_long', // most
  'book.wrong_recovery_code',
  'book.recovery_unconfirmed',
  'book.newer_file', // fileVersion, appVersion
  'book.damaged',
  'book.key_file_missing',
  'book.in_use',
  'book.disk_full',
  'book.read_only',
  'book.io', // a file could not be read or written: reason
  'book.migration_failed', // version
  'book.not_sample',
  'book.sheet_not_printed', // the recovery sheet
  'book.backup_invalid',
  'book.exists',
  'book.lost', // incident: the part that keeps the book ended by itself
  // the call desk
  'desk.step_wanted', // an account nothing is planned for cannot be finished
  'desk.until_past',
  // accounts and people
  'account.not_found',
  'account.number_taken', // number
  'account.closed',
  'account.holds_payments', // count
  'hold.not_found', // or ended already
  'debtor.not_found',
  'client.not_found',
  'address.not_found',
  'phone.not_found',
  'phone.invalid', // text
  'phone.do_not_call', // number
  'phone.not_dialled',
  'email.invalid', // text
  'email.not_found',
  'note.not_found',
  'phrase.not_found',
  'phrase.code_taken', // code, title
  // scripts
  'script.not_found',
  'script.ticks_missing', // texts
  'script.no_such_answer',
  'script.no_script', // situation
  'script.order',
  'script.faults', // count, first: what must be mended before a call may use it
  'script.too_large', // most
  'script.file_unreadable', // reason
  'script.text_broken', // reason
  'script.unknown_field', // field
  'script.debt_too_early', // field
  'script.office_too_early', // field
  'training.not_found',
  'training.certificate_not_found',
  'training.in_future',
  'training.renews_before_issued',
  // the law
  'contact.blocked', // ruleCode, text: a prohibition stands in the way
  'contact.needs_reason', // ruleCode, text
  'contact.needs_factor', // text: too many calls, presumed; what rebuts it must be named
  'contact.other_debtor', // number
  // a call with all that came of it
  'calls.outcome_unlikely',
  'calls.nobody_reached',
  'calls.party_unconfirmed',
  'calls.promise_missing',
  'event.not_found',
  'event.ended',
  'event.future', // today
  'event.ends_before', // on
  'event.incomplete', // field
  'fact.invalid', // name, text
  'licence.not_found',
  'pack.unreadable',
  'pack.unsigned',
  'pack.untrusted', // fingerprint
  'pack.older', // version, current
  'pack.unknown_rule', // ruleId
  'publisher.invalid',
  // ledger
  'entry.not_found',
  'entry.already_reversed',
  'entry.not_reversible', // kind
  'entry.needs_basis', // kind: a fee or cost without the clause, statute or order that allows it
  'payment.before_account', // openedOn
  'payment.in_future', // today
  'payment.exceeds_balance', // balanceCents
  'payment.card_number', // looks like a full card number
  'payment.disputed', // number: the account is disputed and the debtor did not name it
  'payment.other_debtor', // number
  'payment.account_twice',
  'payment.returned_fee_not_allowed',
  'payment.returned_fee_closed',
  'payment.returned_before', // receivedOn
  'charge.in_future', // today
  'charge.before_account', // openedOn
  'adjustment.exceeds', // openCents: more than is open of it
  'adjustment.needs_component',
  'refund.exceeds_credit', // creditCents
  'terms.not_found',
  'terms.needs_basis',
  'terms.needs_compounding',
  'rate.invalid', // text
  'rate.too_high', // most
  'rate.confirm', // rate, asksAbove: legal only rarely; asked once more
  'judgment.not_found',
  'judgment.exists', // judgedOn
  'judgment.start_before', // judgedOn
  'held.not_found',
  'held.not_held', // state
  'held.before_date', // datedOn
  'held.not_post_dated', // receivedOn
  'held.notice_missing', // from, to
  'held.notice_outside', // from, to
  'money.invalid', // text
  'money.out_of_range',
  'day.invalid', // text
  // promises and plans
  'promise.not_found',
  'promise.over_balance', // balanceCents, dueOn: what will be owed on the day
  'plan.not_found',
  'plan.not_active',
  'plan.nothing_owed',
  'plan.too_long', // count, most
  'plan.too_small', // leastCents
  'plan.over_balance', // balanceCents
  'plan.exists',
  'plan.never_pays_off', // leastCents: the interest eats the instalments; the least that pays it off
  'plan.other_interest', // rate: what runs on the accounts, empty when none does
  'plan.not_adding_up', // totalCents, sumCents
  'plan.days_not_rising', // number
  'plan.balloon_too_small', // leastCents
  'plan.balloon_too_large', // mostCents
  'plan.paid_off_sooner', // count, amountCents: fewer instalments of that sum pay it off
  'plan.second_day', // firstDay, secondDay: the two days of the month fall together in some month
  'plan.days_disagree', // count, fits: so many instalments fit between the days
  'plan.asks_too_little', // unknown: what is given does not settle it
  'plan.nothing_to_skip', // number
  'plan.down_too_large', // mostCents
  'plan.nothing_missed',
  'plan.not_missed',
  'plan.below_floor', // floor, allowed, asked, mayGoBelow
  'plan.other_debtor', // number
  'plan.before_today', // today
  'share.invalid', // text
  'settlement.not_below', // balanceCents
  'settlement.expired', // expiresOn
  'offer.not_found',
  'offer.not_open', // outcome
  'offer.stale', // balanceCents: what is owed has changed since
  'budget.no_consent',
  // reminders
  'reminder.not_found',
  'reminder.in_past',
  'reminder.already_done',
  'reminder.no_time',
  'reminder.bad_repeat',
  'reminder.repeat_never',
  'reminder.no_series',
  'calendar.too_long',
  'calendar.empty',
  'app.login_not_set',
  // letters
  'letter.not_found',
  'letter.template_not_found',
  'letter.no_address', // name
  'letter.address_bad', // name, addressId, why
  'letter.address_too_long', // lines
  'letter.nothing_owed',
  'letter.template_broken', // reason
  'letter.layout_failed', // reason
  'letter.preview_expired',
  'letter.goes_elsewhere',
  'letter.print_failed', // reason
  'letter.no_printer',
  'print.printer_gone', // name
  'print.printers_unknown',
  'letter.already_waits',
  'letter.not_waiting',
  'letter.held_back', // why
  'letter.maybe_printed',
  'wording.text_unknown', // textId
  'wording.not_approved', // textId
  'letter.needs_missing', // needs
  'letter.does_not_fit', // why
  'letter.no_attorney_address', // name
  'letter.no_client_address', // name
  'letter.wording_stops', // why
  'template.doc_broken', // place, what
  'template.not_found',
  'template.not_a_document',
  'template.shipped',
  'template.replaced_already', // name
  'template.name_taken', // name
  'template.too_large',
  'template.faults', // count, first
  'template.file_unreadable', // reason
  // print runs
  'run.not_found',
  'run.not_now', // state
  'run.letter_not_now',
  'run.nothing_to_print',
  'run.nothing_to_make',
  'run.out_of_date', // madeOn
  'run.changed',
  'run.busy',
  'run.in_run', // name
  'run.too_long', // most
  'run.not_put_together', // reason
  // mail
  'mail.not_found',
  'mail.run_not_found',
  'mail.number_missing', // class
  'mail.number_unwanted', // class
  'mail.number_wrong', // number, why
  'mail.number_twice', // number
  'mail.number_taken', // number, name
  'mail.number_of_receipt', // number
  'mail.receipt_unwanted', // class
  'mail.in_log', // letter
  'mail.not_printed', // letter
  'mail.before_made', // madeOn, letter
  'mail.has_outcome',
  'mail.before_mailed', // mailedOn
  'mail.new_address_missing',
  'mail.new_address_not_theirs',
  'mail.sheet_empty', // on
  'mail.email_not_theirs',
  // strategies
  'strategy.not_found',
  'strategy.name_taken', // name
  'strategy.invalid', // step, text
  'strategy.in_use', // name
  'strategy.not_on', // name
  'strategy.already_on', // name
  'strategy.already_in', // name
  'strategy.kept_out', // why
  'strategy.many_letters', // most
  'strategy.member_not_found',
  'strategy.member_ended',
  // papers of figures
  'paper.not_found',
  'paper.not_reconciling', // differenceCents
  'paper.taken_back',
  'paper.days_backwards', // fromOn, toOn
  'paper.day_past', // today
  'paper.day_ahead', // today
  'paper.nothing_to_pay',
  'paper.plan_over', // state
  'paper.history_empty',
  'paper.history_too_long', // most
  // letterhead, print setup, envelopes and labels
  'letterhead.not_a_picture',
  'letterhead.picture_too_large', // most
  'letterhead.file_too_large', // most
  'print.sheet_impossible', // why
  'print.pieces_expired',
  'print.no_pieces', // leftOut
  // import
  'whole.not_one',
  'whole.locked', // tried: yes or no
  'whole.changed', // part: which of its files is not what it was
  'whole.newer',
  'incoming.not_found',
  'incoming.not_open', // state
  'incoming.not_a_deposit', // the item is money that went out
  'incoming.not_a_return', // the item is money that came in
  'incoming.exceeds_item', // openCents
  'incoming.other_currency', // currency
  'incoming.nothing_posted',
  'incoming.entry_not_free', // the payment is gone, taken back, or stands for another item
  'incoming.return_exceeds', // paymentCents, openCents: the payment is more than the bank took back
  'incoming.held_differs', // the check kept for later is of another account or sum
  'import.not_found',
  'import.file_gone',
  'import.profile_not_found',
  'import.file_empty',
  'import.not_a_table', // what was found instead
  'import.part_of_tables', // table, holds: what the file is, and which table says who owes what
  'import.encoding_wrong', // encoding, row
  'import.too_large', // bytes, most
  'import.unreadable', // what: the kind of error
  'import.encrypted',
  'import.unpacks_too_large', // most: bytes
  'import.unsafe_markup',
  'import.too_many_sheets', // sheets, most
  'import.archive_of_many', // files
  'import.sheet_empty', // sheet
  'import.bank_error', // message, code: what the bank answered in place of transactions
  'import.no_entries', // what: ofx, 835, 837
  'import.x12_other', // sets: numbers of the transaction sets inside
  'import.reader_stopped', // why: time, memory, ended
  'import.too_many_columns', // columns, most
  'import.too_many_rows', // rows, most
  'import.quote_open', // row: a quotation mark that is never closed
  'import.column_unmapped', // field
  'import.column_twice', // field
  'import.nothing_to_write',
  'import.already_undone',
  'import.built_upon', // what, count: something was added to it since
  'import.same_file', // importedOn
  'import.control_total', // fileCents, writtenCents
  'import.control_differs', // typedCents, fileCents: what the user was told the file holds
  'import.control_rows', // typed, rows
  // a limited-content message
  'limited.field_empty', // field
  'limited.name_suggests_debt', // name, word
  'limited.name_unclear', // name, word: somebody has to say that it does not suggest collection
  'limited.not_a_name', // name
  'limited.not_a_person', // name
  'limited.number', // text
  'limited.times',
  // files of an account
  'attachment.not_found',
  'attachment.removed',
  'attachment.not_removed',
  'attachment.too_large', // name, bytes, most
  'attachment.empty', // name
  'attachment.unreadable', // name
  'attachment.folder', // name
  'attachment.changed', // name
  'attachment.twice', // name, accountNumber
  // numbers, addresses and looking for a person
  'reach.not_found',
  'reach.changed_since', // what
  'reach.held_by_event', // what
  'trace.found_nothing',
  'trace.nothing_said',
  // others
  'job.not_found',
  'job.busy', // call
  'draft.too_large', // most
  // what leaves the book
  'export.busy', // a hand-over is being made
  'export.no_accounts',
  'export.too_many_accounts', // most
  'export.nothing_posted', // fromOn, toOn
  'file.dialog_cancelled',
  'file.gone', // the id stands for no file any more
  'file.not_writable', // name
] as const;

export type FaultCode = (typeof faultCodes)[number];
export type FaultParams = Readonly<Record<string, string | number | boolean | null>>;

/**
 * What the user reads when something could not be done: what happened and why, then what to do. One entry
 * for every code, complete by type, in the words of somebody at a desk: no file formats, no programmers' terms.
 */
import { formatDollars } from '../domain/money.ts';
import type { FaultCode, FaultParams } from '../errors/codes.ts';
import type { Fault } from '../errors/result.ts';
import { dayWords } from './day-words.ts';

export type FaultSentence = {
  /** What happened, and why. */
  readonly what: string;
  /** What to do now. */
  readonly todo: string;
};

/** A parameter as it may be missing: a sentence must read well without it. */
type Reading = {
  text(name: string, otherwise?: string): string;
  number(name: string, otherwise?: string): string;
  dollars(name: string, otherwise?: string): string;
  day(name: string, otherwise?: string): string;
};

type Wording = FaultSentence | ((read: Reading) => FaultSentence);

const say = (what: string, todo: string): FaultSentence => ({ what, todo });

const gone = (thing: string): FaultSentence =>
  say(
    `This ${thing} is no longer in the book.`,
    'Go back and look again; it may have been taken back with an import.',
  );

/** A sentence of somebody else, with the stop it may lack. */
function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}

function mayWords(who: string): string {
  return who === '' ? '' : ` (who may: ${who})`;
}

/** Which floor, what it allows and what was asked for, as far as it is known. */
function floorSentence(read: Reading): string {
  const floor = read.text('floor');
  if (floor === 'least_payment') {
    return `at least ${read.dollars('allowed', 'a larger sum')} each time, not ${read.dollars('asked', 'less')}`;
  }
  if (floor === 'longest_term') {
    return `at most ${read.number('allowed', 'fewer')} months, not ${read.number('asked', 'more')}`;
  }
  if (floor === 'least_settlement_share') {
    return `a settlement of at least ${shareWords(read.number('allowed'), 'a larger share')} of what is owed, not ${shareWords(read.number('asked'), 'less')}`;
  }
  return 'a floor of its policy';
}

/** Hundredths of a percent, as `read.number` gives them, as percent. */
function shareWords(hundredths: string, otherwise: string): string {
  const share = Number(hundredths.replaceAll(',', ''));
  return hundredths === '' || !Number.isFinite(share) ? otherwise : `${share / 100} %`;
}

const wordings: Readonly<Record<FaultCode, Wording>> = {
  'desk.step_wanted': say(
    'Nothing is planned for this account, so it cannot be finished: it would fall through.',
    'Give it a next step with a day, hold it until a day, or close it.',
  ),
  'desk.until_past': say(
    'The time it is to come back has already passed, or lies more than a year ahead.',
    'Choose a later time within a year.',
  ),
  'note.not_found': gone('note'),
  'phrase.not_found': gone('phrase'),
  'phrase.code_taken': (read) =>
    say(
      `The code ;${read.text('code', 'typed')} already stands for “${read.text('title', 'another phrase')}”.`,
      'Choose another code, or change that phrase.',
    ),
  'script.not_found': gone('script'),
  'training.not_found': gone('entry'),
  'training.certificate_not_found': gone('certificate'),
  'training.in_future': say(
    'The day lies ahead, so it cannot have taken place yet.',
    'Enter the day it took place.',
  ),
  'training.renews_before_issued': say(
    'The certificate would run out before it was issued.',
    'Check both days; leave the last one empty if it has no end.',
  ),
  'script.ticks_missing': (read) =>
    say(
      `The call cannot go on before this is said and ticked: ${read.text('texts', 'what the step requires')}.`,
      'Say it, tick it, and choose the answer again.',
    ),
  'script.no_such_answer': say(
    'This answer is not part of the step any more.',
    'Choose one of the answers that are shown.',
  ),
  'script.no_script': say(
    'No script of this office goes on from here.',
    'Choose another answer, or pick a script by hand.',
  ),
  'script.order': say(
    'The matter may only be spoken of with the right party, and who is on the line is not confirmed.',
    'Go through the right-party check first.',
  ),
  'script.faults': (read) =>
    say(
      `The script cannot be used like this: ${ended(read.text('first', 'something has to be mended'))}`,
      'Mend what is listed, or keep it as a draft, which no call uses.',
    ),
  'script.too_large': say(
    'The script is too large to be kept.',
    'Divide it into two scripts, or shorten its texts.',
  ),
  'script.file_unreadable': (read) =>
    say(
      `This file holds no scripts Duebook can read: ${read.text('reason', 'it is something else')}.`,
      'Choose a file that was saved by Duebook under Scripts. Nothing was changed.',
    ),
  'script.text_broken': (read) =>
    say(
      `This text of the script cannot be read: ${read.text('reason', 'something in braces is wrong')}.`,
      'Say it in your own words, and have the script mended before the next call.',
    ),
  'script.unknown_field': (read) =>
    say(
      `This text of the script asks for “${read.text('field', 'something')}”, and there is no such field.`,
      'Say it in your own words, and have the script mended before the next call.',
    ),
  'script.debt_too_early': (read) =>
    say(
      `This text of the script would tell of the debt (${read.text('field', 'a field')}) before the right party is confirmed, so it is not shown.`,
      'Find out first who is on the line; say nothing about a debt until then.',
    ),
  'script.office_too_early': (read) =>
    say(
      `This text of the script would give the office away (${read.text('field', 'a field')}) before the right party is confirmed, so it is not shown.`,
      'Give your own name, and the office only when you are asked for it.',
    ),
  'call.unknown': say(
    'This part of Duebook asked for something the program does not know.',
    'Close Duebook and start it again. If it happens again, install Duebook anew; your book is kept.',
  ),
  'call.refused_sender': say(
    'Duebook refused a request because it did not come from its own window.',
    'Close Duebook and start it again.',
  ),
  'call.invalid_input': (read) =>
    say(
      `Something entered cannot be used${fieldWords(read.text('field'))}. Nothing was changed.`,
      'Check what you typed and try again.',
    ),
  'call.operation_reused': say(
    'This was already sent once with other content, so it was not done a second time.',
    'Look at the account to see what was recorded, then enter what is missing.',
  ),
  'call.failed': (read) =>
    say(
      'Duebook made a mistake. Nothing was changed.',
      `Try once more. If it happens again, report incident ${read.text('incident', 'as shown in the log')}.`,
    ),
  'call.cancelled': say('Stopped, as you asked. Nothing was changed.', 'Start it again whenever you like.'),

  'book.not_open': say('The book is locked.', 'Unlock it with your passphrase and try again.'),
  'book.not_found': say(
    'This book is not on this computer any more.',
    'Bring it back from a backup, or choose another book.',
  ),
  'book.already_open': say('A book is already open.', 'Lock it first, then open the other one.'),
  'book.wrong_passphrase': say(
    'The book could not be opened with this passphrase.',
    'Check Caps Lock and the keyboard language and type it again, or use your recovery sheet.',
  ),
  'book.passphrase_too_short': (read) =>
    say(
      'This passphrase is too short to protect the book.',
      `Use at least ${read.number('least', '12')} characters; four or five random words are easy to remember.`,
    ),
  'book.passphrase_too_long': (read) =>
    say(
      'This passphrase is too long.',
      `Use at most ${read.number('most', '1,024')} characters. Was something else pasted by mistake?`,
    ),
  'book.wrong_recovery_code': say(
    'This is not the recovery code of this book.',
    'Compare it with the printed sheet, group by group, and type it again.',
  ),
  'book.recovery_unconfirmed': say(
    'The recovery sheet of this book has not been tested yet.',
    'Type the code back from the printed sheet first.',
  ),
  'book.newer_file': (read) =>
    say(
      `This book was last used with a newer Duebook (book version ${read.number('fileVersion', 'unknown')}; ` +
        `this program knows ${read.number('appVersion', 'an older one')}). It was left untouched.`,
      'Install the newest Duebook on this computer and open the book with it.',
    ),
  'book.damaged': say(
    'The file of this book is damaged and was left as it is.',
    'Do not delete it. Restore your last backup as a second book and compare.',
  ),
  'book.key_file_missing': say(
    'The file with the locked key of this book is missing, so no passphrase can open it.',
    'Bring the whole folder of the book back from your backup.',
  ),
  'book.in_use': say(
    'The book is in use by another program, perhaps a backup or a second Duebook.',
    'Close the other program and try again.',
  ),
  'book.disk_full': say(
    'The disk is full, so nothing could be saved. The book is as it was before.',
    'Free some space on the disk and try again.',
  ),
  'book.read_only': say(
    'The folder of the book does not allow writing, so nothing could be saved.',
    'Ask whoever looks after this computer to give you the right to write there, then try again.',
  ),
  'book.io': (read) =>
    say(
      `A file of the book could not be read or written (${read.text('reason', 'the disk gave no reason')}).`,
      'Check that the disk is connected and working, then try again.',
    ),
  'book.migration_failed': (read) =>
    say(
      `The book could not be brought up to version ${read.number('version', 'the new one')}. It was left as it was.`,
      'Close Duebook and start it again. If it happens again, keep using the earlier version and report it.',
    ),
  'book.not_sample': say(
    'Only the sample office can be deleted this way; this is a book of your own.',
    'Nothing was deleted. Open the sample office if that is what you wanted to remove.',
  ),
  'book.sheet_not_printed': say(
    'The recovery sheet could not be printed.',
    'Check the printer and try again, or copy the code by hand onto paper and check it twice.',
  ),
  'book.backup_invalid': say(
    'This file is not a complete backup of a Duebook book.',
    'Choose another file; its name ends in .duebook-backup unless it was renamed.',
  ),
  'book.exists': say(
    'This book is already on this computer. An existing book is never written over.',
    'Open the one that is here, or rename it before you bring the backup in.',
  ),
  'book.lost': (read) =>
    say(
      'The part of Duebook that keeps the book stopped, so the book was closed. What was recorded is kept.',
      'Unlock the book and look whether your last entry is there before you enter it again. ' +
        `If it happens again, report incident ${read.text('incident', 'as shown in the log')}.`,
    ),

  'account.not_found': gone('account'),
  'account.number_taken': (read) =>
    say(
      `Account number ${read.text('number', 'entered')} already exists for this client.`,
      'Use another number, or open the account that has it.',
    ),
  'email.invalid': (read) =>
    say(
      `“${read.text('text', 'This')}” is not an e-mail address.`,
      'Check what was typed: a name, an @ and where it is received, such as ana@example.com.',
    ),
  'email.not_found': gone('e-mail address'),
  'contact.blocked': (read) =>
    say(
      sentence(read.text('text', 'A rule forbids this contact now.')),
      'It cannot be overridden. Look at “Why not now”: if a fact there is wrong or missing, put it right.',
    ),
  'contact.needs_reason': (read) =>
    say(
      sentence(read.text('text', 'A rule stands in the way of this contact.')),
      'Look at “Why not now”. If you go on, say why; it is kept with the contact.',
    ),
  'contact.needs_factor': (read) =>
    say(
      sentence(read.text('text', 'So many calls are presumed to harass.')),
      'Wait for the day shown, or name what rebuts it and say why; both are kept with the contact.',
    ),
  'contact.other_debtor': (read) =>
    say(
      `${read.text('number') === '' ? 'One of the accounts chosen' : `Account ${read.text('number')}`} belongs to somebody else.`,
      'Choose only accounts of the person you spoke with.',
    ),
  'calls.outcome_unlikely': say(
    'This ending does not fit what was answered during the call.',
    'Choose how the call ended again, or go back into the call and put the answer right.',
  ),
  'calls.nobody_reached': say(
    'Nobody was spoken with, so nothing can have been promised or agreed.',
    'Choose another ending, or take the promise or offer out.',
  ),
  'calls.party_unconfirmed': say(
    'It was not confirmed that this is the debtor, so nothing can have been promised or agreed about the debt.',
    'Go back into the call and answer who was there, or take the promise or offer out.',
  ),
  'calls.promise_missing': say(
    'The call ended with a promise, but no sum and day are written down.',
    'Enter the sum and the day, agree an offer, or choose another ending.',
  ),
  'event.not_found': gone('event'),
  'event.ended': say(
    'This event has ended or was withdrawn already.',
    'Record a new one if it happened again.',
  ),
  'event.future': (read) =>
    say(
      `An event cannot have happened after today, ${read.day('today', 'today')}.`,
      'Enter the day on which it was received or took effect.',
    ),
  'event.ends_before': (read) =>
    say(
      `It cannot have ended before it began, on ${read.day('on', 'its day')}.`,
      'Enter a later day, or withdraw the event if it was a mistake.',
    ),
  'event.incomplete': (read) =>
    say(
      `This event needs one more thing: ${eventFieldWords(read.text('field'))}.`,
      'Fill it in; what is not known can be said so.',
    ),
  'fact.invalid': (read) =>
    say(`“${read.text('text', 'This')}” does not fit here.`, 'Choose from the list, or enter it as shown.'),
  'licence.not_found': say(
    'No license is recorded for this state.',
    'Record it first, or say why none is needed.',
  ),
  'pack.unreadable': say(
    'This file is not a rule pack, or it is damaged.',
    'Get the file again from whoever publishes it. Nothing was changed.',
  ),
  'pack.unsigned': say(
    'This rule pack is not signed, or it was changed after it was signed.',
    'Do not use it. Get the file again from whoever publishes it. Nothing was changed.',
  ),
  'pack.untrusted': (read) =>
    say(
      `This office does not take rule packs of this publisher (${read.text('fingerprint', 'unknown key')}).`,
      'Compare the fingerprint with the publisher by telephone, then add the publisher. Nothing was changed.',
    ),
  'pack.older': (read) =>
    say(
      `The rules in this book are of version ${read.text('current', 'a later day')}; this pack is ${read.text('version', 'older')}.`,
      'Only newer packs are taken. Nothing was changed.',
    ),
  'pack.unknown_rule': (read) =>
    say(
      `The pack changes a rule this program does not know (${read.text('ruleId', 'unnamed')}).`,
      'Update Duebook first. Nothing was changed.',
    ),
  'publisher.invalid': say(
    'This is not the key of a publisher of rule packs.',
    'Choose the pack again and add its publisher from there.',
  ),
  'hold.not_found': say(
    'This hold has already ended.',
    'Look at the account again; the note of its end says why.',
  ),
  'account.holds_payments': (read) => {
    const count = read.number('count', 'Some');
    return say(
      `${count === '1' ? 'A payment is' : `${count} payments are`} still held on this account, and a closed one is not looked at any more.`,
      'Under the held payments, deposit each, give it back to the debtor or cancel it. Then close the account.',
    );
  },
  'account.closed': say('This account is closed.', 'Reopen it first if there is more to do on it.'),
  'debtor.not_found': gone('debtor'),
  'client.not_found': gone('client'),
  'address.not_found': gone('address'),
  'phone.not_found': gone('phone number'),
  'phone.invalid': (read) =>
    say(
      `“${read.text('text', 'What was typed')}” is not a phone number that can be dialled.`,
      'Type all digits with the area code, for example (512) 555-0144 x12.',
    ),
  'phone.do_not_call': (read) =>
    say(
      `${read.text('number', 'This number')} is marked “do not call”, so it was not dialled.`,
      'Use another number, or change its mark if the person has allowed calls again.',
    ),
  'phone.not_dialled': say(
    'This computer has no program that makes phone calls, so nothing was dialled.',
    'Dial the number on your telephone, or choose a program for calls in the settings of the computer.',
  ),

  'entry.not_found': gone('entry'),
  'entry.already_reversed': say('This entry was already taken back.', 'Nothing more needs to be done.'),
  'entry.not_reversible': (read) =>
    say(
      `An entry of this kind (${read.text('kind', 'unknown').replaceAll('_', ' ')}) cannot be taken back.`,
      'Enter a new charge or payment that puts the balance right.',
    ),
  'entry.needs_basis': (read) =>
    say(
      `A ${read.text('kind', 'fee or cost').replaceAll('_', ' ')} needs the clause, statute or order that allows it.`,
      'Type where it comes from, for example “Agreement §4” or the number of the court order.',
    ),
  'payment.before_account': (read) =>
    say(
      `The payment is dated before the account was opened (${read.day('openedOn', 'a later day')}).`,
      'Check the day the money was received.',
    ),
  'payment.in_future': (read) =>
    say(
      `The payment is dated after today (${read.day('today', 'today')}).`,
      'Enter the day the money came in. For money that is still to come, record a promise instead.',
    ),
  'payment.exceeds_balance': (read) =>
    say(
      `The payment is more than is owed (${read.dollars('balanceCents', 'the balance')}).`,
      'Check the sum. If it is right, allow the overpayment; the rest is kept as credit.',
    ),
  'payment.card_number': say(
    'What was typed holds what looks like a full card number, which must not be stored.',
    'Enter only the last four digits, or the number of the receipt.',
  ),
  'payment.disputed': (read) =>
    say(
      `Account ${read.text('number', 'chosen')} is disputed, so no part of this payment may be put on it.`,
      'Put the money on another account. Only if the debtor named this account for it, say so and post it.',
    ),
  'payment.other_debtor': (read) =>
    say(
      `Account ${read.text('number', 'chosen')} belongs to another debtor; one payment covers accounts of one person.`,
      'Enter that part as a payment of its own.',
    ),
  'payment.account_twice': say(
    'The same account stands twice in this payment.',
    'Add the two sums together and enter the account once.',
  ),
  'payment.returned_fee_not_allowed': say(
    'No fee for a returned payment was charged: neither the client’s policy nor the house’s allows one.',
    'Take the payment back without the fee, or first enter the fee and the clause that allows it in the settings.',
  ),
  'payment.returned_fee_closed': say(
    'No fee for a returned payment can be charged: the account is closed.',
    'Take the payment back without the fee, or reopen the account first.',
  ),
  'payment.returned_before': (read) =>
    say(
      `A payment cannot come back before it came in (${read.day('receivedOn', 'a later day')}).`,
      'Check the day it was returned.',
    ),
  'charge.in_future': (read) =>
    say(
      `The charge is dated after today (${read.day('today', 'today')}).`,
      'Enter the day it arose. When it is only due later, put that day into the due day.',
    ),
  'charge.before_account': (read) =>
    say(
      `The day is before the account was opened (${read.day('openedOn', 'a later day')}).`,
      'Check the day it counts from.',
    ),
  'adjustment.exceeds': (read) =>
    say(
      `This is more than is open of it (${read.dollars('openCents', 'less is open')}).`,
      'Lower the sum, or choose another part of the balance.',
    ),
  'adjustment.needs_component': say(
    'A sum that raises the balance needs the part it belongs to.',
    'Choose principal, interest, fees or costs.',
  ),
  'refund.exceeds_credit': (read) =>
    say(
      `This is more than the credit that waits on the account (${read.dollars('creditCents', 'less is there')}).`,
      'Lower the sum. A payment that was put on charges is given back by taking it back.',
    ),
  'terms.not_found': say(
    'These terms are no longer in force.',
    'Look at the terms again; they were replaced or withdrawn.',
  ),
  'terms.needs_basis': say(
    'A rate needs the clause, statute or order that allows it.',
    'Type where it comes from, for example “Agreement §4” or the number of the court order.',
  ),
  'terms.needs_compounding': say(
    'Compound interest needs to say when interest is added to the sum it runs on.',
    'Choose monthly or annually, or simple interest.',
  ),
  'rate.invalid': (read) =>
    say(
      `“${read.text('text', 'What was typed')}” is not a rate.`,
      'Type percent a year like 7.25, with six decimals at most.',
    ),
  'rate.too_high': (read) =>
    say(
      `A rate above ${read.text('most', '100')} % a year is not taken in.`,
      'Check the decimal point: 7.25 means seven and a quarter percent a year.',
    ),
  'rate.confirm': (read) =>
    say(
      `${read.text('rate', 'This rate')} % a year is above ${read.text('asksAbove', '36')} %, which few laws and contracts allow.`,
      'Check the rate and what allows it. If both are right, confirm it.',
    ),
  'judgment.not_found': say(
    'This judgment is no longer in force.',
    'Look at the account again; it may have been vacated already.',
  ),
  'judgment.exists': (read) =>
    say(
      `A judgment of ${read.day('judgedOn', 'an earlier day')} is already in force on this account.`,
      'Vacate that one first if the court replaced it.',
    ),
  'judgment.start_before': (read) =>
    say(
      `Interest on a judgment cannot start before the day of the judgment (${read.day('judgedOn', 'a later day')}).`,
      'Enter the day of the judgment or a later one; interest before it belongs into the award.',
    ),
  'held.not_found': gone('held payment'),
  'held.not_held': (read) =>
    say(
      `This payment is not held any more (${read.text('state', 'ended').replaceAll('_', ' ')}).`,
      'Look at the account again to see what became of it.',
    ),
  'held.before_date': (read) =>
    say(
      `This payment is dated ${read.day('datedOn', 'a later day')} and may not be deposited before that day.`,
      'Wait for the day, or give the payment back.',
    ),
  'held.not_post_dated': (read) =>
    say(
      `The payment is not dated after the day it came in (${read.day('receivedOn', 'that day')}), so there is nothing to wait for.`,
      'Record it as a payment.',
    ),
  'held.notice_missing': (read) =>
    say(
      'The payment was dated more than five days ahead, so the debtor must be told in writing before it is deposited.',
      `Send the notice from ${read.day('from', 'ten')} to ${read.day('to', 'three business days before the deposit')} and note its day, or give the payment back.`,
    ),
  'held.notice_outside': (read) =>
    say(
      'The notice must go out at most ten and at least three business days before the deposit; this day is outside.',
      `Send it from ${read.day('from', 'ten')} to ${read.day('to', 'three business days before the deposit')}, or deposit on a day the notice fits.`,
    ),
  'money.invalid': (read) =>
    say(`“${read.text('text', 'What was typed')}” is not a sum of money.`, 'Type it like 1,234.50.'),
  'money.out_of_range': say(
    'This sum is too large for the book.',
    'Check the digits and the decimal point; where interest made it so, its rate and the day asked for.',
  ),
  'day.invalid': (read) =>
    say(
      `“${read.text('text', 'What was typed')}” is not a day that exists.`,
      'Choose the day in the calendar, or type it like 12 Mar 2026.',
    ),

  'promise.not_found': gone('promise'),
  'promise.over_balance': (read) =>
    say(
      `The promise is more than will be owed on ${read.day('dueOn', 'that day')} (${read.dollars('balanceCents', 'the balance')}).`,
      'Promise at most that sum. What is promised for another account is recorded there.',
    ),
  'plan.not_found': gone('plan'),
  'plan.not_active': say(
    'This plan has already ended.',
    'Make a new plan if the debtor wants to pay in parts.',
  ),
  'plan.nothing_owed': say(
    'Nothing is owed on this account, so there is nothing to pay in parts.',
    'No plan is needed.',
  ),
  'plan.too_long': (read) =>
    say(
      `A plan of ${read.number('count', 'so many')} instalments is too long; at most ${read.number('most', '600')} are allowed.`,
      'Use fewer, larger instalments.',
    ),
  'plan.too_small': (read) =>
    say(
      'The instalments are too small to pay this sum off.',
      `Use at least ${read.dollars('leastCents', 'a larger sum')} each.`,
    ),
  'plan.over_balance': (read) =>
    say(
      `The plan adds up to more than is owed (${read.dollars('balanceCents', 'the balance')}).`,
      'Lower the total to the balance or less.',
    ),
  'share.invalid': (read) =>
    say(
      `“${read.text('text', 'What was typed')}” is not a share of the balance.`,
      'Type a percentage above 0 and up to 100, for example 45 or 45.5.',
    ),
  'plan.exists': say(
    'This account already has a plan that is running.',
    'Change the running plan, or end it first and then start the new one.',
  ),
  'plan.never_pays_off': (read) =>
    say(
      'With these instalments the debt is never paid off: the interest takes up what comes in.',
      `Use at least ${read.dollars('leastCents', 'a larger sum')} each.`,
    ),
  'plan.other_interest': (read) =>
    say(
      read.text('rate', '') === ''
        ? 'These instalments reckon with interest, but none runs on the accounts.'
        : `These instalments do not reckon with the interest that runs on the accounts now (${read.text('rate')} % a year).`,
      'Open the workshop again: it starts from what runs today. Other interest is first entered in the account’s terms.',
    ),
  'plan.paid_off_sooner': (read) =>
    say(
      `So many instalments are not needed: ${read.number('count', 'fewer')} of ${read.dollars('amountCents', 'this sum')} pay it off.`,
      'Use fewer instalments, or a smaller sum each time.',
    ),
  'plan.not_adding_up': (read) =>
    say(
      `The instalments come to ${read.dollars('sumCents', 'another sum')}, but ${read.dollars('totalCents', 'the total')} is to be paid.`,
      'Change one of the sums so that they add up.',
    ),
  'plan.days_not_rising': (read) =>
    say(
      `Payment ${read.number('number', 'of the list')} is not due after the one before it.`,
      'Put the days in order, each later than the one before. A down payment comes before the first instalment.',
    ),
  'plan.second_day': (read) =>
    say(
      `The two days of the month, ${read.number('firstDay', 'the first')} and ${read.number('secondDay', 'the second')}, fall on the same day in some months.`,
      'Choose two days apart from each other, for example the 1st and the 15th, or the 15th and the 31st.',
    ),
  'plan.days_disagree': (read) =>
    say(
      `From the first to the last day there is room for ${read.number('fits', 'another number of')} instalments, not ${read.number('count', 'so many')}.`,
      'Change one of the days or the number of instalments, or leave one of them empty.',
    ),
  'plan.asks_too_little': say(
    'What was entered is not enough to work the plan out.',
    'Enter two of total, amount and number of instalments, and the first or the last day.',
  ),
  'plan.balloon_too_small': (read) =>
    say(
      'The last payment is to be larger than the others, but it is not.',
      `Make it at least ${read.dollars('leastCents', 'as large as the others')}, or leave it empty.`,
    ),
  'plan.balloon_too_large': (read) =>
    say(
      'The last payment leaves nothing for the instalments before it.',
      `Make it at most ${read.dollars('mostCents', 'a smaller sum')}, or use one instalment only.`,
    ),
  'plan.down_too_large': (read) =>
    say(
      'The down payment leaves nothing for the instalments.',
      `Make it at most ${read.dollars('mostCents', 'a smaller sum')}, or record a payment of the whole sum instead.`,
    ),
  'plan.nothing_missed': say(
    'No instalment of this plan was missed, so there is nothing to catch up on.',
    'If the debtor wants to pay differently, change the terms or move the days.',
  ),
  'plan.not_missed': say(
    'No instalment of this plan is past its days of grace, so it cannot be ended as not kept.',
    'Wait until an instalment is missed, or cancel the plan if it is to end for another reason.',
  ),
  'plan.nothing_to_skip': (read) =>
    say(
      `Nothing is left to pay of instalment ${read.number('number', 'chosen')}, so it cannot be skipped.`,
      'Choose an instalment that is still to be paid.',
    ),
  'plan.below_floor': (read) =>
    say(
      `This goes below what the office or the client allows (${floorSentence(read)}).`,
      `Change the terms, or write down why it is allowed and who allowed it${mayWords(read.text('mayGoBelow'))}.`,
    ),
  'plan.other_debtor': (read) =>
    say(
      `Account ${read.text('number', 'chosen')} belongs to another debtor, so one plan cannot cover it.`,
      'Choose only accounts of the same debtor, and make a plan of its own for the other.',
    ),
  'plan.before_today': (read) =>
    say(`This day is before today (${read.day('today', 'today')}).`, 'Choose today or a later day.'),

  'settlement.not_below': (read) =>
    say(
      `A settlement must come to less than what is owed (${read.dollars('balanceCents', 'the balance')}).`,
      'Lower the sum, or make it a payment plan.',
    ),
  'settlement.expired': (read) =>
    say(
      `This settlement could be accepted through ${read.day('expiresOn', 'an earlier day')}; that day has passed.`,
      'Make a new offer if the sum still stands.',
    ),

  'offer.not_found': gone('offer'),
  'offer.not_open': (read) =>
    say(
      `This offer is not open any more (${read.text('outcome', 'already answered')}).`,
      'Make a new offer.',
    ),
  'offer.stale': (read) =>
    say(
      `What is owed has changed since this offer was made; it is now ${read.dollars('balanceCents', 'another sum')}.`,
      'Make the offer again from what is owed now.',
    ),

  'budget.no_consent': say(
    'Nobody has agreed that income and expenses are written down, so nothing was kept.',
    'Ask for consent, write down who gave it and when, and save again.',
  ),

  'reminder.not_found': gone('reminder'),
  'reminder.in_past': say('This time has already passed.', 'Choose a time that is still to come.'),
  'reminder.no_time': say(
    'The reminder has neither a day nor a time.',
    'Choose the day, or the day and the hour.',
  ),
  'reminder.bad_repeat': say(
    'This way of repeating is not one Duebook knows.',
    'Choose daily, weekly, monthly or yearly, and how often.',
  ),
  'reminder.repeat_never': say(
    'Repeated like this the reminder would never come due again.',
    'Choose another day, or an end that lies later.',
  ),
  'calendar.too_long': (read) =>
    say(
      'So many days do not fit.',
      `Choose at most ${read.number('days', '62')} days, the first before the last.`,
    ),
  'app.login_not_set': say(
    'The system did not let Duebook be started when you log in.',
    'Add Duebook to the programs started at login in the settings of your system.',
  ),
  'calendar.empty': say('Nothing is due in these days.', 'Choose other days or more kinds, and save again.'),
  'reminder.no_series': say('This reminder does not repeat.', 'Change or cancel the reminder itself.'),
  'reminder.already_done': say(
    'This reminder was already done or cancelled.',
    'Set a new one if you need it.',
  ),

  'letter.not_found': gone('letter'),
  'letter.template_not_found': say(
    'This letter template is no longer in the book.',
    'Choose another template.',
  ),
  'letter.no_address': (read) =>
    say(
      `There is no usable address for ${read.text('name', 'this debtor')}, so no letter can be made.`,
      'Add an address to the debtor, or mark an existing one as current.',
    ),
  'letter.address_bad': (read) =>
    say(
      `The post cannot deliver to the address of ${read.text('name', 'this debtor')}: ${read.text('why', 'a part of it is missing or wrong.')}`,
      'Correct it; the old one stays on file, marked as bad.',
    ),
  'letter.address_too_long': (read) =>
    say(
      `The name and address of ${read.text('name', 'this debtor')} would not fit the window of the envelope: it shows ${read.number('most', '6')} lines of some 45 letters.`,
      'Shorten the name or the address lines.',
    ),
  'letterhead.not_a_picture': say(
    'This file is no PNG or JPEG picture.',
    'Choose another one, or save the picture as PNG first.',
  ),
  'letterhead.picture_too_large': (read) =>
    say(`The picture is wider or higher than ${read.number('most', '2400')} dots.`, 'Choose a smaller one.'),
  'letterhead.file_too_large': (read) =>
    say(
      `The file is larger than ${read.number('most', '1')} MB.`,
      'Save the picture in a smaller size, then choose it again.',
    ),
  'print.sheet_impossible': (read) =>
    say(
      'Paper, fold and envelope do not go together.',
      read.text('why', 'Choose another paper or envelope.'),
    ),
  'print.pieces_expired': say(
    'These envelopes or labels are not at hand any more.',
    'Make them again, then print or save them.',
  ),
  'print.no_pieces': say(
    'None of these accounts has an address that could be printed.',
    'Correct the addresses first; each account says what is wrong.',
  ),
  'letter.nothing_owed': say(
    'Nothing is owed on this account, so a demand letter would be wrong.',
    'Check the ledger; choose another template if you meant to write about something else.',
  ),
  'letter.template_broken': (read) =>
    say(
      `The letter template cannot be filled in (${read.text('reason', 'it names a field that does not exist')}).`,
      'Choose another template, or correct this one.',
    ),
  'letter.layout_failed': (read) =>
    say(
      `The letter could not be laid out (${read.text('reason', 'no reason was given')}). Nothing was kept or printed.`,
      'Try again; if it happens again, choose another template.',
    ),
  'letter.preview_expired': say(
    'This preview is no longer current.',
    'Make the preview again, so that what is printed is what you see.',
  ),
  'letter.goes_elsewhere': say(
    'This letter is addressed to a name or an address that is no longer the one to write to.',
    'Make a new letter; it goes to the one on file. For your own file, save the PDF of this one.',
  ),
  'letter.print_failed': (read) =>
    say(
      `The letter could not be printed (${read.text('reason', 'the printer gave no reason')}). The exact copy is kept in the book.`,
      'Check the printer, then print it again from the account’s letters.',
    ),
  'letter.no_printer': say(
    'No printer is set up on this computer.',
    'Set one up in the system’s settings, or save the letter as a PDF.',
  ),
  'print.printer_gone': (read) =>
    say(
      `The printer ${read.text('name', 'that was chosen')} is not there: it was switched off, renamed or taken away. Nothing was printed.`,
      'Switch it on and try again, print through the dialog, or choose another printer in the print setup.',
    ),
  'print.printers_unknown': say(
    'This computer did not say which printers it has.',
    'Try again in a moment. Printing through the dialog works meanwhile.',
  ),
  'letter.already_waits': say(
    'This letter waits to be printed for this account already.',
    'Print it from Letters, or leave it out there.',
  ),
  'letter.not_waiting': say(
    'This letter does not wait to be printed any more: it was printed or left out meanwhile.',
    'Look at the list again.',
  ),
  'letter.held_back': (read) =>
    say(
      `This letter may not go out now: ${read.text('why', 'something stands in the way.')}`,
      'It stays in the list and can be printed once nothing stands in the way.',
    ),
  'letter.needs_missing': (read) =>
    say(
      `This letter speaks of something the account does not have. ${read.text('needs', '')}`.trim(),
      'Record it first, or choose another letter.',
    ),
  'letter.does_not_fit': (read) =>
    say(
      `This letter does not fit here. ${read.text('why', '')}`.trim(),
      'Choose another letter, or make one of your own from it.',
    ),
  'letter.no_attorney_address': (read) =>
    say(
      `There is no address for ${read.text('name', 'the lawyer')} that the post can read.`,
      'Under Law, end the entry of the attorney and record it anew with the address on one line: street, town, state and ZIP code, with commas between.',
    ),
  'letter.no_client_address': (read) =>
    say(
      `There is no address for the client ${read.text('name', '')}.`.replace(' .', '.'),
      'Enter the address of the client, then make the letter again.',
    ),
  'letter.wording_stops': (read) =>
    say(
      `This letter may not go out as it is worded. ${read.text('why', '')}`.trim(),
      'The findings beside the letter name each place and what to do about it.',
    ),
  'letter.maybe_printed': say(
    'This letter was made before, and nobody noted whether it came out of the printer.',
    'Say in the list whether it was printed, so that it does not go out twice.',
  ),
  'wording.text_unknown': say(
    'No law Duebook knows of asks for this text.',
    'Choose one from the list of texts and enter its wording there.',
  ),
  'wording.not_approved': say(
    'No wording of counsel stands for this text any more.',
    'Nothing has to be taken back. Open the list of texts again.',
  ),

  'template.not_found': gone('letter template'),
  'template.not_a_document': say(
    'This version is from before letters were documents, so it cannot be edited.',
    'Take a newer version of it, or begin a new letter.',
  ),
  'template.shipped': say(
    'A letter that came with Duebook cannot be changed itself.',
    'Make your own from it; yours then stands in for it.',
  ),
  'template.replaced_already': (read) =>
    say(
      `Your letter “${read.text('name', 'of another name')}” stands in for this one already.`,
      'Edit that letter, or take it out of use first.',
    ),
  'template.name_taken': (read) =>
    say(
      `A letter in use is named “${read.text('name', 'so')}” already.`,
      'Give this one another name, so that nobody sends the wrong one.',
    ),
  'template.too_large': say(
    'The letter is too long to be kept.',
    'Take parts of it out, or make two letters of it.',
  ),
  'template.faults': (read) =>
    say(
      `The letter cannot be used yet: ${read.text('first', 'something has to be mended.')}`,
      'Mend it, or keep it as a draft, which nobody can send.',
    ),
  'template.file_unreadable': (read) =>
    say(
      `The file was not read: ${read.text('reason', 'it does not hold letters')}.`,
      'Nothing was taken. Ask whoever sent it to save it again from Duebook.',
    ),
  'template.doc_broken': (read) =>
    say(
      `This is not a letter Duebook can use: ${read.text('what', 'something in it is not known')} (${read.text('place', 'in the document')}).`,
      'Take that part out, or start from a letter of the library.',
    ),

  'run.not_found': gone('print run'),
  'run.not_now': say(
    'This print run is not at that point any more: something was done with it meanwhile.',
    'Look at the run again and go on from what it shows.',
  ),
  'run.letter_not_now': say(
    'One of these letters is not at that point any more.',
    'Look at the run again and go on from what it shows.',
  ),
  'run.nothing_to_print': say(
    'No letter of this run is to be printed: what was made may not go out any more.',
    'The list says why for each. What waits can go with another run.',
  ),
  'run.nothing_to_make': say(
    'None of these letters may go out now, so there is nothing to make.',
    'The list says why for each.',
  ),
  'run.out_of_date': (read) =>
    say(
      `These letters carry the date of ${read.day('madeOn', 'an earlier day')}, and dates in them count from it.`,
      'Make them anew, then print them. Nothing was sent to the printer.',
    ),
  'run.changed': say(
    'An account of this run changed while the document was put together. Nothing was sent to the printer.',
    'Print once more: what may not go any more is left out.',
  ),
  'run.busy': say(
    'A print run is being made or printed at this moment.',
    'Wait until it is through, or stop it first.',
  ),
  'run.in_run': (read) =>
    say(
      `This letter is part of the print run “${read.text('name', 'under way')}”.`,
      'Say there whether it was printed, or take it out of that run first.',
    ),
  'run.too_long': (read) =>
    say(
      `A print run holds at most ${read.number('most', '2,000')} letters.`,
      'Choose fewer accounts; the others go with another run.',
    ),
  'run.not_put_together': (read) =>
    say(
      `The letters could not be put together into one document (${read.text('reason', 'no reason was given')}). Nothing was sent to the printer.`,
      'Try again; every letter of the run is kept in the book.',
    ),
  'mail.not_found': say(
    'This entry is no longer in the mail log: it was withdrawn, or its letter belongs to somebody else.',
    'Look at the log again.',
  ),
  'mail.run_not_found': gone('print run'),
  'mail.number_missing': (read) =>
    say(
      `${read.text('class', 'This service')} always has a number, and none was entered.`,
      'Scan it from the label, or choose another service.',
    ),
  'mail.number_unwanted': (read) =>
    say(
      `${read.text('class', 'This service')} has no number to follow it by.`,
      'Take the number out, or choose the service the label is of.',
    ),
  'mail.number_wrong': (read) =>
    say(
      `The number ${read.text('number', 'that was entered')} cannot be right. ${read.text('why', 'Its last digit does not match.')}`,
      'Scan it again, or type it from the label digit by digit.',
    ),
  'mail.number_twice': (read) =>
    say(
      `The number ${read.text('number', 'entered last')} stands at two letters of this list.`,
      'Scan the label of each letter once.',
    ),
  'mail.number_taken': (read) =>
    say(
      `The number ${read.text('number', 'that was entered')} is in the log already, on a letter to ${read.text('name', 'somebody else')}.`,
      'Look at the label again; if the earlier entry is wrong, withdraw it in the log first.',
    ),
  'mail.number_of_receipt': (read) =>
    say(
      `The number ${read.text('number', 'that was entered')} is that of a green card, not of a letter.`,
      'Scan the label on the front of the envelope; the green card has a field of its own.',
    ),
  'mail.receipt_unwanted': (read) =>
    say(
      `${read.text('class', 'This service')} has no return receipt.`,
      'Take out what was entered for it, or choose the service with a return receipt.',
    ),
  'mail.in_log': (read) =>
    say(
      `“${read.text('letter', 'This letter')}” is in the mail log already.`,
      'Take it out of the list; if the entry in the log is wrong, withdraw it there first.',
    ),
  'mail.not_printed': (read) =>
    say(
      `“${read.text('letter', 'This letter')}” was never printed from this book, so it cannot have been mailed.`,
      'Print it first, or say under Letters that it was printed.',
    ),
  'mail.before_made': (read) =>
    say(
      `“${read.text('letter', 'This letter')}” was made on ${read.day('madeOn', 'a later day')}, so it cannot have been mailed before.`,
      'Correct the day.',
    ),
  'mail.has_outcome': say(
    'What became of this piece is recorded already: it was delivered or it came back.',
    'If that is wrong, withdraw it in the mail log, then enter it anew.',
  ),
  'mail.before_mailed': (read) =>
    say(
      `This day is before the piece was mailed, ${read.day('mailedOn', 'the day in the log')}.`,
      'Correct the day.',
    ),
  'mail.new_address_not_theirs': say(
    'This letter did not go to the debtor, so the address the post gave is not the debtor’s.',
    'Enter the return without a new address (mark: moved, left no address), and correct the address of the lawyer, the representative or the client where it is on file.',
  ),
  'mail.new_address_missing': say(
    'The post gave a new address, and none was entered.',
    'Type it from the yellow label, or choose another mark.',
  ),
  'mail.sheet_empty': (read) =>
    say(
      `Nothing that could stand on a sheet was mailed on ${read.day('on', 'that day')}.`,
      'Choose another day, or enter what was mailed first.',
    ),
  'mail.email_not_theirs': say(
    'This letter is not to the debtor, so it must not go to the debtor’s email address.',
    'Print it, or save it as a PDF and send it to whom it is for.',
  ),

  'strategy.not_found': gone('strategy'),
  'strategy.name_taken': (read) =>
    say(`There is a strategy named “${read.text('name', 'so')}” already.`, 'Give this one another name.'),
  'strategy.invalid': (read) =>
    say(
      read.text('step') === '' || read.number('step') === '0'
        ? `The strategy cannot be used so: ${ended(read.text('text', 'something in it is missing'))}`
        : `Step ${read.number('step')} cannot be used so: ${ended(read.text('text', 'something in it is missing'))}`,
      'Change it, then try again.',
    ),
  'strategy.in_use': (read) =>
    say(
      `“${read.text('name', 'The strategy')}” has been used, and what it did stays on record.`,
      'Turn it off instead; nobody enters it then.',
    ),
  'strategy.not_on': (read) =>
    say(`“${read.text('name', 'The strategy')}” is not on.`, 'Turn it on first, under Strategies.'),
  'strategy.already_on': (read) =>
    say(`“${read.text('name', 'The strategy')}” is on already.`, 'Nothing needs to be done.'),
  'strategy.already_in': (read) =>
    say(
      `The account is in the strategy “${read.text('name', 'of another name')}”. It can follow one at a time.`,
      'Let it leave that one first.',
    ),
  'strategy.kept_out': (read) =>
    say(
      `The account cannot enter a strategy: ${read.text('why', 'something stands in the way')}.`,
      'Look at the account’s holds first.',
    ),
  'strategy.many_letters': (read) =>
    say(
      `More than ${read.number('most', '200')} letters would come due on one day.`,
      'Say how many a day may go out, let all go at once, or narrow whom the strategy is for.',
    ),
  'strategy.member_not_found': gone('account of a strategy'),
  'strategy.member_ended': say(
    'This step is over: it was finished meanwhile, or the account left the strategy.',
    'Look at the account again; the next step shows its day.',
  ),

  'paper.not_found': say(
    'What this paper is about is no longer in the book.',
    'Look at the account again; the payment or plan may have been taken back or replaced.',
  ),
  'paper.not_reconciling': (read) =>
    say(
      `The lines of this statement do not lead from the opening to the closing balance (${read.dollars('differenceCents', 'a difference')} is left over), so it was not made.`,
      'Make a backup and report it: a statement must add up to the cent. The explanation of the balance can be printed meanwhile.',
    ),
  'paper.taken_back': say(
    'This payment was taken back, so a receipt would say something that is not true.',
    'Record the payment again if it did come in, and print the receipt of that one.',
  ),
  'paper.days_backwards': (read) =>
    say(
      `The period ends on ${read.day('toOn', 'a day')}, before it begins on ${read.day('fromOn', 'a later day')}.`,
      'Enter the first day under From and the last one under To.',
    ),
  'paper.day_past': (read) =>
    say(
      `A payoff quote cannot be good through a day that has passed; today is ${read.day('today', 'later')}.`,
      'Enter today or a later day. For a day in the past, print the explanation of the balance.',
    ),
  'paper.day_ahead': (read) =>
    say(
      `A statement cannot run past today (${read.day('today', 'the day it is')}): what has not happened cannot stand in it.`,
      'End it today or earlier. For what will be owed on a later day, print a payoff quote.',
    ),
  'paper.nothing_to_pay': say(
    'Every instalment of this plan is paid, so there are no coupons to print.',
    'Print a statement of the account to show what was paid.',
  ),
  'paper.plan_over': (read) =>
    say(
      `This plan is not running any more (${read.text('state', 'it ended')}), so no coupons or agreement can be made of it.`,
      'The papers made while it ran are kept under Letters.',
    ),
  'paper.history_empty': say(
    'Nothing of the chosen kinds happened in this period.',
    'Choose other days, more kinds, or all accounts of the debtor.',
  ),
  'paper.history_too_long': (read) =>
    say(
      `This history has more than ${read.number('most', '5,000')} entries, which is more than one paper can hold.`,
      'Choose a shorter period and make one paper for each.',
    ),

  'whole.not_one': say(
    'This file is not a whole book taken out of Duebook, or it is damaged.',
    'Choose the file that “Take the whole book out” wrote. A backup is brought back with “Restore a backup”.',
  ),
  'whole.locked': (read) =>
    read.text('tried') === 'yes'
      ? say(
          'The passphrase does not open this file.',
          'Type the passphrase it was taken out under. It is not the passphrase of the book.',
        )
      : say('This file lies under a passphrase.', 'Type the passphrase it was taken out under.'),
  'whole.changed': (read) =>
    say(
      `What stands in this file is not what was taken out (${read.text('part', 'the file as a whole') || 'the file as a whole'}). Nothing was brought in.`,
      'Use the file as it was written. A changed table can be brought in as a list under Import.',
    ),
  'whole.newer': say(
    'This file was written by a newer Duebook.',
    'Bring this program up to date, then bring the file in again.',
  ),
  'incoming.not_found': say(
    'This item is not in the book any more: the file it came with was taken back.',
    'Look at the list again.',
  ),
  'incoming.not_open': (read) =>
    say(
      `Nothing of this item is open any more; it is ${
        read.text('state', 'dealt with') === 'set_aside' ? 'set aside' : 'posted'
      }.`,
      'Take back what was decided first, then decide anew.',
    ),
  'incoming.not_a_deposit': say(
    'This money went out, so it cannot be posted as a payment.',
    'If the bank took a deposit back, choose the payment it belongs to; otherwise set the item aside.',
  ),
  'incoming.not_a_return': say(
    'This money came in, so it gives no payment back.',
    'Choose the account it is for, or set the item aside.',
  ),
  'incoming.exceeds_item': (read) =>
    say(
      `The parts come to more than what is open of this item (${read.dollars('openCents', 'its sum')}).`,
      'Lower one of the sums.',
    ),
  'incoming.other_currency': (read) =>
    say(
      `This item is in ${read.text('currency', 'another currency')}, and the ledger keeps US dollars.`,
      'Record the payment by hand for what the bank credited in dollars, then set this item aside.',
    ),
  'incoming.nothing_posted': say(
    'Nothing stands posted from this item, so there is nothing to take back.',
    'Look at the list again.',
  ),
  'incoming.entry_not_free': say(
    'This payment cannot stand for the item: it was taken back, or it stands for another deposit already.',
    'Choose another payment, or post the item to an account.',
  ),
  'incoming.return_exceeds': (read) =>
    say(
      `The payment of ${read.dollars('paymentCents', 'that sum')} is more than the bank took back (${read.dollars('openCents', 'this sum')}).`,
      'Choose another payment, or take this one back on its account.',
    ),
  'incoming.held_differs': say(
    'The check that was kept for later is of another account or another sum.',
    'Choose its account and sum alone, or post the item without it.',
  ),
  'import.not_found': gone('import'),
  'import.profile_not_found': say(
    'This remembered way of reading is gone.',
    'Map the columns by hand; it can be remembered again.',
  ),
  'import.file_gone': say(
    'The chosen file is not there any more, or it was changed since you chose it.',
    'Choose the file again.',
  ),
  'import.file_empty': say(
    'The file is empty.',
    'Check that you saved or exported it fully, then choose it again.',
  ),
  'import.not_a_table': (read) =>
    say(
      `This file is not a table (it looks like ${read.text('found', 'something else')}).`,
      'Open it in your spreadsheet program, save it as CSV or XLSX, and choose that file.',
    ),
  'import.part_of_tables': (read) =>
    say(
      `This file is QuickBooks’ table of ${read.text('table', 'parts')}: by itself it does not say who owes what.`,
      `Bring in the table of ${read.text('holds', 'invoices')} instead.`,
    ),
  'import.encoding_wrong': (read) =>
    say(
      `Some letters cannot be read as ${read.text('encoding', 'the chosen encoding')} (first in line ${read.number('row', '1')}).`,
      'Choose another encoding, or save the file again as CSV UTF-8.',
    ),
  'import.unreadable': say(
    'The file is damaged or is not what it looks like, so it could not be read to its end. Nothing was brought in.',
    'Open it in the program it comes from, save it anew, best as CSV or XLSX, and choose that file.',
  ),
  'import.encrypted': say(
    'The file is protected with a password, so what is in it cannot be read.',
    'Open it in the program it comes from, save a copy without a password, and choose that copy.',
  ),
  'import.unpacks_too_large': say(
    'The file is packed so that it grows far beyond any table when it is opened. It was not opened any further.',
    'If you know where it comes from, open it in your spreadsheet program and save the one sheet you need as CSV.',
  ),
  'import.unsafe_markup': say(
    'The file holds instructions no spreadsheet program writes, the kind used to read other files on a computer. They were not followed, and the file was not read.',
    'Ask whoever sent it for another copy. If it is your own, open it in your spreadsheet program and save it anew as XLSX.',
  ),
  'import.too_many_sheets': (read) =>
    say(
      `The workbook has ${read.number('sheets', 'too many')} sheets; at most ${read.number('most', '200')} can be looked through.`,
      'Copy the sheets you need into a new workbook and choose that.',
    ),
  'import.archive_of_many': (read) =>
    say(
      `The ZIP holds ${read.number('files', 'several')} files that cannot be read as the sheets of one.`,
      'Unpack it and bring in the files one after the other.',
    ),
  'import.sheet_empty': (read) =>
    say(
      `Nothing stands on the sheet “${read.text('sheet', '')}”.`,
      'Choose another sheet, or check that the file was saved with its data.',
    ),
  'import.bank_error': (read) =>
    say(
      `This file holds no transactions but an error of the bank: ${read.text('message', 'no reason given')} (code ${read.text('code', 'none')}).`,
      'Download it from the bank again. If the error comes again, ask the bank.',
    ),
  'import.no_entries': (read) =>
    say(
      read.text('what') === 'ofx'
        ? 'This bank file holds no transactions.'
        : `This ${['X12', read.text('what', '')].join(' ').trim()} file holds no claims.`,
      'Choose a longer period when you download it, then choose the new file.',
    ),
  'import.x12_other': (read) =>
    say(
      `This X12 file holds transaction set ${read.text('sets', 'of no number')}. Payments (835) or claims (837) can be brought in, one of them a file.`,
      'Ask your clearinghouse for the 835 or 837 file.',
    ),
  'import.reader_stopped': (read) =>
    say(
      read.text('why') === 'time'
        ? 'Reading the file took too long and was stopped. Nothing was brought in.'
        : read.text('why') === 'memory'
          ? 'Reading the file would take more memory than it may and was stopped. Nothing was brought in.'
          : 'The file made the reading end before it was done. Nothing was brought in.',
      'Save the table as CSV in the program it comes from and choose that file, or split it.',
    ),
  'import.too_large': (read) =>
    say(
      `The file is larger than an import can take (${megabytes(read.number('bytes', ''))}${megabytesOf('at most', read.number('most', ''))}).`,
      'Split it into smaller files and bring them in one after the other.',
    ),
  'import.too_many_columns': (read) =>
    say(
      `The file has ${read.number('columns', 'too many')} columns; at most ${read.number('most', '200')} can be read.`,
      'Check the separator, or remove the columns you do not need.',
    ),
  'import.too_many_rows': (read) =>
    say(
      `The file has ${read.number('rows', 'too many')} rows; at most ${read.number('most', 'fewer')} can be brought in at once.`,
      'Split it into smaller files and bring them in one after the other.',
    ),
  'import.quote_open': (read) =>
    say(
      `A quotation mark that opens in line ${read.number('row', 'unknown')} is never closed, so the rest of the file cannot be told apart.`,
      'Correct that line in the file and choose it again.',
    ),
  'import.column_unmapped': (read) =>
    say(
      `No column is chosen for ${read.text('field', 'a field that is needed').replaceAll('_', ' ')}.`,
      'Choose the column that holds it.',
    ),
  'import.column_twice': (read) =>
    say(
      `Two columns are chosen for ${read.text('field', 'the same field').replaceAll('_', ' ')}.`,
      'Keep the one that holds it and leave the other out.',
    ),
  'import.nothing_to_write': say(
    'No row of this file would add anything to the book.',
    'Look at the refused rows, or at whether the file was brought in before.',
  ),
  'import.already_undone': say('This import was already taken back.', 'Nothing more needs to be done.'),
  'import.built_upon': (read) =>
    say(
      `The import cannot be taken back, because work was done on it since (${read.number('count', 'some')} ${read.text('what', 'entries')}).`,
      'Close or correct its accounts one by one instead.',
    ),
  'import.same_file': (read) =>
    say(
      `This very file was already brought in on ${read.day('importedOn', 'an earlier day')}.`,
      'Choose another file, or take the earlier import back first.',
    ),
  'import.control_differs': (read) =>
    say(
      `You were told the file holds ${read.dollars('typedCents', 'one sum')}, but its rows add up to ` +
        `${read.dollars('fileCents', 'another')}. Nothing was written.`,
      'Ask whoever made the file, or correct the control total.',
    ),
  'import.control_rows': (read) =>
    say(
      `You were told the file has ${read.number('typed', 'another number of')} rows, but it has ${read.number('rows', 'others')}. Nothing was written.`,
      'Ask whoever made the file, or correct the number of rows.',
    ),
  'import.control_total': (read) =>
    say(
      `The sums do not match: the file adds up to ${read.dollars('fileCents', 'one sum')}, but ` +
        `${read.dollars('writtenCents', 'another')} would have been written. Nothing was written.`,
      'Report this with the file’s column names; your book is as it was.',
    ),

  'limited.field_empty': ({ text }) =>
    say(
      `A limited-content message needs a ${text('field', 'field that is empty')}.`,
      'Fill it in; the message is put together from the fields.',
    ),
  'limited.name_suggests_debt': ({ text }) =>
    say(
      `The business name ${text('name', 'given')} suggests debt collection by the word “${text('word', 'in it')}”, so a message with it is no limited-content message.`,
      'Use a registered trade name that does not suggest it, or leave no message.',
    ),
  'limited.name_unclear': ({ text }) =>
    say(
      `The word “${text('word', 'in it')}” in the business name ${text('name', 'given')} may suggest debt collection.`,
      'Confirm that the name does not, after asking counsel, or use another trade name.',
    ),
  'limited.not_a_name': ({ text }) =>
    say(
      `What stands as business name, ${text('name', 'as typed')}, holds more than a name.`,
      'Type the name of the business alone; a limited-content message holds nothing else.',
    ),
  'limited.not_a_person': ({ text }) =>
    say(
      `What stands as the person to ask for, ${text('name', 'as typed')}, is not the name of a person.`,
      'Type the name of a person who takes such calls, not a department.',
    ),
  'limited.number': ({ text }) =>
    say(
      `The number to call back, ${text('text', 'as typed')}, cannot be read as a telephone number.`,
      'Type the number with its area code and nothing else.',
    ),
  'limited.times': say(
    'The times that suit for a reply cannot be used.',
    'Choose the days, and a time that ends after it begins.',
  ),

  'attachment.not_found': gone('file'),
  'attachment.removed': say(
    'This file was removed from sight.',
    'Bring it back under “Removed” to see it again.',
  ),
  'attachment.not_removed': say('This file is in its place already.', 'There is nothing to bring back.'),
  'attachment.too_large': (read) =>
    say(
      `${read.text('name', 'The file')} is too large${megabytesOf('at', read.number('bytes'))}; one file may have ${megabytes(read.number('most', '25,000,000'))}, because every backup carries it and it must open at once.`,
      'Scan it again in fewer colors or a lower resolution, or split it into parts; keep a recording or video outside and describe where.',
    ),
  'attachment.empty': (read) =>
    say(
      `${read.text('name', 'The file')} is empty, so there is nothing to keep.`,
      'Look at it where it came from, and choose it again once it has something in it.',
    ),
  'attachment.unreadable': (read) =>
    say(
      `${read.text('name', 'The file')} could not be read.`,
      'Check that it is still there and that no other program has it open, then choose it again.',
    ),
  'attachment.folder': (read) =>
    say(
      `${read.text('name', 'This')} is a folder or something else that is no file.`,
      'Open it and choose the files in it.',
    ),
  'attachment.changed': (read) =>
    say(
      `${read.text('name', 'The file')} changed while it was read, so it was not kept.`,
      'Wait until whatever writes it has finished, then choose it again.',
    ),
  'attachment.twice': (read) =>
    say(
      `The very same file is kept already as ${read.text('name', 'a file of this person')}, on account ${read.text('accountNumber', 'of this person')}.`,
      'Look at that one; attach it again only if it belongs here as well.',
    ),
  'reach.not_found': gone('change'),
  'reach.changed_since': (read) =>
    say(
      `The mark of ${read.text('what', 'this entry')} was changed since, so this change cannot be taken back by itself.`,
      'Take back the newest change, or mark it by hand.',
    ),
  'reach.held_by_event': (read) =>
    say(
      `The mark of ${read.text('what', 'this entry')} comes from an opt-out on file, and that still binds.`,
      'End or withdraw that event under Events; then the mark can be changed by hand.',
    ),
  'trace.found_nothing': say(
    'A number or address was entered, but the outcome says that nothing was found.',
    'Choose “Found something” or “Not clear”, or take the number or address out.',
  ),
  'trace.nothing_said': say(
    'The outcome says that something was found, but not what.',
    'Type what was found, or enter the number or address.',
  ),

  'job.not_found': say('This work has already ended.', 'Look at the result, or start it again.'),
  'job.busy': say(
    'Duebook is still busy with work of this kind.',
    'Wait until it has ended, or cancel it first.',
  ),
  'draft.too_large': (read) =>
    say(
      'This text is too long to be kept while you type.',
      `Shorten it to ${read.number('most', '200,000')} characters, or split it into two notes.`,
    ),
  'export.busy': say(
    'Another hand-over is being made.',
    'Wait until it is done, or stop it, and start again.',
  ),
  'export.no_accounts': say('There is no account to hand over.', 'Choose at least one account of this book.'),
  'export.too_many_accounts': (read) => ({
    what: `More than ${read.number('most', 'the allowed number of')} accounts were chosen, which is more than one hand-over holds.`,
    todo: 'Narrow the list, for example by client or status, and hand the accounts over in parts.',
  }),
  'export.nothing_posted': (read) => ({
    what: `Nothing of these kinds was entered from ${read.day('fromOn', 'the first day')} to ${read.day('toOn', 'the last')}.`,
    todo: 'Choose other days, another client or more kinds of entries.',
  }),
  'file.dialog_cancelled': say('No file was chosen.', 'Choose one whenever you like.'),
  'file.gone': say('The chosen file is no longer known here.', 'Choose it again.'),
  'file.not_writable': (read) =>
    say(
      `The file ${read.text('name', '')} could not be written there.`.replace('  ', ' '),
      'Choose another folder or name; close the file if another program has it open.',
    ),
};

/** The fields a person can set right, in their words; the names of others would only puzzle. */
const fieldNames: Readonly<Record<string, string>> = {
  amountCents: 'the sum',
  at: 'the time',
  dueOn: 'the due day',
  effectiveOn: 'the day',
  receivedOn: 'the day of receipt',
  firstOn: 'the first day',
  openedOn: 'the day it was opened',
  nextStepOn: 'the day of the next step',
  mapping: 'the choice of columns',
  file: 'the file',
  text: 'the text',
  number: 'the number',
};

/** What an event may lack, in the words of its form. */
const eventFields: Readonly<Record<string, string>> = {
  consent: 'what the consent is for',
  written: 'whether it came in writing',
  chapter: 'the chapter of the bankruptcy',
  reach: 'whether the attorney’s name and address are known',
  name: 'a name',
  address: 'the e-mail address or number',
  court: 'the court',
  days: 'the days of the week or the hours',
  hours: 'an hour to begin and a later one to end',
  place: 'the place',
  scope: 'the channel, number or address it is about',
  sentOn: 'the day it was sent',
  optOutBy: 'the last day to opt out',
  endsOn: 'the day it ends',
  from: 'the first day',
  to: 'the last day',
  route: 'how the debtor was told: spoken with, by mail or by an electronic message',
  form: 'how it was acknowledged',
  reassigned: 'whether the number was reassigned',
  complete: 'whether it is complete',
};

function eventFieldWords(field: string): string {
  if (Object.hasOwn(eventFields, field)) return eventFields[field] ?? field;
  return field === '' ? 'a field' : field;
}

/** A text of a rule as a sentence of its own, however it ends. */
function sentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}

function fieldWords(field: string): string {
  return Object.hasOwn(fieldNames, field) ? ` (${fieldNames[field]})` : '';
}

const digitGroups = /\B(?=(\d{3})+$)/g;

function megabytes(bytes: string): string {
  const value = Number(bytes.replaceAll(',', ''));
  return bytes === '' || Number.isNaN(value) ? 'its size is unknown' : `${Math.ceil(value / 1_000_000)} MB`;
}

function megabytesOf(before: string, bytes: string): string {
  return bytes === '' ? '' : `, ${before} ${megabytes(bytes)}`;
}

/** Reads parameters leniently: a fault with a missing one must still be a sentence. */
function reading(params: FaultParams): Reading {
  const raw = (name: string): string | number | undefined => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (typeof value === 'number') return value;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    text: (name, otherwise = '') => raw(name)?.toString() ?? otherwise,
    number: (name, otherwise = '') => raw(name)?.toString().replace(digitGroups, ',') ?? otherwise,
    dollars: (name, otherwise = '') => {
      const value = raw(name);
      return typeof value === 'number' && Number.isInteger(value) ? formatDollars(value) : otherwise;
    },
    day: (name, otherwise = '') => {
      const value = raw(name);
      return typeof value === 'string' ? dayWords(value) : otherwise;
    },
  };
}

/** The sentence of a fault. Never fails: a code from elsewhere gets the general one. */
export function sentenceOf(fault: Fault): FaultSentence {
  const wording = Object.hasOwn(wordings, fault.code) ? wordings[fault.code] : wordings['call.failed'];
  return typeof wording === 'function' ? wording(reading(fault.params)) : wording;
}

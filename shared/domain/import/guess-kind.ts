/**
 * What the rows of a table state, told by the names of its columns: debts unless they speak of payments, of notes, of calls, or of
 * people alone. A table that nobody owes in and that has a day and a sum is a list of money that came in.
 */
import type { RowKind } from '../import.ts';

const charge =
  /^(due|due date|date due|invoice date|bill date|balance|open balance|balance due|amount due|outstanding.*|.* balance|amount owed|principal.*|date of service|service date|dos|original amount|invoice amount|charge amount|charges|total charges|billed.*|debt amount|placed amount|days past due|days late)$/;
const paid =
  /^(payment (date|amount|number|id|method|type|mode|reference|on|day)|date (paid|received|of payment)|paid (on|date|amount)|amount (paid|received)|received (on|date)|receipt (number|date|amount)|payment|tender( type)?|check number|payer|payor|remitter|deposit date|check amount)$/;
const credited =
  /^(credit (memo|note)( number| date| id)?|credit (number|amount|date)|write off (amount|date)|adjustment (amount|date|reason|code)|adjustment)$/;
const talked =
  /^(outcome|result|disposition|call (result|outcome|date|time|type|direction)|contact (result|date|type|method)|result code|disposition code|direction|inbound outbound|channel|date (called|of call|of contact)|activity (date|type)|attempt date)$/;
const noted = /^(note|notes|note text|comment|comments|remarks|text|body|message)$/;
const noteDay =
  /^(note (date|time)|entered( on)?|created( at| on| date)?|date|date time|timestamp|date entered)$/;
const sum =
  /\b(amount|total|balance|payment|payments|paid|charge|charges|credit|debit|price|sum|principal|due)\b(?!.*\b(date|number|id|by|method|type|status|name|terms)\b)/;
const someone =
  /\b(name|customer|client|patient|debtor|consumer|guarantor|tenant|member|borrower|company|contact|mrn|account|acct|invoice|claim|surname|loan|case|file)\b/;
const told = /\b(description|memo|narrative|details|transaction|payee|reference)\b/;
const day = /\b(date|day|on|posted|dos)\b/;
const reachable = /\b(phone|mobile|cell|email|e mail|address|street|city|zip|postal|telephone|fax)\b/;
const accountOf = /^(account|acct|loan|case|file)( number| id| ref| reference)?$/;

export function guessRowKind(names: readonly string[], hasSum: boolean, hasDay: boolean): RowKind {
  const some = (pattern: RegExp) => names.some((name) => pattern.test(name));
  const count = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length;
  const money = hasSum || some(sum);
  if (!money) {
    if (count(talked) >= 2) return 'contact';
    if (some(noted) && some(noteDay) && !some(reachable)) return 'note';
    if (some(/^(due date|invoice|invoice number|invoice date|claim|claim number)$/)) return 'charge';
    const called = some(/\bname\b|^(customer|client|patient|debtor|company|mrn)$/);
    if (!called && some(accountOf)) {
      if (some(/\bphone\b/) && !some(/\b(street|city|address)\b/)) return 'phone';
      if (some(/\b(street|city|address)\b/) && !some(/\b(phone|email)\b/)) return 'address';
    }
    if (some(accountOf) && some(/\b(opened|placed|creditor|debt type|placement)\b/)) return 'account';
    return some(reachable) || some(/\bname\b/) ? 'debtor' : 'charge';
  }
  const charges = count(charge);
  const payments = count(paid);
  if (charges === 0 && count(credited) > 0 && payments === 0 && !some(/^debit/)) return 'credit';
  if (payments > 0 && charges === 0 && !some(/^(amount|total)$/)) return 'payment';
  if (payments >= 2 && charges === 0) return 'payment';
  if (payments === 1 && charges === 0 && some(/^(payment|receipt)\b/)) return 'payment';
  if (!some(someone) && some(told) && (hasDay || some(day)) && names.length >= 3) return 'bank_line';
  return 'charge';
}

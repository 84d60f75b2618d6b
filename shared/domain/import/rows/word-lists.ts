/** Words by which programs say what a row, a status, a method or a contact is. Folded words, as `foldWords` gives them. */
import { type DebtType, debtTypes } from '../../account.ts';
import { type ContactChannel, type ContactOutcome, contactChannels, contactOutcomes } from '../../contact.ts';
import type { DebtorKind } from '../../debtor.ts';
import { type RowKind, rowKinds } from '../../import.ts';
import { type PaymentMethod, paymentMethods } from '../../ledger.ts';
import { foldWords } from '../../names.ts';

function lookUp<T>(text: string, words: readonly (readonly [RegExp, T])[], codes: readonly T[]): T | null {
  const folded = foldWords(text.replaceAll('_', ' '));
  const code = codes.find((one) => String(one).replaceAll('_', ' ') === folded);
  if (code !== undefined) return code;
  return words.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

const kindWords: readonly (readonly [RegExp, RowKind])[] = [
  [
    /^(credit ?(memo|note)s?|credits?|write ?offs?|discounts?|adjustments?|credit refund|sales credit)$/,
    'credit',
  ],
  [
    /^(payments?|receipts?|receive payments?|customer payments?|deposits?|pmt|collections?|payment received|cash receipts?)$/,
    'payment',
  ],
  [
    /^(invoices?( and charges)?|charges?|bills?|sales?( invoices?| receipts?)?|statement charges?|claims?|balances?|opening balances?|finance charges?|journal( entry)?|general journal|debit notes?|debts?|fees?|late fees?|interest)$/,
    'charge',
  ],
  [
    /^(customers?|debtors?|clients?|consumers?|patients?|contacts? record|people|persons?|guarantors?)$/,
    'debtor',
  ],
  [/^(accounts?|loans?)$/, 'account'],
  [/^(notes?|comments?|remarks?|memos?)$/, 'note'],
  [
    /^(contacts?|calls?|phone calls?|letters?|emails?|activit(y|ies)|visits?|texts?|sms|voicemails?)$/,
    'contact',
  ],
  [/^(phones?( numbers?)?|telephones?|mobiles?)$/, 'phone'],
  [/^(addresses|address)$/, 'address'],
  [/^(bank ?(lines?|transactions?)|money received( to be matched)?|statement lines?)$/, 'bank_line'],
];

/** What a row says it is; `null` for a word nobody knows. */
export function rowKindOf(text: string): RowKind | null {
  return lookUp(text, kindWords, rowKinds);
}

export type StatusMeaning = 'open' | 'paid' | 'void';

const statusWords: readonly (readonly [RegExp, StatusMeaning])[] = [
  [/\b(void|voided|draft|drafts|cancell?ed|deleted|rejected|declined|expired|reversed)\b/, 'void'],
  [/\b(partial|partially|part|un ?paid|not paid|payment pending|payable|awaiting payment)\b/, 'open'],
  [/\b(paid|closed|settled|complete|completed|collected|cleared|paid in full|pif)\b/, 'paid'],
  [
    /\b(open|due|overdue|past due|sent|viewed|outstanding|pending|active|approved|authori[sz]ed|submitted|current|late|new|delinquent|emailed|saved|posted|billed|invoiced|uncollectible|bad debt|placed|in collections?|collections?|owing|created|printed|final|finali[sz]ed)\b/,
    'open',
  ],
];

/** What a status means for what is owed; `null` for a word nobody knows. Half paid is open, by the sums beside it. */
export function statusOf(text: string): StatusMeaning | null {
  return lookUp<StatusMeaning>(text, statusWords, []);
}

const methodWords: readonly (readonly [RegExp, PaymentMethod])[] = [
  [/\b(money order|postal order|cashiers check)\b/, 'money_order'],
  [/\b(insurance|payer|medicare|medicaid|remit(tance)?)\b/, 'insurance'],
  [/\b(garnish(ment)?|levy|wage)\b/, 'garnishment'],
  [/\b(cheque|cheques|check|checks|chk|ck)\b/, 'cheque'],
  [/\b(ach|bank transfer|transfer|wire|direct debit|direct deposit|e ?check|echeck|eft|bank)\b/, 'ach'],
  [/\b(card|credit card|debit card|visa|mastercard|amex|american express|discover|pos|cc)\b/, 'card'],
  [/\b(online|web|paypal|stripe|venmo|zelle|square|portal|internet)\b/, 'online'],
  [/\b(cash)\b/, 'cash'],
];

/** `null` for a word nobody knows. */
export function paymentMethodOf(text: string): PaymentMethod | null {
  return lookUp(text, methodWords, paymentMethods);
}

const channelWords: readonly (readonly [RegExp, ContactChannel])[] = [
  [/\b(voice ?mail|vm|left message)\b/, 'voicemail'],
  [/\b(e ?mails?)\b/, 'email'],
  [/\b(sms|texts?|text message)\b/, 'text'],
  [/\b(calls?|called|phone|telephone|dial|dialed|cell|mobile)\b/, 'call'],
  [/\b(letters?|mail|mailed|notice|statement|post)\b/, 'letter'],
  [/\b(visits?|in person|office|walk in|field)\b/, 'visit'],
  [/\b(facebook|social|whatsapp|messenger|linkedin)\b/, 'social'],
];

export function contactChannelOf(text: string): ContactChannel | null {
  return lookUp(text, channelWords, contactChannels);
}

/** Whether the debtor began it. Nothing said: we did, which is the side that counts. */
export function contactDirectionOf(text: string): 'in' | 'out' {
  return /\b(in|inbound|incoming|received|from (the )?(debtor|consumer|customer)|they called)\b/.test(
    foldWords(text),
  )
    ? 'in'
    : 'out';
}

const outcomeWords: readonly (readonly [RegExp, ContactOutcome])[] = [
  [/\b(cease|stop call|do not call|dnc|asked to stop|no more calls|opt out|unsubscribe)\b/, 'asked_to_stop'],
  [/\b(bankrupt|bankruptcy|bk|chapter (7|11|13))\b/, 'bankruptcy'],
  [/\b(deceased|died|dead|passed away|estate)\b/, 'deceased'],
  [/\b(attorney|lawyer|represented|counsel)\b/, 'attorney'],
  [/\b(disputed?|disputes|contested?|not (my|mine|his|her) debt)\b/, 'disputed'],
  [/\b(promised?|ptp|promise to pay|will pay)\b/, 'promise_to_pay'],
  [/\b(payment taken|paid|took payment|payment received)\b/, 'payment_taken'],
  [/\b(wrong (number|party|person)|bad number)\b/, 'wrong_number'],
  [/\b(disconnected|not in service|out of service|invalid number)\b/, 'disconnected'],
  [/\b(no answer|na|n a|not answered|unanswered|rang out|no reply)\b/, 'no_answer'],
  [/\b(busy)\b/, 'busy'],
  [/\b(voice ?mail|vm|left (a )?message|lm|lvm|message left|answering machine)\b/, 'voicemail_left'],
  [/\b(third party|spouse|relative|3rd party)\b/, 'third_party'],
  [/\b(refused?|refusal|rtp|wont pay|will not pay)\b/, 'refused'],
  [/\b(hung up|hang up|hangup)\b/, 'hung_up'],
  [/\b(call ?back|call me back)\b/, 'callback'],
  [/\b(language|interpreter)\b/, 'language'],
  [/\b(spoke|talked|right party|rpc|contacted|reached|answered|connected|conversation)\b/, 'right_party'],
  [/\b(sent|mailed|delivered|other)\b/, 'other'],
];

/** `null` for a word nobody knows. What protects the debtor is looked for first. */
export function contactOutcomeOf(text: string): ContactOutcome | null {
  return lookUp(text, outcomeWords, contactOutcomes);
}

const debtorKindWords: readonly (readonly [RegExp, DebtorKind])[] = [
  [
    /\b(business|company|commercial|corporate|corporation|organi[sz]ation|firm|b2b|c ?corp|llc)\b/,
    'business',
  ],
  [/\b(consumer|person|individual|personal|natural|residential|patient|b2c)\b/, 'consumer'],
];

export function debtorKindOf(text: string): DebtorKind | null {
  return lookUp<DebtorKind>(text, debtorKindWords, []);
}

const debtTypeWords: readonly (readonly [RegExp, DebtType])[] = [
  [/\b(medical|hospital|dental|health|clinic|physician|patient|ambulance)\b/, 'medical'],
  [/\b(credit card|visa|mastercard|amex|revolving)\b/, 'credit_card'],
  [/\b(commercial|business|b2b|trade)\b/, 'commercial'],
  [/\b(legal|attorney|law)\b/, 'legal_fees'],
  [/\b(rent|lease|apartment|hoa|landlord|tenant)\b/, 'rent'],
  [/\b(utilit(y|ies)|water|electric|gas|telecom|phone|cable|internet|wireless)\b/, 'utility'],
  [/\b(loan|auto|mortgage|student|payday|installment|note)\b/, 'loan'],
  [/\b(retail|store|merchandise|purchase)\b/, 'retail'],
  [/\b(service|services|membership|gym|education|tuition|childcare)\b/, 'consumer_services'],
  [/\b(other|misc|miscellaneous|general)\b/, 'other'],
];

/** `null` for a word nobody knows. */
export function debtTypeOf(text: string): DebtType | null {
  return lookUp(text, debtTypeWords, debtTypes);
}

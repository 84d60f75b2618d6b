/**
 * Sentences a law prescribes, word for word, with who must use them, where and how. They are data: letters and scripts take them
 * from here. What is not confirmed (`confirmed: false`) must be read by counsel before it goes out; where no wording was found
 * at all, `text` is `null` and the office has to bring its own.
 */
import type { Source, StateCode } from '../../domain/law.ts';
import { known, secondary, text, unverified } from '../states/entry.ts';

export type PrescribedText = {
  readonly id: string;
  readonly states: 'all' | readonly StateCode[];
  readonly title: string;
  readonly binds: 'collectors' | 'anyone';
  /** Where it stands. */
  readonly where:
    | 'first_contact'
    | 'later_contacts'
    | 'every_writing'
    | 'first_letter'
    | 'first_letter_charged_off'
    | 'plans_and_settlements';
  /** How it must look, in words; empty where the law says nothing. */
  readonly style: string;
  /** Names in braces are filled in. `null`: no wording was found. */
  readonly text: string | null;
  readonly confirmed: boolean;
  readonly source: Source;
};

const readOn = '2026-11-21';

export const prescribedTexts: readonly PrescribedText[] = [
  {
    id: 'mini-miranda.first',
    states: 'all',
    title: 'Disclosure in the first communication',
    binds: 'collectors',
    where: 'first_contact',
    style:
      'If it was spoken, it stands in the first letter as well; in every language the rest is written or spoken in.',
    text: 'This is an attempt to collect a debt, and any information obtained will be used for that purpose.',
    // The law asks for the content and prescribes no words; these are the usual ones.
    confirmed: true,
    source: known('12 CFR 1006.18(e)(1); 15 U.S.C. 1692e(11)', readOn),
  },
  {
    id: 'mini-miranda.later',
    states: 'all',
    title: 'Disclosure in every later communication',
    binds: 'collectors',
    where: 'later_contacts',
    style: 'In every language the rest is written or spoken in.',
    text: 'This communication is from a debt collector.',
    confirmed: true,
    source: known('12 CFR 1006.18(e)(2); 15 U.S.C. 1692e(11)', readOn),
  },
  {
    id: 'mini-miranda.dc',
    states: ['DC'],
    title: 'District of Columbia: the first disclosure stands in every writing',
    binds: 'collectors',
    where: 'every_writing',
    style: '',
    text: 'This is an attempt to collect a debt, and any information obtained will be used for that purpose.',
    confirmed: true,
    source: text('D.C. Code 28-3814(f)(2)', readOn),
  },
  {
    id: 'ca.first-notice',
    states: ['CA'],
    title: 'California: notice of rights in the first letter',
    binds: 'collectors',
    where: 'first_letter',
    style: 'At least the type size of the statement of the debt, or 12 point.',
    text: 'The state Rosenthal Fair Debt Collection Practices Act and the federal Fair Debt Collection Practices Act require that, except under unusual circumstances, collectors may not contact you before 8 a.m. or after 9 p.m. They may not harass you by using threats of violence or arrest or by using obscene language. Collectors may not use false or misleading statements or call you at work if they know or have reason to know that you may not receive personal calls at work. For the most part, collectors may not tell another person, other than your attorney or spouse, about your debt. Collectors may contact another person to confirm your location or enforce a judgment. For more information about debt collection activities, you may contact the Federal Trade Commission at 1-877-FTC-HELP or www.ftc.gov.',
    confirmed: true,
    source: secondary('Cal. Civ. Code 1812.700', readOn),
  },
  {
    id: 'dc.documentation',
    states: ['DC'],
    title: 'District of Columbia: right to information, first letter on charged-off debt',
    binds: 'anyone',
    where: 'first_letter_charged_off',
    style: 'Bold, at least 12 point, in English and Spanish or the language of the contract.',
    text: '(a) If your debt has not been reduced to a judgment by a court, you have the right to request the following information concerning your debt: (1) The name of the original creditor, and the name of any other owners of your debt, including the current owner; (2) Your last account number with the original creditor; (3) A copy of the signed contract, application, or other documents which show your obligations; (4) The date your debt was incurred; (5) The date of your last payment, if applicable; and (6) An itemized accounting of the alleged debt, including the amount of any principal interest, fees, or charges, and whether the charges were imposed by the original creditor, a debt collector, or other owner of the debt. For credit card or revolving credit accounts, the itemized accounting is measured from the charge-off balance. If your debt has been reduced to a judgment by a court, you have a right to a copy of the judgment, documentation establishing that the debt collector is the owner of the judgment, and an itemized accounting of the current balance due on the judgment. You may request the above information by contacting us by phone, mail, or email at the following: Address: {address} Phone: {phone} E-mail Address: {email}',
    confirmed: true,
    source: text('D.C. Code 28-3814', readOn),
  },
  {
    id: 'dc.exempt-income',
    states: ['DC'],
    title: 'District of Columbia: protected income, after the notice above and in every plan or settlement',
    binds: 'anyone',
    where: 'plans_and_settlements',
    style: 'Bold, at least 12 point.',
    text: "You might have income or resources that are protected from being taken by debt collectors. These might include certain sources of income, funds, or property, including, but not limited to, Social Security, Supplemental Security Income (SSI), disability or unemployment benefits, veteran's benefits, or child support payments. If you believe your property or income may be protected, you may wish to seek legal advice, including at a legal services provider or legal aid office, before paying this debt.",
    confirmed: true,
    source: text('D.C. Code 28-3814', readOn),
  },
  {
    id: 'ma.work-calls',
    states: ['MA'],
    title: 'Massachusetts: notice about calls at work',
    binds: 'collectors',
    where: 'first_letter',
    style: '',
    text: 'NOTICE OF IMPORTANT RIGHTS You have the right to make a written or oral request that telephone calls regarding your debt not be made to you at your place of employment. Any such oral request will be valid for only ten days, unless you provide written confirmation of the request postmarked or delivered within seven days of such request. You may terminate this request by writing to the debt collector.',
    confirmed: true,
    source: secondary('209 CMR 18.16', readOn),
  },
  {
    id: 'ny.first-notice',
    states: ['NY'],
    title: 'New York: disclosures within five days of the first contact',
    binds: 'collectors',
    where: 'first_letter',
    style:
      'On charged-off debt also: the total at charge-off, interest since, other charges since, payments since.',
    text: 'Debt collectors are prohibited from engaging in abusive, deceptive, and unfair debt collection efforts, including but not limited to: the use or threat of violence; the use of obscene or profane language; and repeated phone calls made with the intent to annoy, abuse, or harass. If a creditor or debt collector receives a money judgment against you in court, state and federal laws may prevent the following types of income from being taken to pay the debt: Supplemental Security Income (SSI); Social Security; public assistance (welfare); spousal support, maintenance (alimony) or child support; unemployment benefits; disability benefits; workers’ compensation benefits; public or private pensions; veterans’ benefits; federal student loans, federal student grants, and federal work study funds; and ninety percent of your wages or salary earned in the last sixty days.',
    confirmed: false,
    source: known('23 NYCRR 1.2', readOn, 'Compare the words with the regulation before use.'),
  },
  {
    id: 'co.first-letter',
    states: ['CO'],
    title: 'Colorado: the Attorney General’s site and the office’s number in the state',
    binds: 'collectors',
    where: 'first_letter',
    style: '',
    text: null,
    confirmed: false,
    source: unverified('C.R.S. 5-16-105', readOn),
  },
];

/** States that want a licence number or a line of the office on letters; the office supplies the exact text. */
export const letterLines: readonly {
  readonly state: StateCode | 'NYC';
  readonly words: string;
  readonly source: Source;
}[] = [
  {
    state: 'CA',
    words: 'License number, also in electronic contacts',
    source: unverified('Cal. Civ. Code 1788.11', readOn),
  },
  {
    state: 'CO',
    words: 'Line of the office on letters',
    source: unverified('Colorado, letter lines', readOn),
  },
  { state: 'ID', words: 'Line of the office on letters', source: unverified('Idaho, letter lines', readOn) },
  { state: 'ME', words: 'Hours of the office', source: unverified('Maine, letter lines', readOn) },
  {
    state: 'MN',
    words: 'Line of the office on letters',
    source: unverified('Minnesota, letter lines', readOn),
  },
  { state: 'NC', words: 'Permit number', source: unverified('North Carolina, letter lines', readOn) },
  { state: 'NV', words: 'Line of the office on letters', source: unverified('Nevada, letter lines', readOn) },
  {
    state: 'NYC',
    words: 'License number, named contact, call-back line, language access',
    source: unverified('New York City, letter lines', readOn),
  },
  {
    state: 'TN',
    words: 'Line of the office on letters',
    source: unverified('Tennessee, letter lines', readOn),
  },
  { state: 'WA', words: 'Licensed name and address', source: unverified('Washington, letter lines', readOn) },
  {
    state: 'WI',
    words: 'Line of the office on letters',
    source: unverified('Wisconsin, letter lines', readOn),
  },
];

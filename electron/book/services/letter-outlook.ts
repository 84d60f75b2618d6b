/**
 * Whether a letter nobody looks at one by one may go out: the letter is in use, something is owed, the post can deliver it, the same
 * has not just gone, and the rules allow it. Asked when a strategy comes to a letter, when the letters that wait are listed, and once
 * more when each is printed.
 */
import { addDays, type Day, dayOfInstant } from '../../../shared/domain/days.ts';
import { sameLetterDays } from '../../../shared/domain/strategy.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { partyOfLetter, purposeOfLetter } from '../../../shared/templates/letter-purpose.ts';
import { fitAddress } from '../../../shared/templates/letters/address-lines.ts';
import { sentenceOf } from '../../../shared/text/faults.ts';
import type { QueryContext } from '../context.ts';
import { findDebtor } from '../store/queries/debtors.ts';
import type { LawCase } from '../store/queries/law-facts.ts';
import { findLastPrinted } from '../store/queries/print-queue.ts';
import { findSheetSetup } from '../store/queries/print-setup.ts';
import { findLetterByCode } from '../store/queries/strategies.ts';
import { makeOutlook } from './gate.ts';
import { plainAct } from './law-facts.ts';
import { makeLetterFit } from './letter-facts.ts';
import { findLetterAddress, noLetterAddress } from './letter-parties.ts';
import { type LetterTemplate, readTemplate } from './letter-template.ts';

export type LetterOutlook =
  | { readonly mayGo: true }
  | {
      readonly mayGo: false;
      /** In one or two plain sentences. */
      readonly why: string;
      /** The first day it may go by time alone; `null` when somebody has to do something first. */
      readonly clearsOn: Day | null;
    };

const no = (why: string, clearsOn: Day | null = null): LetterOutlook => ({ mayGo: false, why, clearsOn });

export type AskLetter = (found: LawCase, templateCode: string) => LetterOutlook;

/** Asks for many accounts in turn. */
export function makeLetterOutlook(context: QueryContext): AskLetter {
  const { store, zone, today } = context;
  const outlook = makeOutlook(context);
  const codes = new Map<string, LetterTemplate | null>();
  const sheet = findSheetSetup(store);
  const templateOf = (code: string): LetterTemplate | null => {
    const known = codes.get(code);
    if (known !== undefined) return known;
    const used = findLetterByCode(store, code);
    const template = used && readTemplate(store, used.templateId);
    codes.set(code, template);
    return template;
  };
  return (found, templateCode) => {
    const template = templateOf(templateCode);
    if (!template) return no('This letter is not in use any more.');
    const { about, needs } = template;
    const { accountId, balanceCents, closed } = found.debt;
    const evenPaid = about.whenPaid || about.to === 'client';
    if (closed && !evenPaid) return no('The account is closed.');
    if (balanceCents <= 0 && !evenPaid) return no('Nothing is owed.');
    const debtor = findDebtor(store, found.person.debtorId);
    if (!debtor) return no('There is no address the post can deliver to.');
    let addressId: number | null = null;
    if (about.to === 'debtor') {
      const address = findLetterAddress(store, debtor);
      if (!address) return no(whyNoAddress(noLetterAddress(store, debtor)));
      if (!fitAddress(debtor.name, address, sheet).ok)
        return no('The address does not fit the window of the envelope.');
      addressId = address.addressId;
    }
    // Most letters ask nothing of the account but that something is owed: those are not looked into further.
    if (asksMore(template)) {
      const fit = makeLetterFit(context, accountId);
      const fault = fit.ok ? fit.value.whyNot(about, needs) : fit.error;
      if (fault) return no(sentenceOf(fault).what);
    }
    const lastAt = findLastPrinted(store, accountId, templateCode);
    if (lastAt !== null) {
      const clearsOn = addDays(dayOfInstant(lastAt, zone), sameLetterDays);
      if (clearsOn > today) return no('The same letter went out less than a week ago.', clearsOn);
    }
    const asked = outlook(
      found,
      plainAct({
        channel: 'letter',
        addressId,
        to: partyOfLetter(about.to),
        purpose: purposeOfLetter(about),
      }),
    );
    if (asked.lawful) return { mayGo: true };
    return no(asked.text, asked.opensAt === null ? null : dayOfInstant(asked.opensAt, zone));
  };
}

/** It is for some offices, debtors or states only, goes to somebody else, or speaks of what an account may not have. */
function asksMore({ about, needs }: LetterTemplate): boolean {
  return (
    about.to !== 'debtor' ||
    about.debtor !== 'any' ||
    about.roles.length + about.states.length + about.needs.length + needs.length > 0
  );
}

function whyNoAddress({ code, params }: Fault): string {
  return code === 'letter.address_bad' && typeof params?.why === 'string'
    ? `The post cannot deliver to the address on file. ${params.why}`
    : 'There is no address the post can deliver to.';
}

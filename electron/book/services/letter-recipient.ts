/**
 * Whom a letter goes to and where: the debtor, the lawyer who stands for them, whoever acts for their estate, or the client. What
 * is known of a lawyer or a representative stands with the event that named them, its address on one line.
 */
import type { PostalAddress } from '../../../shared/domain/address.ts';
import type { ContactParty } from '../../../shared/domain/law.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { canBeMailed } from '../../../shared/rules/mail/address-problems.ts';
import type { LetterData } from '../../../shared/templates/letter-data.ts';
import { fitAddress } from '../../../shared/templates/letters/address-lines.ts';
import { findClientContact } from '../store/queries/client-contacts.ts';
import { findSheetSetup } from '../store/queries/print-setup.ts';
import { eventInQuestion } from './letter-events.ts';
import { noLetterAddress, readAddressLines } from './letter-parties.ts';
import type { LetterSubject } from './letter-subject.ts';

export type Recipient = LetterData['recipient'] & {
  /** As the rules know who it is. */
  readonly party: ContactParty;
  /** Of the debtor; `null` for a letter to somebody else. */
  readonly addressId: number | null;
};

/**
 * Returns `letter.no_address`, `letter.address_bad`, `letter.address_too_long`, `letter.no_attorney_address`, `letter.no_client_address`. A letter whose
 * need is missing is refused before.
 */
export function recipientOf(subject: LetterSubject): Result<Recipient> {
  const { parties, about, context, address } = subject;
  const setup = findSheetSetup(context.store);
  switch (about.to) {
    case 'debtor': {
      const { name } = parties.debtor;
      if (!address) return { ok: false, error: noLetterAddress(context.store, parties.debtor) };
      const { addressId } = address;
      const lines = readAddressLines(context.store, parties.debtor);
      if (!lines.ok) return lines;
      return ok({ name, greeting: name, addressLines: lines.value ?? [], party: 'debtor', addressId });
    }
    case 'attorney': {
      const {
        name = '',
        firm = '',
        address: typed = '',
      } = eventInQuestion(subject, 'attorney')?.detail ?? {};
      const called = name || firm;
      const place = placeOf(typed);
      if (!place) return fail('letter.no_attorney_address', { name: called || 'the lawyer' });
      const lines = fitAddress(called, under(firm === called ? '' : firm, place), setup);
      if (!lines.ok) return lines;
      const greeting = called || 'Counsel';
      return ok({ name: called, greeting, addressLines: lines.value, party: 'attorney', addressId: null });
    }
    case 'representative': {
      const { name = '', address: typed = '' } = eventInQuestion(subject, 'deceased')?.detail ?? {};
      const estate = `Estate of ${parties.debtor.name}`;
      const called = name || `Personal representative, ${estate}`;
      // Without an address of their own, the last one of the debtor: the estate's mail is looked after there.
      const place = placeOf(typed) ?? address;
      if (!place) return fail('letter.no_address', { name: called });
      const lines = fitAddress(called, name === '' ? place : under(estate, place), setup);
      if (!lines.ok) return lines;
      const greeting = name || 'Personal representative';
      return ok({
        name: called,
        greeting,
        addressLines: lines.value,
        party: 'representative',
        addressId: null,
      });
    }
    case 'client': {
      const { clientName } = parties.account;
      const contact = findClientContact(context.store, parties.record.clientId);
      if (!contact) return fail('letter.no_client_address', { name: clientName });
      const lines = fitAddress(clientName, under(contact.attention, contact), setup);
      if (!lines.ok) return lines;
      const greeting = contact.attention || clientName;
      return ok({
        name: clientName,
        greeting,
        addressLines: lines.value,
        party: 'creditor',
        addressId: null,
      });
    }
  }
}

/** A line between the name and the street. */
function under(line: string, place: PostalAddress): PostalAddress {
  if (line.trim() === '') return place;
  const street = [place.line1, place.line2].filter((part) => part.trim() !== '').join(', ');
  return { ...place, line1: line, line2: street };
}

/** `Lena Voss, 12 Court Street, Suite 3, Austin TX 78701`: the last part is the town, what stands before it the street. */
function placeOf(typed: string): PostalAddress | null {
  const parts = typed
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const code = /^(?:(.*?)\s+)?([A-Za-z]{2})\.?\s+(\d{5}(?:-\d{4})?)$/.exec(last);
  if (!code) return null;
  const [, town = '', region = '', postalCode = ''] = code;
  const before = parts.slice(0, -1);
  // `Austin, TX 78701`: the town is a part of its own.
  const city = town === '' ? (before.pop() ?? '') : town;
  const [line1 = '', ...more] = before;
  if (line1 === '' || city === '') return null;
  const place = {
    line1,
    line2: more.join(', '),
    city,
    region: region.toUpperCase(),
    postalCode,
    country: '',
  };
  return canBeMailed(place) ? place : null;
}

/** What an event is limited to, in words; its name and particulars stand in `shared/templates/event-words.ts`. */
import type { DebtorFacts } from '../../../../shared/contract/accounts.ts';
import type { LegalEventRow } from '../../../../shared/contract/law.ts';
import { contactChannelWords } from '../../../../shared/text/labels.ts';

/** What it is limited to, such as `Text message, (512) 555-0144`; empty when it is about everything. */
export function scopeWords({ scope }: Pick<LegalEventRow, 'scope'>, debtor: DebtorFacts): string {
  const phone = debtor.phones.find(({ phoneId }) => phoneId === scope.phoneId);
  const email = debtor.emails.find(({ emailId }) => emailId === scope.emailId);
  const address = debtor.addresses.find(({ addressId }) => addressId === scope.addressId);
  return [
    scope.channel === null ? '' : contactChannelWords[scope.channel],
    phone?.display ?? (scope.phoneId === null ? '' : 'one number'),
    email?.address ?? (scope.emailId === null ? '' : 'one e-mail address'),
    address?.line1 ?? (scope.addressId === null ? '' : 'one address'),
    scope.place === null ? '' : scope.place === 'home' ? 'at home' : 'at work',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

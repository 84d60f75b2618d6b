/** Which form of the law stands open, wherever it was asked for: “Why not now”, the events, the legal facts. */
import type { LegalEventKind } from '../../../../shared/domain/law.ts';
import type { FactRef } from '../../../../shared/rules/verdict.ts';
import type { KnownName } from './fact-words.ts';

export type LawForm =
  | { readonly form: 'fact'; readonly known: KnownName }
  | { readonly form: 'record'; readonly kind: LegalEventKind | null }
  | { readonly form: 'event' | 'end-event' | 'withdraw-event'; readonly eventId: number }
  | { readonly form: 'phone' | 'email' | 'address'; readonly id: number }
  | { readonly form: 'notice' }
  | { readonly form: 'add-phone' | 'add-email' | 'add-address' | 'rename' };

/** Where a fact is corrected: in a form, in Settings, or on the account’s screen itself; `null` where nothing may change it. */
export type Correction =
  | { readonly at: 'form'; readonly form: LawForm; readonly verb: string }
  | { readonly at: 'settings'; readonly verb: string }
  | { readonly at: 'screen'; readonly verb: string }
  | null;

export function correctionOf(ref: FactRef | null): Correction {
  if (ref === null) return null;
  switch (ref.kind) {
    case 'office':
      return { at: 'settings', verb: 'Office profile…' };
    case 'licence':
      return { at: 'settings', verb: 'Licenses…' };
    case 'account':
      return { at: 'screen', verb: 'Show on the account' };
    case 'person':
      return { at: 'form', form: { form: 'rename' }, verb: 'Correct…' };
    case 'debt_fact':
      return {
        at: 'form',
        form: { form: 'fact', known: { of: 'debt', name: ref.name } },
        verb: 'Correct…',
      };
    case 'person_fact':
      return {
        at: 'form',
        form: { form: 'fact', known: { of: 'person', name: ref.name } },
        verb: 'Correct…',
      };
    case 'event':
      return { at: 'form', form: { form: 'event', eventId: ref.id }, verb: 'Look at it…' };
    case 'contact':
      // What took place is never changed; a consent or a wish recorded beside it may change what it means.
      return { at: 'screen', verb: 'Show in the timeline' };
    case 'phone':
    case 'email':
    case 'address':
      return { at: 'form', form: { form: ref.kind, id: ref.id }, verb: 'Correct…' };
  }
}

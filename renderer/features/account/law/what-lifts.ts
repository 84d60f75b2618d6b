/** Which event, once it has happened, lifts what a rule objects to: the form to record it stands beside the objection. */
import type { LegalEventKind } from '../../../../shared/domain/law.ts';

const lifts: Readonly<Record<string, LegalEventKind>> = {
  'reg-f.third-party': 'consent',
  'reg-f.email.procedure': 'consent',
  'reg-f.email.employer': 'consent',
  'reg-f.text.procedure': 'consent',
  'reg-f.electronic.esign': 'consent',
  'tcpa.automatic': 'consent',
  'ny.email': 'consent',
  'nyc.electronic': 'consent',
  'dc.electronic': 'consent',
  'dc.papers-held': 'documentation_notice',
  'dc.documents': 'verification_sent',
  'ny.substantiation': 'verification_sent',
  'nv.medical-notice': 'medical_notice',
};

/** The event that would lift it, or `null` where none does by itself. */
export function whatLifts(ruleId: string): LegalEventKind | null {
  return Object.hasOwn(lifts, ruleId) ? (lifts[ruleId] ?? null) : null;
}

/** Rules that have such an event. */
export const liftedRules: readonly string[] = Object.keys(lifts);

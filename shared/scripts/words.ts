/** Scripts by name: situations, audiences, stages and languages as the window says them. */
import type { ScriptAudience, ScriptLanguage, ScriptSituation, ScriptStage } from './script.ts';

export const scriptSituationWords: Readonly<Record<ScriptSituation, string>> = {
  first_call: 'First call',
  promise_due: 'Reminder of a due promise',
  promise_broken: 'Broken promise',
  hardship: 'Hardship',
  dispute: 'Dispute',
  already_paid: '“I already paid”',
  prove_it: '“Prove it”',
  talk_to_my_lawyer: '“Talk to my lawyer”',
  refusal: 'Refusal',
  settlement_offer: 'Settlement offer',
  plan_renegotiation: 'Plan renegotiation',
  post_dated_payment: 'Payment by post-dated check',
  inbound_call: 'Inbound call',
  voicemail: 'Voicemail',
  third_party: 'Third party',
  closing: 'Closing',
};

export const scriptAudienceWords: Readonly<Record<ScriptAudience, string>> = {
  third_party: 'Collector for others',
  medical: 'Medical office',
  law_office: 'Law office',
  commercial: 'Commercial debt',
};

export const scriptStageWords: Readonly<Record<ScriptStage, string>> = {
  opening: 'Opening',
  right_party: 'Right-party check',
  disclosure: 'Disclosure',
  matter: 'The matter',
  location: 'Location call',
  voicemail: 'Voicemail',
  closing: 'Closing',
};

export const scriptLanguageWords: Readonly<Record<ScriptLanguage, string>> = {
  en: 'English',
  es: 'Spanish',
};

import type { ContactRule } from '../../rule.ts';
import { contactMarkedRule } from './contact-marked.ts';
import { disclosedBeforeRule } from './disclosed-before.ts';
import { employerEmailRule } from './email-employer.ts';
import { emailProcedureRule } from './email-procedure.ts';
import { esignConsentRule } from './esign-consent.ts';
import { addressOptOutRule } from './opt-out-address.ts';
import { mediumOptOutRule } from './opt-out-medium.ts';
import { socialNameRule } from './social-name.ts';
import { publicMessageRule } from './social-public.ts';
import { automaticCallsRule } from './tcpa-automatic.ts';
import { landlineVoiceRule } from './tcpa-landline.ts';
import { textProcedureRule } from './text-procedure.ts';
import { wrongNumberRule } from './wrong-number.ts';

export const electronicRules: readonly ContactRule[] = [
  mediumOptOutRule,
  addressOptOutRule,
  contactMarkedRule,
  wrongNumberRule,
  emailProcedureRule,
  employerEmailRule,
  disclosedBeforeRule,
  textProcedureRule,
  publicMessageRule,
  socialNameRule,
  esignConsentRule,
  automaticCallsRule,
  landlineVoiceRule,
];

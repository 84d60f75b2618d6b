import type { ContactRule } from '../../rule.ts';
import { caCommercialRule } from './ca-commercial.ts';
import { caLicenceNumberRule } from './ca-licence-number.ts';
import { coMedicalRule } from './co-medical.ts';
import { dcAfterCallRule } from './dc-after-call.ts';
import { dcDeceasedRule } from './dc-deceased.ts';
import { dcDisclosureRule } from './dc-disclosure.ts';
import { dcDocumentsRule } from './dc-documents.ts';
import { dcElectronicRule } from './dc-electronic.ts';
import { dcFourInSevenRule } from './dc-four-in-seven.ts';
import { dcHoursRule } from './dc-hours.ts';
import { dcPapersRule } from './dc-papers.ts';
import { dcVisitsRule } from './dc-visits.ts';
import { deInsuranceAppealRule } from './de-insurance-appeal.ts';
import { dePaymentPlanRule } from './de-payment-plan.ts';
import { flAssignmentRule } from './fl-assignment.ts';
import { flHoursRule } from './fl-hours.ts';
import { iaEmployerRule } from './ia-employer.ts';
import { maHoursRule } from './ma-hours.ts';
import { maHouseholdRule } from './ma-household.ts';
import { maTwoInSevenRule } from './ma-two-in-seven.ts';
import { maVisitsRule } from './ma-visits.ts';
import { maWorkRule } from './ma-work.ts';
import { nhWorkRule } from './nh-work.ts';
import { nmMedicalRule } from './nm-medical.ts';
import { nvMedicalRule } from './nv-medical.ts';
import { nyEmailRule } from './ny-email.ts';
import { nySubstantiationRule } from './ny-substantiation.ts';
import { nycElectronicRule } from './nyc-electronic.ts';
import { nycThreeInSevenRule } from './nyc-three-in-seven.ts';
import { orWorkRule } from './or-work.ts';
import { residenceRule } from './residence.ts';
import { scHoursRule } from './sc-hours.ts';
import { scWorkRule } from './sc-work.ts';
import { waAssignmentRule } from './wa-assignment.ts';
import { waFirstNoticeRule } from './wa-first-notice.ts';
import { waHoursRule } from './wa-hours.ts';
import { waMobileRule } from './wa-mobile.ts';
import { waStatementRule } from './wa-statement.ts';
import { waThreeAWeekRule } from './wa-three-a-week.ts';
import { waWorkRule } from './wa-work.ts';
import { wvAttorneyRule } from './wv-attorney.ts';
import { wvHoursRule } from './wv-hours.ts';
import { wvThirtyAndTenRule } from './wv-thirty-and-ten.ts';

export const stateRules: readonly ContactRule[] = [
  caCommercialRule,
  caLicenceNumberRule,
  coMedicalRule,
  dcAfterCallRule,
  dcDeceasedRule,
  dcDisclosureRule,
  dcDocumentsRule,
  dcElectronicRule,
  dcFourInSevenRule,
  dcHoursRule,
  dcPapersRule,
  dcVisitsRule,
  deInsuranceAppealRule,
  dePaymentPlanRule,
  flAssignmentRule,
  flHoursRule,
  iaEmployerRule,
  maHoursRule,
  maHouseholdRule,
  maTwoInSevenRule,
  maVisitsRule,
  maWorkRule,
  nhWorkRule,
  nmMedicalRule,
  nvMedicalRule,
  nyEmailRule,
  nySubstantiationRule,
  nycElectronicRule,
  nycThreeInSevenRule,
  orWorkRule,
  residenceRule,
  scHoursRule,
  scWorkRule,
  waAssignmentRule,
  waFirstNoticeRule,
  waHoursRule,
  waMobileRule,
  waStatementRule,
  waThreeAWeekRule,
  waWorkRule,
  wvAttorneyRule,
  wvHoursRule,
  wvThirtyAndTenRule,
];

/** A charitable hospital’s bill: no suit is threatened before one may be brought (26 CFR 1.501(r)-6; 15 U.S.C. 1692e(5)). */
import { extraordinaryClockOf, extraordinarySource } from '../../medical/extraordinary.ts';
import { contactRule, pass } from '../../rule.ts';
import { always } from '../stopping/scopes.ts';
import { startOfDayIn } from './limitation-at.ts';

export const hospitalThreatRule = contactRule<null>({
  id: 'us.hospital.wait',
  code: 'ECA_501R_WAIT',
  step: 'content',
  title: 'No suit is threatened before a hospital may bring one',
  subject: 'medical debt',
  jurisdiction: 'US',
  force: 'prohibition',
  source: extraordinarySource,
  scope: { roles: 'anyone', debts: 'consumer', states: 'all', channels: 'all', directions: 'out' },
  values: always,
  timed: true,
  check({ facts, at, view }) {
    const { act, debt } = facts;
    if (debt.type !== 'medical') return pass;
    if (act.content.threatensSuit !== true && act.purpose !== 'legal_process') return pass;
    const clock = extraordinaryClockOf(view, view.officeDay(at));
    if (clock.state === 'not_bound' || clock.state === 'open') return pass;
    // The notice that names the action has to say what may follow; it is not a threat before its time.
    if (clock.state === 'notice_wanted' && act.purpose === 'remedy_notice') return pass;
    return {
      result: clock.state === 'unknown' ? 'undetermined' : 'block',
      text: () => clock.text,
      facts: () => [
        {
          name: 'Hospital under section 501(r)',
          value: debt.known.hospital_501r?.value ?? 'Not stated',
          source: debt.known.hospital_501r?.source ?? '',
          ref: { kind: 'debt_fact', name: 'hospital_501r' },
        },
        {
          name: 'First bill after discharge',
          value: clock.firstBillOn ?? 'Not stated',
          source: debt.known.first_bill_on?.source ?? '',
          ref: { kind: 'debt_fact', name: 'first_bill_on' },
        },
      ],
      clears:
        clock.state === 'wait' && clock.opensOn !== null
          ? { at: startOfDayIn(view, clock.opensOn) }
          : {
              waitsFor:
                clock.state === 'unknown'
                  ? 'the bill’s facts to be filled in'
                  : 'what the hospital still owes the patient',
            },
    };
  },
});

/** The office’s own policy as it is typed, and what it means. An empty field lays nothing down. */
import { z } from 'zod';
import type { OfficeProfile } from '../../../shared/contract/law.ts';
import { noHousePolicy, officeRoles, stateCodes } from '../../../shared/domain/law.ts';

export const profileFields = z.strictObject({
  role: z.enum(['', ...officeRoles]),
  state: z.enum(['', ...stateCodes]),
  keepsRegulationF: z.boolean(),
  honorsOralCease: z.boolean(),
  calls: z.string().max(10),
  contacts: z.string().max(10),
  earliest: z.string().max(20),
  latest: z.string().max(20),
  daysOff: z.array(z.int().min(1).max(7)),
  holidaysOff: z.boolean(),
});
export type ProfileFields = z.output<typeof profileFields>;

/** `9:30 AM` of minutes from midnight. */
export function timeOf(minute: number): string {
  const hour = Math.floor(minute / 60) % 24;
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${shown}:${String(minute % 60).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** Minutes from midnight of `9`, `9:30`, `9 am`, `17:00`, `5:30 PM`; `null` for anything else. */
export function minuteOf(typed: string): number | null {
  const parts = /^(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?$/i.exec(typed.trim());
  if (!parts) return null;
  const [, hours = '', minutes = '0', half] = parts;
  const hour = Number(hours);
  const minute = Number(minutes);
  if (minute > 59) return null;
  if (half === undefined) return hour <= 23 ? hour * 60 + minute : null;
  if (hour < 1 || hour > 12) return null;
  return ((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + minute;
}

export function fieldsOfProfile(profile: OfficeProfile | null): ProfileFields {
  const house = profile?.house ?? noHousePolicy;
  const number = (value: number | null) => (value === null ? '' : String(value));
  const time = (value: number | null) => (value === null ? '' : timeOf(value));
  return {
    role: profile?.role ?? '',
    state: profile?.state ?? '',
    keepsRegulationF: house.keepsRegulationF,
    honorsOralCease: house.honorsOralCease,
    calls: number(house.callsInSevenDays),
    contacts: number(house.contactsInSevenDays),
    earliest: time(house.earliest),
    latest: time(house.latest),
    daysOff: [...house.daysOff],
    holidaysOff: house.holidaysOff,
  };
}

/** What to set, or at each field what is wrong. */
export const profileSchema = profileFields.transform((fields, context): OfficeProfile => {
  const refuse = (path: keyof ProfileFields, message: string): null => {
    context.addIssue({ code: 'custom', path: [path], message });
    return null;
  };
  const whole = (path: 'calls' | 'contacts'): number | null => {
    const typed = fields[path].trim();
    if (typed === '') return null;
    const number = /^\d{1,3}$/.test(typed) ? Number(typed) : -1;
    return number >= 0 && number <= 100
      ? number
      : refuse(path, 'Type a whole number from 0 to 100, or leave it empty.');
  };
  const time = (path: 'earliest' | 'latest'): number | null => {
    if (fields[path].trim() === '') return null;
    return minuteOf(fields[path]) ?? refuse(path, 'Type a time such as 9:00 AM, or leave it empty.');
  };
  if (fields.role === '') refuse('role', 'Choose what kind of office this is.');
  const earliest = time('earliest');
  const latest = time('latest');
  if (earliest !== null && latest !== null && latest <= earliest) {
    refuse('latest', 'The last hour must come after the first.');
  }
  return {
    role: fields.role === '' ? 'third_party_collector' : fields.role,
    state: fields.state === '' ? null : fields.state,
    house: {
      keepsRegulationF: fields.keepsRegulationF,
      honorsOralCease: fields.honorsOralCease,
      callsInSevenDays: whole('calls'),
      contactsInSevenDays: whole('contacts'),
      earliest,
      latest,
      daysOff: [...fields.daysOff].sort(),
      holidaysOff: fields.holidaysOff,
    },
  };
});

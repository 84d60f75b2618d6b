/** Who the office is in the eyes of the law: its role, its own policy, its licences, and which states ask for one. */
import { type OfficeProfile, officeProfile } from '../../../shared/contract/law.ts';
import { isStateCode, type StateCode, stateCodes } from '../../../shared/domain/law.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { StateLaw } from '../../../shared/rules/states/state-laws.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { countWaiting } from '../store/queries/clocks.ts';
import {
  countAccountsByRegion,
  endLicenceOf,
  findProfile,
  insertLicence,
  insertProfile,
  listLicences,
} from '../store/queries/office-law.ts';
import type { Store } from '../store/store.ts';
import { lawInForce } from './law-facts.ts';

/** What the office says of itself; `null` until it did. */
export function readProfile(store: Store): OfficeProfile | null {
  const row = findProfile(store);
  return row === null ? null : officeProfile.parse(JSON.parse(row.profile));
}

const need = (law: StateLaw | undefined) => law?.licence?.need ?? 'unknown';
const needWords = (law: StateLaw | undefined) =>
  law?.licence?.words ?? 'Nothing is known of what this state asks for';
const needCite = (law: StateLaw | undefined) => law?.licence?.source?.cite ?? '';

/** Open accounts by state, the regions of addresses read as codes or names. */
function accountsByState(store: Store, names: ReadonlyMap<string, StateCode>): Map<StateCode, number> {
  const counts = new Map<StateCode, number>();
  for (const { region, accounts } of countAccountsByRegion(store)) {
    const state = isStateCode(region) ? region : names.get(region);
    if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + accounts);
  }
  return counts;
}

export const readOfficeLaw: QueryHandler<'law.profile'> = ({ store, now }) => {
  const row = findProfile(store);
  const { states } = lawInForce(store);
  const licences = listLicences(store);
  const names = new Map(stateCodes.map((code) => [states[code].name.toUpperCase(), code]));
  const counts = accountsByState(store, names);
  return ok({
    profile: readProfile(store),
    madeAt: row?.madeAt ?? null,
    author: row?.author ?? '',
    licences: licences.map((licence) => ({
      ...licence,
      need: needWords(states[licence.state]),
      needSource: needCite(states[licence.state]),
    })),
    states: [...counts]
      .sort(([a, some], [b, others]) => others - some || a.localeCompare(b))
      .map(([state, accounts]) => ({
        state,
        accounts,
        need: need(states[state]),
        words: needWords(states[state]),
        cite: needCite(states[state]),
        licensed: licences.some((licence) => licence.state === state),
      })),
    waiting: countWaiting(store, now),
  });
};

export const setProfile: CommandHandler<'law.setProfile'> = (context, profile) => {
  insertProfile(context.store, {
    profile: JSON.stringify(profile),
    madeAt: context.now,
    author: context.author,
  });
  context.changed('law');
  return ok({});
};

/** A new row of a state replaces the one before; that stays to be seen. */
export const setLicence: CommandHandler<'law.setLicence'> = ({ store, now, author, changed }, licence) => {
  endLicenceOf(store, licence.state, now);
  insertLicence(store, { ...licence, madeAt: now, author });
  changed('law');
  return ok({});
};

export const endLicence: CommandHandler<'law.endLicence'> = ({ store, now, changed }, { state }) => {
  if (!endLicenceOf(store, state, now)) return fail('licence.not_found');
  changed('law');
  return ok({});
};

/** What a call on an account needs of scripts: those in use for it, the one to begin with and why, cards, facts, the voicemail message. */
import { officeProfile } from '../../../shared/contract/law.ts';
import { contactOutcomes } from '../../../shared/domain/contact.ts';
import { ok } from '../../../shared/errors/result.ts';
import { audienceOf, type OfferedScript, pickScript } from '../../../shared/scripts/pick.ts';
import { type ScriptLanguage, scriptSituations } from '../../../shared/scripts/script.ts';
import { suggest } from '../../../shared/scripts/suggest.ts';
import type { QueryContext, QueryHandler } from '../context.ts';
import { findSummary } from '../store/queries/account-list.ts';
import { listHolds } from '../store/queries/accounts.ts';
import { personFactsOf } from '../store/queries/known-facts.ts';
import { findProfile } from '../store/queries/office-law.ts';
import { hasSpokenWithDebtor } from '../store/queries/scripts.ts';
import type { Store } from '../store/store.ts';
import { type CallMatter, readMatter, scriptFactsOf } from './script-facts.ts';
import { readLibrary } from './script-library.ts';
import { voicemailMessage } from './spoken.ts';

function roleOf(store: Store) {
  const row = findProfile(store);
  const profile = row && officeProfile.safeParse(JSON.parse(row.profile));
  return profile?.success ? profile.data.role : null;
}

/** A language is typed freely: `Spanish`, `español`, `es`. */
function languageOf(store: Store, debtorId: number): ScriptLanguage {
  const said = personFactsOf(store, debtorId).language?.value ?? '';
  return /^\s*(?:es\b|spanish|espa[nñ]ol|castellano)/i.test(said) ? 'es' : 'en';
}

function suggestFor(context: QueryContext, matter: CallMatter, direction: 'in' | 'out') {
  const { store, today } = context;
  const { accountId } = matter.account;
  const last = findSummary(store, accountId)?.lastContactOutcome;
  const holds = listHolds(store, accountId, today);
  return suggest({
    today,
    direction,
    disputed: holds.some(({ kind }) => kind === 'dispute'),
    attorney: holds.some(({ kind }) => kind === 'attorney'),
    promise: matter.promise,
    plan: matter.plan,
    settlement: matter.settlement,
    spoken: hasSpokenWithDebtor(store, accountId),
    lastOutcome: contactOutcomes.find((one) => one === last) ?? null,
  });
}

export const readScriptsForCall: QueryHandler<'scripts.forCall'> = (context, { accountId, direction }) => {
  const { store } = context;
  const read = readMatter(context, accountId);
  if (!read.ok) return read;
  const matter = read.value;
  const audience = audienceOf(roleOf(store), matter.view.isConsumerDebt);
  const language = languageOf(store, matter.account.debtorId);
  const library = readLibrary(store);
  const offered = [...library.scripts.values()].flatMap(({ inForce }): OfferedScript[] =>
    inForce?.body.audiences.includes(audience)
      ? [{ origin: inForce.origin, version: inForce.version, script: inForce.body }]
      : [],
  );
  const place = ({ script }: OfferedScript): number =>
    (script.language === language ? 0 : 100) + scriptSituations.indexOf(script.situation);
  const { situation, why } = suggestFor(context, matter, direction);
  const chosen = situation && pickScript(offered, situation, audience, language);
  return ok({
    audience,
    language,
    scripts: offered.sort((a, b) => place(a) - place(b) || a.script.name.localeCompare(b.script.name)),
    suggested: { code: chosen?.script.code ?? null, why },
    cards: [...library.cards.values()].flatMap(({ inForce }) =>
      inForce?.body.audiences.includes(audience) ? [inForce.body] : [],
    ),
    facts: scriptFactsOf(context, matter),
    voicemail: voicemailMessage(context),
  });
};

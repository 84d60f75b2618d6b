/** Which script serves: whose words an office uses for a debt, and of several for one situation the one that counts. */
import type { OfficeRole } from '../domain/law.ts';
import type { Script, ScriptAudience, ScriptLanguage, ScriptSituation } from './script.ts';

/**
 * Whose words fit. A creditor of consumers speaks as a medical office does: for itself and with consideration; what is medical in
 * those scripts depends on the type of the debt. An office that has not said what it is speaks as one bound by most.
 */
export function audienceOf(role: OfficeRole | null, consumerDebt: boolean): ScriptAudience {
  if (!consumerDebt) return 'commercial';
  switch (role) {
    case 'law_office':
      return 'law_office';
    case 'medical_provider':
    case 'first_party_creditor':
      return 'medical';
    default:
      return 'third_party';
  }
}

export type OfferedScript = {
  readonly origin: 'shipped' | 'office';
  readonly version: number;
  readonly script: Script;
};

/** For one situation: in the language asked for, else English; the office’s own before a shipped one. `null` where there is none. */
export function pickScript<T extends OfferedScript>(
  offered: readonly T[],
  situation: ScriptSituation,
  audience: ScriptAudience,
  language: ScriptLanguage,
): T | null {
  const fitting = offered.filter(
    ({ script }) => script.situation === situation && script.audiences.includes(audience),
  );
  for (const wanted of language === 'en' ? (['en'] as const) : ([language, 'en'] as const)) {
    const spoken = fitting.filter(({ script }) => script.language === wanted);
    const chosen = spoken.find(({ origin }) => origin === 'office') ?? spoken[0];
    if (chosen) return chosen;
  }
  return null;
}

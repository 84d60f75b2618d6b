/** How the library says for whom a letter is and whether it is used, and what narrows it. */
import type { TemplateListRow } from '../../../../shared/contract/templates.ts';
import { stateNames } from '../../../../shared/domain/state-names.ts';
import type { LetterAbout } from '../../../../shared/templates/letter-about.ts';
import {
  letterNeedWords,
  letterRecipientWords,
  letterStageWords,
} from '../../../../shared/templates/letter-words.ts';
import { officeRoleWords } from '../../../../shared/text/labels.ts';
import type { TemplateView } from './template-view.ts';

/** In a few words, what is narrower than “anybody” first. */
export function whomOf(about: LetterAbout): string {
  const said = [
    about.to === 'debtor' ? '' : letterRecipientWords[about.to],
    about.debtor === 'consumer' ? 'Persons' : about.debtor === 'business' ? 'Businesses' : '',
    about.needs.length === 0 ? '' : `With ${about.needs.map((need) => letterNeedWords[need]).join(' and ')}`,
    about.states.length === 0
      ? ''
      : about.states.length > 4
        ? `${about.states.length} states`
        : about.states.map((state) => stateNames[state]).join(', '),
    about.roles.length === 0 || about.roles.length > 2
      ? ''
      : about.roles.map((role) => officeRoleWords[role]).join('; '),
    about.language === 'es' ? 'In Spanish' : '',
  ].filter((part) => part !== '');
  return said.length === 0 ? 'Any debtor' : said.join('. ');
}

export function stateOf(row: TemplateListRow): string {
  if (row.replacedBy) return `Yours, “${row.replacedBy.name}”, stands in for it`;
  if (row.retired) return 'Out of use';
  if (row.draft) return row.inForce === null ? 'Draft' : `Version ${row.inForce} in use; newer draft`;
  const own = row.origin === 'office' ? 'Yours, in use' : 'In use';
  return row.about.review === '' ? own : `${own}; to be read first`;
}

export function narrowTemplates(
  rows: readonly TemplateListRow[],
  view: TemplateView,
): readonly TemplateListRow[] {
  const words = view.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const shown =
      view.show === 'all' ||
      (view.show === 'used' && row.inForce !== null) ||
      (view.show === 'own' && row.origin === 'office') ||
      (view.show === 'drafts' && row.draft) ||
      (view.show === 'unused' && row.inForce === null && !row.draft);
    const text =
      `${row.name} ${row.description} ${letterStageWords[row.about.stage]} ${whomOf(row.about)}`.toLowerCase();
    return shown && words.every((word) => text.includes(word));
  });
}

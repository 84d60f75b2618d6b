/**
 * A contact history for the file or a court: what was done when, by whom and by what, what the rules said of each contact, and what was
 * written down, oldest first. The head of the table comes again on every page; a long note may run over several.
 */
import { spellDay, spellDayShort } from '../../domain/days.ts';
import { zoneWords } from '../../text/moment-words.ts';
import { html, type Markup, nothingMore, typed } from './markup.ts';
import type { ContactHistoryFacts, HistoryLine } from './paper-facts.ts';
import { type PaperSheet, subjectTable } from './paper-sheet.ts';

/** Longer texts may break over a page. */
const longCharacters = 900;

const style = `
.office { border: 0.8pt solid #000; padding: 3pt 6pt; margin: 0 0 8pt; font-size: 9pt; }
.figures .said-text { white-space: pre-wrap; overflow-wrap: anywhere; margin-top: 1.5pt; }
.figures .who { font-size: 8pt; color: #333; }
`;

export function contactHistoryPage(facts: ContactHistoryFacts): PaperSheet {
  const { parties, scope, accounts, fromOn, toOn, kinds, zone, lines } = facts;
  const body = html`<p class="office"><strong>Office copy.</strong> For the file of ${parties.sender.name} or a court; not for the post.</p>
${subjectTable(parties, [
  ['Period', `${spellDay(fromOn)} to ${spellDay(toOn)}`],
  ['Accounts', scope === 'debtor' ? typed(accounts.join(', ')) : 'This account only'],
  ['Includes', kinds.join(', ')],
  ['Entries', String(lines.length)],
])}
<table class="figures">
<colgroup><col style="width: 23mm"><col><col style="width: 43mm"></colgroup>
<thead><tr><th scope="col">When, who</th><th scope="col">What</th><th scope="col">What the rules said</th></tr></thead>
<tbody>${lines.map(lineRow)}</tbody>
</table>
<p class="small">Times are ${zoneWords(zone)} time. Notes and contacts are never changed once they are saved; what was added later
stands as an entry of its own. What the rules said is what they answered when the contact was recorded.</p>`;
  return { title: 'Contact history', parties, mailed: false, body, style };
}

function lineRow({ day, time, author, account, what, details, verdict, text }: HistoryLine): Markup {
  const long = text.length > longCharacters ? 'long' : '';
  return html`<tr class="${long}"><td class="day">${spellDayShort(day)}<br>${time}${
    author === '' ? nothingMore : html`<div class="who">${typed(author)}</div>`
  }</td><td><strong>${typed(what)}</strong>${
    account === '' ? nothingMore : html` <span class="who">account ${typed(account)}</span>`
  }${details.map((detail) => html`<div class="under">${typed(detail)}</div>`)}${
    text === '' ? nothingMore : html`<div class="said-text">${typed(text)}</div>`
  }</td><td>${typed(verdict)}</td></tr>`;
}

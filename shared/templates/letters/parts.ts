/** Passages that several letters share, named by a template as `{% render 'charges', … %}`. Memory only. */
import { docParts } from '../document/doc-parts.ts';

/** What is owed, charge by charge, with what was paid on each and a running total that ends at the amount due. */
const charges = `<table class="charges{% if charges.size <= 8 %} whole{% endif %}">
<colgroup><col style="width: 21mm"><col style="width: 21mm"><col><col style="width: 19.5mm"><col style="width: 19.5mm"><col style="width: 19.5mm"><col style="width: 23mm"></colgroup>
<thead><tr><th scope="col">Date</th><th scope="col">Due</th><th scope="col">For</th><th scope="col" class="sum">Charged</th><th scope="col" class="sum">Credited</th><th scope="col" class="sum">Still owed</th><th scope="col" class="sum">Running total</th></tr></thead>
<tbody>
{%- for charge in charges %}
<tr><td>{{ charge.date }}</td><td>{{ charge.due }}</td><td><bdi>{{ charge.description }}</bdi></td><td class="sum">{{ charge.charged }}</td><td class="sum">{{ charge.paid }}</td><td class="sum">{{ charge.open }}</td><td class="sum">{{ charge.running }}</td></tr>
{%- endfor %}
{%- if not_tied %}
<tr><td></td><td></td><td colspan="3">{{ not_tied.label }}</td><td class="sum">{{ not_tied.amount }}</td><td class="sum">{{ amount_due }}</td></tr>
{%- endif %}
<tr class="total"><td colspan="5">Amount due</td><td class="sum" colspan="2">{{ amount_due }}</td></tr>
</tbody>
</table>
`;

/** What the letter is about. */
const subject = `<table class="subject">
<tr><th scope="row">Account</th><td><bdi>{{ account.number }}</bdi></td></tr>
<tr><th scope="row">Creditor</th><td><bdi>{{ account.creditor }}</bdi></td></tr>
{%- if account.original_creditor != '' %}
<tr><th scope="row">Original creditor</th><td><bdi>{{ account.original_creditor }}</bdi></td></tr>
{%- endif %}
<tr class="due"><th scope="row">Amount due</th><td>{{ amount_due }}</td></tr>
</table>
`;

const pay = `{%- if sender.how_to_pay != '' -%}
<p class="typed">{{ sender.how_to_pay }}</p>
{%- elsif sender.address_lines.size > 0 -%}
<p>Please send your payment to {{ sender.name }} at the address at the head of this letter and write the account number on it.</p>
{%- else -%}
<p>Please pay {{ sender.name }} and give the account number with your payment.</p>
{%- endif %}
`;

const reach = `{%- if sender.phone != '' and sender.email != '' -%}
You can call us at {{ sender.phone }}{% if sender.hours != '' %} ({{ sender.hours }}){% endif %} or write to {{ sender.email }}.
{%- elsif sender.phone != '' -%}
You can call us at {{ sender.phone }}{% if sender.hours != '' %} ({{ sender.hours }}){% endif %}.
{%- elsif sender.email != '' -%}
You can write to us at {{ sender.email }}.
{%- elsif sender.address_lines.size > 0 -%}
You can write to us at the address at the head of this letter.
{%- else -%}
Please get in touch with {{ sender.name }}.
{%- endif %}`;

export const letterParts = { charges, subject, pay, reach, ...docParts } as const;

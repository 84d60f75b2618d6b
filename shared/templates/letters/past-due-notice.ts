/** The second step: plain about what is late, still an invitation to talk. */
import type { ShippedLetter } from './shipped-letter.ts';

export const pastDueNotice: ShippedLetter = {
  code: 'past-due-notice',
  version: 1,
  name: 'Past due notice',
  description: 'Says plainly what is past due and since when. Asks for payment or a call within 10 days.',
  body: `<h1>Past due notice</h1>
{% render 'subject', account: account, amount_due: amount_due %}
<p>Dear <bdi>{{ debtor.name }}</bdi>,</p>
<p>This account is past due. {% if oldest_due != '' %}The oldest unpaid part was due on {{ oldest_due }}. {% endif %}As of {{ letter.date }} the amount due is <strong>{{ amount_due }}</strong>; the table below shows how it is made up.</p>
<p>Please pay this amount, or contact us to arrange how you will pay it, by <strong>{{ pay_by.in_10_days }}</strong>.</p>
{% render 'pay', sender: sender %}
<p>If you have paid already, or believe that any part of this amount is wrong, please tell us which part and why, so that we can look into it. {% render 'reach', sender: sender %}</p>
<div class="closing"><p>Sincerely,</p><p class="name">{{ sender.name }}</p></div>
<h2>How the amount due is made up</h2>
{% render 'charges', charges: charges, not_tied: not_tied, amount_due: amount_due %}`,
};

/**
 * The final demand. Firm about the sum and the day, silent about consequences: it threatens nothing, so it is
 * true whatever the sender then does. It does not say in which role the sender writes; the wording that the
 * law asks of a law office or a third-party collector is not in it.
 */
import type { ShippedLetter } from './shipped-letter.ts';

export const demandLetter: ShippedLetter = {
  code: 'demand-letter',
  version: 1,
  name: 'Demand letter',
  description:
    'The final demand, with every charge and a day to pay by (10 days). Holds no notices that the law asks of third-party collectors.',
  body: `<h1>Demand for payment</h1>
{% render 'subject', account: account, amount_due: amount_due %}
<p>Dear <bdi>{{ debtor.name }}</bdi>:</p>
<p>We ask you to pay the amount due on this account. As of {{ letter.date }} it is <strong>{{ amount_due }}</strong>. {% if oldest_due != '' %}The oldest unpaid charge was due on {{ oldest_due }}. {% endif %}How it is made up is set out below.</p>
<p>Please pay the full amount so that it reaches us by <strong>{{ pay_by.in_10_days }}</strong>.</p>
<h2>How to pay</h2>
{% render 'pay', sender: sender %}
<h2>If you disagree or cannot pay at once</h2>
<p>If you believe that you do not owe this amount, or that any part of it is wrong, please tell us which part and why, and send copies of what supports it. If you cannot pay the full amount by that day, please contact us before then to agree on how you will pay it. {% render 'reach', sender: sender %}</p>
<div class="closing"><p>Sincerely,</p><p class="name">{{ sender.name }}</p></div>
<h2>Itemized charges</h2>
{% render 'charges', charges: charges, not_tied: not_tied, amount_due: amount_due %}`,
};

/** The first reminder: short, kind, and easy to set aside if the payment is on its way. */
import type { ShippedLetter } from './shipped-letter.ts';

export const friendlyReminder: ShippedLetter = {
  code: 'friendly-reminder',
  version: 1,
  name: 'Friendly reminder',
  description: 'A short, kind first reminder with what is open. Asks for payment within 14 days.',
  body: `<h1>A friendly reminder</h1>
{% render 'subject', account: account, amount_due: amount_due %}
<p>Dear <bdi>{{ debtor.name }}</bdi>,</p>
<p>Our records show that {{ amount_due }} on this account has not been paid yet{% if oldest_due != '' %}; the oldest part was due on {{ oldest_due }}{% endif %}. If your payment is already on its way, thank you, and please set this letter aside.</p>
<p>Otherwise, please send your payment by <strong>{{ pay_by.in_14_days }}</strong>.</p>
{% render 'pay', sender: sender %}
<p>If something here looks wrong to you, or if you would rather pay in parts, please tell us. {% render 'reach', sender: sender %}</p>
<div class="closing"><p>Thank you,</p><p class="name">{{ sender.name }}</p></div>
<h2>What is open</h2>
{% render 'charges', charges: charges, not_tied: not_tied, amount_due: amount_due %}`,
};

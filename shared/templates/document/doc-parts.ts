/** Passages that compiled documents name by `{% render %}`, besides those that letters share (`letters/parts.ts`). Memory only. */

/** The sheet gives `.signature` its picture where the office has one. */
const closing = `<div class="closing"><p>Sincerely,</p>
<div class="signature"></div>
{%- if sender.signer != blank %}
<p class="name"><bdi>{{ sender.signer }}</bdi>{% if sender.signer_title != blank %}<br><bdi>{{ sender.signer_title }}</bdi>{% endif %}<br><bdi>{{ sender.name }}</bdi></p>
{%- else %}
<p class="name"><bdi>{{ sender.name }}</bdi></p>
{%- endif %}
</div>
`;

const payTo = `<div class="pay-to"><span class="quiet">Pay to and send to</span><strong><bdi>{{ sender.name }}</bdi></strong>
{%- for line in sender.address_lines %}<span><bdi>{{ line }}</bdi></span>{% endfor -%}
</div>`;

/** One slip for each payment of the plan, torn off and sent in with it. */
const coupons = `{%- for item in instalments %}
<section class="slip"><table class="subject">
<tr><th scope="row">Payment</th><td>{{ item.number }}</td></tr>
<tr class="due"><th scope="row">Due</th><td>{{ item.due }}</td></tr>
<tr class="due"><th scope="row">Amount</th><td>{{ item.amount }}</td></tr>
<tr><th scope="row">Account</th><td><bdi>{{ account.number }}</bdi></td></tr>
<tr><th scope="row">Name</th><td><bdi>{{ debtor.name }}</bdi></td></tr>
<tr><th scope="row">Amount enclosed</th><td><span class="blank">$</span></td></tr>
</table>${payTo}</section>
{%- endfor %}
`;

/** The lower part of a letter, torn off and sent in with the payment. */
const paymentSlip = `<section class="slip"><table class="subject">
<tr><th scope="row">Account</th><td><bdi>{{ account.number }}</bdi></td></tr>
<tr><th scope="row">Name</th><td><bdi>{{ debtor.name }}</bdi></td></tr>
<tr class="due"><th scope="row">Amount due</th><td>{{ amount_due }}</td></tr>
<tr><th scope="row">Amount enclosed</th><td><span class="blank">$</span></td></tr>
</table>${payTo}</section>
`;

/** Where both sides sign an agreement. */
const signatures = `<section class="signatures">
<div><p><bdi>{{ debtor.name }}</bdi></p><div class="lines"><p class="sign">Signature</p><p class="sign">Date</p></div></div>
<div><p><bdi>{{ sender.name }}</bdi></p><div class="lines"><p class="sign">Signature</p><p class="sign">Date</p></div></div>
</section>
`;

/**
 * The words of the law alone: a title over them would be the office's own. Some statutes ask for bold type or for at least 12
 * point; how is read from their own words.
 */
const stateTexts = `{%- for one in state_texts %}
<section class="prescribed{% if one.style contains '12 point' or one.style contains '12-point' %} large{% endif %}{% if one.style contains 'bold' or one.style contains 'Bold' %} strong{% endif %}">
<p class="typed">{{ one.text }}</p></section>
{%- endfor %}
`;

/** One part of model form B-1: its rows stand under each other with their sums at the right. */
const formPart = `{%- if lines.size > 0 %}<section class="form form-{{ part }}">
{%- for line in lines %}
{%- case line.kind %}
{%- when 'heading' %}
<h2>{{ line.text }}</h2>
{%- when 'row' %}
<div class="row{% if line.id == 'owedThen' or line.id == 'owedNow' %} whole{% endif %}"><span>{{ line.text }}</span><span class="sum">{% if line.sign == '-' %}&minus; {% elsif line.sign == '+' %}+ {% endif %}{{ line.amount }}</span></div>
{%- when 'prompt' %}
<p class="prompt"><span class="box"></span>{{ line.text }}</p>
{%- else %}
<p class="typed">{{ line.text }}</p>
{%- endcase %}
{%- endfor %}
</section>
{%- endif %}
`;

/**
 * The part of the form that is torn off and sent back: what can be checked at the left, with the reasons of a dispute under it, and
 * both addresses at the right.
 */
const formResponse = `{%- if lines.size > 0 %}<section class="form form-response tear-off">
<div class="answers">
{%- for line in lines %}
{%- case line.kind %}
{%- when 'heading' %}
<h2>{{ line.text }}</h2>
{%- when 'prompt' %}
<p class="prompt{% if line.id == 'want.notMine' or line.id == 'want.amount' or line.id == 'want.other' %} under{% endif %}"><span class="box"></span><span>{{ line.text }}{% if line.amount != blank %} <span class="blank">{{ line.amount }}</span>{% endif %}</span></p>
{%- when 'text' %}
<p class="typed besides">{{ line.text }}</p>
{%- endcase %}
{%- endfor %}
</div>
<div class="addresses">
{%- for line in lines %}{% if line.kind == 'field' %}
<p class="typed"><bdi>{{ line.text }}</bdi></p>
{%- endif %}{% endfor %}
</div>
</section>
{%- endif %}
`;

export const docParts = {
  closing,
  coupons,
  'payment-slip': paymentSlip,
  signatures,
  'state-texts': stateTexts,
  'form-part': formPart,
  'form-response': formResponse,
} as const;

/**
 * Words that tell a listener of a debt, in English and Spanish. No list is complete; it is the net under an author's slip, and
 * errs towards asking: a word here is refused in what may reach a stranger, and can be said another way.
 */
const english =
  /\b(?:debts?|debtors?|indebted\w*|ow(?:e|es|ed|ing)|balances?|past[ -]?due|overdue|due (?:date|amount)|amounts? (?:due|owed)|collect(?:s|ed|ing|ions?|ors?)?|creditors?|credit (?:cards?|bureaus?|reports?|scores?)|accounts?|invoices?|unpaid|delinquen\w*|arrears|charge[ -]?offs?|settlements?|pay|pays|paying|payoff|payments?|payables?|receivables?|loans?|lenders?|mortgages?|money|lawsuits?|sued?|suing|legal action|judge?ments?|garnish\w*|repossess\w*|recovery|financial)\b/i;

// “Bill” is also a name, “paid” also what a parking space is: these are looked for as they are written in a sentence.
const englishAsWritten = /\b(?:bills?|billing|billed|have paid|has paid|been paid|paid off)\b/;

const spanish =
  /(?<!\p{L})(?:deudas?|deudor(?:a|es|as)?|adeud\p{L}*|endeud\p{L}*|saldos?|cobr(?:o|os|ar|amos|anzas?|ador(?:a|es|as)?)|acreedor(?:a|es|as)?|facturas?|facturaci[oó]n|pagos?|pagar\p{L}*|pague(?:n|s)?|pag[oó]|pagad[oa]s?|vencid[oa]s?|moros[oa]s?|morosidad|pr[eé]stamos?|dinero|demanda judicial|demandar\p{L}*|liquidaci[oó]n|(?<!sin )embargos?|(?:su|la|una|esta|de) cuenta|cuenta (?:m[eé]dica|pendiente|vencida|n[uú]mero))(?!\p{L})/iu;

/** What `text` says itself: Liquid taken out, but for the words it would put in. */
function written(text: string): string {
  const quoted = [...text.matchAll(/\{[{%](.*?)[%}]\}/gs)].flatMap((inside) =>
    [...(inside[1] ?? '').matchAll(/"([^"]*)"|'([^']*)'/g)].map((one) => one[1] ?? one[2] ?? ''),
  );
  return [text.replace(/\{[{%].*?[%}]\}/gs, ''), ...quoted].join('\n').normalize('NFC');
}

/** The first word of `text` that tells of a debt, or `null`. Names of fields do not count: `fieldsIn` looks at those. */
export function debtWordIn(text: string): string | null {
  const said = written(text);
  const found = english.exec(said) ?? englishAsWritten.exec(said) ?? spanish.exec(said);
  return found?.[0] ?? null;
}

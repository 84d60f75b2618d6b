/** Which money a sum is in. Only dollars go into the ledger; what else a file holds is named, never converted. */

const signs: readonly (readonly [RegExp, string])[] = [
  [/^(US|USA)?\s*\$$|^US[\s.]*(dollars?|\$)$|^dollars?$|^\$\s*US$/i, 'USD'],
  [/^(C|CA|CAN)\s*\$$|^canadian dollars?$/i, 'CAD'],
  [/^(A|AU)\s*\$$|^australian dollars?$/i, 'AUD'],
  [/^€$|^euros?$/i, 'EUR'],
  [/^£$|^(british )?pounds?( sterling)?$/i, 'GBP'],
  [/^¥$|^yen$/i, 'JPY'],
  [/^₹$|^rupees?$/i, 'INR'],
  [/^mex(ican)? pesos?$/i, 'MXN'],
];

/** The code of a currency as a column of them writes it (`usd`, `US Dollar`, `$`, `EUR - Euro`); what is unknown stays as written. */
export function currencyOf(text: string): string {
  const written = text.trim();
  if (written === '') return 'USD';
  for (const [sign, code] of signs) if (sign.test(written)) return code;
  const code = /\b([A-Z]{3})\b/.exec(written.toUpperCase())?.[1];
  return code ?? written.slice(0, 12).toUpperCase();
}

const foreign =
  /(?<symbol>[€£¥₹₽₩₺₴₪฿])|\b(?<code>EUR|GBP|CAD|AUD|MXN|JPY|CHF|NZD|INR|CNY|SEK|NOK|DKK|BRL|ZAR|SGD|HKD)\b|(?<dollar>\b(?:C|CA|A|AU|NZ|HK)\$)/i;

/** The money a sum names itself, and the sum without it; `null` for dollars and for what names none. */
export function foreignSum(text: string): { readonly currency: string; readonly sum: string } | null {
  const found = foreign.exec(text);
  if (!found) return null;
  const { symbol, code, dollar } = found.groups ?? {};
  const currency =
    symbol !== undefined ? currencyOf(symbol) : (code?.toUpperCase() ?? currencyOf(dollar ?? ''));
  return {
    currency,
    sum: `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim(),
  };
}

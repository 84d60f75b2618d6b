/**
 * The text a number of a workbook becomes. Workbooks keep binary fractions: 12.1 stands there as 12.099999999999999 and a sum of cents ends in noise,
 * so a number counts with the 15 digits the programs themselves count with, and one that lies within a hundred-thousandth of a cent of a
 * whole cent is that cent. Beyond that nothing is rounded: 12.345 stays 12.345 even where the cell shows 12.35, because a cent is never guessed.
 *
 * Days become `YYYY-MM-DD`, never an order to be guessed; numbers never an exponent.
 */
import { civilOf, epochDayOf } from '../../days.ts';
import type { NumberFormat } from './number-format.ts';

const numberShape = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
/** More digits than a workbook's number holds: it was rounded when the file was saved. */
const exactDigits = 15;
/** A hundred-thousandth of a cent. */
const noise = 1e-7;

/**
 * `raw` is the number as the file writes it; what is no number comes back as it is. `from1904` says that days count from 1904-01-01.
 */
export function numberText(raw: string, format: NumberFormat, from1904: boolean): string {
  if (!numberShape.test(raw)) return raw;
  const text = raw.trim();
  const value = Number(text);
  if (!Number.isFinite(value)) return raw;
  switch (format.kind) {
    case 'plain': {
      // Zeros in front stand there on purpose: no program writes them before a sum.
      if (/^0\d+$/.test(text)) return text;
      const plain = plainNumber(text, value, format.decimals);
      return format.currency === '' ? plain : `${format.currency} ${plain}`;
    }
    case 'percent':
      return `${decimalText(Number((value * 100).toPrecision(exactDigits)))}%`;
    case 'elapsed':
      return elapsedText(value) ?? plainNumber(text, value, 0);
    case 'moment':
      return momentText(value, format, from1904) ?? plainNumber(text, value, 0);
    case 'digits':
      return digitsText(value, format) ?? plainNumber(text, value, 0);
  }
}

/** Whether digits of a whole number were lost before it came here. */
export function lostDigits(raw: string): boolean {
  const value = Number(raw);
  return Number.isInteger(value) && Math.abs(value) >= 10 ** exactDigits;
}

function plainNumber(text: string, value: number, decimals: number): string {
  if (/^-?\d+$/.test(text)) {
    const whole = text.replace(/^-0+$/, '0');
    return decimals === 0 ? whole : `${whole}.${'0'.repeat(Math.min(decimals, 2))}`;
  }
  // Of a number of an account every digit there is counts.
  const counted = Number.isInteger(value) ? value : Number(value.toPrecision(exactDigits));
  const cents = Math.round(counted * 100) / 100;
  const exact = Math.abs(counted - cents) <= noise ? cents : counted;
  const plain = decimalText(exact);
  // As the cell shows it, where that is its exact value.
  const fraction = plain.split('.')[1]?.length ?? 0;
  if (fraction >= decimals) return plain;
  return `${fraction === 0 ? `${plain}.` : plain}${'0'.repeat(Math.min(decimals, 2) - Math.min(fraction, 2))}`.replace(
    /\.$/,
    '',
  );
}

/** Without an exponent. */
function decimalText(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (parts === null) return text;
  const [, sign = '', first = '', rest = '', power = '0'] = parts;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

const secondsOfDay = 86_400;
/** 9999-12-31 counted from 1900. */
const lastSerial = 2_958_465;
const epochDay1904 = epochDayOf(1904, 1, 1);

/** `null` for what the programs themselves cannot show as a day. */
function momentText(
  value: number,
  { day, time }: Extract<NumberFormat, { kind: 'moment' }>,
  from1904: boolean,
): string | null {
  if (value < 0 || value > lastSerial + 1) return null;
  // Half a second up at the end of a day is the next day; without a clock only noise may be.
  const seconds = time ? Math.round(value * secondsOfDay) : Math.floor(value * secondsOfDay + 1e-3);
  const whole = Math.floor(seconds / secondsOfDay);
  const clock = clockText(seconds - whole * secondsOfDay);
  if (!day) return whole === 0 ? clock : null;
  const date = dayOfSerial(whole, from1904);
  if (date === null) return whole === 0 && time ? clock : null;
  return !time || seconds % secondsOfDay === 0 ? date : `${date} ${clock}`;
}

/** `null` for 0 counted from 1900, which is no day, and beyond the last. Number 60 is 1900-02-29 there, which never was. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (from1904) return serial + 1462 > lastSerial ? null : dayText(epochDay1904 + serial);
  if (serial < 1 || serial > lastSerial) return null;
  if (serial === 60) return '1900-02-29';
  return dayText(serial + (serial < 60 ? -25_568 : -25_569));
}

function dayText(epochDay: number): string {
  const { year, month, day } = civilOf(epochDay);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function clockText(seconds: number): string {
  const rest = seconds % 60;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return rest === 0 ? clock : `${clock}:${two(rest)}`;
}

function elapsedText(value: number): string | null {
  if (value < 0 || value > lastSerial) return null;
  const seconds = Math.round(value * secondsOfDay);
  return clockText(seconds);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function digitsText(value: number, { forms }: Extract<NumberFormat, { kind: 'digits' }>): string | null {
  if (!Number.isInteger(value) || value < 0 || value >= 10 ** exactDigits) return null;
  const form = forms.find(({ upTo }) => value <= upTo);
  if (form === undefined) return null;
  const places = form.tokens.filter(({ kind }) => kind === 'digit').length;
  const digits = String(value);
  const padded = digits.padStart(places, '\0');
  let next = padded.length - places;
  let text = padded.slice(0, next);
  let first = true;
  for (const token of form.tokens) {
    if (token.kind === 'literal') {
      // What stands before more digits than the form has room for belongs in front of them.
      text = first && token.text !== '' && next > 0 ? token.text + text : text + token.text;
      continue;
    }
    first = false;
    const digit = padded.charAt(next);
    next += 1;
    if (digit !== '\0') text += digit;
    else if (token.zero) text += '0';
    // A dash that would stand alone: fewer digits than the form was made for.
    else if (form.tokens.some(({ kind }) => kind === 'literal')) return digits;
  }
  return text.trim();
}

/** An ISO 8601 moment as workbooks may write it (`t="d"`); anything else comes back as it is. */
export function isoText(raw: string): string {
  const parts = /^\s*(?:(\d{4}-\d{2}-\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*Z?\s*$/.exec(
    raw,
  );
  if (parts === null) return raw.trim();
  const [, date, hours, minutes, seconds] = parts;
  const clock =
    hours === undefined
      ? ''
      : `${hours}:${minutes}${seconds === undefined || seconds === '00' ? '' : `:${seconds}`}`;
  if (date === undefined) return clock || raw.trim();
  return clock === '' || clock === '00:00' ? date : `${date} ${clock}`;
}

/** Facts made into words a collector says, in English and Spanish: days, greetings, kinds of debt. */
import type { DebtType } from '../domain/account.ts';
import { type Day, spellDay } from '../domain/days.ts';
import type { ScriptLanguage } from './script.ts';

const spanishMonths = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const;

/** `July 1, 2026`, `1 de julio de 2026`. */
export function sayDay(day: Day, language: ScriptLanguage): string {
  if (language === 'en') return spellDay(day);
  const month = spanishMonths[Number(day.slice(5, 7)) - 1] ?? '';
  return `${Number(day.slice(8, 10))} de ${month} de ${Number(day.slice(0, 4))}`;
}

const greetings: Readonly<Record<ScriptLanguage, readonly [string, string, string, string]>> = {
  en: ['Good morning', 'Good afternoon', 'Good evening', 'Hello'],
  es: ['Buenos días', 'Buenas tardes', 'Buenas noches', 'Hola'],
};

/** By the minute of the day where the person is; where several places are possible and differ, a greeting of no hour. */
export function greetingAt(minutes: readonly number[], language: ScriptLanguage): string {
  const [morning, afternoon, evening, plain] = greetings[language];
  const words = new Set(
    minutes.map((minute) => (minute < 12 * 60 ? morning : minute < 18 * 60 ? afternoon : evening)),
  );
  const [only] = words;
  return words.size === 1 && only !== undefined ? only : plain;
}

const debtWords: Readonly<Record<DebtType, readonly [english: string, spanish: string]>> = {
  medical: ['medical bill', 'factura médica'],
  utility: ['utility bill', 'factura de servicios'],
  rent: ['rent', 'alquiler'],
  loan: ['loan', 'préstamo'],
  credit_card: ['credit card account', 'cuenta de tarjeta de crédito'],
  commercial: ['invoice', 'factura'],
  retail: ['purchase', 'compra'],
  consumer_services: ['bill for services', 'factura por servicios'],
  legal_fees: ['legal fees', 'honorarios de abogado'],
  other: ['account', 'cuenta'],
};

export function sayDebtType(type: DebtType, language: ScriptLanguage): string {
  return debtWords[type][language === 'en' ? 0 : 1];
}

/** The name a letter is saved under: who, what, when; nothing a file system refuses. */
import type { Day } from '../domain/days.ts';

/** `Rosa Delgado - Demand letter - 2026-03-12.pdf`. */
export function letterFileName(debtorName: string, templateName: string, day: Day): string {
  const parts = [debtorName, templateName].map((part) =>
    part
      .replace(/[\p{C}<>:"/\\|?*]/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[ .]+|[ .]+$/g, ''),
  );
  const [who = '', what = ''] = parts;
  return `${[[...who].slice(0, 60).join('').trim(), [...what].slice(0, 60).join('').trim(), day].filter(Boolean).join(' - ')}.pdf`;
}

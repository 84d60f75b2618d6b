/**
 * The letters that come with Duebook. They are copied into a book by code and version; a changed text is a new
 * version here, and the letters made from the old one keep pointing at it.
 */
import { demandLetter } from './demand-letter.ts';
import { friendlyReminder } from './friendly-reminder.ts';
import { pastDueNotice } from './past-due-notice.ts';
import type { ShippedLetter } from './shipped-letter.ts';

/** In the order they are offered: from the mildest to the firmest. */
export const shippedLetters: readonly ShippedLetter[] = [friendlyReminder, pastDueNotice, demandLetter];

/**
 * What letters and papers are set in. The app carries the fonts, and the press puts what a page needs of them into it: Arimo, letter by letter
 * as wide as Arial, for Latin, Greek, Cyrillic and Hebrew; Noto for everything else. What follows is for a page outside the press.
 */

/** The name the press gives to Noto in a page, all scripts together. */
export const otherScripts = 'Duebook Scripts';

/** A CSS font-family. */
export const letterFonts = `Arimo, '${otherScripts}', Arial, 'Liberation Sans', Helvetica, sans-serif`;

/** As pages were made before they named the fonts. */
export const olderLetterFonts = "Arial, 'Liberation Sans', Helvetica, sans-serif";

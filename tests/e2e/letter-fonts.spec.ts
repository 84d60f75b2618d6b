/**
 * Names in the scripts of the world print in the fonts the app carries: every glyph is there, the fonts are embedded, none is the
 * computer's own, and the text can be read back. Needs poppler, like the sheet's geometry.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { letterFonts } from '../../shared/templates/letters/letter-font.ts';
import { pressPages, textOf, whyNoPress } from './press/press-runner.ts';

const run = promisify(execFile);
const reason = whyNoPress();

/** Invented people, and some words where a script has few names; and which of the fonts they print in. */
const names: Readonly<Record<string, readonly [name: string, font: string]>> = {
  Latin: ['Żółć Ångström-Núñez', 'Arimo'],
  Vietnamese: ['Nguyễn Thị Hồng Ửng', 'Arimo'],
  Greek: ['Ελένη Παπαδοπούλου', 'Arimo'],
  Polytonic: ['Ἀλέξανδρος ᾠδή', 'Arimo'],
  Cyrillic: ['Ганна Щербакова-Їжак', 'Arimo'],
  Hebrew: ['נועה בן־דוד', 'Arimo'],
  Arabic: ['محمد عبد الرحمن', 'Noto'],
  Persian: ['ژاله می‌خواهد پگاه', 'Noto'],
  Urdu: ['ٹیپو گُل چوہدری', 'Noto'],
  Armenian: ['Անահիտ Պետրոսյան', 'Noto'],
  Georgian: ['ნინო ბერიძე', 'Noto'],
  Devanagari: ['श्रीमती लक्ष्मी क्षीरसागर', 'Noto'],
  Bengali: ['রবীন্দ্র চক্রবর্তী', 'Noto'],
  Gurmukhi: ['ਹਰਪ੍ਰੀਤ ਸਿੰਘ', 'Noto'],
  Gujarati: ['ક્ષિતિજ પટેલ', 'Noto'],
  Odia: ['ଜଗନ୍ନାଥ ମିଶ୍ର', 'Noto'],
  Tamil: ['கிருஷ்ணன் ஸ்ரீராம்', 'Noto'],
  Telugu: ['శ్రీనివాస్ రెడ్డి', 'Noto'],
  Kannada: ['ಕೃಷ್ಣಮೂರ್ತಿ', 'Noto'],
  Malayalam: ['ലക്ഷ്മി നായർ', 'Noto'],
  Sinhala: ['ශ්‍රී ප්‍රියන්ත', 'Noto'],
  Thai: ['สมชาย ใจดี', 'Noto'],
  Lao: ['ສົມໃຈ ແກ້ວ', 'Noto'],
  Khmer: ['សុខា ព្រះសិទ្ធិ', 'Noto'],
  Myanmar: ['မြင့်မြင့်ခိုင်', 'Noto'],
  Tibetan: ['བཀྲ་ཤིས་དོན་གྲུབ', 'Noto'],
  Ethiopic: ['አበበ ገብረ', 'Noto'],
  Cherokee: ['ᏣᎳᎩ ᏍᏏᏉᏯ', 'Noto'],
  Chinese: ['张伟 龙门路', 'Noto'],
  Taiwanese: ['ㄅㄆㄇ 陳龍麗', 'Noto'],
  Japanese: ['髙橋 さくら 﨑', 'Noto'],
  Korean: ['김하늘 박', 'Noto'],
  Symbols: ['☎ ♪', 'Noto'],
  Emoji: ['😀 🎈', 'Noto'],
};

function pageOf(name: string): string {
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Names</title><style>@page { size: 8.5in 11in; margin: 1in }
body { font: 12pt/1.5 ${letterFonts} }</style></head>
<body><p>Dear <bdi>${name}</bdi>:</p><p><b><bdi>${name}</bdi></b> <em>and others</em></p></body></html>`;
}

/** The fonts of a PDF: poppler's name, and whether the font is embedded. Of Noto Chromium draws outlines, which have no name. */
async function fontsOf(pdf: string): Promise<{ font: string; embedded: boolean }[]> {
  const { stdout } = await run('pdffonts', [pdf]);
  const lines = stdout.split('\n').slice(2);
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      font: line.startsWith('[none]') ? 'Noto' : (line.split(/\s+/)[0] ?? '').replace(/^[A-Z]{6}\+/, ''),
      embedded: /\byes +(yes|no) +(yes|no) +\d/.test(line),
    }));
}

test.describe('the fonts of letters', () => {
  test.skip(reason !== null, reason ?? '');

  test('names in 34 scripts print in the fonts of the app, embedded, and read back', async () => {
    test.setTimeout(180_000);
    const pressed = await pressPages(
      Object.fromEntries(Object.entries(names).map(([script, [name]]) => [script, pageOf(name)])),
    );
    try {
      for (const [script, [name, font]] of Object.entries(names)) {
        const pdf = path.join(pressed.folder, `${script}.pdf`);
        const fonts = await fontsOf(pdf);
        expect(
          fonts.filter(({ embedded }) => !embedded),
          script,
        ).toEqual([]);
        // The line of page numbers is drawn by an old Chromium in a page of its own, which knows only the computer's fonts.
        const used = fonts.map((one) => one.font).filter((one) => !/Liberation|Helvetica|Arial/.test(one));
        expect(
          used.filter((one) => !/^(Arimo|Noto)/.test(one)),
          script,
        ).toEqual([]);
        expect(
          used.some((one) => one.startsWith(font)),
          script,
        ).toBe(true);
        // Once as it is and once in bold; the order of letters is left to poppler, which turns some scripts around.
        const read = lettersOf(await textOf(pdf));
        for (const [letter, times] of lettersOf(name))
          expect(read.get(letter) ?? 0, script).toBeGreaterThanOrEqual(2 * times);
      }
    } finally {
      await pressed.remove();
    }
  });
});

/** How often each letter stands in a text. */
function lettersOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFKD').replace(/[\s\p{Cf}]/gu, ''))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

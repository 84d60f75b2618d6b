/**
 * The letter press alone, in the real Electron: lays out every page of a folder (`*.html`) and writes the PDF
 * beside it, then what it took as `report.json`. Started by the tests of the sheet's geometry.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app } from 'electron';
import { openLetterFonts } from '../../../electron/output/letter-fonts.ts';
import { makeLetterPress } from '../../../electron/output/letter-press.ts';
import { registerAppScheme } from '../../../electron/window/app-protocol.ts';
import { sealEverything, silenceChromium } from '../../../electron/window/seal.ts';
import { fail } from '../../../shared/errors/result.ts';

const folder = process.env.DUEBOOK_PRESS_FOLDER ?? '';

silenceChromium();
registerAppScheme();
sealEverything();
app.setPath('userData', path.join(folder, 'user-data'));
app.on('window-all-closed', () => undefined);

async function run(): Promise<void> {
  await app.whenReady();
  const press = makeLetterPress({
    printer: {
      takesPdf: false,
      print: async () => fail('letter.no_printer'),
      printPdf: async () => fail('letter.no_printer'),
    },
    fonts: openLetterFonts(process.env.DUEBOOK_PRESS_FONTS ?? ''),
    log: { trouble: (what, error) => console.error(what, error) },
  });
  const report: Record<string, { pages: number; ms: number }> = {};
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.html')).sort()) {
    const html = await readFile(path.join(folder, name), 'utf8');
    const from = performance.now();
    const laidOut = await press.layOut(html);
    if (!laidOut.ok) throw new Error(JSON.stringify(laidOut.error));
    report[name] = { pages: laidOut.value.pages, ms: performance.now() - from };
    await writeFile(path.join(folder, name.replace(/html$/, 'pdf')), laidOut.value.pdf);
  }
  press.clear();
  await writeFile(path.join(folder, 'report.json'), JSON.stringify(report));
}

run().then(
  () => app.exit(0),
  (error: unknown) => {
    console.error(error);
    app.exit(1);
  },
);

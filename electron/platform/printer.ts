/**
 * Paper. The page is laid out before it comes here; the system's print dialog chooses printer, tray and
 * copies, and says whether anything was printed.
 */
import type { WebContents } from 'electron';
import { fail, ok, type Result } from '../../shared/errors/result.ts';

/** `silent`: to the system's own printer, without a dialog. */
export type PrintHow = { readonly silent: boolean };

export type Printer = {
  /** Prints what the page shows; `printed` is false when the user closed the dialog. */
  print(page: WebContents, how?: PrintHow): Promise<Result<{ printed: boolean }>>;
};

/** What Chromium calls the user's own cancel, over its versions. */
const cancelled = /cancel/i;
const noPrinter = /no printers?|invalid printer|settings/i;

export function makePrinter(): Printer {
  return {
    print: (page, { silent } = { silent: false }) =>
      new Promise((resolve) => {
        page.print({ silent, printBackground: true }, (success, reason) => {
          if (success) resolve(ok({ printed: true }));
          else if (cancelled.test(reason)) resolve(ok({ printed: false }));
          else
            resolve(
              noPrinter.test(reason) ? fail('letter.no_printer') : fail('letter.print_failed', { reason }),
            );
        });
      }),
  };
}

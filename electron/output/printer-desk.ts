/** Which printers this computer has. */
import { ok } from '../../shared/errors/result.ts';
import type { SomeDeskHandlers } from '../ipc/desk-calls.ts';
import type { Printer } from '../platform/printer.ts';

export function makePrinterDesk({
  printer,
}: {
  readonly printer: Pick<Printer, 'list'>;
}): SomeDeskHandlers<'print.printers'> {
  return {
    async 'print.printers'() {
      const printers = await printer.list();
      if (!printers.ok) return printers;
      return ok({ printers: printers.value.map((found) => ({ ...found, trays: [...found.trays] })) });
    },
  };
}

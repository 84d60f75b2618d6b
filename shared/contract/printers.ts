/** The printers of this computer. */
import { z } from 'zod';
import { deskQuery, nothing } from './call.ts';

const printer = z.strictObject({
  /** How the system calls it; this is what is remembered. */
  name: z.string(),
  /** How the user knows it. */
  title: z.string(),
  /** Empty where the system does not let a program choose one. */
  trays: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});

export const printerCalls = {
  'print.printers': deskQuery(nothing, z.strictObject({ printers: z.array(printer) })),
} as const;

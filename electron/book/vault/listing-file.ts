/**
 * `listing.json`: what the list of books shows about one, and when it was last opened. Kept apart from the key
 * file, which must not be rewritten every day; it can be lost without harm.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isMissing } from './file-fault.ts';
import { writeWhole } from './write-whole.ts';

const listingSchema = z.object({
  officeName: z.string().max(200),
  sample: z.boolean(),
  lastOpenedAt: z.int().min(0).nullable(),
});
export type ListingFile = z.output<typeof listingSchema>;

const fileName = 'listing.json';

export async function readListing(folder: string): Promise<ListingFile | null> {
  try {
    const parsed = listingSchema.safeParse(JSON.parse(await readFile(join(folder, fileName), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}

export async function writeListing(folder: string, listing: ListingFile): Promise<void> {
  await writeWhole(join(folder, fileName), `${JSON.stringify(listing, null, 2)}\n`);
}

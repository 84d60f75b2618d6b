/**
 * Rule packs: newer values and sources of rules from a file a publisher signed. Only packs of publishers the office added are
 * taken, and only newer ones; the rules of before stay, so that what was decided under them can be explained.
 */
import { open } from 'node:fs/promises';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { lawBookOf, type RulePack, shippedLaw } from '../../../shared/rules/law-book.ts';
import { differenceOf } from '../../../shared/rules/packs/difference.ts';
import { largestPackFile, newerThan } from '../../../shared/rules/packs/pack.ts';
import type { CommandHandler, JobHandler, QueryHandler } from '../context.ts';
import {
  insertPack,
  insertPublisher,
  listPacks,
  listPublishers,
  removePublisherOf,
} from '../store/queries/rule-packs.ts';
import type { Store } from '../store/store.ts';
import { lawInForce } from './law-facts.ts';
import { fingerprintOf, keyTextOf, readSignedPack, type SignedPack } from './pack-signature.ts';

/** Every pack that was taken, newest first, with what it changed against the rules before it. */
export function packRows(store: Store): OutputOf<'law.rules'>['packs'] {
  let before = shippedLaw;
  return listPacks(store)
    .toReversed()
    .map(({ pack: text, version, publisher, loadedAt, author }) => {
      const pack = JSON.parse(text) as RulePack;
      const after = lawBookOf(pack);
      const differences = differenceOf(before, after);
      before = after;
      const { publishedOn, notes } = pack;
      return { version, publisher, publishedOn, notes, loadedAt, author, differences };
    })
    .toReversed();
}

async function readChosen(path: string | null): Promise<Result<SignedPack>> {
  if (path === null) return fail('file.gone');
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return fail('file.gone');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return fail('file.gone');
    if (stat.size > largestPackFile) return fail('pack.unreadable');
    return readSignedPack(await handle.readFile('utf8'));
  } catch {
    // A folder, a broken disk, a file that went away: nothing was read.
    return fail('file.gone');
  } finally {
    await handle.close();
  }
}

function isTrusted(store: Store, key: string): boolean {
  return listPublishers(store).some((publisher) => publisher.key === key);
}

/** Only what is newer than the rules in force. */
function newer(store: Store, { pack }: SignedPack): Result<RulePack> {
  return newerThan(pack, lawInForce(store).version);
}

export const previewPack: JobHandler<'law.previewPack'> = async ({ store, pathOf }, { fileId }) => {
  const signed = await readChosen(pathOf(fileId));
  if (!signed.ok) return signed;
  const wanted = newer(store, signed.value);
  if (!wanted.ok) return wanted;
  const { pack, key } = signed.value;
  return ok({
    version: pack.version,
    publishedOn: pack.publishedOn,
    publisher: pack.publisher,
    notes: pack.notes,
    key,
    fingerprint: fingerprintOf(key),
    trusted: isTrusted(store, key),
    differences: differenceOf(lawInForce(store), lawBookOf(pack)),
  });
};

export const loadPack: JobHandler<'law.loadPack'> = async ({ store, pathOf, write }, { fileId }) => {
  const signed = await readChosen(pathOf(fileId));
  if (!signed.ok) return signed;
  return write((context) => {
    const { pack, text, signature, key } = signed.value;
    if (!isTrusted(store, key)) return fail('pack.untrusted', { fingerprint: fingerprintOf(key) });
    const wanted = newer(store, signed.value);
    if (!wanted.ok) return wanted;
    insertPack(store, {
      version: pack.version,
      publisher: pack.publisher,
      pack: text,
      signature,
      key,
      loadedAt: context.now,
      author: context.author,
    });
    context.changed('law');
    return ok({ version: pack.version });
  });
};

export const listPackPublishers: QueryHandler<'law.publishers'> = ({ store }) =>
  ok({
    publishers: listPublishers(store).map(({ key, name }) => ({
      key,
      name,
      fingerprint: fingerprintOf(key),
    })),
  });

export const trustPublisher: CommandHandler<'law.trustPublisher'> = (context, { key, name }) => {
  const text = keyTextOf(key);
  if (text === null) return fail('publisher.invalid');
  // Added before: the name is the newer one.
  removePublisherOf(context.store, text, context.now);
  insertPublisher(context.store, { key: text, name, madeAt: context.now, author: context.author });
  context.changed('law');
  return ok({});
};

export const removePublisher: CommandHandler<'law.removePublisher'> = (context, { key }) => {
  if (!removePublisherOf(context.store, key, context.now)) return fail('publisher.invalid');
  context.changed('law');
  return ok({});
};

/**
 * Rule packs: changes to the law brought by a file, without a network. The file is
 *
 *     { "pack": "<the pack as canonical JSON>", "signature": "<base64>", "key": "<base64>" }
 *
 * The signature is Ed25519 over the UTF-8 bytes of the text of `pack`; the key is the publisher’s public key as DER (SPKI).
 * Checking it needs cryptography and is done by whoever opens the file (`electron/book`); everything else about a pack is
 * here: its shape, its limits, whether what it says makes sense for the rules of this program, and whether it is newer.
 */
import { z } from 'zod';
import { addDays, earliestDay, isDay, latestDay } from '../../domain/days.ts';
import { confidences, type StateCode, stateCodes } from '../../domain/law.ts';
import { fail, ok, type Result } from '../../errors/result.ts';
import { licenceRuleId } from '../contact/who/licence.ts';
import { type LawBook, type RulePack, shippedLaw } from '../law-book.ts';
import type { Version } from '../rule.ts';
import { canonicalText } from './canonical.ts';
import { hasShapeOf } from './value-shape.ts';

/** A pack that changes every rule and every state is a tenth of it. */
export const largestPackFile = 4_000_000;

const words = (most: number) =>
  z
    .string()
    .max(most)
    // No control characters: what a publisher writes is shown in lists and letters.
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u)
    .refine((text) => text.trim() === text && text !== '');

const day = z
  .string()
  .length(10)
  .refine((text) => isDay(text) && (text === '0001-01-01' || (text >= earliestDay && text <= latestDay)));

const source = z.strictObject({
  cite: words(500),
  readOn: z.string().regex(/^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/),
  confidence: z.enum(confidences),
  note: words(1_000).exactOptional(),
});

const version = z
  .strictObject({
    from: day,
    until: day.nullable(),
    value: z.json(),
    note: words(1_000).exactOptional(),
  })
  .refine(({ from, until }) => until === null || from <= until);

const rule = z
  .strictObject({
    values: z
      .array(version)
      .min(1)
      .max(40)
      // One after the other, so that one version at most holds on a day.
      .refine((versions) =>
        versions.every((one, index) => {
          const before = versions[index - 1];
          return before === undefined || (before.until !== null && before.until < one.from);
        }),
      )
      .exactOptional(),
    source: source.exactOptional(),
    title: words(200).exactOptional(),
  })
  // New values come with the source they were read in.
  .refine(({ values, source: read }) => values === undefined || read !== undefined);

const period = z.strictObject({ years: z.int().min(1).max(99), source });
const said = z.strictObject({ words: words(1_000), source }).nullable();

const state = z.strictObject({
  name: words(60),
  periods: z.strictObject({
    written: period.exactOptional(),
    oral: period.exactOptional(),
    open_account: period.exactOptional(),
    promissory_note: period.exactOptional(),
    credit_card: period.exactOptional(),
    medical: period.exactOptional(),
    medical_facility: period.exactOptional(),
    services_rendered: period.exactOptional(),
    sealed: period.exactOptional(),
    sale_of_goods: period.exactOptional(),
    judgment: period.exactOptional(),
  }),
  expiry: z
    .strictObject({
      rule: words(1_000),
      source,
      extinguishes: z.boolean(),
      revives: z.boolean().nullable(),
      paymentRestarts: z.boolean().nullable(),
      debtBuyersOnly: z.boolean(),
    })
    .nullable(),
  timeBarredNotice: z.strictObject({ id: z.string().regex(/^TB-[A-Z]{2,3}$/), source }).nullable(),
  licence: z
    .union([
      z.strictObject({
        need: z.enum(['licence', 'registration', 'bond', 'city']),
        words: words(1_000),
        source,
      }),
      z.strictObject({ need: z.literal('none_known'), words: words(1_000), source: z.null() }),
    ])
    .nullable(),
  judgmentInterest: said,
  medical: said,
  bindsCreditors: source.nullable(),
});

/** The running number has one digit, so that versions compare as text. */
const packVersion = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.[1-9]$/)
  .refine((text) => isDay(text.slice(0, 10)));

const rulePack = z.strictObject({
  format: z.literal(1),
  version: packVersion,
  publishedOn: day,
  publisher: words(120),
  notes: z.string().max(20_000),
  rules: z.record(z.string().max(120), rule).refine((rules) => Object.keys(rules).length <= 1_000),
  states: z.partialRecord(z.enum(stateCodes), state),
}) satisfies z.ZodType<RulePack>;

const base64 = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);
const packFile = z.strictObject({ pack: z.string(), signature: base64, key: base64 });
export type PackFile = z.output<typeof packFile>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file apart, nothing of it believed yet. A file without signature or key is not a damaged one: it is unsigned. */
export function parsePackFile(text: string): Result<PackFile> {
  if (text.length > largestPackFile) return fail('pack.unreadable');
  const json = parseJson(text);
  const parsed = packFile.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const isPack = readPack(json)?.success === true;
  const hasPack = z.looseObject({ pack: z.string() }).safeParse(json).success;
  return fail(isPack || hasPack ? 'pack.unsigned' : 'pack.unreadable');
}

/** `null` for a value nested deeper than can be walked. */
function readPack(json: unknown): ReturnType<typeof rulePack.safeParse> | null {
  try {
    return rulePack.safeParse(json);
  } catch {
    // The call stack ran out: no pack of ours is so deep.
    return null;
  }
}

/** The pack of a file whose signature was checked; `law` is the law as shipped, whose rules it may change. */
export function parsePack(text: string, law: LawBook = shippedLaw): Result<RulePack> {
  if (text.length > largestPackFile) return fail('pack.unreadable');
  const parsed = readPack(parseJson(text));
  if (!parsed?.success) return fail('pack.unreadable');
  // Only one text means this pack: a second key of the same name, or another order, is not what was signed.
  if (canonicalText(parsed.data) !== text) return fail('pack.unreadable');
  return sensible(parsed.data, law);
}

function sensible(pack: RulePack, law: LawBook): Result<RulePack> {
  for (const [ruleId, over] of Object.entries(pack.rules)) {
    const shipped = law.contactRules.find(({ id }) => id === ruleId);
    // House policy is the office’s own and no publisher’s.
    if (shipped === undefined || shipped.jurisdiction === 'house')
      return fail('pack.unknown_rule', { ruleId });
    if (over.values === undefined) continue;
    // What states ask for comes with their entries.
    if (ruleId === licenceRuleId) return fail('pack.unreadable');
    if (!over.values.every(({ value }) => hasShapeOf(value, shipped.values))) return fail('pack.unreadable');
    if (!leavesNoGap(over.values, shipped.values)) return fail('pack.unreadable');
  }
  for (const [code, entry] of Object.entries(pack.states)) {
    if (entry.name !== law.states[code as StateCode].name) return fail('pack.unreadable');
    if (Object.keys(entry.periods).length === 0) return fail('pack.unreadable');
  }
  return ok(pack);
}

/**
 * A rule has a value on every day from the one it was shipped with on: on a day without one it is not asked at all, and a pack
 * that only names what is new would leave it silent until then. Only a repeal ends it.
 */
function leavesNoGap(values: readonly Version<unknown>[], shipped: readonly Version<unknown>[]): boolean {
  return values.every(({ from }, index) => {
    const before = values[index - 1];
    if (before === undefined) return from <= (shipped[0]?.from ?? from);
    return before.until !== null && addDays(before.until, 1) === from;
  });
}

/** Refuses a pack that is no newer than the law in force: an older one would take back what a later one brought. */
export function newerThan(pack: RulePack, current: string): Result<RulePack> {
  return pack.version > current ? ok(pack) : fail('pack.older', { version: pack.version, current });
}

/** The text to sign. Throws on a pack that would be refused. */
export function textToSign(pack: unknown): string {
  const text = canonicalText(pack);
  const parsed = parsePack(text);
  if (!parsed.ok) throw new TypeError(`not a rule pack: ${parsed.error.code}`);
  return text;
}

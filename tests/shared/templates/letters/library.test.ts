/**
 * Every letter that ships: its document is one the book can read, it merges strictly over facts of every kind, no shipped letter stops at the
 * check of wording on a clean account, and its words are ones we know.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { letterTextOf } from '../../../../electron/book/services/letter-text.ts';
import { mergeLetter } from '../../../../electron/book/services/merge-letter.ts';
import { type OfficeRole, officeRoles, type StateCode } from '../../../../shared/domain/law.ts';
import { checkLetter } from '../../../../shared/rules/wording/check-letter.ts';
import type { LetterFinding, LetterToCheck } from '../../../../shared/rules/wording/letter-check.ts';
import { compileDoc } from '../../../../shared/templates/document/compile-doc.ts';
import { readDoc } from '../../../../shared/templates/document/read-doc.ts';
import { type FactCondition, factConditions } from '../../../../shared/templates/fields.ts';
import { fillForm } from '../../../../shared/templates/fill-form.ts';
import type { LetterData } from '../../../../shared/templates/letter-data.ts';
import { makeFacts } from '../../../../shared/templates/letter-facts.ts';
import { shippedLetters } from '../../../../shared/templates/letters/library.ts';
import type { ShippedLetter } from '../../../../shared/templates/letters/shipped-letter.ts';
import { makeLetterData } from '../../../builders/letter-data.ts';
import { fullLetterData, stateTextsOf } from '../../../builders/letter-samples.ts';
import { knownWords } from './known-words.ts';

const names = factConditions.map(([name]) => name);

function pageOf(letter: ShippedLetter, data: LetterData): string {
  const merged = mergeLetter(letter.name, compileDoc(letter.doc), makeFacts(data).facts);
  if (!merged.ok) throw new Error(`${letter.code}: ${JSON.stringify(merged.error)}`);
  return merged.value;
}

/** Every word somebody wrote into a document: its text and its labels. */
function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    (key === 'text' || key === 'label') && typeof inside === 'string' ? [inside] : textsOf(inside),
  );
}

function letterOf(code: string): ShippedLetter {
  const letter = shippedLetters.find((one) => one.code === code);
  if (!letter) throw new Error(`no letter ${code}`);
  return letter;
}

/**
 * Rows of yes and no in which every two conditions meet in all four ways: each bit of the condition's place, its opposite, and
 * all alike.
 */
function everyPair(): readonly Record<FactCondition, boolean>[] {
  const bits = Math.ceil(Math.log2(names.length));
  const row = (holds: (place: number) => boolean) =>
    Object.fromEntries(names.map((name, place) => [name, holds(place)])) as Record<FactCondition, boolean>;
  const rows = [row(() => true), row(() => false)];
  for (let bit = 0; bit < bits; bit += 1) {
    rows.push(row((place) => ((place >> bit) & 1) === 1));
    rows.push(row((place) => ((place >> bit) & 1) === 0));
  }
  return rows;
}

describe('the library', () => {
  test('codes are unique, and each is a file of its own or stands in one', () => {
    const codes = shippedLetters.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(shippedLetters.map(({ name }) => name)).size).toBe(codes.length);
    const files = readdirSync(path.resolve('shared/templates/letters')).map((file) =>
      file.replace('.ts', ''),
    );
    const without = codes.filter((code) => !files.includes(code));
    expect(without).toEqual(['bankruptcy-attorney']);
  });

  test('every pair of conditions meets in all four ways', () => {
    const rows = everyPair();
    for (const one of names)
      for (const other of names)
        if (one !== other)
          expect(new Set(rows.map((row) => `${row[one]} ${row[other]}`)).size, `${one}, ${other}`).toBe(4);
  });

  describe.each(shippedLetters.map((letter) => [letter.code, letter] as const))('%s', (_code, letter) => {
    test('is a document the book can read', () => {
      const read = readDoc(JSON.parse(JSON.stringify(letter.doc)));
      expect(read.ok, JSON.stringify(read)).toBe(true);
      if (read.ok) expect(read.value).toEqual(letter.doc);
    });

    test('merges strictly whatever holds, with every section and with none, short and without slips', () => {
      for (const holds of everyPair()) {
        const full = fullLetterData(holds);
        const bare = makeLetterData({ is: holds, texts: full.texts, stateTexts: full.stateTexts });
        for (const data of [full, bare])
          expect(letterTextOf(pageOf(letter, data))).not.toMatch(/\{\{|\{%|undefined|\[object|NaN/);
        const text = letterTextOf(pageOf(letter, { ...full, stateTexts: [] }));
        expect(text).not.toMatch(/[^\n] {2}| [,;:]|[,;:][.,;:]|\. \.|\b([a-z]+) \1\b/);
        expect(text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length).toBeLessThan(480);
      }
    });

    test('names its sections only where it says that it needs them', () => {
      const needed = new Set<string>(letter.about.needs);
      const page = pageOf(letter, fullLetterData());
      const told: readonly [string, string][] = [
        ['dispute', 'The crown was billed twice'],
        ['offer', 'Sum offered'],
        ['bankruptcy', '26-10442'],
        ['returned_payment', 'Not enough money'],
        ['estate', 'February 11, 2026'],
        ['cease', 'March 6, 2026'],
      ];
      for (const [need, words] of told)
        expect(page.includes(words), `${letter.code} ${need}`).toBe(needed.has(need));
    });

    test('says it in sentences that are not too long, and describes itself shortly', () => {
      for (const text of textsOf(letter.doc))
        for (const sentence of text.split(/[.:?;]\s/))
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(45);
      expect(letter.description.length).toBeLessThanOrEqual(220);
    });
  });
});

type Case = {
  readonly role: OfficeRole;
  readonly debtor: 'consumer' | 'business';
  readonly state: StateCode;
  readonly firstWriting: boolean;
  readonly inValidation: boolean;
  readonly timeBarred: boolean;
};

const nothing = { principalCents: 0, interestCents: 0, feesCents: 0, costsCents: 0 };
const collects = (role: OfficeRole) => !['first_party_creditor', 'medical_provider'].includes(role);

function dataOf(letter: ShippedLetter, one: Case): LetterData {
  const { role, debtor, state } = one;
  const stateTexts =
    one.firstWriting || letter.about.stage === 'first_notice' ? stateTextsOf(state) : everyTime(state);
  const holds: Partial<Record<FactCondition, boolean>> = {
    consumer: debtor === 'consumer',
    business: debtor === 'business',
    collector: collects(role),
    first_party: !collects(role),
    law_office: role === 'law_office',
    medical: role === 'medical_provider',
    first_writing: one.firstWriting,
    in_validation: one.inValidation,
    time_barred: one.timeBarred,
    original_differs: true,
    furnishes: letter.about.needs.includes('furnishing'),
    interest_runs: true,
    state_notices: stateTexts.length > 0,
  };
  const paid = letter.about.needs.includes('paid_in_full');
  const full = fullLetterData(holds, { stateTexts });
  const data: LetterData = {
    ...full,
    debtor: { ...full.debtor, kind: debtor, state },
    dispute: letter.about.needs.includes('dispute') ? full.dispute : null,
    ...(paid ? { balanceCents: 0, charges: [], amounts: { ...full.amounts, ...nothing, allCents: 0 } } : {}),
  };
  return { ...data, form: data.validation && fillForm(data, data.validation) };
}

/** In D.C. the first disclosure stands in every writing, and what protects income in every plan and settlement. */
function everyTime(state: StateCode) {
  return stateTextsOf(state).filter(({ id }) => id === 'mini-miranda.dc' || id === 'dc.exempt-income');
}

function findingsOf(letter: ShippedLetter, one: Case): readonly LetterFinding[] {
  const data = dataOf(letter, one);
  const { facts, sums, days } = makeFacts(data);
  const text = letterTextOf(pageOf(letter, data));
  const { about } = letter;
  const { validation } = data;
  const asked: LetterToCheck = {
    text,
    writtenOn: data.today,
    role: one.role,
    debtor: one.debtor,
    state: one.state,
    stage: about.stage,
    to: about.to,
    language: about.language,
    asksForMoney: about.asksForMoney,
    must: about.must,
    firstWriting: one.firstWriting,
    firstContact: one.firstWriting,
    validationEndsOn: one.inValidation || about.stage === 'first_notice' ? (validation?.endOn ?? null) : null,
    timeBarred: one.timeBarred ? 'may_be' : 'no',
    judgment: false,
    chargedOff: false,
    medical: one.role === 'medical_provider',
    debtBuyer: false,
    consumerFinancial: true,
    approved: {},
    sums,
    days,
    fill: {
      collector: facts.sender.name,
      currentCreditor: validation?.currentCreditor ?? '',
      product: validation?.product ?? '',
      creditorThen: validation?.creditorThen ?? '',
      accountNumberThen: validation?.numberThen ?? '',
      itemizationDate: facts.validation.itemization_on,
      endDate: facts.validation.end_on,
      reference: validation?.reference ?? '',
      disputeAddress: facts.sender.dispute_lines.join(' '),
      consumerName: facts.debtor.full_name,
      consumerAddress: '18 Mill Road, Apt 2 Dover NH 03820',
    },
  };
  return checkLetter(asked);
}

/** New Hampshire has nothing said; California in the first letter; the District of Columbia in every one. */
const quietStates = ['NH', 'DC'] as const;
const wordyStates = ['NH', 'CA', 'DC'] as const;

/** Every office that may send it, to everybody it may go to. */
function casesOf({ about }: ShippedLetter): readonly Case[] {
  const roles = officeRoles.filter((role) => about.roles.length === 0 || about.roles.includes(role));
  const debtors = (['consumer', 'business'] as const).filter(
    (kind) => about.debtor === 'any' || about.debtor === kind,
  );
  const yesNo = [false, true];
  return roles.flatMap((role) =>
    debtors.flatMap((debtor) =>
      yesNo.flatMap((firstWriting) =>
        (firstWriting || about.stage === 'arrangement' ? wordyStates : quietStates).flatMap((state) =>
          yesNo.flatMap((inValidation) =>
            yesNo.map((timeBarred) => ({ role, debtor, state, firstWriting, inValidation, timeBarred })),
          ),
        ),
      ),
    ),
  );
}

/** A state's notice about age is not in these cases: counsel has to approve it first. */
function coherent({ debtor, role, inValidation, timeBarred, state }: Case): boolean {
  if (inValidation && (debtor === 'business' || !collects(role))) return false;
  return !(timeBarred && state === 'CA');
}

describe('the check of wording', () => {
  test.each(shippedLetters.map((letter) => [letter.code, letter] as const))(
    'stops nothing in %s on a clean account',
    (_code, letter) => {
      for (const one of casesOf(letter).filter(coherent)) {
        // A translation never goes first.
        if (letter.about.language !== 'en' && one.firstWriting) continue;
        const stops = findingsOf(letter, one).filter(({ severity }) => severity === 'stop');
        expect(stops, JSON.stringify(one)).toEqual([]);
      }
    },
  );

  test('it reads them: a changed sum, a threat and a missing disclosure are found', () => {
    const clean: Case = {
      role: 'third_party_collector',
      debtor: 'consumer',
      state: 'NH',
      firstWriting: false,
      inValidation: false,
      timeBarred: false,
    };
    const letter = letterOf('friendly-reminder');
    const broken: ShippedLetter = {
      ...letter,
      doc: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'Pay $999.99 or we will have you arrested.' }],
          },
        ],
      },
    };
    const codes = findingsOf(broken, clean).map(({ code }) => code);
    expect(codes.length).toBeGreaterThanOrEqual(3);
    expect(findingsOf(letter, clean).filter(({ severity }) => severity === 'stop')).toEqual([]);
  });
});

test('every word of the letters is one we know', () => {
  const said = new Set<string>();
  for (const { doc, about } of shippedLetters) {
    if (about.language !== 'en') continue;
    for (const text of textsOf(doc))
      for (const [word] of text.matchAll(/\p{L}+(?:[’'-]\p{L}+)*/gu)) said.add(word.toLowerCase());
  }
  expect([...said].filter((word) => !knownWords.has(word)).sort()).toEqual([]);
});

// Rule packs: what is taken, what is refused, and what is said to change.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/rules/decide.ts';
import { lawBookOf, type RulePack, shippedLaw, shippedVersion } from '../../../../shared/rules/law-book.ts';
import { canonicalText } from '../../../../shared/rules/packs/canonical.ts';
import { differenceOf } from '../../../../shared/rules/packs/difference.ts';
import { newerThan, parsePack, parsePackFile, textToSign } from '../../../../shared/rules/packs/pack.ts';
import { shippedStates } from '../../../../shared/rules/states/shipped.ts';
import { priorCall, tuesday } from '../../../builders/gate-facts.ts';
import { caseIn } from '../contact/state/lives-in.ts';

const source = { cite: 'D.C. Law 27-1', readOn: '2027-01-15', confidence: 'text' } as const;

const pack: RulePack = {
  format: 1,
  version: '2027-02-01.1',
  publishedOn: '2027-02-01',
  publisher: 'Example Legal Press',
  notes: 'D.C. lowers its cap.',
  rules: {
    'dc.calls.four-in-seven': {
      values: [
        { from: '0001-01-01', until: '2026-10-31', value: { max: 4, days: 7 } },
        { from: '2026-11-01', until: null, value: { max: 3, days: 7 } },
      ],
      source,
    },
  },
  states: {},
};

type Loose = Record<string, unknown>;

function codeOf(changed: unknown): string {
  const read = parsePack(canonicalText(changed));
  return read.ok ? 'taken' : read.error.code;
}

/** The pack with the values of one rule in place of its own. */
function withValues(ruleId: string, ...values: unknown[]): Loose {
  return { ...pack, rules: { [ruleId]: { values, source } } };
}

const always = (value: unknown) => ({ from: '0001-01-01', until: null, value });

describe('a pack', () => {
  it('is read back as it was signed', () => {
    expect(parsePack(textToSign(pack))).toEqual({ ok: true, value: pack });
  });

  it.each([
    ['no call at all, which would read as no limit', { max: 0, days: 7 }],
    ['no days at all', { max: 4, days: 0 }],
  ])('is refused with a count of nothing: %s', (_name, value) => {
    expect(codeOf(withValues('dc.calls.four-in-seven', always(value)))).toBe('pack.unreadable');
  });

  it('is refused with a list of nothing, and taken with hours from midnight', () => {
    const hours = { from: 480, to: 1260, channels: ['call'] };
    const withHours = (change: object) => withValues('fl.hours', always({ ...hours, ...change }));
    expect(codeOf(withHours({}))).toBe('taken');
    expect(codeOf(withHours({ from: 0 }))).toBe('taken');
    expect(codeOf(withHours({ channels: [] }))).toBe('pack.unreadable');
  });

  it.each([
    ['only what is new', [{ from: '2027-02-01', until: null }], 'pack.unreadable'],
    [
      'a day between',
      [
        { from: '0001-01-01', until: '2027-01-30' },
        { from: '2027-02-01', until: null },
      ],
      'pack.unreadable',
    ],
    [
      'every day',
      [
        { from: '0001-01-01', until: '2027-01-31' },
        { from: '2027-02-01', until: null },
      ],
      'taken',
    ],
    ['a repeal', [{ from: '0001-01-01', until: '2027-01-31' }], 'taken'],
  ])('leaves no rule silent on a day: %s', (_name, spans, code) => {
    const value = { max: 3, days: 7 };
    expect(codeOf(withValues('dc.calls.four-in-seven', ...spans.map((span) => ({ ...span, value }))))).toBe(
      code,
    );
  });

  it('is refused when it is nested deeper than can be read', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const text = canonicalText(withValues('dc.calls.four-in-seven', always(0)));
    expect(parsePack(text.replace('"value":0', `"value":${deep}`))).toMatchObject({
      ok: false,
      error: { code: 'pack.unreadable' },
    });
  });

  it.each([
    ['not JSON', 'x'],
    ['other spacing', JSON.stringify(pack, null, 1)],
    ['a key twice', textToSign(pack).replace('"format":1', '"format":1,"format":1')],
    ['nothing', ''],
  ])('is refused as unreadable: %s', (_name, text) => {
    expect(parsePack(text)).toMatchObject({ ok: false, error: { code: 'pack.unreadable' } });
  });

  it.each<[string, unknown]>([
    ['a field nobody knows', { ...pack, extra: 1 }],
    ['another format', { ...pack, format: 2 }],
    ['a version that is no day', { ...pack, version: '2027-02-30.1' }],
    ['a running number that would not compare as text', { ...pack, version: '2027-02-01.10' }],
    ['no publisher', { ...pack, publisher: '' }],
    ['a control character', { ...pack, publisher: 'A\u202eB' }],
    [
      'new values without a source',
      { ...pack, rules: { 'dc.hours': { values: [always({ from: 480, to: 1200 })] } } },
    ],
    ['a source without a citation', { ...pack, rules: { 'dc.hours': { source: { ...source, cite: '' } } } }],
    [
      'a source without the day it was read',
      { ...pack, rules: { 'dc.hours': { source: { ...source, readOn: '' } } } },
    ],
    ['another shape', withValues('dc.hours', always({ max: 1, days: 7 }))],
    ['a missing figure', withValues('dc.hours', always({ from: 480 }))],
    ['a figure too many', withValues('dc.hours', always({ from: 480, to: 1200, days: 1 }))],
    ['a fraction', withValues('dc.hours', always({ from: 480.5, to: 1200 }))],
    ['a figure below nothing', withValues('dc.calls.four-in-seven', always({ max: -1, days: 7 }))],
    ['text for a figure', withValues('dc.calls.four-in-seven', always({ max: '4', days: 7 }))],
    ['hours the wrong way round', withValues('dc.hours', always({ from: 1260, to: 480 }))],
    ['hours past midnight', withValues('dc.hours', always({ from: 480, to: 1500 }))],
    ['a channel nobody knows', withValues('fl.hours', always({ from: 480, to: 1260, channels: ['fax'] }))],
    ['a figure where there is none', withValues('dc.visits', always({ days: 7 }))],
    ['no version at all', withValues('dc.hours')],
    [
      'versions that overlap',
      withValues('dc.hours', always({ from: 480, to: 1260 }), {
        from: '2027-01-01',
        until: null,
        value: { from: 480, to: 1200 },
      }),
    ],
    [
      'a version that ends before it begins',
      withValues('dc.hours', { from: '2027-02-01', until: '2027-01-01', value: { from: 480, to: 1200 } }),
    ],
    ['the table of licences as a value', withValues('state.licence', always(null))],
    ['a state without a name', { ...pack, states: { OH: { ...shippedStates.OH, name: 'Iowa' } } }],
    ['a state that is none', { ...pack, states: { XX: shippedStates.OH } }],
    [
      'a period without a source',
      { ...pack, states: { OH: { ...shippedStates.OH, periods: { written: { years: 6 } } } } },
    ],
    ['a state in part', { ...pack, states: { OH: { name: 'Ohio' } } }],
  ])('is refused as unreadable: %s', (_name, changed) => {
    expect(codeOf(changed)).toBe('pack.unreadable');
  });

  it.each(['dc.no-such-rule', 'house.hours', 'toString'])('may not change the rule %s', (ruleId) => {
    expect(parsePack(canonicalText({ ...pack, rules: { [ruleId]: { source } } }))).toMatchObject({
      ok: false,
      error: { code: 'pack.unknown_rule', params: { ruleId } },
    });
  });

  it('may bring every state as it is shipped, and every rule’s values', () => {
    expect(codeOf({ ...pack, rules: {}, states: shippedStates })).toBe('taken');
    for (const { id, values, source: read, jurisdiction } of shippedLaw.contactRules) {
      if (jurisdiction === 'house' || id === 'state.licence') continue;
      expect(codeOf({ ...pack, rules: { [id]: { values, source: read } } }), id).toBe('taken');
    }
  });

  it('may repeal a rule, and change the channels of one', () => {
    expect(codeOf(withValues('dc.visits', { from: '0001-01-01', until: '2027-01-31', value: null }))).toBe(
      'taken',
    );
    expect(
      codeOf(withValues('fl.hours', always({ from: 480, to: 1260, channels: ['call', 'letter'] }))),
    ).toBe('taken');
  });

  it.each([
    ['2027-01-31.9', 'taken'],
    ['2027-02-01.1', 'pack.older'],
    ['2027-02-01.2', 'pack.older'],
    ['2028-01-01.1', 'pack.older'],
  ])('against %s in force: %s', (current, expected) => {
    const read = newerThan(pack, current);
    expect(read.ok ? 'taken' : read.error.code).toBe(expected);
  });

  it('is not signed by a text that would be refused', () => {
    expect(() => textToSign({ ...pack, format: 2 })).toThrow(TypeError);
  });
});

describe('the file of a pack', () => {
  const file = { pack: textToSign(pack), signature: 'c2lnbmF0dXJl', key: 'a2V5' };

  it('is taken apart', () => {
    expect(parsePackFile(JSON.stringify(file))).toEqual({ ok: true, value: file });
  });

  it.each<[string, unknown, string]>([
    ['a bare pack', pack, 'pack.unsigned'],
    ['no signature', { pack: file.pack, key: file.key }, 'pack.unsigned'],
    ['an empty signature', { ...file, signature: '' }, 'pack.unsigned'],
    ['no key', { pack: file.pack, signature: file.signature }, 'pack.unsigned'],
    ['something else', { letter: 'hello' }, 'pack.unreadable'],
    ['a list', [file], 'pack.unreadable'],
  ])('%s: refused', (_name, content, code) => {
    expect(parsePackFile(JSON.stringify(content))).toMatchObject({ ok: false, error: { code } });
  });

  it.each([['{'], ['']])('%j is unreadable', (text) => {
    expect(parsePackFile(text)).toMatchObject({ ok: false, error: { code: 'pack.unreadable' } });
  });

  it('has a size it may not pass', () => {
    const huge = JSON.stringify({ ...file, pack: 'x'.repeat(4_000_001) });
    expect(parsePackFile(huge)).toMatchObject({ ok: false, error: { code: 'pack.unreadable' } });
  });
});

describe('the law with a pack', () => {
  const law = lawBookOf(pack);

  it('decides by the values of the pack from their day on, and by the old ones before', () => {
    const blocks = (now: number) => {
      const contacts = [1, 2, 3].map((hours) => priorCall(now - hours * 3_600_000)).reverse();
      return decide(caseIn('DC', { now, contacts }), { law }).reasons.some(
        ({ ruleId }) => ruleId === 'dc.calls.four-in-seven',
      );
    };
    expect(blocks(tuesday)).toBe(true);
    // 30 October 2026.
    expect(blocks(tuesday - 18 * 86_400_000)).toBe(false);
    expect(decide(caseIn('DC'), { law }).law).toBe('2027-02-01.1');
    expect(decide(caseIn('DC')).law).toBe(shippedVersion);
  });

  it('says what changed, and nothing else', () => {
    const differences = differenceOf(shippedLaw, law);
    expect(differences.map(({ ruleId }) => ruleId)).toEqual(['dc.calls.four-in-seven']);
    expect(differences[0]?.before).toContain('At most 4 in 7 days.');
    expect(differences[0]?.after).toContain('From 2026-11-01: At most 3 in 7 days.');
    expect(differences[0]?.after).toContain('D.C. Law 27-1');
    expect(differenceOf(law, law)).toEqual([]);
  });

  it('says of a state’s entry what is new and what is gone', () => {
    const { medical: _gone, ...other } = shippedStates.AR.periods;
    const changed = lawBookOf({
      ...pack,
      rules: {},
      states: {
        AR: { ...shippedStates.AR, periods: { ...other, credit_card: { years: 5, source } } },
        OH: { ...shippedStates.OH, medical: { words: 'No reporting.', source } },
      },
    });
    const differences = differenceOf(shippedLaw, changed);
    expect(differences.map(({ ruleId }) => ruleId).sort()).toEqual([
      'state.ar.period.credit_card',
      'state.ar.period.medical',
      'state.oh.medical',
    ]);
    const of = (id: string) => differences.find(({ ruleId }) => ruleId === id);
    expect(of('state.ar.period.medical')?.after).toBe('');
    expect(of('state.ar.period.credit_card')?.before).toBe('');
    expect(of('state.ar.period.credit_card')?.after).toContain('5 years');
  });
});

describe('canonical text', () => {
  it('does not depend on the order of keys, and leaves out what is not there', () => {
    expect(canonicalText({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
    expect(canonicalText({ a: 1, b: 2 })).toBe(canonicalText({ b: 2, a: 1 }));
  });
});

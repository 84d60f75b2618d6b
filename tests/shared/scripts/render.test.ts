import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptFields } from '../../../shared/scripts/fields.ts';
import { fieldsIn, renderSay, sayParts } from '../../../shared/scripts/render.ts';

const facts = {
  'collector.name': 'Dana Whitlock',
  'debtor.name': 'Mara Okafor',
  'debtor.isBusiness': null,
  'office.name': 'Harbor Lane Receivables',
  'account.balance': '$960.00',
  'promise.amount': null,
};

function said(text: string, may: boolean | { debt: boolean; office: boolean } = true): string {
  const result = renderSay(text, facts, may);
  return result.ok ? result.value : `${result.error.code} ${JSON.stringify(result.error.params)}`;
}

describe('renderSay', () => {
  it('merges facts, and leaves out what there is none of', () => {
    expect(said('This is {{ collector.name }}. You owe {{ account.balance }}{{ promise.amount }}.')).toBe(
      'This is Dana Whitlock. You owe $960.00.',
    );
    expect(said('{% if promise.amount %}You promised.{% else %}Nothing was promised.{% endif %}')).toBe(
      'Nothing was promised.',
    );
    expect(said('{% unless debtor.isBusiness %}a person{% endunless %}')).toBe('a person');
    expect(said('{{ promise.amount | default: "a sum" }}')).toBe('a sum');
    expect(said('A fact nobody gave: “{{ plan.amount }}”')).toBe('A fact nobody gave: “”');
  });

  it('says a fact in the language of the script, where it reads differently there', () => {
    const both = {
      'call.greeting': 'Good morning',
      'call.greeting@es': 'Buenos días',
      'debtor.name': 'Mara',
    };
    expect(renderSay('{{ call.greeting }}, {{ debtor.name }}', both, false, 'es')).toEqual({
      ok: true,
      value: 'Buenos días, Mara',
    });
    expect(said('{{ call.greeting }}', false)).not.toContain('Buenos');
  });

  it('closes up the blank lines a condition leaves behind', () => {
    expect(said('One.\n\n{% if promise.amount %}\nTwo.\n{% endif %}\n\nThree.\n')).toBe('One.\n\nThree.');
  });

  it('names a field that does not exist, also in a branch that is not taken', () => {
    expect(said('{{ account.ballance }}')).toBe('script.unknown_field {"field":"account.ballance"}');
    expect(said('{% if promise.amount %}{{ debtor.shoeSize }}{% endif %}')).toBe(
      'script.unknown_field {"field":"debtor.shoeSize"}',
    );
    expect(said('{{ debtor.name.size }}')).toContain('script.unknown_field');
    expect(said('{{ debtor }}')).toContain('script.unknown_field');
    expect(said('{{ debtor[collector.name] }}')).toContain('script.unknown_field');
    expect(said('{{ constructor }}{{ debtor.__proto__ }}')).toContain('script.unknown_field');
    expect(said('{{ "x" | append: account.secret }}')).toContain('script.unknown_field');
  });

  it('has no debt field before the right party, not even to ask about', () => {
    for (const text of [
      '{{ account.balance }}',
      '{% if account.balance %}x{% endif %}',
      '{% if promise.amount %}{{ account.number }}{% endif %}',
      '{{ debtor.name | append: account.balance }}',
      '{% case account.balance %}{% when "x" %}{% endcase %}',
    ]) {
      expect(said(text, { debt: false, office: true }), text).toContain('script.debt_too_early');
    }
    expect(said('{{ office.name }}', false)).toBe('script.office_too_early {"field":"Name of the office"}');
    expect(said('{{ office.name }}', { debt: false, office: true })).toBe('Harbor Lane Receivables');
    expect(said('{{ debtor.name }}', false)).toBe('Mara Okafor');
  });

  it('says in words what is wrong with a broken text', () => {
    expect(said('{{ debtor.name')).toBe(
      'script.text_broken {"reason":"a {{ is not closed with }} (line 1)"}',
    );
    expect(said('{% if debtor.name %}x')).toContain('a condition or {% is not closed');
    expect(said('{{ debtor.name | reverse_words }}')).toContain('there is no filter “reverse_words”');
    expect(said('Two\n{% for x in debtor %}{% endfor %}')).toContain(
      'there is no instruction “for” (line 2)',
    );
    expect(said('{{ debtor..name }}')).toMatch(/script\.(text_broken|unknown_field)/);
    expect(said(`{{ debtor.name }}${'x'.repeat(5000)}`)).toContain('too long or too heavy');
  });

  it.each(['include', 'render', 'layout', 'assign', 'capture', 'for', 'tablerow', 'raw', 'liquid', 'echo'])(
    'has no instruction %s',
    (tag) => {
      expect(said(`{% ${tag} x %}`)).toContain('script.text_broken');
    },
  );

  it('never reads what a debtor supplied as a template', () => {
    const name = '{{ account.balance }}{% if x %}<b>\uE000';
    const result = renderSay('Hello {{ debtor.name }}.', { 'debtor.name': name }, false);
    expect(result).toEqual({ ok: true, value: 'Hello {{ account.balance }}{% if x %}<b>.' });
  });

  it('tells what was merged apart from what was written', () => {
    expect(sayParts('Hello {{ debtor.name }}, \uE000hm\uE001', facts, false)).toEqual({
      ok: true,
      value: [
        { text: 'Hello ', merged: false },
        { text: 'Mara Okafor', merged: true },
        { text: ', hm', merged: false },
      ],
    });
  });

  it('knows the fields a text names', () => {
    const named = fieldsIn('{% if plan.on %}{{ plan.amount | upcase }}{% endif %}{{ plan.on }}');
    expect(named.ok && named.value.map(({ name }) => name).sort()).toEqual(['plan.amount', 'plan.on']);
  });

  it('answers every text with a text or a fault, and never with a hidden fact', () => {
    const secret = Object.fromEntries(
      scriptFields.map(({ name, reveals }) => [name, reveals === 'debt' ? 'SECRET' : 'open']),
    );
    const piece = fc.oneof(
      fc.constantFrom('{{', '}}', '{%', '%}', '|', 'if', 'endif', 'else', 'account.balance', 'account', '.'),
      fc.constantFrom(...scriptFields.map(({ name }) => `{{ ${name} }}`)),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const result = renderSay(pieces.join(' '), secret, { debt: false, office: true });
        if (result.ok) expect(result.value).not.toContain('SECRET');
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { AddressKind, PhoneKind } from '../../../../../shared/domain/debtor.ts';
import { CaseView } from '../../../../../shared/rules/case-view.ts';
import { inconvenientPlacesRule } from '../../../../../shared/rules/contact/timing/inconvenient-places.ts';
import type { ContactAct, GateFacts } from '../../../../../shared/rules/facts.ts';
import type { Finding } from '../../../../../shared/rules/rule.ts';
import { gateFacts, legalEvent } from '../../../../builders/gate-facts.ts';

const phones = (['mobile', 'home', 'work', 'other'] as PhoneKind[]).map((kind, index) => ({
  phoneId: index + 1,
  kind,
  status: 'current' as const,
  number: '+15125550144',
}));
const addresses = (['home', 'work', 'mailing', 'other'] as AddressKind[]).map((kind, index) => ({
  addressId: index + 1,
  kind,
  status: 'current' as const,
  city: 'Austin',
  region: 'TX',
  postalCode: '78701',
  country: '',
}));

function ask(events: GateFacts['events'], act: Partial<ContactAct>): Finding {
  const facts = gateFacts({ events, act, person: { phones, addresses } });
  return inconvenientPlacesRule.check({ facts, at: facts.now, value: null, view: new CaseView(facts) });
}

const notAt = (place: 'home' | 'work' | null, rest: Parameters<typeof legalEvent>[2] = {}) =>
  legalEvent('inconvenient_place', '2026-11-03', { ...rest, scope: { place } });
const phoneOf = (kind: PhoneKind) => phones.findIndex((phone) => phone.kind === kind) + 1;
const addressOf = (kind: AddressKind) => addresses.findIndex((address) => address.kind === kind) + 1;

describe('“not at home”', () => {
  it.each([
    ['call', 'home', 'block'],
    ['voicemail', 'home', 'block'],
    ['call', 'mobile', 'pass'],
    ['text', 'mobile', 'pass'],
    ['call', 'work', 'pass'],
    // The book does not say what the number is.
    ['call', 'other', 'warn'],
  ] as const)('a %s to a number of kind %s: %s', (channel, kind, result) => {
    expect(ask([notAt('home')], { channel, phoneId: phoneOf(kind) }).result).toBe(result);
  });

  it.each([
    ['letter', 'home', 'block'],
    ['visit', 'home', 'block'],
    ['letter', 'work', 'pass'],
    ['letter', 'mailing', 'warn'],
    ['visit', 'other', 'warn'],
  ] as const)('a %s to an address of kind %s: %s', (channel, kind, result) => {
    expect(ask([notAt('home')], { channel, phoneId: null, addressId: addressOf(kind) }).result).toBe(result);
  });

  it.each(['email', 'social', 'other'] as const)('leaves %s alone, which belongs to no place', (channel) => {
    expect(ask([notAt('home')], { channel, phoneId: null }).result).toBe('pass');
  });

  it('is not known to be kept while the number or address is not chosen', () => {
    expect(ask([notAt('home')], { phoneId: null }).result).toBe('undetermined');
    expect(ask([notAt('home')], { channel: 'letter', addressId: null }).result).toBe('undetermined');
    expect(ask([notAt('home')], { channel: 'letter', addressId: 77 }).result).toBe('undetermined');
  });

  it('says so in plain words', () => {
    const finding = ask([notAt('home')], { phoneId: phoneOf('home') });
    expect(finding).toMatchObject({ clears: { waitsFor: 'the debtor to say that the place suits again' } });
    expect(finding.result === 'block' && finding.text()).toBe(
      'On November 3, 2026 the debtor asked not to be contacted at home. This number belongs to that place.',
    );
  });
});

describe('“not at work”', () => {
  it('closes the number and address of work', () => {
    expect(ask([notAt('work')], { phoneId: phoneOf('work') }).result).toBe('block');
    expect(ask([notAt('work')], { channel: 'letter', addressId: addressOf('work') }).result).toBe('block');
    expect(ask([notAt('work')], { phoneId: phoneOf('home') }).result).toBe('pass');
  });
});

describe('a place', () => {
  it('that was not recorded is not known', () => {
    expect(ask([notAt(null)], { phoneId: phoneOf('mobile') })).toMatchObject({
      result: 'undetermined',
      clears: { waitsFor: 'the inconvenient place to be recorded' },
    });
  });

  it('is open again from the day the request ended', () => {
    const home = { phoneId: phoneOf('home') };
    expect(ask([notAt('home', { endedOn: '2026-11-17' })], home).result).toBe('pass');
    expect(ask([notAt('home', { endedOn: '2026-11-18' })], home)).toMatchObject({
      result: 'block',
      clears: { at: Date.UTC(2026, 10, 18, 6) },
    });
    expect(
      ask([legalEvent('inconvenient_place', '2026-11-18', { scope: { place: 'home' } })], home),
    ).toMatchObject({
      result: 'pass',
      until: Date.UTC(2026, 10, 18, 6),
    });
  });

  it('is opened by the debtor’s own consent and by a court', () => {
    const home = { phoneId: phoneOf('home') };
    const consent = legalEvent('consent', '2026-11-10', {
      detail: { consent: 'contact', direct: true },
      scope: { phoneId: phoneOf('home') },
    });
    expect(ask([notAt('home'), consent], home).result).toBe('pass');
    expect(ask([notAt('home'), legalEvent('court_permission', '2026-11-10')], home).result).toBe('pass');
    expect(ask([notAt('home'), { ...consent, detail: { consent: 'contact' } }], home).result).toBe('block');
  });
});

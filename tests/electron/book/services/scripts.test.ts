import { beforeEach, describe, expect, it } from 'vitest';
import { shippedCards, shippedScripts } from '../../../../shared/scripts/library/index.ts';
import type { Script } from '../../../../shared/scripts/script.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { thirdParty } from '../../../builders/office.ts';
import { makeAnswer, makeScript, withStep } from '../../../builders/script.ts';
import { makeTestStore } from '../../../builders/store.ts';

let desk: Desk;
beforeEach(() => {
  desk = makeDesk(makeTestStore(), undefined, thirdParty);
});

const shippedFirst = shippedScripts.find(({ code }) => code === 'first-call.third-party') as Script;
const own: Script = { ...makeScript(), code: shippedFirst.code, name: 'Our first call' };
const broken = withStep(own, 'elsewhere', { say: '{{ debtor.shoeSize }}', answers: [] });

async function rowOf(code: string) {
  const { scripts } = await desk.get('scripts.list', {});
  return scripts.find((row) => row.code === code);
}

describe('keeping scripts', () => {
  it('lists what was shipped, proved and in force', async () => {
    const { scripts, cards } = await desk.get('scripts.list', {});
    expect(scripts).toHaveLength(shippedScripts.length);
    expect(cards).toHaveLength(shippedCards.length);
    expect(scripts.every((row) => row.inForce?.origin === 'shipped' && row.faults === 0)).toBe(true);
  });

  it('puts the version of the office in the place of the shipped one, and takes it out again', async () => {
    expect(await desk.get('scripts.save', { script: own, draft: false })).toEqual({ version: 1 });
    expect(await rowOf(own.code)).toMatchObject({
      name: 'Our first call',
      inForce: { origin: 'office', version: 1 },
      author: 'Desk',
      shippedChanged: false,
    });
    await desk.get('scripts.retire', { kind: 'script', code: own.code, origin: 'office' });
    expect(await rowOf(own.code)).toMatchObject({ name: shippedFirst.name, inForce: { origin: 'shipped' } });
    await desk.get('scripts.restore', { kind: 'script', code: own.code, origin: 'office' });
    expect((await rowOf(own.code))?.inForce).toEqual({ origin: 'office', version: 1 });
  });

  it('makes a version of each change, none of saving the same again, and keeps the older to look at', async () => {
    await desk.get('scripts.save', { script: own, draft: false });
    const second = { ...own, name: 'Our second' };
    expect(await desk.get('scripts.save', { script: second, draft: false })).toEqual({ version: 2 });
    expect(await desk.get('scripts.save', { script: second, draft: false })).toEqual({ version: 2 });
    const { versions, current } = await desk.get('scripts.get', { code: own.code });
    expect(current).toEqual(second);
    expect(versions.map(({ origin, version }) => `${origin} ${version}`)).toEqual([
      'office 2',
      'office 1',
      `shipped ${(await rowOf(own.code))?.shippedVersion}`,
    ]);
    const first = await desk.get('scripts.version', { code: own.code, origin: 'office', version: 1 });
    expect(first.script).toEqual(own);
  });

  it('refuses a script with a fault, says which, and keeps it as a draft that no call uses', async () => {
    const refused = await desk.call('scripts.save', { script: broken, draft: false });
    expect(refused).toMatchObject({ ok: false, error: { code: 'script.faults', params: { count: 2 } } });
    expect((await rowOf(own.code))?.officeVersion).toBeNull();
    await desk.get('scripts.save', { script: broken, draft: true });
    expect(await rowOf(own.code)).toMatchObject({
      draft: true,
      faults: 2,
      officeVersion: 1,
      inForce: { origin: 'shipped' },
    });
    // What is in force stays while a draft is worked on.
    await desk.get('scripts.save', { script: own, draft: false });
    await desk.get('scripts.save', { script: broken, draft: true });
    expect((await rowOf(own.code))?.inForce).toEqual({ origin: 'office', version: 2 });
  });

  it('falls back to the shipped one when a kept version turns out to have a fault', async () => {
    await desk.get('scripts.save', { script: own, draft: false });
    desk.store.sql('DROP TRIGGER scripts_keep_update').run();
    desk.store
      .sql(
        `UPDATE scripts SET body = replace(body, '{{ account.balance }}', '{{ account.gone }}') WHERE origin = 'office'`,
      )
      .run();
    expect(await rowOf(own.code)).toMatchObject({ faults: 1, inForce: { origin: 'shipped' } });
  });

  it('uses no script of a code when the shipped one is retired', async () => {
    await desk.get('scripts.retire', { kind: 'script', code: own.code, origin: 'shipped' });
    expect(await rowOf(own.code)).toMatchObject({ inForce: null, retired: true });
    const accountId = await desk.account();
    const { scripts } = await desk.get('scripts.forCall', { accountId, direction: 'out' });
    expect(scripts.some(({ script }) => script.code === own.code)).toBe(false);
    await desk.get('scripts.restore', { kind: 'script', code: own.code, origin: 'shipped' });
    expect((await rowOf(own.code))?.retired).toBe(false);
  });

  it('refuses what is too large, holds a card number, or does not exist', async () => {
    const long = withStep(own, 'matter', { prompts: Array.from({ length: 30 }, () => 'x'.repeat(500)) });
    const large = {
      ...long,
      steps: Array.from({ length: 30 }, (_, at) => ({
        ...(long.steps[4] as Script['steps'][0]),
        id: `s${at}`,
      })),
    };
    expect(await desk.codeOf('scripts.save', { script: large, draft: true })).toBe('script.too_large');
    const card = withStep(own, 'matter', { say: 'Read 4111 1111 1111 1111' });
    expect(await desk.codeOf('scripts.save', { script: card, draft: true })).toBe('payment.card_number');
    expect(await desk.codeOf('scripts.get', { code: 'no-such' })).toBe('script.not_found');
    expect(await desk.codeOf('scripts.version', { code: own.code, origin: 'office', version: 9 })).toBe(
      'script.not_found',
    );
    expect(await desk.codeOf('scripts.retire', { kind: 'script', code: 'no-such', origin: 'office' })).toBe(
      'script.not_found',
    );
  });

  it('keeps cards the same way', async () => {
    const card = shippedCards[0];
    if (!card) throw new Error('no cards are shipped');
    const changed = { ...card, answer: 'I hear you. {{ account.balance }}.' };
    await desk.get('scripts.saveCard', { card: changed });
    const read = await desk.get('scripts.card', { code: card.code });
    expect(read.current).toEqual(changed);
    expect(read.shipped).toEqual(card);
    expect(await desk.codeOf('scripts.saveCard', { card: { ...card, answer: '{{ x.y }}' } })).toBe(
      'script.faults',
    );
  });
});

describe('scripts for a call', () => {
  it('offers what fits the office and the debt, and the first call to somebody never spoken with', async () => {
    const accountId = await desk.account();
    const ready = await desk.get('scripts.forCall', { accountId, direction: 'out' });
    expect(ready.audience).toBe('third_party');
    expect(ready.suggested).toEqual({
      code: 'first-call.third-party',
      why: 'Nobody has spoken with them yet.',
    });
    expect(ready.scripts.every(({ script }) => script.audiences.includes('third_party'))).toBe(true);
    expect(ready.cards.every(({ audiences }) => audiences.includes('third_party'))).toBe(true);
    const inbound = await desk.get('scripts.forCall', { accountId, direction: 'in' });
    expect(inbound.suggested.code).toBe('inbound-call.third-party');
  });

  it('offers the new version of the office at once', async () => {
    const accountId = await desk.account();
    await desk.get('scripts.save', { script: own, draft: false });
    const { scripts, suggested } = await desk.get('scripts.forCall', { accountId, direction: 'out' });
    expect(suggested.code).toBe(own.code);
    expect(scripts.find(({ script }) => script.code === own.code)).toEqual({
      origin: 'office',
      version: 1,
      script: own,
    });
  });

  it('speaks as to a business about a debt of a business', async () => {
    const accountId = await desk.account({
      debtorKind: 'business',
      debtorName: 'Orchard Tool & Die',
      debtType: 'commercial',
    });
    const ready = await desk.get('scripts.forCall', { accountId, direction: 'out' });
    expect(ready.audience).toBe('commercial');
    expect(ready.facts['debtor.isBusiness']).toBe('yes');
    expect(ready.facts['debtor.firstName']).toBe('Orchard Tool & Die');
  });

  it('goes by a promise that is due, then broken', async () => {
    const accountId = await desk.account({ amountCents: 50_000 });
    await desk.get('promises.record', { accountId, amountCents: 20_000, dueOn: '2026-11-21' });
    const due = await desk.get('scripts.forCall', { accountId, direction: 'out' });
    expect(due.suggested).toEqual({
      code: 'promise-due.third-party',
      why: 'Their promise of $200.00 is due on November 21, 2026.',
    });
    desk.pass(10 * dayMs);
    const late = await desk.get('scripts.forCall', { accountId, direction: 'out' });
    expect(late.suggested.code).toBe('promise-broken.third-party');
    expect(late.suggested.why).toBe('They promised $200.00 by November 21, 2026, and nothing came in.');
    expect(late.facts).toMatchObject({
      'promise.amount': '$200.00',
      'promise.on': 'November 21, 2026',
      'promise.on@es': '21 de noviembre de 2026',
      'promise.received': '$0.00',
    });
  });

  it('puts the account into words', async () => {
    const accountId = await desk.account({
      debtorName: 'Okafor, Mara',
      number: 'TD-1042',
      originalCreditor: 'Tidewater Dental',
      amountCents: 96_000,
    });
    await desk.get('letters.setLetterhead', {
      line1: '14 Harbor Lane',
      line2: '',
      city: 'Austin',
      region: 'TX',
      postalCode: '78701',
      phone: '(512) 555-0100',
      email: '',
      hours: 'Monday to Friday, 9 to 5',
      howToPay: '',
    });
    await desk.pay(accountId, 12_000);
    const { facts } = await desk.get('scripts.forCall', { accountId, direction: 'out' });
    expect(facts).toMatchObject({
      'collector.name': 'Desk',
      'call.greeting': 'Good morning',
      'call.greeting@es': 'Buenos días',
      'debtor.name': 'Mara Okafor',
      'debtor.firstName': 'Mara',
      'debtor.isBusiness': null,
      'office.callback': '(512) 555-0100',
      'office.address': '14 Harbor Lane, Austin, TX 78701',
      'office.howToPay': null,
      'account.number': 'TD-1042',
      'account.balance': '$840.00',
      'account.pastDue': '$840.00',
      'account.oldestDue': 'July 1, 2026',
      'account.daysPastDue': '142',
      'account.openedOn': 'June 1, 2026',
      'account.debtType': 'medical bill',
      'account.debtType@es': 'factura médica',
      'creditor.original': 'Tidewater Dental',
      'lastPayment.amount': '$120.00',
      'promise.amount': null,
      'plan.amount': null,
    });
    const { scriptFields } = await import('../../../../shared/scripts/fields.ts');
    for (const { name } of scriptFields) expect(facts, name).toHaveProperty([name]);
  });

  it('speaks Spanish to somebody who does', async () => {
    const accountId = await desk.account();
    const { debtor } = await desk.get('accounts.get', { accountId });
    await desk.get('law.setPersonFact', {
      debtorId: debtor.debtorId,
      name: 'language',
      value: 'Español',
      source: 'Said so',
    });
    const ready = await desk.get('scripts.forCall', { accountId, direction: 'out' });
    expect(ready.language).toBe('es');
    expect(ready.suggested.code).toBe('first-call.third-party.es');
    expect(ready.scripts[0]?.script.language).toBe('es');
  });

  it('knows no account that does not exist', async () => {
    expect(await desk.codeOf('scripts.forCall', { accountId: 9999, direction: 'out' })).toBe(
      'account.not_found',
    );
  });
});

describe('how the office speaks', () => {
  it('leaves no message under a name that tells of debts, and says so', async () => {
    desk.store.sql(`UPDATE office SET name = 'Harbor Lane Receivables'`).run();
    const accountId = await desk.account();
    const { voicemail } = await desk.get('scripts.forCall', { accountId, direction: 'out' });
    expect(voicemail).toMatchObject({ ok: false, error: { code: 'limited.name_suggests_debt' } });
  });

  it('makes the message of what was set', async () => {
    await desk.get('scripts.setSpokenName', { name: 'Dana Whitlock' });
    const read = await desk.get('scripts.spoken', {});
    await desk.get('scripts.setVoicemail', {
      ...read.voicemail,
      businessName: 'Harbor Lane',
      callBackNumber: '(512) 555-0100',
    });
    const { message, name } = await desk.get('scripts.spoken', {});
    expect(name).toBe('Dana Whitlock');
    expect(message).toEqual({
      ok: true,
      value: 'Hello. This is Harbor Lane. Please call Dana Whitlock back at (512) 555-0100.',
    });
    const accountId = await desk.account();
    const ready = await desk.get('scripts.forCall', { accountId, direction: 'out' });
    expect(ready.voicemail).toEqual(message);
    expect(ready.facts['collector.name']).toBe('Dana Whitlock');
    await desk.get('scripts.setSpokenName', { name: '' });
    expect((await desk.get('scripts.forCall', { accountId, direction: 'out' })).facts['collector.name']).toBe(
      'Desk',
    );
  });
});

describe('a jump of an office script', () => {
  it('is a fault once the script it leads to was changed so that the disclosure is passed by', async () => {
    const jumper: Script = {
      ...makeScript({ code: 'our-refusal', situation: 'refusal' }),
      steps: makeScript().steps.map((step) =>
        step.id === 'hello'
          ? {
              ...step,
              answers: [
                ...step.answers,
                makeAnswer('law', { situation: 'hardship' }, { label: 'Cannot pay', party: 'right_party' }),
              ],
            }
          : step,
      ),
    };
    const hardship: Script = {
      ...makeScript({ code: 'our-hardship', situation: 'hardship', resume: 'disclose' }),
    };
    await desk.get('scripts.save', { script: hardship, draft: false });
    await desk.get('scripts.save', { script: jumper, draft: false });
    expect((await rowOf('our-refusal'))?.inForce).toEqual({ origin: 'office', version: 1 });
    await desk.get('scripts.save', { script: { ...hardship, resume: 'matter' }, draft: false });
    expect(await rowOf('our-refusal')).toMatchObject({ faults: 1, inForce: null });
  });
});

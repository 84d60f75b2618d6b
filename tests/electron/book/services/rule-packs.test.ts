/** Rule packs as an office takes them: only signed, only of publishers it added, only newer; and what they change then holds. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lawInForce } from '../../../../electron/book/services/law-facts.ts';
import { shippedVersion } from '../../../../shared/rules/law-book.ts';
import { textToSign } from '../../../../shared/rules/packs/pack.ts';
import { type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

let desk: ImportDesk;
const publisher = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');

beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
});

const sevenInSeven = 'reg-f.calls.seven-in-seven';

function packOf(version: string, most = 4) {
  return {
    format: 1,
    version,
    publishedOn: '2027-01-15',
    publisher: 'Harbor Lane Counsel',
    notes: 'Four calls instead of seven.',
    rules: {
      [sevenInSeven]: {
        values: [
          { from: '2021-11-30', until: '2027-01-31', value: { most: 7, days: 7 } },
          { from: '2027-02-01', until: null, value: { most, days: 7 } },
        ],
        source: { cite: '12 CFR 1006.14(b)(2)(i)(A), as amended', readOn: '2027-01-10', confidence: 'text' },
        title: `At most ${most} calls in seven days about one debt`,
      },
    },
    states: {},
  };
}

const keyText = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64');

function signed(pack: unknown, by = publisher, change: (text: string) => string = (text) => text): string {
  const text = textToSign(pack);
  const signature = sign(null, Buffer.from(text, 'utf8'), by.privateKey).toString('base64');
  return JSON.stringify({ pack: change(text), signature, key: keyText(by.publicKey) });
}

async function codeOf(content: string): Promise<string> {
  const answer = await desk.call('law.loadPack', { fileId: desk.file(content, 'rules.duebook-rules') });
  return answer.ok ? 'ok' : answer.error.code;
}

const trust = async () =>
  valueIn(
    await desk.call('law.trustPublisher', {
      key: keyText(publisher.publicKey),
      name: 'Harbor Lane Counsel',
    }),
  );

test('is shown before it is taken: whose it is, and what it says instead of what', async () => {
  const fileId = desk.file(signed(packOf('2027-01-15.1')), 'rules.duebook-rules');
  const preview = valueIn(await desk.call('law.previewPack', { fileId }));
  expect(preview).toMatchObject({
    version: '2027-01-15.1',
    publisher: 'Harbor Lane Counsel',
    trusted: false,
    notes: 'Four calls instead of seven.',
  });
  expect(preview.fingerprint).toMatch(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/);
  expect(preview.differences).toHaveLength(1);
  expect(preview.differences[0]).toMatchObject({ ruleId: sevenInSeven });
  expect(lawInForce(desk.store).version).toBe(shippedVersion);
});

test('is refused of a publisher nobody added, and taken once somebody did', async () => {
  const pack = signed(packOf('2027-01-15.1'));
  expect(await codeOf(pack)).toBe('pack.untrusted');
  await trust();
  expect(await codeOf(pack)).toBe('ok');
  const law = lawInForce(desk.store);
  expect(law.version).toBe('2027-01-15.1');
  expect(law.contactRules.find(({ id }) => id === sevenInSeven)?.values).toHaveLength(2);
  const { packs, version } = valueIn(await desk.call('law.rules', {}));
  expect(version).toBe('2027-01-15.1');
  expect(packs).toMatchObject([{ version: '2027-01-15.1', differences: [{ ruleId: sevenInSeven }] }]);
});

test.each([
  ['unsigned', JSON.stringify(packOf('2027-01-15.1')), 'pack.unsigned'],
  ['signed by another key than it names', '', 'pack.unsigned'],
  ['changed after it was signed', '', 'pack.unsigned'],
  ['cut short', '', 'pack.unreadable'],
  ['no pack at all', 'a,b\n1,2\n', 'pack.unreadable'],
  ['of a rule this program does not know', '', 'pack.unknown_rule'],
])('is refused when it is %s, and nothing changes', async (how, given, code) => {
  await trust();
  const good = signed(packOf('2027-01-15.1'));
  const made: Readonly<Record<string, () => string>> = {
    'signed by another key than it names': () => {
      const file = JSON.parse(signed(packOf('2027-01-15.1'), stranger)) as Record<string, string>;
      return JSON.stringify({ ...file, key: keyText(publisher.publicKey) });
    },
    'changed after it was signed': () =>
      signed(packOf('2027-01-15.1'), publisher, (text) => text.replace('"most":4', '"most":9')),
    'cut short': () => good.slice(0, -20),
    'of a rule this program does not know': () => {
      const text = textToSign(packOf('2027-01-15.1')).replaceAll(sevenInSeven, 'reg-f.calls.no-such-rule');
      const signature = sign(null, Buffer.from(text, 'utf8'), publisher.privateKey).toString('base64');
      return JSON.stringify({ pack: text, signature, key: keyText(publisher.publicKey) });
    },
  };
  expect(await codeOf(made[how]?.() ?? given)).toBe(code);
  expect(lawInForce(desk.store).version).toBe(shippedVersion);
});

test('is refused when it is older than, or the same as, the rules in force', async () => {
  await trust();
  expect(await codeOf(signed(packOf('2026-01-01.1')))).toBe('pack.older');
  expect(await codeOf(signed(packOf('2027-01-15.2')))).toBe('ok');
  expect(await codeOf(signed(packOf('2027-01-15.2')))).toBe('pack.older');
  expect(await codeOf(signed(packOf('2027-01-15.1')))).toBe('pack.older');
  expect(await codeOf(signed(packOf('2027-01-16.1', 3)))).toBe('ok');
  expect(valueIn(await desk.call('law.rules', {})).packs.map(({ version }) => version)).toEqual([
    '2027-01-16.1',
    '2027-01-15.2',
  ]);
});

test('is refused of a publisher that was removed; a text that is no key is never added', async () => {
  await trust();
  const key = keyText(publisher.publicKey);
  expect(valueIn(await desk.call('law.publishers', {})).publishers).toMatchObject([{ key }]);
  valueIn(await desk.call('law.removePublisher', { key }));
  expect(await codeOf(signed(packOf('2027-01-15.1')))).toBe('pack.untrusted');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  for (const text of ['not a key', keyText(rsa).slice(0, 200)]) {
    const answer = await desk.call('law.trustPublisher', { key: text, name: 'Anybody' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'publisher.invalid' } });
  }
});

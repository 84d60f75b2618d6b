/** The log of the post: numbers, days, runs in their order, what withdraws what; and what mail that came back changes. */
import { beforeEach, describe, expect, test } from 'vitest';
import { composeMailSheet } from '../../../../electron/book/services/mail-sheet.ts';
import { ensureTemplate, markLetterAs } from '../../../../electron/book/store/queries/letters.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { plainAbout } from '../../../../shared/templates/letter-about.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';
import { giveProfile } from '../../../builders/office.ts';

const certified = ['9407111899562468135799', '9400111201080805483016', '9361289878700317633795'] as const;
const greenCard = '9590940212345678901239';

let desk: Desk;
let accountId: number;
let addressId: number;
beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account({
    line1: '1 Elm Street',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
  });
  addressId = (await facts()).addresses[0]?.addressId ?? 0;
  await desk.get('debtors.setAddressStatus', { addressId, status: 'current' });
  for (const [code, name] of [
    ['demand', 'Demand letter'],
    ['validation-notice', 'Validation notice'],
    ['dispute-verification', 'Answer to a dispute'],
  ] as const)
    ensureTemplate(desk.store, { code, version: 7, name, description: '', body: 'x', madeAt: 1 });
  desk.pass(60_000);
});

const facts = async (of = accountId) => (await desk.get('accounts.get', { accountId: of })).debtor;
const templateId = (code: string) =>
  desk.store.sql('SELECT id FROM templates WHERE code = ? AND version = 7').pluck().get(code) as number;

function letter(
  change: { of?: number; code?: string; printed?: boolean; block?: readonly string[] } = {},
): number {
  const { of = accountId, code = 'demand', printed = true } = change;
  const printedFacts = {
    recipient: { address_lines: [...(change.block ?? ['Mara Okafor', '1 Elm Street', 'Austin TX 78701'])] },
  };
  const { lastInsertRowid } = desk.store
    .sql(
      `INSERT INTO letters (account_id, template_id, made_at, author, balance_cents, pages, pdf_sha256, facts, html, pdf, address_id)
       VALUES (?, ?, ?, 'Desk', 10000, 1, '00', ?, '<p>x</p>', x'01', ?)`,
    )
    .run(
      of,
      templateId(code),
      desk.moment().now,
      JSON.stringify(printedFacts),
      of === accountId ? addressId : null,
    );
  const letterId = Number(lastInsertRowid);
  if (printed) markLetterAs(desk.store, letterId, 'printed', desk.moment().now);
  return letterId;
}

type Piece = InputOf<'mail.record'>['pieces'][number];
const record = (pieces: readonly Piece[], change: Partial<InputOf<'mail.record'>> = {}) =>
  desk.call('mail.record', { mailedOn: desk.today(), pieces: [...pieces], ...change });
const codeOf = async (pieces: readonly Piece[], change: Partial<InputOf<'mail.record'>> = {}) => {
  const answer = await record(pieces, change);
  return answer.ok ? 'ok' : answer.error.code;
};
const mailed = async (piece: Piece): Promise<number> => {
  const answer = await record([piece]);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.mailingIds[0] ?? 0;
};

describe('what waits to be mailed', () => {
  test('is what was printed and is in no log, the newest first; the office’s own copies never', async () => {
    const first = letter();
    const second = letter();
    letter({ printed: false });
    const waiting = await desk.get('mail.waiting', {});
    expect(waiting.pieces.map(({ letterId }) => letterId)).toEqual([second, first]);
    expect(waiting.count).toBe(2);
    expect(waiting.pieces[0]).toMatchObject({ debtorName: 'Mara Okafor', templateName: 'Demand letter' });
    await mailed({ letterId: first, class: 'first_class' });
    expect((await desk.get('mail.waiting', {})).pieces.map(({ letterId }) => letterId)).toEqual([second]);
  });

  test('pages on, and forgets what was printed long ago', async () => {
    const ids = [letter(), letter(), letter()];
    const page = await desk.get('mail.waiting', { limit: 2 });
    expect(page.pieces).toHaveLength(2);
    expect((await desk.get('mail.waiting', { limit: 2, before: page.next })).pieces[0]?.letterId).toBe(
      ids[0],
    );
    desk.pass(61 * 86_400_000);
    expect((await desk.get('mail.waiting', {})).count).toBe(0);
  });

  test('of a run stands in the order of the run, and its number of mailed pieces grows', async () => {
    const letters = [letter(), letter(), letter()];
    desk.store
      .sql(
        `INSERT INTO print_runs (id, source, name, sort, setup, state, made_at, author)
         VALUES (1, '{}', 'Friday', 'zip', '{}', 'settled', ?, 'Desk')`,
      )
      .run(desk.moment().now);
    // The places run against the order they were made in; the last one was spoilt.
    for (const [index, letterId] of [...letters].reverse().entries())
      desk.store
        .sql(
          `INSERT INTO print_run_letters (run_id, place, account_id, template_id, state, letter_id) VALUES (1, ?, ?, ?, ?, ?)`,
        )
        .run(index + 1, accountId, templateId('demand'), index === 2 ? 'spoilt' : 'printed', letterId);
    const { pieces } = await desk.get('mail.waiting', { runId: 1 });
    expect(pieces.map(({ letterId, place }) => [letterId, place])).toEqual([
      [letters[2], 1],
      [letters[1], 2],
    ]);
    await record([{ letterId: letters[2] ?? 0, class: 'certified', articleNumber: certified[0] }], {
      runId: 1,
    });
    expect((await desk.get('mail.runs', {})).runs).toEqual([
      expect.objectContaining({ runId: 1, name: 'Friday', printed: 2, mailed: 1 }),
    ]);
    expect(await codeOf([{ letterId: letters[1] ?? 0, class: 'hand' }], { runId: 9 })).toBe(
      'mail.run_not_found',
    );
  });
});

describe('entering what was mailed', () => {
  test('keeps number, card, postage and day, and remembers the postage of the service', async () => {
    const letterId = letter();
    await mailed({
      letterId,
      class: 'certified_return_receipt',
      articleNumber: '42078701 9407 1118 9956 2468 1357 99',
      receiptNumber: '9590 9402 1234 5678 9012 39',
      postageCents: 969,
      note: 'Main office',
    });
    const { pieces, totals } = await desk.get('mail.list', {});
    expect(pieces[0]).toMatchObject({
      letterId,
      articleNumber: certified[0],
      receiptNumber: greenCard,
      postageCents: 969,
      mailedOn: desk.today(),
      note: 'Main office',
      author: 'Desk',
      state: 'mailed',
      outcome: null,
    });
    expect(totals).toEqual({ pieces: 1, postageCents: 969, delivered: 0, returned: 0 });
    expect(await desk.get('mail.usual', {})).toEqual({
      class: 'certified_return_receipt',
      postage: [{ class: 'certified_return_receipt', postageCents: 969 }],
    });
  });

  test.each<[string, Partial<Piece>]>([
    ['mail.number_missing', { class: 'certified' }],
    ['mail.number_missing', { class: 'registered' }],
    ['mail.number_wrong', { class: 'certified', articleNumber: '9407111899562468135790' }],
    ['mail.number_wrong', { class: 'priority', articleNumber: '12345' }],
    ['mail.number_unwanted', { class: 'first_class', articleNumber: certified[0] }],
    ['mail.number_of_receipt', { class: 'certified', articleNumber: greenCard }],
    ['mail.receipt_unwanted', { class: 'certified', articleNumber: certified[0], receiptNumber: greenCard }],
    [
      'mail.number_twice',
      { class: 'certified_return_receipt', articleNumber: certified[0], receiptNumber: certified[0] },
    ],
  ])('%s for %o', async (code, change) => {
    expect(await codeOf([{ letterId: letter(), class: 'first_class', ...change }])).toBe(code);
    expect((await desk.get('mail.list', {})).pieces).toEqual([]);
  });

  test('a courier numbers as it likes', async () => {
    const mailingId = await mailed({
      letterId: letter(),
      class: 'courier',
      articleNumber: '1z 999 aa1 0123',
    });
    expect((await desk.get('mail.list', {})).pieces[0]).toMatchObject({
      mailingId,
      articleNumber: '1Z999AA10123',
    });
    expect((await desk.get('mail.find', { text: '1Z999AA10123' })).pieces[0]).toMatchObject({ mailingId });
  });

  test('one bad piece of many leaves none behind', async () => {
    const pieces: Piece[] = certified.map((articleNumber) => ({
      letterId: letter(),
      class: 'certified',
      articleNumber,
    }));
    expect(
      await codeOf([...pieces, { letterId: letter(), class: 'certified', articleNumber: certified[1] }]),
    ).toBe('mail.number_twice');
    expect((await desk.get('mail.list', {})).totals.pieces).toBe(0);
    expect(await codeOf(pieces)).toBe('ok');
    expect(await codeOf([{ letterId: letter(), class: 'certified', articleNumber: certified[2] }])).toBe(
      'mail.number_taken',
    );
    expect(await codeOf([{ letterId: pieces[0]?.letterId ?? 0, class: 'first_class' }])).toBe('mail.in_log');
    expect(await codeOf([{ letterId: letter({ printed: false }), class: 'first_class' }])).toBe(
      'mail.not_printed',
    );
    expect(await codeOf([{ letterId: 999, class: 'first_class' }])).toBe('letter.not_found');
    expect(await codeOf([{ letterId: letter(), class: 'first_class' }], { mailedOn: '2026-11-21' })).toBe(
      'event.future',
    );
  });

  test('is taken out of the log by withdrawal: the letter waits again and the number is free', async () => {
    const letterId = letter();
    const mailingId = await mailed({ letterId, class: 'certified', articleNumber: certified[0] });
    await desk.get('mail.withdraw', { mailingId });
    expect((await desk.get('mail.list', {})).pieces).toEqual([]);
    expect((await desk.get('mail.list', { withWithdrawn: true })).pieces[0]).toMatchObject({
      withdrawn: true,
    });
    expect(await codeOf([{ letterId, class: 'certified', articleNumber: certified[0] }])).toBe('ok');
    expect(() => desk.store.sql('UPDATE mailings SET postage_cents = 1').run()).toThrow(/append-only/);
    expect(() => desk.store.sql('DELETE FROM mailings').run()).toThrow(/append-only/);
  });

  test('a validation notice begins its period on the day it was mailed, and withdrawing takes that back', async () => {
    giveProfile(desk.store, {
      ...(await desk.get('law.profile', {})).profile,
      role: 'third_party_collector',
    } as never);
    const letterId = letter({ code: 'validation-notice' });
    desk.pass(86_400_000);
    const answer = await record([{ letterId, class: 'first_class' }], { mailedOn: '2026-11-20' });
    expect(answer.ok && answer.value.noticesBegun).toBe(1);
    const events = async () => (await desk.get('law.account', { accountId })).events;
    expect((await events())[0]).toMatchObject({
      kind: 'validation_notice',
      on: '2026-11-20',
      detail: { sentOn: '2026-11-20', endsOn: expect.stringMatching(/^2026-12-/) },
    });
    await desk.get('mail.withdraw', { mailingId: (answer.ok && answer.value.mailingIds[0]) || 0 });
    expect((await events()).filter(({ withdrawn }) => !withdrawn)).toEqual([]);
    // Entered anew, it begins anew; an ordinary letter begins nothing.
    const again = await record([{ letterId, class: 'first_class' }]);
    expect(again.ok && again.value.noticesBegun).toBe(1);
    const plain = await record([{ letterId: letter(), class: 'first_class' }]);
    expect(plain.ok && plain.value.noticesBegun).toBe(0);
  });

  test('no letter was mailed before it was made', async () => {
    const letterId = letter({ code: 'validation-notice' });
    expect(await codeOf([{ letterId, class: 'first_class' }], { mailedOn: '2026-11-19' })).toBe(
      'mail.before_made',
    );
    expect((await desk.get('law.account', { accountId })).events).toEqual([]);
  });

  test('what a version says it is decides whether a period begins, not what it stands in for', async () => {
    const own = (code: string, replaces: string, about: object) =>
      desk.store
        .sql(
          `INSERT INTO templates (code, version, name, description, body, made_at, about, origin, replaces)
           VALUES (?, 7, ?, '', 'x', 1, ?, 'office', ?)`,
        )
        .run(code, code, JSON.stringify(about), replaces);
    own('own-1', 'validation-notice', { ...plainAbout, stage: 'reminder' });
    own('own-2', '', { ...plainAbout, stage: 'first_notice', needs: ['validation'] });
    const begun = async (code: string) => {
      const answer = await record([{ letterId: letter({ code }), class: 'first_class' }]);
      return answer.ok && answer.value.noticesBegun;
    };
    expect(await begun('own-1')).toBe(0);
    expect(await begun('own-2')).toBe(1);
  });
});

describe('the answer to a dispute', () => {
  const scope = { channel: null, phoneId: null, emailId: null, addressId: null, place: null };
  const dispute = () =>
    desk.get('law.recordEvent', {
      accountId,
      allDebts: false,
      kind: 'dispute',
      on: '2026-11-18',
      scope,
      detail: { written: true },
      source: 'Letter received',
    });
  const sent = async () =>
    (await desk.get('law.account', { accountId })).events.filter(
      ({ kind, withdrawn }) => kind === 'verification_sent' && !withdrawn,
    );
  beforeEach(async () => {
    await dispute();
    desk.store
      .sql(
        `INSERT INTO templates (code, version, name, description, body, about, made_at, origin, replaces)
         VALUES ('own-4f2a', 7, 'Our answer', '', 'x', '{}', 1, 'office', 'dispute-verification')`,
      )
      .run();
    desk.pass(60_000);
  });

  test.each(['dispute-verification', 'own-4f2a'])(
    '%s is verification from the day it was mailed, and withdrawing takes that back',
    async (code) => {
      const letterId = letter({ code });
      const mailedOn = desk.today();
      desk.pass(dayMs);
      const answer = await record([{ letterId, class: 'first_class' }], { mailedOn });
      expect(answer).toMatchObject({ ok: true, value: { noticesBegun: 0, verificationsSent: 1 } });
      expect(await sent()).toMatchObject([{ on: mailedOn, detail: { sentOn: mailedOn } }]);
      await desk.get('mail.withdraw', { mailingId: (answer.ok && answer.value.mailingIds[0]) || 0 });
      expect(await sent()).toEqual([]);
      await mailed({ letterId, class: 'first_class' });
      expect(await sent()).toHaveLength(1);
    },
  );

  test('answers no dispute that came after it was made; an ordinary letter answers none', async () => {
    const letterId = letter({ code: 'dispute-verification' });
    desk.pass(60_000);
    await dispute();
    expect(await record([{ letterId, class: 'first_class' }])).toMatchObject({
      ok: true,
      value: { verificationsSent: 0 },
    });
    await mailed({ letterId: letter(), class: 'first_class' });
    expect(await sent()).toEqual([]);
  });
});

describe('looking in the log', () => {
  test('by name, account, digits, days, service and what became of it', async () => {
    const other = await desk.account({ debtorName: 'Otis Quillfeather', number: 'Q-77' });
    const mine = await mailed({
      letterId: letter(),
      class: 'certified',
      articleNumber: certified[0],
      postageCents: 500,
    });
    desk.pass(86_400_000);
    const theirs = await mailed({ letterId: letter({ of: other }), class: 'first_class', postageCents: 73 });
    const found = async (input: InputOf<'mail.list'>) =>
      (await desk.get('mail.list', input)).pieces.map(({ mailingId }) => mailingId);
    expect(await found({})).toEqual([theirs, mine]);
    expect(await found({ text: 'okafor' })).toEqual([mine]);
    expect(await found({ text: 'q-77' })).toEqual([theirs]);
    expect(await found({ text: '1357 99' })).toEqual([mine]);
    expect(await found({ text: '…' })).toEqual([]);
    expect(await found({ class: 'first_class' })).toEqual([theirs]);
    expect(await found({ from: desk.today() })).toEqual([theirs]);
    expect(await found({ to: '2026-11-20' })).toEqual([mine]);
    expect(await found({ accountId: other })).toEqual([theirs]);
    await desk.get('mail.recordDelivery', { mailingId: mine, on: desk.today(), signedBy: 'M. Okafor' });
    expect(await found({ state: 'delivered' })).toEqual([mine]);
    expect(await found({ state: 'mailed' })).toEqual([theirs]);
    const { pieces, totals } = await desk.get('mail.list', { limit: 1 });
    expect(pieces).toHaveLength(1);
    expect(totals).toEqual({ pieces: 2, postageCents: 573, delivered: 1, returned: 0 });
  });
});

describe('a delivery', () => {
  test('keeps who signed; a day before the mailing, a second one and a signature nobody gives are refused', async () => {
    const mailingId = await mailed({ letterId: letter(), class: 'certified', articleNumber: certified[0] });
    const plain = await mailed({ letterId: letter(), class: 'first_class' });
    expect(await desk.codeOf('mail.recordDelivery', { mailingId, on: '2026-11-19' })).toBe(
      'mail.before_mailed',
    );
    expect(await desk.codeOf('mail.recordDelivery', { mailingId, on: '2026-11-21' })).toBe('event.future');
    expect(
      await desk.codeOf('mail.recordDelivery', { mailingId: plain, on: desk.today(), signedBy: 'X' }),
    ).toBe('mail.receipt_unwanted');
    const { returnId } = await desk.get('mail.recordDelivery', {
      mailingId,
      on: desk.today(),
      signedBy: 'M. Okafor',
    });
    expect((await desk.get('mail.list', { state: 'delivered' })).pieces[0]?.outcome).toMatchObject({
      returnId,
      signedBy: 'M. Okafor',
    });
    expect(await desk.codeOf('mail.recordDelivery', { mailingId, on: desk.today() })).toBe(
      'mail.has_outcome',
    );
    expect(await desk.codeOf('mail.withdraw', { mailingId })).toBe('mail.has_outcome');
    await desk.get('mail.withdrawOutcome', { returnId });
    expect(await desk.codeOf('mail.withdraw', { mailingId })).toBe('ok');
  });
});

describe('an envelope in the hand', () => {
  test('is found by its number, its green card, a scan with the ZIP Code, its letter, a name', async () => {
    const letterId = letter();
    const mailingId = await mailed({
      letterId,
      class: 'certified_return_receipt',
      articleNumber: certified[0],
      receiptNumber: greenCard,
    });
    for (const text of [
      certified[0],
      `42078701${certified[0]}`,
      greenCard,
      `#${letterId}`,
      `letter ${letterId}`,
      'mara okafor',
    ]) {
      const { pieces, asNumber } = await desk.get('mail.find', { text });
      expect(pieces[0], text).toMatchObject({ mailingId, letterId, accountId, state: 'mailed' });
      expect(asNumber).toBe(/^\d{20}/.test(text));
    }
    // Nothing was mailed under this number; a misread one finds nothing rather than something near it.
    expect(await desk.get('mail.find', { text: certified[1] })).toEqual({ pieces: [], asNumber: true });
    expect(await desk.get('mail.find', { text: '9407111899562468135798' })).toEqual({
      pieces: [],
      asNumber: true,
    });
  });

  test('of before this book is entered on its account', async () => {
    const { pieces } = await desk.get('mail.find', { text: 'okafor' });
    expect(pieces).toEqual([
      expect.objectContaining({ accountId, letterId: null, mailingId: null, state: null }),
    ]);
  });
});

describe('mail that came back', () => {
  const returned = (change: Partial<InputOf<'mail.recordReturn'>> = {}) =>
    desk.call('mail.recordReturn', { accountId, addressId, on: desk.today(), reason: 'moved', ...change });
  const status = async () => (await facts()).addresses.find((one) => one.addressId === addressId)?.status;
  const history = async () => {
    const { debtorId } = await facts();
    return (await desk.get('debtors.reachHistory', { debtorId })).changes;
  };

  test('a letter to somebody else says nothing of where the debtor lives', async () => {
    desk.store
      .sql(
        `INSERT INTO templates (code, version, name, description, body, made_at, about)
         VALUES ('attorney-letter', 7, 'To the lawyer', '', 'x', 1, ?)`,
      )
      .run(JSON.stringify({ ...plainAbout, to: 'attorney' }));
    const mailingId = await mailed({ letterId: letter({ code: 'attorney-letter' }), class: 'first_class' });
    const newAddress = { line1: '9 Court Street', city: 'Austin', region: 'TX', postalCode: '78701' };
    expect(await returned({ mailingId, reason: 'moved_new_address', newAddress })).toMatchObject({
      error: { code: 'mail.new_address_not_theirs' },
    });
    expect(await returned({ mailingId })).toMatchObject({ ok: true });
    expect(await status()).toBe('current');
    expect((await facts()).addresses).toHaveLength(1);
  });

  test('marks the address with the reason, and withdrawing it takes the mark back', async () => {
    const answer = await returned({ on: '2026-11-19', detail: 'yellow label' });
    expect(await status()).toBe('bad');
    expect((await history())[0]).toMatchObject({
      what: '1 Elm Street',
      why: 'Mail came back 19 Nov 2026: moved, left no address; yellow label',
      undoable: true,
    });
    const returnId = (answer.ok && answer.value.returnId) || 0;
    expect(await desk.get('mail.withdrawOutcome', { returnId })).toEqual({ markStays: false });
    expect(await status()).toBe('current');
  });

  test('a mark somebody set since stays when the return is withdrawn', async () => {
    const answer = await returned();
    await desk.get('debtors.setAddressStatus', { addressId, status: 'unverified', why: 'Neighbor says so' });
    const returnId = (answer.ok && answer.value.returnId) || 0;
    expect(await desk.get('mail.withdrawOutcome', { returnId })).toEqual({ markStays: true });
    expect(await status()).toBe('unverified');
  });

  test('mail left lying or refused makes the address doubtful, and a bad one no better', async () => {
    await returned({ reason: 'unclaimed' });
    expect(await status()).toBe('unverified');
    await returned({ reason: 'vacant' });
    expect(await status()).toBe('bad');
    await returned({ reason: 'refused' });
    expect(await status()).toBe('bad');
    expect(await history()).toHaveLength(3);
  });

  test('too little postage says nothing against the address', async () => {
    const answer = await returned({ reason: 'postage' });
    expect(answer).toMatchObject({ ok: true, value: { changeId: null, stopped: false } });
    expect(await status()).toBe('current');
  });

  test('the address the post gave goes in, once, not verified, and with its source', async () => {
    expect(await returned({ reason: 'moved_new_address' })).toMatchObject({
      ok: false,
      error: { code: 'mail.new_address_missing' },
    });
    const newAddress = { line1: '9 Oak Court', city: 'Waco', region: 'TX', postalCode: '76701' };
    const answer = await returned({ reason: 'moved_new_address', newAddress });
    expect(await status()).toBe('former');
    const added = (await facts()).addresses.find(({ line1 }) => line1 === '9 Oak Court');
    expect(added).toMatchObject({ status: 'unverified', source: expect.stringMatching(/Postal Service/) });
    expect(answer).toMatchObject({ ok: true, value: { newAddressId: added?.addressId } });
    const again = await returned({
      reason: 'moved_new_address',
      newAddress: { ...newAddress, line1: '9 OAK COURT' },
    });
    expect(again).toMatchObject({ ok: true, value: { newAddressId: added?.addressId } });
  });

  test('a validation notice that came back is an event as well, withdrawn with the return', async () => {
    const answer = await returned({ validationNotice: true });
    const events = async () => (await desk.get('law.account', { accountId })).events;
    expect((await events()).map(({ kind }) => kind)).toEqual(['notice_returned']);
    await desk.get('mail.withdrawOutcome', { returnId: (answer.ok && answer.value.returnId) || 0 });
    expect((await events()).every(({ withdrawn }) => withdrawn)).toBe(true);
  });

  test('belongs to the piece of the log it names, also by its letter, and only once', async () => {
    const letterId = letter();
    await mailed({ letterId, class: 'first_class' });
    expect((await returned({ letterId })).ok).toBe(true);
    expect((await desk.get('mail.list', { state: 'returned' })).pieces[0]).toMatchObject({
      letterId,
      outcome: { reason: 'moved' },
    });
    expect(await returned({ letterId })).toMatchObject({ ok: false, error: { code: 'mail.has_outcome' } });
  });

  test('an address, letter or piece of somebody else, and a day ahead, are refused', async () => {
    const stranger = await desk.account({
      debtorName: 'Otis Quillfeather',
      line1: '2 Fir Way',
      city: 'Waco',
    });
    const theirs = (await facts(stranger)).addresses[0]?.addressId ?? 0;
    const piece = await mailed({ letterId: letter({ of: stranger }), class: 'first_class' });
    const codeOfReturn = async (change: Partial<InputOf<'mail.recordReturn'>>) => {
      const answer = await returned(change);
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(await codeOfReturn({ addressId: theirs })).toBe('address.not_found');
    expect(await codeOfReturn({ letterId: 999 })).toBe('letter.not_found');
    expect(await codeOfReturn({ mailingId: piece })).toBe('mail.not_found');
    expect(await codeOfReturn({ on: '2026-11-21' })).toBe('event.future');
    expect(await status()).toBe('current');
  });

  test('stands in Today until something is done about it', async () => {
    const listed = async () =>
      (await desk.get('today.list', {})).counts.flatMap(({ kind, count }) =>
        kind === 'mail_returned' ? [count] : [],
      );
    expect(await listed()).toEqual([]);
    await returned({ reason: 'vacant' });
    expect(await listed()).toEqual([1]);
    desk.pass(60_000);
    letter();
    expect(await listed()).toEqual([]);
  });

  test('tells its story in the line of time', async () => {
    const letterId = letter();
    const mailingId = await mailed({ letterId, class: 'certified', articleNumber: certified[0] });
    desk.pass(1000);
    await returned({ mailingId, reason: 'unclaimed' });
    const { items } = await desk.get('timeline.page', { accountId, kinds: ['mail'] });
    expect(items.map((item) => item.kind === 'mail' && [item.turn, item.templateName, item.reason])).toEqual([
      ['returned', 'Demand letter', 'unclaimed'],
      ['mailed', 'Demand letter', ''],
    ]);
  });
});

describe('the sheet that proves it', () => {
  const compose = (
    asked: Partial<{ mailedOn: string; runId: number | null; numberedOnly: boolean }> = {},
  ) => {
    const around = { store: desk.store, moment: desk.moment() } as unknown as Parameters<
      typeof composeMailSheet
    >[0];
    const made = composeMailSheet(around, {
      mailedOn: desk.today(),
      runId: null,
      numberedOnly: false,
      ...asked,
    });
    if (made instanceof Promise) throw new Error('it answers at once');
    return made;
  };

  test('lists every piece that left with its number, address and postage, and adds up', async () => {
    const other = await desk.account({ debtorName: '<b>{{ 7*7 }} & Söhne' });
    await record([
      { letterId: letter(), class: 'certified', articleNumber: certified[0], postageCents: 969 },
      {
        letterId: letter({ of: other, block: ['<b>{{ 7*7 }} & Söhne', 'Box 4'] }),
        class: 'first_class',
        postageCents: 73,
      },
      { letterId: letter(), class: 'hand' },
    ]);
    const sheet = compose();
    const html = sheet.ok ? sheet.value.html : '';
    expect(html).toContain('9407 1118 9956 2468 1357 99');
    expect(html).toContain('1 Elm Street');
    expect(html).toMatch(/&lt;b&gt;[^<]*7\*7/);
    expect(html).toContain('&amp; Söhne');
    expect(html).toContain('$10.42');
    expect(html).not.toContain('Handed over');
    const numbered = compose({ numberedOnly: true });
    expect(numbered.ok && numbered.value.html).not.toContain('Söhne');
    expect(compose({ mailedOn: '2026-11-01' })).toMatchObject({
      ok: false,
      error: { code: 'mail.sheet_empty' },
    });
    expect(compose({ runId: 4 })).toMatchObject({ ok: false, error: { code: 'mail.run_not_found' } });
  });
});

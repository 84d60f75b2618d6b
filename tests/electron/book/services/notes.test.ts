/** Kinds, pins, phrases of notes, and the search in all of them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

const note = (text: string, change: object = {}) => desk.get('notes.add', { accountId, text, ...change });
const find = async (text: string, change: object = {}) =>
  (await desk.get('notes.search', { text, ...change })).hits;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

test('a note keeps its kind; without one it is a plain note, and no card number is kept', async () => {
  await note('Filed at the county court', { kind: 'legal' });
  await note('Reads ending 1111 over the phone');
  expect(await desk.codeOf('notes.add', { accountId, text: 'Card 4111 1111 1111 1111' })).toBe(
    'payment.card_number',
  );
  const { items } = await desk.get('timeline.page', { accountId, kinds: ['note'] });
  expect(items).toMatchObject([
    { noteKind: 'note', text: 'Reads ending 1111 over the phone', author: 'Desk' },
    { noteKind: 'legal' },
  ]);
});

describe('pins', () => {
  test('the latest pinned first, pinned once however often, and gone when taken off', async () => {
    const first = await note('Only call after four');
    const second = await note('Speaks through her daughter');
    for (const { noteId } of [first, second, first]) {
      desk.pass(1_000);
      await desk.get('notes.pin', { noteId });
    }
    const pinned = await desk.get('notes.pinned', { accountId });
    expect(pinned.notes.map(({ text }) => text)).toEqual([
      'Speaks through her daughter',
      'Only call after four',
    ]);
    const page = await desk.get('timeline.page', { accountId, kinds: ['note'] });
    expect(page.items.every((item) => item.kind === 'note' && item.pinned)).toBe(true);
    await desk.get('notes.unpin', { noteId: second.noteId });
    expect((await desk.get('notes.pinned', { accountId })).notes).toHaveLength(1);
    await desk.get('notes.pin', { noteId: second.noteId });
    expect((await desk.get('notes.pinned', { accountId })).notes).toHaveLength(2);
    expect(await desk.codeOf('notes.pin', { noteId: 999 })).toBe('note.not_found');
  });

  test('what was written of a call can be pinned too, and is found in the line', async () => {
    await desk.get('contacts.record', {
      accountId,
      channel: 'call',
      direction: 'in',
      outcome: 'right_party',
      phoneId: null,
      at: desk.moment().now,
      seconds: 30,
      text: 'Her son handles the bills',
    });
    const [item] = (await desk.get('timeline.page', { accountId, kinds: ['contact'] })).items;
    if (item?.kind !== 'contact' || item.noteId === null) throw new Error('the call has its note');
    expect(item).toMatchObject({ conversation: true, script: null, pinned: false });
    await desk.get('notes.pin', { noteId: item.noteId });
    const [pinned] = (await desk.get('notes.pinned', { accountId })).notes;
    expect(pinned?.timelineKey).toBe(item.key);
    const from = await desk.get('timeline.page', { accountId, before: pinned?.timelineBefore ?? null });
    expect(from.items[0]).toMatchObject({ key: item.key, pinned: true });
  });
});

describe('the search', () => {
  test('words in any order, the last as a beginning, phrases in quotes, without case and accents', async () => {
    await note('Asked for the itemized statement again');
    await note('Statement mailed to Señora Núñez');
    expect((await find('statement')).map(({ snippet }) => snippet.find(({ hit }) => hit)?.text)).toEqual([
      'Statement',
      'statement',
    ]);
    expect(await find('item state')).toHaveLength(0);
    expect(await find('itemized state')).toHaveLength(1);
    expect(await find('"itemized statement"')).toHaveLength(1);
    expect(await find('"statement itemized"')).toHaveLength(0);
    expect(await find('nunez senora')).toHaveLength(1);
  });

  test('says whose note it is, and where it stands: the account opens with that note first', async () => {
    const other = await desk.account({ debtorName: 'Ivo Lindqvist', number: 'L-7' });
    await desk.get('notes.add', { accountId: other, text: 'A later note' });
    const { noteId } = await desk.get('notes.add', {
      accountId: other,
      text: 'Works nights at the bakery',
      kind: 'skip_trace',
    });
    for (let round = 0; round < 60; round += 1) {
      desk.pass(1_000);
      await desk.get('notes.add', { accountId: other, text: `Later ${round}` });
    }
    const [hit] = await find('bakery');
    expect(hit).toMatchObject({
      noteId,
      accountId: other,
      accountNumber: 'L-7',
      debtorName: 'Ivo Lindqvist',
      author: 'Desk',
      noteKind: 'skip_trace',
      contactOutcome: null,
    });
    const page = await desk.get('timeline.page', { accountId: other, before: hit?.timelineBefore ?? null });
    expect(page.items[0]?.key).toBe(hit?.timelineKey);
    expect(page.previous).not.toBeNull();
  });

  test('the last written first, page by page, nothing twice', async () => {
    for (let round = 0; round < 25; round += 1) await note(`Payment ${round} came`);
    const seen: number[] = [];
    let after: number | null = null;
    do {
      const page: { hits: { noteId: number }[]; next: number | null } = await desk.get('notes.search', {
        text: 'payment',
        limit: 10,
        after,
      });
      seen.push(...page.hits.map(({ noteId }) => noteId));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(25);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });

  test('a long beginning finds a rare note far down as well as common ones on top', async () => {
    await note('Rare: statuesque');
    for (let round = 0; round < 450; round += 1) await note(`Statement ${round}`);
    expect(await find('statues')).toHaveLength(1);
    expect(await find('stateme', { limit: 5 })).toHaveLength(5);
  });

  test.each(['"', '*', 'NEAR(', 'text:', 'a AND', '(', '^x', '-', '{', "';--"])(
    'hostile words are words: %s',
    async (text) => {
      await note('Nothing of it');
      expect(await desk.codeOf('notes.search', { text })).toBe('ok');
    },
  );
});

describe('phrases', () => {
  const own = { phraseId: null, code: 'LM', title: 'Our message', text: 'Left our message on {date}.' };

  test('an own one stands in for the shipped one of its code until it is removed', async () => {
    const { phraseId } = await desk.get('phrases.save', own);
    const listed = async () =>
      (await desk.get('phrases.list', {})).phrases.filter(({ code }) => code === 'lm');
    expect(await listed()).toMatchObject([{ phraseId, title: 'Our message', replacesShipped: true }]);
    const next = await desk.get('phrases.save', { ...own, phraseId, code: 'lm', title: 'Another' });
    expect(await listed()).toMatchObject([{ phraseId: next.phraseId, title: 'Another' }]);
    await desk.get('phrases.retire', { phraseId: next.phraseId });
    expect(await listed()).toMatchObject([{ phraseId: null }]);
    expect(await desk.codeOf('phrases.retire', { phraseId: next.phraseId })).toBe('phrase.not_found');
  });

  test('a code stands for one phrase, and no card number is kept in any', async () => {
    await desk.get('phrases.save', own);
    expect(await desk.codeOf('phrases.save', own)).toBe('phrase.code_taken');
    expect(await desk.codeOf('phrases.save', { ...own, code: 'x', text: '4111 1111 1111 1111' })).toBe(
      'payment.card_number',
    );
  });
});

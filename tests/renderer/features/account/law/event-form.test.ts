import { describe, expect, test } from 'vitest';
import {
  blankEvent,
  type EventFields,
  eventOf,
  eventSchema,
  shownFields,
} from '../../../../../renderer/features/account/law/event-form.ts';
import { eventForms, findKinds } from '../../../../../renderer/features/account/law/event-kinds.ts';
import { type LegalEventKind, legalEventKinds } from '../../../../../shared/domain/law.ts';
import { legalEventKindWords } from '../../../../../shared/text/labels.ts';

const schema = eventSchema('2026-11-25');
const read = (kind: LegalEventKind, changes: Partial<EventFields> = {}) =>
  schema.safeParse({ ...eventOf(kind), source: 'Letter', ...changes });
const refused = (kind: LegalEventKind, changes: Partial<EventFields> = {}) => {
  const result = read(kind, changes);
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'));
};

describe('an event as typed', () => {
  test('needs its kind, a day that has come and a source', () => {
    expect(schema.safeParse({ ...blankEvent, source: 'Letter' }).error?.issues[0]?.path).toEqual(['kind']);
    expect(refused('cease_written')).toEqual([]);
    expect(refused('cease_written', { source: ' ' })).toEqual(['source']);
    expect(refused('cease_written', { on: '11/24/2026' })).toEqual([]);
    expect(refused('cease_written', { on: '11/25/2026' })).toEqual([]);
    expect(refused('cease_written', { on: '11/26/2026' })).toEqual(['on']);
  });

  test.each(legalEventKinds)('%s can be recorded by somebody who fills in what it asks for', (kind) => {
    expect(
      refused(kind, {
        consent: 'email',
        reassigned: 'no',
        route: 'mailed',
        form: 'oral',
        channel: 'text',
        phoneId: '3',
        emailId: '4',
        place: 'work',
        days: ['1'],
        sentOn: '11/20/2026',
        optOutBy: '12/30/2026',
      }),
    ).toEqual([]);
  });

  test.each<[LegalEventKind, Partial<EventFields>, string[]]>([
    ['consent', {}, ['consent']],
    ['opt_out', {}, ['channel']],
    ['opt_out', { emailId: '4' }, []],
    ['inconvenient_place', {}, ['place']],
    ['inconvenient_place', { phoneId: '3' }, []],
    ['inconvenient_time', {}, ['fromTime']],
    ['inconvenient_time', { days: ['7'] }, []],
    ['inconvenient_time', { fromTime: '9' }, ['toTime']],
    ['inconvenient_time', { toTime: '5pm' }, ['fromTime']],
    ['inconvenient_time', { fromTime: '5pm', toTime: '9' }, ['toTime']],
    ['only_time', { fromTime: '9', toTime: 'noonish' }, ['toTime']],
    ['creditor_email_notice', { emailId: '4' }, ['sentOn', 'optOutBy']],
    ['prior_collector_email', {}, ['emailId']],
    ['reassigned_check', { reassigned: 'no' }, ['phoneId']],
    ['reassigned_check', { phoneId: '3' }, ['reassigned']],
    ['third_party_disclosure', {}, ['phoneId']],
    ['furnish_notice', {}, ['route']],
    ['time_acknowledged', {}, ['form']],
    ['attorney', { reach: 'known' }, ['name']],
    ['attorney', { reach: 'known', name: 'A. Counsel' }, []],
    ['dispute', { disputedAmount: 'some' }, ['disputedAmount']],
    ['dispute', { disputedAmount: '0' }, ['disputedAmount']],
  ])('%s with %j is wrong at %j', (kind, changes, fields) => expect(refused(kind, changes)).toEqual(fields));

  test('keeps only the particulars of its kind, and what nobody knows is left out', () => {
    const left = {
      name: 'A. Counsel',
      chapter: '7',
      phoneId: '3',
      disputedAmount: '50',
      written: '',
    } as const;
    expect(read('dispute', left).data).toEqual({
      kind: 'dispute',
      allDebts: false,
      on: '2026-11-25',
      source: 'Letter',
      document: '',
      memo: '',
      scope: { channel: null, phoneId: null, emailId: null, addressId: null, place: null },
      detail: { disputedCents: 5000 },
    });
    expect(read('bankruptcy', { chapter: '13', codebtor: 'no', caseNumber: ' 26-100 ' }).data).toMatchObject({
      allDebts: true,
      detail: { chapter: '13', codebtor: false, caseNumber: '26-100' },
    });
  });

  test('hours are minutes of the day, midnight the last', () => {
    expect(
      read('inconvenient_time', { days: ['3', '1'], fromTime: '5pm', toTime: 'midnight' }).data?.detail,
    ).toEqual({ days: [1, 3], fromMinute: 1020, toMinute: 1440 });
  });

  test('a consent asks for what it is about', () => {
    expect(shownFields({ kind: 'consent', consent: '' })).toEqual(['consent']);
    expect(shownFields({ kind: 'consent', consent: 'email' })).toContain('emailId');
    expect(shownFields({ kind: 'consent', consent: 'text' })).toContain('phoneId');
    // A number chosen for another consent is not taken along.
    expect(read('consent', { consent: 'email', emailId: '4', phoneId: '3' }).data?.scope).toMatchObject({
      emailId: 4,
      phoneId: null,
    });
  });
});

describe('finding a kind', () => {
  const find = (typed: string) => findKinds(typed, legalEventKindWords);

  test.each<[string, LegalEventKind]>([
    ['bankr', 'bankruptcy'],
    ['lawyer', 'attorney'],
    ['cease and desist', 'cease_written'],
    ['unsubscribe', 'opt_out'],
    ['scra', 'servicemember'],
    ['charity', 'assistance_application'],
    // Another kind’s explanation says “debt” and “sold” too, in a group that stands before.
    ['debt sold', 'debt_sold'],
  ])('%s finds %s first', (typed, kind) => expect(find(typed)[0]).toBe(kind));

  test('nothing typed shows every kind once; nonsense none', () => {
    expect([...find('')].sort()).toEqual([...legalEventKinds].sort());
    expect(find('xyzzy')).toEqual([]);
  });

  test('every kind says what it does in a sentence', () => {
    for (const { does } of Object.values(eventForms)) expect(does).toMatch(/^[A-Z].*\.$/);
  });
});

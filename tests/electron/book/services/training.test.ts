import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { trainingCalls } from '../../../../shared/contract/training.ts';
import { dayMs, makeDesk } from '../../../builders/desk.ts';

const course = {
  onDay: '2026-11-18',
  minutes: 90,
  kind: 'course',
  subject: 'Regulation F, an evening course',
} as const;
const license = {
  certificateId: null,
  holder: 'Dana Whitlock',
  name: 'Collector’s certificate',
  number: 'C-204',
  issuedOn: '2025-01-10',
  renewsOn: '2027-01-10',
} as const;

const sheet: NonNullable<InputOf<'training.log'>['sheet']> = {
  scenario: 'Ian Prescott',
  script: 'First call',
  met: 7,
  asked: 8,
  items: [{ code: 'reason', state: 'missed', text: 'Asked what happened', detail: 'Not ticked' }],
};

const list = { limit: 50 } as const;

describe('hours of training', () => {
  it('are logged, listed newest first and added up by month', async () => {
    const desk = makeDesk();
    await desk.get('training.log', course);
    await desk.get('training.log', {
      onDay: '2026-11-20',
      minutes: 12,
      kind: 'practice',
      subject: 'Ian Prescott',
      sheet,
    });
    await desk.get('training.log', { ...course, onDay: '2026-09-02', kind: 'reading' });
    const { entries, minutes, more } = await desk.get('training.list', list);
    expect(entries.map(({ onDay }) => onDay)).toEqual(['2026-11-20', '2026-11-18', '2026-09-02']);
    expect(entries[0]?.sheet).toEqual(sheet);
    expect(entries[1]?.sheet).toBeNull();
    expect(more).toBe(false);
    expect(minutes).toEqual([
      { month: '2026-11', kind: 'course', minutes: 90 },
      { month: '2026-11', kind: 'practice', minutes: 12 },
      { month: '2026-09', kind: 'reading', minutes: 90 },
    ]);
    expect((await desk.get('training.list', { limit: 2 })).more).toBe(true);
  });

  it('are taken back once, and then count no longer', async () => {
    const desk = makeDesk();
    const { entryId } = await desk.get('training.log', course);
    await desk.get('training.withdraw', { entryId });
    const { entries, minutes } = await desk.get('training.list', list);
    expect(entries).toEqual([]);
    expect(minutes).toEqual([]);
    expect(await desk.codeOf('training.withdraw', { entryId })).toBe('training.not_found');
  });

  it('take no day ahead, no endless day and no card number', async () => {
    const desk = makeDesk();
    expect(await desk.codeOf('training.log', { ...course, onDay: '2026-11-21' })).toBe('training.in_future');
    expect(await desk.codeOf('training.log', { ...course, onDay: '2026-11-20' })).toBe('ok');
    for (const wrong of [
      { minutes: 0 },
      { minutes: 1_441 },
      { minutes: 1.5 },
      { subject: 'x'.repeat(201) },
      { subject: ' ' },
    ]) {
      expect(trainingCalls['training.log'].input.safeParse({ ...course, ...wrong }).success).toBe(false);
    }
    expect(await desk.codeOf('training.log', { ...course, subject: 'card 4111 1111 1111 1111' })).toBe(
      'payment.card_number',
    );
  });

  it('are kept once for a repeated press', async () => {
    const desk = makeDesk();
    const operationId = '7f7d3c1e-1f0a-4a57-9d2c-0d4f7a4f1b11';
    await desk.call('training.log', course, operationId);
    await desk.call('training.log', course, operationId);
    expect((await desk.get('training.list', list)).entries).toHaveLength(1);
  });
});

describe('certificates', () => {
  it('stand soonest to run out first, those without an end last', async () => {
    const desk = makeDesk();
    await desk.get('training.saveCertificate', { ...license, name: 'No end', renewsOn: null });
    await desk.get('training.saveCertificate', license);
    await desk.get('training.saveCertificate', { ...license, name: 'Sooner', renewsOn: '2026-12-01' });
    const { certificates } = await desk.get('training.list', list);
    expect(certificates.map(({ name }) => name)).toEqual(['Sooner', 'Collector’s certificate', 'No end']);
  });

  it('are renewed in the place of the one before, which stays in the records', async () => {
    const desk = makeDesk();
    const { certificateId } = await desk.get('training.saveCertificate', license);
    desk.pass(30 * dayMs);
    await desk.get('training.saveCertificate', {
      ...license,
      certificateId,
      issuedOn: '2026-12-20',
      renewsOn: '2028-12-20',
    });
    const { certificates } = await desk.get('training.list', list);
    expect(certificates.map(({ renewsOn }) => renewsOn)).toEqual(['2028-12-20']);
    expect(desk.store.sql('SELECT count(*) AS n FROM certificates').get()).toEqual({ n: 2 });
    expect(await desk.codeOf('training.saveCertificate', { ...license, certificateId })).toBe(
      'training.certificate_not_found',
    );
  });

  it('end once, and cannot run out before they were issued', async () => {
    const desk = makeDesk();
    const { certificateId } = await desk.get('training.saveCertificate', license);
    await desk.get('training.endCertificate', { certificateId });
    expect((await desk.get('training.list', list)).certificates).toEqual([]);
    expect(await desk.codeOf('training.endCertificate', { certificateId })).toBe(
      'training.certificate_not_found',
    );
    expect(await desk.codeOf('training.saveCertificate', { ...license, renewsOn: '2024-01-01' })).toBe(
      'training.renews_before_issued',
    );
    expect(await desk.codeOf('training.saveCertificate', { ...license, issuedOn: '2027-01-01' })).toBe(
      'training.in_future',
    );
  });
});

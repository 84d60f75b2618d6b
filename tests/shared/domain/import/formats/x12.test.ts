import { describe, expect, it } from 'vitest';
import { openFormat, readFormat } from '../../../../builders/flat-format.ts';

const isa = (element = '*', part = ':', segment = '~') =>
  [
    'ISA',
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    'ZZ',
    'PAYER'.padEnd(15),
    'ZZ',
    'CLINIC'.padEnd(15),
    '260309',
    '1000',
    '^',
    '00501',
    '000000001',
    '0',
    'T',
    part,
  ].join(element) + segment;

const remittance = [
  'ST*835*0001',
  'BPR*I*130.00*C*CHK************20260309',
  'TRN*1*CHK8812*1999999999',
  'N1*PR*GULL BAY HEALTH',
  'LX*1',
  'CLP*A-1001*1*200.00*150.00*20.00*12*ICN1',
  'NM1*QC*1*REYES*ANA*M***MI*X',
  'CAS*PR*2*20*1*3*0',
  'SVC*HC:99213*200*150**1',
  'DTM*472*20260201',
  'CAS*CO*45*30',
  'CLP*A-1002*4*90.00*0*0.00*12*ICN2',
  'NM1*QC*1*QUILL*PAT****MI*Y',
  'CAS*CO*29*90',
  'LQ*HE*N206',
  'CLP*A-1003*22*-75.00*-50.00**12*ICN3',
  'NM1*QC*1*OAKE*TAM*****',
  'CAS*CO*45*-25',
  'PLB*1999*20261231*FB:77*-30',
  'SE*18*0001',
];

describe('835 remittances', () => {
  it('give a payment, a note of what was denied, and a credit for what the contract takes off', () => {
    const { rows, stated, doubts } = readFormat(`${isa()}${remittance.join('~')}~`);
    expect(
      rows.map(({ kind, says }) => [kind, says.account_number, says.payment_amount ?? says.amount ?? '']),
    ).toEqual([
      ['payment', 'A-1001', '150.00'],
      ['credit', 'A-1001', '30.00'],
      ['note', 'A-1002', ''],
      ['credit', 'A-1002', '90.00'],
      ['payment', 'A-1003', '-50.00'],
      ['credit', 'A-1003', '-25.00'],
    ]);
    expect(rows[0]).toMatchObject({
      says: {
        debtor_name: 'ANA M REYES',
        service_on: '2026-02-01',
        payment_on: '2026-03-09',
        payer: 'GULL BAY HEALTH',
        payment_reference: 'CHK8812',
        check_number: 'CHK8812',
        external_id: 'CHK8812 ICN1',
      },
      named: { 'Patient owes': '20.00', Charged: '200.00' },
    });
    expect(rows[2]?.says.note).toContain('CO-29 (contract) 90.00');
    // 150 and nothing and 50 taken back, and 30 more by an adjustment of the whole.
    expect(stated).toMatchObject([{ cents: 13_000, summedCents: 13_000 }]);
    expect(doubts).toMatchObject([{ code: 'x12_provider_adjusted', params: { cents: 3000 } }]);
    expect(new Set(rows.map(({ line }) => line)).size).toBe(rows.length);
  });

  it('say when the sum paid, a claim or the patient’s part does not add up, and when the end is missing', () => {
    const text = remittance.join('~').replace('130.00', '131.00').replace('CAS*PR*2*20*1*3*0', 'CAS*PR*2*19');
    const { stated, doubts } = readFormat(text.slice(0, text.indexOf('PLB')));
    expect(stated).toMatchObject([{ cents: 13_100, summedCents: 10_000 }]);
    expect(doubts.map(({ code }) => code)).toEqual(['x12_patient_differs', 'x12_claim_differs', 'x12_cut']);
  });

  it('count a claim that is taken back and paid anew as two', () => {
    const again = [
      ...remittance.slice(0, 6),
      'CLP*A-1001*22*-200.00*-150.00**12*ICN1',
      'CLP*A-1001*1*200.00*130.00**12*ICN1',
      'SE*9*0001',
    ];
    const ids = readFormat(`${isa()}${again.join('~')}~`).rows.map(({ says }) => says.external_id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refuse a payment without a readable sum or day', () => {
    const text = remittance.join('~');
    expect(readFormat(`${isa()}${text.replace('*200.00*150.00*', '*200.00*1x0*')}~`).rows[0]?.refused).toBe(
      'amount_unreadable',
    );
    expect(readFormat(`${isa()}${text.replace('20260309', '')}~`).rows[0]?.refused).toBe('day_missing');
  });
});

const claims = [
  'GS*HC*A*B*20260309*1000*1*X*005010X222A1',
  'ST*837*0001',
  'BHT*0019*00*1*20260309*0932*CH',
  'HL*1**20*1',
  'NM1*85*2*TIDE CLINIC*****XX*1',
  'N3*1 PIER RD',
  'N4*NORFOLK*VA*235100000',
  'HL*2*1*22*1',
  'NM1*IL*1*OAKE*LEE****MI*9',
  'NM1*PR*2*GULL BAY HEALTH*****PI*1',
  'HL*3*2*23*0',
  'NM1*QC*1*OAKE*TAM*B**JR',
  'N3*12 QUAY ST*APT 4',
  'N4*NORFOLK*VA*235101234',
  'DMG*D8*20150206*M',
  'CLM*P-77*412.5***11:B:1*Y*A*Y*Y',
  'SBR*S*01*******13',
  'NM1*IL*1*OTHER*PERSON****MI*1',
  'N3*9 ELSEWHERE',
  'LX*1',
  'SV1*HC:99213*412.5*UN*1',
  'DTP*472*RD8*20260210-20260212',
  'CLM*P-78*10***11:B:8*Y*A*Y*Y',
  'SE*22*0001',
];

describe('837 claims', () => {
  it.each([
    ['*', ':', '~'],
    ['~', '^', '_'],
    ['|', '>', '\n'],
  ])('give a charge of the patient with the signs %s %s %s', (element, part, segment) => {
    const text =
      isa(element, part, segment) +
      claims
        .map((line) => line.replaceAll('*', '\0').replaceAll(':', part).replaceAll('\0', element))
        .join(segment) +
      segment;
    const { rows, skipped } = readFormat(text);
    expect(rows).toMatchObject([
      {
        kind: 'charge',
        says: {
          account_number: 'P-77',
          charge_reference: 'P-77',
          debtor_name: 'TAM B OAKE JR',
          birth_date: '2015-02-06',
          address_line1: '12 QUAY ST',
          address_line2: 'APT 4',
          city: 'NORFOLK',
          postal_code: '23510-1234',
          service_on: '2026-02-10',
          amount: '412.50',
          original_creditor: 'TIDE CLINIC',
        },
      },
    ]);
    expect(rows).toHaveLength(1);
    expect(skipped).toMatchObject([{ why: 'no_debt', text: expect.stringContaining('P-78') }]);
  });
});

it('other transaction sets and empty ones are refused in words', () => {
  expect(openFormat(`${isa()}GS*FA*A*B~ST*999*0001~SE*1*1~`)).toMatchObject({
    ok: false,
    error: { code: 'import.x12_other', params: { sets: '999' } },
  });
  expect(openFormat(`${isa()}ST*835*0001~SE*1*1~`)).toMatchObject({ error: { code: 'import.no_entries' } });
});

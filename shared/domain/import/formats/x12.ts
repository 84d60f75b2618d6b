/**
 * X12: what medical offices and payers send each other. 835 says what a payer paid on each claim, 837 what was claimed.
 *
 * The signs that part segments, elements and their parts stand in the `ISA` segment and are taken from there; of a file that begins
 * later they are found by how its first segments follow each other. A row's line is the number of its segment.
 *
 * 835: a row of payment for each claim the payer paid (below zero when it took money back), a note for each it denied or paid
 * nothing on, and a credit for what the contract with the payer takes off (group CO). What the patient owes, and why, stands beside
 * it. What was paid in all (BPR02) is held against the sum of the claims less the adjustments of the provider (PLB).
 *
 * 837: a charge for each claim, with its patient.
 */
import { fail, ok, type Result } from '../../../errors/result.ts';
import { spellDayShort } from '../../days.ts';
import { formatCents } from '../../money.ts';
import type { ShapeSink } from '../sources/shape.ts';
import { compactDay, emit, type FlatFormat, type FlatReading, makeLayout, plainSum } from './flat-format.ts';
import { ofxCents } from './ofx.ts';

export type X12Signs = { readonly segment: string; readonly element: string; readonly part: string };

type Segment = {
  readonly number: number;
  readonly id: string;
  readonly at: number;
  readonly e: readonly string[];
};

const remittance = makeLayout([
  ['account', 'Patient control number', 'account_number'],
  ['patient', 'Patient', 'debtor_name'],
  ['claim', 'Claim number of the payer', 'detail'],
  ['serviceOn', 'Service day', 'service_on'],
  ['payer', 'Payer', 'payer'],
  ['on', 'Paid on', 'payment_on'],
  ['paid', 'Paid', 'payment_amount'],
  ['method', 'Method', 'payment_method'],
  ['reference', 'Check or transfer number', 'payment_reference'],
  ['check', 'Check number', 'check_number'],
  ['creditOn', 'Day of the adjustment', 'charge_on'],
  ['credit', 'Contractual adjustment', 'amount'],
  ['status', 'What the payer did', 'detail'],
  ['charged', 'Charged', 'detail'],
  ['patientOwes', 'Patient owes', 'detail'],
  ['why', 'Adjustments', 'detail'],
  ['memo', 'Memo', 'memo'],
  ['note', 'Note', 'note'],
  ['noteOn', 'Noted on', 'note_on'],
  ['externalId', 'Id', 'external_id'],
]);

const claimed = makeLayout([
  ['account', 'Patient control number', 'account_number'],
  ['reference', 'Claim number', 'charge_reference'],
  ['patient', 'Patient', 'debtor_name'],
  ['bornOn', 'Born on', 'birth_date'],
  ['serviceOn', 'Service day', 'service_on'],
  ['chargeOn', 'Date of the claim', 'charge_on'],
  ['amount', 'Charged', 'amount'],
  ['creditor', 'Billing provider', 'original_creditor'],
  ['line1', 'Address', 'address_line1'],
  ['line2', 'Address, second line', 'address_line2'],
  ['city', 'City', 'city'],
  ['region', 'State', 'region'],
  ['postalCode', 'ZIP code', 'postal_code'],
  ['memo', 'Memo', 'memo'],
]);

/** Faults: `import.unreadable` without its signs, `import.x12_other` for another transaction set, `import.no_entries`. */
export function openX12(text: string): Result<FlatFormat> {
  const signs = signsOf(text);
  if (signs === null) return fail('import.unreadable', { what: 'x12' });
  const sets = new Set<string>();
  let claims = 0;
  for (const { id, e } of segmentsOf(text, signs)) {
    if (id === 'ST') sets.add(e[1] ?? '');
    if (id === 'CLP' || id === 'CLM') claims += 1;
  }
  const set = sets.has('835') ? '835' : sets.has('837') ? '837' : null;
  if (set === null || sets.size > 1)
    return fail('import.x12_other', { sets: [...sets].join(', ').slice(0, 60) });
  if (claims === 0) return fail('import.no_entries', { what: set });
  return ok(
    set === '835'
      ? {
          format: 'x12',
          source: 'x12.835',
          because: ['It is an X12 835 file: what a payer paid, claim by claim.'],
          rowKind: 'payment',
          columns: remittance.columns,
          read: (sink) => readRemittance(text, signs, sink),
        }
      : {
          format: 'x12',
          source: 'x12.837',
          because: ['It is an X12 837 file: claims as they were sent to a payer.'],
          rowKind: 'charge',
          columns: claimed.columns,
          read: (sink) => readClaims(text, signs, sink),
        },
  );
}

export function signsOf(text: string): X12Signs | null {
  const start = text.search(/\S/);
  if (start === -1) return null;
  const head = text.slice(start, start + 4000);
  if (head.startsWith('ISA')) {
    const element = head.charAt(3);
    let at = 3;
    for (let count = 1; count < 16 && at !== -1; count += 1) at = head.indexOf(element, at + 1);
    if (at === -1) return null;
    const part = head.charAt(at + 1);
    const end = head.charAt(at + 2);
    const segment = end === '\r' ? '\n' : end;
    return part === '' || segment === '' || segment === element ? null : { element, part, segment };
  }
  const element = head.charAt(2);
  // The sign before the next segment's name, which is two or three capitals and an element's sign.
  const escaped = element.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const first = new RegExp(
    `^[A-Z]{2}${escaped}[^\\n]*?([^\\w\\s.-]|\\r?\\n)\\s*(?:ST|BPR|BHT)${escaped}`,
  ).exec(head);
  const segment = first?.[1]?.replace('\r', '');
  if (segment === undefined || segment === element) return null;
  const part = [':', '>', '^'].find((sign) => sign !== element && sign !== segment) ?? ':';
  const used = /(?:SVC|SV1|SV2|SV3)[^\w\s](?:HC|AD|NU|ER|HP|WK|IV|N4)([^\w\s])/.exec(
    text.slice(0, 100_000),
  )?.[1];
  return { segment, element, part: used !== undefined && used !== element ? used : part };
}

export function* segmentsOf(text: string, { segment, element }: X12Signs): Generator<Segment> {
  let number = 0;
  let from = 0;
  while (from < text.length) {
    const found = text.indexOf(segment, from);
    const end = found === -1 ? text.length : found;
    // Lines are broken anywhere by some senders; the breaks are no part of what is said.
    const source = text
      .slice(from, end)
      .replace(/[\r\n]+/g, '')
      .trim();
    const at = from;
    from = end + 1;
    if (source === '') continue;
    number += 1;
    const e = source.split(element);
    yield { number, id: (e[0] ?? '').trim().toUpperCase(), at, e: e.map((value) => value.trim()) };
  }
}

const segmentsBetweenBreaths = 5000;

// ---- 835 --------------------------------------------------------------------------------------------------

type Adjustment = {
  readonly group: string;
  readonly code: string;
  readonly cents: number;
  readonly number: number;
};

type Claim = {
  readonly number: number;
  readonly account: string;
  readonly status: string;
  readonly charged: number | null;
  readonly paid: number | null;
  readonly paidText: string;
  readonly patientOwes: number | null;
  readonly claim: string;
  patient: string;
  readonly days: string[];
  readonly serviceDays: string[];
  readonly adjustments: Adjustment[];
  readonly remarks: string[];
};

type Payment = {
  number: number;
  total: number | null;
  method: string;
  on: string;
  reference: string;
  payer: string;
  claimsCents: number;
  providerCents: number;
  readonly provider: string[];
  claims: number;
};

const statusWords: Readonly<Record<string, string>> = {
  '1': 'Paid as primary',
  '2': 'Paid as secondary',
  '3': 'Paid as tertiary',
  '4': 'Denied',
  '19': 'Paid as primary, passed on',
  '20': 'Paid as secondary, passed on',
  '21': 'Paid as tertiary, passed on',
  '22': 'Earlier payment taken back',
  '23': 'Not theirs, passed on',
  '25': 'Predetermination, no payment',
};

const groupWords: Readonly<Record<string, string>> = {
  CO: 'contract',
  PR: 'patient',
  OA: 'other',
  PI: 'payer',
  CR: 'correction',
};

const remittanceMethods: Readonly<Record<string, string>> = {
  CHK: 'check',
  ACH: 'ach',
  FWT: 'ach',
  BOP: 'ach',
};

function* readRemittance(text: string, signs: X12Signs, sink: ShapeSink): FlatReading {
  const ids = new Map<string, number>();
  let payment: Payment | null = null;
  let claim: Claim | null = null;
  let inPayer = false;
  let ended = true;

  const closeClaim = () => {
    if (claim === null || payment === null) return;
    takeClaim(claim, payment, ids, sink);
    claim = null;
  };
  const closePayment = () => {
    closeClaim();
    if (payment === null) return;
    const { total, claimsCents, providerCents, provider, payer, reference, number } = payment;
    if (total !== null) {
      const label = `Paid by ${payer === '' ? 'the payer' : payer}${reference === '' ? '' : `, ${reference}`}`;
      sink.total({
        line: number,
        label: label.slice(0, 200),
        cents: total,
        summedCents: claimsCents - providerCents,
      });
    }
    if (provider.length > 0)
      sink.doubt({
        code: 'x12_provider_adjusted',
        params: { payer, cents: -providerCents, reasons: provider.slice(0, 10).join(', ') },
      });
    payment = null;
  };

  for (const { number, id, at, e } of segmentsOf(text, signs)) {
    if (number % segmentsBetweenBreaths === 0) yield at;
    switch (id) {
      case 'ST':
        closePayment();
        ended = false;
        payment = {
          number,
          total: null,
          method: '',
          on: '',
          reference: '',
          payer: '',
          claimsCents: 0,
          providerCents: 0,
          provider: [],
          claims: 0,
        };
        break;
      case 'SE':
        closePayment();
        ended = true;
        break;
      case 'BPR':
        if (payment === null) break;
        payment.number = number;
        payment.total = sumOf(e[2]);
        payment.method = e[4] ?? '';
        payment.on = compactDay(e[16] ?? '') ?? '';
        // Taken back: the sum is owed to the payer.
        if (e[3] === 'D' && payment.total !== null) payment.total = -payment.total;
        break;
      case 'TRN':
        if (payment !== null && payment.reference === '') payment.reference = e[2] ?? '';
        break;
      case 'N1':
        inPayer = e[1] === 'PR';
        if (inPayer && payment !== null && claim === null) payment.payer = e[2] ?? '';
        break;
      case 'DTM': {
        const day = compactDay(e[2] ?? '');
        if (day === null) break;
        if (claim === null) {
          if (e[1] === '405' && payment !== null && payment.on === '') payment.on = day;
        } else if (['232', '233', '150', '151'].includes(e[1] ?? '')) (claim as Claim).days.push(day);
        else if (e[1] === '472') (claim as Claim).serviceDays.push(day);
        break;
      }
      case 'CLP':
        closeClaim();
        claim = {
          number,
          account: e[1] ?? '',
          status: e[2] ?? '',
          charged: sumOf(e[3]),
          paid: sumOf(e[4]),
          paidText: e[4] ?? '',
          patientOwes: sumOf(e[5]),
          claim: e[7] ?? '',
          patient: '',
          days: [],
          serviceDays: [],
          adjustments: [],
          remarks: [],
        };
        break;
      case 'NM1':
        if (claim !== null && e[1] === 'QC') (claim as Claim).patient = personOf(e);
        break;
      case 'CAS':
        if (claim === null) break;
        for (let index = 2; index < e.length; index += 3) {
          const cents = sumOf(e[index + 1]);
          const code = e[index] ?? '';
          if (cents !== null && code !== '')
            (claim as Claim).adjustments.push({ group: e[1] ?? '', code, cents, number });
        }
        break;
      case 'LQ':
      case 'MOA':
      case 'MIA':
        if (claim !== null)
          (claim as Claim).remarks.push(...e.slice(1).filter((value) => /^(M|MA|N)\d{1,4}$/.test(value)));
        break;
      case 'PLB':
        closeClaim();
        if (payment === null) break;
        for (let index = 3; index < e.length; index += 2) {
          const cents = sumOf(e[index + 1]);
          if (cents === null) continue;
          payment.providerCents += cents;
          const [code = '', ref = ''] = (e[index] ?? '').split(signs.part);
          payment.provider.push(`${code}${ref === '' ? '' : ` ${ref}`} ${formatCents(-cents)}`);
        }
        break;
      default:
    }
  }
  closePayment();
  if (!ended) sink.doubt({ code: 'x12_cut', params: {} });
  return ok(null);
}

function sumOf(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : ofxCents(text);
}

/** First, middle and last name and suffix, as they are written on an envelope. */
function personOf(e: readonly string[]): string {
  const [, , , last = '', first = '', middle = '', , suffix = ''] = e;
  return [first, middle, last, suffix].filter((part) => part !== '').join(' ');
}

function takeClaim(claim: Claim, payment: Payment, ids: Map<string, number>, sink: ShapeSink): void {
  payment.claims += 1;
  const { adjustments, paid } = claim;
  payment.claimsCents += paid ?? 0;
  const sumOfGroup = (group: string) =>
    adjustments.reduce((sum, own) => (own.group === group ? sum + own.cents : sum), 0);
  const patientOwes = claim.patientOwes ?? sumOfGroup('PR');
  const all = adjustments.reduce((sum, { cents }) => sum + cents, 0);
  const doubtParams = { line: claim.number, account: claim.account };
  if (adjustments.length > 0 && sumOfGroup('PR') !== patientOwes)
    sink.doubt({
      code: 'x12_patient_differs',
      params: { ...doubtParams, cents: patientOwes, sumCents: sumOfGroup('PR') },
    });
  if (claim.charged !== null && paid !== null && claim.charged - all !== paid)
    sink.doubt({
      code: 'x12_claim_differs',
      params: { ...doubtParams, cents: paid, sumCents: claim.charged - all },
    });

  const days = (claim.days.length > 0 ? claim.days : claim.serviceDays).toSorted();
  const why = reasonsOf(adjustments);
  const status = statusWords[claim.status] ?? (claim.status === '' ? '' : `Status ${claim.status}`);
  // A payer's number of a claim comes again when it is taken back and paid anew, so repetitions are counted.
  const own = [payment.reference, claim.claim === '' ? claim.account : claim.claim].filter(Boolean).join(' ');
  const times = (ids.get(own) ?? 0) + 1;
  ids.set(own, times);
  const id = times === 1 ? own : `${own} ${times}`;
  const remarks = [...new Set(claim.remarks)];
  const memo = [
    payment.payer === '' ? '' : `${payment.payer}${claim.claim === '' ? '' : `, claim ${claim.claim}`}`,
    status,
    claim.charged === null ? '' : `charged ${formatCents(claim.charged)}`,
    `paid ${formatCents(paid ?? 0)}`,
    `patient owes ${formatCents(patientOwes)}`,
    why,
    remarks.length === 0 ? '' : `remarks ${remarks.join(' ')}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
    .slice(0, 1900);
  const common = {
    account: claim.account,
    patient: claim.patient,
    claim: claim.claim,
    serviceOn: days[0] ?? '',
    payer: payment.payer,
    reference: payment.reference,
    status,
    charged: claim.charged === null ? '' : formatCents(claim.charged),
    patientOwes: formatCents(patientOwes),
    why,
  };
  if (paid === 0) {
    const on = payment.on === '' ? '' : ` on ${spellDayShort(payment.on)}`;
    emit(sink, remittance, claim.number, 'note', {
      ...common,
      note: `The payer paid nothing${on}. ${memo}`.slice(0, 1900),
      noteOn: payment.on,
      externalId: `${id} note`,
    });
  } else {
    emit(
      sink,
      remittance,
      claim.number,
      'payment',
      {
        ...common,
        on: payment.on,
        paid: paid === null ? claim.paidText : plainSum(paid),
        method: remittanceMethods[payment.method] ?? 'insurance',
        check: payment.method === 'CHK' ? payment.reference : '',
        memo,
        externalId: id,
      },
      paid === null
        ? {
            code: 'amount_unreadable',
            column: remittance.columnOf('paid'),
            value: claim.paidText.slice(0, 200),
            params: {},
          }
        : payment.on === ''
          ? { code: 'day_missing', column: remittance.columnOf('on'), value: '', params: {} }
          : null,
    );
  }
  const contract = sumOfGroup('CO');
  const first = adjustments.find(({ group }) => group === 'CO');
  if (contract === 0 || first === undefined) return;
  emit(sink, remittance, first.number, 'credit', {
    ...common,
    creditOn: payment.on,
    credit: plainSum(contract),
    memo: `Contractual adjustment of ${payment.payer === '' ? 'the payer' : payment.payer}: ${reasonsOf(
      adjustments.filter(({ group }) => group === 'CO'),
    )}`.slice(0, 1900),
    externalId: `${id} CO`,
  });
}

/** `CO-45 (contract) 252.72, PR-1 (patient) 105.26`, each reason once. */
function reasonsOf(adjustments: readonly Adjustment[]): string {
  const sums = new Map<string, number>();
  for (const { group, code, cents } of adjustments) {
    const words = groupWords[group];
    const key = `${group}-${code}${words === undefined ? '' : ` (${words})`}`;
    sums.set(key, (sums.get(key) ?? 0) + cents);
  }
  return [...sums].map(([key, cents]) => `${key} ${formatCents(cents)}`).join(', ');
}

// ---- 837 --------------------------------------------------------------------------------------------------

type Patient = {
  name: string;
  bornOn: string;
  line1: string;
  line2: string;
  city: string;
  region: string;
  postalCode: string;
};

type OpenClaim = {
  readonly number: number;
  readonly account: string;
  readonly amount: string;
  /** 1 original, 7 in place of an earlier one, 8 void. */
  readonly frequency: string;
  readonly patient: Patient;
  readonly subscriber: string;
  readonly payer: string;
  readonly provider: string;
  readonly days: string[];
  readonly serviceDays: string[];
};

const nobody = (): Patient => ({
  name: '',
  bornOn: '',
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
});

function* readClaims(text: string, signs: X12Signs, sink: ShapeSink): FlatReading {
  let provider = '';
  let payer = '';
  let subscriber = nobody();
  let patient: Patient | null = null;
  /** Whose address and birth date come next; nobody's within a claim, where other people are named. */
  let speaking: Patient | null = null;
  let claim: OpenClaim | null = null;
  let sentOn = '';
  let ended = true;

  const close = () => {
    if (claim === null) return;
    takeCharge(claim, sentOn, sink);
    claim = null;
  };

  for (const { number, id, at, e } of segmentsOf(text, signs)) {
    if (number % segmentsBetweenBreaths === 0) yield at;
    switch (id) {
      case 'ST':
        close();
        ended = false;
        break;
      case 'SE':
        close();
        ended = true;
        break;
      case 'BHT':
        sentOn = compactDay(e[4] ?? '') ?? '';
        break;
      case 'HL':
        close();
        speaking = null;
        patient = null;
        if (e[3] === '20') {
          provider = '';
          subscriber = nobody();
          payer = '';
        } else if (e[3] === '22') {
          subscriber = nobody();
          payer = '';
        } else if (e[3] === '23') patient = nobody();
        break;
      case 'NM1':
        if (claim !== null) break;
        speaking = null;
        if (e[1] === '85') provider = personOf(e);
        else if (e[1] === 'PR') payer = e[3] ?? '';
        else if (e[1] === 'IL') {
          subscriber.name = personOf(e);
          speaking = subscriber;
        } else if (e[1] === 'QC') {
          patient ??= nobody();
          patient.name = personOf(e);
          speaking = patient;
        }
        break;
      case 'N3':
        if (claim === null && speaking !== null) {
          speaking.line1 = e[1] ?? '';
          speaking.line2 = e[2] ?? '';
        }
        break;
      case 'N4':
        if (claim === null && speaking !== null) {
          speaking.city = e[1] ?? '';
          speaking.region = e[2] ?? '';
          speaking.postalCode = zipOf(e[3] ?? '');
        }
        break;
      case 'DMG':
        if (claim === null && speaking !== null) speaking.bornOn = compactDay(e[2] ?? '') ?? '';
        break;
      case 'CLM': {
        close();
        const who: Patient = patient === null || patient.name === '' ? subscriber : patient;
        claim = {
          number,
          account: e[1] ?? '',
          amount: e[2] ?? '',
          frequency: (e[5] ?? '').split(signs.part)[2] ?? '1',
          patient: { ...who },
          subscriber: who === subscriber ? '' : subscriber.name,
          payer,
          provider,
          days: [],
          serviceDays: [],
        };
        break;
      }
      case 'DTP': {
        if (claim === null) break;
        // A span, `RD8`, counts from its first day.
        const day = compactDay(e[3] ?? '');
        if (day === null) break;
        if (e[1] === '472') (claim as OpenClaim).serviceDays.push(day);
        else if (e[1] === '434' || e[1] === '435') (claim as OpenClaim).days.push(day);
        break;
      }
      default:
    }
  }
  close();
  if (!ended) sink.doubt({ code: 'x12_cut', params: {} });
  return ok(null);
}

/** `627010000` is written without its hyphen. */
function zipOf(code: string): string {
  return /^\d{9}$/.test(code) ? `${code.slice(0, 5)}-${code.slice(5)}` : code;
}

function takeCharge(claim: OpenClaim, sentOn: string, sink: ShapeSink): void {
  const { patient, account, number } = claim;
  if (claim.frequency === '8') {
    sink.skip({
      line: number,
      why: 'no_debt',
      text: `Void of claim ${account} ${patient.name}`.trim().slice(0, 200),
    });
    return;
  }
  const days = (claim.serviceDays.length > 0 ? claim.serviceDays : claim.days).toSorted();
  const on = days[0] ?? '';
  const cents = ofxCents(claim.amount);
  const memo = [
    claim.payer === '' ? '' : `Claimed from ${claim.payer}`,
    claim.subscriber === '' ? '' : `insured: ${claim.subscriber}`,
    claim.frequency === '7' ? 'in place of an earlier claim' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
  const { name, ...where } = patient;
  emit(sink, claimed, number, 'charge', {
    account,
    reference: account,
    ...where,
    patient: name,
    serviceOn: on,
    chargeOn: on === '' ? sentOn : on,
    amount: cents === null ? claim.amount : plainSum(cents),
    creditor: claim.provider,
    memo,
  });
}

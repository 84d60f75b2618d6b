/**
 * Whether two descriptions are of one person or business. Two people taken for one mix their debts and tell one about the other; one
 * person kept twice is a nuisance. So only what can hardly be another is the same without asking, and some things never are:
 *
 * - Ids decide alone: the same debtor number or id of one program is the same person, different numbers are different people.
 * - A contradicting birth date, `Jr` and `Sr`, other numbers in a business name, or another parent: never the same.
 * - The very same name with nothing that speaks against it is the same within one client: programs that give nothing else keep
 *   people by their names.
 * - Everything less is asked (names that fit, with something that speaks for it) or is somebody new.
 *
 * Pure; the caller reads phones, e-mail addresses and names once (`personOf`) and may compare the result many times.
 */
import type { Day } from '../days.ts';
import type { DebtorKind } from '../debtor.ts';
import { foldWords, splitName } from '../names.ts';
import { isNicknameOf } from './nicknames.ts';

export type PersonAddress = {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
};

export type PersonFacts = {
  readonly name: string;
  readonly kind: DebtorKind;
  /** Other and former names. */
  readonly aliases?: readonly string[] | undefined;
  /** The client's own number for the person, or another program's id, as far as both sides have it of one place. */
  readonly ids?: readonly string[] | undefined;
  readonly birthOn?: Day | null | undefined;
  /** Numbers as `readPhone` gives them. */
  readonly phones?: Iterable<string> | undefined;
  readonly emails?: Iterable<string> | undefined;
  readonly addresses?: readonly PersonAddress[] | undefined;
  /** Whom it belongs to: the customer above a job. */
  readonly parent?: string | undefined;
  /** The names are read as those of this kind too, where it is a guess. */
  readonly readAs?: DebtorKind | undefined;
};

/** Each phrase stands in `shared/text/person-words.ts`. */
export const personReasons = [
  'id_same',
  'id_differs',
  'name_same',
  'name_middle',
  'name_form',
  'name_forms_differ',
  'name_nickname',
  'name_initial',
  'name_swapped',
  'name_part',
  'name_spelling',
  'name_given_only',
  'name_differs',
  'alias',
  'middle_differs',
  'suffix_differs',
  'suffix_missing',
  'birth_same',
  'birth_differs',
  'phone_same',
  'phone_differs',
  'email_same',
  'email_differs',
  'address_same',
  'address_differs',
  'postal_same',
  'postal_differs',
  'parent_same',
  'parent_differs',
  'kind_differs',
] as const;
export type PersonReasonCode = (typeof personReasons)[number];
export type PersonReason = { readonly code: PersonReasonCode; readonly agrees: boolean };

export type PersonScore = {
  /** 0 to 100: `certainFrom` and above is the same, `likelyFrom` and above is asked, below is somebody else. */
  readonly score: number;
  readonly because: readonly PersonReason[];
};

export const certainFrom = 85;
export const likelyFrom = 50;
/** How much surer the first of several must be to be taken without asking. */
export const clearBy = 5;

// ---- what is compared -------------------------------------------------------------------------------------

type ReadName = {
  readonly business: boolean;
  /** Every word, folded: equal for the very same name whatever its order, case and punctuation. */
  readonly key: string;
  readonly family: string;
  readonly given: readonly string[];
  /** `jr`, `sr`, `ii` …; titles of a profession do not tell people apart. */
  readonly suffix: string;
  /** The same words in the order of the alphabet. */
  readonly sorted: string;
  /** Of a business: its words without legal forms, and the forms. */
  readonly words: readonly string[];
  readonly form: string;
};

export type Person = {
  readonly names: readonly ReadName[];
  readonly kind: DebtorKind;
  readonly ids: readonly string[];
  readonly birthOn: Day | null;
  readonly phones: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
  readonly streets: ReadonlySet<string>;
  readonly postals: ReadonlySet<string>;
  readonly parent: string;
};

const generations: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v']);
const titles = /^(mr|mrs|ms|miss|mx|dr|prof|rev|hon)\b\.?\s+/i;

/** Legal forms by what they say; one form written several ways is one. */
const legalForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    inc: 'inc corp',
    incorporated: 'inc corp',
    corp: 'inc corp',
    corporation: 'inc corp',
    llc: 'llc',
    lc: 'llc',
    llp: 'llp',
    lllp: 'llp',
    lp: 'lp',
    ltd: 'ltd',
    limited: 'ltd',
    pllc: 'pllc',
    plc: 'plc',
    pc: 'pc',
    pa: 'pc',
    gmbh: 'gmbh',
    co: '',
    company: '',
  }),
);

const shortWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    and: '',
    the: '',
    of: '',
    services: 'service',
    svc: 'service',
    svcs: 'service',
    mfg: 'manufacturing',
    intl: 'international',
    natl: 'national',
    assoc: 'associates',
    assn: 'association',
    bros: 'brothers',
    ctr: 'center',
    centre: 'center',
    dept: 'department',
    univ: 'university',
    hosp: 'hospital',
    med: 'medical',
    mgmt: 'management',
    mgt: 'management',
    prop: 'properties',
    props: 'properties',
    constr: 'construction',
    const: 'construction',
    dist: 'distributors',
    apts: 'apartments',
    apt: 'apartment',
    bldg: 'building',
    bldrs: 'builders',
    ent: 'enterprises',
    grp: 'group',
    supplies: 'supply',
    st: 'saint',
  }),
);

function readName(name: string, kind: DebtorKind): ReadName {
  if (kind === 'business') {
    const words: string[] = [];
    let form = '';
    // `L.L.C.` folds to `llc`; `L L C` is put together.
    const folded = foldWords(name.replaceAll('&', ' and '))
      .replace(/\bl l c\b/g, 'llc')
      .replace(/\bl l p\b/g, 'llp');
    const parts = folded.split(' ');
    for (const [index, word] of parts.entries()) {
      const legal = index > 0 ? legalForms.get(word) : undefined;
      if (legal !== undefined) {
        if (form === '') form = legal;
        continue;
      }
      const long = shortWords.get(word) ?? word;
      if (long !== '') words.push(long);
    }
    return {
      business: true,
      key: words.join(' '),
      family: '',
      given: [],
      suffix: '',
      sorted: '',
      words,
      form,
    };
  }
  const { given, family, suffix } = splitName(name.replace(titles, ''));
  const last = foldWords(family);
  const first = foldWords(given).split(' ').filter(Boolean);
  const own = foldWords(suffix)
    .split(' ')
    .find((part) => generations.has(part));
  return {
    business: false,
    key: [last, ...first, own ?? ''].join(' ').trim(),
    family: last,
    given: first,
    suffix: own ?? '',
    sorted: [...last.split(' '), ...first].sort().join(' '),
    words: [],
    form: '',
  };
}

/** `Acme Supply dba Harbor Tools` goes by both names. */
function namesOf(name: string): string[] {
  const parts = name.split(/\s+(?:d\s*\/?\s*b\s*\/?\s*a|a\s*\/?\s*k\s*\/?\s*a|t\/a)\.?\s+/i);
  return parts.length > 1 && parts.every((part) => part.trim() !== '') ? [name, ...parts] : [name];
}

const none: ReadonlySet<string> = new Set();

function setOf(values: Iterable<string> | undefined, fold?: (value: string) => string): ReadonlySet<string> {
  if (values === undefined) return none;
  const found = new Set<string>();
  for (const value of values) {
    const folded = fold ? fold(value) : value;
    if (folded !== '') found.add(folded);
  }
  return found.size === 0 ? none : found;
}

/** Reads everything that is compared once. */
export function personOf(facts: PersonFacts): Person {
  const { name, kind, aliases = [], ids = [], birthOn = null, addresses = [], parent = '', readAs } = facts;
  const texts = new Set([...namesOf(name), ...aliases.flatMap(namesOf)]);
  let streets: ReadonlySet<string> | null = null;
  return {
    names: [...texts].flatMap((text) => {
      const reads = [readName(text, kind)];
      if (readAs !== undefined && readAs !== kind) reads.push(readName(text, readAs));
      return reads.filter(({ key }) => key !== '');
    }),
    kind,
    ids: ids.filter((id) => id !== ''),
    birthOn,
    phones: setOf(facts.phones),
    emails: setOf(facts.emails, (address) => address.trim().toLowerCase()),
    // Folding an address is most of the work, and few are ever compared.
    get streets() {
      streets ??= setOf(addresses.map(streetKey));
      return streets;
    },
    postals: setOf(addresses.map(({ postalCode }) => postalKey(postalCode))),
    parent: foldWords(parent),
  };
}

const streetWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    street: 'st',
    avenue: 'ave',
    av: 'ave',
    road: 'rd',
    drive: 'dr',
    lane: 'ln',
    court: 'ct',
    boulevard: 'blvd',
    place: 'pl',
    circle: 'cir',
    terrace: 'ter',
    highway: 'hwy',
    parkway: 'pkwy',
    square: 'sq',
    trail: 'trl',
    way: 'way',
    north: 'n',
    south: 's',
    east: 'e',
    west: 'w',
    northeast: 'ne',
    northwest: 'nw',
    southeast: 'se',
    southwest: 'sw',
    apartment: '#',
    apt: '#',
    unit: '#',
    suite: '#',
    ste: '#',
    no: '#',
    number: '#',
  }),
);

/** House, street, flat and ZIP code; empty without both a line with a number and a code or town. */
export function streetKey(address: PersonAddress): string {
  const line = foldWords(
    `${address.line1} ${address.line2}`.replaceAll('#', ' # ').replace(/\bp\.?\s*o\.?\s+box\b/gi, 'pobox'),
  );
  const where = postalKey(address.postalCode) || foldWords(address.city);
  if (!/\d/.test(line) || where === '') return '';
  const parts = line
    .split(' ')
    .map((word) => streetWords.get(word) ?? word)
    .filter((word) => word !== '#');
  return `${parts.join(' ')}|${where}`;
}

/** ZIP and ZIP+4 of one place are one; other codes compare without blanks. */
export function postalKey(code: string): string {
  const zip = /^(\d{5})(-?\d{4})?$/.exec(code.trim());
  return zip?.[1] ?? code.replace(/\s/g, '').toUpperCase();
}

/** The strong keys of a name alone, without reading the rest of a person. */
export function nameKeys(name: string, kind: DebtorKind): string[] {
  return namesOf(name).flatMap((text) => {
    const { key } = readName(text, kind);
    return key === '' ? [] : [`n:${key}`];
  });
}

/** Whether the names can be one person's, whatever else is known: for an account number that says who it is. */
export function namesFit(a: Person, b: Person): boolean {
  const { verdict } = bestName(a, b);
  return verdict.most > 0 && verdict.code !== 'name_given_only';
}

/** Whether the names are near enough for the rest to be worth comparing. */
export function namesTouch(a: Person, b: Person): boolean {
  return bestName(a, b).verdict.base >= 25;
}

/**
 * Keys under which people who may be the same share at least one, so that not everybody need be compared with everybody: the very same
 * name, and everything that is nobody else's. Who can be the same without asking shares one of these.
 */
export function strongKeys(person: Person): string[] {
  const keys = new Set<string>();
  for (const id of person.ids) keys.add(`i:${id}`);
  for (const phone of person.phones) keys.add(`p:${phone}`);
  for (const email of person.emails) keys.add(`e:${email}`);
  for (const name of person.names) {
    keys.add(`n:${name.key}`);
  }
  if (person.birthOn !== null) keys.add(`d:${person.birthOn}`);
  return [...keys];
}

/**
 * Keys of those who may only be asked about: of one first and last name, of the same words, or in one place with a name of which one
 * half is the same. Whoever shares more than a place shares a strong key.
 */
export function weakKeys(person: Person): string[] {
  const keys = new Set<string>();
  const places = [...person.postals];
  for (const street of person.streets) {
    const where = street.slice(street.indexOf('|') + 1);
    if (!person.postals.has(where)) places.push(street);
  }
  for (const name of person.names) {
    if (name.business) {
      const joined = name.words.join('');
      keys.add(`x:${joined}`);
      for (const place of places)
        keys.add(`${place}|b:${joined.slice(0, 4)}`).add(`${place}|c:${joined.slice(-4)}`);
      continue;
    }
    const [first = '', ...others] = name.given;
    keys.add(`x:${name.family} ${first}`);
    keys.add(`w:${name.sorted}`);
    // Behind the first a given name may be a family name of before, or of two the first.
    for (const place of places) {
      for (const family of [...name.family.split(' '), ...others]) keys.add(`${place}|f:${family}`);
      keys.add(`${place}|g:${first} ${name.family.slice(0, 2)}`);
      keys.add(`${place}|h:${first} ${name.family.slice(-2)}`);
    }
  }
  return [...keys];
}

/** Shorter words that differ by a letter are other words. */
const slipFrom = 5;

// ---- comparing --------------------------------------------------------------------------------------------

type NameVerdict = {
  readonly code: PersonReasonCode;
  readonly base: number;
  /** No evidence lifts it above this. */
  readonly most: number;
  readonly against: readonly PersonReasonCode[];
};

const neverSame: NameVerdict = { code: 'name_differs', base: 0, most: 0, against: [] };

function compareNames(a: ReadName, b: ReadName): NameVerdict {
  if (a.business !== b.business) {
    return a.key === b.key ? { code: 'name_same', base: 50, most: 80, against: ['kind_differs'] } : neverSame;
  }
  return a.business ? compareBusinesses(a, b) : comparePeople(a, b);
}

function compareBusinesses(a: ReadName, b: ReadName): NameVerdict {
  const digits = (name: ReadName) => name.words.filter((word) => /\d/.test(word)).join(' ');
  if (digits(a) !== digits(b)) return neverSame;
  if (a.key === b.key) {
    if (a.form === b.form) return { code: 'name_same', base: 60, most: 99, against: [] };
    if (a.form === '' || b.form === '') return { code: 'name_form', base: 55, most: 99, against: [] };
    // Two forms are two legal persons, however alike their names.
    return { code: 'name_forms_differ', base: 30, most: 75, against: [] };
  }
  const joined = (name: ReadName) => name.words.join('');
  if (joined(a) === joined(b)) return { code: 'name_spelling', base: 50, most: 84, against: [] };
  const long = Math.min(joined(a).length, joined(b).length) >= 8;
  return long && isOneSlip(joined(a), joined(b))
    ? { code: 'name_spelling', base: 35, most: 80, against: [] }
    : neverSame;
}

function comparePeople(a: ReadName, b: ReadName): NameVerdict {
  const against: PersonReasonCode[] = [];
  let most = 99;
  if (a.suffix !== b.suffix) {
    if (a.suffix !== '' && b.suffix !== '') return { ...neverSame, code: 'suffix_differs' };
    // Father and son share name, roof and telephone; the suffix is often left out.
    against.push('suffix_missing');
    most = 80;
  }
  const verdict = compareGiven(a, b);
  return { ...verdict, most: Math.min(most, verdict.most), against: [...verdict.against, ...against] };
}

function compareGiven(a: ReadName, b: ReadName): NameVerdict {
  const [firstA = '', ...middleA] = a.given;
  const [firstB = '', ...middleB] = b.given;
  const sameFamily = a.family === b.family;
  if (sameFamily && firstA === firstB && firstA !== '') {
    const middle = compareMiddle(middleA, middleB);
    if (middle === 'same') return { code: 'name_same', base: 60, most: 99, against: [] };
    if (middle === 'fits') return { code: 'name_middle', base: 50, most: 99, against: [] };
    return { code: 'name_given_only', base: 30, most: 75, against: ['middle_differs'] };
  }
  if (sameFamily && firstA === '' && firstB === '')
    return { code: 'name_same', base: 60, most: 99, against: [] };
  const middleFits = compareMiddle(middleA, middleB) !== 'differs';
  const against: PersonReasonCode[] = middleFits ? [] : ['middle_differs'];
  const cap = middleFits ? 84 : 70;
  if (sameFamily && firstA !== '' && firstB !== '') {
    if (isNicknameOf(firstA, firstB))
      return { code: 'name_nickname', base: 40, most: middleFits ? 90 : 70, against };
    const short = firstA.length === 1 ? [firstA, firstB] : [firstB, firstA];
    if (short[0]?.length === 1 && short[1]?.startsWith(short[0]))
      return { code: 'name_initial', base: 25, most: cap, against };
    // `J. Robert Oake`, called Robert.
    if ([...middleA, ...middleB].some((word) => word.length > 1 && (word === firstA || word === firstB)))
      return { code: 'name_part', base: 35, most: 80, against: [] };
    if (Math.min(firstA.length, firstB.length) >= slipFrom && isOneSlip(firstA, firstB))
      return { code: 'name_spelling', base: 35, most: 80, against };
    return neverSame;
  }
  if (firstA !== '' && firstA === firstB) {
    const familiesA = a.family.split(' ');
    const familiesB = b.family.split(' ');
    const [fewer, more] =
      familiesA.length < familiesB.length ? [familiesA, familiesB] : [familiesB, familiesA];
    if (fewer.length < more.length && fewer.every((word) => more.includes(word)))
      return { code: 'name_part', base: 40, most: Math.min(80, cap), against };
    // A maiden name, or two family names of which the first was taken for a given one.
    if (middleA.includes(b.family) || middleB.includes(a.family))
      return { code: 'name_part', base: 35, most: 80, against: [] };
    if (Math.min(a.family.length, b.family.length) >= slipFrom && isOneSlip(a.family, b.family))
      return { code: 'name_spelling', base: 40, most: Math.min(84, cap), against };
    return { code: 'name_given_only', base: 5, most: 80, against: ['name_differs', ...against] };
  }
  if (a.given.length > 0 && b.given.length > 0 && a.sorted === b.sorted)
    return { code: 'name_swapped', base: 50, most: 84, against: [] };
  return neverSame;
}

/** `fits` when one has none, or an initial where the other has the name. */
function compareMiddle(a: readonly string[], b: readonly string[]): 'same' | 'fits' | 'differs' {
  if (a.length === b.length && a.every((word, index) => word === b[index])) return 'same';
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) {
    const [wordA = '', wordB = ''] = [a[index], b[index]];
    if (wordA === wordB) continue;
    const isInitial = wordA.length === 1 || wordB.length === 1;
    if (isInitial && wordA[0] === wordB[0]) continue;
    return 'differs';
  }
  return 'fits';
}

/** One letter more, less, other, or two neighbours changed about. Digits are never a slip. */
function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length - 1;
  let endB = b.length - 1;
  while (endA >= start && endB >= start && a[endA] === b[endB]) {
    endA -= 1;
    endB -= 1;
  }
  const restA = a.slice(start, endA + 1);
  const restB = b.slice(start, endB + 1);
  if (/\d/.test(restA + restB)) return false;
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const value of small) if (large.has(value)) return true;
  return false;
}

/** The best of all their names; equal ones go by the first. */
function bestName(a: Person, b: Person): { verdict: NameVerdict; alias: boolean } {
  let best: { verdict: NameVerdict; alias: boolean } | null = null;
  for (const [indexA, nameA] of a.names.entries()) {
    for (const [indexB, nameB] of b.names.entries()) {
      const verdict = compareNames(nameA, nameB);
      const better =
        best === null ||
        verdict.most > best.verdict.most ||
        (verdict.most === best.verdict.most && verdict.base > best.verdict.base);
      if (better) best = { verdict, alias: indexA > 0 || indexB > 0 };
    }
  }
  return best ?? { verdict: neverSame, alias: false };
}

/** The sum of what speaks for and against two being one; symmetric. */
export function scorePerson(a: Person, b: Person): PersonScore {
  const because: PersonReason[] = [];
  const say = (code: PersonReasonCode, agrees: boolean) => because.push({ code, agrees });

  const idSame = a.ids.some((id) => b.ids.includes(id));
  if (idSame) say('id_same', true);
  const idDiffers = !idSame && a.ids.length > 0 && b.ids.length > 0;
  if (idDiffers) say('id_differs', false);

  const { verdict, alias } = bestName(a, b);
  // A suffix between their first names rules out what another spelling of them would allow.
  const own = a.names[0] && b.names[0] ? compareNames(a.names[0], b.names[0]) : neverSame;
  const suffixDiffers = own.code === 'suffix_differs' || verdict.code === 'suffix_differs';
  say(verdict.code, verdict.base >= 25 && verdict.code !== 'name_forms_differ');
  if (alias && verdict.base > 0 && own.most < verdict.most) say('alias', true);
  for (const code of verdict.against) say(code, false);

  let score = verdict.base;
  let { most } = verdict;
  let contradicted = false;

  const birthKnown = a.birthOn !== null && b.birthOn !== null;
  const birthSame = birthKnown && a.birthOn === b.birthOn;
  if (birthKnown) say(birthSame ? 'birth_same' : 'birth_differs', birthSame);
  const phoneKnown = a.phones.size > 0 && b.phones.size > 0;
  const phoneSame = phoneKnown && shares(a.phones, b.phones);
  if (phoneKnown) say(phoneSame ? 'phone_same' : 'phone_differs', phoneSame);
  const emailKnown = a.emails.size > 0 && b.emails.size > 0;
  const emailSame = emailKnown && shares(a.emails, b.emails);
  if (emailKnown) say(emailSame ? 'email_same' : 'email_differs', emailSame);
  const streetKnown = a.streets.size > 0 && b.streets.size > 0;
  const streetSame = streetKnown && shares(a.streets, b.streets);
  const postalKnown = a.postals.size > 0 && b.postals.size > 0;
  const postalSame = postalKnown && shares(a.postals, b.postals);
  if (streetSame) say('address_same', true);
  else if (postalSame) {
    say('postal_same', true);
    if (streetKnown) say('address_differs', false);
  } else if (postalKnown) say('postal_differs', false);

  const parentDiffers = a.parent !== b.parent;
  if (a.parent !== '' && !parentDiffers) say('parent_same', true);
  else if (parentDiffers) say('parent_differs', false);

  if (idSame) return { score: 100, because };
  const never =
    idDiffers ||
    suffixDiffers ||
    (birthKnown && !birthSame) ||
    (parentDiffers && a.parent !== '' && b.parent !== '') ||
    verdict.most === 0;
  if (never) return { score: 0, because };

  // Somebody known by birth date, phone or e-mail may well have moved, or have a second number.
  const known = birthSame || phoneSame || emailSame;
  if (birthSame) score += 40;
  if (phoneSame) score += 30;
  else if (phoneKnown) {
    score -= known ? 5 : 15;
    contradicted = true;
  }
  if (emailSame) score += 30;
  else if (emailKnown) {
    score -= 5;
    contradicted = true;
  }
  if (streetSame) score += 30;
  else if (postalSame) {
    score += streetKnown ? 5 : 15;
    contradicted ||= streetKnown;
  } else if (postalKnown) {
    score -= known ? 5 : 25;
    contradicted = true;
  }
  if (parentDiffers) {
    score -= 10;
    most = Math.min(most, 80);
    contradicted = true;
  }
  // A familiar form needs its birth date to be sure of; relatives share the rest.
  if (verdict.code === 'name_nickname' && !birthSame) most = Math.min(most, 84);
  const isBare = verdict.code === 'name_same' && verdict.against.length === 0 && !contradicted;
  if (isBare) score = Math.max(score, postalSame ? certainFrom + clearBy : certainFrom);
  return { score: Math.max(0, Math.min(score, most)), because };
}

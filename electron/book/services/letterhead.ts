/**
 * What stands at the head and foot of the office's letters. Nothing here is asked of the debtor's account but the state: a state
 * that licenses collectors asks that its number, or a sentence of its own, stand on letters into it.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { addressLinesOf, isDomesticCountry } from '../../../shared/domain/address.ts';
import { isStateCode, type LicenceKind, type StateCode } from '../../../shared/domain/law.ts';
import { largestPicture, readPicture } from '../../../shared/domain/picture.ts';
import { stateNames } from '../../../shared/domain/state-names.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { stateOfRegion } from '../../../shared/rules/time/state-names.ts';
import type { Sheet } from '../../../shared/templates/letters/sheet.ts';
import type { SheetHead, SheetImage } from '../../../shared/templates/letters/sheet-head.ts';
import type { CommandHandler, QueryContext, QueryHandler } from '../context.ts';
import {
  findLetterheadImage,
  findStateLine,
  insertLetterheadImage,
  type LetterheadImageKind,
  listStateLines,
  replaceStateLine,
} from '../store/queries/letterhead-images.ts';
import { findLetterhead } from '../store/queries/letters.ts';
import { readOffice } from '../store/queries/office.ts';
import { listLicences } from '../store/queries/office-law.ts';
import { findSheetSetup } from '../store/queries/print-setup.ts';
import type { Store } from '../store/store.ts';
import { findLetterAddress, readParties } from './letter-parties.ts';

const licenceWords: Readonly<Partial<Record<LicenceKind, string>>> = {
  licence: 'license no.',
  registration: 'registration no.',
};

/** How the number of a licence is printed; `null` for what has no number to print. */
export function licenceNotice({
  state,
  kind,
  number,
}: {
  readonly state: StateCode;
  readonly kind: LicenceKind;
  readonly number: string;
}): string | null {
  const words = licenceWords[kind];
  return words === undefined || number.trim() === ''
    ? null
    : `${stateNames[state]} ${words} ${number.trim()}`;
}

/** The sheet's head for a debtor of this state; `null` where the state is not known, and for papers that go to nobody. */
export function findSheetHead({ store }: Pick<QueryContext, 'store'>, state: StateCode | null): SheetHead {
  const head = findLetterhead(store);
  const licence = state === null ? undefined : listLicences(store).find((one) => one.state === state);
  const notices = [
    licence ? licenceNotice(licence) : null,
    state === null ? null : findStateLine(store, state),
  ].flatMap((notice) => (notice === null || notice === '' ? [] : [notice]));
  return {
    sender: { name: readOffice(store)?.name ?? '', lines: addressLinesOf('', { ...head, country: '' }) },
    contacts: [head.phone, head.email, head.website].filter((line) => line !== ''),
    logo: imageOf(store, 'logo'),
    signature: imageOf(store, 'signature'),
    footer: head.footer,
    notices,
  };
}

/** The sheet as the office prints now. */
export function findSheet(context: Pick<QueryContext, 'store'>, state: StateCode | null): Sheet {
  return { setup: findSheetSetup(context.store), head: findSheetHead(context, state) };
}

/** The same for what goes to where the debtor of this account gets mail. */
export function findSheetFor(context: Pick<QueryContext, 'store'>, accountId: number): Sheet {
  const debtor = readParties(context.store, accountId)?.debtor;
  const address = debtor ? findLetterAddress(context.store, debtor) : null;
  const state = address && isDomesticCountry(address.country) ? stateOfRegion(address.region) : null;
  return findSheet(context, state !== null && isStateCode(state) ? state : null);
}

function imageOf(store: Store, kind: LetterheadImageKind): SheetImage | null {
  const row = findLetterheadImage(store, kind);
  if (!row) return null;
  const { imageId, mime, width, height, bytes } = row;
  return { imageId, mime, width, height, base64: Buffer.from(bytes).toString('base64') };
}

export const readLetterheadMore: QueryHandler<'letters.letterheadMore'> = ({ store }) => {
  const shown = (kind: LetterheadImageKind) => {
    const row = findLetterheadImage(store, kind);
    if (!row) return null;
    const { mime, width, height, bytes } = row;
    return { mime, width, height, bytes: new Uint8Array(bytes) };
  };
  return ok({
    logo: shown('logo'),
    signature: shown('signature'),
    stateLines: listStateLines(store),
    licences: listLicences(store).flatMap((licence) => {
      const notice = licenceNotice(licence);
      return notice === null ? [] : [{ state: licence.state, notice }];
    }),
  });
};

export const setLetterheadImage: CommandHandler<'letters.setLetterheadImage'> = (
  context,
  { kind, base64 },
) => {
  const { store, now, author, changed } = context;
  const bytes = base64 === null ? null : new Uint8Array(Buffer.from(base64, 'base64'));
  const picture = bytes === null ? null : readPicture(bytes);
  if (bytes !== null && picture === null) return fail('letterhead.not_a_picture');
  if (picture && Math.max(picture.width, picture.height) > largestPicture.side)
    return fail('letterhead.picture_too_large', { most: largestPicture.side });
  insertLetterheadImage(store, {
    kind,
    mime: picture?.mime ?? 'image/png',
    width: picture?.width ?? 0,
    height: picture?.height ?? 0,
    bytes: bytes ?? new Uint8Array(),
    sha256: createHash('sha256')
      .update(bytes ?? '')
      .digest('hex'),
    madeAt: now,
    author,
  });
  changed('letters');
  return ok({});
};

export const setStateLine: CommandHandler<'letters.setStateLine'> = (context, { state, line }) => {
  const { store, now, author, changed } = context;
  replaceStateLine(store, { state, line }, { at: now, author });
  changed('letters');
  return ok({});
};

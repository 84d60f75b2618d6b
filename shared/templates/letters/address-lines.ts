/**
 * The lines of an address made to fit the window of the envelope: a name or street that is too wide goes on
 * in a second line; the town's line and the country never do, because the post reads them whole. What cannot be
 * made to fit is refused: half an address is worse than none.
 */
import { addressLinesOf, type PostalAddress, postalLine } from '../../domain/address.ts';
import { fail, ok, type Result } from '../../errors/result.ts';
import { type AddressBlock, addressBlockOf } from './sheet-geometry.ts';
import type { SheetSetup } from './sheet-setup.ts';
import { widthOfLinePt } from './text-width.ts';

/**
 * Name and address, fitted to the block of the sheet. Returns `letter.address_too_long` (`name`, `lines`, `most`) when
 * there are too many lines or when a word, the town's line or the country is wider than the window.
 */
export function fitAddress(name: string, address: PostalAddress, setup: SheetSetup): Result<string[]> {
  return fitAddressTo(name, address, addressBlockOf(setup), setup.upperCase);
}

type Room = Pick<AddressBlock, 'widthMm' | 'fontPt' | 'mostLines'>;

/** The same for any room: an envelope, a label. */
export function fitAddressTo(
  name: string,
  address: PostalAddress,
  block: Room,
  upperCase: boolean,
): Result<string[]> {
  const asPrinted = upperCase ? postalLine : (line: string) => line;
  const street = addressLinesOf(name, { ...address, city: '', region: '', postalCode: '', country: '' });
  const whole = addressLinesOf(name, address).slice(street.length).map(asPrinted);
  const wrapped = street.map((line) => wrapLine(asPrinted(line), block));
  const lines = [...wrapped.flat(), ...whole];
  if (lines.length > block.mostLines || lines.some((line) => !fits(line, block))) {
    return fail('letter.address_too_long', { name, lines: lines.length, most: block.mostLines });
  }
  return ok(lines);
}

function fits(line: string, { fontPt, widthMm }: Room): boolean {
  return widthOfLinePt(line, fontPt) <= (widthMm / 25.4) * 72;
}

/** Breaks a line between words so that each part fits; a word that is too wide stays as it is. */
function wrapLine(line: string, block: Room): string[] {
  const parts: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && !fits(longer, block)) {
      parts.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...parts, current];
}

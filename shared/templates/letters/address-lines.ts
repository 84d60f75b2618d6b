/**
 * The lines of an address made to fit the window of the envelope: a name or street that is too wide goes on
 * in a second line; the town's line and the country never do, because the post reads them whole. What cannot be
 * made to fit is refused: half an address is worse than none.
 */
import { addressLinesOf, type PostalAddress } from '../../domain/address.ts';
import { fail, ok, type Result } from '../../errors/result.ts';
import { addressBlock } from './sheet-geometry.ts';
import { widthOfLinePt } from './text-width.ts';

/** The width of the block, in points. */
const mostPt = (addressBlock.widthMm / 25.4) * 72;

/**
 * Name and address, fitted to the block. Returns `letter.address_too_long` (`name`, `lines`, `most`) when
 * there are too many lines or when a word, the town's line or the country is wider than the window.
 */
export function fitAddress(name: string, address: PostalAddress): Result<string[]> {
  const street = addressLinesOf(name, { ...address, city: '', region: '', postalCode: '', country: '' });
  const whole = addressLinesOf(name, address).slice(street.length);
  const wrapped = street.map(wrapLine);
  const lines = [...wrapped.flat(), ...whole];
  if (lines.length > addressBlock.mostLines || lines.some((line) => !fits(line))) {
    return fail('letter.address_too_long', { name, lines: lines.length, most: addressBlock.mostLines });
  }
  return ok(lines);
}

function fits(line: string): boolean {
  return widthOfLinePt(line, addressBlock.fontPt) <= mostPt;
}

/** Breaks a line between words so that each part fits; a word that is too wide stays as it is. */
function wrapLine(line: string): string[] {
  const parts: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && !fits(longer)) {
      parts.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...parts, current];
}

/**
 * The pictures of a letterhead are long and the same in every letter, so a kept page names them instead of holding them; what they
 * were on the day stays in its table for good. Reading the page puts the very bytes back.
 */
import { createHash } from 'node:crypto';
import { dataAddressOf, pictureName } from '../../../../shared/templates/letters/sheet-head.ts';
import type { Store } from '../store.ts';
import { findImageByHash, findImageById } from './letterhead-images.ts';

const held = /"data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/]+=*)"/g;
const named = /"letterhead-image:(\d{1,15})"/g;

/** The page as it is kept. A picture the book does not know stays as it is. */
export function namePictures(store: Store, html: string): string {
  return html.replace(held, (whole, base64: string) => {
    const sha256 = createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
    const image = findImageByHash(store, sha256);
    return image ? `"${pictureName(image.imageId)}"` : whole;
  });
}

/** The page as it was laid out. */
export function showPictures(store: Store, html: string): string {
  return html.replace(named, (whole, id: string) => {
    const image = findImageById(store, Number(id));
    if (!image) return whole;
    return `"${dataAddressOf({ mime: image.mime, base64: Buffer.from(image.bytes).toString('base64') })}"`;
  });
}

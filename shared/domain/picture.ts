/** What a picture is and how large, from its bytes alone: PNG (RFC 2083) and JPEG (ITU T.81), the two a page can carry. */
export type Picture = {
  readonly mime: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
};

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** `null` for anything else, and for one whose size cannot be read. */
export function readPicture(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = pngStart.every((byte, index) => bytes[index] === byte) ? pngSize(view) : jpegSize(view);
  if (size === null || size.width === 0 || size.height === 0) return null;
  return size;
}

function pngSize(view: DataView): Picture | null {
  // The header is the first chunk of every PNG: length, `IHDR`, width, height.
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return null;
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function jpegSize(view: DataView): Picture | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { mime: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // The picture itself begins before its frame was named, or the file ends.
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Of a file somebody chooses. */
export const largestChosenPicture = 1_000_000;
/** Of a picture as it goes into every letter, in bytes and pixels. */
export const largestPicture = { bytes: 300_000, side: 2400 } as const;
